/** A recording's frame laid into the film's, pixel for pixel, so that the two can be held against each other. */
import { type Affine, areaScale, atLevels, inverse } from './affine.ts'
import { nothing } from './beyond-around.ts'
import { partOf } from './lines.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

/** Along a recording's edges, which scaling and coding smear. */
export const smear = -2
/** Pixels along the edges of a recording's picture that are left out. */
const smeared = 1.6
const beside = 2

export interface Grid {
  readonly width: number
  readonly height: number
}

/** A part of the film's picture that is looked at: [left, top, right, bottom) in pixels. */
export type Window = readonly [left: number, top: number, right: number, bottom: number]

/** Samples a plane by a map from its pixels to those of another, by bilinear interpolation; `nothing` or `smear` where it has none. */
export function laidPlane(
  from: Uint8Array,
  own: Grid,
  map: Affine,
  to: Grid,
  window: Window = [0, 0, to.width, to.height],
  into: Float32Array = new Float32Array(to.width * to.height),
): Float32Array {
  if (own.width === to.width && isSame(map)) return copied(from, own, window, into)
  const [left, top, right, bottom] = window
  const way = inverse(map)
  // Whole numbers as such: those of some windows come as others, and what is compiled for either has to be compiled again for both.
  const line = (right - left) | 0
  for (let y = top; y < bottom; y++)
    laidRow(
      from,
      own.width,
      own.height,
      way[0] * left + way[1] * y + way[2],
      way[3] * left + way[4] * y + way[5],
      way[0],
      way[3],
      into,
      (y * to.width + left) | 0,
      line,
    )
  return into
}

/** `count` pixels from one on, the first of which lies at (startX, startY) of the other plane. */
function laidRow(
  from: Uint8Array,
  rw: number,
  rh: number,
  startX: number,
  startY: number,
  a: number,
  d: number,
  into: Float32Array,
  start: number,
  count: number,
): void {
  const lastX = rw - 1 - smeared
  const lastY = rh - 1 - smeared
  let sx = startX
  let sy = startY
  for (let at = start, end = start + count; at < end; at++, sx += a, sy += d) {
    if (sx < smeared || sy < smeared || sx > lastX || sy > lastY) {
      into[at] =
        sx < -beside || sy < -beside || sx > rw - 1 + beside || sy > rh - 1 + beside ? nothing : smear
      continue
    }
    const ix = sx | 0
    const iy = sy | 0
    const p = iy * rw + ix
    const fx = sx - ix
    const first = from[p] as number
    const upper = first + ((from[p + 1] as number) - first) * fx
    const next = p + rw
    const second = from[next] as number
    const under = second + ((from[next + 1] as number) - second) * fx
    into[at] = upper + (under - upper) * (sy - iy)
  }
}

function isSame(map: Affine): boolean {
  return unmoved.every((value, n) => Math.abs(value - (map[n] as number)) < 1e-6)
}

const unmoved: Affine = [1, 0, 0, 0, 1, 0]

/** Pixel for pixel, without the edges. */
function copied(
  from: Uint8Array,
  { width, height }: Grid,
  [left, top, right, bottom]: Window,
  into: Float32Array,
): Float32Array {
  const edge = Math.ceil(smeared)
  const first = Math.min(right, Math.max(left, edge))
  const end = Math.max(first, Math.min(right, width - edge))
  for (let y = top, row = top * width; y < bottom; y++, row += width) {
    const isEdge = y < edge || y >= height - edge
    into.fill(smear, row + left, row + (isEdge ? right : first))
    if (isEdge) continue
    copyRow(from, into, row + first, row + end)
    into.fill(smear, row + end, row + right)
  }
  return into
}

function copyRow(from: Uint8Array, into: Float32Array, start: number, end: number): void {
  for (let at = start; at < end; at++) into[at] = from[at] as number
}

export function mapOf(segment: Segment, n: number): Affine {
  return segment.maps[Math.min(n, segment.maps.length - 1)] ?? segment.track.pairing.map
}

export interface Laying {
  /** Frames of the recording before or after the one the run shows; parts of a frame are mixtures. */
  readonly moved?: number | undefined
  readonly window?: Window | undefined
  /** Pictures of half (1), a quarter (2) … of the detail pictures' size. */
  readonly level?: number
  /** The recording's, where that is another. */
  readonly own?: number
  /** A plane to write into; else one is made. */
  readonly into?: Float32Array | undefined
}

