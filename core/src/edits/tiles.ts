/** Taking out of pictures what can be told from other pictures of the same scene, tile by tile. */
import { productIn, type Tile, type TileKernels, type TileParts } from './tile-kernels.ts'

export const tileBits = 5
const side = 1 << tileBits

/** Pictures that explain others: within each tile of 32 by 32 pixels any mixture of them is taken out. */
export class TileBasis implements TileParts {
  readonly #kernels: TileKernels
  readonly width: number
  readonly #height: number
  readonly tiles: readonly Tile[]
  readonly parts: readonly Float32Array[]
  /** Sums of products of each two parts, for each tile, and what they are turned into. */
  readonly #products: readonly Float64Array[]
  readonly inverses: readonly Float64Array[]

  /** `of` is a basis of the first of the parts, whose sums are known. */
  constructor(
    kernels: TileKernels,
    parts: readonly Float32Array[],
    width: number,
    height: number,
    of: TileBasis | null = null,
  ) {
    this.#kernels = kernels
    this.parts = parts
    this.width = width
    this.#height = height
    this.tiles = of ? of.tiles : tilesOf(width, height)
    const count = parts.length
    const known = of ? of.parts.length : 0
    this.#products = this.tiles.map((tile, n) => {
      const products = new Float64Array(count * count)
      const before = of ? of.#products[n] : undefined
      for (let p = 0; p < count; p++)
        for (let q = 0; q <= p; q++)
          products[p * count + q] =
            before && p < known
              ? (before[p * known + q] as number)
              : productIn(tile, width, parts[p] as Float32Array, parts[q] as Float32Array)
      return products
    })
    this.inverses = this.#products.map(products => {
      const gram = products.slice()
      for (let p = 0; p < count; p++) {
        for (let q = 0; q < p; q++) gram[q * count + p] = gram[p * count + q] as number
        // Two parts that say the same in a tile are told apart by next to nothing.
        gram[p * count + p] = (gram[p * count + p] as number) * (1 + 1e-6) + 1e-3
      }
      return inverted(gram, count)
    })
  }

  with(more: readonly Float32Array[]): TileBasis {
    return more.length === 0
      ? this
      : new TileBasis(this.#kernels, [...this.parts, ...more], this.width, this.#height, this)
  }

  /** What is left of a picture. */
  rest(of: Float32Array): Float32Array {
    return this.#kernels.tileRest(of, this)
  }

  /** What is left in some of the tiles, by their places in `tiles`; the others as they are. */
  restIn(of: Float32Array, which: readonly number[]): Float32Array {
    return this.#kernels.tileRest(of, {
      width: this.width,
      parts: this.parts,
      tiles: which.map(n => this.tiles[n] as Tile),
      inverses: which.map(n => this.inverses[n] as Float64Array),
    })
  }
}

function tilesOf(width: number, height: number): readonly Tile[] {
  const tiles: Tile[] = []
  for (let top = 0; top < height; top += side)
    for (let from = 0; from < width; from += side)
      tiles.push({ from, to: Math.min(width, from + side), top, low: Math.min(height, top + side) })
  return tiles
}

/** Gauss and Jordan; the matrix is symmetric and positive, so that no rows need to be exchanged. */
function inverted(matrix: Float64Array, size: number): Float64Array {
  const a = matrix.slice()
  const out = Float64Array.from(a, (_, n) => (n % (size + 1) === 0 ? 1 : 0))
  for (let p = 0; p < size; p++) {
    const scale = 1 / (a[p * size + p] as number)
    for (let q = 0; q < size; q++) {
      a[p * size + q] = (a[p * size + q] as number) * scale
      out[p * size + q] = (out[p * size + q] as number) * scale
    }
    for (let r = 0; r < size; r++) {
      if (r === p) continue
      const share = a[r * size + p] as number
      for (let q = 0; q < size; q++) {
        a[r * size + q] = (a[r * size + q] as number) - share * (a[p * size + q] as number)
        out[r * size + q] = (out[r * size + q] as number) - share * (out[p * size + q] as number)
      }
    }
  }
  return out
}

/** Means of (2 · reach + 1)² pixels, fewer at the edges. */
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
