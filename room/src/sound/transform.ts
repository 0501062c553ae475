/** A Fourier transform of one length under a Hann window, and back. */
export interface Transform {
  readonly length: number
  readonly window: Float32Array
  /** The spectrum of a windowed stretch; what it gives is overwritten by the next. */
  readonly forward: (sample: (n: number) => number) => {
    readonly re: Float64Array
    readonly im: Float64Array
  }
  readonly run: (re: Float64Array, im: Float64Array) => void
}

/** `length` is a power of two. */
export function transformOf(length: number): Transform {
  const window = Float32Array.from({ length }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length))
  const cos = Float64Array.from({ length: length / 2 }, (_, n) => Math.cos((2 * Math.PI * n) / length))
  const sin = Float64Array.from({ length: length / 2 }, (_, n) => -Math.sin((2 * Math.PI * n) / length))
  const swapped = reversedBits(length)
  const [re, im] = [new Float64Array(length), new Float64Array(length)]
  const run = (real: Float64Array, imaginary: Float64Array) => {
    for (let n = 0; n < length; n++) {
      const other = swapped[n] as number
      if (other <= n) continue
      ;[real[n], real[other]] = [real[other] as number, real[n] as number]
      ;[imaginary[n], imaginary[other]] = [imaginary[other] as number, imaginary[n] as number]
    }
    butterflies(real, imaginary, cos, sin)
  }
  return {
    length,
    window,
    run,
    forward(sample) {
      for (let n = 0; n < length; n++) {
        re[n] = sample(n) * (window[n] as number)
        im[n] = 0
      }
      run(re, im)
      return { re, im }
    },
  }
}

/** The samples of a spectrum. Both arrays are used up. */
export function inverseSpectrum(
  { length, run }: Transform,
  re: Float64Array,
  im: Float64Array,
): Float64Array {
  for (let n = 0; n < length; n++) im[n] = -(im[n] as number)
  run(re, im)
  for (let n = 0; n < length; n++) re[n] = (re[n] as number) / length
  return re
}

/** Cooley and Tukey, decimation in time, on values already in the order of reversed bits. */
function butterflies(re: Float64Array, im: Float64Array, cos: Float64Array, sin: Float64Array): void {
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
