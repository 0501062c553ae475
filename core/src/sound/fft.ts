/**
 * Fourier transform of a real signal of one size. A spectrum is packed into `size` numbers:
 * [re 0, re size/2, re 1, im 1, re 2, im 2 …]. Neither direction scales: inverse(forward(x)) = size · x.
 */
export interface RealTransform {
  readonly size: number
  forward(signal: Float32Array, spectrum: Float32Array): void
  inverse(spectrum: Float32Array, signal: Float32Array): void
}

/** Hands out transforms. Sizes are multiples of 32 with no prime factor above 5. Passed in, because core has no WebAssembly. */
export interface Fft {
  ofSize(size: number): RealTransform
}
