/** Bars that are laid over a picture's opposite sides, which is not made smaller for them. */
import type { Box } from './affine.ts'
import { type Edit, scaled } from './kinds.ts'
import type { Levels } from './pictures.ts'
import type { Region } from './regions.ts'

/** Shares of a side: by which a bar may fall short of it, and by which two bars may differ in width. */
const short = 0.06
const uneven = 0.03
/** Frames by which two bars may begin or end apart. */
const apart = 8

/** The two of `regions`, each of one tone, that take two opposite sides for the same time, told as what they are; null where there are none. */
export function maskedBars(
  regions: readonly Region[],
  film: Levels,
): { readonly edit: Edit; readonly bars: readonly [Region, Region] } | null {
  for (const one of regions)
    for (const two of regions) {
      if (one === two || one.follows || two.follows) continue
      if (Math.abs(one.from - two.from) > apart || Math.abs(one.to - two.to) > apart) continue
      const between = pictureBetween(one.box, two.box, [film.width(0), film.height(0)])
      if (!between) continue
      const span = { start: Math.min(one.from, two.from), end: Math.max(one.to, two.to) }
      const score = Math.min(one.score, two.score)
      return { edit: { kind: 'letterbox', ...span, region: scaled(between, film), score }, bars: [one, two] }
    }
  return null
}

/** What is left between a bar at the left or top of a frame and one as wide at the other side. */
function pictureBetween(one: Box, two: Box, size: readonly [number, number]): Box | null {
  for (const side of [0, 1] as const) {
    const [length, across] = [size[side], size[1 - side] as number]
    const isAlong = (box: Box) => (box[3 - side] as number) > (1 - short) * across
    const [first, last] = [one[side] + (one[side + 2] as number), two[side]]
    const end = two[side] + (two[side + 2] as number)
    const isAtEnds = one[side] < uneven * length && end > (1 - uneven) * length && first < last
    const isEven = Math.abs(first - (length - last)) < uneven * length
    if (!isAlong(one) || !isAlong(two) || !isAtEnds || !isEven) continue
    return side === 0 ? [first, 0, last - first, across] : [0, first, across, last - first]
  }
  return null
}
