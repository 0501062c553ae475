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

/** Grey levels of spread: of a bar over part of which something is drawn, or that was coded with few bits. */
const mostSpread = 10

export function isLikeBar({ kind, traits }: Region): boolean {
  return kind === 'redaction' && traits.spread !== null && traits.spread < mostSpread
}

/** Of a region, that lies outside of the picture. */
const mostly = 0.7

/** Whether what is told as hidden is a part of the bars beside a picture, of which `barred` tells. */
export function besideBars({ kind, box }: Region, barred: Edit | undefined, film: Levels): boolean {
  if (kind !== 'redaction' || !barred?.region) return false
  const [sx, sy] = [film.width(0) / film.pictures.fullWidth, film.height(0) / film.pictures.fullHeight]
  const [x, y, w, h] = barred.region
  const shared = (from: number, length: number, start: number, side: number) =>
    Math.max(0, Math.min(from + length, start + side) - Math.max(from, start))
  const inside = shared(box[0], box[2], x * sx, w * sx) * shared(box[1], box[3], y * sy, h * sy)
  return inside < (1 - mostly) * box[2] * box[3]
}

/** The two of `regions`, each of one tone, that take two opposite sides for the same time, told as what they are; null where there are none. */
export function maskedBars(
  regions: readonly Region[],
  film: Levels,
): { readonly edit: Edit; readonly bars: readonly [Region, Region] } | null {
  for (const one of regions)
    for (const two of regions) {
      if (one === two || one.follows || two.follows) continue
      if (Math.abs(one.from - two.from) > apart || Math.abs(one.to - two.to) > apart) continue
      const isStrip = (box: Box, side: 0 | 1) => isOneTone(film, (one.from + one.to) >> 1, box, side)
      const between = pictureBetween(one.box, two.box, [film.width(0), film.height(0)], isStrip)
      if (!between) continue
      const span = { start: Math.min(one.from, two.from), end: Math.max(one.to, two.to) }
      const score = Math.min(one.score, two.score)
      return { edit: { kind: 'letterbox', ...span, region: scaled(between, film), score }, bars: [one, two] }
    }
  return null
}

/** What is left between a bar at the left or top of a frame and one as wide at the other side. */
function pictureBetween(
  one: Box,
  two: Box,
  size: readonly [number, number],
  isStrip: (box: Box, side: 0 | 1) => boolean,
): Box | null {
  for (const side of [0, 1] as const) {
    const [length, across] = [size[side], size[1 - side] as number]
    const isLong = (box: Box) => (box[3 - side] as number) > (1 - short) * across
    const [first, last] = [one[side] + (one[side + 2] as number), two[side]]
    const end = two[side] + (two[side + 2] as number)
    const isAtEnds = one[side] < uneven * length && end > (1 - uneven) * length && first < last
    if (!isAtEnds || Math.abs(first - (length - last)) >= uneven * length) continue
    const thin = Math.min(first, length - last)
    const strip = (from: number, wide: number): Box =>
      side === 0 ? [from, 0, wide, across] : [0, from, across, wide]
    // Where the recording is as dark as the bar, nothing differs; and what was told by cells reaches into the picture.
    const isBar = (box: Box, whole: Box) => isLong(box) || isStrip(whole, side)
    const before = isBar(one, strip(0, first)) ? first : isStrip(strip(0, thin), side) ? thin : null
    const after = isBar(two, strip(last, length - last))
      ? last
      : isStrip(strip(length - thin, thin), side)
        ? length - thin
        : null
    if (before === null || after === null) continue
    return strip(before, after - before)
  }
  return null
}

/** Grey levels from the darkest to the brightest pixel of a bar. */
const mostTones = 10

/** Whether the film has one tone as far as a box reaches from its left to its right side, all along the frame; from its top to its bottom for side 1. */
function isOneTone(film: Levels, frame: number, box: Box, side: 0 | 1): boolean {
  const picture = film.at(frame, 0)
  const size = [film.width(0), film.height(0)] as const
  const [first, last] = [Math.ceil(box[side]) + 1, Math.floor(box[side] + (box[side + 2] as number)) - 1]
  let [low, high] = [255, 0]
  for (let along = 0; along < (size[1 - side] as number); along++)
    for (let across = first; across < last; across++) {
      const tone = picture[side === 0 ? along * size[0] + across : across * size[0] + along] as number
      low = Math.min(low, tone)
      high = Math.max(high, tone)
    }
  return last > first && high - low < mostTones
}
