import load, { type Pffft } from '@echogarden/pffft-wasm/simd'
import { assert } from '@sightline/core/errors'
import type { Fft, RealTransform } from '@sightline/core/sound'
import { keptModule } from '../webassembly/kept-modules.ts'

/** The name that set-up keeps PFFFT's module under. */
export const fftModule = 'pffft'

/**
 * Loads PFFFT (WebAssembly with SIMD) behind core's interface. Transforms are made once per size and kept for the
 * life of the process; they share one heap and are not re-entrant, which is safe because they never wait.
 */
export async function loadFft(): Promise<Fft> {
  const kept = keptModule(fftModule)
  const pffft = await load(
    kept ? { instantiateWasm: (imports, done) => done(new WebAssembly.Instance(kept, imports)) } : {},
  )
  const made = new Map<number, RealTransform>()
  return {
    ofSize(size) {
      const known = made.get(size)
      if (known) return known
      const transform = realTransform(pffft, size)
      made.set(size, transform)
      return transform
    },
  }
}

function realTransform(pffft: Pffft, size: number): RealTransform {
  const setup = pffft._pffft_new_setup(size, 0)
  assert(setup !== 0, `a transform size is a multiple of 32 without prime factors above 5, not ${size}`)
  const input = allocate(pffft, size)
  const output = allocate(pffft, size)
  const work = allocate(pffft, size)
  // A view for each of millions of transforms would be most of the garbage; the heap is another object when it has grown.
  let heap = pffft.HEAPF32
  let result = heap.subarray(output / 4, output / 4 + size)
  const run = (from: Float32Array, to: Float32Array, direction: 0 | 1) => {
    if (heap !== pffft.HEAPF32) {
      heap = pffft.HEAPF32
      result = heap.subarray(output / 4, output / 4 + size)
    }
    heap.set(from, input / 4)
    pffft._pffft_transform_ordered(setup, input, output, work, direction)
    to.set(result)
  }
  return {
    size,
    forward(signal, spectrum) {
      run(signal, spectrum, 0)
    },
    inverse(spectrum, signal) {
      run(spectrum, signal, 1)
    },
  }
}

function allocate(pffft: Pffft, floats: number): number {
  const address = pffft._pffft_aligned_malloc(floats * 4)
  assert(address !== 0, `there is memory for ${floats} numbers`)
  return address
}
