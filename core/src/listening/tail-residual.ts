/** Of how much of the tail the prediction is made, in ms after the first sound. */
const tailMs = { from: 12, to: 76 } as const
/** Enough for the resonances of a room or a barrel below its bandwidth; more gained nothing. */
const order = 12
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

  /** `ms` is the number of samples in a block. */
  constructor(ms: number) {
    this.#ms = ms
  }

  /** Lays the mean squares of what is left, in blocks of `held` from `from` on, full scale 1. The sound begins at `first`; 12 samples lie before `from`. */
  lay(held: Int16Array, first: number, from: number, levels: Float32Array): void {
    const ms = this.#ms
    layLags(held, first + tailMs.from * ms, first + tailMs.to * ms, this.#lags)
    this.#predict()
    layLeft(held, from, this.#filter, ms, levels)
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

function layLags(held: Int16Array, from: number, to: number, lags: Float64Array): void {
  for (let lag = 0; lag <= order; lag++) {
    let sum = 0
    for (let n = from; n < to; n++) sum += (held[n] as number) * (held[n - lag] as number)
    lags[lag] = sum
  }
}

function layLeft(
  held: Int16Array,
  from: number,
  filter: Float64Array,
  ms: number,
  levels: Float32Array,
): void {
  const scale = 1 / (ms * 32_768 * 32_768)
  const [
    ,
    a1 = 0,
    a2 = 0,
    a3 = 0,
    a4 = 0,
    a5 = 0,
    a6 = 0,
    a7 = 0,
    a8 = 0,
    a9 = 0,
    a10 = 0,
    a11 = 0,
    a12 = 0,
  ] = filter
  for (let block = 0, n = from; block < levels.length; block++) {
    let sum = 0
    for (const end = n + ms; n < end; n++) {
      // Written out: as a loop this alone took as long as all that is sought under tails otherwise.
      const left =
        (held[n] as number) +
        a1 * (held[n - 1] as number) +
        a2 * (held[n - 2] as number) +
        a3 * (held[n - 3] as number) +
        a4 * (held[n - 4] as number) +
        a5 * (held[n - 5] as number) +
        a6 * (held[n - 6] as number) +
        a7 * (held[n - 7] as number) +
        a8 * (held[n - 8] as number) +
        a9 * (held[n - 9] as number) +
        a10 * (held[n - 10] as number) +
        a11 * (held[n - 11] as number) +
        a12 * (held[n - 12] as number)
      sum += left * left
    }
    levels[block] = sum * scale
  }
}
