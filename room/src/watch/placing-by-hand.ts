import {
  type Command,
  clockMapOf,
  mainGroup,
  type Placed,
  placementOf,
  type Recording,
} from '@sightline/core/case'
import { type CaseMicros, caseMicros, caseTimeOn, type MediaMicros, pieceAtMedia } from '@sightline/core/time'

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
  readonly map: PinnedMap
  readonly errorMs: number
  /** The reference has no place either: it begins the clock with its own time 0. */
  readonly startsClock: boolean
}

/** The map that a pin states. */
export type PinnedMap = Pick<Extract<Command, { do: 'pin-placement' }>, 'start' | 'driftPpm' | 'segments'>

/**
 * The map that puts a media time of a recording at a case time. What is known of how its clock runs, and of its cuts, stays: a
 * recording that has a place on the clock of the case is moved as a whole, each piece by as much. Without one its drift is 0 ppm.
 */
export function mapThrough(recording: Recording, media: MediaMicros, time: number): PinnedMap {
  const placement = onMain(recording)
  if (!placement) return { start: caseMicros(time - media), driftPpm: 0 }
  return movedMap(placement, Math.round(time - caseTimeOf(placement, media)))
}

function movedMap({ start, driftPpm, segments }: Placed, byMicros: number): PinnedMap {
  const moved = { start: caseMicros(start + byMicros), driftPpm }
  if (!segments) return moved
  return {
    ...moved,
    segments: segments.map(piece => ({ ...piece, start: caseMicros(piece.start + byMicros) })),
  }
}

function onMain(recording: Recording): Placed | null {
  const placement = placementOf(recording)
  return placement?.kind === 'placed' && placement.group === mainGroup ? placement : null
}

function caseTimeOf(placement: Placed, media: MediaMicros): number {
  return caseTimeOn(pieceAtMedia(clockMapOf(placement), media), media)
}

/**
 * Places `frame` so that it is current at the same instant as `reference`. What both show happened within both frames, so
 * the error is the longer of the two, added to the reference's own.
 */
export function matchOf(reference: PointedFrame, frame: PointedFrame): Match {
  const placement = onMain(reference.recording)
  const at = placement ? caseTimeOf(placement, reference.pts) : reference.pts
  const ownMs = placement?.errorMs ?? 0
  const map = mapThrough(frame.recording, frame.pts, at)
  return {
    start: map.start,
    map,
    errorMs: round(Math.max(reference.lastsMicros, frame.lastsMicros) / 1000 + ownMs),
    startsClock: placement === null,
  }
}

/** The commands that enter a match. Where the reference had no place, its own beginning of the clock comes first. */
export function commandsOf(reference: PointedFrame, frame: PointedFrame, reason: string): readonly Command[] {
  const { map, errorMs, startsClock } = matchOf(reference, frame)
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
    ...map,
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
  const placement = onMain(recording)
  if (!placement) return null
  return {
    do: 'pin-placement',
    recording: recording.id,
    rev: recording.rev,
    ...movedMap(placement, byMicros),
    errorMs: null,
    evidence: { how: 'dragged' },
    reason,
  }
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
