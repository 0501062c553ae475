/**
 * Corners with bit patterns (after FAST/ORB: Rublee et al. 2011, with Harris corners on four sizes and upright patterns), to
 * find which part of which recording a cropped, scaled, inset or turned picture shows.
 */
import type { Affine } from './affine.ts'
import { type LookupKernels, patternWords as words } from './lookup-kernels.ts'
import { halved, type Levels } from './pictures.ts'

/** Corners of one frame: places in pixels of level 0, the size they were found at, and 256 bits each. */
export interface Corners {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  readonly size: Float32Array
  readonly bits: Uint32Array
}

const reach = 14
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
    out[n] = Math.round(((next() + next() + next()) / 1.5 - 1) * (reach - 2))
  return out
}

const perCell = 20

/** At most some 200 corners, spread over the frame. `isMirrored` reads the frame from right to left. */
export function cornersOf(levels: Levels, frame: number, isMirrored = false): Corners {
  const width = levels.width(0)
  const height = levels.height(0)
  const base = isMirrored ? mirrored(levels.at(frame, 0), width, height) : levels.at(frame, 0)
  const three = resized(base, width, height, Math.SQRT1_2)
  const half = halved(base, width, height)
  const quarter = resized(half, width >> 1, height >> 1, Math.SQRT1_2)
  const sizes = [
    { pixels: base, width, height, most: 90 },
    { ...three, most: 60 },
    { pixels: half, width: width >> 1, height: height >> 1, most: 45 },
    { ...quarter, most: 30 },
  ]
  const found: { x: number; y: number; size: number; bits: Uint32Array }[] = []
  for (const each of sizes) {
    const smooth = smoothed(each.pixels, each.width, each.height)
    const scale = width / each.width
    for (const at of strongest(each.pixels, each.width, each.height, each.most)) {
      const x = at % each.width
      const y = (at - x) / each.width
      found.push({
        x: (x + 0.5) * scale - 0.5,
        y: (y + 0.5) * scale - 0.5,
        size: scale,
        bits: patternAt(smooth, each.width, at),
      })
    }
  }
  const bits = new Uint32Array(found.length * words)
  for (const [n, each] of found.entries()) bits.set(each.bits, n * words)
  return {
    count: found.length,
    x: Float32Array.from(found, each => each.x),
    y: Float32Array.from(found, each => each.y),
    size: Float32Array.from(found, each => each.size),
    bits,
  }
}

function mirrored(from: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(from.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[y * width + x] = from[y * width + width - 1 - x] as number
  return out
}

function resized(from: Uint8Array, width: number, height: number, scale: number) {
  const w = Math.floor(width * scale)
  const h = Math.floor(height * scale)
  const [sx, sy] = [width / w, height / h]
  const pixels = new Uint8Array(w * h)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const cx = Math.min(width - 1.001, (x + 0.5) * sx - 0.5)
      const cy = Math.min(height - 1.001, (y + 0.5) * sy - 0.5)
      const at = (cy | 0) * width + (cx | 0)
      const fx = cx - (cx | 0)
      const fy = cy - (cy | 0)
      const top = (from[at] as number) * (1 - fx) + (from[at + 1] as number) * fx
      const low = (from[at + width] as number) * (1 - fx) + (from[at + width + 1] as number) * fx
      pixels[y * w + x] = top * (1 - fy) + low * fy
    }
  return { pixels, width: w, height: h }
}

/** Means of five by five pixels. */
function smoothed(from: Uint8Array, width: number, height: number): Uint16Array {
  const across = new Uint16Array(from.length)
  for (let y = 0; y < height; y++)
    for (let x = 2, at = y * width + 2; x < width - 2; x++, at++)
      across[at] =
        (from[at - 2] as number) +
        (from[at - 1] as number) +
        (from[at] as number) +
        (from[at + 1] as number) +
        (from[at + 2] as number)
  const out = new Uint16Array(from.length)
  for (let at = 2 * width; at < from.length - 2 * width; at++)
    out[at] =
      (across[at - 2 * width] as number) +
      (across[at - width] as number) +
      (across[at] as number) +
      (across[at + width] as number) +
      (across[at + 2 * width] as number)
  return out
}

/** Harris corners: strongest first within cells, so that one busy corner of the picture does not take all. */
function strongest(from: Uint8Array, width: number, height: number, most: number): readonly number[] {
  const xx = new Float32Array(from.length)
  const yy = new Float32Array(from.length)
  const xy = new Float32Array(from.length)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const gx = (from[at + 1] as number) - (from[at - 1] as number)
      const gy = (from[at + width] as number) - (from[at - width] as number)
      xx[at] = gx * gx
      yy[at] = gy * gy
      xy[at] = gx * gy
    }
  const score = new Float32Array(from.length)
  const sum = (of: Float32Array, at: number) =>
    (of[at - width - 1] as number) +
    (of[at - width] as number) +
    (of[at - width + 1] as number) +
    (of[at - 1] as number) +
    (of[at] as number) +
    (of[at + 1] as number) +
    (of[at + width - 1] as number) +
    (of[at + width] as number) +
    (of[at + width + 1] as number)
  for (let y = reach; y < height - reach; y++)
    for (let x = reach, at = y * width + reach; x < width - reach; x++, at++) {
      if ((xx[at] as number) + (yy[at] as number) < 60) continue
      const [a, b, c] = [sum(xx, at), sum(yy, at), sum(xy, at)]
      score[at] = a * b - c * c - 0.05 * (a + b) ** 2
    }
  const cell = Math.max(10, Math.round(perCell))
  const found: { at: number; score: number }[] = []
  for (let top = reach; top < height - reach; top += cell)
    for (let left = reach; left < width - reach; left += cell) {
      const here: { at: number; score: number }[] = []
      for (let y = top; y < Math.min(top + cell, height - reach); y++)
        for (let x = left; x < Math.min(left + cell, width - reach); x++) {
          const at = y * width + x
          const value = score[at] as number
          if (value <= 400) continue
          if (
            value < (score[at - 1] as number) ||
            value < (score[at + 1] as number) ||
            value < (score[at - width] as number) ||
            value < (score[at + width] as number)
          )
            continue
          here.push({ at, score: value })
        }
      here.sort((one, two) => two.score - one.score)
      // The second of a cell stands behind the first of all others.
      for (const [rank, each] of here.slice(0, 3).entries())
        found.push({ at: each.at, score: each.score / 8 ** rank })
    }
  return found
    .sort((one, two) => two.score - one.score)
    .slice(0, most)
    .map(each => each.at)
}

