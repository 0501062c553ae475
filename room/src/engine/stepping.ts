import {
  type CaseMicros,
  type ClockMap,
  caseTimeOn,
  type FrameTimes,
  firstCaseTimeOf,
  frameAtCase,
  frameCount,
  mediaTimeOn,
  pieceAtMedia,
  pieceIndexAtCase,
  ptsOf,
  type Span,
  span,
} from '@sightline/core/time'

/** One frame forward or backward. */
export type StepBy = 1 | -1

/**
 * The smallest whole case time at which the next (or the previous) frame of a recording is current, or null at either
 * end. Frames that are never current (cut away by the pieces of the map, or shorter than a micro) are passed over.
 */
export function stepTime(times: FrameTimes, map: ClockMap, time: CaseMicros, by: StepBy): CaseMicros | null {
  const count = frameCount(times)
  for (let index = firstToTry(times, map, time, by); index >= 0 && index < count; index += by) {
    const at = firstCaseTimeOf(times, pieceAtMedia(map, ptsOf(times, index)), index)
    const shown = frameAtCase(times, map, at)
    if (shown.kind !== 'frame' || shown.index !== index) continue
    if (by === 1 ? at > time : at < time) return at
  }
  return null
}

/** The nearest of the steps of several recordings: the next change of any picture. Null when none has one. */
export function stepTimeOfAny(
  angles: readonly { readonly times: FrameTimes; readonly map: ClockMap }[],
  time: CaseMicros,
  by: StepBy,
): CaseMicros | null {
  let best: CaseMicros | null = null
  for (const { times, map } of angles) {
    const at = by === 1 ? stepTime(times, map, time, 1) : lastChangeBefore(times, map, time)
    if (at !== null && (best === null || (by === 1 ? at < best : at > best))) best = at
  }
  return best
}

/** From the first frame's start to the end of the last one's own duration, on the case clock; null without frames. */
export function caseSpanOf(times: FrameTimes, map: ClockMap): Span<CaseMicros> | null {
  const count = frameCount(times)
  if (count === 0) return null
  const from = firstCaseTimeOf(times, pieceAtMedia(map, ptsOf(times, 0)), 0)
  const end = ptsOf(times, count)
  const to = Math.ceil(caseTimeOn(pieceAtMedia(map, end), end)) as CaseMicros
  return to > from ? span(from, to) : null
}

/** Case time at which the picture of a recording last changed before `time`; the start of the current frame counts. */
function lastChangeBefore(times: FrameTimes, map: ClockMap, time: CaseMicros): CaseMicros | null {
  const shown = frameAtCase(times, map, time)
  if (shown.kind === 'frame') {
    const start = firstCaseTimeOf(times, shown.piece, shown.index)
    if (start < time) return start
  }
  return stepTime(times, map, time, -1)
}

/** The neighbour of the frame current at `time`; where none is, the nearest frame in that direction. */
function firstToTry(times: FrameTimes, map: ClockMap, time: CaseMicros, by: StepBy): number {
  const shown = frameAtCase(times, map, time)
  if (shown.kind === 'frame') return shown.index + by
  const count = frameCount(times)
  const piece = map[pieceIndexAtCase(map, time)] ?? map[0]
  const media = mediaTimeOn(piece, time)
  let index = 0
  let high = count
  while (index < high) {
    const middle = (index + high) >> 1
    if (ptsOf(times, middle) <= media) index = middle + 1
    else high = middle
  }
  // One frame of margin: rounding may put a boundary on either side.
  return by === 1 ? Math.max(0, index - 2) : Math.min(count - 1, index + 1)
}
