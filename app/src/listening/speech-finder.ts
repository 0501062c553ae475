import { forgetsAfter, SpeechGate, windowsAhead } from './speech-gate.ts'
import { contextSamples, type SpeechNetwork, windowSamples, windowsAtOnce } from './speech-network.ts'
import { To16k } from './to-16k.ts'

/** The hold takes what is looked at together, and what has to be known before. */
const windowsHeld = windowsAtOnce + windowsAhead

/**
 * How likely each 32 ms of a stream of samples holds speech. Steady noise and silence are not given to the network, and it forgets what
 * it heard where they last: nine windows in ten of an empty street.
 */
export class SpeechFinder {
  readonly #network: SpeechNetwork
  readonly #converter: To16k
  readonly #gate: SpeechGate
  readonly #hold: Float32Array
  readonly #answers = new Float32Array(windowsAtOnce)
  readonly #parts: Float32Array[] = []
  #held = 0
  /** Windows that were answered, and windows that the gate has taken. */
  #done = 0
  #gated = 0
  /** Windows left out since the network last heard something. */
  #leftOut = 0

  private constructor(network: SpeechNetwork, converter: To16k, gate: SpeechGate) {
    this.#network = network
    this.#converter = converter
    this.#gate = gate
    this.#hold = gate.hold
  }

  /** One network serves one stream at a time: it is made to forget what it heard before. */
  static async create(network: SpeechNetwork, rate: number): Promise<SpeechFinder> {
    network.reset()
    const gate = await SpeechGate.load(contextSamples + windowsHeld * windowSamples)
    return new SpeechFinder(network, await To16k.load(rate), gate)
  }

  push(samples: Int16Array): void {
    this.#converter.push(samples, part => this.#take(part))
  }

  /** One number a window, 0 to 1; window n begins at n · 32 ms. A last window that is not full is filled with silence. */
  finish(): Float32Array {
    this.#converter.finish(part => this.#take(part))
    const windows = Math.ceil(this.#held / windowSamples)
    this.#hold.fill(0, contextSamples + this.#held)
    this.#gateUpTo(windows)
    for (let from = 0; from < windows; from += windowsAtOnce)
      this.#run(from, Math.min(windows, from + windowsAtOnce))
    const all = new Float32Array(this.#parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of this.#parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }

  #take(samples: Float32Array): void {
    const room = windowsHeld * windowSamples
    const gone = windowsAtOnce * windowSamples
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + room - this.#held)
      this.#hold.set(part, contextSamples + this.#held)
      this.#held += part.length
      at += part.length
      if (this.#held < room) break
      this.#gateUpTo(windowsHeld)
      this.#run(0, windowsAtOnce)
      this.#hold.copyWithin(0, gone, room + contextSamples)
      this.#held -= gone
    }
  }

  /** `windows` counts from the first in the hold. */
  #gateUpTo(windows: number): void {
    const known = this.#gated - this.#done
    this.#gate.add(contextSamples + known * windowSamples, windows - known)
    this.#gated = this.#done + windows
  }

  /** Runs of windows that stand out go to the network; the rest holds no speech. `from` and `to` count from the first in the hold. */
  #run(from: number, to: number): void {
    const out = new Float32Array(to - from)
    const base = this.#done - from
    for (let window = 0; window < out.length; ) {
      const isHeard = this.#gate.isHeard(base + from + window)
      let end = window + 1
      while (end < out.length && this.#gate.isHeard(base + from + end) === isHeard) end++
      if (!isHeard) this.#leftOut += end - window
      else {
        if (this.#leftOut > forgetsAfter) this.#network.reset()
        this.#leftOut = 0
        this.#network.run(this.#hold.subarray((from + window) * windowSamples), end - window, this.#answers)
        out.set(this.#answers.subarray(0, end - window), window)
      }
      window = end
    }
    this.#done += out.length
    this.#parts.push(out)
  }
}
