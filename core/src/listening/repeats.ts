import type { ListeningTransform, ListeningTransforms } from './frame-powers.ts'
import { plainRepeatLoops, type RepeatLoops } from './repeat-loops.ts'
import { plainStandingLags, type StandingLags } from './standing-lags.ts'

/** How much of an impulse is looked for again, and how long after it, in ms: explosions are told by how they go on. */
const patternMs = 132
const nearestMs = 16
const farthestMs = 224
const lastMs = 264
/** Looked at before an impulse and after it. */
const repeatMs = { before: 27, after: lastMs + 1 } as const
/** A sound is looked for by its first stroke, which no tail of its own lies under, for so long. */
export const strokeHeldMs = 450
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
/** Mean square of the taper that noise is measured through. */
const taperPower = 0.375

/** What does the inner loops of a search, and may do them sooner than plain loops. */
export interface RepeatTools {
  readonly transforms: ListeningTransforms
  readonly standing?: StandingLags
  readonly loops?: RepeatLoops
}

/**
 * Finds where an impulse comes again as loud, under whatever tail it has left: a tail is noise to a search for the first milliseconds, however loud it is. Matches
 * are told by a correlation in which all pitches of the impulse count alike, as far as they stand out of what was heard before it, and their loudness by the plain one.
 */
export class RepeatSearch {
  readonly #step: number
  /** Samples in a millisecond: of what is kept, which may be a fraction, and of what is heard. */
  readonly #ms: number
  readonly #block: number
  readonly #transforms: ListeningTransforms
  readonly #standing: StandingLags
  readonly #loops: RepeatLoops
  #room: Room | null = null

  constructor(
    { transforms, standing = plainStandingLags(), loops = plainRepeatLoops() }: RepeatTools,
    rate: number,
  ) {
    this.#standing = standing
    this.#loops = loops
    this.#step = rate >= thinnedRate ? 2 : 1
    this.#ms = rate / 1000 / this.#step
    this.#block = Math.ceil(rate / 1000)
    this.#transforms = transforms
  }

