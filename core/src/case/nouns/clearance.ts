import * as z from 'zod/mini'
import { command, enter } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, RecordingId } from '../ids.ts'
import { backTo, changeRecording, onKnown, onRecording } from './recording-change.ts'

export const clearanceEntries = {
  'recording-cleared': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
  'recording-warned': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
} as const

export const clearanceFolds: Folds<typeof clearanceEntries> = {
  'recording-cleared': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { isCleared: true }),
  'recording-warned': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { isCleared: false }),
}

export const clearanceCommands = {
  'clear-recording': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id }) =>
        enter('recording-cleared', { v: 1, recording: id, reason: asked.reason }),
      ),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ isCleared }, at) => (isCleared ? null : { do: 'warn-recording', ...at })),
  ),
  'warn-recording': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id }) =>
        enter('recording-warned', { v: 1, recording: id, reason: asked.reason }),
      ),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ isCleared }, at) =>
        isCleared ? { do: 'clear-recording', ...at } : null,
      ),
  ),
}
