/**
 * Pixels tile by tile: 32 by 32 of them, in each its 16 blocks of 8 by 8 one after the other, in each its rows; 0 where tiles reach beyond the picture. What
 * belongs to a tile or a block lies together, and no loop over it knows how wide the picture is.
 */
export interface TileOrder {
  readonly width: number
  /** Tiles side by side, and one above the other. */
  readonly across: number
  readonly down: number
  /** Of a picture in this order, in pixels. */
  readonly size: number
  /** For each of them its place in rows of the picture; -1 beyond its edges. */
  readonly places: Int32Array
}

const tileBits = 5
const tileSide = 1 << tileBits
export const tileArea = tileSide * tileSide
const blockBits = 3
const blockSide = 1 << blockBits
export const blockArea = blockSide * blockSide
const blocksAcross = tileSide / blockSide
export const blocksOfTile = blocksAcross * blocksAcross

const known = new Map<string, TileOrder>()

/** Always the same for a size. */
export function tileOrderOf(width: number, height: number): TileOrder {
  const key = `${width} ${height}`
  const before = known.get(key)
  if (before) return before
  const [across, down] = [Math.ceil(width / tileSide), Math.ceil(height / tileSide)]
  const places = new Int32Array(across * down * tileArea)
  for (let n = 0; n < places.length; n++) {
    const [tile, block, row] = [Math.floor(n / tileArea), (n >> 6) % blocksOfTile, (n >> 3) % blockSide]
    const x = tileSide * (tile % across) + blockSide * (block % blocksAcross) + (n % blockSide)
    const y = tileSide * Math.floor(tile / across) + blockSide * Math.floor(block / blocksAcross) + row
    places[n] = x < width && y < height ? y * width + x : -1
  }
  const order = { width, across, down, size: places.length, places }
  known.set(key, order)
  return order
}

/** The number of a block in this order, by the place of its first pixel in rows of the picture. */
export function blockAt({ width, across }: TileOrder, at: number): number {
  const x = at % width
  const y = (at - x) / width
  const tile = (y >> tileBits) * across + (x >> tileBits)
  const inTile = ((y >> blockBits) % blocksAcross) * blocksAcross + ((x >> blockBits) % blocksAcross)
  return tile * blocksOfTile + inTile
}

/** A picture in rows in this order. */
export function inTiles({ places }: TileOrder, picture: Float32Array): Float32Array {
  const out = new Float32Array(places.length)
  for (let n = 0; n < out.length; n++) {
    const place = places[n] as number
    if (place >= 0) out[n] = picture[place] as number
  }
  return out
}
