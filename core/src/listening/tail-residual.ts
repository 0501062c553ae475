import { type TailLoops, tailOrder } from './tail-loops.ts'

/** Of how much of the tail the prediction is made, in ms after the first sound. */
const tailMs = { from: 12, to: 76 } as const
/** Enough for the resonances of a room or a barrel below its bandwidth; more gained nothing. */
const order = tailOrder
/** So little of all pitches is added to the tail: what a codec left empty would otherwise count as much as the rest. */
const evenShare = 3e-4

/**
 * What linear prediction (Makhoul 1975, Proc. IEEE 63, 561) from the tail of a sound leaves of it: there all pitches of the tail count alike, so that its level is
 * steadier than that of any band, and what another sound adds stands out.
 */
export class TailResidual {
  readonly #ms: number
  readonly #lags = new Float64Array(order + 1)
  readonly #filter = new Float64Array(order + 1)
  readonly #last = new Float64Array(order + 1)
  readonly #loops: TailLoops

  /** `ms` is the number of samples in a block. */
  constructor(ms: number, loops: TailLoops) {
    this.#ms = ms
    this.#loops = loops
  }

  /** Lays the mean squares of what is left, in blocks of what the loops hold, full scale 1. The sound begins at the `first`th sample of that. */
  lay(first: number, levels: Float32Array): void {
    const ms = this.#ms
    this.#loops.layLags(first + tailMs.from * ms, (tailMs.to - tailMs.from) * ms, this.#lags)
    this.#predict()
    this.#loops.layLeft(this.#filter, levels)
  }

  /** The recursion of Levinson and Durbin. */
  #predict(): void {
    const [lags, filter, last] = [this.#lags, this.#filter.fill(0), this.#last]
    filter[0] = 1
    let error = (lags[0] as number) * (1 + evenShare) + 1
    for (let k = 1; k <= order; k++) {
      let sum = lags[k] as number
      for (let n = 1; n < k; n++) sum += (filter[n] as number) * (lags[k - n] as number)
      const turn = -sum / error
      last.set(filter)
      for (let n = 1; n < k; n++) filter[n] = (last[n] as number) + turn * (last[k - n] as number)
      filter[k] = turn
      error *= 1 - turn * turn
    }
  }
}
