import * as z from 'zod/mini'
import { command, enter } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, RecordingId } from '../ids.ts'
import { backTo, changeRecording, onKnown, onRecording } from './recording-change.ts'

export interface StandIn {
  readonly standsFor: RecordingId
  readonly tool: string
  readonly madeBy: string
}

export const standInEntries = {
  'stand-in-bound': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    standsFor: RecordingId,
    tool: Line,
    madeBy: Line,
    reason: Line,
  }),
  'stand-in-unbound': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
} as const

export const standInFolds: Folds<typeof standInEntries> = {
  'stand-in-bound': (draft, { seq, detail: { recording, standsFor, tool, madeBy } }) =>
    changeRecording(draft, seq, recording, { standIn: { standsFor, tool, madeBy } }),
  'stand-in-unbound': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { standIn: null }),
}

export const standInCommands = {
  'bind-stand-in': command(
    { ...onRecording, standsFor: RecordingId, tool: Line, madeBy: Line, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id }) => {
        const { standsFor, tool, madeBy, reason } = asked
        const original = state.recordings.get(standsFor)
        if (!original) return { kind: 'unknown', noun: standsFor }
        if (standsFor === id || original.standIn) {
          return {
            kind: 'impossible',
            message: 'a stand-in stands for another recording that is not itself a stand-in',
          }
        }
        return enter('stand-in-bound', { v: 1, recording: id, standsFor, tool, madeBy, reason })
      }),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ standIn }, at) => (standIn ? null : { do: 'unbind-stand-in', ...at })),
  ),
  'unbind-stand-in': command({ ...onRecording, reason: Line }, (state, asked) =>
    onKnown(state, asked, recording =>
      recording.standIn
        ? enter('stand-in-unbound', { v: 1, recording: recording.id, reason: asked.reason })
        : { kind: 'impossible', message: `${recording.firstName} is not bound as a stand-in` },
    ),
  ),
}
