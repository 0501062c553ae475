/** Taking out of pictures what can be told from other pictures of the same scene, tile by tile. */
import type { TileParts } from './tile-kernels.ts'
import { type TileOrder, tileArea } from './tile-order.ts'

/** Pictures that explain others: within each tile of 32 by 32 pixels any mixture of them is taken out. All are in `TileOrder`. */
export class TileBasis implements TileParts {
  readonly order: TileOrder
  readonly parts: readonly Float32Array[]

  /** `before` are parts of another basis. */
  constructor(order: TileOrder, parts: readonly Float32Array[], before: readonly Float32Array[] = []) {
    this.order = order
    const found = [...before]
    for (const part of parts) found.push(squaredTo(found, part))
    this.parts = found
  }

  with(more: readonly Float32Array[]): TileBasis {
    return more.length === 0 ? this : new TileBasis(this.order, more, this.parts)
  }
}

/** What a picture has that those before it have not, of length 1 in each tile; less where it is next to nothing: two that say the same are not told apart. */
function squaredTo(before: readonly Float32Array[], picture: Float32Array): Float32Array {
  const out = new Float32Array(picture.length)
  const tile = new Float64Array(tileArea)
  for (let from = 0; from < picture.length; from += tileArea) {
    for (let n = 0; n < tileArea; n++) tile[n] = picture[from + n] as number
    const whole = squareOf(tile)
    for (const part of before) takeOut(tile, part.subarray(from, from + tileArea))
    const left = squareOf(tile)
    const scale = left > 0 ? 1 / Math.sqrt(left + 1e-6 * whole + 1e-3) : 0
    for (let n = 0; n < tileArea; n++) out[from + n] = (tile[n] as number) * scale
  }
  return out
}

function takeOut(tile: Float64Array, part: Float32Array): void {
  let [both, own] = [0, 0]
  for (let n = 0; n < tileArea; n++) {
    const value = part[n] as number
    both += (tile[n] as number) * value
    own += value * value
  }
  if (own === 0) return
  for (let n = 0; n < tileArea; n++) tile[n] = (tile[n] as number) - (both / own) * (part[n] as number)
}

function squareOf(tile: Float64Array): number {
  let sum = 0
  for (let n = 0; n < tileArea; n++) sum += (tile[n] as number) ** 2
  return sum
}

/** Means of (2 · reach + 1)² pixels, fewer at the edges; a picture in rows. */
export function softened(from: Float32Array, width: number, height: number, reach: number): Float32Array {
  const across = new Float32Array(from.length)
  const out = new Float32Array(from.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [first, last] = [Math.max(0, x - reach), Math.min(width - 1, x + reach)]
      let sum = 0
      for (let at = first; at <= last; at++) sum += from[y * width + at] as number
      across[y * width + x] = sum / (last - first + 1)
    }
  for (let y = 0; y < height; y++) {
    const [first, last] = [Math.max(0, y - reach), Math.min(height - 1, y + reach)]
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let at = first; at <= last; at++) sum += across[at * width + x] as number
      out[y * width + x] = sum / (last - first + 1)
    }
  }
  return out
}
