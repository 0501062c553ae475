/** The inner loops of finding corners and of what lies around them, as plain loops (see `picture-kernels.ts`). */
import { patternWords as words } from './lookup-kernels.ts'

/** Nearer to the picture's edges there are none: patterns reach so far. */
export const cornerEdge = 14
/** Sum of squared slopes of a pixel below which it is none, and the score that one has to have more than. */
export const leastSlope = 60
export const leastScore = 400
/** Of the square of the sum of squared slopes that a corner has to outweigh (Harris and Stephens 1988). */
export const edgeShare = 0.05

/** Places of pixels, row by row, and how much each is a corner. */
export interface Peaks {
  readonly at: Int32Array
  readonly scores: Float32Array
}

export interface CornerKernels {
  /** Pixels of a picture that are more of a corner than the four beside them, or as much. */
  peaks(pixels: Uint8Array, width: number, height: number): Peaks
  /** Writes the bits of the patterns around places of a picture, `patternWords` of each, to `out` from its `to`-th number on. No place is nearer to an edge than `cornerEdge`. */
  putPatterns(
    pixels: Uint8Array,
    width: number,
    height: number,
    places: readonly number[],
    out: Uint32Array,
    to: number,
  ): void
}

/** Pairs of points within a patch of 29 pixels, drawn once from a linear congruential series so that they never change. */
const pairs = drawnPairs()

function drawnPairs(): Int8Array {
  const out = new Int8Array(words * 32 * 4)
  let state = 12345
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  // Nearer the middle more often, as the authors of BRIEF found best.
  for (let n = 0; n < out.length; n++)
    out[n] = Math.round(((next() + next() + next()) / 1.5 - 1) * (cornerEdge - 2))
  return out
}

const placesByWidth = new Map<number, Int32Array>()

/** Where the points of all pairs lie, from the middle of a patch, in a picture so wide. */
export function pairPlaces(width: number): Int32Array {
  const known = placesByWidth.get(width)
  if (known) return known
  const made = new Int32Array(pairs.length >> 1)
  for (let n = 0; n < made.length; n++)
    made[n] = (pairs[2 * n + 1] as number) * width + (pairs[2 * n] as number)
  placesByWidth.set(width, made)
  return made
}

/** Sums of five by five pixels, each from the one before it. */
function smoothed(from: Uint8Array, width: number, height: number): Uint16Array {
  const across = new Uint16Array(from.length)
  for (let y = 0; y < height; y++) sumsOfRow(from, y * width, width, across)
  const out = new Uint16Array(from.length)
  for (let row = 0; row < 5; row++)
    for (let x = 0; x < width; x++)
      out[2 * width + x] = (out[2 * width + x] as number) + (across[row * width + x] as number)
  sumsDown(across, width, height, out)
  return out
}

function sumsOfRow(from: Uint8Array, start: number, width: number, out: Uint16Array): void {
  let sum = 0
  for (let at = start; at < start + 4; at++) sum += from[at] as number
  for (let at = start + 2; at < start + width - 2; at++) {
    sum += from[at + 2] as number
    out[at] = sum
    sum -= from[at - 2] as number
  }
}

/** The rows after the third, which is there. */
function sumsDown(across: Uint16Array, width: number, height: number, out: Uint16Array): void {
  const [more, less] = [2 * width, 3 * width]
  for (let at = 3 * width; at < width * (height - 2); at++)
    out[at] = (out[at - width] as number) + (across[at + more] as number) - (across[at - less] as number)
}

/** Writes the bits of one place from `to` on. */
function putPattern(smooth: Uint16Array, points: Int32Array, at: number, out: Uint32Array, to: number): void {
  for (let word = 0, n = 0; word < words; word++) {
    let bits = 0
    for (let bit = 0; bit < 32; bit++, n += 2) {
      const one = smooth[at + (points[n] as number)] as number
      const two = smooth[at + (points[n + 1] as number)] as number
      if (one > two) bits |= 1 << bit
    }
    out[to + word] = bits
  }
}

