import * as z from 'zod/mini'
import { command, type Decision, enter } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, RecordingId } from '../ids.ts'
import type { Agent } from './person.ts'
import type { Recording } from './recording.ts'
import { backTo, changeRecording, onKnown, onRecording } from './recording-change.ts'

/** A placement that a person has locked: it is not moved by hand until someone unlocks it. */
export interface Lock {
  readonly reason: string
  readonly agent: Agent
  readonly at: string
}

export const lockEntries = {
  'placement-locked': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
  'placement-unlocked': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
} as const

export const lockFolds: Folds<typeof lockEntries> = {
  'placement-locked': (draft, { seq, at, agent, detail: { recording, reason } }) =>
    changeRecording(draft, seq, recording, { lock: { reason, agent, at } }),
  'placement-unlocked': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { lock: null }),
}

export const lockCommands = {
  'lock-placement': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id, firstName, lock }) =>
        lock
          ? { kind: 'impossible', message: `the placement of ${firstName} is locked already` }
          : enter('placement-locked', { v: 1, recording: id, reason: asked.reason }),
      ),
    (before, asked, rev) => backTo(before, asked, rev, (_, at) => ({ do: 'unlock-placement', ...at })),
  ),
  'unlock-placement': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id, firstName, lock }) =>
        lock
          ? enter('placement-unlocked', { v: 1, recording: id, reason: asked.reason })
          : { kind: 'impossible', message: `the placement of ${firstName} is not locked` },
      ),
    (before, asked, rev) =>
      backTo(
        before,
        asked,
        rev,
        ({ lock }, at) => lock && { do: 'lock-placement', ...at, reason: lock.reason },
      ),
  ),
}

/** Why a placement may not be moved by hand, or null. */
export function locked({ firstName, lock }: Pick<Recording, 'firstName' | 'lock'>): Decision | null {
  return (
    lock && {
      kind: 'impossible',
      message: `the placement of ${firstName} is locked (${lock.reason}): unlock it first`,
    }
  )
}
