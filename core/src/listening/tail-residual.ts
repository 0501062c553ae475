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
  /** What is held as numbers of the kind that is reckoned with: brought to it once, and not for each of thirteen products. */
  #numbers = new Float64Array(0)

  /** `ms` is the number of samples in a block. */
  constructor(ms: number) {
    this.#ms = ms
  }

  /** Lays the mean squares of what is left, in blocks of `held` from `from` on, full scale 1. The sound begins at `first`; 12 samples lie before `from`. */
  lay(held: Int16Array, first: number, from: number, levels: Float32Array): void {
    const ms = this.#ms
    const begin = from - order
    const numbers = this.#numbersOf(held, begin, from + levels.length * ms)
    layLags(numbers, first - begin + tailMs.from * ms, first - begin + tailMs.to * ms, this.#lags)
    this.#predict()
    layLeft(numbers, this.#filter, ms, levels)
  }

  #numbersOf(held: Int16Array, from: number, to: number): Float64Array {
    if (this.#numbers.length !== to - from) this.#numbers = new Float64Array(to - from)
    layDoubles(held, from, this.#numbers)
    return this.#numbers
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

function layDoubles(held: Int16Array, from: number, out: Float64Array): void {
  for (let n = 0; n < out.length; n++) out[n] = held[from + n] as number
}

function layLags(signal: Float64Array, from: number, to: number, lags: Float64Array): void {
  for (let lag = 0; lag <= order; lag++) lags[lag] = productsAt(signal, from, to, lag)
}

/** Whole numbers below 2^53, whose sums are the same in any order: four at a time. */
function productsAt(signal: Float64Array, from: number, to: number, lag: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let n = from
  for (; n + 4 <= to; n += 4) {
    a += (signal[n] as number) * (signal[n - lag] as number)
    b += (signal[n + 1] as number) * (signal[n + 1 - lag] as number)
    c += (signal[n + 2] as number) * (signal[n + 2 - lag] as number)
    d += (signal[n + 3] as number) * (signal[n + 3 - lag] as number)
  }
  for (; n < to; n++) a += (signal[n] as number) * (signal[n - lag] as number)
  return a + b + c + d
}

/** The first block of `signal` begins after as many samples as the filter looks back. */
function layLeft(signal: Float64Array, filter: Float64Array, ms: number, levels: Float32Array): void {
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
  for (let block = 0, n = order; block < levels.length; block++) {
    let sum = 0
    for (const end = n + ms; n < end; n++) {
      // Written out: as a loop this alone took as long as all that is sought under tails otherwise.
      const left =
        (signal[n] as number) +
        a1 * (signal[n - 1] as number) +
        a2 * (signal[n - 2] as number) +
        a3 * (signal[n - 3] as number) +
        a4 * (signal[n - 4] as number) +
        a5 * (signal[n - 5] as number) +
        a6 * (signal[n - 6] as number) +
        a7 * (signal[n - 7] as number) +
        a8 * (signal[n - 8] as number) +
        a9 * (signal[n - 9] as number) +
        a10 * (signal[n - 10] as number) +
        a11 * (signal[n - 11] as number) +
        a12 * (signal[n - 12] as number)
      sum += left * left
    }
    levels[block] = sum * scale
  }
}
