import * as z from 'zod/mini'
import { command, type Decision, enter, Rev, type Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { ExpectedId, Line, RecordingId, Text } from '../ids.ts'
import type { CaseState } from '../state.ts'

export interface Expected extends Revised {
  readonly id: ExpectedId
  readonly description: string
  readonly saidBy: string
  readonly note: string | null
  readonly state:
    | { readonly kind: 'expected' }
    | { readonly kind: 'met'; readonly recording: RecordingId }
    | { readonly kind: 'withdrawn'; readonly reason: string }
}

export const expectedEntries = {
  'recording-expected': z.strictObject({
    v: z.literal(1),
    expected: ExpectedId,
    description: Line,
    saidBy: Line,
    note: z.nullable(Text),
  }),
  'expectation-met': z.strictObject({ v: z.literal(1), expected: ExpectedId, recording: RecordingId }),
  'expectation-withdrawn': z.strictObject({ v: z.literal(1), expected: ExpectedId, reason: Line }),
} as const

export const expectedFolds: Folds<typeof expectedEntries> = {
  'recording-expected': (draft, { seq, detail: { expected, description, saidBy, note } }) => {
    const state = { kind: 'expected' } as const
    own(draft, 'expected').set(expected, { id: expected, description, saidBy, note, state, rev: seq })
  },
  'expectation-met': (draft, { seq, detail: { expected, recording } }) =>
    expect(draft, seq, expected, { kind: 'met', recording }),
  'expectation-withdrawn': (draft, { seq, detail: { expected, reason } }) =>
    expect(draft, seq, expected, { kind: 'withdrawn', reason }),
}

export const expectedCommands = {
  'expect-recording': command(
    { description: Line, saidBy: Line, note: z.nullable(Text) },
    (state, { description, saidBy, note }) => {
      const expected = `x${state.expected.size + 1}`
      return enter('recording-expected', { v: 1, expected, description, saidBy, note })
    },
  ),
  'meet-expectation': command({ expected: ExpectedId, rev: Rev, recording: RecordingId }, (state, asked) =>
    onExpected(state, asked, ({ id }) =>
      state.recordings.has(asked.recording)
        ? enter('expectation-met', { v: 1, expected: id, recording: asked.recording })
        : { kind: 'unknown', noun: asked.recording },
    ),
  ),
  'withdraw-expectation': command({ expected: ExpectedId, rev: Rev, reason: Line }, (state, asked) =>
    onExpected(state, asked, ({ id }) =>
      enter('expectation-withdrawn', { v: 1, expected: id, reason: asked.reason }),
    ),
  ),
}

function onExpected(
  state: CaseState,
  asked: { readonly expected: ExpectedId; readonly rev: number },
  then: (expected: Expected) => Decision,
): Decision {
  const expected = state.expected.get(asked.expected)
  if (!expected) return { kind: 'unknown', noun: asked.expected }
  if (expected.rev !== asked.rev) return { kind: 'stale', noun: expected.id, rev: expected.rev }
  return then(expected)
}

function expect(draft: Draft, seq: number, id: ExpectedId, state: Expected['state']): void {
  const expected = draft.state.expected.get(id)
  if (expected) own(draft, 'expected').set(id, { ...expected, state, rev: seq })
}
