/** Holds one frame of a film against frames of a recording, block by block, on the recording's own grid of pixels. */
import type { Affine } from './affine.ts'
import {
  blockArea,
  blockSide,
  codedVariance,
  type Grid,
  type Light,
  type PictureKernels,
  type Sampled,
} from './picture-kernels.ts'
import { ranked } from './ranked.ts'

/** A frame of something else leaves about twice the film's own variance; a copy leaves a small part of it. */
const explainedShare = 0.25
/** How much dearer than "from nowhere" one block can get: drawings and insets must not outvote the rest. */
const strangeness = 0.4
/** By how much more than "from nowhere" leaves of a block it may leave at most, and a little more for no rounding to decide. */
const strangest = Math.exp(strangeness) * (1 + 1e-5)

/** A film's frame, laid onto the grid of a recording by a map from the recording's pixels to the film's. */
export interface FilmView extends Sampled {
  readonly width: number
  /** Top left pixels of the blocks that lie wholly inside the film's frame. */
  readonly blocks: Int32Array
  /** What each block costs when it is said to come from nowhere. */
  readonly none: Float32Array
  readonly noneCost: number
  /** What is left of a block, in squared grey levels, beyond which it is surely as dear as one can get. */
  readonly far: Float32Array
  readonly kernels: PictureKernels
}

/** How a frame of a recording fits a view. Costs are sums over blocks, in natural logarithms. */
export interface Fit {
  readonly cost: number
  readonly gain: number
  readonly lift: number
  /** Share of the blocks that the recording's frame explains, 0 to 1. */
  readonly explained: number
}

/** How a film's frame is laid onto a recording's grid. */
export interface Viewing {
  readonly film: Uint8Array
  readonly filmGrid: Grid
  readonly rawGrid: Grid
  /** From pixels of the recording to those of the film. */
  readonly map: Affine
  /** x0, y0, x1, y1 in film pixels: blocks that leave it are left out. */
  readonly inside: readonly [number, number, number, number]
}

/** Bilinear samples of a film's frame at the map of each pixel of the recording. */
export function viewOf(kernels: PictureKernels, { inside, ...viewing }: Viewing): FilmView {
  const blocks = insideBlocks(viewing.rawGrid, viewing.map, inside)
  return judgedView(kernels, viewing.rawGrid.width, blocks, kernels.sampled({ ...viewing, blocks }))
}

/** The same, good until another view is asked for or fitted. */
export function passingView(kernels: PictureKernels, { inside, ...viewing }: Viewing): FilmView {
  const blocks = insideBlocks(viewing.rawGrid, viewing.map, inside)
  return judgedView(kernels, viewing.rawGrid.width, blocks, kernels.passing({ ...viewing, blocks }))
}

type Inside = Viewing['inside']

/** What was asked for last: one frame after another is laid by the same map. */
let asked: {
  readonly grid: Grid
  readonly map: Affine
  readonly inside: Inside
  readonly blocks: Int32Array
} | null = null

function insideBlocks(grid: Grid, map: Affine, inside: Inside): Int32Array {
  if (asked && asked.map === map && asked.inside === inside && asked.grid === grid) return asked.blocks
  const blocks = blocksWithin(grid, map, inside)
  asked = { grid, map, inside, blocks }
  return blocks
}

/** The part of the recording that a film shows is a turned rectangle at most: corners tell. */
function blocksWithin(
  { width, height }: Grid,
  [a, b, c, d, e, f]: Affine,
  [left, top, right, low]: Inside,
): Int32Array {
  const isIn = (x: number, y: number) => {
    const sx = a * x + b * y + c
    const sy = d * x + e * y + f
    return sx >= left - 0.6 && sy >= top - 0.6 && sx <= right - 0.4 && sy <= low - 0.4
  }
  const farX = (width & -blockSide) - 1
  const farY = (height & -blockSide) - 1
  // Along a row or a column places go one way only, rounded or not: where all four corners of the picture are inside, all blocks are.
  // All four are asked before they are weighed: what was never asked would have to be compiled again once it is.
  const first = isIn(0, 0)
  const beside = isIn(farX, 0)
  const under = isIn(0, farY)
  const across = isIn(farX, farY)
  return first && beside && under && across ? allBlocks(width, height) : someBlocks(width, height, isIn)
}

