import { type Affine, composed } from './affine.ts'
import { type FilmView, type Fit, fitOf, passingView, type Viewing } from './compare.ts'
import { gradientSums, type PictureKernels, viewUnits } from './picture-kernels.ts'
import { ranked } from './ranked.ts'

export interface Alignment {
  readonly map: Affine
  readonly cost: number
  readonly explained: number
  /** Cost of the best map less that of "from nowhere", by block: below 0 where the recording explains the film. */
  readonly margin: number
}

/** What a map may be changed by: any affine map, or only what cropping and zooming do, one scale and a place. */
export type Freedom = 'affine' | 'upright'

/**
 * Moves a map (recording's pixels to film's) until the film's frame lies on the recording's, by Gauss–Newton on all six
 * numbers with blocks that do not fit left out (Baker and Matthews 2004, inverse order of roles). Starts must be right to
 * about three pixels. Returns the best of all rounds.
 */
export function aligned(
  kernels: PictureKernels,
  { map: start, ...viewing }: Viewing,
  raw: Uint8Array,
  rounds = 6,
  freedom: Freedom = 'affine',
): Alignment {
  let map = start
  let best: Alignment | null = null
  const { width, height } = viewing.rawGrid
  const blocks = ((width >> 3) + 1) * ((height >> 3) + 1)
  if (rests.length < blocks) rests = new Float32Array(blocks)
  for (let round = 0; round <= rounds; round++) {
    const view = passingView(kernels, { ...viewing, map })
    const count = view.blocks.length
    if (count < 6) break
    const fit = fitOf(view, raw, rests)
    const margin = (fit.cost - view.noneCost) / count
    if (best === null || margin < best.margin - 1e-4)
      best = { map, cost: fit.cost, explained: fit.explained, margin }
    else if (round > 2 && margin > best.margin + 0.05) break
    if (round === rounds) break
    const step = stepOf(view, raw, fit, height, freedom)
    if (step === null) break
    map = composed(map, step)
  }
  return best ?? { map: start, cost: 0, explained: 0, margin: 1 }
}

/** What is left of each block in a round. */
let rests = new Float32Array(1024)

/** Solves for the small map Δ for which film(x + Δx) is nearest to gain · raw + lift. */
function stepOf(
  view: FilmView,
  raw: Uint8Array,
  { gain, lift }: Fit,
  height: number,
  freedom: Freedom,
): Affine | null {
  const { blocks, width } = view
  const [cx, cy] = [width / 2, height / 2]
  const [light, dark] = [gain * viewUnits, lift * viewUnits]
  const scale = ranked(rests, blocks.length, blocks.length >> 1) + 4
  putEquations(blocks, width, height, view.kernels.gradients(view, blocks, width, raw), scale, light, dark)
  const solved = freedom === 'upright' ? uprightStep(cx, cy) : solve(matrix, right)
  return solved && stepFrom(solved, cx, cy)
}

/** What all blocks say, each by as much as it fits. */
function putEquations(
  blocks: Int32Array,
  width: number,
  height: number,
  sums: Float64Array,
  scale: number,
  light: number,
  dark: number,
): void {
  const cx = width / 2
  const cy = height / 2
  matrix.fill(0)
  right.fill(0)
  for (let n = 0, k = 0; n < blocks.length; n++, k += gradientSums) {
    const weight = 1 / (1 + (rests[n] as number) / scale) ** 2
    const at = blocks[n] as number
    const left = at % width
    // A block is small beside the picture: all of it is taken to be at its middle.
    const px = (left + 3.5 - cx) / cx
    const py = ((at - left) / width + 3.5 - cy) / cy
    const unit = weight / viewUnits ** 2
    const xRaw = sums[k + 3] as number
    const yRaw = sums[k + 4] as number
    const xs = sums[k + 5] as number
    const ys = sums[k + 6] as number
    const xFilm = sums[k + 7] as number
    const yFilm = sums[k + 8] as number
    addBlock(0, (unit / 4) * (sums[k] as number), px, py)
    addBlock(3, (unit / 4) * (sums[k + 1] as number), px, py)
    addBlock(21, (unit / 4) * (sums[k + 2] as number), px, py)
    addPlace(0, (unit / 2) * (light * xRaw + dark * xs - xFilm), px, py)
    addPlace(3, (unit / 2) * (light * yRaw + dark * ys - yFilm), px, py)
  }
  mirrored()
  for (let i = 0; i < 6; i++) matrix[i * 7] = (matrix[i * 7] as number) * 1.001 + 1
}

function stepFrom(solved: readonly number[], cx: number, cy: number): Affine {
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

/** The same with one scale for rows and columns and no turn: the six equations summed along those three ways. */
function uprightStep(cx: number, cy: number): readonly number[] | null {
  const at = (row: number, column: number) => matrix[6 * row + column] as number
  const scaled = (column: number) => cx * at(0, column) + cy * at(4, column)
  uprightMatrix.set([
    ...[cx * scaled(0) + cy * scaled(4), scaled(2), scaled(5)],
    ...[scaled(2), at(2, 2), at(2, 5)],
    ...[scaled(5), at(2, 5), at(5, 5)],
  ])
  uprightRight.set([
    cx * (right[0] as number) + cy * (right[4] as number),
    right[2] as number,
    right[5] as number,
  ])
  const solved = solve(uprightMatrix, uprightRight)
  if (solved === null) return null
  const [scale = 0, across = 0, down = 0] = solved
  return [scale * cx, 0, across, 0, scale * cy, down]
}

const uprightMatrix = new Float64Array(9)
const uprightRight = new Float64Array(3)
const matrix = new Float64Array(36)
const right = new Float64Array(6)

/** Adds to the part on and above its own diagonal of three rows and columns from `at` on. */
function addBlock(at: number, weight: number, px: number, py: number): void {
  const wx = weight * px
  const wy = weight * py
  matrix[at] = (matrix[at] as number) + wx * px
  matrix[at + 1] = (matrix[at + 1] as number) + wx * py
  matrix[at + 2] = (matrix[at + 2] as number) + wx
  matrix[at + 7] = (matrix[at + 7] as number) + wy * py
  matrix[at + 8] = (matrix[at + 8] as number) + wy
  matrix[at + 14] = (matrix[at + 14] as number) + weight
}

function addPlace(at: number, weight: number, px: number, py: number): void {
  right[at] = (right[at] as number) + weight * px
  right[at + 1] = (right[at + 1] as number) + weight * py
  right[at + 2] = (right[at + 2] as number) + weight
}

/** The rest of the matrix: each of its quarters, and all of it, are the same seen from the other side. */
function mirrored(): void {
  for (const quarter of [0, 3, 21])
    for (const [row, column] of [
      [1, 0],
      [2, 0],
      [2, 1],
    ] as const)
      matrix[quarter + 6 * row + column] = matrix[quarter + 6 * column + row] as number
  for (let row = 3; row < 6; row++)
    for (let column = 0; column < 3; column++) matrix[6 * row + column] = matrix[6 * column + row] as number
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