/** The luma of the n-th frame of a run as its recording has it, in the film's detail pixels; frames mixed where the film mixes them. */
export function laidLuma(
  segment: Segment,
  film: Levels,
  raw: Levels,
  n: number,
  { moved = 0, window, level = 0, own: ownLevel = level, into }: Laying = {},
): Float32Array {
  const own = segment.frames[n] as number
  const time = segment.line.start + segment.line.rate * (film.pictures.times[segment.from + n] as number)
  const place = own + moved + (segment.isBlended ? partOf(raw, own, time) : 0)
  const frame = Math.max(0, Math.min(raw.count - 1, Math.floor(place)))
  const part = place - frame
  const from =
    part > 0.05 && part < 1 && frame + 1 < raw.count
      ? raw.mixed(frame, ownLevel, part)
      : raw.at(frame, ownLevel)
  const map = mapOf(segment, n)
  return laidPlane(
    from,
    { width: raw.width(ownLevel), height: raw.height(ownLevel) },
    level === 0 && ownLevel === 0 ? map : atLevels(map, ownLevel, level),
    { width: film.width(level), height: film.height(level) },
    window,
    into,
  )
}

/**
 * The luma in a quarter of the film's size, of which tones are told. A part shown larger is taken from a picture of the recording whose pixels are about as large in
 * the film: a quarter of its size would be softer than the film, which then seemed to have more contrast.
 */
export function laidQuarter(
  segment: Segment,
  film: Levels,
  raw: Levels,
  n: number,
  into?: Float32Array,
): Float32Array {
  const finer = Math.round(Math.log2(scaleOf(segment, n)))
  return laidLuma(segment, film, raw, n, {
    ...{ level: quarter, into },
    own: Math.max(0, Math.min(quarter, quarter - finer)),
  })
}

const quarter = 2

/** A recording's colours in the film's pixels: planes of U and V at half the size. */
export function laidColour(
  segment: Segment,
  film: Levels,
  raw: Levels,
  n: number,
  { moved = 0, window }: Laying = {},
  into: readonly Float32Array[] = [],
): readonly [Float32Array, Float32Array] {
  const own = { width: raw.width(1), height: raw.height(1) }
  const to = { width: film.width(1), height: film.height(1) }
  const map = atLevels(mapOf(segment, n), 1, 1)
  const frame = Math.max(0, Math.min(raw.count - 1, Math.floor((segment.frames[n] as number) + moved)))
  const planes = raw.pictures.colour(frame)
  const size = own.width * own.height
  const half: Window | undefined = window && [
    window[0] >> 1,
    window[1] >> 1,
    Math.min(to.width, (window[2] + 1) >> 1),
    Math.min(to.height, (window[3] + 1) >> 1),
  ]
  return [
    laidPlane(planes.subarray(0, size), own, map, to, half, into[0]),
    laidPlane(planes.subarray(size), own, map, to, half, into[1]),
  ]
}

/** How many pixels of the film a pixel of the recording became, along a side, in the n-th frame of a run. */
export function scaleOf(segment: Segment, n: number): number {
  return Math.sqrt(Math.abs(areaScale(mapOf(segment, n))))
}

/** Variance of the softest kernel of three, in squared pixels. */
const mostSoft = 0.5

/** A part shown larger has more detail in the film's small picture than in the recording's: the film is made as soft. */
export function asSoft(film: Uint8Array, { width, height }: Grid, scale: number): Uint8Array {
  // A pixel of the recording is a mean over `scale` pixels of the film, and is laid by straight lines between such: variances of a twelfth and a sixth.
  const variance = (scale * scale - 1) / 4
  if (variance < 0.08) return film
  const rounds = Math.ceil(variance / mostSoft)
  const side = Math.round((256 * variance) / rounds / 2)
  let out = film
  for (let round = 0; round < rounds; round++)
    out = softened(softened(out, width, height, 1, width, side), height, width, width, 1, side)
  return out
}

/** Along rows (or columns, with steps exchanged): `side` of 256 parts of each neighbour. */
function softened(
  from: Uint8Array,
  length: number,
  count: number,
  step: number,
  next: number,
  side: number,
): Uint8Array {
  const out = new Uint8Array(from.length)
  const middle = 256 - 2 * side
  for (let row = 0; row < count; row++) {
    const start = row * next
    const last = start + (length - 1) * step
    for (let at = start; at <= last; at += step) {
      const before = at === start ? at : at - step
      const after = at === last ? at : at + step
      out[at] =
        (middle * (from[at] as number) + side * ((from[before] as number) + (from[after] as number)) + 128) >>
        8
    }
  }
  return out
}
