import { windowSamples } from './speech-network.ts'

/** A window stands out where it is this much above the quiet of its surroundings, in power: 2.5 dB. */
const standsOut = 1.8
/** The quiet is the lower quartile of so many windows: 16 s. */
const surroundings = 500
/** What stands out is heard with so many windows before and after it: 0.3 s. */
const around = 9
/** Where so many in a row are left out, the network forgets what it heard. */
export const forgetsAfter = 2 * around
/** Below this nobody can be understood, and 16 bits hold a handful of steps: −72 dBFS. */
const leastPower = 6e-8

/**
 * Says which windows of 32 ms the network has to hear: those with something above their surroundings below 2 kHz or in the edges, and
 * what is near them. Steady noise and silence hold no speech that a person could make out.
 */
export class SpeechGate {
  readonly #low = new Float32Array(surroundings)
  readonly #edges = new Float32Array(surroundings)
  #seen = 0
  #quietLow = 0
  #quietEdges = 0
  /** Windows still to be heard after the last that stood out. */
  #open = 0

  /** Whether each of `windows` windows that begin at `samples[from]` is to be heard. What comes before is known from earlier calls. */
  next(samples: Float32Array, from: number, windows: number): Uint8Array {
    const out = new Uint8Array(windows)
    for (let window = 0; window < windows; window++) {
      const begin = from + window * windowSamples
      const { low, edges, power } = powersOf(samples, begin)
      this.#keep(low, edges)
      const isOut =
        power > leastPower && (low > standsOut * this.#quietLow || edges > standsOut * this.#quietEdges)
      if (isOut) {
        out.fill(1, Math.max(0, window - around), window + 1)
        this.#open = around
      } else if (this.#open > 0) {
        this.#open--
        out[window] = 1
      }
    }
    return out
  }

  #keep(low: number, edges: number): void {
    const place = this.#seen % surroundings
    this.#low[place] = low
    this.#edges[place] = edges
    this.#seen++
    // Until there is a second and a half to compare with, everything stands out.
    if (this.#seen < 48) return
    if (this.#seen % 64 === 0 || this.#seen === 48) {
      const held = Math.min(this.#seen, surroundings)
      this.#quietLow = lowerQuartile(this.#low.subarray(0, held))
      this.#quietEdges = lowerQuartile(this.#edges.subarray(0, held))
    }
  }
}

function lowerQuartile(values: Float32Array): number {
  const sorted = values.slice().sort()
  return sorted[Math.floor(sorted.length / 4)] as number
}

/** Powers of a window: whole, of the steps between sums of eight samples (around 1 kHz), and of those between samples. */
function powersOf(samples: Float32Array, begin: number): { low: number; edges: number; power: number } {
  let low = 0
  let edges = 0
  let power = 0
  let before = 0
  for (let n = begin - 8; n < begin; n++) before += samples[n] as number
  let last = samples[begin - 1] as number
  for (let n = begin; n < begin + windowSamples; ) {
    let sum = 0
    for (const end = n + 8; n < end; n++) {
      const sample = samples[n] as number
      const edge = sample - last
      last = sample
      sum += sample
      edges += edge * edge
      power += sample * sample
    }
    low += (sum - before) * (sum - before)
    before = sum
  }
  return { low, edges, power: power / windowSamples }
}
