import {
  type Command,
  mainGroup,
  type PlacementSegment,
  placementOf,
  type Recording,
} from '@sightline/core/case'
import { type CaseMicros, caseMicros, type MediaMicros } from '@sightline/core/time'

/** A frame that a person points at: its time in the file and how long it is shown. */
export interface PointedFrame {
  readonly recording: Recording
  readonly pts: MediaMicros
  readonly lastsMicros: number
}

/** What a match of two frames comes to. */
export interface Match {
  /** Case time of media time 0 of the matched recording. */
  readonly start: CaseMicros
  readonly errorMs: number
  /** The reference has no place either: it begins the clock with its own time 0. */
  readonly startsClock: boolean
}

/**
 * Places `frame` so that it is current at the same instant as `reference`. What both show happened within both frames, so
 * the error is the longer of the two, added to the reference's own. Drift is left at that of the clock (0 ppm).
 */
export function matchOf(reference: PointedFrame, frame: PointedFrame): Match {
  const placement = placementOf(reference.recording)
  const isPlaced = placement?.kind === 'placed' && placement.group === mainGroup
  const at = isPlaced ? placement.start + reference.pts * (1 + placement.driftPpm * 1e-6) : reference.pts
  const ownMs = isPlaced ? (placement.errorMs ?? 0) : 0
  return {
    start: caseMicros(at - frame.pts),
    errorMs: round(Math.max(reference.lastsMicros, frame.lastsMicros) / 1000 + ownMs),
    startsClock: !isPlaced,
  }
}

/** The commands that enter a match. Where the reference had no place, its own beginning of the clock comes first. */
export function commandsOf(reference: PointedFrame, frame: PointedFrame, reason: string): readonly Command[] {
  const { start, errorMs, startsClock } = matchOf(reference, frame)
  const first: Command = {
    do: 'pin-placement',
    recording: reference.recording.id,
    rev: reference.recording.rev,
    start: caseMicros(0),
    driftPpm: 0,
    errorMs: 0,
    evidence: { how: 'typed' },
    reason,
  }
  const match: Command = {
    do: 'pin-placement',
    recording: frame.recording.id,
    rev: frame.recording.rev,
    start,
    driftPpm: 0,
    errorMs,
    evidence: {
      how: 'frames-matched',
      frames: { media: frame.pts, other: reference.recording.id, otherMedia: reference.pts },
    },
    reason,
  }
  return startsClock ? [first, match] : [match]
}

/** A placement moved along the clock by a person. Moving says nothing of how exact it is: a stated error is not kept. */
export function movedCommand(recording: Recording, byMicros: number, reason: string): Command | null {
  const placement = placementOf(recording)
  if (placement?.kind !== 'placed' || placement.group !== mainGroup) return null
  // A recording with cuts is moved as a whole: each piece by as much.
  const moved = (segment: PlacementSegment) => ({ ...segment, start: caseMicros(segment.start + byMicros) })
  return {
    do: 'pin-placement',
    recording: recording.id,
    rev: recording.rev,
    start: caseMicros(placement.start + byMicros),
    driftPpm: placement.driftPpm,
    errorMs: null,
    evidence: { how: 'dragged' },
    ...(placement.segments ? { segments: placement.segments.map(moved) } : {}),
    reason,
  }
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