function patternAt(smooth: Uint16Array, width: number, at: number): Uint32Array {
  const out = new Uint32Array(words)
  for (let word = 0, n = 0; word < words; word++) {
    let bits = 0
    for (let bit = 0; bit < 32; bit++, n += 4) {
      const one = smooth[at + (pairs[n + 1] as number) * width + (pairs[n] as number)] as number
      const two = smooth[at + (pairs[n + 3] as number) * width + (pairs[n + 2] as number)] as number
      if (one > two) bits |= 1 << bit
    }
    out[word] = bits
  }
  return out
}

/** Pairs that are asked what all the others should be. */
const mostSpeakers = 24

export interface Found {
  /** From pixels of the recording's level 0 to pixels of the film's. */
  readonly map: Affine
  readonly inliers: number
  readonly matches: number
}

/** The map that most of the pairs of like corners agree on, or null where fewer than `least` do. */
export function mapBetween(kernels: LookupKernels, raw: Corners, film: Corners, least = 7): Found | null {
  const likest = kernels.likestPatterns(film.bits, raw.bits)
  const [from, to, distance]: [number[], number[], number[]] = [[], [], []]
  for (let n = 0; n < film.count; n++) {
    const at = likest[2 * n] as number
    if (at < 0) continue
    from.push(at)
    to.push(n)
    distance.push(likest[2 * n + 1] as number)
  }
  if (from.length < least) return null
  return agreed(raw, film, { from, to, distance }, least)
}

interface Matches {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly distance: readonly number[]
}

function agreed(raw: Corners, film: Corners, { from, to, distance }: Matches, least: number): Found | null {
  const [x, y] = [valuesAt(raw.x, from), valuesAt(raw.y, from)]
  const [u, v] = [valuesAt(film.x, to), valuesAt(film.y, to)]
  const [small, large] = [valuesAt(raw.size, from), valuesAt(film.size, to)]
  // One pair tells scale and place, since patterns are upright; neighbours then fit the turn. The surest pairs speak first.
  const speakers = from
    .map((_, n) => n)
    .sort((one, two) => (distance[one] as number) - (distance[two] as number))
  let best: number[] = []
  for (const n of speakers.slice(0, mostSpeakers)) {
    const scale = (large[n] as number) / (small[n] as number)
    const [px, py, pu, pv] = [x[n] as number, y[n] as number, u[n] as number, v[n] as number]
    // So many may disagree before it is sure that this is neither better than the best nor enough.
    let spare = from.length - Math.max(best.length, least - 1)
    const inliers: number[] = []
    for (let m = 0; m < from.length && spare > 0; m++) {
      const rx = scale * ((x[m] as number) - px)
      const ry = scale * ((y[m] as number) - py)
      const off = Math.abs((u[m] as number) - pu - rx) + Math.abs((v[m] as number) - pv - ry)
      if (off < 4 + 0.16 * (Math.abs(rx) + Math.abs(ry))) inliers.push(m)
      else spare--
    }
    if (spare > 0) best = inliers
  }
  let map: Affine | null = null
  for (const tolerance of [14, 7, 4, 3, 3]) {
    if (best.length < least) return null
    const fitted = similarity(best, x, y, u, v)
    if (fitted === null) return null
    map = fitted
    const [a, b, c, d, e, f] = fitted
    best = []
    for (let m = 0; m < x.length; m++) {
      const [px, py] = [x[m] as number, y[m] as number]
      const off = Math.hypot(a * px + b * py + c - (u[m] as number), d * px + e * py + f - (v[m] as number))
      if (off < tolerance) best.push(m)
    }
  }
  return map !== null && best.length >= least ? { map, inliers: best.length, matches: from.length } : null
}

function valuesAt(of: Float32Array, places: readonly number[]): Float64Array {
  const out = new Float64Array(places.length)
  for (let n = 0; n < out.length; n++) out[n] = of[places[n] as number] as number
  return out
}

/** Turn, scale and shift by least squares (Umeyama 1991, without reflection). */
function similarity(
  of: readonly number[],
  x: Float64Array,
  y: Float64Array,
  u: Float64Array,
  v: Float64Array,
): Affine | null {
  const count = of.length
  const mean = (values: Float64Array) => of.reduce((sum, n) => sum + (values[n] as number), 0) / count
  const [mx, my, mu, mv] = [mean(x), mean(y), mean(u), mean(v)]
  let [dot, cross, spread] = [0, 0, 0]
  for (const n of of) {
    const [px, py, pu, pv] = [
      (x[n] as number) - mx,
      (y[n] as number) - my,
      (u[n] as number) - mu,
      (v[n] as number) - mv,
    ]
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
