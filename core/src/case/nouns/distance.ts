import * as z from 'zod/mini'
import { command, enter } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, RecordingId } from '../ids.ts'
import type { Agent } from './person.ts'
import { backTo, changeRecording, onKnown, onRecording } from './recording-change.ts'

const stated = {
  /** From the microphone to what was heard. 20 km is a minute of travel: no recording hears farther. */
  metres: z.number().check(z.minimum(0), z.maximum(20_000)),
  /** How far that may be off. */
  errorMetres: z.number().check(z.minimum(0), z.maximum(20_000)),
  /** What was heard, and where: the distance holds for sound from there alone. */
  source: Line,
  reason: Line,
}
const Stated = z.strictObject(stated)

/** How far a recording's microphone was from what was heard, as a person states it. The solver takes the travel off. */
export interface SoundDistance extends Readonly<z.infer<typeof Stated>> {
  readonly agent: Agent
  readonly at: string
}

export const distanceEntries = {
  'distance-stated': z.strictObject({ v: z.literal(1), recording: RecordingId, ...stated }),
  'distance-withdrawn': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
} as const

export const distanceFolds: Folds<typeof distanceEntries> = {
  'distance-stated': (draft, { seq, at, agent, detail: { v: _, recording, ...said } }) =>
    changeRecording(draft, seq, recording, { distance: { ...said, agent, at } }),
  'distance-withdrawn': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { distance: null }),
}

export const distanceCommands = {
  'state-distance': command(
    { ...onRecording, ...stated },
    (state, asked) =>
      onKnown(state, asked, ({ id }) => {
        const { metres, errorMetres, source, reason } = asked
        return enter('distance-stated', { v: 1, recording: id, metres, errorMetres, source, reason })
      }),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ distance }, at) =>
        distance ? again(distance, at) : { do: 'withdraw-distance', ...at },
      ),
  ),
  'withdraw-distance': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id, firstName, distance }) =>
        distance
          ? enter('distance-withdrawn', { v: 1, recording: id, reason: asked.reason })
          : { kind: 'impossible', message: `no distance is stated for ${firstName}` },
      ),
    (before, asked, rev) => backTo(before, asked, rev, ({ distance }, at) => distance && again(distance, at)),
  ),
}

function again(
  { metres, errorMetres, source, reason }: SoundDistance,
  at: { recording: RecordingId; rev: number; reason: string },
) {
  return { do: 'state-distance', ...at, metres, errorMetres, source, reason }
}
