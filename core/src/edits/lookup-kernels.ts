/** The inner loops of looking pictures up, as plain loops (see `picture-kernels.ts`). */
import type { ThumbBlock } from './thumb-block.ts'
import { thumbCells, thumbColumns, thumbRows } from './thumbs.ts'

/** Of a corner's pattern, in 32-bit words. */
export const patternWords = 8
/** Bits that may differ of 256: copies after coding and scaling differ in some 30, others in about 128 ± 8. */
export const mostDifferent = 58
/** Of the first 64 bits: most pairs end here. */
export const mostDifferentFirst = 21

/** Columns and rows of a thumb. */
export interface Shape {
  readonly columns: number
  readonly rows: number
}

/** For each thumb of a block, how like its likest part is to what was asked for (1 for equal ones), and the first cell of that part; 0 where none is like enough. */
export interface LikestParts {
  readonly likes: Float64Array
  readonly at: Int32Array
}

export interface LookupKernels {
  /**
   * For each pattern of `film` the one of `raw` that differs in the fewest bits, the first of those, or -1, and in how many: two numbers
   * each, in an array that the next such asking writes over.
   */
  likestPatterns(film: Uint32Array, raw: Uint32Array): Int32Array
  /**
   * Holds a thumb of length 1, with `shape.columns` × `shape.rows` cells, against all parts of that shape, in arrays that the next such asking writes over. `least`, above
   * 0, is how like they have to be.
   */
  likestParts(thumb: Float32Array, shape: Shape, thumbs: ThumbBlock, least: number): LikestParts
}

function plainPatterns(film: Uint32Array, raw: Uint32Array): Int32Array {
  const count = film.length / patternWords
  const out = new Int32Array(2 * count)
  for (let n = 0; n < count; n++) {
    let best = mostDifferent
    let at = -1
    for (let m = 0; m < raw.length; m += patternWords) {
      const a = n * patternWords
      let different =
        bitsSet((film[a] as number) ^ (raw[m] as number)) +
        bitsSet((film[a + 1] as number) ^ (raw[m + 1] as number))
      if (different > mostDifferentFirst) continue
      for (let word = 2; word < patternWords && different < best; word++)
        different += bitsSet((film[a + word] as number) ^ (raw[m + word] as number))
      if (different < best) {
        best = different
        at = m / patternWords
      }
    }
    out[2 * n] = at
    out[2 * n + 1] = best
  }
  return out
}

function bitsSet(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** A thumb in whole numbers, so that its products are exact: each cell is (`partUnits` · high + low) · `unit`. */
export interface WholeThumb {
  /** Rows of a multiple of eight cells, zeros at their ends; for each eight cells their high parts and then their low parts. */
  readonly parts: Int16Array
  readonly unit: number
}

export const partUnits = 1 << 14
/** Cells that are worked on together. */
export const cellsAtOnce = 8

export function wholeThumb(thumb: Float32Array, { columns, rows }: Shape): WholeThumb {
  let greatest = 0
  for (const value of thumb) greatest = Math.max(greatest, Math.abs(value))
  const unit = greatest / partUnits ** 2
  const across = Math.ceil(columns / cellsAtOnce)
  const parts = new Int16Array(2 * cellsAtOnce * across * rows)
  for (let row = 0, n = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, n++) {
      // A whole number as such, below 2 ** 29.
      const whole = Math.round((thumb[n] as number) / unit) | 0
      const high = (whole + partUnits / 2) >> 14
      const to = 2 * cellsAtOnce * (row * across + (column >> 3)) + (column & 7)
      parts[to] = high
      parts[to + cellsAtOnce] = whole - high * partUnits
    }
  return { parts, unit }
}

/** What a part has to be more than, in units of the thumb: a little less than what is like enough, for no rounding to decide. */
export function justBelow(least: number, { unit }: WholeThumb): number {
  return (least / unit) * (1 - 1e-9)
}

function plainParts(
  thumb: Float32Array,
  shape: Shape,
  { count, cells }: ThumbBlock,
  least: number,
): LikestParts {
  const { columns, rows } = shape
  const whole = wholeThumb(thumb, shape)
  const { parts, unit } = whole
  const start = justBelow(least, whole)
  const likes = new Float64Array(count)
  const places = new Int32Array(count)
  const rowOfParts = 2 * cellsAtOnce * Math.ceil(columns / cellsAtOnce)
  for (let n = 0; n < count; n++) {
    let best = start
    for (let y = 0; y + rows <= thumbRows; y++)
      for (let x = 0; x + columns <= thumbColumns; x++) {
        let [high, low, square] = [0, 0, 0]
        const first = y * thumbColumns + x
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++) {
            const value = cells[n * thumbCells + first + row * thumbColumns + column] as number
            const at = row * rowOfParts + 2 * cellsAtOnce * (column >> 3) + (column & 7)
            high += value * (parts[at] as number)
            low += value * (parts[at + cellsAtOnce] as number)
            square += value * value
          }
        const like = square === 0 ? 0 : (high * partUnits + low) / Math.sqrt(square)
        if (like > best) {
          best = like
          places[n] = first
        }
      }
    likes[n] = best > start ? best * unit : 0
  }
  return { likes, at: places }
}

export const plainLookups: LookupKernels = { likestPatterns: plainPatterns, likestParts: plainParts }
