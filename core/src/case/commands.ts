import * as z from 'zod/mini'
import type { EntryDetail, EntryType, Fact } from './entries.ts'
import { PinEvidence } from './entries.ts'
import { CaseMicrosValue, ExpectedId, Line, RecordingId, Text } from './ids.ts'
import { Provenance } from './provenance.ts'
import type { CaseState, Recording } from './state.ts'

/** The noun a command changes, with the revision of it that the person saw. */
const Rev = z.number().check(z.int(), z.minimum(0))
const onRecording = { recording: RecordingId, rev: Rev }

/** What a person can ask to have entered. Each names the revision of what it changes. */
export const Command = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('pin-placement'),
    ...onRecording,
    start: CaseMicrosValue,
    driftPpm: z.number().check(z.minimum(-1000), z.maximum(1000)),
    errorMs: z.nullable(z.number().check(z.minimum(0))),
    evidence: PinEvidence,
    reason: Line,
  }),
  z.strictObject({ do: z.literal('unpin-placement'), ...onRecording, reason: Line }),
  z.strictObject({ do: z.literal('state-provenance'), ...onRecording, provenance: Provenance }),
  z.strictObject({ do: z.literal('clear-recording'), ...onRecording, reason: Line }),
  z.strictObject({ do: z.literal('warn-recording'), ...onRecording, reason: Line }),
  z.strictObject({
    do: z.literal('bind-stand-in'),
    ...onRecording,
    standsFor: RecordingId,
    tool: Line,
    madeBy: Line,
    reason: Line,
  }),
  z.strictObject({ do: z.literal('unbind-stand-in'), ...onRecording, reason: Line }),
  z.strictObject({
    do: z.literal('expect-recording'),
    description: Line,
    saidBy: Line,
    note: z.nullable(Text),
  }),
  z.strictObject({
    do: z.literal('meet-expectation'),
    expected: ExpectedId,
    rev: Rev,
    recording: RecordingId,
  }),
  z.strictObject({ do: z.literal('withdraw-expectation'), expected: ExpectedId, rev: Rev, reason: Line }),
  z.strictObject({ do: z.literal('word-cover'), rev: Rev, title: Line, warning: Text }),
])
export type Command = z.infer<typeof Command>

/** What a command comes to: facts to enter, a noun that changed meanwhile, or something that is not in the case. */
export type Decision =
  | { readonly kind: 'enter'; readonly facts: readonly Fact[] }
  | { readonly kind: 'stale'; readonly noun: string; readonly rev: number }
  | { readonly kind: 'unknown'; readonly noun: string }
  | { readonly kind: 'impossible'; readonly message: string }

/** Decides a command against the case as it is now. Pure: the caller appends the facts and folds them in. */
export function decide(state: CaseState, command: Command): Decision {
  switch (command.do) {
    case 'pin-placement':
      return onKnown(state, command, ({ id }) => {
        const { start, driftPpm, errorMs, evidence, reason } = command
        return enter('placement-pinned', { v: 1, recording: id, start, driftPpm, errorMs, evidence, reason })
      })
    case 'unpin-placement':
      return onKnown(state, command, recording =>
        recording.pin
          ? enter('placement-unpinned', { v: 1, recording: recording.id, reason: command.reason })
          : { kind: 'impossible', message: `${recording.firstName} has no placement made by a person` },
      )
    case 'state-provenance':
      return onKnown(state, command, ({ id }) =>
        enter('provenance-stated', { v: 1, recording: id, provenance: command.provenance }),
      )
    case 'clear-recording':
      return onKnown(state, command, ({ id }) =>
        enter('recording-cleared', { v: 1, recording: id, reason: command.reason }),
      )
    case 'warn-recording':
      return onKnown(state, command, ({ id }) =>
        enter('recording-warned', { v: 1, recording: id, reason: command.reason }),
      )
    case 'bind-stand-in':
      return onKnown(state, command, ({ id }) => {
        const { standsFor, tool, madeBy, reason } = command
        const original = state.recordings.get(standsFor)
        if (!original) return { kind: 'unknown', noun: standsFor }
        if (standsFor === id || original.standIn) {
          return {
            kind: 'impossible',
            message: 'a stand-in stands for another recording that is not itself a stand-in',
          }
        }
        return enter('stand-in-bound', { v: 1, recording: id, standsFor, tool, madeBy, reason })
      })
    case 'unbind-stand-in':
      return onKnown(state, command, recording =>
        recording.standIn
          ? enter('stand-in-unbound', { v: 1, recording: recording.id, reason: command.reason })
          : { kind: 'impossible', message: `${recording.firstName} is not bound as a stand-in` },
      )
    case 'expect-recording': {
      const { description, saidBy, note } = command
      const expected = `x${state.expected.size + 1}`
      return enter('recording-expected', { v: 1, expected, description, saidBy, note })
    }
    case 'meet-expectation':
    case 'withdraw-expectation': {
      const expected = state.expected.get(command.expected)
      if (!expected) return { kind: 'unknown', noun: command.expected }
      if (expected.rev !== command.rev) return { kind: 'stale', noun: expected.id, rev: expected.rev }
      if (command.do === 'withdraw-expectation') {
        return enter('expectation-withdrawn', { v: 1, expected: expected.id, reason: command.reason })
      }
      if (!state.recordings.has(command.recording)) return { kind: 'unknown', noun: command.recording }
      return enter('expectation-met', { v: 1, expected: expected.id, recording: command.recording })
    }
    case 'word-cover': {
      const rev = state.cover?.rev ?? 0
      if (rev !== command.rev) return { kind: 'stale', noun: 'cover', rev }
      return enter('cover-worded', { v: 1, title: command.title, warning: command.warning })
    }
  }
}

/**
 * The command that takes a command back, as seen before it was carried out; null where the way back is another decision
 * that a person has to word. Undo enters this inverse; nothing is ever removed from the log.
 */
export function inverse(before: CaseState, command: Command, revAfter: number): Command | null {
  const recording = 'recording' in command ? before.recordings.get(command.recording) : undefined
  if (!recording || !('rev' in command)) return null
  const at = { recording: recording.id, rev: revAfter, reason: 'undone' }
  switch (command.do) {
    case 'pin-placement':
    case 'unpin-placement': {
      if (!recording.pin) return command.do === 'pin-placement' ? { do: 'unpin-placement', ...at } : null
      const { start, driftPpm, errorMs, evidence } = recording.pin
      return { do: 'pin-placement', ...at, start, driftPpm, errorMs, evidence, reason: recording.pin.reason }
    }
    case 'state-provenance':
      return {
        do: 'state-provenance',
        recording: recording.id,
        rev: revAfter,
        provenance: recording.provenance,
      }
    case 'clear-recording':
      return recording.isCleared ? null : { do: 'warn-recording', ...at }
    case 'warn-recording':
      return recording.isCleared ? { do: 'clear-recording', ...at } : null
    case 'bind-stand-in':
      return recording.standIn ? null : { do: 'unbind-stand-in', ...at }
    default:
      return null
  }
}

function onKnown(
  state: CaseState,
  command: { readonly recording: string; readonly rev: number },
  then: (recording: Recording) => Decision,
): Decision {
  const recording = state.recordings.get(command.recording)
  if (!recording) return { kind: 'unknown', noun: command.recording }
  if (recording.rev !== command.rev) return { kind: 'stale', noun: recording.id, rev: recording.rev }
  return then(recording)
}

function enter<T extends EntryType>(type: T, detail: EntryDetail<T>): Decision {
  return { kind: 'enter', facts: [{ type, detail } as unknown as Fact] }
}
