/** Strong colours that a recording has not: what arrows and rings are painted with. */
import type { Box } from './affine.ts'
import type { LitFrame } from './differences.ts'
import { laidColour } from './laid.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

/** Distances from grey: of paint, and of what is in most recordings; and the part of a box that paint takes. */
const painted = 45
const mostlyGrey = 30
const leastPaint = 0.12

/** Looks in which a pixel has to have paint to be of what stays, and how many such there have to be. */
const nearlyAll = 0.75
const fewestPainted = 8

/** Whether some of a box has a strong colour that the recording has not; and whether it has it all the time, if it stands still. */
export function paintOf(
  lits: readonly LitFrame[],
  boxes: readonly Box[],
  { segment, film, raw }: { readonly segment: Segment; readonly film: Levels; readonly raw: Levels },
): { readonly isPainted: boolean; readonly staysPainted: boolean } {
  const width = film.width(1)
  const counts = new Map<number, number>()
  let isPainted = false
  for (const [k, lit] of lits.entries()) {
    const [x, y, w, h] = (boxes[k] ?? [0, 0, 0, 0]).map(each => each >> 1) as unknown as Box
    const seen = film.pictures.colour(segment.from + lit.n)
    const [u, v] = laidColour(segment, film, raw, lit.n, { window: lit.asked.window })
    let paint = 0
    for (let row = y; row < y + h; row++)
      for (let p = row * width + x; p < row * width + x + w; p++) {
        if ((u[p] as number) < 0) continue
        const own = Math.hypot((u[p] as number) - 128, (v[p] as number) - 128)
        const shown = Math.hypot((seen[p] as number) - 128, (seen[u.length + p] as number) - 128)
        if (shown <= painted || own >= mostlyGrey) continue
        paint++
        counts.set(p, (counts.get(p) ?? 0) + 1)
      }
    if (k === lits.length >> 1) isPainted = w * h > 0 && paint > leastPaint * w * h
  }
  const always = [...counts.values()].filter(count => count >= nearlyAll * lits.length)
  return { isPainted, staysPainted: always.length >= fewestPainted }
}
