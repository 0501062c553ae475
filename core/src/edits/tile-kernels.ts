/** The inner loops of what tells times of a camera that stands still apart, as plain loops (see `picture-kernels.ts`). Pictures are in `TileOrder`. */
import { blockArea, type TileOrder, tileArea } from './tile-order.ts'

/** Pictures that explain others: in each tile at right angles to each other and of length 1, or less where they say nearly nothing. None is changed later. */
export interface TileParts {
  readonly order: TileOrder
  readonly parts: readonly Float32Array[]
}

/** What one frame of a recording has that neither its mean nor the parts have. */
export interface Deviation {
  /** In `deviationUnits` of a grey level, held to `mostDeviation`. */
  readonly values: Int16Array
  /** Sum of squares of each block, in squared grey levels. */
  readonly squares: Float32Array
}

/** More than that is another thing than what the camera shows otherwise; it must not decide alone. */
export const mostDeviation = 12
/** Products of two blocks in such units, summed, are whole numbers of 32 bits: 64 · (12 · 480)² is just less than 2³¹. */
export const deviationUnits = 480
/** Of what has length 1, for the same reason. */
export const lengthUnits = 32_000

/** What some blocks of a film's frame have that the camera's mean has not, block after block. */
export interface ShownBlocks {
  readonly blocks: Int32Array
  /** In `deviationUnits`, its squares in squared grey levels, and the weight of each block. */
  readonly levels: Int16Array
  readonly squares: Float32Array
  readonly weights: Float32Array
}

/** What some blocks of a film's frame, in ascending order, were renewed with. Values of block after block. */
export interface RenewedBlocks {
  readonly blocks: Int32Array
  /** How many of the blocks are of each tile, of those that have any. */
  readonly perTile: readonly number[]
  /** In `deviationUnits`, and two pictures that come before it, in `lengthUnits`. */
  readonly news: Int16Array
  readonly before: readonly [Int16Array, Int16Array]
}

/** Numbers that each frame held against a time comes to, see `renewed`. */
export const renewedSums = 3

export interface TileKernels {
  /** Takes the mixture of the parts that is nearest to a picture out of it, in place, in some tiles, by their numbers; the other tiles stay as they are. */
  takeOut(from: Float32Array, basis: TileParts, which: readonly number[]): void
  /** `frame` is in rows. */
  deviation(frame: Uint8Array, mean: Float32Array, basis: TileParts): Deviation
  /** Sums of products of each two of some pictures, row by row. */
  products(of: readonly Int16Array[]): Float64Array
  /**
   * Holds blocks of some frames of a film against as many at some times of a recording. For each frame and, within it, each time: the weighted sum over
   * blocks of ln((1 + s / 64) / (1 + left / 64)), where left is s + max(-s, min(0, ¾ (¾ own - 2 · |both|))), less where `both` is negative.
   */
  shown(of: readonly ShownBlocks[], times: readonly Deviation[]): Float64Array
  /**
   * The same of what they were renewed with: the sum of its products with the time; that of the time's own squares; and the squared sums of its products with
   * what comes before, tile by tile.
   */
  renewed(of: readonly RenewedBlocks[], times: readonly Deviation[]): Float64Array
}

const fround = Math.fround

/** In place, from `from` on. Added up in sixteen sums, as four vectors of four do. */
function takeOut(values: Float32Array, from: number, parts: readonly Float32Array[], tile: number): void {
  const first = tile * tileArea
  const sums = new Float32Array(16)
  const shares = parts.map(part => {
    sums.fill(0)
    for (let n = 0; n < tileArea; n++)
      sums[n & 15] =
        (sums[n & 15] as number) + fround((values[from + n] as number) * (part[first + n] as number))
    const lane = (n: number) =>
      fround(
        fround((sums[n] as number) + (sums[4 + n] as number)) +
          fround((sums[8 + n] as number) + (sums[12 + n] as number)),
      )
    return fround(fround(lane(0) + lane(2)) + fround(lane(1) + lane(3)))
  })
  for (const [p, part] of parts.entries())
    for (let n = 0; n < tileArea; n++)
      values[from + n] =
        (values[from + n] as number) - fround((shares[p] as number) * (part[first + n] as number))
}

function plainTakeOut(from: Float32Array, { parts }: TileParts, which: readonly number[]): void {
  for (const tile of which) takeOut(from, tile * tileArea, parts, tile)
}

function plainDeviation(
  frame: Uint8Array,
  mean: Float32Array,
  { order: { places, size }, parts }: TileParts,
): Deviation {
  const rest = new Float32Array(size)
  for (let n = 0; n < size; n++) {
    const place = places[n] as number
    rest[n] = (place < 0 ? 0 : (frame[place] as number)) - (mean[n] as number)
  }
  for (let tile = 0; tile * tileArea < size; tile++) takeOut(rest, tile * tileArea, parts, tile)
  const values = new Int16Array(size)
  const squares = new Float32Array(size / blockArea)
  for (let block = 0, n = 0; block < squares.length; block++) {
    let square = 0
    for (const end = n + blockArea; n < end; n++) {
      const value = nearestEven(
        Math.max(-mostDeviation, Math.min(mostDeviation, rest[n] as number)) * deviationUnits,
      )
      values[n] = value
      square += value * value
    }
    squares[block] = fround(square) * inSquaredLevels
  }
  return { values, squares }
}

