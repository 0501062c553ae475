import { transformOf } from '../sound/transform.ts'

/** Levels of pitches in a window of samples. */
export interface Spectrum {
  /** Samples of a window: a power of two. */
  readonly length: number
  /**
   * The level of each of `length / 2` pitches, `rate / length` Hz apart from 0 Hz on, in dB of a full-scale sine; silence is
   * `-Infinity`. Samples before the first and after the last count as none. `into` takes the levels where they are louder
   * than what it holds.
   */
  loudest(samples: Int16Array, from: number, into: Float32Array): void
}

const fullScale = 32_768

/** A spectrum under a Hann window, by a radix-2 transform in place. */
export function spectrumOf(length: number): Spectrum {
  const transform = transformOf(length)
  // A full-scale sine on a pitch has this height: half the sum of the window.
  const height = (fullScale * length) / 4
  return {
    length,
    loudest(samples, from, into) {
      const { re, im } = transform.forward(n => samples[from + n] ?? 0)
      for (let bin = 0; bin < length / 2; bin++) {
        const power = (re[bin] as number) ** 2 + (im[bin] as number) ** 2
        const level = 10 * Math.log10(power) - 20 * Math.log10(height)
        if (level > (into[bin] as number)) into[bin] = level
      }
    },
  }
}