function someBlocks(width: number, height: number, isIn: (x: number, y: number) => boolean): Int32Array {
  const last = blockSide - 1
  const whole = width & -blockSide
  const isInside = (x: number, y: number) =>
    isIn(x, y) && isIn(x + last, y) && isIn(x, y + last) && isIn(x + last, y + last)
  const blocks = new Int32Array((width >> 3) * (height >> 3))
  let count = 0
  if (whole === 0) return blocks
  // As places go one way only along a row, those of it that are inside lie side by side: mostly from about where those of the row before do, to about where these do.
  let first = 0
  let end = whole
  for (let y = 0; y + blockSide <= height; y += blockSide) {
    let from = first
    if (isInside(from, y)) while (from > 0 && isInside(from - blockSide, y)) from -= blockSide
    else {
      from += blockSide
      while (from < whole && !isInside(from, y)) from += blockSide
      if (from >= whole) {
        from = 0
        while (from < first && !isInside(from, y)) from += blockSide
        if (from === first) continue
      }
    }
    let to = Math.max(from + blockSide, end)
    if (isInside(to - blockSide, y)) while (to < whole && isInside(to, y)) to += blockSide
    else while (!isInside(to - blockSide, y)) to -= blockSide
    for (let x = from; x < to; x += blockSide) blocks[count++] = y * width + x
    first = from
    end = to
  }
  return blocks.subarray(0, count)
}

const allBySize = new Map<string, Int32Array>()

/** Always the same array for a size, so that it is known when it is asked for again. */
function allBlocks(width: number, height: number): Int32Array {
  const key = `${width} ${height}`
  const known = allBySize.get(key)
  if (known) return known
  const across = width >> 3
  const made = Int32Array.from(
    { length: across * (height >> 3) },
    (_, n) => blockSide * (Math.floor(n / across) * width + (n % across)),
  )
  allBySize.set(key, made)
  return made
}

function judgedView(
  kernels: PictureKernels,
  width: number,
  blocks: Int32Array,
  { data, sums, squares }: Sampled,
): FilmView {
  const count = blocks.length
  // The middle level: most of a card with letters is its ground, and flat ground is no evidence.
  const mean = ranked(sums, count, count >> 1) / blockArea
  const none = new Float32Array(count)
  const far = new Float32Array(count)
  let noneCost = 0
  for (let n = 0; n < count; n++) {
    const variance = ((squares[n] as number) - 2 * mean * (sums[n] as number)) / blockArea + mean * mean
    // Half from the block's own detail: a flat wall lit alike is weak evidence.
    const own = ((squares[n] as number) - (sums[n] as number) ** 2 / blockArea) / blockArea
    const shown =
      1 + (explainedShare * (0.5 * Math.max(0, variance) + 0.5 * Math.max(0, own))) / codedVariance
    none[n] = Math.log(shown)
    far[n] = codedVariance * (strangest * shown - 1)
    noneCost += none[n] as number
  }
  return { width, data, blocks, sums, squares, none, noneCost, far, kernels }
}

let scratch = new Float32Array(4096)

/** Brightness and contrast are fitted to the whole frame, without the blocks that fit worst; then every block is judged. */
export function fitOf(view: FilmView, raw: Uint8Array, rests: Float32Array | null = null, floor = 0): Fit {
  const count = view.blocks.length
  if (scratch.length < count) scratch = new Float32Array(2 * count)
  const into = rests ?? scratch
  const { gain, lift } = restsOf(view, raw, into)
  return { ...judged(view, into, floor), gain, lift }
}

/** Fits the light and writes what is left of each block, in squared grey levels. */
export function restsOf(view: FilmView, raw: Uint8Array, rests: Float32Array): Light {
  return view.kernels.fitted(view, view.blocks, view.width, raw, rests)
}

/** What coding alone leaves is not counted: the same in all blocks, it would outvote the one block in which something moves. */
export function floorOf(usual: number): number {
  // Where much is left it is no copy, and nothing is given away.
  return usual < mostUsual ? 2 * usual : Math.max(0, 2 * (2 * mostUsual - usual))
}

/** What good copies leave at most, as a mean square: coding at 200 kb/s a second of 320 by 180. */
const mostUsual = 6

/** The cost of what is left over, block by block. Up to `floor` it costs nothing. */
export function judged(
  view: FilmView,
  rests: Float32Array,
  floor: number,
): { readonly cost: number; readonly explained: number } {
  const { none, far, blocks } = view
  const count = blocks.length
  let cost = 0
  let explained = 0
  for (let n = 0; n < count; n++) {
    const over = (rests[n] as number) - floor
    const most = (none[n] as number) + strangeness
    if (over > (far[n] as number)) {
      cost += most
      continue
    }
    const own = over > 0 ? Math.log(1 + over / codedVariance) : 0
    cost += Math.min(own, most)
    if (own < (none[n] as number) + 0.05) explained++
  }
  return { cost, explained: count === 0 ? 0 : explained / count }
}
