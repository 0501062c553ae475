/** Strong colours that a recording has not: what arrows and rings are painted with, standing or moving. */
import type { Box } from './affine.ts'
import { nothing } from './beyond-around.ts'
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
  { segment, film, raw }: Run,
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
        const isBare = u[p] === nothing
        if ((u[p] as number) < 0 && !isBare) continue
        const own = isBare ? 0 : Math.hypot((u[p] as number) - 128, (v[p] as number) - 128)
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

/** Of what moves: by how much its colour differs from grey and from the recording's there, which thin lines are mixed with. */
const leastColour = 25
const apart = 22
/** Of its strongest pixels: how far they go the same way from the recording's colours, 1 for all. */
const strongest = 0.4
const oneWay = 0.93
/** Of looks in which it is seen, and of its places, in cells of so many pixels of colour, that two looks one after the other share. */
const seenIn = 0.8
const sameShape = 0.45
const cell = 2
const fewestLooks = 5
/** Seconds before and after in which the recording may have the same thing in the same place, and the part of it that is too much. */
const passes = [-2, -1.4, -0.9, -0.5, -0.25, 0.25, 0.5, 0.9, 1.4, 2]
const mostInRecording = 0.25
const sameColour = 25

interface Run {
  readonly segment: Segment
  readonly film: Levels
  readonly raw: Levels
}

interface PaintedPixel {
  /** Colour, from grey and from the recording's. */
  readonly colour: readonly [number, number]
  readonly off: readonly [number, number]
  readonly at: number
  readonly place: number
}

/** Whether what moves keeps one strong colour, that the recording has not there at any time near, and one shape: something painted that follows somebody. */
export function isMovingPaint(lits: readonly LitFrame[], boxes: readonly Box[], run: Run): boolean {
  const looks = lits
    .map((lit, k) => ({ lit, pixels: paintedIn(lit, boxes[k] as Box, run) }))
    .filter(({ pixels }) => pixels.length >= fewestPainted)
  if (looks.length < Math.max(fewestLooks, seenIn * lits.length)) return false
  const strong = looks.flatMap(({ pixels }) =>
    pixels
      .toSorted((one, two) => Math.hypot(...two.off) - Math.hypot(...one.off))
      .slice(0, Math.ceil(strongest * pixels.length)),
  )
  const mean = (of: (each: PaintedPixel) => number) =>
    strong.reduce((sum, each) => sum + of(each), 0) / strong.length
  const way = Math.hypot(
    mean(({ off }) => off[0] / Math.hypot(...off)),
    mean(({ off }) => off[1] / Math.hypot(...off)),
  )
  if (way < oneWay) return false
  const [p, q] = [mean(({ colour }) => colour[0]), mean(({ colour }) => colour[1])]
  const shapes = looks.map(({ pixels }) => new Set(pixels.map(({ place }) => place)))
  const shared = shapes.slice(1).map((now, k) => {
    const before = shapes[k] as ReadonlySet<number>
    const both = [...now].filter(place => before.has(place)).length
    return both / (now.size + before.size - both)
  })
  if ((shared.sort((one, two) => one - two)[shared.length >> 1] ?? 0) < sameShape) return false
  const { lit, pixels } = looks[looks.length >> 1] as (typeof looks)[number]
  return passes.every(seconds => {
    const moved = Math.round(seconds / run.raw.frameSeconds)
    const [u, v] = laidColour(run.segment, run.film, run.raw, lit.n, { moved, window: lit.asked.window })
    const own = pixels.filter(
      ({ at }) => Math.hypot((u[at] as number) - 128 - p, (v[at] as number) - 128 - q) < sameColour,
    )
    return own.length < mostInRecording * pixels.length
  })
}

function paintedIn(
  { n, asked: { window } }: LitFrame,
  [left, top, w, h]: Box,
  { segment, film, raw }: Run,
): readonly PaintedPixel[] {
  const width = film.width(1)
  const [u, v] = laidColour(segment, film, raw, n, { window })
  const seen = film.pictures.colour(segment.from + n)
  const out: PaintedPixel[] = []
  for (let y = Math.max(0, top >> 1); y < (top + h) >> 1; y++)
    for (let x = Math.max(0, left >> 1); x < Math.min(width, (left + w) >> 1); x++) {
      const at = y * width + x
      const isBare = u[at] === nothing
      if ((u[at] as number) < 0 && !isBare) continue
      const colour = [(seen[at] as number) - 128, (seen[u.length + at] as number) - 128] as const
      const own = isBare ? [0, 0] : [(u[at] as number) - 128, (v[at] as number) - 128]
      const off = [colour[0] - (own[0] as number), colour[1] - (own[1] as number)] as const
      if (Math.hypot(...colour) <= leastColour || Math.hypot(...off) <= apart) continue
      const [column, row] = [x - (left >> 1), y - (top >> 1)].map(each => Math.floor(each / cell))
      out.push({ colour, off, at, place: (row as number) * width + (column as number) })
    }
  return out
}
