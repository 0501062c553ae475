/** The box of what stands and differs, to the pixel and to parts of one. */
import type { Box } from './affine.ts'
import { cell } from './around-kernels.ts'
import type { Stay } from './connected.ts'
import type { Differences, PixelDifferences } from './differences.ts'
import { drawnBox, usualOf, withEdges } from './drawn-box.ts'
import type { Window } from './laid.ts'
import { fullestBox } from './tight-box.ts'

/** Of its time, for which what stands differs in most of its cells. */
export const steadyEnough = 0.6

/** What fills more of its box is told by what it is full of. */
export const filled = 0.62

/** Of a drawing's box: an arrow and a ring leave more of theirs as it was, a picture or a bar less. */
const fullBox = 0.75

export interface TightBox {
  readonly box: Box
  /** The same to parts of a pixel, if it is a drawing or of one tone. */
  readonly edges: Box
  /** Of the pixels of its edges, those that differ. */
  readonly pixels: number
}

/** The box of what stands, in pixels of the window. */
export function tightBox(
  evidence: readonly PixelDifferences[],
  stay: Stay,
  window: Window,
  isFull: boolean,
  run: Differences,
): TightBox | null {
  const width = window[2] - window[0]
  const together = steadinessOf(stay) > steadyEnough ? usualOf : meanOf
  const usual = together(evidence.map(each => each.all))
  const drawn = drawnBox(ownPixels(usual, stay, window, run), width)
  const all = isFull ? meanOf(evidence.map(each => each.all)) : usual
  const box = isFull ? fullestBox(all, width) : drawn?.box
  if (!box) return null
  const isBox = isFull && (drawn === null || drawn.fill > fullBox)
  const of = isBox || !drawn ? box : drawn.box
  const plane = isBox ? all : usual
  const luma = (isBox ? meanOf : together)(evidence.map(each => each.luma))
  const edges = withEdges(of, luma, width, isBox) ?? withEdges(of, plane, width, isBox) ?? of
  return { box, edges, pixels: drawn?.fill ?? 1 }
}

function meanOf(planes: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(planes[0]?.length ?? 0)
  for (const plane of planes)
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] as number) + (plane[at] as number) / planes.length
  return mean
}

/** A plane without the pixels of what else differs near by: cells of the part and those beside them. */
function ownPixels(
  plane: Float32Array,
  { cover }: Stay,
  [left, top, right]: Window,
  { columns, rows }: Differences,
): Float32Array {
  const width = right - left
  const isOwn = (column: number, row: number) => {
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
        if ((cover[y * columns + x] as number) > 0) return true
    return false
  }
  return plane.map((value, at) =>
    value > 0 &&
    isOwn(Math.floor((left + (at % width)) / cell), Math.floor((top + Math.floor(at / width)) / cell))
      ? value
      : 0,
  )
}

/** A cell that stands still differs in nearly every sample. */
const nearlyAlways = 0.8

/** The part of all cells that differ nearly always: all of a drawing's, few of what moves or hides what moves. */
export function steadinessOf({ cover, from, to }: Stay): number {
  let [always, ever] = [0, 0]
  for (const value of cover) {
    if (value > nearlyAlways * (to - from)) always++
    if (value > 0) ever++
  }
  return always / ever
}
