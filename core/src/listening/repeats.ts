import type { ListeningTransform, ListeningTransforms } from './frame-powers.ts'
import { plainStandingLags, type StandingLags } from './standing-lags.ts'

/** How much of an impulse is looked for again, and how long after it, in ms: explosions are told by how they go on. */
const patternMs = 132
const nearestMs = 16
const farthestMs = 224
const lastMs = 264
/** Looked at before an impulse and after it. */
export const repeatMs = { before: 27, after: lastMs + 1 } as const
/** How loud it comes again, its first 36 ms tell, against the first time. What comes back weaker is an echo; what lies about it makes that more or less sure, so that it may be off by so many deviations. */
const loudMs = 36
const asLoud = { least: 0.9, most: 1.8, surelyLeast: 0.3, deviations: 1.5 } as const
/** How far a match stands out of those around it (root mean square). Of noise, the best of thousands comes to 4 or 5. */
const leastClear = 6.5
/** In ms on either side of a match: what belongs to it, and what it is held against. */
const around = { own: 2, other: 16 } as const
/** In ms before an impulse: the noise that it stands out of. */
const quietMs = { from: 25, to: 3 } as const
/** Of so many samples in a second every other one does. */
const thinnedRate = 32_000
/** What weighs a pitch that does not stand out of the noise. */
const leastStanding = 0.02
/** Mean square of the taper that noise is measured through. */
const taperPower = 0.375

/**
 * Finds where an impulse comes again as loud, under whatever tail it has left: a tail is noise to a search for the first milliseconds, however loud it is. Matches
 * are told by a correlation in which all pitches of the impulse count alike, as far as they stand out of what was heard before it, and their loudness by the plain one.
 */
export class RepeatSearch {
  readonly #step: number
  readonly #ms: number
  readonly #transforms: ListeningTransforms
  readonly #standing: StandingLags
  #room: Room | null = null

  constructor(transforms: ListeningTransforms, rate: number, standing: StandingLags = plainStandingLags()) {
    this.#standing = standing
    this.#step = rate >= thinnedRate ? 2 : 1
    this.#ms = rate / 1000 / this.#step
    this.#transforms = transforms
  }

  /** A third of a megabyte, made when an impulse is first looked for again, and kept: made anew each time it would be most of the garbage. */
  #roomFor(size: number, quiet: number): Room {
    if (this.#room?.size === size) return this.#room
    const floats = () => new Float32Array(size)
    const doubles = () => new Float64Array(size / 2)
    const quietSize = sizeFor(quiet)
    const quietFloats = () => new Float32Array(quietSize)
    this.#room = {
      ...{ size, pattern: floats(), later: floats(), even: this.#standing.room(size) },
      ...{ first: floats(), second: floats(), product: floats() },
      ...{ powers: doubles(), smooth: doubles(), quiet: new Float32Array(quiet), tapered: quietFloats() },
      ...{ quietSpectrum: quietFloats(), quietPowers: new Float64Array(quietSize / 2) },
      ...{ quietSmooth: new Float64Array(quietSize / 2) },
    }
    return this.#room
  }

