/**
 * What is done with every sample and every pitch where an impulse is looked for again. Arrays are such as were asked for here, or parts of them: those hold zeros, and
 * eight zeros lie on either side of doubles. Counts of samples are multiples of 4, those of pitches of 2.
 */
export interface RepeatLoops {
  floats(count: number): Float32Array
  doubles(count: number): Float64Array
  /** Lays 16-bit samples from `held[from]` on into `out`, full scale 1. */
  layNumbers(held: Int16Array, from: number, out: Float32Array): void
  /** Lays every other sample from `samples[from]` on into `out`, without what lies too high for them, and sharpened: y[n] − 0.98 y[n − 1]. */
  layHalved(samples: Float32Array, from: number, out: Float32Array): void
  /** The powers of a spectrum but for its first number, as `RealTransform` packs it: that is 0. */
  layPowers(spectrum: Float32Array, powers: Float64Array): void
  /** Lays each value's mean with `reach` (at most 7) on either side, as far as there are any, into `means`. */
  layMeans(values: Float64Array, reach: number, means: Float64Array): void
  /** A pitch weighs as one over its height, times the share of its power that stands out of the noise, which may be of fewer pitches. The first weighs nothing that is asked for. */
  layWeights(powers: Float64Array, noise: Float64Array, scale: number, weights: Float64Array): void
  /** One spectrum's conjugate times the other, weighed, but for their first numbers. */
  layProduct(first: Float32Array, second: Float32Array, weights: Float64Array, product: Float32Array): void
  /** Σ a[n] · b[from + n] over the first `count`. */
  productOf(a: Float32Array, b: Float32Array, from: number, count: number): number
}

/** What weighs a pitch that does not stand out of the noise. */
export const leastStanding = 0.02
/** What is taken off each sample of the one before it. */
export const halvedSharpening = 0.98
/** Of what is kept of every other sample: its own share, that of both beside it, and that of those two farther on. */
export const halvedTaps = { own: 0.5, near: 0.281_25, far: -0.031_25 } as const

/** Of the highest power's root: no pitch weighs as if it were less than this much of it. */
export function leastHeight(top: number): number {
  return 1e-3 * Math.sqrt(top) + 1e-12
}

/** By plain loops: what other makers are held against. */
export function plainRepeatLoops(): RepeatLoops {
  return {
    floats: count => new Float32Array(count),
    doubles: count => new Float64Array(count),
    layNumbers(held, from, out) {
      for (let n = 0; n < out.length; n++) out[n] = (held[from + n] as number) / 32_768
    },
    layHalved,
    layPowers(spectrum, powers) {
      powers[0] = 0
      for (let bin = 1; bin < powers.length; bin++)
        powers[bin] = (spectrum[2 * bin] as number) ** 2 + (spectrum[2 * bin + 1] as number) ** 2
    },
    layMeans,
    layWeights,
    layProduct,
    productOf,
  }
}

/** Each place is a weighed sum of its sample and those one and three before and after it: most of these were read for the place before. */
function layHalved(samples: Float32Array, from: number, out: Float32Array): void {
  let a = samples[from - 5] as number
  let b = samples[from - 3] as number
  let c = samples[from - 1] as number
  let d = samples[from + 1] as number
  let last = halved(samples[from - 2] as number, b + c, a + d)
  for (let n = 0, at = from; n < out.length; n++, at += 2) {
    a = b
    b = c
    c = d
    d = samples[at + 3] as number
    const sample = halved(samples[at] as number, b + c, a + d)
    out[n] = sample - halvedSharpening * last
    last = sample
  }
}

function halved(sample: number, near: number, far: number): number {
  return halvedTaps.own * sample + halvedTaps.near * near + halvedTaps.far * far
}

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

function layWeights(powers: Float64Array, noise: Float64Array, scale: number, weights: Float64Array): void {
  let top = 0
  for (let bin = 0; bin < powers.length; bin++) if ((powers[bin] as number) > top) top = powers[bin] as number
  const least = leastHeight(top)
  const step = noise.length / powers.length
  for (let bin = 0; bin < powers.length; bin++) {
    const power = (powers[bin] as number) + 1e-20
    const standing = 1 - (scale * (noise[Math.floor(bin * step)] as number)) / power
    weights[bin] = Math.max(leastStanding, standing) / (Math.sqrt(power) + least)
  }
}

function layProduct(
  first: Float32Array,
  second: Float32Array,
  weights: Float64Array,
  product: Float32Array,
): void {
  for (let n = 2; n < product.length; n += 2) {
    const a = first[n] as number
    const b = first[n + 1] as number
    const c = second[n] as number
    const d = second[n + 1] as number
    const weight = weights[n >> 1] as number
    product[n] = weight * (a * c + b * d)
    product[n + 1] = weight * (a * d - b * c)
  }
}

/** Four sums at once, as vectors have them. */
function productOf(a: Float32Array, b: Float32Array, from: number, count: number): number {
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let n = 0; n < count; n += 4) {
    one += (a[n] as number) * (b[from + n] as number)
    two += (a[n + 1] as number) * (b[from + n + 1] as number)
    three += (a[n + 2] as number) * (b[from + n + 2] as number)
    four += (a[n + 3] as number) * (b[from + n + 3] as number)
  }
  return one + three + (two + four)
}
