/** So many samples before the first are looked back on. */
export const tailOrder = 12

/** A high-pass filter of second order: y[n] = b (x[n] − 2 x[n − 1] + x[n − 2]) − a1 y[n − 1] − a2 y[n − 2]. */
export interface HighPass {
  readonly b: number
  readonly a1: number
  readonly a2: number
}

/** What is done with every sample where strokes under tails are sought. Levels are mean squares of blocks, full scale 1: one of each that is held. */
export interface TailLoops {
  /** Takes `blocks` blocks of `ms` samples of `held`, from `from` on, and `tailOrder` samples before them: the rest is asked of these. */
  hold(held: Int16Array, from: number, blocks: number, ms: number): void
  /** Lays Σ x[n] · x[n − lag] into `lags[lag]`, up to `tailOrder`, over the samples from the `first`th on: `count` of them, a multiple of 8. */
  layLags(first: number, count: number, lags: Float64Array): void
  /** Lays the levels of Σ filter[k] · x[n − k]; `filter[0]` is 1. */
  layLeft(filter: Float64Array, levels: Float32Array): void
  /** Lays the levels of the sound through either filter, which begin with nothing in them. */
  layPassed(low: HighPass, high: HighPass, upper: Float32Array, top: Float32Array): void
}

/** By plain loops: what other makers are held against. */
export function plainTailLoops(): TailLoops {
  let numbers = new Float64Array(0)
  let block = 0
  return {
    hold(held, from, blocks, ms) {
      block = ms
      const count = blocks * ms + tailOrder
      // Brought to the kind that is reckoned with once, and not for each of thirteen products.
      if (numbers.length !== count) numbers = new Float64Array(count)
      layDoubles(held, from - tailOrder, numbers)
    },
    layLags(first, count, lags) {
      for (let lag = 0; lag <= tailOrder; lag++)
        lags[lag] = productsAt(numbers, tailOrder + first, tailOrder + first + count, lag)
    },
    layLeft(filter, levels) {
      layLeft(numbers, filter, block, levels)
    },
    layPassed(low, high, upper, top) {
      layPassed(numbers, low, high, block, upper, top)
    },
  }
}

function layDoubles(held: Int16Array, from: number, out: Float64Array): void {
  for (let n = 0; n < out.length; n++) out[n] = held[from + n] as number
}

/** Whole numbers below 2^53, whose sums are the same in any order: four at a time. */
function productsAt(signal: Float64Array, from: number, to: number, lag: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let n = from; n < to; n += 4) {
    a += (signal[n] as number) * (signal[n - lag] as number)
    b += (signal[n + 1] as number) * (signal[n + 1 - lag] as number)
    c += (signal[n + 2] as number) * (signal[n + 2 - lag] as number)
    d += (signal[n + 3] as number) * (signal[n + 3 - lag] as number)
  }
  return a + b + c + d
}

function layLeft(signal: Float64Array, filter: Float64Array, ms: number, levels: Float32Array): void {
  const scale = 1 / (ms * 32_768 * 32_768)
  for (let block = 0, n = tailOrder; block < levels.length; block++) {
    let sum = 0
    for (const end = n + ms; n < end; n++) {
      let left = signal[n] as number
      for (let k = 1; k <= tailOrder; k++) left += (filter[k] as number) * (signal[n - k] as number)
      sum += left * left
    }
    levels[block] = sum * scale
  }
}

/** Each step waits for the one before it: two filters at once take as long as one. */
function layPassed(
  signal: Float64Array,
  { b: lowB, a1: lowA1, a2: lowA2 }: HighPass,
  { b: highB, a1: highA1, a2: highA2 }: HighPass,
  ms: number,
  upper: Float32Array,
  top: Float32Array,
): void {
  const scale = 1 / (ms * 32_768 * 32_768)
  let x1 = signal[tailOrder - 1] as number
  let x2 = signal[tailOrder - 2] as number
  let y1 = 0
  let y2 = 0
  let z1 = 0
  let z2 = 0
  for (let block = 0, n = tailOrder; block < upper.length; block++) {
    let lowSum = 0
    let highSum = 0
    for (const end = n + ms; n < end; n++) {
      const x = signal[n] as number
      const bend = x - 2 * x1 + x2
      const y = lowB * bend - lowA1 * y1 - lowA2 * y2
      const z = highB * bend - highA1 * z1 - highA2 * z2
      x2 = x1
      x1 = x
      y2 = y1
      y1 = y
      z2 = z1
      z1 = z
      lowSum += y * y
      highSum += z * z
    }
    upper[block] = lowSum * scale
    top[block] = highSum * scale
  }
}
