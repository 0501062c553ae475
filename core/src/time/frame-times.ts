import { type ClockMap, type ClockPiece, caseTimeOn, pieceIndexAtCase } from './clock-map.ts'
import type { CaseMicros, MediaMicros } from './micros.ts'

/**
 * When each frame of a recording is shown: n + 1 ascending boundaries in media micros, as ffprobe prints
 * `pts_time`. Boundary k is the PTS of frame k in presentation order; the last one ends the last frame.
 */
export interface FrameTimes {
  readonly boundaries: Float64Array
}

/** What a recording shows at one case time. */
export type FrameAt =
  | { readonly kind: 'frame'; readonly index: number; readonly piece: ClockPiece }
  | { readonly kind: 'absent'; readonly why: 'before-start' | 'after-end' | 'between-pieces' | 'no-frames' }

export function frameCount(times: FrameTimes): number {
  return Math.max(0, times.boundaries.length - 1)
}

/** PTS of frame `index`; `frameCount` itself gives the end of the last frame. */
export function ptsOf(times: FrameTimes, index: number): MediaMicros {
  return (times.boundaries[index] ?? Number.NaN) as MediaMicros
}

/** The frame whose [PTS, next PTS) holds a media time, or null outside the recording. */
export function frameAtMedia(times: FrameTimes, media: number): number | null {
  const count = frameCount(times)
  if (count === 0 || media < ptsOf(times, 0) || media >= ptsOf(times, count)) return null
  return lastAtOrBefore(times.boundaries, count, boundary => boundary <= media)
}

/**
 * The frame current at a case time: frame n is current in [start + pts[n]·(1+drift), the same for n+1).
 * The comparison is made on the case clock with the unrounded map, so that it agrees with `firstCaseTimeOf`.
 */
export function frameAtCase(times: FrameTimes, map: ClockMap, time: CaseMicros): FrameAt {
  const count = frameCount(times)
  if (count === 0) return { kind: 'absent', why: 'no-frames' }
  const at = pieceIndexAtCase(map, time)
  const piece = map[at] as ClockPiece
  const starts = (boundary: number) => caseTimeOn(piece, boundary as MediaMicros) <= time
  if (!starts(ptsOf(times, 0))) return { kind: 'absent', why: 'before-start' }
  const next = map[at + 1]
  if (next && starts(next.from)) return { kind: 'absent', why: 'between-pieces' }
  if (starts(ptsOf(times, count))) return { kind: 'absent', why: 'after-end' }
  const index = lastAtOrBefore(times.boundaries, count, starts)
  const firstOfPiece = at === 0 ? null : frameAtMedia(times, piece.from)
  if (at > 0 && firstOfPiece !== null && index < firstOfPiece)
    return { kind: 'absent', why: 'between-pieces' }
  return { kind: 'frame', index, piece }
}

/** The smallest whole case time at which a frame is current on the given piece of the map. */
export function firstCaseTimeOf(times: FrameTimes, piece: ClockPiece, index: number): CaseMicros {
  return Math.ceil(caseTimeOn(piece, ptsOf(times, index))) as CaseMicros
}

/** Index of the last of the first `count` boundaries for which `holds`; the first must hold, and holding is monotone. */
function lastAtOrBefore(
  boundaries: Float64Array,
  count: number,
  holds: (boundary: number) => boolean,
): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (holds(boundaries[middle] as number)) low = middle
    else high = middle - 1
  }
  return low
}
