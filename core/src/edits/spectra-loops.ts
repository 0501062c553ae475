/** The inner loops in which two sounds are compared, as plain loops. Whoever has vectors hands in faster ones that answer the same, to the last bit. */

/** Samples of one look, 32 ms. */
export const lookSamples = 256
/** 190 Hz each, from 125 to 3700 Hz: below is hum, above no coder is faithful. */
export const bandBins = 6
export const firstBin = 4
export const bands = 19
/** Numbers kept of a look: pairs of re and im. */
export const keptNumbers = 2 * bands * bandBins
/** Half of the window over which a band is compared, in looks: 70 ms in all. */
export const halfWindow = 3

/** Looks at a sound, one after another. */
export interface Looks {
  /** `keptNumbers` of each. */
  readonly values: Float32Array
  /** Power of each band of each. */
  readonly power: Float32Array
}

/** Two rooms for looks that are made once, for there are hundreds of comparisons. */
export interface SpectraLoops {
  readonly film: Looks
  readonly raw: Looks
  /** One look as it is transformed: its samples, and then their spectrum. */
  readonly signal: Float32Array
  /** Writes `lookSamples` samples from one on into `signal`, each times a number of the window. */
  windowed(samples: Int16Array, from: number, window: Float32Array): void
  /** Keeps the bands of the spectrum in `signal` as the n-th look, and their power. */
  keep(looks: Looks, n: number): void
  /**
   * Over the window around each of `count` looks, and for each band: the sums of products of the film's looks, from the `skipped`-th on, with conjugates of
   * the recording's, in pairs of re and im, and of both powers. In arrays that the next such asking may write over.
   */
  compared(skipped: number, count: number): WindowSums
}

export interface WindowSums {
  readonly cross: Float32Array
  readonly film: Float32Array
  readonly raw: Float32Array
}

/** `most` looks of each sound. */
export type MakeSpectraLoops = (most: number) => SpectraLoops

export const plainSpectraLoops: MakeSpectraLoops = most => {
  const roomFor = () => ({
    values: new Float32Array(most * keptNumbers),
    power: new Float32Array(most * bands),
  })
  const [film, raw, signal] = [roomFor(), roomFor(), new Float32Array(lookSamples)]
  return {
    ...{ film, raw, signal },
    windowed(samples, from, window) {
      putWindowed(samples, from, window, signal)
    },
    keep({ values, power }, n) {
      values.set(signal.subarray(2 * firstBin, 2 * firstBin + keptNumbers), n * keptNumbers)
      for (let band = n * bands; band < (n + 1) * bands; band++) power[band] = bandPower(values, band)
    },
    compared(skipped, count) {
      const length = count + 2 * halfWindow
      const cross = new Float32Array(2 * length * bands)
      putCrossed(film.values.subarray(skipped * keptNumbers), raw.values, cross)
      return {
        cross: overWindows(cross, 2 * bands),
        film: overWindows(film.power.subarray(skipped * bands, (skipped + length) * bands), bands),
        raw: overWindows(raw.power.subarray(0, length * bands), bands),
      }
    },
  }
}

function putWindowed(samples: Int16Array, from: number, window: Float32Array, out: Float32Array): void {
  for (let k = 0; k < lookSamples; k++) out[k] = (samples[from + k] as number) * (window[k] as number)
}

function bandPower(values: Float32Array, band: number): number {
  let sum = 0
  for (let k = band * bandBins * 2, end = k + bandBins * 2; k < end; k++) {
    const value = values[k] as number
    sum += value * value
  }
  return sum
}

/** Products of one row of spectra with the conjugates of another, summed band by band. */
function putCrossed(one: Float32Array, two: Float32Array, cross: Float32Array): void {
  for (let band = 0, at = 0; band < cross.length; band += 2) {
    let x = 0
    let y = 0
    for (const end = at + 2 * bandBins; at < end; at += 2) {
      const a = one[at] as number
      const b = one[at + 1] as number
      const c = two[at] as number
      const d = two[at + 1] as number
      x += a * c + b * d
      y += b * c - a * d
    }
    cross[band] = x
    cross[band + 1] = y
  }
}

/** Sums over the window around each look, for all looks that have a whole one. */
function overWindows(cells: Float32Array, row: number): Float32Array {
  const out = new Float32Array(cells.length - 2 * halfWindow * row)
  for (let cell = 0; cell < out.length; cell++) {
    let sum = 0
    for (let n = 0; n <= 2 * halfWindow; n++) sum += cells[cell + n * row] as number
    out[cell] = sum
  }
  return out
}
