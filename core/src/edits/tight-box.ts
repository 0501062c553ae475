/** The box of what differs, to the pixel. */
import type { Box } from './affine.ts'

/** The rectangle over which the differences, less a third of what they usually are inside, sum to most (Kadane, for every pair of rows). */
export function fullestBox(plane: Float32Array, width: number): Box | null {
  const positive = plane.filter(value => value > 1).sort()
  if (positive.length < 8) return null
  const least = Math.max(0.8, 0.34 * Math.min(30, positive[positive.length >> 1] as number))
  // Strong pixels count no more than good ones: the edge is where they begin.
  const excess = plane.map(value => Math.min(value, 3 * least) - least)
  return heaviestBox(excess, width)?.box ?? null
}

export interface HeavyBox {
  readonly box: Box
  readonly sum: number
}

/** The rectangle of a plane whose values sum to most, and that sum; null where none is above 0. */
export function heaviestBox(plane: Float32Array, width: number): HeavyBox | null {
  const height = plane.length / width
  const columns = new Float32Array(width)
  let best = 0
  let found: Box | null = null
  for (let top = 0; top < height; top++) {
    columns.fill(0)
    for (let low = top; low < height; low++) {
      const sum = heaviestRun(plane, low * width, columns, best)
      if (sum <= best) continue
      best = sum
      found = [runEnds[0] as number, top, (runEnds[1] as number) - (runEnds[0] as number) + 1, low - top + 1]
    }
  }
  return found && { box: found, sum: best }
}

/** Of the run that was found last: its first and its last column. */
const runEnds = new Int32Array(2)

/** Adds a row of a plane to the sums of columns, and tells the most that columns beside each other sum to where that is more than `least`; else `least`. */
function heaviestRun(plane: Float32Array, start: number, columns: Float32Array, least: number): number {
  let most = least
  let sum = 0
  let left = 0
  for (let x = 0; x < columns.length; x++) {
    columns[x] = (columns[x] as number) + (plane[start + x] as number)
    sum += columns[x] as number
    if (sum <= 0) {
      sum = 0
      left = x + 1
    } else if (sum > most) {
      most = sum
      runEnds[0] = left
      runEnds[1] = x
    }
  }
  return most
}
