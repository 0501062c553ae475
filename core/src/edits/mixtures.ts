/** How much of each of two pictures a frame is mixed of. */
import type { Box } from './affine.ts'
import { nothing } from './beyond-around.ts'
import { laidLuma, smear } from './laid.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const black = 16
/** A mixture is one of whole pictures: a quarter of their size tells it. */
export const mixtureLevel = 2
/** Grey levels by which what lies around the box that shows a recording is not what the recording goes on with there. */
const beyond = 10
/** Grey levels from the darkest to the brightest pixel of a bar's line. */
const oneTone = 8

/**
 * The picture of a run at its own frames, or at others that it is stretched to, in the run's own light. Where it leaves the film's frame to bars it is
 * what the film has there in the middle of the run.
 */
export function pictureOf(
  segment: Segment,
  film: Levels,
  raw: Levels,
): (stretched: Segment, n: number) => Float32Array {
  const light = lightOf(segment)
  const plain = (of: Segment, n: number) =>
    inLight(laidLuma(of, film, raw, n, { level: mixtureLevel }), light)
  const middle = (segment.to - segment.from) >> 1
  const own = film.at(segment.from + middle, mixtureLevel)
  const alone = plain(segment, middle)
  const isOutside = outsideOf(segment.track.pairing.box, film, alone, own)
  const isCovered = coveredOf(alone, own)
  return (of, n) => {
    const picture = plain(of, n)
    for (let at = 0; at < picture.length; at++)
      if (picture[at] === nothing) picture[at] = own[at] as number
      else if (isCovered?.[at] && !isOutside?.[at]) picture[at] = smear
      else if (isOutside?.[at]) picture[at] = isOutside[at] === 1 ? (own[at] as number) : smear
    return picture
  }
}

/** Grey levels by which what is drawn over a picture or set into it differs, and the part of the picture that it covers at most. */
const covering = 24
const mostCovered = 0.4

/** Pixels at which a run shows something else than its recording, or null where these are none or too many to be something laid over it. */
function coveredOf(laid: Float32Array, own: Uint8Array): Uint8Array | null {
  const out = new Uint8Array(laid.length)
  let covered = 0
  for (let at = 0; at < out.length; at++) {
    if ((laid[at] as number) < 0 || Math.abs((laid[at] as number) - (own[at] as number)) < covering) continue
    out[at] = 1
    covered++
  }
  return covered > 0 && covered < mostCovered * out.length ? out : null
}

/** Pixels outside of the box that shows a recording (1) and along its sides (2), or null where the recording goes on there. */
function outsideOf(box: Box, film: Levels, laid: Float32Array, own: Uint8Array): Uint8Array | null {
  const [width, height] = [film.width(mixtureLevel), film.height(mixtureLevel)]
  const [left, top, right, low] = withoutBars(box, width, height, own)
  const out = new Uint8Array(width * height)
  let [off, count] = [0, 0]
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++, at++) {
      const inside = Math.min(column + 1 - left, right - column, row + 1 - top, low - row)
      if (inside > 2) continue
      out[at] = inside <= 0 ? 1 : 2
      if (inside > 0 || (laid[at] as number) < 0) continue
      off += Math.abs((laid[at] as number) - (own[at] as number))
      count++
    }
  return count > 0 && off > beyond * count ? out : null
}

/** The sides of what is left of a box without lines of one tone: [left, top, right, bottom) in pixels of the mixture's level. */
function withoutBars([x, y, w, h]: Box, width: number, height: number, own: Uint8Array) {
  const scale = 2 ** mixtureLevel
  const isFlat = (first: number, step: number, count: number) => {
    let [low, high] = [255, 0]
    for (let n = 0, at = first; n < count; n++, at += step) {
      low = Math.min(low, own[at] as number)
      high = Math.max(high, own[at] as number)
    }
    return high - low < oneTone
  }
  const row = (n: number) => isFlat(n * width, 1, width)
  const column = (n: number) => isFlat(n, width, height)
  let [left, right, top, low] = [0, width, 0, height]
  while (left < width && column(left)) left++
  while (right > left && column(right - 1)) right--
  while (top < height && row(top)) top++
  while (low > top && row(low - 1)) low--
  return [
    Math.max(left, x / scale),
    Math.max(top, y / scale),
    Math.min(right, (x + w) / scale),
    Math.min(low, (y + h) / scale),
  ] as const
}

