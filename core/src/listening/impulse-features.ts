import type { BlockLevels } from './block-levels.ts'

/** A Fourier transform of a real signal; packing as `RealTransform` in core/sound states. */
export interface ListeningTransform {
  forward(signal: Float32Array, spectrum: Float32Array): void
}

export interface ListeningTransforms {
  ofSize(size: number): ListeningTransform
}

/** What is measured at an onset to tell impulses from small impacts, plosives and music. Decibels unless said otherwise. */
export const featureNames = [
  'above',
  'deep',
  'loud',
  'gain1',
  'gain2',
  'gain3',
  'gain4',
  'gain5',
  'gain6',
  'gain7',
  'rise',
  'lasts',
  'fall',
  'later',
  'history',
  'past',
  'deepFall',
  'deepPast',
  'flatness',
  'crest',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Readonly<Record<FeatureName, number>>

/** Octaves from 150 Hz; the last ends at 19.2 kHz. */
const bandEdges = [150, 300, 600, 1200, 2400, 4800, 9600, 19_200] as const
/** Transform sizes near 10.7 ms at the usual rates: multiples of 32 without prime factors above 5. */
const sizes = [96, 128, 160, 192, 256, 320, 384, 480, 512] as const

export class FeatureMeter {
  readonly #rate: number
  readonly #size: number
  readonly #transform: ListeningTransform
  readonly #taper: Float32Array
  readonly #frame: Float32Array
  readonly #spectrum: Float32Array
  /** First and last bin of each band that the rate can hold. */
  readonly #bands: readonly (readonly [number, number])[]

  constructor(fft: ListeningTransforms, rate: number) {
    this.#rate = rate
    const wanted = rate * 0.0107
    this.#size = sizes.findLast(size => size <= wanted * 1.05) ?? sizes[0]
    this.#transform = fft.ofSize(this.#size)
    this.#taper = taperOf(this.#size)
    this.#frame = new Float32Array(this.#size)
    this.#spectrum = new Float32Array(this.#size)
    const binOf = (hz: number) => Math.round((hz * this.#size) / rate)
    this.#bands = bandEdges
      .slice(0, -1)
      .map((low, n) => [Math.max(1, binOf(low)), binOf(bandEdges[n + 1] as number)] as const)
      .filter(([low, high]) => high > low && high <= this.#size * 0.48)
  }

  /**
   * Measures the onset at `samples[at]`; `samples` reach 40 ms back, and 20 ms on. `levels` are the 1 ms energies around it, `block` the
   * onset's place among them.
   */
  measure(samples: Float32Array, at: number, levels: BlockLevels, block: number): Features {
    const size = this.#size
    const half = size / 2
    const after = new Float32Array(half)
    const before = new Float32Array(half)
    const lead = Math.round(size / 16)
    this.#power(samples, at - lead, after)
    const frames = 3
    for (let n = 1; n <= frames; n++) this.#power(samples, at - lead - n * size, before)
    const gains = this.#bands.map(([low, high]) => {
      let a = 1e-9
      let b = 1e-9
      for (let bin = low; bin < high; bin++) {
        a += after[bin] as number
        b += (before[bin] as number) / frames
      }
      return Math.max(-10, Math.min(40, decibels(a / b)))
    })
    // Where the rate holds fewer octaves, the highest stands for those above it.
    const gain = (band: number) => gains[Math.min(band, gains.length - 1)] as number
    return {
      ...levelFeatures(levels, block),
      gain1: gain(0),
      gain2: gain(1),
      gain3: gain(2),
      gain4: gain(3),
      gain5: gain(4),
      gain6: gain(5),
      gain7: gain(6),
      flatness: this.#flatness(after, before, frames),
      ...this.#shape(samples, at),
    }
  }

  /** Adds the powers of one frame of the sharpened sound. */
  #power(samples: Float32Array, from: number, into: Float32Array): void {
    const frame = this.#frame
    const spectrum = this.#spectrum
    const taper = this.#taper
    let last = samples[from - 1] ?? 0
    for (let n = 0; n < frame.length; n++) {
      const sample = samples[from + n] ?? 0
      frame[n] = (sample - 0.95 * last) * (taper[n] as number)
      last = sample
    }
    this.#transform.forward(frame, spectrum)
    for (let bin = 1; bin < into.length; bin++)
      into[bin] =
        (into[bin] as number) + (spectrum[2 * bin] as number) ** 2 + (spectrum[2 * bin + 1] as number) ** 2
  }

  /** Near 0 where what is new is spread over the pitches, far below where it rings at some. */
  #flatness(after: Float32Array, before: Float32Array, frames: number): number {
    const low = this.#bands[1]?.[0] ?? 1
    const high = Math.min(
      this.#bands.at(-1)?.[1] ?? after.length,
      Math.round((9600 * this.#size) / this.#rate),
    )
    let logs = 0
    let sum = 0
    let count = 0
    for (let bin = low; bin + 1 < high; bin += 2) {
      const fresh = (n: number) =>
        Math.max((after[n] as number) - (before[n] as number) / frames, 0.02 * (after[n] as number)) + 1e-12
      const power = fresh(bin) + fresh(bin + 1)
      logs += Math.log10(power)
      sum += power
      count++
    }
    return count === 0 ? 0 : 10 * (logs / count - Math.log10(sum / count))
  }

  /** How fast it rises (log2 of ms to nine tenths of the height of 0.5 ms means within 8 ms), and its peak against its mean over 8 ms. */
  #shape(samples: Float32Array, at: number): { readonly rise: number; readonly crest: number } {
    const count = Math.round(this.#rate * 0.008)
    const span = Math.max(2, Math.round(this.#rate * 0.0005))
    let sum = 0
    let largest = 0
    let height = 0
    let top = 1e-15
    const means = new Float32Array(count)
    const squares = new Float32Array(count)
    let last = samples[at - 1] ?? 0
    for (let n = 0; n < count; n++) {
      const sample = samples[at + n] ?? 0
      const square = (sample - last) * (sample - last)
      last = sample
      squares[n] = square
      height += square - (n >= span ? (squares[n - span] as number) : 0)
      sum += square
      if (square > largest) largest = square
      means[n] = height
      if (height > top) top = height
    }
    const place = means.findIndex(value => value >= 0.9 * top)
    return {
      rise: Math.log2(Math.max(0.25, (1000 * place) / this.#rate)),
      crest: decibels((largest + 1e-12) / (sum / count + 1e-12)),
    }
  }
}

type LevelFeature =
  | ('above' | 'deep' | 'loud' | 'lasts' | 'fall' | 'later' | 'history' | 'past')
  | ('deepFall' | 'deepPast')

function levelFeatures({ sharp, plain }: BlockLevels, block: number): Pick<Features, LevelFeature> {
  const onset = meanOf(sharp, block, block + 5)
  const first = meanOf(sharp, block, block + 10)
  const deepOnset = meanOf(plain, block, block + 5)
  const deepFirst = meanOf(plain, block, block + 10)
  let later = 1e-10
  for (let from = block + 60; from < block + 200; from += 10)
    later = Math.max(later, meanOf(sharp, from, from + 10))
  return {
    above: decibels(onset / meanOf(sharp, block - 32, block - 2)),
    deep: decibels(deepOnset / meanOf(plain, block - 32, block - 2)),
    loud: decibels(deepFirst / usual(plain, block)),
    lasts: Math.log2(lasting(sharp, block)),
    fall: decibels(meanOf(sharp, block + 20, block + 60) / first),
    later: decibels(later / first),
    history: decibels(usual(sharp, block) / first),
    past: decibels(loudestPast(sharp, block) / onset),
    deepFall: decibels(meanOf(plain, block + 20, block + 60) / deepFirst),
    deepPast: decibels(loudestPast(plain, block) / deepOnset),
  }
}

/** The loudest 5 ms of the 300 ms before. */
function loudestPast(levels: Float32Array, block: number): number {
  let past = 1e-10
  for (let from = block - 300; from < block - 8; from += 5)
    past = Math.max(past, meanOf(levels, from, from + 5))
  return past
}

/** Of what there is: at either end of a recording fewer blocks. */
function meanOf(levels: Float32Array, from: number, to: number): number {
  const first = Math.max(0, from)
  const end = Math.min(to, levels.length)
  let sum = 0
  for (let n = first; n < end; n++) sum += levels[n] as number
  return end > first ? sum / (end - first) + 1e-10 : 1e-10
}

/** The upper quartile of the half second before. */
function usual(levels: Float32Array, block: number): number {
  const count = 25
  // The seven largest, falling: the last of them is the quartile.
  const largest = new Float64Array(7)
  for (let n = 0; n < count; n++) {
    const mean = meanOf(levels, block - 502 + 20 * n, block - 482 + 20 * n)
    let place = largest.length - 1
    if (mean <= (largest[place] as number)) continue
    for (; place > 0 && (largest[place - 1] as number) < mean; place--)
      largest[place] = largest[place - 1] as number
    largest[place] = mean
  }
  return largest[6] as number
}

/** Milliseconds from the onset until three of them in a row are 10 dB below the loudest so far. */
function lasting(levels: Float32Array, block: number): number {
  let top = 0
  for (let n = 0; n < 200; n++) {
    const level = meanOf(levels, block + n, block + n + 3)
    top = Math.max(top, level)
    if (level < top / 10) return n
  }
  return 200
}

function decibels(ratio: number): number {
  return 10 * Math.log10(ratio)
}

/** Up within a sixteenth, down over the second half: an onset at its beginning counts in full. */
function taperOf(size: number): Float32Array {
  const up = size / 16
  const half = size / 2
  return Float32Array.from({ length: size }, (_, n) => {
    if (n < up) return 0.5 - 0.5 * Math.cos((Math.PI * (n + 0.5)) / up)
    return n < half ? 1 : 0.5 + 0.5 * Math.cos((Math.PI * (n - half)) / half)
  })
}
