/** The inner loops over small pictures, as plain loops. Whoever has vectors hands in faster ones that answer the same, to the last bit. */
import type { Affine } from './affine.ts'
import { type AroundKernels, plainAround } from './around-kernels.ts'
import { type CornerKernels, plainCorners } from './corner-kernels.ts'
import { type HalfKernels, plainHalves } from './halves.ts'
import { type LookupKernels, plainLookups } from './lookup-kernels.ts'
import { plainSeams, type SeamKernels } from './seam-kernels.ts'
import { plainTiles, type TileKernels } from './tile-kernels.ts'

export interface Grid {
  readonly width: number
  readonly height: number
}

/** Blocks are of 8 by 8 pixels. */
export const blockSide = 8
export const blockArea = blockSide * blockSide
/** Of a grey level, in a view: whole numbers are multiplied in half the time. */
export const viewUnits = 64

/** A picture on another one's grid. Only what lies in its blocks was sampled. */
export interface Sampled {
  /** Grey levels in 64ths, in rows of the grid. */
  readonly data: Int16Array
  /** Of each block's grey levels, and of their squares. */
  readonly sums: Float32Array
  readonly squares: Float32Array
}

/** How a picture is sampled. */
export interface Sampling {
  /** Rows one after another; not changed later, so that it may be known when it is asked for again. */
  readonly film: Uint8Array
  readonly filmGrid: Grid
  readonly rawGrid: Grid
  /** From the grid's pixels to the picture's. */
  readonly map: Affine
  /** Top left pixels of the blocks, whose corners lie within the picture. */
  readonly blocks: Int32Array
}

/** Brightness and contrast of a recording's frame as the film shows it, and what usually is left of a block after that. */
export interface Light {
  readonly gain: number
  readonly lift: number
  /** Mean square that is left in a block, without the blocks that fit worst. */
  readonly usual: number
}

/** For a block: sums of products of gradients across (x) and down (y), of a view with themselves, the recording's pixels, one and the view. */
export const gradientSums = 9

export interface PictureKernels
  extends LookupKernels,
    CornerKernels,
    TileKernels,
    AroundKernels,
    SeamKernels,
    HalfKernels {
  /** Bilinear samples of blocks, without those that the picture's edge cuts. */
  sampled(of: Sampling): Sampled
  /** The same in arrays that hold it until another view is sampled or fitted. */
  passing(of: Sampling): Sampled
  /**
   * Fits brightness and contrast of a recording's frame to a view, without the blocks that fit worst, and writes what is left of each
   * block, in squared grey levels.
   */
  fitted(view: Sampled, blocks: Int32Array, width: number, raw: Uint8Array, rests: Float32Array): Light
  /** `gradientSums` numbers for each block (xx, xy, yy, x · raw, y · raw, x, y, x · view, y · view), exact, in an array that the next such asking writes over. */
  gradients(view: Sampled, blocks: Int32Array, width: number, raw: Uint8Array): Float64Array
}

const one = 1 << 16

function plainSampled({ film, filmGrid, rawGrid, map, blocks }: Sampling): Sampled {
  const { width, height } = rawGrid
  const data = new Int16Array(width * height)
  const isCopy = isUnmoved(map) && width === filmGrid.width && height === filmGrid.height
  for (const at of blocks)
    if (isCopy) copyBlock(film, data, width, at)
    else sampleBlock(film, filmGrid, data, width, at, map)
  const sums = new Float32Array(blocks.length)
  const squares = new Float32Array(blocks.length)
  for (let n = 0; n < blocks.length; n++) {
    let [sum, square] = [0, 0]
    for (let y = 0, from = blocks[n] as number; y < blockSide; y++, from += width)
      for (let x = from; x < from + blockSide; x++) {
        const value = data[x] as number
        sum += value
        square += value * value
      }
    sums[n] = sum / viewUnits
    squares[n] = square / viewUnits ** 2
  }
  return { data, sums, squares }
}

/** Whether a map leaves every pixel where it is. */
export function isUnmoved([a, b, c, d, e, f]: Affine): boolean {
  return (
    Math.abs(a - 1) + Math.abs(b) + Math.abs(d) + Math.abs(e - 1) < 1e-5 && Math.abs(c) + Math.abs(f) < 1e-3
  )
}

function copyBlock(film: Uint8Array, data: Int16Array, width: number, at: number): void {
  for (let y = 0, from = at; y < blockSide; y++, from += width)
    for (let x = from; x < from + blockSide; x++) data[x] = (film[x] as number) * viewUnits
}

