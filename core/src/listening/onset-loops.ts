/**
 * What is done with every sample around an onset. Samples are 16-bit ones, as numbers of full scale 1: their sums, and those of their squares, are exact in any
 * order. Arrays are such as were asked for here, or begin where those do.
 */
export interface OnsetLoops {
  /** Zeros. */
  floats(count: number): Float32Array
  /** Lays 16-bit samples from `held[first + from]` on into `out[from … to)`, full scale 1. */
  layNumbers(held: Int16Array, first: number, out: Float32Array, from: number, to: number): void
  /** Lays the steps of `samples` from `from` on into `out[begin … end)`. */
  laySteps(samples: Float32Array, from: number, out: Float32Array, begin: number, end: number): void
  /** The sums of the squares of up to `count` samples from `from` on, the first of which is 0. What is answered stands until it is asked for again. */
  runningSquares(samples: Float32Array, from: number, count: number): Float64Array
  /** The squares of samples from `at` on, and of as many of their steps as there is room for: fewer. */
  laySquares(samples: Float32Array, at: number, squares: Float32Array, ofSteps: Float32Array): void
  /** Of the first `count`. */
  sumOf(squares: Float32Array, count: number): number
  largestOf(squares: Float32Array, count: number): number
  /** At which of the first `count` sums of `span` (with as many as there are, before that) reach nine tenths of the largest of them. */
  riseOf(squares: Float32Array, count: number, span: number): number
  /**
   * How well sums of `step` samples from `samples[from]` on, `count` of them, less the one before each, repeat at one of the lags from `first` to `last`: the largest
   * correlation, or 0.
   */
  voicing(
    samples: Float32Array,
    from: number,
    step: number,
    count: number,
    first: number,
    last: number,
  ): number
  /** What each hidden unit of a network comes to for the first `count` of `inputs`, which may be brought to its width in place. What is answered stands until it is asked for again. */
  unitsOf(network: Network, inputs: Float64Array, count: number): Float64Array
  /** The largest correlation of two shapes of one length that are moved against each other by up to `reach` samples, whichever way up. They may be of any arrays. */
  likeness(a: Float32Array, b: Float32Array, reach: number): number
}

/** A hidden layer, and what brings its inputs to mean 0 and width 1. */
export interface Network {
  readonly mean: readonly number[]
  readonly width: readonly number[]
  readonly hidden: readonly Unit[]
}

export interface Unit {
  readonly bias: number
  readonly weights: readonly number[]
  readonly out: number
}

/** Inputs beyond so many widths say no more. */
export const inputReach = 4

/** By plain loops: what other makers are held against. */
export function plainOnsetLoops(): OnsetLoops {
  let sums = new Float32Array(0)
  let running = new Float64Array(1)
  let units = new Float64Array(0)
  let [edges, energy] = [new Float64Array(0), new Float64Array(0)]
  return {
    floats: count => new Float32Array(count),
    layNumbers(held, first, out, from, to) {
      for (let n = from; n < to; n++) out[n] = (held[first + n] as number) * (1 / 32_768)
    },
    laySteps(samples, from, out, begin, end) {
      for (let n = begin; n < end; n++)
        out[n] = (samples[from + n] as number) - (samples[from + n - 1] as number)
    },
    runningSquares(samples, from, count) {
      if (running.length <= count) running = new Float64Array(count + 1)
      let sum = 0
      for (let n = 0; n < count; n++) {
        const sample = samples[from + n] as number
        sum += sample * sample
        running[n + 1] = sum
      }
      return running
    },
    laySquares,
    likeness,
    unitsOf({ mean, width, hidden }, inputs, count) {
      for (let n = 0; n < count; n++) {
        const scaled = ((inputs[n] as number) - (mean[n] as number)) / (width[n] as number)
        inputs[n] = Math.max(-inputReach, Math.min(inputReach, scaled))
      }
      if (units.length < hidden.length) units = new Float64Array(hidden.length)
      for (const [n, unit] of hidden.entries()) units[n] = unitOf(unit, inputs, count)
      return units
    },
    sumOf(squares, count) {
      let sum = 0
      for (let n = 0; n < count; n++) sum += squares[n] as number
      return sum
    },
    largestOf(squares, count) {
      let largest = 0
      for (let n = 0; n < count; n++) if ((squares[n] as number) > largest) largest = squares[n] as number
      return largest
    },
    riseOf(squares, count, span) {
      if (sums.length < count) sums = new Float32Array(count)
      const bar = risen * laySums(squares, count, span, sums)
      let place = 0
      while (place < count && (sums[place] as number) < bar) place++
      return place
    },
    voicing(samples, from, step, count, first, last) {
      if (edges.length !== count) [edges, energy] = [new Float64Array(count), new Float64Array(count + 1)]
      layEdges(samples, from, step, edges)
      for (let n = 0; n < count; n++) energy[n + 1] = (energy[n] as number) + (edges[n] as number) ** 2
      const all = energy[count] as number
      let most = 0
      for (let lag = first; lag <= last; lag++) {
        const size = (energy[count - lag] as number) * (all - (energy[lag] as number))
        most = Math.max(most, alike(edges, lag) / Math.sqrt(size + leastSize))
      }
      return most
    },
  }
}

