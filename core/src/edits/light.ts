/** How the film shows the tones and colours of its recording: fitted to a run, without what does not fit. */

import type { Box } from './affine.ts'
import { bendOf } from './bent-tones.ts'
import { nothing } from './beyond-around.ts'
import { laidColour, laidQuarter } from './laid.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { shiftBack } from './tones-back.ts'

const bins = 32
const binWidth = 256 / bins
/** Frames of a run that tell its tones. */
const mostSamples = 16
/** A curve may leave the straight line by so much, or that of a stronger gamma: one of 0.7 to 1.4 does not more. */
const mostBend = 14

/** film ≈ gain · raw + lift, of one frame. */
export interface FrameLight {
  readonly gain: number
  readonly lift: number
}

export const asTheRun: FrameLight = { gain: 1, lift: 0 }

/** How strong colours are in a frame, over what the run shows: a fade takes them too. Planes less 128; nothing below -128. */
export function frameColour(seen: Uint8Array, u: Float32Array, v: Float32Array): number {
  let strength = 1
  let scale = 12
  for (let round = 0; round < 3; round++) {
    sumColour(seen, u, v, round & 1, strength, round === 0 ? Number.POSITIVE_INFINITY : scale)
    const both = colourSums[0] as number
    const own = colourSums[1] as number
    const off = colourSums[2] as number
    const w = colourSums[3] as number
    if (own < 2 * w || w < 50) return 1
    strength = Math.max(0, Math.min(2, both / own))
    scale = Math.max(3, Math.min(scale, 2 * Math.sqrt(off / w)))
  }
  return strength
}

const colourSums = new Float64Array(4)

/** Weighed sums over every other pixel: of products with the film, of squares, of what is left, squared, and of weights. */
function sumColour(
  seen: Uint8Array,
  u: Float32Array,
  v: Float32Array,
  from: number,
  strength: number,
  scale: number,
): void {
  const square = scale * scale
  let both = 0
  let own = 0
  let off = 0
  let w = 0
  for (let at = from; at < u.length; at += 2) {
    const x = (u[at] as number) - 128
    if (x < -128) continue
    const y = (v[at] as number) - 128
    const p = (seen[at] as number) - 128
    const q = (seen[u.length + at] as number) - 128
    const dp = p - strength * x
    const dq = q - strength * y
    const left = dp * dp + dq * dq
    const most = 1 + left / square
    const weight = 1 / (most * most)
    both += weight * (x * p + y * q)
    own += weight * (x * x + y * y)
    off += weight * left
    w += weight
  }
  colourSums[0] = both
  colourSums[1] = own
  colourSums[2] = off
  colourSums[3] = w
}

/** Of a run: what each tone of the recording became, and its colours. */
export interface RunLight {
  /** What 0, 8, 16 … 256 of the recording became. */
  readonly curve: Float32Array
  /** How often each of the tones 4, 12 … 252 is there, together 1. */
  readonly tones: Float32Array
  /** Darkest and brightest that the film shows: beyond, tones were cut off. */
  readonly floor: number
  readonly ceiling: number
  /** How much more contrast than the recording the film has. */
  readonly gain: number
  /** Of the distance of what tones became from what they were, in grey levels, what lost detail makes. */
  readonly softened: number
  /** [u from u, u from v, v from u, v from v], and what grey became. */
  readonly colours: readonly [number, number, number, number]
  readonly tint: readonly [number, number]
  /** How saturated the film shows the recording, 1 for as it was; null where the recording is grey. */
  readonly saturation: number | null
}

