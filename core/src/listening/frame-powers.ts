/** A Fourier transform of a real signal; packing as `RealTransform` in core/sound states. */
export interface ListeningTransform {
  readonly size: number
  forward(signal: Float32Array, spectrum: Float32Array): void
  inverse(spectrum: Float32Array, signal: Float32Array): void
}

export interface ListeningTransforms {
  ofSize(size: number): ListeningTransform
}

/** Adds up the powers of frames of 16-bit sound. Frames are as long as the taper that they are multiplied by. */
export interface FramePowers {
  /**
   * For each bin from 1 up to half the size, the powers of the frames that begin at `starts`, added up: of the sharpened sound x[n] − 0.95 x[n − 1], full scale 1. There is
   * silence beyond the ends of `samples`. What it answered stands until it is asked again; of bin 0 it says nothing.
   */
  sum(samples: Int16Array, starts: readonly number[]): Float32Array
}

export type MakeFramePowers = (taper: Float32Array) => FramePowers

/** So much of the sample before is taken off each: as a float, since that is what vectors have. */
export const sharpening = Math.fround(0.95)

/** Powers by plain loops: what other makers are held against. */
export function plainFramePowers(transforms: ListeningTransforms): MakeFramePowers {
  return taper => {
    const size = taper.length
    const transform = transforms.ofSize(size)
    const [frame, spectrum] = [new Float32Array(size), new Float32Array(size)]
    const sums = new Float32Array(size / 2)
    return {
      sum(samples, starts) {
        sums.fill(0)
        for (const start of starts) {
          layFrame(samples, start, taper, frame)
          transform.forward(frame, spectrum)
          for (let bin = 1; bin < sums.length; bin++)
            sums[bin] =
              (sums[bin] as number) +
              (spectrum[2 * bin] as number) ** 2 +
              (spectrum[2 * bin + 1] as number) ** 2
        }
        return sums
      },
    }
  }
}

/** Where sound begins or ends within a frame, that is no step of it. */
function layFrame(samples: Int16Array, from: number, taper: Float32Array, frame: Float32Array): void {
  const size = frame.length
  const begin = Math.min(size, Math.max(0, -from))
  const end = Math.max(begin, Math.min(size, samples.length - from))
  frame.fill(0, 0, begin)
  let last = samples[from + begin - 1] ?? 0
  for (let n = begin; n < end; n++) {
    const sample = samples[from + n] as number
    frame[n] = ((sample - sharpening * last) * (taper[n] as number)) / 32_768
    last = sample
  }
  frame.fill(0, end)
}
