import type { PictureMap } from './edit-list.ts'

/** One plane of a picture: a value of 0 to 255 for each pixel, row by row. */
export interface Plane {
  readonly values: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * Lays one plane into another as a map says (x' = a·x + b·y + c …, where 0 is the left or upper edge), bilinearly. Pixels that it
 * does not reach are left as they are, and are 0 in `reached`.
 */
export function warp(
  from: Plane,
  map: PictureMap,
  into: Plane,
  reached: Uint8Array,
  within: readonly [x: number, y: number, width: number, height: number] | null = null,
): void {
  const [a, b, c, d, e, f] = map
  const determinant = a * e - b * d
  if (Math.abs(determinant) < 1e-9) return
  const [p, q, s, t] = [e / determinant, -b / determinant, -d / determinant, a / determinant]
  const [left, top, right, bottom] = within
    ? [within[0], within[1], within[0] + within[2], within[1] + within[3]]
    : [0, 0, into.width, into.height]
  const lastX = from.width - 1
  const lastY = from.height - 1
  for (let y = Math.max(0, Math.round(top)); y < Math.min(into.height, Math.round(bottom)); y++)
    for (let x = Math.max(0, Math.round(left)); x < Math.min(into.width, Math.round(right)); x++) {
      const u = p * (x + 0.5 - c) + q * (y + 0.5 - f)
      const v = s * (x + 0.5 - c) + t * (y + 0.5 - f)
      if (u < 0 || v < 0 || u > from.width || v > from.height) continue
      const fx = Math.max(0, Math.min(lastX, u - 0.5))
      const fy = Math.max(0, Math.min(lastY, v - 0.5))
      const x0 = Math.floor(fx)
      const y0 = Math.floor(fy)
      const x1 = Math.min(lastX, x0 + 1)
      const [row, below] = [y0 * from.width, Math.min(lastY, y0 + 1) * from.width]
      const [wx, wy] = [fx - x0, fy - y0]
      const upper = (from.values[row + x0] as number) * (1 - wx) + (from.values[row + x1] as number) * wx
      const lower = (from.values[below + x0] as number) * (1 - wx) + (from.values[below + x1] as number) * wx
      const at = y * into.width + x
      into.values[at] = upper * (1 - wy) + lower * wy + 0.5
      reached[at] = 1
    }
}

/** A map between the files' own pixels, as it is between pictures of other sizes. */
export function scaledMap(
  [a, b, c, d, e, f]: PictureMap,
  film: readonly [x: number, y: number],
  recording: readonly [x: number, y: number],
): PictureMap {
  const [fx, fy] = film
  const [rx, ry] = recording
  return [(fx * a) / rx, (fx * b) / ry, fx * c, (fy * d) / rx, (fy * e) / ry, fy * f]
}

/** How much of the first of two pictures is in a mixture of both, by least squares, 0 to 1. */
export function mixOf(mixed: Uint8Array, one: Uint8Array, two: Uint8Array): number {
  let product = 0
  let square = 0
  for (let n = 0; n < mixed.length; n++) {
    const apart = (one[n] as number) - (two[n] as number)
    product += ((mixed[n] as number) - (two[n] as number)) * apart
    square += apart * apart
  }
  return square === 0 ? 1 : Math.max(0, Math.min(1, product / square))
}
