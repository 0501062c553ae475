/** Taking out of pictures what can be told from other pictures of the same scene, tile by tile. */

const side = 32

/** Pictures that explain others: within each tile of 32 by 32 pixels any mixture of them is taken out. */
export class TileBasis {
  readonly #width: number
  readonly #height: number
  readonly #parts: readonly Float32Array[]
  /** Inverse of the sums of products, for each tile. */
  readonly #inverses: readonly Float64Array[]

  constructor(parts: readonly Float32Array[], width: number, height: number) {
    this.#parts = parts
    this.#width = width
    this.#height = height
    const count = parts.length
    this.#inverses = tilesOf(width, height).map(({ from, to, top, low }) => {
      const gram = new Float64Array(count * count)
      for (let y = top; y < low; y++)
        for (let at = y * width + from, end = y * width + to; at < end; at++)
          for (let p = 0; p < count; p++)
            for (let q = 0; q <= p; q++)
              gram[p * count + q] =
                (gram[p * count + q] as number) +
                ((parts[p] as Float32Array)[at] as number) * ((parts[q] as Float32Array)[at] as number)
      for (let p = 0; p < count; p++) {
        for (let q = 0; q < p; q++) gram[q * count + p] = gram[p * count + q] as number
        // Two parts that say the same in a tile are told apart by next to nothing.
        gram[p * count + p] = (gram[p * count + p] as number) * (1 + 1e-6) + 1e-3
      }
      return inverted(gram, count)
    })
  }

  with(more: readonly Float32Array[]): TileBasis {
    return more.length === 0 ? this : new TileBasis([...this.#parts, ...more], this.#width, this.#height)
  }

  /** What is left of a picture. */
  rest(of: Float32Array): Float32Array {
    const parts = this.#parts
    const count = parts.length
    const out = of.slice()
    const products = new Float64Array(count)
    for (const [n, { from, to, top, low }] of tilesOf(this.#width, this.#height).entries()) {
      const inverse = this.#inverses[n] as Float64Array
      for (let p = 0; p < count; p++) {
        const part = parts[p] as Float32Array
        let sum = 0
        for (let y = top; y < low; y++)
          for (let at = y * this.#width + from, end = y * this.#width + to; at < end; at++)
            sum += (part[at] as number) * (of[at] as number)
        products[p] = sum
      }
      for (let p = 0; p < count; p++) {
        let share = 0
        for (let q = 0; q < count; q++) share += (inverse[p * count + q] as number) * (products[q] as number)
        const part = parts[p] as Float32Array
        for (let y = top; y < low; y++)
          for (let at = y * this.#width + from, end = y * this.#width + to; at < end; at++)
            out[at] = (out[at] as number) - share * (part[at] as number)
      }
    }
    return out
  }
}

interface Tile {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly low: number
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