/** Fits a straight line through pairs of pixels, those far from it counting less in each round. */
export function frameLight(film: Uint8Array, raw: Float32Array, step = 3): FrameLight {
  let gain = 1
  let lift = 0
  let scale = 24
  for (let round = 0; round < 5; round++) {
    sumLight(film, raw, round % step, step, gain, lift, round === 0 ? Number.POSITIVE_INFINITY : scale)
    const w = lightSums[0] as number
    const sr = lightSums[1] as number
    const sf = lightSums[2] as number
    const srr = lightSums[3] as number
    const srf = lightSums[4] as number
    const off = lightSums[5] as number
    if (w < 50) break
    const spread = srr - (sr * sr) / w
    gain = spread < 4 * w ? 1 : Math.max(0, Math.min(4, (srf - (sr * sf) / w) / spread))
    lift = (sf - gain * sr) / w
    if (round > 0) scale = Math.max(4, Math.min(scale, 2 * Math.sqrt(off / w)))
  }
  return { gain, lift }
}

const lightSums = new Float64Array(6)

/** Weighed sums over pairs of pixels: of weights, of the recording, of the film, of products, and of what a straight line leaves, squared. */
function sumLight(
  film: Uint8Array,
  raw: Float32Array,
  from: number,
  step: number,
  gain: number,
  lift: number,
  scale: number,
): void {
  let w = 0
  let sr = 0
  let sf = 0
  let srr = 0
  let srf = 0
  let off = 0
  for (let at = from; at < raw.length; at += step) {
    const r = raw[at] as number
    if (r < 0) continue
    const f = film[at] as number
    const left = f - gain * r - lift
    const over = left / scale
    const most = 1 + over * over
    const weight = 1 / (most * most)
    w += weight
    sr += weight * r
    sf += weight * f
    srr += weight * r * r
    srf += weight * r * f
    off += weight * left * left
  }
  lightSums[0] = w
  lightSums[1] = sr
  lightSums[2] = sf
  lightSums[3] = srr
  lightSums[4] = srf
  lightSums[5] = off
}

/** One frame of a run, in a quarter of the size. */
export interface ShownFrame {
  readonly n: number
  /** The recording's picture; below 0 where the film shows none of it. */
  readonly own: Float32Array
  readonly seen: Uint8Array
  readonly light: FrameLight
}

/** Tones need no detail, and noise that coding takes away is no change of tones: pictures of a quarter of the size. */
export function shownFrame(
  segment: Segment,
  film: Levels,
  raw: Levels,
  n: number,
  except: readonly Box[],
): ShownFrame {
  const own = without(laidQuarter(segment, film, raw, n), film.width(2), halved(halved(except)))
  const seen = film.at(segment.from + n, 2)
  return { n, own, seen, light: frameLight(seen, own) }
}

/** A few of the frames of a run, without boxes that show something else. */
export function shownOf(
  segment: Segment,
  film: Levels,
  raw: Levels,
  sampled: readonly number[],
  except: readonly Box[],
): readonly ShownFrame[] {
  const every = Math.max(1, Math.ceil(sampled.length / mostSamples))
  return sampled
    .filter((_, k) => k % every === every >> 1 || sampled.length < 3)
    .map(n => shownFrame(segment, film, raw, n, except))
}

/** The light that frames of a run have. Frames whose own light is another (a fade, a spotlight) are left out. */
export function lightOfShown(
  shown: readonly ShownFrame[],
  segment: Segment,
  film: Levels,
  raw: Levels,
  except: readonly Box[],
): RunLight {
  const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 1
  const usual = middleOf(shown.map(({ light }) => light.gain))
  const level = middleOf(shown.map(({ light }) => light.gain * 110 + light.lift))
  const steady = shown.filter(
    ({ light }) => Math.abs(light.gain - usual) < 0.08 && Math.abs(light.gain * 110 + light.lift - level) < 6,
  )
  const told = steady.length > 0 ? steady : shown
  const tones = toneCurve(told, film.width(2))
  const shift = shiftOf(tones, asTheRun)
  return {
    ...tones,
    softened: shift < leastSoftened ? 0 : Math.max(0, shift - shiftBack(told)),
    ...runColours(
      told.map(({ n }) => n),
      segment,
      film,
      raw,
      except,
    ),
  }
}

