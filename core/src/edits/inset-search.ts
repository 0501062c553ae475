/** Where a box of a film's frame may come from: recordings looked through by small thumbs, whole and in parts. */
import type { Affine, Box } from './affine.ts'
import type { Levels } from './pictures.ts'
import type { Reference } from './search.ts'
import { thumbCells } from './thumb-block.ts'
import { thumbColumns, thumbGrid, thumbRows } from './thumbs.ts'

export interface Place {
  readonly raw: number
  readonly frame: number
  /** From pixels of the recording's level 0 to the film's. */
  readonly map: Affine
  readonly like: number
}

/** Parts of a recording that an inset shows: all that fits its shape, or a smaller part of it. */
const parts = [1, 0.8, 0.64, 0.5]
const fewest = 40
const alike = 0.4
const mostPlaces = 5

export function placesOf(
  film: Levels,
  frame: number,
  box: Box,
  references: readonly Reference[],
): readonly Place[] {
  const found: Place[] = []
  for (const [raw, reference] of references.entries()) {
    const { levels, thumbs, thumbFrames } = reference
    for (const [columns, rows] of shapesOf(box, levels)) {
      const query = thumbGrid(film, frame, box, columns, rows)
      if (query === null) continue
      for (let at = 0; at < thumbs.count; at++) {
        if (thumbs.scales[at] === 0) continue
        const thumb = thumbs.cells.subarray(at * thumbCells, (at + 1) * thumbCells)
        const best = bestWithin(query, columns, rows, thumb)
        if (best.like < alike) continue
        const { width, height } = levels.pictures
        const part: Box = [
          (best.x * width) / thumbColumns,
          (best.y * height) / thumbRows,
          (columns * width) / thumbColumns,
          (rows * height) / thumbRows,
        ]
        found.push({ raw, frame: thumbFrames[at] as number, map: partOnto(part, box), like: best.like })
      }
    }
  }
  const out: Place[] = []
  for (const place of found.sort((one, two) => two.like - one.like)) {
    if (out.length >= mostPlaces) break
    // Neighbouring thumbs show the same moment.
    const { frameSeconds } = (references[place.raw] as Reference).levels
    if (out.some(each => each.raw === place.raw && Math.abs(each.frame - place.frame) * frameSeconds < 0.3))
      continue
    out.push(place)
  }
  return out
}

/** How many columns and rows of a recording's thumb a box shows, if it keeps the shape of things; and squeezed, all of them. */
function shapesOf([, , w, h]: Box, levels: Levels): readonly (readonly [number, number])[] {
  const shape = w / h / (levels.pictures.width / levels.pictures.height)
  const [widest, tallest] = shape > 1 ? [thumbColumns, thumbRows / shape] : [thumbColumns * shape, thumbRows]
  const shapes = new Map<string, readonly [number, number]>()
  for (const part of parts) {
    const own = [Math.round(widest * part), Math.round(tallest * part)] as const
    if (own[0] * own[1] >= fewest) shapes.set(String(own), own)
  }
  shapes.set('whole', [thumbColumns, thumbRows])
  return [...shapes.values()]
}

/** The part of a thumb that is likest to a smaller one. */
function bestWithin(
  query: Float32Array,
  columns: number,
  rows: number,
  thumb: Int8Array,
): { readonly x: number; readonly y: number; readonly like: number } {
  let best = { x: 0, y: 0, like: -1 }
  for (let y = 0; y + rows <= thumbRows; y++)
    for (let x = 0; x + columns <= thumbColumns; x++) {
      let [both, size] = [0, 0]
      for (let row = 0, n = 0; row < rows; row++)
        for (let at = (y + row) * thumbColumns + x, end = at + columns; at < end; at++, n++) {
          const value = thumb[at] as number
          both += value * (query[n] as number)
          size += value * value
        }
      const like = size < 1e-6 ? 0 : both / Math.sqrt(size)
      if (like > best.like) best = { x, y, like }
    }
  return best
}

function partOnto([px, py, pw, ph]: Box, [x, y, w, h]: Box): Affine {
  const [sx, sy] = [w / pw, h / ph]
  return [sx, 0, x - px * sx + sx / 2 - 0.5, 0, sy, y - py * sy + sy / 2 - 0.5]
}
