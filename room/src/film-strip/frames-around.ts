import { type FrameTimes, frameCount, ptsOf } from '@sightline/core/time'

/** A place of the film strip: one frame of the recording, or none where it has none any more. */
export type StripFrame = {
  readonly index: number
  /** Micros of media time from the frame in the middle. */
  readonly offset: number
} | null

const gapPx = 2
const mostFrames = 21

/** How many frames of a shape stand side by side in a width, at a height: an odd number, so that one is the middle. */
export function framesThatFit(widthPx: number, heightPx: number, aspect: number): number {
  const each = Math.max(56, heightPx * aspect) + gapPx
  const fit = Math.floor((widthPx + gapPx) / each)
  const odd = fit % 2 === 0 ? fit - 1 : fit
  return Math.min(mostFrames, Math.max(3, odd))
}

/** The frames around one, in their order, `count` places in all. Frames are counted in the file: a cut on the clock is none here. */
export function framesAround(times: FrameTimes, middle: number, count: number): readonly StripFrame[] {
  const reach = Math.floor(count / 2)
  return Array.from({ length: 2 * reach + 1 }, (_, n) => {
    const index = middle - reach + n
    if (index < 0 || index >= frameCount(times)) return null
    return { index, offset: ptsOf(times, index) - ptsOf(times, middle) }
  })
}
