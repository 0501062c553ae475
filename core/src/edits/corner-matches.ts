/** Which frames of recordings have a picture's corners, and where: not all of them need be asked. */
import type { CornerFrame, CornerIndex } from './corner-index.ts'
import { type Corners, type Found, mapBetween } from './features.ts'
import type { LookupKernels } from './lookup-kernels.ts'

export interface CornerMatch extends Found {
  readonly raw: number
  readonly frame: number
}

/** Frames whose corners may be compared one by one: those that share most. */
const mostAlike = 400
/** So few are compared all. */
const fewFrames = 32
/** Of the frames that agree most, those whose neighbours are compared too. */
const mostNear = 8

/**
 * The maps by which frames of recordings agree with a picture's corners. Corners are known of frames half a second apart, and what one shows the next mostly
 * shows too: every other one is compared first, and of the rest those next to the ones that agree best.
 */
export function cornerMatches(
  kernels: LookupKernels,
  index: CornerIndex,
  film: Corners,
): readonly CornerMatch[] {
  const likest = index.likest(film, mostAlike)
  const compared = (each: CornerFrame) => {
    const match = mapBetween(kernels, index.corners(each), film)
    return match ? [{ ...match, raw: each.raw, at: each.at, frame: index.frame(each) }] : []
  }
  if (likest.length <= fewFrames) return likest.flatMap(compared)
  const isFirst = ({ at }: CornerFrame) => at % 2 === 0
  const first = likest.filter(isFirst).flatMap(compared)
  const best = first.toSorted((one, two) => two.inliers - one.inliers).slice(0, mostNear)
  const isNear = ({ raw, at }: CornerFrame) =>
    best.some(each => each.raw === raw && Math.abs(each.at - at) === 1)
  return [...first, ...likest.filter(each => !isFirst(each) && isNear(each)).flatMap(compared)]
}
