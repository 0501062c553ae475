import { assert } from '../errors.ts'
import type { CaseMicros, MediaMicros } from './micros.ts'

/**
 * One straight piece of the map from media time to the case clock:
 * case = start + media · (1 + driftPpm · 10⁻⁶), for media times from `from` up to the next piece.
 * `start` is the case time of media time 0 on this line, even where the piece begins later.
 */
export interface ClockPiece {
  readonly from: MediaMicros
  readonly start: CaseMicros
  readonly driftPpm: number
}

/** The pieces of one recording, sorted by `from`. More than one where the recording has cuts. */
export type ClockMap = readonly [ClockPiece, ...ClockPiece[]]

/** Case time of a media time on one piece's line, unrounded: comparisons need the fraction. */
export function caseTimeOn(piece: Pick<ClockPiece, 'start' | 'driftPpm'>, media: MediaMicros): number {
  return piece.start + media * (1 + piece.driftPpm * 1e-6)
}

/** Media time of a case time on one piece's line, unrounded. */
export function mediaTimeOn(piece: Pick<ClockPiece, 'start' | 'driftPpm'>, time: number): number {
  return (time - piece.start) / (1 + piece.driftPpm * 1e-6)
}

/** The piece that media time lies in; times before the first piece belong to it. */
export function pieceAtMedia(map: ClockMap, media: MediaMicros): ClockPiece {
  return map[pieceIndexAtMedia(map, media)] ?? map[0]
}

export function pieceIndexAtMedia(map: ClockMap, media: MediaMicros): number {
  let index = 0
  while (index + 1 < map.length && (map[index + 1] as ClockPiece).from <= media) index++
  return index
}

/** The last piece that has begun at a case time; times before the first piece belong to it. */
export function pieceIndexAtCase(map: ClockMap, time: number): number {
  let index = 0
  for (let next = 1; next < map.length; next++) {
    const piece = map[next] as ClockPiece
    if (caseTimeOn(piece, piece.from) <= time) index = next
  }
  return index
}

/** A map of one piece that holds for the whole recording. */
export function straightMap(start: CaseMicros, driftPpm: number): ClockMap {
  assert(
    Number.isFinite(driftPpm) && Math.abs(driftPpm) < 1e5,
    `drift is a small number of ppm, not ${driftPpm}`,
  )
  return [{ from: Number.MIN_SAFE_INTEGER as MediaMicros, start, driftPpm }]
}
