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
      let sum = 0
      let left = 0
      for (let x = 0; x < width; x++) {
        columns[x] = (columns[x] as number) + (plane[low * width + x] as number)
        sum += columns[x] as number
        if (sum <= 0) {
          sum = 0
          left = x + 1
        } else if (sum > best) {
          best = sum
          found = [left, top, x - left + 1, low - top + 1]
        }
      }
    }
  }
  return found && { box: found, sum: best }
}