  /**
   * How many samples after `samples[from]` the sound that begins at `samples[at]` does so again; `from` is that place, or where it came again before.
   * `samples` reach `repeatMs` to either side.
   */
  find(samples: Float32Array, at: number, from: number): readonly number[] {
    const step = this.#step
    const inMs = (ms: number) => Math.round(ms * this.#ms)
    const [nearest, lags, length] = [inMs(nearestMs), inMs(farthestMs - nearestMs), inMs(patternMs)]
    const transform = this.#transforms.ofSize(sizeFor(lags + length))
    const room = this.#roomFor(transform.size, inMs(quietMs.from - quietMs.to))
    const begin = at - step * inMs(1)
    const [pattern, later] = [room.pattern.fill(0), room.later.fill(0)]
    sharpen(samples, begin, step, pattern.subarray(0, length))
    sharpen(samples, from + step * (nearest - inMs(1)), step, later.subarray(0, inMs(lastMs - nearestMs)))
    sharpen(samples, at - step * inMs(quietMs.from), step, room.quiet)
    correlate(transform, this.#transforms.ofSize(room.tapered.length), room, length)
    const found: number[] = []
    const own = inMs(around.own)
    for (const lag of this.#standing.standing(room.even, lags, own, inMs(around.other), leastClear)) {
      const highest = highestIn(room.even, lag - own, Math.min(lags, lag + own + 1))
      if ((room.even[lag] as number) < highest) continue
      if (isAsLoud(room, lag, lags, inMs)) found.push(step * (nearest + lag))
    }
    return found
  }
}

/** Whether what lies at a lag may be as loud as the first. */
function isAsLoud(
  { pattern, later, quiet }: Room,
  lag: number,
  lags: number,
  inMs: (ms: number) => number,
): boolean {
  const length = inMs(loudMs)
  const all = energyIn(pattern, 0, length)
  const own = Math.max(all - (energyIn(quiet, 0, quiet.length) * length) / quiet.length, 0.2 * all)
  const at = (place: number) => productOf(pattern, later, place, length)
  const gain = Math.max(at(Math.max(0, lag - 1)), at(lag), at(lag + 1)) / own
  if (gain < asLoud.surelyLeast) return false
  let [squares, count] = [0, 0]
  const others = inMs(around.other)
  for (let place = Math.max(0, lag - others); place < Math.min(lags, lag + others); place += 5) {
    if (Math.abs(place - lag) <= inMs(around.own)) continue
    squares += at(place) ** 2
    count++
  }
  const off = (asLoud.deviations * Math.sqrt(squares / Math.max(1, count))) / own
  return gain + off >= asLoud.least && gain - off <= asLoud.most
}

/** Lays every `step`th sample from `from` on into `into`, sharpened; of every other one, what lies too high for them is left out before. */
function sharpen(samples: Float32Array, from: number, step: number, into: Float32Array): void {
  if (step === 1) layEdges(samples, from, into)
  else layHalved(samples, from, into)
}

function layEdges(samples: Float32Array, from: number, into: Float32Array): void {
  for (let n = 0; n < into.length; n++)
    into[n] = (samples[from + n] as number) - 0.98 * (samples[from + n - 1] as number)
}

/** Each place is a weighed sum of its sample and those one and three before and after it: most of these were read for the place before. */
function layHalved(samples: Float32Array, from: number, into: Float32Array): void {
  let a = samples[from - 5] as number
  let b = samples[from - 3] as number
  let c = samples[from - 1] as number
  let d = samples[from + 1] as number
  let last = halved(samples[from - 2] as number, b + c, a + d)
  for (let n = 0, at = from; n < into.length; n++, at += 2) {
    a = b
    b = c
    c = d
    d = samples[at + 3] as number
    const sample = halved(samples[at] as number, b + c, a + d)
    into[n] = sample - 0.98 * last
    last = sample
  }
}

function halved(sample: number, near: number, far: number): number {
  return 0.5 * sample + 0.281_25 * near - 0.031_25 * far
}

interface Room {
  readonly size: number
  readonly pattern: Float32Array
  readonly later: Float32Array
  readonly even: Float32Array
  readonly first: Float32Array
  readonly second: Float32Array
  readonly product: Float32Array
  readonly powers: Float64Array
  readonly smooth: Float64Array
  /** What came before. */
  readonly quiet: Float32Array
  readonly tapered: Float32Array
  readonly quietSpectrum: Float32Array
  readonly quietPowers: Float64Array
  readonly quietSmooth: Float64Array
}

/** The correlation of `later` with `pattern` at each lag, with all pitches made `even` that stand out of what came before. */
function correlate(
  transform: ListeningTransform,
  quietTransform: ListeningTransform,
  room: Room,
  length: number,
): void {
  const { size, pattern, later, first, second, product, powers, smooth } = room
  transform.forward(pattern, first)
  transform.forward(later, second)
  layPowers(first, size / 2, powers)
  layMeans(powers, 6, smooth)
  layTapered(room.quiet, room.tapered)
  quietTransform.forward(room.tapered, room.quietSpectrum)
  layPowers(room.quietSpectrum, room.quietPowers.length, room.quietPowers)
  layMeans(room.quietPowers, 2, room.quietSmooth)
  layWeights(smooth, room.quietSmooth, length / room.quiet.length / taperPower, powers)
  layProduct(first, second, powers, size, product)
  transform.inverse(product, room.even)
}

/** One spectrum's conjugate times the other, weighed. A function of its own: what comes after a long loop in the same one made V8 throw its code away each time. */
function layProduct(
  first: Float32Array,
  second: Float32Array,
  weights: Float64Array,
  size: number,
  product: Float32Array,
): void {
  for (let n = 2; n < size; n += 2) {
    const a = first[n] as number
    const b = first[n + 1] as number
    const c = second[n] as number
    const d = second[n + 1] as number
    const weight = weights[n >> 1] as number
    product[n] = weight * (a * c + b * d)
    product[n + 1] = weight * (a * d - b * c)
  }
}

/** A pitch weighs as one over its height, times the share of its power that stands out of the noise. */
function layWeights(powers: Float64Array, noise: Float64Array, scale: number, weights: Float64Array): void {
  let top = 0
  for (let bin = 0; bin < powers.length; bin++) if ((powers[bin] as number) > top) top = powers[bin] as number
  const least = 1e-3 * Math.sqrt(top) + 1e-12
  const step = noise.length / powers.length
  for (let bin = 1; bin < powers.length; bin++) {
    const power = (powers[bin] as number) + 1e-20
    const standing = 1 - (scale * (noise[Math.floor(bin * step)] as number)) / power
    weights[bin] = Math.max(leastStanding, standing) / (Math.sqrt(power) + least)
  }
}

function layTapered(signal: Float32Array, out: Float32Array): void {
  const turn = (2 * Math.PI) / signal.length
  for (let n = 0; n < signal.length; n++)
    out[n] = (signal[n] as number) * (0.5 - 0.5 * Math.cos(turn * (n + 0.5)))
}

function layPowers(spectrum: Float32Array, half: number, powers: Float64Array): void {
  for (let bin = 1; bin < half; bin++) {
    const re = spectrum[2 * bin] as number
    const im = spectrum[2 * bin + 1] as number
    powers[bin] = re * re + im * im
  }
}

/** Lays each value's mean with `reach` on either side, as far as there are any, into `means`. */
function layMeans(values: Float64Array, reach: number, means: Float64Array): void {
  let sum = 0
  let count = 0
  for (let n = -reach; n < values.length; n++) {
    if (n + reach < values.length) {
      sum += values[n + reach] as number
      count++
    }
    if (n > reach) {
      sum -= values[n - reach - 1] as number
      count--
    }
    if (n >= 0) means[n] = sum / count
  }
}

function productOf(pattern: Float32Array, later: Float32Array, lag: number, length: number): number {
  let sum = 0
  for (let n = 0; n < length; n++) sum += (pattern[n] as number) * (later[lag + n] as number)
  return sum
}

function energyIn(signal: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let n = from; n < to; n++) sum += (signal[n] as number) ** 2
  return sum
}

function highestIn(values: Float32Array, from: number, to: number): number {
  let most = Number.NEGATIVE_INFINITY
  const end = Math.min(to, values.length)
  for (let n = Math.max(0, from); n < end; n++) if ((values[n] as number) > most) most = values[n] as number
  return most
}

/** The least transform that holds `count`: a power of two, or three quarters of one. */
function sizeFor(count: number): number {
  let size = 128
  while (size < count) size = size % 3 === 0 ? (size / 3) * 4 : (size / 2) * 3
  return size
}
