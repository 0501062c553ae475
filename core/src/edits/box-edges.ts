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
export function boxesByEdges(film: Levels, seen: Box, from: number, to: number): readonly Box[] {
  const frames = spreadOver(from, to)
  const box = inPixels(seen)
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

/** Of a side's lines, for it to be one of a box that is told by its sides alone; edges that are tried on each side, the nearest; and boxes. */
const surely = 0.6
const likely = 0.4
const mostEdges = 4
const mostBoxes = 2
/** Width to height of a picture that is laid into a box as it is may be off by this share. */
const sameShape = 0.05
const leastSide = 24

/**
 * Boxes of a recording's shape (width to height, in pixels of the film) around the middle of what was seen, whose four sides are clear edges: what differs may be a
 * part of a picture, or one with something drawn over its side.
 */
export function shapedBoxes(
  film: Levels,
  seen: Box,
  from: number,
  to: number,
  shapes: readonly number[],
): readonly Box[] {
  const frames = spreadOver(from, to)
  const [x, y, w, h] = inPixels(seen)
  const lines = (isTall: boolean) => {
    const size = isTall ? film.width(0) : film.height(0)
    const window: Box = isTall ? [0, y, size, h] : [x, 0, w, size]
    const shares = sharesOf(film, frames, isTall, window)
    const [start, end] = isTall ? [x, x + w] : [y, y + h]
    const clear = [...shares.keys()].filter(n => (shares[n] as number) > likely).map(n => n + 1)
    const nearest = (to: number, isSide: (at: number) => boolean) =>
      clear
        .filter(isSide)
        .sort((one, two) => Math.abs(one - to) - Math.abs(two - to))
        .slice(0, mostEdges)
    const before = nearest(start, at => 2 * at < start + end)
    const after = nearest(end, at => 2 * at > start + end)
    return before.flatMap(first => after.map(last => [first, last - first] as const))
  }
  const across = lines(true)
  return lines(false)
    .flatMap(([top, height]) => across.map(([left, width]): Box => [left, top, width, height]))
    .filter(([, , width, height]) => Math.min(width, height) >= leastSide && isShaped(width / height, shapes))
    .map(each => ({ box: each, share: leastClear(film, frames, each) }))
    .filter(({ share }) => share > surely)
    .sort((one, two) => two.share - one.share)
    .slice(0, mostBoxes)
    .map(each => each.box)
}

/** Sides are told to parts of a pixel. */
function inPixels([x, y, w, h]: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)]
  return [left, top, Math.round(x + w) - left, Math.round(y + h) - top]
}

export const isShaped = (shape: number, shapes: readonly number[]) =>
  shapes.some(each => Math.abs(shape / each - 1) < sameShape)

/** Of a box's sides, how much of the least clear one is an edge. */
function leastClear(film: Levels, frames: readonly number[], [x, y, w, h]: Box): number {
  const share = (isTall: boolean, at: number) => {
    const size = isTall ? film.width(0) : film.height(0)
    const [first, last] = [Math.max(0, at - beside), Math.min(size, at + beside)]
    const window: Box = isTall ? [first, y, last - first, h] : [x, first, w, last - first]
    return sharesOf(film, frames, isTall, window)[at - first - 1] ?? 0
  }
  return Math.min(share(true, x), share(true, x + w), share(false, y), share(false, y + h))
}

function spreadOver(from: number, to: number): readonly number[] {
  return Array.from({ length: sampled }, (_, k) => from + Math.floor(((k + 0.5) * (to - from)) / sampled))
}
