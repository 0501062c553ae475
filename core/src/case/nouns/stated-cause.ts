import * as z from 'zod/mini'
import { command, type Decision, enter, Rev, type Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { CauseId, Line, MediaMicrosValue, RecordingId } from '../ids.ts'
import type { CaseState } from '../state.ts'
import type { Agent } from './person.ts'

/** What a recording lacks in a stretch. */
export const lackingKinds = ['sound', 'picture'] as const
export type LackingKind = (typeof lackingKinds)[number]

const said = {
  recording: RecordingId,
  of: z.enum(lackingKinds),
  from: MediaMicrosValue,
  to: MediaMicrosValue,
  /** Why there is none, in its writer's words: "the device keeps no sound before it is started". */
  cause: Line,
  /** How that is known: a device record, a statement, a manual. */
  reason: Line,
}
const Said = z.strictObject(said)

/**
 * Why a stretch of a recording has no sound or no picture, as a named person says. What is measured of it (no samples, digital
 * silence, no track) stands apart and is never a cause; this never changes what was measured.
 */
export interface StatedCause extends Revised, Readonly<z.infer<typeof Said>> {
  readonly id: CauseId
  readonly agent: Agent
  readonly at: string
  /** Who withdrew it, when and why; null while it stands. */
  readonly withdrawn: { readonly agent: Agent; readonly at: string; readonly reason: string } | null
}

export const causeEntries = {
  'cause-stated': z.strictObject({ v: z.literal(1), why: CauseId, ...said }),
  'cause-withdrawn': z.strictObject({ v: z.literal(1), why: CauseId, reason: Line }),
  /** A withdrawal taken back. */
  'cause-restored': z.strictObject({ v: z.literal(1), why: CauseId, reason: Line }),
} as const

export const causeFolds: Folds<typeof causeEntries> = {
  'cause-stated': (draft, { seq, at, agent, detail: { v: _, why, ...rest } }) => {
    own(draft, 'causes').set(why, { id: why, ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'cause-withdrawn': (draft, { seq, at, agent, detail: { why, reason } }) =>
    change(draft, seq, why, { agent, at, reason }),
  'cause-restored': (draft, { seq, detail }) => change(draft, seq, detail.why, null),
}

const onCause = { why: CauseId, rev: Rev, reason: Line }

export const causeCommands = {
  'state-cause': command(
    said,
    (state, { recording, of, from, to, cause, reason }) => {
      if (!state.recordings.has(recording)) return { kind: 'unknown', noun: recording }
      if (to <= from) return { kind: 'impossible', message: 'a stretch ends after it begins' }
      return enter('cause-stated', {
        v: 1,
        why: `w${state.seq + 1}`,
        ...{ recording, of, from, to, cause, reason },
      })
    },
    (_before, _asked, rev, seq) => ({ do: 'withdraw-cause', why: `w${seq}`, rev, reason: 'undone' }),
  ),
  'withdraw-cause': command(
    onCause,
    (state, asked) =>
      onKnownCause(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? enter('cause-withdrawn', { v: 1, why: id, reason: asked.reason })
          : { kind: 'impossible', message: 'this cause was withdrawn already' },
      ),
    (_before, { why }, rev) => ({ do: 'restore-cause', why, rev, reason: 'undone' }),
  ),
  'restore-cause': command(
    onCause,
    (state, asked) =>
      onKnownCause(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? { kind: 'impossible', message: 'this cause stands; it was not withdrawn' }
          : enter('cause-restored', { v: 1, why: id, reason: asked.reason }),
      ),
    (_before, { why }, rev) => ({ do: 'withdraw-cause', why, rev, reason: 'undone' }),
  ),
}

/** The causes that people have entered for a recording, those withdrawn as well, in the order of its own time. */
export function causesOf(state: Pick<CaseState, 'causes'>, recording: RecordingId): readonly StatedCause[] {
  return [...state.causes.values()]
    .filter(each => each.recording === recording)
    .sort((a, b) => a.from - b.from || a.to - b.to || a.rev - b.rev)
}

function onKnownCause(
  state: CaseState,
  asked: { readonly why: CauseId; readonly rev: number },
  then: (cause: StatedCause) => Decision,
): Decision {
  const cause = state.causes.get(asked.why)
  if (!cause) return { kind: 'unknown', noun: asked.why }
  if (cause.rev !== asked.rev) return { kind: 'stale', noun: cause.id, rev: cause.rev }
  return then(cause)
}

function change(draft: Draft, seq: number, id: CauseId, withdrawn: StatedCause['withdrawn']): void {
  const cause = draft.state.causes.get(id)
  if (cause) own(draft, 'causes').set(id, { ...cause, withdrawn, rev: seq })
}
