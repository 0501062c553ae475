/** How far pixels of a window lie outside of what is around them, and what its cells come to, as plain loops (see `picture-kernels.ts`). */
import { beyondInRow, coloursInRow, nothing, type Spared } from './beyond-around.ts'
import type { Grid, Window } from './laid.ts'

/** Of each pixel of a window: that of its n-th line and k-th column lies at `start` + n · `stride` + k. */
export interface Around {
  readonly values: Float64Array
  readonly start: number
  readonly stride: number
}

/** Pixels of a cell's side. */
export const cell = 4

/** Where, among the `cellNumbers` of each cell, is what: sums are over its pixels, and of differences to the pixel to the right and to that below. */
export const ofCell = {
  /** How far they lie outside of what is around them. */
  off: 0,
  /** Sizes of the recording's differences. */
  detail: 1,
  /** Products of the recording's differences with the film's, and squares of the recording's. */
  alike: 2,
  square: 3,
  /** The largest of the recording's differences. */
  peak: 4,
  /** Pixels that the recording has, and pixels where no recording lies. */
  count: 6,
  bare: 7,
  /** Sizes and squares of the film's differences. */
  shown: 8,
  seen: 9,
} as const
export const cellNumbers = 10

export interface AroundKernels {
  /**
   * How far a film's pixels lie outside of what a recording's plane has around the same places, in grey levels; 0 for those that differ by no more than
   * `coded`, and where the plane is below 0. To be read before the next such asking.
   */
  beyond(
    film: Uint8Array,
    plane: Float32Array,
    grid: Grid,
    window: Window,
    coded: number,
    spared: Spared,
  ): Around
  /** The same of both colours together, beyond what coding makes of each, of a film's U of all pixels and then V; -1 where the recording's U is below 0. */
  colours(seen: Uint8Array, u: Float32Array, v: Float32Array, grid: Grid, window: Window): Around
  /**
   * What the cells of a window come to, row by row, `cellNumbers` for each, see `ofCell`; `beyond` is asked as above. Differences to pixels that the recording
   * has not are left out. To be read before the next asking of any of these.
   */
  cells(
    film: Uint8Array,
    plane: Float32Array,
    grid: Grid,
    window: Window,
    coded: number,
    spared: Spared,
  ): Float64Array
}

/** Room for the pixels of a window. */
function roomFor(found: Float64Array, [left, top, right, bottom]: Window): Float64Array {
  const size = (right - left) * (bottom - top)
  return found.length < size ? new Float64Array(size) : found
}

let ofLuma: Float64Array = new Float64Array(0)
let ofColour: Float64Array = new Float64Array(0)

let ofCells: Float64Array = new Float64Array(0)

export const plainAround: AroundKernels = {
  beyond(film, plane, { width, height }, window, coded, spared) {
    const [left, top, right, bottom] = window
    const stride = right - left
    ofLuma = roomFor(ofLuma, window)
    for (let y = top, at = 0; y < bottom; y++, at += stride) {
      const out = ofLuma.subarray(at, at + stride)
      beyondInRow(film, plane, plane, y, left, right, width, height, coded, spared, out)
    }
    return { values: ofLuma, start: 0, stride }
  },
  colours(seen, u, v, { width, height }, window) {
    const [left, top, right, bottom] = window
    const stride = right - left
    ofColour = roomFor(ofColour, window)
    for (let y = top, at = 0; y < bottom; y++, at += stride)
      coloursInRow(seen, u, v, y, left, right, width, height, ofColour.subarray(at, at + stride))
    return { values: ofColour, start: 0, stride }
  },
  cells(film, plane, grid, window, coded, spared) {
    const [left, top, right, bottom] = window
    const columns = (right - left) / cell
    const rows = (bottom - top) / cell
    const around = plainAround.beyond(film, plane, grid, window, coded, spared)
    if (ofCells.length < columns * rows * cellNumbers)
      ofCells = new Float64Array(columns * rows * cellNumbers)
    for (let row = 0, at = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, at += cellNumbers) {
        const [x, y] = [left + column * cell, top + row * cell]
        putCell(film, plane, grid, x, y, around, around.start + cell * (row * around.stride + column), at)
      }
    return ofCells
  },
}

/** Sums of every other pixel of a line, from the first and from the second on, are added up by themselves, as a vector of two does. */
const [offs, details, alikes, squares] = [0, 1, 2, 3].map(() => new Float64Array(2)) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
]

/** What a cell comes to, from pixel (left, top) on, written to `ofCells` from `to` on. */
function putCell(
  film: Uint8Array,
  plane: Float32Array,
  { width, height }: Grid,
  left: number,
  top: number,
  { values, stride }: Around,
  start: number,
  to: number,
): void {
  for (const each of [offs, details, alikes, squares]) each.fill(0)
  let [count, bare, shown, seen, peak] = [0, 0, 0, 0, 0]
  for (let line = 0; line < cell; line++)
    for (let k = 0, p = (top + line) * width + left; k < cell; k++, p++) {
      const own = plane[p] as number
      if (own === nothing) bare++
      if (own < 0) continue
      const lane = k & 1
      count++
      offs[lane] = (offs[lane] as number) + (values[start + line * stride + k] as number)
      const next = left + k + 1 < width ? (plane[p + 1] as number) : nothing
      const under = top + line + 1 < height ? (plane[p + width] as number) : nothing
      if (next < 0 || under < 0) continue
      const [x1, y1] = [next - own, under - own]
      const x2 = (film[p + 1] as number) - (film[p] as number)
      const y2 = (film[p + width] as number) - (film[p] as number)
      details[lane] = (details[lane] as number) + Math.abs(x1) + Math.abs(y1)
      alikes[lane] = (alikes[lane] as number) + x1 * x2 + y1 * y2
      squares[lane] = (squares[lane] as number) + x1 * x1 + y1 * y1
      shown += Math.abs(x2) + Math.abs(y2)
      seen += x2 * x2 + y2 * y2
      peak = Math.max(peak, Math.abs(x1), Math.abs(y1))
    }
  const sums = [offs, details, alikes, squares].map(of => (of[0] as number) + (of[1] as number))
  ofCells.set([...sums, peak, peak, count, bare, shown, seen], to)
}
