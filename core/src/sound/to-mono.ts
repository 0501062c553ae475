import { sampleRate } from './log-mel.ts'

/** How two channels become one: both, their difference (one is wired upside down), or the only one that hears. */
type Way = 'sum' | 'difference' | 'left' | 'right'

/** A decision holds for one second, and rests on about the ten before it too. */
const blockFrames = sampleRate
const memory = 0.9
/** 26 dB: a channel this much weaker is a plug without a microphone; even wide stereo differs by less. */
const deadShare = 0.0025
/** Correlation of two channels of which one is inverted; two microphones apart in a room stay near 0. */
const invertedCorrelation = -0.5

/**
 * Makes one channel of two, as a stream: a plain downmix would erase a recording of which one channel is inverted, and
 * weaken one of which a channel is dead. What comes out does not depend on how the samples were cut into chunks.
 */
export class ToMono {
  #rest = new Int16Array(0)
  #left = 0
  #right = 0
  #both = 0

  /** Takes interleaved 16-bit samples, and gives the blocks that are complete. */
  push(interleaved: Int16Array): Int16Array {
    const held = new Int16Array(this.#rest.length + interleaved.length)
    held.set(this.#rest)
    held.set(interleaved, this.#rest.length)
    const blocks = Math.floor(held.length / 2 / blockFrames)
    this.#rest = held.slice(2 * blocks * blockFrames)
    return this.#mix(held, blocks * blockFrames)
  }

  /** What is left when the stream ends. */
  finish(): Int16Array {
    return this.#mix(this.#rest, this.#rest.length >> 1)
  }

  #mix(samples: Int16Array, frames: number): Int16Array {
    const out = new Int16Array(frames)
    for (let from = 0; from < frames; from += blockFrames) {
      const to = Math.min(frames, from + blockFrames)
      this.#listen(samples, from, to)
      mixBlock(samples, out, { from, to }, this.#way())
    }
    return out
  }

  #listen(samples: Int16Array, from: number, to: number): void {
    let left = 0
    let right = 0
    let both = 0
    for (let n = from; n < to; n++) {
      const l = samples[2 * n] as number
      const r = samples[2 * n + 1] as number
      left += l * l
      right += r * r
      both += l * r
    }
    this.#left = memory * this.#left + left
    this.#right = memory * this.#right + right
    this.#both = memory * this.#both + both
  }

  #way(): Way {
    if (this.#right < deadShare * this.#left) return 'left'
    if (this.#left < deadShare * this.#right) return 'right'
    return this.#both < invertedCorrelation * Math.sqrt(this.#left * this.#right) ? 'difference' : 'sum'
  }
}

function mixBlock(
  samples: Int16Array,
  out: Int16Array,
  { from, to }: { readonly from: number; readonly to: number },
  way: Way,
): void {
  for (let n = from; n < to; n++) {
    const l = samples[2 * n] as number
    const r = samples[2 * n + 1] as number
    if (way === 'left') out[n] = l
    else if (way === 'right') out[n] = r
    else out[n] = Math.round((way === 'sum' ? l + r : l - r) / 2)
  }
}
