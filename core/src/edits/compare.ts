/** Holds one frame of a film against frames of a recording, block by block, on the recording's own grid of pixels. */
import type { Affine } from './affine.ts'

const side = 8
const area = side * side
/** Variance of what coding leaves between two copies of one frame, in squared grey levels: what good copies showed. */
const noise = 5
/** A frame of something else leaves about twice the film's own variance; a copy leaves a small part of it. */
const explainedShare = 0.25
/** How much dearer than "from nowhere" one block can get: drawings and insets must not outvote the rest. */
const strangeness = 0.4

/** Flatter than this, anything fits: a card of one colour is no recording with its contrast taken away. */
const leastGain = 0.3

/** A film's frame, laid onto the grid of a recording by a map from the recording's pixels to the film's. */
export interface FilmView {
  readonly width: number
  /** Grey levels in 64ths: whole numbers are multiplied in half the time. */
  readonly data: Int16Array
  /** Top left pixels of the blocks that lie wholly inside the film's frame. */
  readonly blocks: Int32Array
  readonly sums: Float32Array
  readonly squares: Float32Array
  /** What each block costs when it is said to come from nowhere. */
  readonly none: Float32Array
  readonly noneCost: number
}

/** How a frame of a recording fits a view. Costs are sums over blocks, in natural logarithms. */
export interface Fit {
  readonly cost: number
  readonly gain: number
  readonly lift: number
  /** Share of the blocks that the recording's frame explains, 0 to 1. */
  readonly explained: number
}

export interface Grid {
  readonly width: number
  readonly height: number
}

/** Bilinear samples of `film` at the map of each pixel of the recording; blocks that leave `inside` (x0, y0, x1, y1 in film pixels) are left out. */
export function viewOf(
  film: Uint8Array,
  filmGrid: Grid,
  rawGrid: Grid,
  map: Affine,
  inside: readonly [number, number, number, number],
): FilmView {
  const { width, height } = rawGrid
  const data = new Int16Array(width * height)
  const blocks = insideBlocks(rawGrid, map, inside)
  if (isUnmoved(map) && width === filmGrid.width && height === filmGrid.height)
    for (let n = 0; n < data.length; n++) data[n] = (film[n] as number) << 6
  else
    for (let n = 0; n < blocks.length; n++) sampleBlock(film, filmGrid, data, width, blocks[n] as number, map)
  return summed(data, width, blocks)
}

const isUnmoved = ([a, b, c, d, e, f]: Affine) =>
  Math.abs(a - 1) + Math.abs(b) + Math.abs(d) + Math.abs(e - 1) < 1e-5 && Math.abs(c) + Math.abs(f) < 1e-3

const one = 1 << 16
/** Of a grey level, in a view. */
export const viewUnits = 64

/** In whole numbers: places in 65,536ths of a pixel, weights in 256ths. */
function sampleBlock(
  film: Uint8Array,
  filmGrid: Grid,
  data: Int16Array,
  width: number,
  at: number,
  [a, b, c, d, e, f]: Affine,
): void {
  const stride = filmGrid.width
  const maxX = (stride - 1) * one - 1
  const maxY = (filmGrid.height - 1) * one - 1
  const [stepX, stepY] = [Math.round(a * one), Math.round(d * one)]
  const left = at % width
  const top = (at - left) / width
  for (let y = 0, to = at; y < side; y++, to += width) {
    let sx = Math.round((a * left + b * (top + y) + c) * one)
    let sy = Math.round((d * left + e * (top + y) + f) * one)
    for (let x = 0; x < side; x++, sx += stepX, sy += stepY) {
      const cx = sx < 0 ? 0 : Math.min(sx, maxX)
      const cy = sy < 0 ? 0 : Math.min(sy, maxY)
      const from = (cy >> 16) * stride + (cx >> 16)
      const fx = (cx >> 8) & 255
      const fy = (cy >> 8) & 255
      const p = film[from] as number
      const q = film[from + stride] as number
      const upper = (p << 8) + Math.imul((film[from + 1] as number) - p, fx)
      const lower = (q << 8) + Math.imul((film[from + stride + 1] as number) - q, fx)
      data[to + x] = ((upper << 8) + Math.imul(lower - upper, fy) + 512) >> 10
    }
  }
}

