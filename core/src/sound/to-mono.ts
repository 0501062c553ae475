import { sampleRate } from './log-mel.ts'

/** How two channels become one: both, their difference (one is wired upside down), or the only one that hears. */
type Way = 'sum' | 'difference' | 'left' | 'right'

const memory = 0.9
/** Every fifth sample says as much about levels. */
const listenStep = 5
/** 26 dB: a channel this much weaker is a plug without a microphone; even wide stereo differs by less. */
const deadShare = 0.0025
/** Correlation of two channels of which one is inverted; two microphones apart in a room stay near 0. */
const invertedCorrelation = -0.5

/**
 * Makes one channel of two, as a stream: a plain downmix would erase a recording of which one channel is inverted, and
 * weaken one of which a channel is dead. What comes out does not depend on how the samples were cut into chunks.
 */
export class ToMono {
  /** A decision holds for one second, and rests on about the ten before it too. */
  readonly #frames: number
  readonly #block: Int16Array
  #held = 0
  #left = 0
  #right = 0
  #both = 0

  constructor(rate: number = sampleRate) {
    this.#frames = rate
    this.#block = new Int16Array(2 * rate)
  }

  /** Takes interleaved 16-bit samples, and gives the blocks that are complete. */
  push(interleaved: Int16Array): Int16Array {
    const out = new Int16Array(
      Math.floor((this.#held + interleaved.length) / 2 / this.#frames) * this.#frames,
    )
    let at = 0
    for (let from = 0; from < interleaved.length; ) {
      const part = interleaved.subarray(from, from + this.#block.length - this.#held)
      this.#block.set(part, this.#held)
      this.#held += part.length
      from += part.length
      if (this.#held < this.#block.length) break
      this.#mix(this.#frames, out, at)
      at += this.#frames
      this.#held = 0
    }
    return out
  }

  /** What is left when the stream ends. */
  finish(): Int16Array {
    const out = new Int16Array(this.#held >> 1)
    this.#mix(out.length, out, 0)
    this.#held = 0
    return out
  }

  #mix(frames: number, out: Int16Array, at: number): void {
    const block = this.#block
    this.#listen(frames)
    const way = this.#way()
    if (way === 'left') for (let n = 0; n < frames; n++) out[at + n] = block[2 * n] as number
    else if (way === 'right') for (let n = 0; n < frames; n++) out[at + n] = block[2 * n + 1] as number
    else {
      const sign = way === 'sum' ? 1 : -1
      for (let n = 0; n < frames; n++)
        out[at + n] = ((block[2 * n] as number) + sign * (block[2 * n + 1] as number)) >> 1
    }
  }

  #listen(frames: number): void {
    const block = this.#block
    let left = 0
    let right = 0
    let both = 0
    for (let n = 0; n < frames; n += listenStep) {
      const l = block[2 * n] as number
      const r = block[2 * n + 1] as number
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
