/** Where a box of a film's frame may come from: recordings looked through by small thumbs, whole and in parts. */
import type { Affine, Box } from './affine.ts'
import type { Levels } from './pictures.ts'
import type { Reference } from './search.ts'
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
      const { likes, at: places } = film.kernels.likestParts(query, { columns, rows }, thumbs, alike)
      for (let at = 0; at < thumbs.count; at++) {
        const like = likes[at] as number
        if (like < alike) continue
        const { width, height } = levels.pictures
        const place = places[at] as number
        const part: Box = [
          ((place % thumbColumns) * width) / thumbColumns,
          (Math.floor(place / thumbColumns) * height) / thumbRows,
          (columns * width) / thumbColumns,
          (rows * height) / thumbRows,
        ]
        found.push({ raw, frame: thumbFrames[at] as number, map: partOnto(part, box), like })
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

function partOnto([px, py, pw, ph]: Box, [x, y, w, h]: Box): Affine {
  const [sx, sy] = [w / pw, h / ph]
  return [sx, 0, x - px * sx + sx / 2 - 0.5, 0, sy, y - py * sy + sy / 2 - 0.5]
}