function halved(boxes: readonly Box[]): readonly Box[] {
  return boxes.map(([x, y, w, h]) => [x >> 1, y >> 1, (w + 1) >> 1, (h + 1) >> 1])
}

function without(plane: Float32Array, width: number, boxes: readonly Box[]): Float32Array {
  for (const [x, y, w, h] of boxes)
    for (let row = y; row < y + h; row++) plane.fill(nothing, row * width + x, row * width + x + w)
  return plane
}

/** Grey levels from a pixel to those beside it: where there is more, scaling and a map that is off by a part of a pixel mix tones. */
const mostUneven = 8
/** Share of the pixels that have to be even for them to tell the tones. */
const leastEven = 0.2

/** Which pixels of a recording's picture are like those around them, 1 for yes, and how many of those that are known. */
function evenPixels(
  own: Float32Array,
  width: number,
): { readonly isEven: Uint8Array; readonly share: number } {
  const isEven = new Uint8Array(own.length)
  let [even, known] = [0, 0]
  for (let at = width; at < own.length - width; at++) {
    const value = own[at] as number
    if (value < 0) continue
    known++
    const across = Math.max(
      Math.abs((own[at - 1] as number) - value),
      Math.abs((own[at + 1] as number) - value),
    )
    const down = Math.max(
      Math.abs((own[at - width] as number) - value),
      Math.abs((own[at + width] as number) - value),
    )
    if (across > mostUneven || down > mostUneven) continue
    isEven[at] = 1
    even++
  }
  return { isEven, share: even / Math.max(1, known) }
}

function toneCurve(
  shown: readonly {
    readonly own: Float32Array
    readonly seen: Uint8Array
    readonly light: FrameLight
  }[],
  width: number,
): Tones {
  const counts = new Uint32Array(256 * bins)
  let [gain, lift] = [0, 0]
  const evens = shown.map(({ own }) => evenPixels(own, width))
  const areEven = evens.every(({ share }) => share > leastEven)
  for (const [k, { own, seen, light }] of shown.entries()) {
    const { isEven } = evens[k] as (typeof evens)[number]
    gain += light.gain / shown.length
    lift += light.lift / shown.length
    countTones(own, seen, light, areEven ? isEven : null, counts)
  }
  const sizes = Uint32Array.from({ length: bins }, (_, bin) =>
    counts.subarray(256 * bin, 256 * bin + 256).reduce((sum, each) => sum + each, 0),
  )
  if (shown.length === 0) [gain, lift] = [1, 0]
  const total = sizes.reduce((sum, each) => sum + each, 0)
  const spans = Array.from(sizes, (size, bin) =>
    size < 40 + total / 400 ? null : spanOfTones(counts.subarray(256 * bin, 256 * bin + 256), size),
  )
  const widths = spans.flatMap(each => (each ? [each[2] - each[0]] : [])).sort((one, two) => one - two)
  const mostWide = Math.max(severalTones, widest * (widths[widths.length >> 1] ?? 0))
  const off = spans.map(each => (each && each[2] - each[0] <= mostWide ? (each[1] - 128) / 2 : null))
  const isBent = off.some(each => each !== null && Math.abs(each) > mostBend)
  const even = (isBent && bendOf(off, sizes)) || (() => 0)
  const bend = off.map((each, bin) =>
    each === null ? null : even(bin) + Math.max(-mostBend, Math.min(mostBend, each - even(bin))),
  )
  // Tones that are not there bend as the nearest that are.
  const known = bend.flatMap((each, bin) => (each === null ? [] : [bin]))
  const bendAt = (bin: number) => {
    const below = known.findLast(each => each <= bin) ?? known[0]
    const above = known.find(each => each >= bin) ?? known.at(-1)
    if (below === undefined || above === undefined) return 0
    const [one, two] = [bend[below] as number, bend[above] as number]
    return above === below ? one : one + ((two - one) * (bin - below)) / (above - below)
  }
  const centres = Float32Array.from({ length: bins }, (_, bin) => bendAt(bin))
  const curve = Float32Array.from({ length: bins + 1 }, (_, n) => {
    const at = Math.max(0, Math.min(bins - 1, n - 0.5))
    const low = Math.floor(at)
    const high = Math.min(bins - 1, low + 1)
    return (
      gain * n * binWidth +
      lift +
      (centres[low] as number) +
      ((centres[high] as number) - (centres[low] as number)) * (at - low)
    )
  })
  const tones = Float32Array.from(sizes, each => each / Math.max(1, total))
  return { curve, tones, gain, ...rangeOf(shown.map(({ seen }) => seen)) }
}

