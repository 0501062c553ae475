/** Where what tells times of a camera that stands still apart lies in WebAssembly's memory. */
import { blockArea, renewedSums, tileArea } from '@sightline/core/edits'
import { addLanes32, type Code, get, on, put, reordered } from '../webassembly/words.ts'

export const range = (count: number) => [...new Array(count).keys()]
/** Of a picture in `TileOrder`: small ones have up to 65,536, and their last tiles reach beyond them. */
export const mostPixels = 5 << 14
export const mostBlocks = mostPixels / blockArea
export const mostParts = 12
export const tileBytes = 4 * tileArea
export const partBytes = 4 * mostPixels
export const blockBytes = 2 * blockArea
/** Deviations of times, or pictures whose products are asked for, that lie there at once. */
export const mostTimes = 64
export const timeBytes = 2 * mostPixels + 4 * mostBlocks
export const places = (() => {
  let next = 0
  const room = (bytes: number) => {
    const at = next
    next += Math.ceil(bytes / 16) * 16
    return at
  }
  const own = {
    of: room(4 * mostPixels),
    which: room((4 * mostPixels) / tileArea),
    shares: room(16 * mostParts),
    frame: room(mostPixels),
    mean: room(4 * mostPixels),
    tile: room(tileBytes),
    values: room(2 * mostPixels),
    ownSquares: room(4 * mostBlocks),
    parts: room(mostParts * partBytes),
    blocks: room(4 * mostBlocks),
    perTile: room(4 * mostBlocks),
    levels: room(blockBytes * mostBlocks),
    news: room(blockBytes * mostBlocks),
    one: room(blockBytes * mostBlocks),
    two: room(blockBytes * mostBlocks),
    squares: room(4 * mostBlocks),
    weights: room(4 * mostBlocks),
    products: room(4 * mostBlocks),
    squaresThere: room(4 * mostBlocks),
    sums: room(8 * renewedSums * mostTimes),
    times: room(mostTimes * timeBytes),
  }
  return { ...own, bytes: next }
})()

/** One number of all four of a local's, added as 32-bit ones, four times over. */
export const summed = (of: number): Code => [
  ...put(of, on(addLanes32, get(of), reordered(of, [2, 3, 0, 1]))),
  ...put(of, on(addLanes32, get(of), reordered(of, [1, 0, 3, 2]))),
]

export type Four = [number, number, number, number]
export type Five = [...Four, number]
export type Seven = [...Five, number, number]
export type Eight = [...Seven, number]
