/**
 * Corners with bit patterns (after FAST/ORB: Rublee et al. 2011, with Harris corners on four sizes and upright patterns), to
 * find which part of which recording a cropped, scaled, inset or turned picture shows.
 */
import type { Affine, Box } from './affine.ts'
import { cornerEdge, type Peaks } from './corner-kernels.ts'
import { type LookupKernels, mostDifferent, patternWords as words } from './lookup-kernels.ts'
import type { PictureKernels } from './picture-kernels.ts'
import type { Levels } from './pictures.ts'
import { asRecorded, type Lie, wholeOnto } from './thumbs.ts'

/** Corners of one frame: places in pixels of level 0, the size they were found at, and 256 bits each. */
export interface Corners {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  readonly size: Float32Array
  readonly bits: Uint32Array
}

const reach = cornerEdge
const perCell = 20
/** Corners that a cell may have. */
const fromCell = 3

/** At most some 200 corners, spread over the frame. `lie` reads a frame in which pictures lie like that as they were recorded; see `uprightSize` for its size. */
export function cornersOf(levels: Levels, frame: number, lie = asRecorded): Corners {
  const [width, height] = uprightSize(levels, lie)
  const base = uprighted(levels, frame, lie)
  const three = resized(base, width, height, Math.SQRT1_2)
  const half = levels.kernels.halved(base, width, height)
  const quarter = resized(half, width >> 1, height >> 1, Math.SQRT1_2)
  const sizes = [
    { pixels: base, width, height, most: 90 },
    { ...three, most: 60 },
    { pixels: half, width: width >> 1, height: height >> 1, most: 45 },
    { ...quarter, most: 30 },
  ]
  return cornersOn(sizes, width, levels.kernels)
}

/** Of a frame that is enlarged to twice its size and to 1.4 times: what a film shows of it three times as large has its corners on the smallest sizes alone. */
export function enlargedCornersOf(levels: Levels, frame: number): Corners {
  const [width, height] = [levels.width(0), levels.height(0)]
  const base = levels.at(frame, 0)
  const sizes = [{ ...resized(base, width, height, 2), most: 90 }]
  return cornersOn(sizes, width, levels.kernels)
}

interface Sized {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
  readonly most: number
}

/** The corners of a picture on several sizes, as places in it as it is `width` pixels wide. */
function cornersOn(sizes: readonly Sized[], width: number, kernels: PictureKernels): Corners {
  const most = sizes.reduce((sum, each) => sum + each.most, 0)
  const [x, y, size] = [new Float32Array(most), new Float32Array(most), new Float32Array(most)]
  const bits = new Uint32Array(most * words)
  let count = 0
  for (const each of sizes) {
    const scale = width / each.width
    const peaks = kernels.peaks(each.pixels, each.width, each.height)
    const places = strongest(peaks, each.width, each.most)
    kernels.putPatterns(each.pixels, each.width, each.height, places, bits, count * words)
    for (const at of places) {
      const column = at % each.width
      x[count] = (column + 0.5) * scale - 0.5
      y[count] = ((at - column) / each.width + 0.5) * scale - 0.5
      size[count] = scale
      count++
    }
  }
  return {
    count,
    ...{ x: x.slice(0, count), y: y.slice(0, count), size: size.slice(0, count) },
    bits: bits.slice(0, count * words),
  }
}

/** Pixels across and down of a film's frame that is turned back from how pictures lie in it. */
export function uprightSize(levels: Levels, { quarters }: Lie): readonly [width: number, height: number] {
  const size = [levels.width(0), levels.height(0)] as const
  return quarters & 1 ? [size[1], size[0]] : size
}

/** From pixels of the frame that was turned back to those of the film's. */
export function uprightMap(levels: Levels, lie: Lie): Affine {
  const whole: Box = [0, 0, levels.width(0), levels.height(0)]
  return wholeOnto(...uprightSize(levels, lie), whole, lie)
}

function uprighted(levels: Levels, frame: number, lie: Lie): Uint8Array {
  const from = levels.at(frame, 0)
  if (!lie.isMirrored && lie.quarters === 0) return from
  const stride = levels.width(0)
  const [width, height] = uprightSize(levels, lie)
  const [a, b, c, d, e, f] = uprightMap(levels, lie)
  const out = new Uint8Array(from.length)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      out[at] = from[(d * x + e * y + f) * stride + a * x + b * y + c] as number
  return out
}

function resized(from: Uint8Array, width: number, height: number, scale: number) {
  const w = Math.floor(width * scale)
  const h = Math.floor(height * scale)
  const sy = height / h
  const pixels = new Uint8Array(w * h)
  const columns = columnsFor(width, w)
  // Rows that were stretched already: of an enlarged picture each is needed several times.
  let [upper, lower] = [new Float64Array(w), new Float64Array(w)]
  let [up, low] = [-1, -1]
  for (let y = 0; y < h; y++) {
    const cy = Math.min(height - 1.001, (y + 0.5) * sy - 0.5)
    const row = cy | 0
    if (row === low) {
      const next = upper
      upper = lower
      lower = next
      low = up
      up = row
    }
    if (row !== up) {
      stretchRow(from, row * width, columns, upper)
      up = row
    }
    if (row + 1 !== low) {
      stretchRow(from, (row + 1) * width, columns, lower)
      low = row + 1
    }
    mixRows(upper, lower, cy - row, pixels, y * w)
  }
  return { pixels, width: w, height: h }
}

