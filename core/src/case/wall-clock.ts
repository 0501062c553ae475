import {
  type CaseMicros,
  caseMicros,
  caseTimeOn,
  localText,
  type MediaMicros,
  offsetText,
  pieceAtMedia,
  type WallMicros,
  wallMicros,
} from '../time/index.ts'
import type { RecordingId } from './ids.ts'
import type { WallAnchor } from './nouns/wall-anchor.ts'
import { clockMapOf } from './placement.ts'
import { mainGroup, placementOf } from './placing.ts'
import type { CaseState } from './state.ts'
import { wallOfReading } from './wall-reading.ts'

/**
 * Wall time on the case clock, from the anchor: wall = case + `atZero`. The case clock runs as fast as the recorder that it
 * was taken from, so far from the anchor wall time is off by that recorder's drift: 250 ppm are 0.9 s an hour.
 */
export interface WallClock {
  readonly anchor: WallAnchor
  /** Wall time at case time 0. */
  readonly atZero: WallMicros
  /** Case time of the anchored frame. */
  readonly anchoredAt: CaseMicros
  /** In which zone the case is told: the anchor's, as it was then. */
  readonly offsetMinutes: number
  /** Of the reading, as its writer stated it; null when nobody did. */
  readonly errorMs: number | null
}

/** The wall clock of the case; null while it is not anchored, or the anchored recording has no place on the case clock. */
export function wallClockOf(state: CaseState): WallClock | null {
  const { anchor } = state.wallTime
  const at = anchor && caseTimeIn(state, anchor.recording, anchor.media)
  if (!anchor || at === null) return null
  const { reading, errorMs } = anchor
  return {
    anchor,
    atZero: wallMicros(wallOfReading(reading) - at),
    anchoredAt: at,
    offsetMinutes: reading.offsetMinutes,
    errorMs,
  }
}

export function wallAt({ atZero }: Pick<WallClock, 'atZero'>, time: CaseMicros): WallMicros {
  return wallMicros(atZero + time)
}

export function caseAt({ atZero }: Pick<WallClock, 'atZero'>, wall: WallMicros): CaseMicros {
  return caseMicros(wall - atZero)
}

/** Wall time as ISO 8601 with the anchor's offset, to the micro: `2031-05-02T16:10:03.500000+02:00`. */
export function wallStamp(wallClock: Pick<WallClock, 'atZero' | 'offsetMinutes'>, time: CaseMicros): string {
  const { offsetMinutes } = wallClock
  return `${localText(wallAt(wallClock, time), offsetMinutes, 6)}${offsetText(offsetMinutes)}`
}

/** Case time of a media time of a recording; null where it has no place on the clock of the case. */
export function caseTimeIn(state: CaseState, id: RecordingId, media: MediaMicros): CaseMicros | null {
  const recording = state.recordings.get(id)
  const placement = recording && placementOf(recording)
  if (placement?.kind !== 'placed' || placement.group !== mainGroup) return null
  return caseMicros(caseTimeOn(pieceAtMedia(clockMapOf(placement), media), media))
}
