/** The box of what is drawn: without what only differs near by, and to parts of a pixel. */
import { type Box, enclosing } from './affine.ts'
import { ranked } from './ranked.ts'

/** Of the strongest twentieth of a plane, and in grey levels: less is what coding leaves. */
const hotShare = 0.25
const leastHot = 2.5
const mostStrong = 60
/** Pixels between two that hang together. */
const gap = 2
/** Of all that differs: what the heaviest parts together have is the drawing. */
const mostly = 0.75
/** Pixels between the drawing and a lighter part that is of it, as an arc of a ring is. */
const near = 5
/** Of how much the heaviest part differs by: what differs by less is another thing. */
const weak = 0.4
/** Of the height of a line, by which a part stands in it and by which a word may be apart. */
const inLine = 0.6
const wordGap = 1.5

interface Part {
  readonly box: Box
  readonly pixels: number
  readonly mass: number
}

export interface DrawnBox {
  readonly box: Box
  /** Of its pixels, those that clearly differ. */
  readonly fill: number
}

/** Around all that clearly differs and is one drawing: lines and letters fill no box. */
export function drawnBox(plane: Float32Array, width: number): DrawnBox | null {
  const parts = partsOf(plane, width).sort((one, two) => two.mass - one.mass)
  const all = parts.reduce((sum, { mass }) => sum + mass, 0)
  let rest: readonly Part[] = parts
  const kept: Part[] = []
  for (let sum = 0; rest[0] && sum < mostly * all; rest = rest.slice(1)) {
    kept.push(rest[0])
    sum += rest[0].mass
  }
  for (let isGrown = true; isGrown; ) {
    const own = rest.filter(each => isOfIt(each, kept))
    kept.push(...own)
    rest = rest.filter(each => !own.includes(each))
    isGrown = own.length > 0
  }
  if (kept.length === 0) return null
  const box = kept.map(each => each.box).reduce(enclosing)
  return { box, fill: kept.reduce((sum, { pixels }) => sum + pixels, 0) / (box[2] * box[3]) }
}

function isOfIt({ box, mass, pixels }: Part, kept: readonly Part[]): boolean {
  const whole = kept.map(each => each.box).reduce(enclosing)
  if (isWithin(box, whole)) return true
  const main = kept[0] as Part
  if (mass / pixels < weak * (main.mass / main.pixels)) return false
  if (kept.some(each => apart(box, each.box, 0) <= near && apart(box, each.box, 1) <= near)) return true
  const high = Math.min(whole[3], box[3])
  return -apart(box, whole, 1) > inLine * high && apart(box, whole, 0) < wordGap * whole[3]
}

/** Pixels between two boxes along a side; below 0 where they overlap. */
function apart(one: Box, two: Box, side: 0 | 1): number {
  const size = (side + 2) as 2 | 3
  return Math.max(one[side], two[side]) - Math.min(one[side] + one[size], two[side] + two[size])
}

function isWithin([x, y, w, h]: Box, [left, top, across, down]: Box): boolean {
  return x >= left && y >= top && x + w <= left + across && y + h <= top + down
}

/** Pixels above `least` with another beside, over or under them. */
function hotBesideHot(plane: Float32Array, width: number, height: number, least: number): Uint8Array {
  const hot = new Uint8Array(plane.length)
  for (let at = 0; at < plane.length; at++) hot[at] = (plane[at] as number) > least ? 1 : 0
  const out = new Uint8Array(plane.length)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (hot[at] === 0) continue
      const before = x > 0 ? (hot[at - 1] as number) : 0
      const after = x + 1 < width ? (hot[at + 1] as number) : 0
      const over = y > 0 ? (hot[at - width] as number) : 0
      const under = y + 1 < height ? (hot[at + width] as number) : 0
      out[at] = before | after | over | under
    }
  return out
}

function partsOf(plane: Float32Array, width: number): Part[] {
  const sorted = plane.slice().sort()
  const strong = sorted[Math.floor(sorted.length * 0.95)] as number
  const least = Math.max(leastHot, hotShare * Math.min(mostStrong, strong))
  const height = plane.length / width
  return joined(plane, hotBesideHot(plane, width, height, least), width | 0, height | 0)
}

