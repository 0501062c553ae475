import { type SampleSource, type SyncTransform, type SyncTransforms, samplesPerSecond } from './input.ts'
import { type Line, onA } from './line.ts'

/** 2 s: long enough to tell sounds apart. */
export const windowLength = 16384
const lowestBin = Math.round((120 * windowLength) / samplesPerSecond)
const highestBin = Math.round((3750 * windowLength) / samplesPerSecond)
export const subBands = 12

/**
 * Compares 2 s of two recordings by phase (GCC-PHAT, Knapp and Carter 1976, with exponent 0.75 so that empty frequencies
 * count less). After `load`, agreement at any small lag can be read in units of what unrelated noise gives.
 */
export interface PhaseWindow {
  /**
   * Loads 2 s of b from sample `b` and what lies on it along the line; `shift` is the fraction of a sample that rounding
   * left over. Null when either lies outside its recording or is without sound.
   */
  load(line: Line, b: number): { readonly shift: number } | null
  /**
   * The same for what is left of both when what sounds again `apart` samples later (or, at an edge, earlier) is taken out:
   * a loop, an alarm, an announcement that is repeated. A gain and a phase for each range of frequency are fitted, so the
   * distance need not be exact.
   */
  loadWithoutRepeats(line: Line, b: number, apart: number): { readonly shift: number } | null
  /** Agreement at the lags −reach … +reach (samples), as z values. */
  agreement(reach: number): Float32Array
  /** Agreement at one lag, each of 12 ranges of frequency for itself. */
  agreementByBand(lag: number, out: Float32Array): void
  /** Mean cosine of the phase difference at a lag over all frequencies: 1 for the same take, 0 for strangers. */
  likeness(lag: number): number
}

