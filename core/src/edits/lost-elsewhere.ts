/** How much of its detail a box lost beside boxes of its size elsewhere in the same frames: coding is soft in many places, a blur in one. */
import type { Box } from './affine.ts'
import type { CellsLeft, GoneDetail } from './gone-detail.ts'
import type { Place } from './moving-parts.ts'

/** Cells: a larger box is held against boxes of this size. */
const largest = [12, 9] as const
/** Of the detail of the box: boxes with less are not like it. */
const alike = 0.4
const fewestOthers = 6
/** Of the others, those that lost most. */
const lowest = 0.05
/** Boxes of more cells have their outermost left out: its edge goes through these. */
const edged = 5

/** Over what the boxes that lost most have: what is left of the recording's detail, and of detail of any kind. */
export interface LeftBeside {
  readonly left: number
  readonly seen: number
}

/** `places` in cells, by sample; null where too few boxes are like them. */
export function leftBesideOthers(
  gone: GoneDetail,
  places: readonly Place[],
  columns: number,
  rows: number,
): LeftBeside | null {
  const [first] = places
  if (!first) return null
  const own = sharesOf(places.map(({ n, box }) => gone.leftIn(n, cellsIn(inner(box), columns, rows))))
  const [w, h] = [
    Math.max(1, Math.min(largest[0], Math.round(first.box[2]))),
    Math.max(1, Math.min(largest[1], Math.round(first.box[3]))),
  ]
  const density = own.own / Math.max(1, cellsIn(inner(first.box), columns, rows).length)
  const others: Shares[] = []
  for (let y = 0; y + h <= rows; y += Math.max(1, h >> 1))
    for (let x = 0; x + w <= columns; x += Math.max(1, w >> 1)) {
      if (places.some(({ box }) => isNear(box, [x, y, w, h]))) continue
      const cells = cellsIn([x, y, w, h], columns, rows)
      const other = sharesOf(places.map(({ n }) => gone.leftIn(n, cells)))
      if (other.own > alike * density * cells.length) others.push(other)
    }
  if (others.length < fewestOthers) return null
  const low = (of: (each: Shares) => number) =>
    Math.max(0.01, others.map(of).sort((a, b) => a - b)[Math.floor(lowest * others.length)] as number)
  return { left: own.left / low(({ left }) => left), seen: own.seen / low(({ seen }) => seen) }
}

interface Shares {
  /** Of what is usual, and of the recording's detail. */
  readonly left: number
  readonly seen: number
  readonly own: number
}

function sharesOf(all: readonly CellsLeft[]): Shares {
  const sum = (of: keyof CellsLeft) => all.reduce((total, each) => total + each[of], 0)
  const own = sum('own')
  return {
    left: sum('left') / Math.max(1e-6, sum('usual')),
    seen: sum('seen') / Math.max(1e-6, own),
    own: own / all.length,
  }
}

function inner([x, y, w, h]: Box): Box {
  return w >= edged && h >= edged ? [x + 1, y + 1, w - 2, h - 2] : [x, y, w, h]
}

function cellsIn(box: Box, columns: number, rows: number): readonly number[] {
  const [x, y, w, h] = box.map(Math.round) as unknown as Box
  const out: number[] = []
  for (let row = Math.max(0, y); row < Math.min(rows, y + h); row++)
    for (let column = Math.max(0, x); column < Math.min(columns, x + w); column++)
      out.push(row * columns + column)
  return out
}

function isNear(one: Box, two: Box): boolean {
  const isApart = (side: 0 | 1) =>
    one[side] + one[(side + 2) as 2 | 3] + 1 <= two[side] ||
    two[side] + two[(side + 2) as 2 | 3] + 1 <= one[side]
  return !isApart(0) && !isApart(1)
}