/** Pixels that lie near each other, as parts; `left` is emptied. */
function joined(plane: Float32Array, left: Uint8Array, width: number, height: number): Part[] {
  const parts: Part[] = []
  for (let first = 0; first < plane.length; first++) {
    if (left[first] !== 1) continue
    const waiting = [first]
    left[first] = 0
    let [x0, y0, x1, y1, mass, pixels] = [width, height, -1, -1, 0, 0]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const x = at % width
      const y = (at - x) / width
      mass += plane[at] as number
      pixels++
      x0 = Math.min(x0, x)
      y0 = Math.min(y0, y)
      x1 = Math.max(x1, x)
      y1 = Math.max(y1, y)
      for (let ny = Math.max(0, y - gap); ny <= Math.min(height - 1, y + gap); ny++)
        for (let nx = Math.max(0, x - gap); nx <= Math.min(width - 1, x + gap); nx++) {
          if (left[ny * width + nx] !== 1) continue
          left[ny * width + nx] = 0
          waiting.push(ny * width + nx)
        }
    }
    parts.push({ box: [x0, y0, x1 - x0 + 1, y1 - y0 + 1], pixels, mass })
  }
  return parts
}

/** Of what is full, lines of pixels are told by their means; of lines and letters by their two strongest pixels. */
const strongest = 2
const fullAt = 0.9
/** Grey levels: what differs by less does not tell how much of a pixel it takes. */
const leastFull = 5
const faint = 0.15
const pointed = 0.3

/** The sides of a box to parts of a pixel: pixels that an edge goes through differ by as much less as it takes less of them. */
export function withEdges(
  [x, y, w, h]: Box,
  plane: Float32Array,
  width: number,
  isFull: boolean,
): Box | null {
  const height = plane.length / width
  const valuesAt = (isColumn: boolean, at: number): readonly number[] => {
    if (at < 0 || at >= (isColumn ? width : height)) return []
    const [from, to] = isColumn ? [y, y + h] : [x, x + w]
    return Array.from({ length: to - from }, (_, n) =>
      Math.max(0, plane[isColumn ? (from + n) * width + at : at * width + from + n] ?? 0),
    )
  }
  const lineAt = (isColumn: boolean, at: number): number => {
    const values = valuesAt(isColumn, at)
    const told = isFull ? values : values.toSorted((a, b) => b - a).slice(0, strongest)
    return told.reduce((sum, each) => sum + each, 0) / Math.max(1, told.length)
  }
  const inside = (isColumn: boolean): number => {
    if (!isFull) return strongOf(plane, width, [x, y, w, h])
    const [from, to] = isColumn ? [x + 1, x + w - 1] : [y + 1, y + h - 1]
    const lines = Array.from({ length: Math.max(0, to - from) }, (_, n) => lineAt(isColumn, from + n))
    return lines.sort((a, b) => a - b)[lines.length >> 1] ?? 0
  }
  const full = [inside(true), inside(false)] as const
  if (Math.min(...full) < leastFull) return null
  const covered = (isColumn: boolean, at: number) =>
    Math.min(1, lineAt(isColumn, at) / full[isColumn ? 0 : 1])
  const isPointed = (isColumn: boolean, at: number) => {
    const strong = valuesAt(isColumn, at).filter(each => each > pointed * full[isColumn ? 0 : 1]).length
    return !isFull && strong > 0 && strong <= strongest
  }
  const edge = (isColumn: boolean, first: number, outward: 1 | -1) => {
    // Colour is known for two pixels at once: a line that it alone tells may lie outside.
    const off = covered(isColumn, first) < faint ? 1 : 0
    const line = first - off * outward
    // The point of an arrow takes little even of the pixel that it ends in.
    if (isPointed(isColumn, line)) return off
    return off + 1 - covered(isColumn, line) - (isFull ? covered(isColumn, line + outward) : 0)
  }
  const left = x + edge(true, x, -1)
  const top = y + edge(false, y, -1)
  return [left, top, x + w - edge(true, x + w - 1, 1) - left, y + h - edge(false, y + h - 1, 1) - top]
}

/** What a stroke differs by where it takes all of a pixel. */
function strongOf(plane: Float32Array, width: number, [x, y, w, h]: Box): number {
  const values: number[] = []
  for (let row = y; row < y + h; row++)
    for (let at = row * width + x; at < row * width + x + w; at++)
      if ((plane[at] as number) > leastHot) values.push(plane[at] as number)
  return values.sort((a, b) => a - b)[Math.floor(fullAt * values.length)] ?? 0
}

/** Of looks, those in which a pixel differs by less: what is drawn differs in nearly all, what passes does not. */
const passing = 0.4

/** What each pixel differs by in most of some looks. */
export function usualOf(planes: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(planes.length)
  const place = Math.floor(passing * values.length)
  const out = new Float32Array(planes[0]?.length ?? 0)
  for (let at = 0; at < out.length; at++) {
    for (let k = 0; k < values.length; k++) values[k] = (planes[k] as Float32Array)[at] as number
    out[at] = ranked(values, values.length, place)
  }
  return out
}