/** The part of the recording that a film shows is a turned rectangle at most: corners tell. */
function insideBlocks(
  { width, height }: Grid,
  [a, b, c, d, e, f]: Affine,
  [left, top, right, low]: readonly [number, number, number, number],
): Int32Array {
  const isIn = (x: number, y: number) => {
    const sx = a * x + b * y + c
    const sy = d * x + e * y + f
    return sx >= left - 0.6 && sy >= top - 0.6 && sx <= right - 0.4 && sy <= low - 0.4
  }
  const blocks = new Int32Array((width >> 3) * (height >> 3))
  const last = side - 1
  let count = 0
  for (let y = 0; y + side <= height; y += side)
    for (let x = 0; x + side <= width; x += side)
      if (isIn(x, y) && isIn(x + last, y) && isIn(x, y + last) && isIn(x + last, y + last))
        blocks[count++] = y * width + x
  return blocks.subarray(0, count)
}

function summed(data: Int16Array, width: number, blocks: Int32Array): FilmView {
  const sums = new Float32Array(blocks.length)
  const squares = new Float32Array(blocks.length)
  for (let n = 0; n < blocks.length; n++) {
    let sum = 0
    let square = 0
    for (let y = 0, at = blocks[n] as number; y < side; y++, at += width)
      for (let x = at; x < at + side; x++) {
        const value = data[x] as number
        sum += value
        square += value * value
      }
    sums[n] = sum / viewUnits
    squares[n] = square / viewUnits ** 2
  }
  // The middle level: most of a card with letters is its ground, and flat ground is no evidence.
  const mean = (sums.slice().sort()[blocks.length >> 1] ?? 0) / area
  const none = new Float32Array(blocks.length)
  let noneCost = 0
  for (let n = 0; n < blocks.length; n++) {
    const variance = ((squares[n] as number) - 2 * mean * (sums[n] as number)) / area + mean * mean
    // Half from the block's own detail: a flat wall lit alike is weak evidence.
    const own = ((squares[n] as number) - (sums[n] as number) ** 2 / area) / area
    none[n] = Math.log(1 + (explainedShare * (0.5 * Math.max(0, variance) + 0.5 * Math.max(0, own))) / noise)
    noneCost += none[n] as number
  }
  return { width, data, blocks, sums, squares, none, noneCost }
}

const scratch = {
  raw: new Float32Array(4096),
  rawSquare: new Float32Array(4096),
  both: new Float32Array(4096),
  rest: new Float32Array(4096),
}

/** Sum and sum of squares of every block of a frame, two numbers each: the same for whatever it is held against. */
const keptSums = new WeakMap<Uint8Array, Int32Array>()

function blockSumsOf(raw: Uint8Array, width: number): Int32Array {
  const known = keptSums.get(raw)
  if (known) return known
  const across = width >> 3
  const down = Math.floor(raw.length / width) >> 3
  const sums = new Int32Array(2 * across * down)
  for (let row = 0, to = 0; row < down; row++)
    for (let column = 0; column < across; column++, to += 2) {
      let sum = 0
      let square = 0
      for (let y = 0, at = row * side * width + column * side; y < side; y++, at += width)
        for (let x = at; x < at + side; x++) {
          const value = raw[x] as number
          sum += value
          square += value * value
        }
      sums[to] = sum
      sums[to + 1] = square
    }
  keptSums.set(raw, sums)
  return sums
}

