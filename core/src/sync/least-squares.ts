import { assert } from '../errors.ts'

/** One linear equation: Σ coefficient · unknown = value, with the standard error of the value. */
export interface Equation {
  readonly terms: readonly (readonly [unknown: number, coefficient: number])[]
  readonly value: number
  readonly error: number
}

export interface Solution {
  readonly values: Float64Array
  /** Covariance of the unknowns, row after row. */
  readonly covariance: Float64Array
}

/**
 * Weighted least squares by the normal equations, inverted by Gauss-Jordan with pivoting after scaling the unknowns.
 * Made for at most a few hundred unknowns; the equations must determine all of them.
 */
export function leastSquares(unknowns: number, equations: readonly Equation[]): Solution {
  const normal = new Float64Array(unknowns * unknowns)
  const right = new Float64Array(unknowns)
  for (const { terms, value, error } of equations) {
    const weight = 1 / error ** 2
    for (const [i, ci] of terms) {
      right[i] = (right[i] as number) + weight * ci * value
      for (const [j, cj] of terms)
        normal[i * unknowns + j] = (normal[i * unknowns + j] as number) + weight * ci * cj
    }
  }
  // Starts are seconds and drifts millionths: bring both to the same size first.
  const scale = Float64Array.from(
    { length: unknowns },
    (_, n) => 1 / Math.sqrt(normal[n * unknowns + n] as number),
  )
  for (let i = 0; i < unknowns; i++)
    for (let j = 0; j < unknowns; j++)
      normal[i * unknowns + j] =
        (normal[i * unknowns + j] as number) * (scale[i] as number) * (scale[j] as number)
  const covariance = inverted(normal, unknowns)
  for (let i = 0; i < unknowns; i++)
    for (let j = 0; j < unknowns; j++)
      covariance[i * unknowns + j] =
        (covariance[i * unknowns + j] as number) * (scale[i] as number) * (scale[j] as number)
  const values = new Float64Array(unknowns)
  for (let i = 0; i < unknowns; i++)
    for (let j = 0; j < unknowns; j++)
      values[i] = (values[i] as number) + (covariance[i * unknowns + j] as number) * (right[j] as number)
  return { values, covariance }
}

function inverted(matrix: Float64Array, size: number): Float64Array {
  const left = matrix.slice()
  const out = new Float64Array(size * size)
  for (let n = 0; n < size; n++) out[n * size + n] = 1
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(left[row * size + column] as number) > Math.abs(left[pivot * size + column] as number))
        pivot = row
    assert(Math.abs(left[pivot * size + column] as number) > 1e-14, 'the equations determine every unknown')
    for (const each of [left, out])
      for (let n = 0; n < size; n++) {
        const kept = each[column * size + n] as number
        each[column * size + n] = each[pivot * size + n] as number
        each[pivot * size + n] = kept
      }
    const divisor = left[column * size + column] as number
    for (let n = 0; n < size; n++) {
      left[column * size + n] = (left[column * size + n] as number) / divisor
      out[column * size + n] = (out[column * size + n] as number) / divisor
    }
    for (let row = 0; row < size; row++) {
      const factor = left[row * size + column] as number
      if (row === column || factor === 0) continue
      for (let n = 0; n < size; n++) {
        left[row * size + n] = (left[row * size + n] as number) - factor * (left[column * size + n] as number)
        out[row * size + n] = (out[row * size + n] as number) - factor * (out[column * size + n] as number)
      }
    }
  }
  return out
}