export function phaseWindow(fft: SyncTransforms, a: SampleSource, b: SampleSource): PhaseWindow {
  const transform: SyncTransform = fft.ofSize(windowLength)
  const taper = Float32Array.from(
    { length: windowLength },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / windowLength),
  )
  const signal = new Float32Array(windowLength)
  const spectrumA = new Float32Array(windowLength)
  const spectrumB = new Float32Array(windowLength)
  const repeat = new Float32Array(windowLength)
  const cross = new Float32Array(windowLength)
  const lags = new Float32Array(windowLength)
  let norm = 0

  const read = (source: SampleSource, from: number, slope: number, spectrum: Float32Array) => {
    const needed = windowLength + Math.ceil(Math.abs(slope) * windowLength) + 1
    if (from < 0 || from + needed > source.count) return false
    const samples = source.read(from, needed)
    let zeros = 0
    let sum = 0
    for (let n = 0; n < windowLength; n++) {
      const sample = samples[n] as number
      sum += sample
      if (sample === 0) zeros++
    }
    if (zeros > windowLength / 2) return false
    const mean = sum / windowLength
    // A clock that runs faster is followed by leaving out or repeating single samples: right to half a sample, where
    // 500 ppm would otherwise smear 2 s by a millisecond. Between two such places samples go over one by one.
    for (let n = 0; n < windowLength; ) {
      const ahead = Math.round(n * (1 + slope)) - n
      const until =
        slope === 0 ? windowLength : Math.min(windowLength, Math.max(n + 1, nextStep(ahead, slope)))
      for (; n < until; n++) signal[n] = ((samples[n + ahead] as number) - mean) * (taper[n] as number)
    }
    transform.forward(signal, spectrum)
    return true
  }

  /** Phase alone, mostly: what the two loaded spectra have in common. */
  const compare = () => {
    let power = 0
    for (let bin = lowestBin; bin < highestBin; bin++) {
      const ar = spectrumA[2 * bin] as number
      const ai = spectrumA[2 * bin + 1] as number
      const br = spectrumB[2 * bin] as number
      const bi = spectrumB[2 * bin + 1] as number
      const re = ar * br + ai * bi
      const im = ai * br - ar * bi
      const size = Math.sqrt(re * re + im * im)
      const weight = size > 0 ? 1 / Math.sqrt(size * Math.sqrt(size)) : 0
      cross[2 * bin] = re * weight
      cross[2 * bin + 1] = im * weight
      power += Math.sqrt(size)
    }
    norm = power > 0 ? 1 / Math.sqrt(power / 2) : 0
    return norm > 0
  }

  return {
    load(line, fromB) {
      const exact = onA(line, fromB)
      const fromA = Math.round(exact)
      if (!read(a, fromA, line.slope, spectrumA) || !read(b, fromB, 0, spectrumB)) return null
      return compare() ? { shift: exact - fromA } : null
    },
    loadWithoutRepeats(line, fromB, apart) {
      const exact = onA(line, fromB)
      const fromA = Math.round(exact)
      const step = Math.round(apart)
      if (!read(a, fromA, line.slope, spectrumA) || !read(a, fromA + step, line.slope, repeat)) return null
      takeOut(spectrumA, repeat)
      if (!read(b, fromB, 0, spectrumB)) return null
      // Too short to hold another round: what is left of a alone does not agree with it either.
      if (read(b, fromB + step, 0, repeat) || read(b, fromB - step, 0, repeat)) takeOut(spectrumB, repeat)
      return compare() ? { shift: exact - fromA } : null
    },
    agreement(reach) {
      transform.inverse(cross, lags)
      const out = new Float32Array(2 * reach + 1)
      // The inverse sums both halves of the spectrum: twice the real part.
      for (let lag = -reach; lag <= reach; lag++)
        out[lag + reach] = ((lags[(lag + windowLength) % windowLength] as number) * norm) / 2
      return out
    },
    agreementByBand(lag, out) {
      const turn = (2 * Math.PI * lag) / windowLength
      const width = (highestBin - lowestBin) / subBands
      for (let band = 0; band < subBands; band++) {
        const from = Math.round(lowestBin + band * width)
        const to = Math.round(lowestBin + (band + 1) * width)
        let sum = 0
        let power = 0
        let cos = Math.cos(turn * from)
        let sin = Math.sin(turn * from)
        const stepCos = Math.cos(turn)
        const stepSin = Math.sin(turn)
        for (let bin = from; bin < to; bin++) {
          const re = cross[2 * bin] as number
          const im = cross[2 * bin + 1] as number
          sum += re * cos - im * sin
          power += re * re + im * im
          const next = cos * stepCos - sin * stepSin
          sin = sin * stepCos + cos * stepSin
          cos = next
        }
        out[band] = power > 0 ? sum / Math.sqrt(power / 2) : 0
      }
    },
    likeness(lag) {
      const turn = (2 * Math.PI * lag) / windowLength
      let sum = 0
      for (let bin = lowestBin; bin < highestBin; bin++) {
        const re = cross[2 * bin] as number
        const im = cross[2 * bin + 1] as number
        const size = Math.hypot(re, im)
        if (size > 0) sum += (re * Math.cos(turn * bin) - im * Math.sin(turn * bin)) / size
      }
      return sum / (highestBin - lowestBin)
    },
  }
}

/** The first window sample that a clock of this slope reads further from its own place than `ahead` samples. */
function nextStep(ahead: number, slope: number): number {
  const edge = (ahead + (slope > 0 ? 0.5 : -0.5)) / slope
  return Math.floor(edge) + 1
}

/** Takes out of a spectrum what of it is also in another, each range of frequency by the gain and phase that fit best. */
export function takeOut(spectrum: Float32Array, repeat: Float32Array): void {
  const width = (highestBin - lowestBin) / (2 * subBands)
  for (let band = 0; band < 2 * subBands; band++) {
    const from = Math.round(lowestBin + band * width)
    const to = Math.round(lowestBin + (band + 1) * width)
    let re = 0
    let im = 0
    let power = 0
    for (let bin = from; bin < to; bin++) {
      const sr = spectrum[2 * bin] as number
      const si = spectrum[2 * bin + 1] as number
      const rr = repeat[2 * bin] as number
      const ri = repeat[2 * bin + 1] as number
      re += sr * rr + si * ri
      im += si * rr - sr * ri
      power += rr * rr + ri * ri
    }
    if (power === 0) continue
    const gr = re / power
    const gi = im / power
    for (let bin = from; bin < to; bin++) {
      const rr = repeat[2 * bin] as number
      const ri = repeat[2 * bin + 1] as number
      spectrum[2 * bin] = (spectrum[2 * bin] as number) - (gr * rr - gi * ri)
      spectrum[2 * bin + 1] = (spectrum[2 * bin + 1] as number) - (gr * ri + gi * rr)
    }
  }
}