/** For each pixel of a row that is resized, the one of its picture at its left, and its share of the one at its right. */
interface Columns {
  readonly at: Int32Array
  readonly parts: Float64Array
}

function columnsFor(width: number, w: number): Columns {
  const [at, parts] = [new Int32Array(w), new Float64Array(w)]
  const sx = width / w
  for (let x = 0; x < w; x++) {
    const cx = Math.min(width - 1.001, (x + 0.5) * sx - 0.5)
    at[x] = cx | 0
    parts[x] = cx - (cx | 0)
  }
  return { at, parts }
}

function stretchRow(from: Uint8Array, line: number, { at, parts }: Columns, into: Float64Array): void {
  for (let x = 0; x < into.length; x++) {
    const place = line + (at[x] as number)
    const part = parts[x] as number
    into[x] = (from[place] as number) * (1 - part) + (from[place + 1] as number) * part
  }
}

function mixRows(
  upper: Float64Array,
  lower: Float64Array,
  part: number,
  pixels: Uint8Array,
  start: number,
): void {
  for (let x = 0; x < upper.length; x++)
    pixels[start + x] = (upper[x] as number) * (1 - part) + (lower[x] as number) * part
}

/** Harris corners: strongest first within cells, so that one busy corner of the picture does not take all. */
export function strongest({ at, scores }: Peaks, width: number, most: number): readonly number[] {
  const last = Math.floor((at.at(-1) ?? 0) / width) - reach
  const across = Math.ceil(width / perCell)
  const first = new Int32Array(fromCell * across * (Math.floor(last / perCell) + 1)).fill(-1)
  for (let n = 0; n < at.length; n++) {
    const place = at[n] as number
    const y = Math.floor(place / width)
    const x = place - y * width - reach
    keepAmong(
      first,
      scores,
      fromCell * (Math.floor((y - reach) / perCell) * across + Math.floor(x / perCell)),
      n,
    )
  }
  // The second of a cell stands behind the first of all others.
  const found: number[] = []
  const ranked = new Float64Array(at.length)
  for (let k = 0; k < first.length; k++) {
    const n = first[k] as number
    if (n < 0) continue
    ranked[n] = (scores[n] as number) / 8 ** (k % fromCell)
    found.push(n)
  }
  return found
    .sort((one, two) => (ranked[two] as number) - (ranked[one] as number))
    .slice(0, most)
    .map(n => at[n] as number)
}

/** Puts the n-th among those of a cell, from `start` on, that score most; the earlier first of those that score the same. */
function keepAmong(first: Int32Array, scores: Float32Array, start: number, n: number): void {
  const score = scores[n] as number
  let k = start
  let carried = n
  const end = start + fromCell
  while (k < end && (first[k] as number) >= 0 && (scores[first[k] as number] as number) >= score) k++
  for (; k < end && carried >= 0; k++) {
    const before = first[k] as number
    first[k] = carried
    carried = before
  }
}

/** Pairs that are asked what all the others should be. */
const mostSpeakers = 24

export interface Found {
  /** From pixels of the recording's level 0 to pixels of the film's. */
  readonly map: Affine
  readonly inliers: number
  readonly matches: number
}

/** Pairs of like corners: places in the recording's picture and in the film's, how much larger it is there, and in how many bits they differ. Written anew each time. */
let pairsThere = roomForPairs(256)
/** Of the pairs: those that agree with the best speaker, those that agree with the one that is asked, and the surest. */
let [best, asked] = [new Int32Array(256), new Int32Array(256)]
const speakers = new Int32Array(mostSpeakers)
const alike = new Int32Array(mostDifferent + 1)

function roomForPairs(count: number) {
  const values = () => new Float64Array(count)
  return {
    x: values(),
    y: values(),
    u: values(),
    v: values(),
    scale: values(),
    distance: new Int32Array(count),
  }
}

type Pairs = ReturnType<typeof roomForPairs>

/** The map that most of the pairs of like corners agree on, or null where fewer than `least` do. */
export function mapBetween(kernels: LookupKernels, raw: Corners, film: Corners, least = 7): Found | null {
  if (best.length < film.count) {
    pairsThere = roomForPairs(film.count)
    ;[best, asked] = [new Int32Array(film.count), new Int32Array(film.count)]
  }
  const count = pairUp(kernels.likestPatterns(film.bits, raw.bits), raw, film, pairsThere)
  return count < least ? null : agreed(pairsThere, count, least)
}