function plainPatterns(
  pixels: Uint8Array,
  width: number,
  height: number,
  places: readonly number[],
  out: Uint32Array,
  to: number,
): void {
  const smooth = smoothed(pixels, width, height)
  const points = pairPlaces(width)
  for (const [n, at] of places.entries()) putPattern(smooth, points, at, out, to + n * words)
}

/** Products of the slopes across and down, pixel by pixel, and what a corner is told by: written anew for every picture. */
let scratch = roomFor(0)

function roomFor(pixels: number) {
  return {
    ...{ xx: new Float32Array(pixels), yy: new Float32Array(pixels), xy: new Float32Array(pixels) },
    ...{ columns: new Float32Array(3 * pixels), score: new Float32Array(pixels) },
  }
}

type Scratch = ReturnType<typeof roomFor>

/** A row from its second pixel to its last but one. Loops of one row each: what is called often is compiled once and for all. */
function slopesOf(from: Uint8Array, start: number, width: number, { xx, yy, xy }: Scratch): void {
  for (let at = start + 1; at < start + width - 1; at++) {
    const gx = (from[at + 1] as number) - (from[at - 1] as number)
    const gy = (from[at + width] as number) - (from[at - width] as number)
    xx[at] = gx * gx
    yy[at] = gy * gy
    xy[at] = gx * gy
  }
}

/** Sums are of nine pixels, and whole: it does not matter in which order they are added. */
function scoresOf(start: number, width: number, { xx, yy, xy, columns, score }: Scratch): void {
  for (let x = cornerEdge - 1, at = start + x; x <= width - cornerEdge; x++, at++) {
    columns[3 * x] = (xx[at - width] as number) + (xx[at] as number) + (xx[at + width] as number)
    columns[3 * x + 1] = (yy[at - width] as number) + (yy[at] as number) + (yy[at + width] as number)
    columns[3 * x + 2] = (xy[at - width] as number) + (xy[at] as number) + (xy[at + width] as number)
  }
  for (
    let x = cornerEdge, at = start + cornerEdge, k = 3 * cornerEdge;
    x < width - cornerEdge;
    x++, at++, k += 3
  ) {
    if ((xx[at] as number) + (yy[at] as number) < leastSlope) continue
    const a = (columns[k - 3] as number) + (columns[k] as number) + (columns[k + 3] as number)
    const b = (columns[k - 2] as number) + (columns[k + 1] as number) + (columns[k + 4] as number)
    const c = (columns[k - 1] as number) + (columns[k + 2] as number) + (columns[k + 5] as number)
    score[at] = a * b - c * c - edgeShare * (a + b) ** 2
  }
}

/** Places of a row from `from` to `to` that score more than what is beside them, added to `out`. */
function addPeaks(score: Float32Array, from: number, to: number, width: number, out: number[]): void {
  for (let at = from; at < to; at++) {
    const value = score[at] as number
    if (value <= leastScore) continue
    if (value < (score[at - 1] as number) || value < (score[at + 1] as number)) continue
    if (value < (score[at - width] as number) || value < (score[at + width] as number)) continue
    out.push(at)
  }
}

function plainPeaks(from: Uint8Array, width: number, height: number): Peaks {
  if (scratch.score.length < from.length) scratch = roomFor(from.length)
  const { score } = scratch
  score.fill(0, 0, from.length)
  for (let y = 1; y < height - 1; y++) slopesOf(from, y * width, width, scratch)
  const found: number[] = []
  for (let y = cornerEdge; y < height - cornerEdge; y++) scoresOf(y * width, width, scratch)
  for (let y = cornerEdge; y < height - cornerEdge; y++)
    addPeaks(score, y * width + cornerEdge, (y + 1) * width - cornerEdge, width, found)
  return { at: Int32Array.from(found), scores: Float32Array.from(found, at => score[at] as number) }
}

export const plainCorners: CornerKernels = { peaks: plainPeaks, putPatterns: plainPatterns }