/** Counts how far, in halves of a level, pixels of each of the bins of tones are off a straight line: 256 counts for each bin, the line in the middle. */
function countTones(
  own: Float32Array,
  seen: Uint8Array,
  { gain, lift }: FrameLight,
  isTold: Uint8Array | null,
  counts: Uint32Array,
): void {
  for (let at = 0; at < own.length; at++) {
    const value = own[at] as number
    if (value < 0 || isTold?.[at] === 0) continue
    const bin = Math.min(bins - 1, (value / binWidth) | 0)
    const off = Math.round(2 * ((seen[at] as number) - gain * value - lift))
    const slot = 256 * bin + Math.max(0, Math.min(255, off + 128))
    counts[slot] = (counts[slot] as number) + 1
  }
}

/** Half levels: one tone of a recording that became several by so much, and by so much more than its other tones did, has something laid over it. */
const severalTones = 36
const widest = 2.5

/** The slots up to which an eighth, half and seven eighths of a bin's pixels lie. */
function spanOfTones(
  counts: Uint32Array,
  size: number,
): readonly [low: number, middle: number, high: number] {
  const slotOf = (share: number) => {
    let seen = 0
    const slot = counts.findIndex(each => {
      seen += each
      return seen >= share * size
    })
    return Math.max(0, slot)
  }
  return [slotOf(1 / 8), slotOf(1 / 2), slotOf(7 / 8)]
}

/** Of a smaller distance nobody asks what made it. */
const leastSoftened = 2

type Tones = Pick<RunLight, 'curve' | 'tones' | 'gain' | 'floor' | 'ceiling'>

/** Mean distance of what tones became from what they were, in grey levels, for a frame of a run. */
export function shiftOf(light: Tones, { gain, lift }: FrameLight): number {
  let shift = 0
  for (const [bin, share] of light.tones.entries()) {
    const value = (bin + 0.5) * binWidth
    shift += share * Math.abs(gain * toned(light, value) + lift - value)
  }
  return shift
}

function rangeOf(frames: readonly Uint8Array[]): Pick<RunLight, 'floor' | 'ceiling'> {
  const counts = new Uint32Array(256)
  for (const frame of frames)
    for (let at = 0; at < frame.length; at++) {
      const value = frame[at] as number
      counts[value] = (counts[value] as number) + 1
    }
  const few = counts.reduce((sum, each) => sum + each, 0) / 2000
  const beyond = (values: readonly number[]) => {
    let sum = 0
    return (
      values.find(value => {
        sum += counts[value] as number
        return sum > few
      }) ?? 0
    )
  }
  const values = [...counts.keys()]
  return { floor: beyond(values), ceiling: beyond(values.toReversed()) }
}

/** What a tone became. */
export function toned(
  { curve, floor, ceiling }: Pick<RunLight, 'curve' | 'floor' | 'ceiling'>,
  value: number,
): number {
  const at = value / binWidth
  const low = at | 0
  const one = curve[low] as number
  const became = one + ((curve[low + 1] as number) - one) * (at - low)
  return became < floor ? floor : became > ceiling ? ceiling : became
}

