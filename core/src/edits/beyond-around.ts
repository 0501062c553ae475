/** How far values of a film lie outside of what a recording has around the same places: a shift by a pixel is no difference. */

/** What a plane has where no recording lies. */
export const nothing = -1
/** Lines thinner than a pixel come out weaker or stronger from scaling, by this part of the contrast around them. */
export const peaks = 0.3

export interface Spared {
  /** In pixels. */
  readonly reach: number
  /** Part of the contrast around a pixel. */
  readonly peaks: number
}

export const sparedColour: Spared = { reach: 1, peaks }
/** Differences of colour that coding makes anywhere. */
export const codedColour = 3

/** A pixel's own row first, and then those nearest to it. */
const rowsAround = [0, -1, 1, -2, 2] as const

/**
 * How far a value that is not the plane's own lies outside of what the pixels around the same place have; those below 0 are not known. What is found to
 * lie among the first of them is looked at no further: in most places where nothing differs.
 */
export function beyond(
  value: number,
  plane: Float32Array,
  x: number,
  y: number,
  at: number,
  width: number,
  height: number,
  { reach, peaks: part }: Spared,
): number {
  let low = plane[at] as number
  let high = low
  const isAbove = value > low
  let left = isAbove ? value - high : low - value
  const x0 = x < reach ? -x : -reach
  const x1 = width - 1 - x < reach ? width - 1 - x : reach
  for (let n = 0; n <= 2 * reach; n++) {
    const dy = rowsAround[n] as number
    if (y + dy < 0 || y + dy >= height) continue
    for (let p = at + dy * width + x0, last = p - x0 + x1; p <= last; p++) {
      const near = plane[p] as number
      if (near < 0) continue
      if (near < low) low = near
      else if (near > high) high = near
      else continue
      const spare = part * (high - low)
      left = isAbove ? value - high - spare : low - value - spare
      // Nothing that comes makes it more again.
      if (left <= 0) return 0
    }
  }
  return left
}

/**
 * The same for pixels [left, right) of row y, written to `out` from 0 on; 0 for those that differ by no more than `coded` and those that `known` has below 0. A
 * row at a time, for all who ask: what it is made of is compiled once.
 */
export function beyondInRow(
  film: Uint8Array,
  plane: Float32Array,
  known: Float32Array,
  y: number,
  left: number,
  right: number,
  width: number,
  height: number,
  coded: number,
  spared: Spared,
  out: Float64Array,
): void {
  for (let x = left, at = y * width + left; x < right; x++, at++) {
    const seen = film[at] as number
    const differs = (known[at] as number) >= 0 && Math.abs(seen - (plane[at] as number)) > coded
    out[x - left] = differs ? beyond(seen, plane, x, y, at, width, height, spared) : 0
  }
}

let ofV = new Float64Array(0)

/** Of both colours together, of a film's U of all pixels and then V; below 0 where they are not known. */
export function coloursInRow(
  seen: Uint8Array,
  u: Float32Array,
  v: Float32Array,
  y: number,
  left: number,
  right: number,
  width: number,
  height: number,
  out: Float64Array,
): void {
  if (ofV.length < width) ofV = new Float64Array(width)
  beyondInRow(seen, u, u, y, left, right, width, height, codedColour, sparedColour, out)
  const seenV = seen.subarray(u.length)
  beyondInRow(seenV, v, u, y, left, right, width, height, codedColour, sparedColour, ofV)
  for (let n = 0, at = y * width + left; n < right - left; n++, at++) {
    const both = Math.max(0, (out[n] as number) - codedColour) + Math.max(0, (ofV[n] as number) - codedColour)
    out[n] = (u[at] as number) < 0 ? -1 : both
  }
}
