/** How much of the detail of one of a film's frames lies inside a part of it. */
import type { Box } from './affine.ts'
import type { Levels } from './pictures.ts'

const level = 1
const cell = 8
/** Grey levels, squared, that a cell has to vary by before it counts: coding alone makes less. */
const leastVariance = 16

/** A share of the frame's cells of detail, 0 to 1, whose middle is inside `box` (pixels of level 0); 1 where the frame has no detail. */
export function detailInside(film: Levels, frame: number, box: Box): number {
  const pixels = film.at(frame, level)
  const [width, height] = [film.width(level), film.height(level)]
  const scale = 2 ** level
  let [inside, all] = [0, 0]
  for (let top = 0; top + cell <= height; top += cell)
    for (let left = 0; left + cell <= width; left += cell) {
      let [sum, squares] = [0, 0]
      for (let y = top; y < top + cell; y++)
        for (let x = left; x < left + cell; x++) {
          const value = pixels[y * width + x] as number
          sum += value
          squares += value * value
        }
      const mean = sum / cell ** 2
      if (squares / cell ** 2 - mean * mean < leastVariance) continue
      all++
      const [x, y] = [(left + cell / 2) * scale, (top + cell / 2) * scale]
      if (x >= box[0] && x < box[0] + box[2] && y >= box[1] && y < box[1] + box[3]) inside++
    }
  return all === 0 ? 1 : inside / all
}