/** In whole numbers: places in 65,536ths of a pixel, weights in 256ths. */
function sampleBlock(
  film: Uint8Array,
  { width: stride, height }: Grid,
  data: Int16Array,
  width: number,
  at: number,
  [a, b, c, d, e, f]: Affine,
): void {
  const maxX = (stride - 1) * one - 1
  const maxY = (height - 1) * one - 1
  const [stepX, stepY] = [Math.round(a * one), Math.round(d * one)]
  const left = at % width
  const top = (at - left) / width
  for (let y = 0, to = at; y < blockSide; y++, to += width) {
    let sx = Math.round((a * left + b * (top + y) + c) * one)
    let sy = Math.round((d * left + e * (top + y) + f) * one)
    for (let x = 0; x < blockSide; x++, sx += stepX, sy += stepY) {
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

/** Variance of what coding leaves between two copies of one frame, in squared grey levels: what good copies showed. */
export const codedVariance = 5
/** Flatter than this, anything fits: a card of one colour is no recording with its contrast taken away. */
export const leastGain = 0.3
export const mostGain = 3
/** How often the light is fitted, each time without what fitted worst before. */
export const lightRounds = 3

interface Sums {
  readonly film: Float32Array
  readonly filmSquare: Float32Array
  readonly raw: Float32Array
  readonly rawSquare: Float32Array
  readonly both: Float32Array
}

function plainFitted(
  { data, sums, squares }: Sampled,
  blocks: Int32Array,
  width: number,
  raw: Uint8Array,
  rests: Float32Array,
): Light {
  const count = blocks.length
  const of: Sums = {
    ...{ film: sums, filmSquare: squares },
    ...{ raw: new Float32Array(count), rawSquare: new Float32Array(count), both: new Float32Array(count) },
  }
  for (let n = 0; n < count; n++) {
    let [sum, square, both] = [0, 0, 0]
    for (let y = 0, from = blocks[n] as number; y < blockSide; y++, from += width)
      for (let x = from; x < from + blockSide; x++) {
        const value = raw[x] as number
        sum += value
        square += value * value
        both += value * (data[x] as number)
      }
    of.raw[n] = sum
    of.rawSquare[n] = square
    of.both[n] = both / viewUnits
    rests[n] = 0
  }
  let light: Light = { gain: 1, lift: 0, usual: 0 }
  for (let round = 0, limit = Number.POSITIVE_INFINITY; round < lightRounds; round++) {
    const next = lightOf(of, rests, limit)
    if (next === null) break
    const { inside, mean } = leftUnder(of, next, rests, limit)
    light = { ...next, usual: inside }
    limit = (1.5 * mean) / count + codedVariance
  }
  return light
}

function lightOf(of: Sums, rests: Float32Array, limit: number): Pick<Light, 'gain' | 'lift'> | null {
  let [sf, sr, srr, sfr, kept] = [0, 0, 0, 0, 0]
  for (let n = 0; n < of.both.length; n++) {
    if ((rests[n] as number) > limit) continue
    sf += of.film[n] as number
    sr += of.raw[n] as number
    srr += of.rawSquare[n] as number
    sfr += of.both[n] as number
    kept += blockArea
  }
  if (kept === 0) return null
  const spread = srr - (sr * sr) / kept
  const gain = spread < kept ? 1 : Math.min(mostGain, Math.max(leastGain, (sfr - (sf * sr) / kept) / spread))
  return { gain, lift: (sf - gain * sr) / kept }
}

/** Writes what is left; tells the sum of all, each no more than a limit, and the mean of those within it. */
function leftUnder(
  of: Sums,
  { gain, lift }: Pick<Light, 'gain' | 'lift'>,
  rests: Float32Array,
  limit: number,
): { readonly mean: number; readonly inside: number } {
  let [mean, inside, insideCount] = [0, 0, 0]
  const count = of.both.length
  for (let n = 0; n < count; n++) {
    const left =
      ((of.filmSquare[n] as number) +
        gain * gain * (of.rawSquare[n] as number) +
        2 * gain * lift * (of.raw[n] as number) -
        2 * gain * (of.both[n] as number) -
        2 * lift * (of.film[n] as number)) /
        blockArea +
      lift * lift
    const value = Math.max(0, left)
    rests[n] = value
    mean += Math.min(value, limit)
    if (value <= limit) {
      inside += value
      insideCount++
    }
  }
  return { mean, inside: insideCount === 0 ? 0 : inside / insideCount }
}

function plainGradients({ data }: Sampled, blocks: Int32Array, width: number, raw: Uint8Array): Float64Array {
  const out = new Float64Array(gradientSums * blocks.length)
  for (let n = 0; n < blocks.length; n++) {
    const at = blocks[n] as number
    let [xx, xy, yy, xRaw, yRaw, xs, ys, xFilm, yFilm] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let y = 1; y < blockSide - 1; y++)
      for (let here = at + y * width + 1, end = here + blockSide - 2; here < end; here++) {
        const across = (data[here + 1] as number) - (data[here - 1] as number)
        const down = (data[here + width] as number) - (data[here - width] as number)
        const [shown, own] = [raw[here] as number, data[here] as number]
        xx += across * across
        xy += across * down
        yy += down * down
        xRaw += across * shown
        yRaw += down * shown
        xs += across
        ys += down
        xFilm += across * own
        yFilm += down * own
      }
    out.set([xx, xy, yy, xRaw, yRaw, xs, ys, xFilm, yFilm], gradientSums * n)
  }
  return out
}

export const plainKernels: PictureKernels = {
  ...plainLookups,
  ...plainCorners,
  ...plainTiles,
  ...plainAround,
  ...plainSeams,
  ...plainHalves,
  sampled: plainSampled,
  passing: plainSampled,
  fitted: plainFitted,
  gradients: plainGradients,
}
