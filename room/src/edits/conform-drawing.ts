import type { RecordingId } from '@sightline/core/case'
import type { Compared, Shown, StandingLine } from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import { caseTimeOn, pieceAtMedia, type Span } from '@sightline/core/time'
import { type View, xOf } from '../timeline/geometry.ts'
import type { Lane } from '../watch/lanes.ts'
import { groupOf, type KindGroup, kindGroups } from './line-words.ts'

/** A recording's row below: on the clock of the case, or by its own time where it has no place on it. */
export interface RawLane {
  readonly id: RecordingId
  readonly isPlaced: boolean
  /** Where it begins, on its own clock. */
  readonly from: MediaMicros
  /** Microseconds of its pictures; null for mere sound. */
  readonly picturesMicros: number | null
  readonly whole: Span
  /** From its own time to the axis below. */
  readonly timeOf: (media: MediaMicros) => number
}

/** What was compared, each as a lane: those that are shown first, those without a place from the beginning of the axis on. */
export function rawLanes(
  compared: readonly Compared[],
  lanes: readonly Lane[],
  isShownIn: (raw: RecordingId) => boolean,
): readonly RawLane[] {
  const start = Math.min(0, ...lanes.flatMap(({ covers }) => covers.map(({ from }) => from)))
  const all = compared.flatMap(({ recording, frames, from, to }): readonly RawLane[] => {
    if (from === null || to === null) return []
    const lane = lanes.find(({ id }) => id === recording)
    const timeOf = lane
      ? (media: MediaMicros) => caseTimeOn(pieceAtMedia(lane.map, media), media)
      : (media: MediaMicros) => start + media - from
    return [
      {
        id: recording,
        isPlaced: lane !== undefined,
        from,
        picturesMicros: frames === null ? null : to - from,
        timeOf,
        whole: { from: timeOf(from), to: timeOf((to - 1) as MediaMicros) },
      },
    ]
  })
  // What the film shows stands nearest to it.
  const rank = ({ id, isPlaced }: RawLane) => Number(!isShownIn(id)) * 2 + Number(!isPlaced)
  return [...all].sort((a, b) => rank(a) - rank(b))
}

/** The stretch that all lanes cover together. */
export function axisOf(lanes: readonly RawLane[]): Span {
  return {
    from: Math.min(...lanes.map(({ whole }) => whole.from), lanes.length > 0 ? Number.POSITIVE_INFINITY : 0),
    to: Math.max(...lanes.map(({ whole }) => whole.to), lanes.length > 0 ? Number.NEGATIVE_INFINITY : 1),
  }
}

/** A ribbon from the film's bar at `top` to a lane at `bottom`, as an SVG path. Played backwards, its edges cross. */
export function ribbonPath(
  film: View,
  clock: View,
  line: Shown,
  lane: RawLane,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): string {
  const [a, b] = [xOf(film, line.from), xOf(film, line.to)]
  const [low, high] = [
    xOf(clock, lane.timeOf(line.rawFrom)),
    Math.max(
      xOf(clock, lane.timeOf(line.rawFrom)) + 1,
      xOf(clock, lane.timeOf((line.rawTo - 1) as MediaMicros)),
    ),
  ]
  const [c, d] = line.rate < 0 ? [high, low] : [low, high]
  const middle = (top + bottom) / 2
  const n = (value: number) => value.toFixed(1)
  return `M${n(a)} ${top}C${n(a)} ${middle} ${n(c)} ${middle} ${n(c)} ${bottom}L${n(d)} ${bottom}C${n(d)} ${middle} ${n(b)} ${middle} ${n(b)} ${top}Z`
}

/** A line of the tie between the two playheads. */
export function tiePath(
  x: number,
  below: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): string {
  const middle = (top + bottom) / 2
  return `M${x.toFixed(1)} ${top}C${x.toFixed(1)} ${middle} ${below.toFixed(1)} ${middle} ${below.toFixed(1)} ${bottom}`
}

/** Families of differences that occur, in a fixed order, with the lines of each. */
export function groupRows(
  lines: readonly StandingLine[],
): readonly { readonly group: KindGroup; readonly lines: readonly StandingLine[] }[] {
  return kindGroups.flatMap(group => {
    const own = lines.filter(({ line, status }) => status !== 'dismissed' && groupOf(line) === group)
    return own.length > 0 ? [{ group, lines: own }] : []
  })
}
