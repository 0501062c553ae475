import type { BoxThen, EditKind, EditLine } from '../case/index.ts'
import type { MediaMicros } from '../time/index.ts'

/** Left, top, width and height in whole pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number]
export type PictureLine = Extract<EditLine, { readonly part: 'picture' }>
/** A part of the recording's picture, in its pixels, or of the film's, in the film's. */
export type BoxSide = 'crop' | 'region'
export const boxCorners = ['left-top', 'right-top', 'right-bottom', 'left-bottom'] as const
export type BoxCorner = (typeof boxCorners)[number]

interface Size {
  readonly width: number
  readonly height: number
}

/** In whose pixels a kind is told: what is shown larger is a part of the recording, everything else lies in the film's picture. */
export function boxSideOf(kind: EditKind): BoxSide {
  return kind === 'crop' || kind === 'zoom' ? 'crop' : 'region'
}

/** The box of a line and in whose pixels it is; null where it has none. */
export function boxOf(line: PictureLine): { readonly side: BoxSide; readonly box: Box } | null {
  const side = boxSideOf(line.kind)
  const [own, other] = side === 'crop' ? [line.crop, line.region] : [line.region, line.crop]
  if (own) return { side, box: own }
  return other ? { side: side === 'crop' ? 'region' : 'crop', box: other } : null
}

/** Where the box of a line is at an instant of the film: of one that moves, evenly between the places that are told. */
export function boxAt(line: PictureLine, at: number): Box | null {
  const whole = boxOf(line)?.box ?? null
  const places = line.follows
  const [first] = places ?? []
  if (whole === null || !places || !first) return whole
  const next = places.findIndex(each => each.at > at)
  if (next === 0) return first.box
  const before = places[next < 0 ? places.length - 1 : next - 1] ?? first
  const after = places[next]
  if (!after) return before.box
  const share = (at - before.at) / (after.at - before.at)
  const [x, y, width, height] = before.box.map((value, n) =>
    Math.round(value + share * ((after.box[n] as number) - value)),
  ) as [number, number, number, number]
  return [x, y, width, height]
}

/** The line with its box elsewhere. Of a box that moves this is its place at one instant; one that holds still has it all along. */
export function withBoxAt(line: PictureLine, side: BoxSide, at: MediaMicros, box: Box): PictureLine {
  const places = line.follows
  if (!places) return placed(line, side, box)
  const then = { at, box: whole(box) }
  const kept = places.filter(each => each.at !== at)
  const follows = [...kept, then].sort((a, b) => a.at - b.at)
  return { ...placed(line, side, around(follows)), follows }
}

/** The line with a box that moves from now on, beginning with where it is, or that holds still where it is at an instant. */
export function withMoving(
  line: PictureLine,
  side: BoxSide,
  at: MediaMicros,
  isMoving: boolean,
): PictureLine {
  const box = boxAt(line, at)
  if (box === null) return line
  const { follows: _, ...still } = line
  return isMoving
    ? { ...placed(still, side, box), follows: [{ at, box: whole(box) }] }
    : placed(still, side, box)
}

function placed(line: PictureLine, side: BoxSide, box: Box): PictureLine {
  return { ...line, crop: side === 'crop' ? whole(box) : null, region: side === 'region' ? whole(box) : null }
}

function whole([x, y, width, height]: Box): [number, number, number, number] {
  return [x, y, width, height]
}

function around(places: readonly BoxThen[]): Box {
  const left = Math.min(...places.map(({ box }) => box[0]))
  const top = Math.min(...places.map(({ box }) => box[1]))
  const right = Math.max(...places.map(({ box }) => box[0] + box[2]))
  const bottom = Math.max(...places.map(({ box }) => box[1] + box[3]))
  return [left, top, right - left, bottom - top]
}

/** A box with one corner at another pixel, the opposite one where it is; dragged past that, the two change places. It stays on the picture. */
export function withCorner(
  [x, y, width, height]: Box,
  corner: BoxCorner,
  to: { readonly x: number; readonly y: number },
  size: Size,
): Box {
  const [left, right] = corner.startsWith('left') ? [to.x, x + width] : [x, to.x]
  const [top, bottom] = corner.endsWith('top') ? [to.y, y + height] : [y, to.y]
  return between(left, top, right, bottom, size)
}

/** A box moved by pixels as far as the picture goes. */
export function moved(
  [x, y, width, height]: Box,
  by: { readonly x: number; readonly y: number },
  size: Size,
): Box {
  const left = held(x + by.x, 0, Math.max(0, size.width - width))
  const top = held(y + by.y, 0, Math.max(0, size.height - height))
  return between(left, top, left + width, top + height, size)
}

/** The box between two corners in whole pixels, on the picture and at least one pixel wide and high. */
export function between(x1: number, y1: number, x2: number, y2: number, size: Size): Box {
  const left = held(Math.round(Math.min(x1, x2)), 0, size.width - 1)
  const top = held(Math.round(Math.min(y1, y2)), 0, size.height - 1)
  const right = held(Math.round(Math.max(x1, x2)), left + 1, size.width)
  const bottom = held(Math.round(Math.max(y1, y2)), top + 1, size.height)
  return [left, top, right - left, bottom - top]
}

/** How much two boxes share, of what both cover: 1 for the same, 0 for boxes apart. */
export function overlapOf(one: Box, two: Box): number {
  const across = Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0])
  const down = Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1])
  if (across <= 0 || down <= 0) return 0
  const both = across * down
  return both / (one[2] * one[3] + two[2] * two[3] - both)
}

function held(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
