/** Pictures that a film shows several times in a row: what was made at fewer pictures a second than the film has, a capture that lagged, slow motion without mixing. */
import type { Levels } from './pictures.ts'

const level = 2
/** Grey levels by which coding changes a picture that is shown again, and the share of its pixels that may change by more. */
const coded = 4
const repeatedShare = 0.001
/** Share of the picture that changes between two that are not the same, where something is said by one being the same. */
const movedShare = 0.05
/** Times in a row that a picture is shown again: beyond that one frame is held. */
const mostRepeats = 4

/** Frames before or after one, and the share of them that are shown again: a little less than one of three. */
const reach = 12
const often = 0.3

const known = new WeakMap<Levels, Float64Array>()

/**
 * For each frame of a film the time at which its picture came: its own, or that of an earlier frame whose picture it shows again amid pictures that all differ.
 * A recording that plays is as far on as when the picture came.
 */
export function cameAt(film: Levels): Float64Array {
  const found = known.get(film) ?? foundIn(film)
  known.set(film, found)
  return found
}

function foundIn(film: Levels): Float64Array {
  const { count, times } = film
  const changed = Float64Array.from({ length: count }, (_, frame) =>
    frame === 0 ? 1 : changedAt(film, frame),
  )
  const cameWith = Int32Array.from({ length: count }, (_, frame) => frame)
  for (let first = 0; first < count; ) {
    let next = first + 1
    while (next < count && (changed[next] as number) <= repeatedShare) next++
    const isTold =
      next - first - 1 <= mostRepeats &&
      (changed[first] as number) > movedShare &&
      (next === count || (changed[next] as number) > movedShare)
    if (isTold) cameWith.fill(first, first, next)
    first = next
  }
  const isRepeat = Uint8Array.from(cameWith, (at, frame) => (at === frame ? 0 : 1))
  return Float64Array.from(cameWith, (at, frame) => times[isOften(isRepeat, frame) ? at : frame] as number)
}

/** Whether pictures are shown again all the time before a frame or from it on: one that is by itself may be chance. */
function isOften(isRepeat: Uint8Array, frame: number): boolean {
  return [
    isRepeat.subarray(Math.max(0, frame - reach), frame + 1),
    isRepeat.subarray(frame, frame + reach + 1),
  ].some(around => around.reduce((sum, each) => sum + each, 0) >= often * (reach + 1))
}

/** The share of a frame's pixels that differ from those of the frame before. */
function changedAt(film: Levels, frame: number): number {
  const [before, after] = [film.at(frame - 1, level), film.at(frame, level)]
  let changed = 0
  for (let n = 0; n < after.length; n++)
    if (Math.abs((after[n] as number) - (before[n] as number)) > coded) changed++
  return after.length === 0 ? 0 : changed / after.length
}
