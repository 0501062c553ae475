/** What is drawn over bars: black is what it covers, where no recording lies. */
import { type Box, mappedBox } from './affine.ts'
import { nothing } from './beyond-around.ts'
import type { LitFrame } from './differences.ts'
import { mapOf } from './laid.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

/** Black, in 8-bit luma of video. */
const black = 16
/** Of a bar: what differs over more of it is a bar that is not black, or a picture in the place of one. */
const mostOfBar = 0.5
/** Of a box, that lies over bars: nothing is hidden there. */
const mostly = 0.6
/** Of the frame: letters and arrows take less, and what is larger may be a picture that was not found. */
const largest = 0.08
/** Pixels of its shorter side: the line between two halves of a screen has fewer. */
const narrowest = 3

/**
 * Puts black under a part where no recording lies, in looks that are written to; whether most of the part lies there. Changes nothing, and says no, where
 * the part is all of a bar, large, or a line. `box` is around its places (`boxes`) in all of `lits`.
 */
export function blackUnder(
  lits: readonly LitFrame[],
  boxes: readonly Box[],
  box: Box,
  { segment, film, raw }: { readonly segment: Segment; readonly film: Levels; readonly raw: Levels },
): boolean {
  const [, , across, down] = boxes[0] as Box
  if (Math.min(across, down) < narrowest) return false
  if (across * down > largest * film.width(0) * film.height(0)) return false
  const shown = mappedBox(mapOf(segment, lits[0]?.n ?? 0), [0, 0, raw.width(0), raw.height(0)])
  if (barsBeside(shown, film).some(bar => sharedArea(bar, box) > mostOfBar * bar[2] * bar[3])) return false
  const width = film.width(0)
  let [bare, all] = [0, 0]
  for (const [k, lit] of lits.entries()) {
    const [left, top, w, h] = boxes[k] as Box
    for (let y = top; y < top + h; y++)
      for (let at = y * width + left; at < y * width + left + w; at++) {
        all++
        if (lit.raw[at] === nothing) bare++
      }
    if (bare > 0) for (let at = 0; at < lit.raw.length; at++) if (lit.raw[at] === nothing) lit.raw[at] = black
  }
  return bare > mostly * all
}

function barsBeside([x, y, w, h]: Box, film: Levels): readonly Box[] {
  const [width, height] = [film.width(0), film.height(0)]
  const bars: readonly Box[] = [
    [0, 0, x, height],
    [x + w, 0, width - x - w, height],
    [0, 0, width, y],
    [0, y + h, width, height - y - h],
  ]
  return bars.filter(bar => bar[2] >= 1 && bar[3] >= 1)
}

function sharedArea(one: Box, two: Box): number {
  const w = Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0])
  const h = Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1])
  return Math.max(0, w) * Math.max(0, h)
}
