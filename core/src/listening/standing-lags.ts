/** Says which heights of a correlation stand out of those around them. */
export interface StandingLags {
  /** Room for so many heights, in which they need not be copied to be looked at. */
  room(count: number): Float32Array
  /**
   * In order, the lags below `lags` whose height is above 0 and stands out at least `clear` times of the root mean square of those that lie within `others` of it and not
   * within `own`.
   */
  standing(heights: Float32Array, lags: number, own: number, others: number, clear: number): readonly number[]
}

/** By plain loops: what other makers are held against. */
export function plainStandingLags(): StandingLags {
  let sums = new Float64Array(0)
  return {
    room: count => new Float32Array(count),
    standing(heights, lags, own, others, clear) {
      if (sums.length <= lags) sums = new Float64Array(lags + 1)
      layEnergy(heights, lags, sums)
      const found: number[] = []
      for (let lag = 0; lag < lags; lag++) {
        const height = heights[lag] as number
        if (height <= 0) continue
        const from = Math.max(0, lag - own)
        const to = Math.min(lags, lag + own + 1)
        const first = Math.max(0, lag - others)
        const end = Math.min(lags, lag + others + 1)
        const all = (sums[end] as number) - (sums[first] as number)
        const rest = all - (sums[to] as number) + (sums[from] as number)
        const count = Math.max(1, end - first - (to - from))
        if (height * height * count >= clear * clear * rest) found.push(lag)
      }
      return found
    },
  }
}

/** Lays the energy of the first n values into `sums[n]`. */
function layEnergy(values: Float32Array, count: number, sums: Float64Array): void {
  let sum = 0
  for (let n = 0; n < count; n++) {
    const value = values[n] as number
    sum += value * value
    sums[n + 1] = sum
  }
}
