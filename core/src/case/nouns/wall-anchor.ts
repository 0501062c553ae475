import * as z from 'zod/mini'
import { command, type Decision, enter, Rev, type Revised } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, MediaMicrosValue, RecordingId } from '../ids.ts'
import { mainGroup, placementOf } from '../placing.ts'
import type { CaseState } from '../state.ts'
import { WallReading } from '../wall-reading.ts'
import type { Agent } from './person.ts'

const anchored = {
  recording: RecordingId,
  /** The frame, by its own time, at which the clock showed the reading. */
  media: MediaMicrosValue,
  reading: WallReading,
  /** How far the reading may be off, as its writer judges it; null when nobody stated it. */
  errorMs: z.nullable(z.number().check(z.minimum(0))),
  reason: Line,
}
const Anchored = z.strictObject(anchored)

/**
 * What ties the case clock to the time of day: one clock reading at one frame of one recording, chosen by a person. It is
 * held to the frame, so that it stays true when the case clock is given another zero.
 */
export interface WallAnchor extends Readonly<z.infer<typeof Anchored>> {
  readonly agent: Agent
  readonly at: string
}

/** Whether the case clock is anchored. `rev` is 0 before anyone decided on it. */
export interface WallTime extends Revised {
  readonly anchor: WallAnchor | null
}

export const wallAnchorEntries = {
  'clock-anchored': z.strictObject({ v: z.literal(1), ...anchored }),
  'clock-anchor-withdrawn': z.strictObject({ v: z.literal(1), reason: Line }),
} as const

export const wallAnchorFolds: Folds<typeof wallAnchorEntries> = {
  'clock-anchored': ({ state }, { seq, at, agent, detail: { v: _, ...said } }) => {
    state.wallTime = { anchor: { ...said, agent, at }, rev: seq }
  },
  'clock-anchor-withdrawn': ({ state }, { seq }) => {
    state.wallTime = { anchor: null, rev: seq }
  },
}

export const wallAnchorCommands = {
  'anchor-clock': command(
    { rev: Rev, ...anchored },
    (state, asked) => stale(state, asked) ?? anchoring(state, asked),
    ({ wallTime: { anchor } }, _asked, rev) =>
      anchor ? again(anchor, rev) : { do: 'withdraw-clock-anchor', rev, reason: 'undone' },
  ),
  'withdraw-clock-anchor': command(
    { rev: Rev, reason: Line },
    (state, asked) =>
      stale(state, asked) ??
      (state.wallTime.anchor
        ? enter('clock-anchor-withdrawn', { v: 1, reason: asked.reason })
        : { kind: 'impossible', message: 'the clock of the case is not anchored' }),
    ({ wallTime: { anchor } }, _asked, rev) => anchor && again(anchor, rev),
  ),
}

function stale(state: CaseState, asked: { readonly rev: number }): Decision | null {
  const { rev } = state.wallTime
  return rev === asked.rev ? null : { kind: 'stale', noun: 'wall-time', rev }
}

function anchoring(state: CaseState, asked: z.infer<typeof Anchored>): Decision {
  const recording = state.recordings.get(asked.recording)
  if (!recording) return { kind: 'unknown', noun: asked.recording }
  const placement = placementOf(recording)
  if (placement?.kind !== 'placed' || placement.group !== mainGroup)
    return {
      kind: 'impossible',
      message: `${recording.firstName} has no place on the clock of the case: place it first, then anchor the clock by it`,
    }
  const { media, reading, errorMs, reason } = asked
  return enter('clock-anchored', { v: 1, recording: recording.id, media, reading, errorMs, reason })
}

/** As it was, with the reason that its writer gave. */
function again({ recording, media, reading, errorMs, reason }: WallAnchor, rev: number) {
  return { do: 'anchor-clock', rev, recording, media, reading, errorMs, reason }
}
