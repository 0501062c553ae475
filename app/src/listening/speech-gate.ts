import { loadPowers, type Powers } from './sound-kernels.ts'
import { windowSamples } from './speech-network.ts'

/** A window stands out where it is this much above the quiet near it, in power: 5 dB between sums of eight samples, 4 dB between samples. */
const standsOut = { slow: 3.2, edges: 2.5 } as const
/** Or this much above the quiet of some seconds: 9 dB. A shout may last longer than what is near. */
const standsFarOut = 8
/** The quiet near a window is the fifth lowest of it and so many either side (0.5 s): speech pauses more often than streets change. */
const near = 16
const lows = 5
/** The quiet of some seconds is the lower quartile of so many windows: 16 s. */
const surroundings = 500
/** What stands out is heard with so many windows before and after it: 0.2 s. */
const around = 7
/** Where so many in a row are left out, the network forgets what it heard. */
export const forgetsAfter = 2 * around
/** So many windows after one have to be known before it can be said whether it is to be heard. */
export const windowsAhead = near + around
/** Below this nobody can be understood, and 16 bits hold a handful of steps: −72 dBFS. */
const leastPower = 6e-8 * windowSamples

/** The eight samples before a window are looked at with it. */
const lead = 8
const kept = 1024
/** So many windows are measured at a time. */
const measuredAtOnce = 64
const measuredAt = 64
const heldAt = measuredAt + 16 * measuredAtOnce

/**
 * Says which windows of 32 ms the network has to hear: those with something above their surroundings around 1 kHz or in the edges, and
 * what is near them. Steady noise, noise that swells slowly, and silence hold no speech that a person could make out.
 */
export class SpeechGate {
  /** Room for what is looked at: windows that lie here need not be copied. */
  readonly hold: Float32Array
  readonly #powers: Powers
  readonly #measured: Float32Array
  readonly #slow = new Float32Array(kept)
  readonly #edges = new Float32Array(kept)
  readonly #isOut = new Uint8Array(kept)
  readonly #last = new Float32Array(surroundings)
  /** Windows measured, and windows of which it is known whether they stand out. */
  #seen = 0
  #judged = 0
  #quiet = { slow: 0, edges: 0 }

  private constructor(powers: Powers, memory: ArrayBuffer, samples: number) {
    this.#powers = powers
    this.#measured = new Float32Array(memory, measuredAt, 4 * measuredAtOnce)
    this.hold = new Float32Array(memory, heldAt, samples)
  }

  /** `samples` says how many the hold has to have room for. */
  static async load(samples: number): Promise<SpeechGate> {
    const { powers, memory } = await loadPowers(heldAt + 4 * samples)
    return new SpeechGate(powers, memory.buffer, samples)
  }

  /** Takes the next `windows`, which begin at `hold[from]`; eight samples before that are there too. */
  add(from: number, windows: number): void {
    for (let first = 0; first < windows; first += measuredAtOnce) {
      const count = Math.min(measuredAtOnce, windows - first)
      const at = heldAt + 4 * (from + first * windowSamples - lead)
      this.#powers(at, measuredAt, count, windowSamples / 8)
      for (let n = 0; n < count; n++) this.#keep(4 * n)
    }
  }

  /** Keeps what was measured of a window. */
  #keep(at: number): void {
    const measured = this.#measured
    const place = this.#seen % kept
    const isSilent = (measured[at] as number) < leastPower
    this.#edges[place] = isSilent ? 0 : (measured[at + 1] as number)
    this.#slow[place] = isSilent ? 0 : (measured[at + 2] as number)
    this.#seen++
    if (this.#seen % (this.#seen < surroundings ? 64 : 256) === 0) this.#measureQuiet()
    while (this.#judged + near < this.#seen) this.#judge()
  }

  /** Whether window `window` is to be heard: `windowsAhead` later ones were added, or no more will come. */
  isHeard(window: number): boolean {
    while (this.#judged <= Math.min(this.#seen - 1, window + around)) this.#judge()
    for (let n = Math.max(0, window - around); n <= Math.min(this.#seen - 1, window + around); n++)
      if (this.#isOut[n % kept] === 1) return true
    return false
  }

  #judge(): void {
    const window = this.#judged++
    const place = window % kept
    const [slow, edges] = [this.#slow[place] as number, this.#edges[place] as number]
    const isOut =
      slow > standsFarOut * this.#quiet.slow ||
      edges > standsFarOut * this.#quiet.edges ||
      this.#standsOut(this.#slow, window, standsOut.slow) ||
      this.#standsOut(this.#edges, window, standsOut.edges)
    this.#isOut[place] = isOut ? 1 : 0
  }

  /** Whether a window is `times` as much as `lows` of those near it. At either end there may be fewer of them. */
  #standsOut(values: Float32Array, window: number, times: number): boolean {
    const first = Math.max(0, window - near)
    const last = Math.min(this.#seen - 1, window + near)
    const value = values[window % kept] as number
    let wanted = last - first + 1 < lows ? 1 : lows
    for (let n = first; n <= last; n++)
      if (value > times * (values[n % kept] as number) && --wanted === 0) return true
    return false
  }

  #measureQuiet(): void {
    this.#quiet = { slow: this.#lowerQuartile(this.#slow), edges: this.#lowerQuartile(this.#edges) }
  }

  #lowerQuartile(values: Float32Array): number {
    const held = Math.min(this.#seen, surroundings)
    for (let n = 0; n < held; n++) this.#last[n] = values[(this.#seen - 1 - n) % kept] as number
    return nthLowest(this.#last, held, Math.floor(held / 4))
  }
}

/** What would be at `place` if the first `count` were sorted, by parting them again and again (Hoare's FIND). Changes their order. */
export function nthLowest(values: Float32Array, count: number, place: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const pivot = values[place] as number
    let [up, down] = [low, high]
    while (up <= down) {
      while ((values[up] as number) < pivot) up++
      while ((values[down] as number) > pivot) down--
      if (up > down) break
      const value = values[up] as number
      values[up++] = values[down] as number
      values[down--] = value
    }
    if (down < place) low = up
    if (up > place) high = down
  }
  return values[place] as number
}
