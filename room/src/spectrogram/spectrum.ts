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
  const window = Float64Array.from({ length }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length))
  const cos = Float64Array.from({ length: length / 2 }, (_, n) => Math.cos((2 * Math.PI * n) / length))
  const sin = Float64Array.from({ length: length / 2 }, (_, n) => -Math.sin((2 * Math.PI * n) / length))
  const swapped = reversedBits(length)
  const re = new Float64Array(length)
  const im = new Float64Array(length)
  // A full-scale sine on a pitch has this height: half the sum of the window.
  const height = (fullScale * length) / 4
  return {
    length,
    loudest(samples, from, into) {
      for (let n = 0; n < length; n++) {
        re[swapped[n] as number] = (window[n] as number) * (samples[from + n] ?? 0)
        im[n] = 0
      }
      transform(re, im, cos, sin)
      for (let bin = 0; bin < length / 2; bin++) {
        const power = (re[bin] as number) ** 2 + (im[bin] as number) ** 2
        const level = 10 * Math.log10(power) - 20 * Math.log10(height)
        if (level > (into[bin] as number)) into[bin] = level
      }
    },
  }
}

/** Cooley and Tukey, decimation in time, on values already in the order of reversed bits. */
function transform(re: Float64Array, im: Float64Array, cos: Float64Array, sin: Float64Array): void {
  const { length } = re
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2
    const stride = length / size
    for (let start = 0; start < length; start += size) {
      for (let n = 0; n < half; n++) {
        const [a, b] = [start + n, start + n + half]
        const [c, s] = [cos[n * stride] as number, sin[n * stride] as number]
        const [x, y] = [re[b] as number, im[b] as number]
        const [real, imaginary] = [x * c - y * s, x * s + y * c]
        re[b] = (re[a] as number) - real
        im[b] = (im[a] as number) - imaginary
        re[a] = (re[a] as number) + real
        im[a] = (im[a] as number) + imaginary
      }
    }
  }
}

function reversedBits(length: number): Uint32Array {
  const bits = Math.log2(length)
  return Uint32Array.from({ length }, (_, n) => {
    let reversed = 0
    for (let bit = 0; bit < bits; bit++) if (n & (1 << bit)) reversed |= 1 << (bits - 1 - bit)
    return reversed
  })
}