/** How much of the second of two pictures one is mixed of; what the first is dimmed by towards black, and how far the second has come out of it. */
export function mixtureOf(a: Float32Array, b: Float32Array, seen: Uint8Array) {
  let cross = 0
  let size = 0
  let count = 0
  let outCross = 0
  let outSize = 0
  let inCross = 0
  let inSize = 0
  for (let at = 0; at < a.length; at++) {
    const x = a[at] as number
    const y = b[at] as number
    if (x < 0 || y < 0) continue
    const f = seen[at] as number
    cross += (f - x) * (y - x)
    size += (y - x) ** 2
    outCross += (f - x) * (black - x)
    outSize += (black - x) ** 2
    inCross += (f - black) * (y - black)
    inSize += (y - black) ** 2
    count++
  }
  const [goes, comes] = [outCross / Math.max(1, outSize), inCross / Math.max(1, inSize)]
  return { count, size, share: cross / size, goes, comes }
}

/** Sums of squares that are left of the three. */
export function leftOf(
  a: Float32Array,
  b: Float32Array,
  seen: Uint8Array,
  share: number,
  goes: number,
  comes: number,
): readonly [number, number, number] {
  let off = 0
  let outOff = 0
  let inOff = 0
  for (let at = 0; at < a.length; at++) {
    const x = a[at] as number
    const y = b[at] as number
    if (x < 0 || y < 0) continue
    const f = seen[at] as number
    off += (f - x - share * (y - x)) ** 2
    outOff += (f - x - goes * (black - x)) ** 2
    inOff += (f - black - comes * (y - black)) ** 2
  }
  return [off, outOff, inOff]
}

export function inLight(own: Float32Array, [gain, lift]: readonly [number, number]): Float32Array {
  for (let at = 0; at < own.length; at++) {
    const value = own[at] as number
    if (value >= 0) own[at] = Math.max(0, gain * value + lift)
  }
  return own
}

/** The usual light of a run: in a dissolve the fitted one is the other picture's doing. */
export function lightOf({ track, from, to }: Segment): readonly [number, number] {
  const middle = ((from + to) >> 1) - track.from
  return [track.gains[middle] ?? 1, track.lifts[middle] ?? 0]
}

/** The least part of the spread of two pictures that is not shared by them, for their parts in a mixture to be told. */
const leastApart = 0.05
/** What the contrasts of both may come to, together. */
const leastContrast = 0.55
const mostContrast = 1.8
/** What a mixture leaves, as a part of what either picture by itself leaves. */
const mostOfEither = 0.5
/** And as a part of the frame's own spread. */
const mostLeft = 0.12
/** In squared grey levels, what coding leaves. */
const codingLeaves = 12

/**
 * The share of the second picture where the light of either may be another than its run's; null where that cannot be told, or a frame in the
 * middle of it is not clearly a mixture.
 */
export function shareInOtherLight(a: Float32Array, b: Float32Array, seen: Uint8Array): number | null {
  let count = 0
  let sa = 0
  let sb = 0
  let sf = 0
  let aa = 0
  let bb = 0
  let ab = 0
  let fa = 0
  let fb = 0
  let ff = 0
  for (let at = 0; at < a.length; at++) {
    const x = a[at] as number
    const y = b[at] as number
    if (x < 0 || y < 0) continue
    const f = seen[at] as number
    count++
    sa += x
    sb += y
    sf += f
    aa += x * x
    bb += y * y
    ab += x * y
    fa += f * x
    fb += f * y
    ff += f * f
  }
  const spread = (product: number, one: number, two: number) => product - (one * two) / Math.max(1, count)
  const [va, vb, vf] = [spread(aa, sa, sa), spread(bb, sb, sb), spread(ff, sf, sf)]
  const [cab, cfa, cfb] = [spread(ab, sa, sb), spread(fa, sf, sa), spread(fb, sf, sb)]
  const determinant = va * vb - cab * cab
  if (determinant < leastApart * va * vb || determinant <= 0) return null
  const p = (cfa * vb - cfb * cab) / determinant
  const q = (cfb * va - cfa * cab) / determinant
  if (p + q < leastContrast || p + q > mostContrast) return null
  const left = vf - p * cfa - q * cfb
  if (left > mostLeft * vf + codingLeaves * count) return null
  const share = q / (p + q)
  if (share < surelyOne || share > 1 - surelyOne) return share
  const either = Math.min(vf - (cfa * cfa) / va, vf - (cfb * cfb) / vb)
  return left < mostOfEither * either ? share : null
}

/** Of a mixture: with less of a picture it is hardly more than the other. */
const surelyOne = 0.25
