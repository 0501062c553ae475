import { type Affine, composed } from './affine.ts'
import { fitOf, type Grid, viewOf, viewUnits } from './compare.ts'

export interface Alignment {
  readonly map: Affine
  readonly cost: number
  readonly explained: number
  /** Cost of the best map less that of "from nowhere", by block: below 0 where the recording explains the film. */
  readonly margin: number
}

/**
 * Moves a map (recording's pixels to film's) until the film's frame lies on the recording's, by Gauss–Newton on all six
 * numbers with blocks that do not fit left out (Baker and Matthews 2004, inverse order of roles). Starts must be right to
 * about three pixels. Returns the best of all rounds.
 */
export function aligned(
  film: Uint8Array,
  filmGrid: Grid,
  raw: Uint8Array,
  rawGrid: Grid,
  start: Affine,
  inside: readonly [number, number, number, number],
  rounds = 6,
): Alignment {
  let map = start
  let best: Alignment | null = null
  const { width, height } = rawGrid
  const rests = new Float32Array(((width >> 3) + 1) * ((height >> 3) + 1))
  for (let round = 0; round <= rounds; round++) {
    const view = viewOf(film, filmGrid, rawGrid, map, inside)
    const count = view.blocks.length
    if (count < 6) break
    const fit = fitOf(view, raw, rests)
    const margin = (fit.cost - view.noneCost) / count
    if (best === null || margin < best.margin - 1e-4)
      best = { map, cost: fit.cost, explained: fit.explained, margin }
    else if (round > 2 && margin > best.margin + 0.05) break
    if (round === rounds) break
    const step = stepOf(view.data, raw, width, view.blocks, rests, fit.gain, fit.lift, rawGrid)
    if (step === null) break
    map = composed(map, step)
  }
  return best ?? { map: start, cost: 0, explained: 0, margin: 1 }
}

/** Solves for the small map Δ for which film(x + Δx) is nearest to gain · raw + lift. */
function stepOf(
  data: Int16Array,
  raw: Uint8Array,
  width: number,
  blocks: Int32Array,
  rests: Float32Array,
  gain: number,
  lift: number,
  { height }: Grid,
): Affine | null {
  const matrix = new Float64Array(36)
  const right = new Float64Array(6)
  const [cx, cy] = [width / 2, height / 2]
  const [light, dark] = [gain * viewUnits, lift * viewUnits]
  const sorted = rests.slice(0, blocks.length).sort()
  const scale = (sorted[blocks.length >> 1] as number) + 4
  for (let n = 0; n < blocks.length; n++) {
    const weight = 1 / (1 + (rests[n] as number) / scale) ** 2
    const at = blocks[n] as number
    const left = at % width
    let [xx, xy, yy, dx, dy] = [0, 0, 0, 0, 0]
    for (let y = 1; y < 7; y++)
      for (let here = at + y * width + 1, end = here + 6; here < end; here++) {
        const gx = (data[here + 1] as number) - (data[here - 1] as number)
        const gy = (data[here + width] as number) - (data[here - width] as number)
        const difference = light * (raw[here] as number) + dark - (data[here] as number)
        xx += gx * gx
        xy += gx * gy
        yy += gy * gy
        dx += gx * difference
        dy += gy * difference
      }
    // A block is small beside the picture: all of it is taken to be at its middle.
    const px = (left + 3.5 - cx) / cx
    const py = ((at - left) / width + 3.5 - cy) / cy
    const unit = weight / viewUnits ** 2
    const [ww, wx, wy] = [unit / 4, (unit * dx) / 2, (unit * dy) / 2]
    const [a, b, c] = [xx * ww, xy * ww, yy * ww]
    const places = [px, py, 1]
    for (let i = 0; i < 3; i++) {
      const p = places[i] as number
      right[i] = (right[i] as number) + wx * p
      right[i + 3] = (right[i + 3] as number) + wy * p
      for (let j = 0; j < 3; j++) {
        const q = p * (places[j] as number)
        matrix[i * 6 + j] = (matrix[i * 6 + j] as number) + a * q
        matrix[i * 6 + j + 3] = (matrix[i * 6 + j + 3] as number) + b * q
        matrix[(i + 3) * 6 + j] = (matrix[(i + 3) * 6 + j] as number) + b * q
        matrix[(i + 3) * 6 + j + 3] = (matrix[(i + 3) * 6 + j + 3] as number) + c * q
      }
    }
  }
  for (let i = 0; i < 6; i++) matrix[i * 7] = (matrix[i * 7] as number) * 1.001 + 1
  const solved = solve(matrix, right)
  if (solved === null) return null
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = solved
  const a = p / cx
  const b = q / cy
  const d = s / cx
  const e = t / cy
  const limit = Math.max(Math.abs(r), Math.abs(u)) > 6 ? 6 / Math.max(Math.abs(r), Math.abs(u)) : 1
  return [
    1 + a * limit,
    b * limit,
    (r - a * cx - b * cy) * limit,
    d * limit,
    1 + e * limit,
    (u - d * cx - e * cy) * limit,
  ]
}

/** Gaussian elimination with row exchange; null for a matrix without a solution. */
function solve(matrix: Float64Array, right: Float64Array): readonly number[] | null {
  const n = right.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(matrix[row * n + column] as number) > Math.abs(matrix[pivot * n + column] as number))
        pivot = row
    const top = matrix[pivot * n + column] as number
    if (Math.abs(top) < 1e-9) return null
    if (pivot !== column) {
      for (let k = 0; k < n; k++) {
        const kept = matrix[column * n + k] as number
        matrix[column * n + k] = matrix[pivot * n + k] as number
        matrix[pivot * n + k] = kept
      }
      const kept = right[column] as number
      right[column] = right[pivot] as number
      right[pivot] = kept
    }
    for (let row = column + 1; row < n; row++) {
      const factor = (matrix[row * n + column] as number) / top
      if (factor === 0) continue
      for (let k = column; k < n; k++)
        matrix[row * n + k] = (matrix[row * n + k] as number) - factor * (matrix[column * n + k] as number)
      right[row] = (right[row] as number) - factor * (right[column] as number)
    }
  }
  const out = new Array<number>(n).fill(0)
  for (let row = n - 1; row >= 0; row--) {
    let sum = right[row] as number
    for (let k = row + 1; k < n; k++) sum -= (matrix[row * n + k] as number) * (out[k] as number)
    out[row] = sum / (matrix[row * n + row] as number)
  }
  return out
}