/** Least spread of a recording's colour that tells what became of it, in squared steps. */
const leastColour = 6
/** Coding at low rates takes much of colours weaker than this. */
const surelyColour = 25

/** A sensor's noise is no colour: means of so many pixels of a side. */
const meant = 8

/** Means of squares of pixels that are known all; else below 0. */
function meansOf(plane: Float32Array, known: Float32Array, width: number, height: number): Float32Array {
  const columns = Math.floor(width / meant)
  const rows = Math.floor(height / meant)
  const out = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      out[row * columns + column] = meanOf(plane, known, width, row * meant * width + column * meant)
  return out
}

function meanOf(plane: Float32Array, known: Float32Array, width: number, start: number): number {
  let sum = 0
  for (let y = 0, line = start; y < meant; y++, line += width)
    for (let at = line, end = line + meant; at < end; at++) {
      if ((known[at] as number) < 0) return nothing
      sum += plane[at] as number
    }
  return sum / meant ** 2
}

/** Means of a recording's colours and of the film's in the same places, in one frame of a run. */
interface ColourPair {
  readonly u: Float32Array
  readonly v: Float32Array
  readonly p: Float32Array
  readonly q: Float32Array
}

function colourPair(
  n: number,
  segment: Segment,
  film: Levels,
  raw: Levels,
  except: readonly Box[] = [],
): ColourPair {
  const [width, height] = [film.width(1), film.height(1)]
  const [u, v] = laidColour(segment, film, raw, n)
  without(u, width, halved(except))
  // As numbers of one kind: a loop over two kinds was compiled eight times.
  const seen = Float32Array.from(film.pictures.colour(segment.from + n))
  const known = u
  return {
    u: meansOf(u, known, width, height),
    v: meansOf(v, known, width, height),
    p: meansOf(seen.subarray(0, u.length), known, width, height),
    q: meansOf(seen.subarray(u.length), known, width, height),
  }
}

/** How saturated a frame of a run shows the recording; null where it does not tell. */
export function frameSaturation(n: number, segment: Segment, film: Levels, raw: Levels): number | null {
  return saturationIn(colourFit([colourPair(n, segment, film, raw)]))
}

interface ColourFit {
  /** [u from u, u from v, u of grey, v from u, v from v, v of grey]. */
  readonly fit: readonly [number, number, number, number, number, number]
  /** Of the recording's colours, in squared steps. */
  readonly spread: number
  readonly strength: number
}

function saturationIn({ spread, strength }: ColourFit): number | null {
  const isTold = spread >= surelyColour || (spread >= leastColour && (strength < 0.5 || strength > 1.5))
  return isTold ? Math.max(0, strength) : null
}

/** Frames that tell a run's colours, and those of them that are taken. */
const colourLooks = 9
const colourFrames = 5

/** The colours of a run by the frames that are like most: a part of it may be shown in grey. */
function runColours(
  frames: readonly number[],
  segment: Segment,
  film: Levels,
  raw: Levels,
  except: readonly Box[],
): Pick<RunLight, 'colours' | 'tint' | 'saturation'> {
  const every = Math.max(1, frames.length / colourLooks)
  const pairs = Array.from({ length: Math.min(frames.length, colourLooks) }, (_, k) =>
    colourPair(frames[Math.floor((k + 0.5) * every)] as number, segment, film, raw, except),
  )
  const strengths = pairs.map(each => colourFit([each]).strength)
  const middle = strengths.toSorted((one, two) => one - two)[strengths.length >> 1] ?? 1
  const told = [...pairs.keys()]
    .sort(
      (one, two) =>
        Math.abs((strengths[one] as number) - middle) - Math.abs((strengths[two] as number) - middle),
    )
    .slice(0, colourFrames)
  const whole = colourFit(told.map(k => pairs[k] as ColourPair))
  const [m0, m1, o0, m2, m3, o1] = whole.fit
  return { colours: [m0, m1, m2, m3], tint: [o0, o1], saturation: saturationIn(whole) }
}