  /** Half a megabyte, made when an impulse is first looked for again, and kept: made anew each time it would be most of the garbage. */
  #makeRoom(): Room {
    const { floats, doubles } = this.#loops
    const inFours = (ms: number) => 4 * Math.round((ms * this.#ms) / 4)
    const lags = Math.round((farthestMs - nearestMs) * this.#ms)
    const length = inFours(patternMs)
    const size = sizeFor(lags + length)
    const quiet = inFours(quietMs.from - quietMs.to)
    const quietSize = sizeFor(quiet)
    const all = (repeatMs.before + strokeHeldMs + repeatMs.after) * this.#block
    const turn = (2 * Math.PI) / quiet
    return {
      ...{ lags, length, loud: inFours(loudMs), samples: floats(4 * Math.ceil(all / 4)) },
      transform: this.#transforms.ofSize(size),
      ...{ pattern: floats(size), later: floats(size), laterLength: inFours(lastMs - nearestMs) },
      ...{
        first: floats(size),
        second: floats(size),
        product: floats(size),
        even: this.#standing.room(size),
      },
      ...{ powers: doubles(size / 2), smooth: doubles(size / 2), quiet: floats(quiet) },
      quietTransform: this.#transforms.ofSize(quietSize),
      taper: Float64Array.from({ length: quiet }, (_, n) => 0.5 - 0.5 * Math.cos(turn * (n + 0.5))),
      ...{ tapered: floats(quietSize), quietSpectrum: floats(quietSize) },
      ...{ quietPowers: doubles(quietSize / 2), quietSmooth: doubles(quietSize / 2) },
    }
  }

  /**
   * How many samples after `held[at + since]` the sound that begins at `held[at]` does so again; `since` is 0, or how much later it came again before, less than
   * `strokeHeldMs`. There is silence beyond the ends of `held`.
   */
  find(held: Int16Array, at: number, since: number): readonly number[] {
    this.#room ??= this.#makeRoom()
    const [room, loops, step] = [this.#room, this.#loops, this.#step]
    const inMs = (ms: number) => Math.round(ms * this.#ms)
    const before = repeatMs.before * this.#block
    const count = 4 * Math.ceil((before + since + repeatMs.after * this.#block) / 4)
    this.#laySamples(held, at - before, room.samples.subarray(0, count))
    const early = step * inMs(1)
    this.#sharpen(room.samples, before - early, room.pattern.subarray(0, room.length))
    const later = before + since + step * inMs(nearestMs) - early
    this.#sharpen(room.samples, later, room.later.subarray(0, room.laterLength))
    this.#sharpen(room.samples, before - step * inMs(quietMs.from), room.quiet)
    correlate(loops, room)
    const found: number[] = []
    const own = inMs(around.own)
    const { even, lags } = room
    for (const lag of this.#standing.standing(even, lags, own, inMs(around.other), leastClear)) {
      if ((even[lag] as number) < highestIn(even, lag - own, Math.min(lags, lag + own + 1))) continue
      if (isAsLoud(loops, room, lag, inMs)) found.push(step * (inMs(nearestMs) + lag))
    }
    return found
  }

  #laySamples(held: Int16Array, first: number, out: Float32Array): void {
    const begin = Math.min(out.length, Math.max(0, -first))
    const end = Math.max(begin, Math.min(out.length, held.length - first))
    if (begin > 0 || end < out.length) out.fill(0)
    this.#loops.layNumbers(held, first + begin, out.subarray(begin, end))
  }

  /** Lays every `step`th sample from `from` on into `out`, sharpened. */
  #sharpen(samples: Float32Array, from: number, out: Float32Array): void {
    if (this.#step === 2) this.#loops.layHalved(samples, from, out)
    else layEdges(samples, from, out)
  }
}

interface Room {
  /** Lags that are looked at, and samples of what is looked for: of all of it, and of what tells how loud it is. */
  readonly lags: number
  readonly length: number
  readonly loud: number
  readonly samples: Float32Array
  readonly transform: ListeningTransform
  readonly pattern: Float32Array
  readonly later: Float32Array
  readonly laterLength: number
  readonly first: Float32Array
  readonly second: Float32Array
  readonly product: Float32Array
  readonly even: Float32Array
  readonly powers: Float64Array
  readonly smooth: Float64Array
  /** What came before. */
  readonly quiet: Float32Array
  readonly quietTransform: ListeningTransform
  readonly taper: Float64Array
  readonly tapered: Float32Array
  readonly quietSpectrum: Float32Array
  readonly quietPowers: Float64Array
  readonly quietSmooth: Float64Array
}

/** The correlation of `later` with `pattern` at each lag, with all pitches made `even` that stand out of what came before. */
function correlate(loops: RepeatLoops, room: Room): void {
  const { transform, pattern, later, first, second, product, powers, smooth, length, quiet } = room
  transform.forward(pattern, first)
  transform.forward(later, second)
  loops.layPowers(first, powers)
  loops.layMeans(powers, 6, smooth)
  layTapered(quiet, room.taper, room.tapered)
  room.quietTransform.forward(room.tapered, room.quietSpectrum)
  loops.layPowers(room.quietSpectrum, room.quietPowers)
  loops.layMeans(room.quietPowers, 2, room.quietSmooth)
  loops.layWeights(smooth, room.quietSmooth, length / quiet.length / taperPower, powers)
  loops.layProduct(first, second, powers, product)
  transform.inverse(product, room.even)
}

/** Whether what lies at a lag may be as loud as the first. */
function isAsLoud(
  { productOf }: RepeatLoops,
  { pattern, later, quiet, lags, loud }: Room,
  lag: number,
  inMs: (ms: number) => number,
): boolean {
  const all = productOf(pattern, pattern, 0, loud)
  const own = Math.max(all - (productOf(quiet, quiet, 0, quiet.length) * loud) / quiet.length, 0.2 * all)
  const at = (place: number) => productOf(pattern, later, place, loud)
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

function layEdges(samples: Float32Array, from: number, out: Float32Array): void {
  for (let n = 0; n < out.length; n++)
    out[n] = (samples[from + n] as number) - 0.98 * (samples[from + n - 1] as number)
}

function layTapered(signal: Float32Array, taper: Float64Array, out: Float32Array): void {
  for (let n = 0; n < signal.length; n++) out[n] = (signal[n] as number) * (taper[n] as number)
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