/** How many corners of the film have one that is like them. */
function pairUp(
  likest: Int32Array,
  raw: Corners,
  film: Corners,
  { x, y, u, v, scale, distance }: Pairs,
): number {
  let count = 0
  for (let n = 0; n < film.count; n++) {
    const at = likest[2 * n] as number
    if (at < 0) continue
    x[count] = raw.x[at] as number
    y[count] = raw.y[at] as number
    u[count] = film.x[n] as number
    v[count] = film.y[n] as number
    scale[count] = (film.size[n] as number) / (raw.size[at] as number)
    distance[count++] = likest[2 * n + 1] as number
  }
  return count
}

function agreed({ x, y, u, v, scale, distance }: Pairs, count: number, least: number): Found | null {
  // One pair tells scale and place, since patterns are upright; neighbours then fit the turn. The surest pairs speak first.
  const told = surest(distance, count)
  let agree = 0
  for (let k = 0; k < told; k++) {
    const n = speakers[k] as number
    // So many may disagree before it is sure that this is neither better than the best nor enough.
    const spare = count - Math.max(agree, least - 1)
    const found = agreeing(x, y, u, v, count, n, scale[n] as number, spare, asked)
    if (found === 0) continue
    agree = found
    ;[best, asked] = [asked, best]
  }
  let map: Affine | null = null
  for (const tolerance of [14, 7, 4, 3, 3]) {
    if (agree < least) return null
    const fitted = similarity(best, agree, x, y, u, v)
    if (fitted === null) return null
    map = fitted
    agree = within(x, y, u, v, count, fitted, tolerance, best)
  }
  return map !== null && agree >= least ? { map, inliers: agree, matches: count } : null
}

/** Writes the pairs that differ in the fewest bits, the first of those that are alike first; tells how many. */
function surest(distance: Int32Array, count: number): number {
  alike.fill(0)
  for (let n = 0; n < count; n++) {
    const bits = distance[n] as number
    alike[bits + 1] = (alike[bits + 1] as number) + 1
  }
  for (let bits = 1; bits < alike.length; bits++)
    alike[bits] = (alike[bits] as number) + (alike[bits - 1] as number)
  for (let n = 0; n < count; n++) {
    const bits = distance[n] as number
    const place = alike[bits] as number
    alike[bits] = place + 1
    if (place < mostSpeakers) speakers[place] = n
  }
  return Math.min(count, mostSpeakers)
}

/** Pairs that fit the scale and the place that one of them tells, written to `out`; 0 of them where `spare` or more do not. */
function agreeing(
  x: Float64Array,
  y: Float64Array,
  u: Float64Array,
  v: Float64Array,
  pairs: number,
  n: number,
  scale: number,
  spare: number,
  out: Int32Array,
): number {
  const px = x[n] as number
  const py = y[n] as number
  const pu = u[n] as number
  const pv = v[n] as number
  let count = 0
  let left = spare
  for (let m = 0; m < pairs && left > 0; m++) {
    const rx = scale * ((x[m] as number) - px)
    const ry = scale * ((y[m] as number) - py)
    const off = Math.abs((u[m] as number) - pu - rx) + Math.abs((v[m] as number) - pv - ry)
    if (off < 4 + 0.16 * (Math.abs(rx) + Math.abs(ry))) out[count++] = m
    else left--
  }
  return left > 0 ? count : 0
}

/** Pairs that a map misses by less than a tolerance, written to `out`. */
function within(
  x: Float64Array,
  y: Float64Array,
  u: Float64Array,
  v: Float64Array,
  pairs: number,
  [a, b, c, d, e, f]: Affine,
  tolerance: number,
  out: Int32Array,
): number {
  let count = 0
  for (let m = 0; m < pairs; m++) {
    const px = x[m] as number
    const py = y[m] as number
    const across = a * px + b * py + c - (u[m] as number)
    const down = d * px + e * py + f - (v[m] as number)
    if (across * across + down * down < tolerance * tolerance) out[count++] = m
  }
  return count
}

/** Turn, scale and shift by least squares (Umeyama 1991, without reflection). */
function similarity(
  of: Int32Array,
  count: number,
  x: Float64Array,
  y: Float64Array,
  u: Float64Array,
  v: Float64Array,
): Affine | null {
  const mx = meanAt(x, of, count)
  const my = meanAt(y, of, count)
  const mu = meanAt(u, of, count)
  const mv = meanAt(v, of, count)
  let dot = 0
  let cross = 0
  let spread = 0
  for (let k = 0; k < count; k++) {
    const n = of[k] as number
    const px = (x[n] as number) - mx
    const py = (y[n] as number) - my
    const pu = (u[n] as number) - mu
    const pv = (v[n] as number) - mv
    dot += px * pu + py * pv
    cross += px * pv - py * pu
    spread += px * px + py * py
  }
  if (spread < 30) return null
  const [c, s] = [dot / spread, cross / spread]
  const scale = Math.hypot(c, s)
  if (scale < 0.15 || scale > 6) return null
  return [c, -s, mu - c * mx + s * my, s, c, mv - s * mx - c * my]
}

function meanAt(values: Float64Array, of: Int32Array, count: number): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += values[of[k] as number] as number
  return sum / count
}
