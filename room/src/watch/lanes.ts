import {
  type CaseState,
  type Clock,
  clockMapOf,
  placementOn,
  type Recording,
  type RecordingId,
} from '@sightline/core/case'
import type { SoundSpan } from '@sightline/core/sound'
import {
  type CaseMicros,
  type ClockMap,
  type ClockPiece,
  caseMicros,
  caseTimeOn,
  type MediaMicros,
  overlap,
  type Span,
  span,
} from '@sightline/core/time'

/** A stretch of the clock that one piece of a recording covers. */
export interface Cover extends Span<CaseMicros> {
  readonly piece: ClockPiece
}

/** A recording on a clock: how its media time maps onto it, and where it has something to show or to be heard. */
export interface Lane {
  readonly id: RecordingId
  readonly recording: Recording
  readonly map: ClockMap
  readonly errorMs: number | null
  readonly media: Span<MediaMicros>
  readonly covers: readonly Cover[]
  readonly hasPictures: boolean
  readonly hasSound: boolean
}

/** A stretch of a lane in which its sound is out of the ordinary. */
export interface LaneStretch extends Span<CaseMicros> {
  readonly state: 'absent' | 'digital-silence'
}

/** The lanes of a clock in order of names; recordings that were not probed yet have none. */
export function lanesOf(state: CaseState, clock: Clock): readonly Lane[] {
  return clock.recordings.flatMap(id => {
    const recording = state.recordings.get(id)
    const placement = recording && placementOn(clock, recording)
    if (!recording || !placement || recording.probe.kind !== 'probed') return []
    const { facts } = recording.probe
    const start = facts.start ?? (0 as MediaMicros)
    const media = span(start, Math.max(start, facts.end ?? start) as MediaMicros)
    const map = clockMapOf(placement)
    return {
      id,
      recording,
      map,
      errorMs: placement.errorMs,
      media,
      covers: onClock(map, media),
      hasPictures: facts.video !== null,
      hasSound: facts.audio.length > 0,
    }
  })
}

/** A lane as it would be if its recording lay that much later. */
export function movedLane(lane: Lane, byMicros: number): Lane {
  const [first, ...rest] = lane.map.map(piece => ({ ...piece, start: caseMicros(piece.start + byMicros) }))
  if (!first) return lane
  const map: ClockMap = [first, ...rest]
  return { ...lane, map, covers: onClock(map, lane.media) }
}

/** Where a stretch of media time lies on the clock, piece by piece. */
export function onClock(map: ClockMap, media: Span<MediaMicros>): readonly Cover[] {
  return map.flatMap((piece, n) => {
    const whole = { from: piece.from, to: map[n + 1]?.from ?? (Number.MAX_SAFE_INTEGER as MediaMicros) }
    const held = overlap(whole, media)
    if (!held) return []
    const on = span(caseMicros(caseTimeOn(piece, held.from)), caseMicros(caseTimeOn(piece, held.to)))
    return { ...on, piece }
  })
}

/** Stretches without samples, or in which every sample is zero, on the clock. */
export function stretchesOf(lane: Lane, sound: readonly SoundSpan[] | null): readonly LaneStretch[] {
  return (sound ?? []).flatMap(each =>
    each.state === 'present'
      ? []
      : onClock(lane.map, each).map(
          ({ from, to }): LaneStretch => ({ from, to, state: each.state as LaneStretch['state'] }),
        ),
  )
}

/** From the first to the last instant that any lane covers; ten seconds from 0 while there is none. */
export function wholeOf(lanes: readonly Lane[]): Span<CaseMicros> {
  const all = lanes.flatMap(lane => lane.covers)
  if (all.length === 0) return span(caseMicros(0), caseMicros(10e6))
  const from = all.reduce((least, each) => Math.min(least, each.from), Number.POSITIVE_INFINITY)
  const to = all.reduce((most, each) => Math.max(most, each.to), Number.NEGATIVE_INFINITY)
  return span(caseMicros(from), caseMicros(to))
}