/** Of the products of a block's pixels with the view's, in 64ths: less than two to the 31. */
function productOf(raw: Uint8Array, data: Int16Array, from: number, width: number): number {
  let sum = 0
  for (let y = 0, at = from; y < side; y++, at += width)
    sum =
      (sum +
        Math.imul(raw[at] as number, data[at] as number) +
        Math.imul(raw[at + 1] as number, data[at + 1] as number) +
        Math.imul(raw[at + 2] as number, data[at + 2] as number) +
        Math.imul(raw[at + 3] as number, data[at + 3] as number) +
        Math.imul(raw[at + 4] as number, data[at + 4] as number) +
        Math.imul(raw[at + 5] as number, data[at + 5] as number) +
        Math.imul(raw[at + 6] as number, data[at + 6] as number) +
        Math.imul(raw[at + 7] as number, data[at + 7] as number)) |
      0
  return sum
}

/** Brightness and contrast of a recording's frame as the film shows it, and what usually is left of a block after that. */
export interface Light {
  readonly gain: number
  readonly lift: number
  /** Mean square that is left in a block, without the blocks that fit worst. */
  readonly usual: number
}

/** Brightness and contrast are fitted to the whole frame, without the blocks that fit worst; then every block is judged. */
export function fitOf(view: FilmView, raw: Uint8Array, rests: Float32Array | null = null, floor = 0): Fit {
  const into = rests ?? scratch.rest
  const { gain, lift } = restsOf(view, raw, into)
  return { ...judged(view, into, floor), gain, lift }
}

/** Fits the light and writes what is left of each block, in squared grey levels. */
export function restsOf(view: FilmView, raw: Uint8Array, rest: Float32Array): Light {
  const { blocks, width, data, sums, squares } = view
  const count = blocks.length
  const { raw: rawSums, rawSquare, both } = scratch
  const known = blockSumsOf(raw, width)
  const across = width >> 3
  for (let n = 0; n < count; n++) {
    const at = blocks[n] as number
    const left = at % width
    const block = 2 * ((((at - left) / width) >> 3) * across + (left >> 3))
    rawSums[n] = known[block] as number
    rawSquare[n] = known[block + 1] as number
    both[n] = productOf(raw, data, at, width) / viewUnits
    rest[n] = 0
  }
  let gain = 1
  let lift = 0
  let usual = 0
  let limit = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    let [sf, sr, srr, sfr, kept] = [0, 0, 0, 0, 0]
    for (let n = 0; n < count; n++) {
      if ((rest[n] as number) > limit) continue
      sf += sums[n] as number
      sr += rawSums[n] as number
      srr += rawSquare[n] as number
      sfr += both[n] as number
      kept += area
    }
    if (kept === 0) break
    const spread = srr - (sr * sr) / kept
    gain = spread < kept ? 1 : Math.min(3, Math.max(leastGain, (sfr - (sf * sr) / kept) / spread))
    lift = (sf - gain * sr) / kept
    let mean = 0
    let inside = 0
    let insideCount = 0
    for (let n = 0; n < count; n++) {
      const left =
        ((squares[n] as number) +
          gain * gain * (rawSquare[n] as number) +
          2 * gain * lift * (rawSums[n] as number) -
          2 * gain * (both[n] as number) -
          2 * lift * (sums[n] as number)) /
          area +
        lift * lift
      const value = Math.max(0, left)
      rest[n] = value
      mean += Math.min(value, limit)
      if (value <= limit) {
        inside += value
        insideCount++
      }
    }
    usual = insideCount === 0 ? 0 : inside / insideCount
    limit = count === 0 ? 0 : (1.5 * mean) / count + noise
  }
  return { gain, lift, usual }
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
  const { none, blocks } = view
  const count = blocks.length
  let cost = 0
  let explained = 0
  for (let n = 0; n < count; n++) {
    const over = (rests[n] as number) - floor
    const own = over > 0 ? Math.log(1 + over / noise) : 0
    const most = (none[n] as number) + strangeness
    cost += Math.min(own, most)
    if (own < (none[n] as number) + 0.05) explained++
  }
  return { cost, explained: count === 0 ? 0 : explained / count }
}
