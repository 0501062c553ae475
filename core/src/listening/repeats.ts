import type { ListeningTransforms } from './frame-powers.ts'

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
    const doubles = () => new Float64Array(size / 2)
    this.#room = {
      ...{ size, pattern: floats(), later: floats(), plain: floats(), even: floats() },
      ...{ first: floats(), second: floats(), product: floats(), evened: floats() },
      ...{ heights: doubles(), smooth: doubles(), noise: new Float32Array(Math.round(22 * this.#ms)) },
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
    sharpen(samples, begin - inMs(25), room.noise)
    const all = energyIn(pattern, 0, length)
    const own = Math.max(
      all - (energyIn(room.noise, 0, room.noise.length) * length) / room.noise.length,
      0.2 * all,
    )
    // Nearly all that follows is far from loud enough, and so no more is asked of it.
    const nearly = 0.999 * asLoud.least * own
    correlate(transform, room)
    if (highestIn(plain, 0, lags + 2) < nearly) return []
    correlateEvenly(transform, room)
    const [mine, others] = [inMs(around.own), inMs(around.other)]
    const found: number[] = []
    for (let lag = nextLoud(plain, 0, lags, nearly); lag < lags; lag = nextLoud(plain, lag + 1, lags, nearly))
      if (isAsLoud(plain, lag, own) && standsClear(even, lag, lags, mine, others)) found.push(nearest + lag)
    return found
  }
}

/** The next lag from `from` on that is loud or has one beside it, within two; `lags` where there is none. */
function nextLoud(plain: Float32Array, from: number, lags: number, nearly: number): number {
  let loud = Math.max(0, from - 2)
  while (loud < lags + 2 && (plain[loud] as number) < nearly) loud++
  return Math.max(from, loud - 2)
}

function isAsLoud(plain: Float32Array, lag: number, own: number): boolean {
  const gain = highestIn(plain, lag - 2, lag + 3) / own
  return !(gain < asLoud.least || gain > asLoud.most)
}

/** Whether a lag is the highest within `mine`, and stands out of those within `others`. */
function standsClear(even: Float32Array, lag: number, lags: number, mine: number, others: number): boolean {
  const height = even[lag] as number
  const from = Math.max(0, lag - mine)
  const to = Math.min(lags, lag + mine + 1)
  if (height < highestIn(even, from, to)) return false
  const first = Math.max(0, lag - others)
  const end = Math.min(lags, lag + others + 1)
  const rest = energyIn(even, first, from) + energyIn(even, to, end)
  return height >= leastClear * Math.sqrt(rest / Math.max(1, end - first - (to - from)))
}

function sharpen(samples: Float32Array, from: number, into: Float32Array): void {
  let last = samples[from - 1] ?? 0
  for (let n = 0; n < into.length; n++) {
    const sample = samples[from + n] ?? 0
    into[n] = sample - 0.98 * last
    last = sample
  }
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
  /** What came before. */
  readonly noise: Float32Array
}

/** The correlation of `later` with `pattern` at each lag: their spectra, its own, and what it comes to (`plain`). */
function correlate(transform: ReturnType<ListeningTransforms['ofSize']>, room: Room): void {
  const { size, pattern, later, plain, first, second, product } = room
  transform.forward(pattern, first)
  transform.forward(later, second)
  layProduct(first, second, size, product)
  transform.inverse(product, plain)
}

/** One spectrum's conjugate times the other. A function of its own: what comes after a long loop in the same one made V8 throw its code away each time. */
function layProduct(first: Float32Array, second: Float32Array, size: number, product: Float32Array): void {
  for (let n = 2; n < size; n += 2) {
    const a = first[n] as number
    const b = first[n + 1] as number
    const c = second[n] as number
    const d = second[n + 1] as number
    product[n] = (a * c + b * d) / size
    product[n + 1] = (a * d - b * c) / size
  }
}

/** The same with all pitches of the pattern made `even`. */
function correlateEvenly(transform: ReturnType<ListeningTransforms['ofSize']>, room: Room): void {
  const { size, even, first, product, evened, heights, smooth } = room
  layHeights(first, size / 2, heights)
  layMeans(heights, 4, smooth)
  layEvened(product, smooth, size / 2, evened)
  transform.inverse(evened, even)
}

function layHeights(spectrum: Float32Array, half: number, heights: Float64Array): void {
  for (let bin = 1; bin < half; bin++) {
    const re = spectrum[2 * bin] as number
    const im = spectrum[2 * bin + 1] as number
    heights[bin] = Math.sqrt(re * re + im * im)
  }
}

function layEvened(product: Float32Array, smooth: Float64Array, half: number, evened: Float32Array): void {
  let top = 0
  for (let bin = 0; bin < half; bin++) if ((smooth[bin] as number) > top) top = smooth[bin] as number
  for (let bin = 1; bin < half; bin++) {
    const scale = 1 / ((smooth[bin] as number) + 1e-3 * top + 1e-12)
    evened[2 * bin] = (product[2 * bin] as number) * scale
    evened[2 * bin + 1] = (product[2 * bin + 1] as number) * scale
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
