/** The sides of a picture within the picture, by the straight edges that the film has along them. */
import type { Box } from './affine.ts'
import type { Levels } from './pictures.ts'
import { sharesOf } from './seams.ts'

const sampled = 5
/** How far from where it was seen a side may lie, in pixels and as a share of the box. */
const leastReach = 6
const reachShare = 0.12
/** Pixels beside it that an edge has to stand out of. */
const beside = 12
const leastShare = 0.5

/** The box whose sides are the clearest edges near those of another, and the one within it where a border has an inner edge too. */
export function boxesByEdges(film: Levels, box: Box, from: number, to: number): readonly Box[] {
  const frames = Array.from(
    { length: sampled },
    (_, k) => from + Math.floor(((k + 0.5) * (to - from)) / sampled),
  )
  const [x, y, w, h] = box
  const side = (isTall: boolean, at: number, inward: 1 | -1) =>
    edgesNear(film, frames, box, isTall, at, inward)
  const sides = [side(true, x, 1), side(true, x + w, -1), side(false, y, 1), side(false, y + h, -1)] as const
  const boxOf = (of: 'clearest' | 'inner'): Box => {
    const [left, right, top, low] = sides.map(each => each[of]) as [number, number, number, number]
    return [left, top, right - left, low - top]
  }
  const outer = boxOf('clearest')
  const inner = boxOf('inner')
  const isBox = ([, , width, height]: Box) => width > 0.5 * w && height > 0.5 * h
  return [outer, inner].filter(
    (each, n) => isBox(each) && (n === 0 || each.some((value, k) => value !== outer[k])),
  )
}

/** Places of the edges at one side, between pixels; where there is none, the side itself. */
function edgesNear(
  film: Levels,
  frames: readonly number[],
  [x, y, w, h]: Box,
  isTall: boolean,
  at: number,
  inward: 1 | -1,
): { readonly clearest: number; readonly inner: number } {
  const length = isTall ? film.width(0) : film.height(0)
  const reach = Math.max(leastReach, Math.round(reachShare * (isTall ? w : h)))
  const first = Math.max(0, at - reach - beside)
  const last = Math.min(length, at + reach + beside)
  const window: Box = isTall ? [first, y, last - first, h] : [x, first, w, last - first]
  const shares = sharesOf(film, frames, isTall, window)
  const near = [...shares.keys()].filter(
    n => Math.abs(first + n + 1 - at) <= reach && (shares[n] as number) > leastShare,
  )
  const [best] = near.toSorted((one, two) => (shares[two] as number) - (shares[one] as number))
  if (best === undefined) return { clearest: at, inner: at }
  const inner = near.reduce((most, n) => ((n - most) * inward > 0 ? n : most), best)
  return { clearest: first + best + 1, inner: first + inner + 1 }
}