const fitSums = new Float64Array(13)
type Six = readonly [number, number, number, number, number, number]
type Thirteen = readonly [...Six, ...Six, number]

/** Adds to weighed sums: of weights, the recording's colours, their products, those of each of the film's colours, and what a fit leaves, squared. */
function sumPair({ u, v, p, q }: ColourPair, [f0, f1, f2, f3, f4, f5]: Six, scale: number): void {
  const square = scale * scale
  let w = fitSums[0] as number
  let su = fitSums[1] as number
  let sv = fitSums[2] as number
  let suu = fitSums[3] as number
  let suv = fitSums[4] as number
  let svv = fitSums[5] as number
  let fu = fitSums[6] as number
  let fuu = fitSums[7] as number
  let fuv = fitSums[8] as number
  let fv = fitSums[9] as number
  let fvu = fitSums[10] as number
  let fvv = fitSums[11] as number
  let off = fitSums[12] as number
  for (let at = 0; at < u.length; at++) {
    if ((u[at] as number) < 0) continue
    const x = (u[at] as number) - 128
    const y = (v[at] as number) - 128
    const seenU = (p[at] as number) - 128
    const seenV = (q[at] as number) - 128
    const du = seenU - f0 * x - f1 * y - f2
    const dv = seenV - f3 * x - f4 * y - f5
    const left = du * du + dv * dv
    const most = 1 + left / square
    const weight = 1 / (most * most)
    w += weight
    su += weight * x
    sv += weight * y
    suu += weight * x * x
    suv += weight * x * y
    svv += weight * y * y
    fu += weight * seenU
    fuu += weight * seenU * x
    fuv += weight * seenU * y
    fv += weight * seenV
    fvu += weight * seenV * x
    fvv += weight * seenV * y
    off += weight * left
  }
  fitSums.set([w, su, sv, suu, suv, svv, fu, fuu, fuv, fv, fvu, fvv, off])
}

/** Straight fits of both planes on both, by least squares with what is far off counting less. */
function colourFit(pairs: readonly ColourPair[]): ColourFit {
  let fit: [number, number, number, number, number, number] = [1, 0, 0, 0, 1, 0]
  let scale = 14
  let spread = 0
  let strength = 1
  for (let round = 0; round < 4; round++) {
    fitSums.fill(0)
    for (const each of pairs) sumPair(each, fit, round === 0 ? Number.POSITIVE_INFINITY : scale)
    const [w, su, sv, suu, suv, svv, fu, fuu, fuv, fv, fvu, fvv, off] = fitSums as unknown as Thirteen
    if (w < 20) break
    // A little held to "as it was", so that a recording with one hue does not turn the other.
    const hold = 0.5 * w
    const [a, b, c] = [suu - (su * su) / w + hold, suv - (su * sv) / w, svv - (sv * sv) / w + hold]
    const determinant = a * c - b * b
    const [pu, pv] = [fuu - (su * fu) / w + hold, fuv - (sv * fu) / w]
    const [qu, qv] = [fvu - (su * fv) / w, fvv - (sv * fv) / w + hold]
    const [m0, m1] = [(pu * c - pv * b) / determinant, (pv * a - pu * b) / determinant]
    const [m2, m3] = [(qu * c - qv * b) / determinant, (qv * a - qu * b) / determinant]
    fit = [m0, m1, (fu - m0 * su - m1 * sv) / w, m2, m3, (fv - m2 * su - m3 * sv) / w]
    spread = (suu - (su * su) / w + svv - (sv * sv) / w) / w
    // One strength for both: a plane that hardly varies tells none of its own.
    strength = (fuu - (fu * su) / w + fvv - (fv * sv) / w) / Math.max(1e-6, spread * w)
    scale = Math.max(3, Math.min(scale, 2 * Math.sqrt(off / w)))
  }
  return { fit, spread, strength }
}
