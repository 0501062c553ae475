import { assert } from '@sightline/core/errors'
import { type MakeFramePowers, plainFramePowers, sharpening } from '@sightline/core/listening'
import type { Fft } from '@sightline/core/sound'
import { loadFrameKernels } from './sound-kernels.ts'

/** 340 ms at 48 kHz: more than any row of a picture spans. */
const mostSamples = 16_384
const samplesAt = 64
/** Room for some tapers of at most 512, each with its frame, its spectrum and its sums. */
const bytesOfMemory = 4 * 65_536

/** What `plainFramePowers` of core answers, but for rounding, with vectors: a fifth of its time. */
export async function loadFramePowers(fft: Fft): Promise<MakeFramePowers> {
  const { memory, sharpened, addPowers } = await loadFrameKernels(bytesOfMemory, sharpening)
  const plain = plainFramePowers(fft)
  const shorts = new Int16Array(memory.buffer, samplesAt, mostSamples)
  let used = samplesAt + 2 * mostSamples
  const room = (floats: number) => {
    const at = used
    used += 4 * floats
    assert(used <= bytesOfMemory, 'there is room for the frames of all tapers')
    return { at, floats: new Float32Array(memory.buffer, at, floats) }
  }
  return taper => {
    const size = taper.length
    const transform = fft.ofSize(size)
    const scaled = room(size)
    scaled.floats.set(taper.map(value => value / 32_768))
    const [frame, spectrum, sums] = [room(size), room(size), room(size / 2)]
    const byPlainLoops = plain(taper)
    return {
      sum(samples, starts) {
        const first = (starts[0] ?? 0) - 1
        const end = (starts.at(-1) ?? 0) + size
        // At the ends of the sound, which plain loops know to deal with, and where there is more of it than is held here.
        if (first < 0 || end > samples.length || end - first > mostSamples)
          return byPlainLoops.sum(samples, starts)
        shorts.set(samples.subarray(first, end))
        sums.floats.fill(0)
        for (const start of starts) {
          sharpened(samplesAt + 2 * (start - first), scaled.at, frame.at, size)
          transform.forward(frame.floats, spectrum.floats)
          addPowers(spectrum.at, sums.at, size / 2)
        }
        return sums.floats
      },
    }
  }
}
