import { forgetsAfter, SpeechGate } from './speech-gate.ts'
import { contextSamples, type SpeechNetwork, windowSamples, windowsAtOnce } from './speech-network.ts'
import { To16k } from './to-16k.ts'

/**
 * How likely each 32 ms of a stream of samples holds speech. Steady noise and silence are not given to the network, and it forgets what
 * it heard where they last: nine windows in ten of an empty street.
 */
export class SpeechFinder {
  readonly #network: SpeechNetwork
  readonly #converter: To16k
  readonly #gate = new SpeechGate()
  readonly #hold = new Float32Array(contextSamples + windowsAtOnce * windowSamples)
  readonly #answers = new Float32Array(windowsAtOnce)
  readonly #parts: Float32Array[] = []
  #held = 0
  /** Windows left out since the network last heard something. */
  #leftOut = 0

  private constructor(network: SpeechNetwork, converter: To16k) {
    this.#network = network
    this.#converter = converter
  }

  /** One network serves one stream at a time: it is made to forget what it heard before. */
  static async create(network: SpeechNetwork, rate: number): Promise<SpeechFinder> {
    network.reset()
    return new SpeechFinder(network, await To16k.load(rate))
  }

  push(samples: Int16Array): void {
    for (const part of this.#converter.push(samples)) this.#take(part)
  }

  /** One number a window, 0 to 1; window n begins at n · 32 ms. A last window that is not full is filled with silence. */
  finish(): Float32Array {
    for (const part of this.#converter.finish()) this.#take(part)
    const windows = Math.ceil(this.#held / windowSamples)
    this.#hold.fill(0, contextSamples + this.#held)
    this.#run(windows)
    const all = new Float32Array(this.#parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of this.#parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }

  #take(samples: Float32Array): void {
    const room = windowsAtOnce * windowSamples
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + room - this.#held)
      this.#hold.set(part, contextSamples + this.#held)
      this.#held += part.length
      at += part.length
      if (this.#held < room) break
      this.#run(windowsAtOnce)
      this.#hold.copyWithin(0, room, room + contextSamples)
      this.#held = 0
    }
  }

  /** Runs of windows that stand out go to the network; the rest holds no speech. */
  #run(windows: number): void {
    const out = new Float32Array(windows)
    const isHeard = this.#gate.next(this.#hold, contextSamples, windows)
    for (let window = 0; window < windows; ) {
      let end = window + 1
      while (end < windows && isHeard[end] === isHeard[window]) end++
      if (isHeard[window] === 0) this.#leftOut += end - window
      else {
        if (this.#leftOut > forgetsAfter) this.#network.reset()
        this.#leftOut = 0
        this.#network.run(this.#hold.subarray(window * windowSamples), end - window, this.#answers)
        out.set(this.#answers.subarray(0, end - window), window)
      }
      window = end
    }
    this.#parts.push(out)
  }
}