/** So much of its height is where a sound has risen. */
export const risen = 0.9
/** No sums are less high, and nothing is less large: what silence is divided by. */
export const leastRisen = 1e-15
export const leastSize = 1e-24

function laySquares(samples: Float32Array, at: number, squares: Float32Array, ofSteps: Float32Array): void {
  let last = samples[at - 1] as number
  for (let n = 0; n < squares.length; n++) {
    const sample = samples[at + n] as number
    squares[n] = sample * sample
    if (n < ofSteps.length) ofSteps[n] = (sample - last) * (sample - last)
    last = sample
  }
}

/** The largest of the sums. */
function laySums(squares: Float32Array, count: number, span: number, sums: Float32Array): number {
  let height = 0
  let top = leastRisen
  for (let n = 0; n < count; n++) {
    height += (squares[n] as number) - (n >= span ? (squares[n - span] as number) : 0)
    sums[n] = height
    if (height > top) top = height
  }
  return top
}

function layEdges(samples: Float32Array, from: number, step: number, edges: Float64Array): void {
  let last = 0
  for (let n = 0; n < edges.length; n++) {
    let sum = 0
    for (let k = from + n * step; k < from + (n + 1) * step; k++) sum += samples[k] as number
    edges[n] = n === 0 ? 0 : sum - last
    last = sum
  }
}

/** The sum of a signal's products with itself, `lag` later: four at a time, which takes half as long. */
function alike(signal: Float64Array, lag: number): number {
  const count = signal.length - lag
  let [a, b, c, d, n] = [0, 0, 0, 0, 0]
  for (; n + 4 <= count; n += 4) {
    a += (signal[n] as number) * (signal[n + lag] as number)
    b += (signal[n + 1] as number) * (signal[n + 1 + lag] as number)
    c += (signal[n + 2] as number) * (signal[n + 2 + lag] as number)
    d += (signal[n + 3] as number) * (signal[n + 3 + lag] as number)
  }
  for (; n < count; n++) a += (signal[n] as number) * (signal[n + lag] as number)
  return a + b + c + d
}

function likeness(a: Float32Array, b: Float32Array, reach: number): number {
  let most = 0
  for (let lag = -reach; lag <= reach; lag++) {
    let sum = 0
    const from = Math.max(0, -lag)
    const to = Math.min(a.length, b.length - lag)
    for (let n = from; n < to; n++) sum += (a[n] as number) * (b[n + lag] as number)
    most = Math.max(most, Math.abs(sum))
  }
  return most
}

function unitOf({ bias, weights }: Unit, inputs: Float64Array, count: number): number {
  let sum = bias
  for (let n = 0; n < count; n++) sum += (weights[n] as number) * (inputs[n] as number)
  return sum
}
