/** The inner loop of taking out of a picture what others tell of it, as a plain loop (see `picture-kernels.ts`). */

/** Some pixels of a picture, [from, to) across and [top, low) down. */
export interface Tile {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly low: number
}

/** Pictures that explain others, and for each tile the inverse of the matrix of their products, row by row. None of it is changed later. */
export interface TileParts {
  readonly width: number
  readonly parts: readonly Float32Array[]
  readonly tiles: readonly Tile[]
  readonly inverses: readonly Float64Array[]
}

export interface TileKernels {
  /** What is left of a picture once the mixture of the parts that is nearest to it is taken out of each tile. */
  tileRest(of: Float32Array, basis: TileParts): Float32Array
}

function plainRest(of: Float32Array, { width, parts, tiles, inverses }: TileParts): Float32Array {
  const count = parts.length
  const out = of.slice()
  const products = new Float64Array(count)
  for (const [n, tile] of tiles.entries()) {
    const { from, to, top, low } = tile
    const inverse = inverses[n] as Float64Array
    for (const [p, part] of parts.entries()) products[p] = productIn(tile, width, part, of)
    for (const [p, part] of parts.entries()) {
      let share = 0
      for (let q = 0; q < count; q++) share += (inverse[p * count + q] as number) * (products[q] as number)
      for (let y = top; y < low; y++)
        for (let at = y * width + from, end = y * width + to; at < end; at++)
          out[at] = (out[at] as number) - share * (part[at] as number)
    }
  }
  return out
}

/** Summed by every fourth pixel of a row: one sum would wait for each product in turn. */
export function productIn(
  { from, to, top, low }: Tile,
  width: number,
  one: Float32Array,
  two: Float32Array,
): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  const even = from + ((to - from) & -4)
  for (let y = top; y < low; y++) {
    const row = y * width
    let at = row + from
    for (const end = row + even; at < end; at += 4) {
      a += (one[at] as number) * (two[at] as number)
      b += (one[at + 1] as number) * (two[at + 1] as number)
      c += (one[at + 2] as number) * (two[at + 2] as number)
      d += (one[at + 3] as number) * (two[at + 3] as number)
    }
    const left = row + to - at
    if (left > 0) a += (one[at] as number) * (two[at] as number)
    if (left > 1) b += (one[at + 1] as number) * (two[at + 1] as number)
    if (left > 2) c += (one[at + 2] as number) * (two[at + 2] as number)
  }
  return a + c + (b + d)
}

export const plainTiles: TileKernels = { tileRest: plainRest }
