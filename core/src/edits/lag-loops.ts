/** The inner loops in which lags of one sound against another are found, as plain loops. Whoever has vectors hands in faster ones that answer the same, to the last bit. */

export interface LagLoops {
  /**
   * Adds products of one spectrum with the conjugates of another to `both`, to the power that makes them nearly flat. All are packed as transforms write them, their
   * lengths multiples of four; what does not turn, the first two numbers, is left out.
   */
  addCrossFlat(one: Float32Array, two: Float32Array, both: Float32Array): void
  /** What values, a multiple of four of them, come to. */
  sizesOf(values: Float32Array): ValueSizes
}

export interface ValueSizes {
  /** The sum of their squares: of every fourth one by itself, then these added in pairs. */
  readonly square: number
  readonly highest: number
}

export const plainLagLoops: LagLoops = { addCrossFlat, sizesOf }

function addCrossFlat(one: Float32Array, two: Float32Array, both: Float32Array): void {
  for (let n = 2; n < both.length; n += 2) {
    const a = one[n] as number
    const b = one[n + 1] as number
    const c = two[n] as number
    const d = two[n + 1] as number
    const re = a * c + b * d
    const im = a * d - b * c
    const length = re * re + im * im
    const root = Math.sqrt(Math.sqrt(length))
    const scale = length > 1 ? 1 / (root * Math.sqrt(root)) : 0
    both[n] = (both[n] as number) + re * scale
    both[n + 1] = (both[n + 1] as number) + im * scale
  }
}

function sizesOf(values: Float32Array): ValueSizes {
  const sums = new Float64Array(4)
  let highest = values[0] as number
  for (let n = 0; n < values.length; n++) {
    const value = values[n] as number
    if (value > highest) highest = value
    sums[n & 3] = (sums[n & 3] as number) + value * value
  }
  const square = (sums[0] as number) + (sums[2] as number) + ((sums[1] as number) + (sums[3] as number))
  return { square, highest }
}
