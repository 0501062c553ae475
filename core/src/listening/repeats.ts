import type { ListeningTransforms } from './impulse-features.ts'

/** How much of an impulse is looked for again, and how long after it, in ms. */
const patternMs = 36
const nearestMs = 16
const farthestMs = 224
/** Looked at before an impulse and after it. */
export const repeatMs = { before: 27, after: farthestMs + patternMs } as const
/** As loud as the first, within 2.5 and 5 dB: what comes back weaker is an echo. */
const asLoud = { least: 0.75, most: 1.8 } as const
/** How far a match stands out of those around it (root mean square). Of noise, the best of thousands comes to 4 or 5. */
const leastClear = 6
/** In ms on either side of a match: what belongs to it, and what it is held against. */
const around = { own: 2, other: 16 } as const

/**
 * Finds where an impulse comes again as loud, under whatever tail it has left: a tail is noise to a search for the first milliseconds, however loud it is. Matches
 * are told by the correlation in which all pitches of the impulse count alike, and their loudness by the plain one.
 */
export class RepeatSearch {
  readonly #ms: number
  readonly #transforms: ListeningTransforms
  #room: Room | null = null

  constructor(transforms: ListeningTransforms, rate: number) {
    this.#ms = rate / 1000
    this.#transforms = transforms
  }

  /** Half a megabyte, made when an impulse is first looked for again, and kept: made anew each time it would be most of the garbage. */
  #roomFor(size: number): Room {
    if (this.#room?.size === size) return this.#room
    const floats = () => new Float32Array(size)
    const doubles = () => new Float64Array(size / 2 + 1)
    this.#room = {
      ...{ size, pattern: floats(), later: floats(), plain: floats(), even: floats() },
      ...{ first: floats(), second: floats(), product: floats(), evened: floats() },
      ...{
        heights: doubles().subarray(0, size / 2),
        smooth: doubles().subarray(0, size / 2),
        sums: doubles(),
      },
    }
    return this.#room
  }

  /**
   * How many samples after `samples[from]` the sound that begins at `samples[at]` does so again; `from` is that place, or where it came again before.
   * `samples` reach `repeatMs` to either side.
   */
  find(samples: Float32Array, at: number, from: number): readonly number[] {
    const inMs = (ms: number) => Math.round(ms * this.#ms)
    const [length, nearest, lags] = [inMs(patternMs), inMs(nearestMs), inMs(farthestMs - nearestMs)]
    const begin = at - inMs(1)
    const transform = this.#transforms.ofSize(sizeFor(lags + length))
    const room = this.#roomFor(transform.size)
    const { plain, even } = room
    const pattern = room.pattern.fill(0)
    const later = room.later.fill(0)
    sharpen(samples, begin, pattern.subarray(0, length))
    sharpen(samples, from - inMs(1) + nearest, later.subarray(0, lags + length))
    const noise = new Float32Array(inMs(22))
    sharpen(samples, begin - inMs(25), noise)
    const all = energyOf(pattern)
    const own = Math.max(all - (energyOf(noise) * length) / noise.length, 0.2 * all)
    correlate(transform, room)
    const found: number[] = []
    const [mine, others] = [inMs(around.own), inMs(around.other)]
    // Nearly all lags are far from loud enough: the last place that is near it says so at once.
    const nearly = 0.999 * asLoud.least * own
    let loud = -3
    for (let k = 0; k < 2; k++) if ((plain[k] as number) >= nearly) loud = k
    for (let lag = 0; lag < lags; lag++) {
      if ((plain[lag + 2] as number) >= nearly) loud = lag + 2
      if (loud < lag - 2) continue
      const gain = highestIn(plain, lag - 2, lag + 3) / own
      if (gain < asLoud.least || gain > asLoud.most) continue
      const [from, to] = [Math.max(0, lag - mine), Math.min(lags, lag + mine + 1)]
      if ((even[lag] as number) < highestIn(even, from, to)) continue
      const [first, end] = [Math.max(0, lag - others), Math.min(lags, lag + others + 1)]
      const rest = energyOf(even.subarray(first, from)) + energyOf(even.subarray(to, end))
      const usual = Math.sqrt(rest / Math.max(1, end - first - (to - from)))
      if ((even[lag] as number) >= leastClear * usual) found.push(nearest + lag)
    }
    return found
  }
}

function sharpen(samples: Float32Array, from: number, into: Float32Array): void {
  for (let n = 0; n < into.length; n++)
    into[n] = (samples[from + n] ?? 0) - 0.98 * (samples[from + n - 1] ?? 0)
}

interface Room {
  readonly size: number
  readonly pattern: Float32Array
  readonly later: Float32Array
  readonly plain: Float32Array
  readonly even: Float32Array
  readonly first: Float32Array
  readonly second: Float32Array
  readonly product: Float32Array
  readonly evened: Float32Array
  readonly heights: Float64Array
  readonly smooth: Float64Array
  readonly sums: Float64Array
}

/** The correlation of `later` with `pattern` at each lag, as it is (`plain`) and with all pitches of the pattern made `even`. */
function correlate(transform: ReturnType<ListeningTransforms['ofSize']>, room: Room): void {
  const { size, pattern, later, plain, even, first, second, product, evened, heights, smooth } = room
  transform.forward(pattern, first)
  transform.forward(later, second)
  const half = size / 2
  let top = 0
  for (let bin = 1; bin < half; bin++) {
    const [re, im] = [first[2 * bin] as number, first[2 * bin + 1] as number]
    heights[bin] = Math.sqrt(re * re + im * im)
  }
  layMeans(heights, 4, smooth, room.sums)
  for (let bin = 0; bin < half; bin++) top = Math.max(top, smooth[bin] as number)
  for (let bin = 1; bin < half; bin++) {
    const a = first[2 * bin] as number
    const b = first[2 * bin + 1] as number
    const c = second[2 * bin] as number
    const d = second[2 * bin + 1] as number
    const re = (a * c + b * d) / size
    const im = (a * d - b * c) / size
    const scale = 1 / ((smooth[bin] as number) + 1e-3 * top + 1e-12)
    product[2 * bin] = re
    product[2 * bin + 1] = im
    evened[2 * bin] = re * scale
    evened[2 * bin + 1] = im * scale
  }
  transform.inverse(product, plain)
  transform.inverse(evened, even)
}

/** Lays each value's mean with `reach` on either side into `means`; `sums` is room for one more than there are. */
function layMeans(values: Float64Array, reach: number, means: Float64Array, sums: Float64Array): void {
  for (let n = 0; n < values.length; n++) sums[n + 1] = (sums[n] as number) + (values[n] as number)
  for (let n = 0; n < values.length; n++) {
    const from = Math.max(0, n - reach)
    const to = Math.min(values.length, n + reach + 1)
    means[n] = ((sums[to] as number) - (sums[from] as number)) / (to - from)
  }
}

function energyOf(signal: Float32Array): number {
  let sum = 0
  for (const value of signal) sum += value * value
  return sum
}

function highestIn(values: Float32Array, from: number, to: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let n = Math.max(0, from); n < Math.min(to, values.length); n++)
    most = Math.max(most, values[n] as number)
  return most
}

/** The least transform that holds `count`: a power of two, or three quarters of one. */
function sizeFor(count: number): number {
  let size = 128
  while (size < count) size = size % 3 === 0 ? (size / 3) * 4 : (size / 2) * 3
  return size
}