/** A product of two numbers in `deviationUnits` in squared grey levels. */
export const inSquaredLevels = fround(1 / deviationUnits ** 2)

/** Of what is small: adding so much leaves no room for fractions, and halves go to even numbers. */
function nearestEven(value: number): number {
  return fround(fround(value) + 1.5 * 2 ** 23) - 1.5 * 2 ** 23
}

function plainProducts(of: readonly Int16Array[]): Float64Array {
  const out = new Float64Array(of.length ** 2)
  for (const [p, one] of of.entries())
    for (let q = 0; q <= p; q++) {
      const sum = productOf(one, of[q] as Int16Array, 0, 0, one.length)
      out[p * of.length + q] = sum
      out[q * of.length + p] = sum
    }
  return out
}

function productOf(one: Int16Array, two: Int16Array, from: number, start: number, count: number): number {
  let sum = 0
  for (let n = 0; n < count; n++) sum += (one[from + n] as number) * (two[start + n] as number)
  return sum
}

function plainShown(of: readonly ShownBlocks[], times: readonly Deviation[]): Float64Array {
  return Float64Array.from(of.flatMap(one => times.map(time => gainOf(one, time))))
}

function plainRenewed(of: readonly RenewedBlocks[], times: readonly Deviation[]): Float64Array {
  return Float64Array.from(of.flatMap(one => times.flatMap(time => newsOf(one, time))))
}

/** Added up in four sums, as two vectors of two do. */
function gainOf({ blocks, levels, squares, weights }: ShownBlocks, time: Deviation): number {
  const sums = new Float64Array(4)
  for (let n = 0; n < blocks.length; n++) {
    const block = blocks[n] as number
    const both = fround(
      fround(productOf(time.values, levels, block * blockArea, n * blockArea, blockArea)) * inSquaredLevels,
    )
    const square = squares[n] as number
    const gone = fround(0.75 * fround(fround(0.75 * (time.squares[block] as number)) - 2 * Math.abs(both)))
    const left = fround(square + Math.max(-square, Math.min(0, gone)))
    const ratio = fround(fround(1 + square / blockArea) / fround(1 + left / blockArea))
    const told = fround((weights[n] as number) * naturalLog(ratio))
    sums[n & 3] = (sums[n & 3] as number) + (both < 0 ? -told : told)
  }
  return (sums[0] as number) + (sums[2] as number) + ((sums[1] as number) + (sums[3] as number))
}

/** Of the polynomial by which `naturalLog` goes on from the first two terms (S. L. Moshier's Cephes, logf), the highest power first. */
export const logTerms = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
].map(fround)
/** The bits of √½ as a float of 32 bits: mantissas are taken from there to √2. */
export const bitsOfRootHalf = 0x3f3504f3
export const logOfTwo = fround(Math.LN2)

const float = new Float32Array(1)
const bits = new Int32Array(float.buffer)

/** To seven digits, for what is 1 or more. */
function naturalLog(of: number): number {
  float[0] = of
  const exponent = ((bits[0] as number) - bitsOfRootHalf) >> 23
  bits[0] = (bits[0] as number) - (exponent << 23)
  const x = fround((float[0] as number) - 1)
  const square = fround(x * x)
  let sum = logTerms[0] as number
  for (const term of logTerms.slice(1)) sum = fround(fround(sum * x) + term)
  const rest = fround(fround(fround(sum * x) * square) - fround(0.5 * square))
  return fround(fround(x + rest) + fround(exponent * logOfTwo))
}

function newsOf({ blocks, perTile, news, before }: RenewedBlocks, time: Deviation): readonly number[] {
  let [both, own] = [0, 0]
  const less = [0, 0]
  let n = 0
  for (const count of perTile) {
    const shares = [0, 0]
    for (const end = n + count; n < end; n++) {
      const block = blocks[n] as number
      const at = block * blockArea
      both += productOf(time.values, news, at, n * blockArea, blockArea)
      own += time.squares[block] as number
      for (const [k, part] of before.entries())
        shares[k] = (shares[k] as number) + productOf(time.values, part, at, n * blockArea, blockArea)
    }
    for (const [k, share] of shares.entries()) less[k] = (less[k] as number) + share * share
  }
  return [both, own, (less[0] as number) + (less[1] as number)]
}

export const plainTiles: TileKernels = {
  takeOut: plainTakeOut,
  deviation: plainDeviation,
  products: plainProducts,
  shown: plainShown,
  renewed: plainRenewed,
}
