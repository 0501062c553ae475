/**
 * Pictures that differ in colour and hardly in brightness, as those of a dark place: shown by what differs most in them, so that they can be looked up
 * and followed as others are.
 */
import type { Box } from './affine.ts'
import { Pairing } from './pairing.ts'
import { Levels } from './pictures.ts'
import { heldRecording, type Reference, referencesOf } from './search.ts'
import type { Segment } from './segments.ts'
import type { Shot } from './shots.ts'

/** A film and one recording as pictures of the same size whose luma is made of colours. */
export interface ByColour {
  readonly film: Levels
  readonly reference: Reference
}

/** Standard deviations in grey levels: of luma, at most; and of what differs most in luma and colours together, at least, and as a multiple of the former. */
const mostLuma = 12
const leastSpread = 4
const leastGain = 1.2
/** To which that is raised: as ordinary pictures have. */
const usualSpread = 30
const sampled = 8
/** Pixels of a side of a mean: a sensor's noise is no colour. */
const meant = 4
const rounds = 30

/** How pixels of a recording differ most: means of its planes, and what each is multiplied by. */
interface Axis {
  readonly means: readonly [number, number, number]
  readonly weights: readonly [number, number, number]
}

const axes = new WeakMap<Levels, Axis | null>()
const recordings = new WeakMap<Levels, Reference>()
const films = new WeakMap<Levels, Map<Levels, Levels>>()

/** Null for a recording that luma tells well, or that differs in nothing. */
export function byColour(film: Levels, { levels }: Reference): ByColour | null {
  const axis = axes.has(levels) ? (axes.get(levels) ?? null) : axisOf(levels)
  axes.set(levels, axis)
  if (!axis) return null
  const known = films.get(film) ?? new Map<Levels, Levels>()
  films.set(film, known)
  const seen = known.get(levels) ?? along(film, axis)
  known.set(levels, seen)
  const reference =
    recordings.get(levels) ?? (referencesOf([heldRecording(along(levels, axis))])[0] as Reference)
  recordings.set(levels, reference)
  return { film: seen, reference }
}

/** What lies between the quarters of a box's tones, in grey levels, at most: twice what such a recording has, as an even spread of tones has it. */
const mostBetween = 32

/** Whether a box of the film may show such a recording over a stretch: what is drawn over a quarter of it does not tell. */
export function mayHideInDark(film: Levels, box: Box, { from, to }: Shot): boolean {
  return [1, 2, 3].some(
    n => betweenQuarters(film, from + Math.floor(((to - from) * n) / 4), box) <= mostBetween,
  )
}

function betweenQuarters(film: Levels, frame: number, [x, y, w, h]: Box): number {
  const luma = film.at(frame, 0)
  const [width, height] = [film.width(0), film.height(0)]
  const counts = new Int32Array(256)
  const [left, right] = [Math.max(0, Math.floor(x)), Math.min(width, Math.ceil(x + w))]
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, Math.ceil(y + h)); row++)
    for (let at = row * width + left; at < row * width + right; at++) {
      const tone = luma[at] as number
      counts[tone] = (counts[tone] as number) + 1
    }
  const all = counts.reduce((sum, each) => sum + each, 0)
  const toneAt = (share: number) => {
    let below = 0
    return counts.findIndex(each => {
      below += each
      return below > share * all
    })
  }
  return toneAt(0.75) - toneAt(0.25)
}

/** A run that was found by colours, as one of the film and the recording themselves. */
export function asSeen(segment: Segment, film: Levels, raw: number, levels: Levels): Segment {
  const { line, track } = segment
  const { map, box } = track.pairing
  return {
    ...segment,
    raw,
    line: { ...line, raw },
    track: { ...track, raw, pairing: new Pairing(film, levels, map, box) },
  }
}

/** By the covariance of means, and its largest eigenvector (power iteration). */
function axisOf(levels: Levels): Axis | null {
  const sums = [0, 0, 0]
  const products = [0, 1, 2].map(() => [0, 0, 0])
  let count = 0
  for (let n = 0; n < sampled; n++)
    count += addMeans(levels, Math.floor(((n + 0.5) * levels.count) / sampled), sums, products)
  if (count === 0) return null
  const means = sums.map(sum => sum / count) as unknown as Axis['means']
  const covariance = products.map((row, a) =>
    row.map((sum, b) => sum / count - (means[a] as number) * (means[b] as number)),
  )
  let way = [0.3, -0.7, 0.6]
  let length = 0
  for (let round = 0; round < rounds; round++) {
    const next = covariance.map(row => row.reduce((sum, each, b) => sum + each * (way[b] as number), 0))
    length = Math.hypot(...next)
    if (length === 0) return null
    way = next.map(each => each / length)
  }
  const [luma, spread] = [Math.sqrt(covariance[0]?.[0] as number), Math.sqrt(length)]
  if (luma > mostLuma || spread < Math.max(leastSpread, leastGain * luma)) return null
  return { means, weights: way.map(each => (each * usualSpread) / spread) as unknown as Axis['weights'] }
}

function addMeans(levels: Levels, frame: number, sums: number[], products: number[][]): number {
  const [width, height] = [levels.width(1), levels.height(1)]
  const colour = levels.pictures.colour(frame)
  const size = width * height
  const planes = [levels.at(frame, 1), colour.subarray(0, size), colour.subarray(size)]
  let count = 0
  for (let top = 0; top + meant <= height; top += meant)
    for (let left = 0; left + meant <= width; left += meant, count++) {
      const own = planes.map(plane => {
        let sum = 0
        for (let y = top; y < top + meant; y++)
          for (let x = left; x < left + meant; x++) sum += plane[y * width + x] as number
        return sum / meant ** 2
      })
      for (let a = 0; a < 3; a++) {
        sums[a] = (sums[a] as number) + (own[a] as number)
        const row = products[a] as number[]
        for (let b = 0; b < 3; b++) row[b] = (row[b] as number) + (own[a] as number) * (own[b] as number)
      }
    }
  return count
}

/** The same pictures, their luma what differs along an axis: about the middle grey. */
function along({ pictures }: Levels, { means, weights }: Axis): Levels {
  const { width, height } = pictures
  const [half, size] = [width >> 1, (width >> 1) * (height >> 1)]
  return new Levels({
    ...pictures,
    areHeld: false,
    luma: frame => {
      const luma = pictures.luma(frame)
      const colour = pictures.colour(frame)
      const out = new Uint8Array(width * height)
      for (let y = 0; y < height; y++)
        mixedRow(luma, colour, y * width, (y >> 1) * half, width, size, { means, weights }, out)
      return out
    },
  })
}

function mixedRow(
  luma: Uint8Array,
  colour: Uint8Array,
  start: number,
  half: number,
  width: number,
  size: number,
  { means, weights }: Axis,
  out: Uint8Array,
): void {
  const [y, u, v] = weights
  const ground = middleGrey + 0.5 - y * means[0] - u * means[1] - v * means[2]
  for (let x = 0; x < width; x++) {
    const at = half + (x >> 1)
    const value =
      ground +
      y * (luma[start + x] as number) +
      u * (colour[at] as number) +
      v * (colour[size + at] as number)
    out[start + x] = Math.max(0, Math.min(255, value))
  }
}

const middleGrey = 128
