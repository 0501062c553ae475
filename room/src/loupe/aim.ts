import type { Size } from '../viewing/picture-view.ts'
import { type Loupe, type LoupePower, loupePowers } from '../viewing/viewing.ts'

/** The pixel of what is decoded that the magnifier has in its middle; it may lie outside. */
export function pixelOf(
  { x, y }: Pick<Loupe, 'x' | 'y'>,
  decoded: Size,
): { readonly x: number; readonly y: number } {
  return { x: Math.floor(x * decoded.width), y: Math.floor(y * decoded.height) }
}

/** The magnifier moved by whole pixels, onto the middle of one, and never off the picture. */
export function movedBy(loupe: Loupe, dx: number, dy: number, decoded: Size): Loupe {
  const at = pixelOf(loupe, decoded)
  return {
    ...loupe,
    x: (within(at.x + dx, decoded.width) + 0.5) / decoded.width,
    y: (within(at.y + dy, decoded.height) + 0.5) / decoded.height,
  }
}

/** The next power up or down; at either end the same. */
export function nextPower(power: LoupePower, by: 1 | -1): LoupePower {
  return loupePowers[loupePowers.indexOf(power) + by] ?? power
}

function within(pixel: number, count: number): number {
  return Math.min(Math.max(0, count - 1), Math.max(0, pixel))
}
