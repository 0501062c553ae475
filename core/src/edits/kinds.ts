/** What was done to the pictures of a film, run by run: speed, geometry, colour, fades, dissolves, and what comes from nowhere. */
import type { EditKind } from '../case/index.ts'
import { areaScale, type Box, inverse, mappedBox } from './affine.ts'
import { type Covered, isHeld } from './held.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { lieOf } from './thumbs.ts'

/** One thing that was done, over film frames [start, end). Boxes: `crop` in the recording's own pixels, `region` in the film's. */
export interface Edit {
  readonly kind: EditKind
  readonly start: number
  readonly end: number
  readonly factor?: number
  readonly crop?: Box
  readonly region?: Box
  /** Where something that moves was at some frames, evenly in between; `region` is then around all of it. */
  readonly follows?: readonly (readonly [
    frame: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ])[]
  readonly score: number
}

const round2 = (value: number) => Number(value.toFixed(3))

/** What moves within `hidden` says nothing of the speed. */
export function speedEdits(
  segment: Segment,
  film: Levels,
  raw: Levels,
  hidden: readonly Covered[] = [],
): readonly Edit[] {
  const { from: start, to: end } = segment
  const { rate } = segment.line
  const score = speedScore(segment)
  // A rate that differs by less than this is how two clocks differ.
  if (Math.abs(rate - 1) < 0.03) return []
  const isStill = new Set(segment.frames).size === 1
  const seconds = (end - start) * film.frameSeconds
  // Laid through its middle, true speed would show the same frames, or those beside them.
  if (Math.abs(rate - 1) < nearTrue && (Math.abs(rate - 1) * seconds) / 2 < besideFrames * raw.frameSeconds)
    return []
  if (Math.abs(rate) < 0.03 || (isStill && seconds > 3 * raw.frameSeconds))
    return isHeld(segment, film, hidden) ? [{ kind: 'freeze', start, end, score }] : []
  if (rate < 0)
    return [
      { kind: 'reverse', start, end, ...(Math.abs(rate + 1) < 0.03 ? {} : { factor: round2(rate) }), score },
    ]
  return [{ kind: rate < 1 ? 'slow' : 'fast', start, end, factor: round2(rate), score }]
}

/** Speeds this near to the true one are not told from it in a short run, and by how many frames of the recording they have to differ at its ends. */
const nearTrue = 0.25
const besideFrames = 1.2

/** Frames after which a speed is two thirds sure, and what a wide range of frames leaves of that. */
const tellingFrames = 14
const surest = 0.97
const unplaced = 0.6

/** A speed is as sure as there are frames that show it, and less so where each could be one of several. */
function speedScore({ from, to, slack }: Segment): number {
  const isPlaced = slack[1] - slack[0] <= (to - from) / 2
  return round2(surest * (1 - Math.exp(-(to - from) / tellingFrames)) * (isPlaced ? 1 : unplaced))
}

/** Shares of a picture's side that a map may be off by before it says something. */
const slackShare = 0.02
const leastTurn = 0.017
/** Share of the recording's side by which the part that is shown grows or moves. */
const leastGone = 0.06

export function geometryEdits(segment: Segment, film: Levels, raw: Levels): readonly Edit[] {
  const { from: start, to: end, maps } = segment
  const [first] = maps
  const last = maps.at(-1)
  if (!first || !last) return []
  const edits: Edit[] = []
  const score = segment.track.explained[((start + end) >> 1) - segment.track.from] ?? 0
  const { box } = segment.track.pairing
  const filmWhole: Box = [0, 0, film.width(0), film.height(0)]
  const rawWhole: Box = [0, 0, raw.width(0), raw.height(0)]
  const middle = maps[maps.length >> 1] ?? first
  const { isMirrored, quarters } = lieOf(middle)
  const sign = isMirrored ? -1 : 1
  const turn = Math.atan2(sign * middle[3], sign * middle[0])
  // Of what was turned by quarters a part is shown as of an upright picture; what is flipped top to bottom is mirrored.
  const aslant = Math.abs(Math.abs(turn) - (Math.PI / 2) * (quarters === 3 ? 1 : quarters))
  if (isMirrored) edits.push({ kind: 'mirror', start, end, score })
  if (Math.abs(turn) > leastTurn && !(isMirrored && quarters === 2 && aslant <= leastTurn))
    edits.push({ kind: 'rotate', start, end, score })
  const shown = mappedBox(middle, rawWhole)
  const bars = barsOf(shown, box, filmWhole)
  if (bars) edits.push({ kind: 'letterbox', start, end, region: scaled(bars, film), score })
  const part = (map: typeof first): Box => clipped(mappedBox(inverse(map), box), rawWhole)
  const [one, two] = [part(first), part(last)]
  const goneBy = (...sides: readonly (0 | 1 | 2 | 3)[]) =>
    maps.length > 1 && sides.some(n => Math.abs(one[n] - two[n]) > leastGone * (rawWhole[n | 2] as number))
  // A part of one size that moves over the recording is a moving zoom too: of such its middle is told.
  const closest = goneBy(2, 3) ? (areaScale(first) > areaScale(last) ? one : two) : part(middle)
  if (goneBy(0, 1, 2, 3)) edits.push({ kind: 'zoom', start, end, crop: scaled(closest, raw), score })
  else {
    const crop = part(middle)
    // A turned picture is cropped by its turning.
    const isCropped =
      crop[2] < rawWhole[2] * (1 - 2.5 * slackShare) || crop[3] < rawWhole[3] * (1 - 2.5 * slackShare)
    if (isCropped && aslant <= leastTurn)
      edits.push({ kind: 'crop', start, end, crop: scaled(crop, raw), score })
  }
  return edits
}

/** Shares of a side that bars take at least, where they are even; and where they are not, as dark rows of a picture are not. */
const leastBars = 0.03
const leastUneven = 0.12

/** The box that shows a recording, where the film's frame is larger. */
function barsOf(shown: Box, box: Box, whole: Box): Box | null {
  const seen = clipped(shown, box)
  const isBarred = (side: 0 | 1) => {
    const [before, after] = [
      seen[side],
      (whole[side + 2] as number) - seen[side] - (seen[side + 2] as number),
    ]
    const share = (before + after) / (whole[side + 2] as number)
    // A dark side of the picture is no bar: there is one at the other side too.
    if (Math.min(before, after) < (leastBars / 2) * (whole[side + 2] as number)) return false
    return (
      share > leastUneven ||
      (share > leastBars && Math.abs(before - after) < leastBars * (whole[side + 2] as number))
    )
  }
  return isBarred(0) || isBarred(1) ? seen : null
}

function clipped([x, y, w, h]: Box, [bx, by, bw, bh]: Box): Box {
  const [left, top] = [Math.max(x, bx), Math.max(y, by)]
  return [left, top, Math.min(x + w, bx + bw) - left, Math.min(y + h, by + bh) - top]
}

/** From pixels of a detail picture to the file's own, whole numbers. */
export function scaled(box: Box, { pictures: { fullWidth, fullHeight, width, height } }: Levels): Box {
  const [sx, sy] = [fullWidth / width, fullHeight / height]
  const [x, y] = [Math.round(box[0] * sx), Math.round(box[1] * sy)]
  // What moves out of the picture is followed beyond its edge.
  const [left, top] = [Math.max(0, Math.min(fullWidth - 1, x)), Math.max(0, Math.min(fullHeight - 1, y))]
  return [
    left,
    top,
    Math.max(1, Math.min(fullWidth, x + Math.round(box[2] * sx)) - left),
    Math.max(1, Math.min(fullHeight, y + Math.round(box[3] * sy)) - top),
  ]
}

/** A stretch that comes from none of the recordings: black, a still card, or pictures from elsewhere; cut where its picture changes. */
export function unmatchedEdits(
  film: Levels,
  from: number,
  to: number,
): { readonly edits: readonly Edit[]; readonly cuts: readonly number[] } {
  const cuts: number[] = []
  const edits: Edit[] = []
  let start = from
  for (let frame = from + 1; frame <= to; frame++) {
    if (frame < to && !isCut(film, frame)) continue
    if (frame < to) cuts.push(frame)
    edits.push({ kind: kindOfUnmatched(film, start, frame), start, end: frame, score: 0.8 })
    start = frame
  }
  return { edits, cuts }
}

/** A change of picture between two neighbouring frames that motion does not make. */
function isCut(film: Levels, frame: number): boolean {
  const change = differenceOf(film.at(frame - 1, 2), film.at(frame, 2))
  const before = frame > 1 ? differenceOf(film.at(frame - 2, 2), film.at(frame - 1, 2)) : 0
  const after = frame + 1 < film.count ? differenceOf(film.at(frame, 2), film.at(frame + 1, 2)) : 0
  return change > 4 && change > 3 * Math.max(before, after)
}

export function differenceOf(one: Uint8Array, two: Uint8Array): number {
  let sum = 0
  for (let n = 0; n < one.length; n++) sum += Math.abs((one[n] as number) - (two[n] as number))
  return sum / one.length
}

/** Grey levels: a black frame's mean, and the standard deviation of one that shows nothing. */
const blackest = 26
const emptySpread = 5
/** The least mean of a white frame, of video's range. */
const whitest = 220

/** Whether frames [from, to) are as good as black, or white. */
export function isEmpty(film: Levels, from: number, to: number): boolean {
  for (let frame = from; frame < to; frame++) {
    const pixels = film.at(frame, 2)
    const mean = pixels.reduce((sum, each) => sum + each, 0) / pixels.length
    if ((mean >= blackest && mean < whitest) || spreadOf(pixels) >= emptySpread) return false
  }
  return true
}

function kindOfUnmatched(film: Levels, from: number, to: number): EditKind {
  const middle = (from + to) >> 1
  const pixels = film.at(middle, 2)
  const mean = pixels.reduce((sum, each) => sum + each, 0) / pixels.length
  if (mean < blackest && spreadOf(pixels) < emptySpread) return 'black'
  let moving = 0
  for (let frame = from + 1; frame < to; frame++)
    moving += differenceOf(film.at(frame - 1, 2), film.at(frame, 2))
  // Small steps of a slow pan over a picture add up to another part of it; letters that grow or come one by one do not.
  const [early, late] = [from + ((to - from) >> 2), from + ((3 * (to - from)) >> 2)]
  const drift = differenceOf(film.at(early, 2), film.at(Math.min(late, to - 1), 2))
  const isStill = moving / Math.max(1, to - from - 1) < 0.7 && drift < mostDrift
  return isStill && (isGround(pixels, mostOfCard) || isShaded(pixels, film.width(2))) ? 'title' : 'insert'
}

/** Half of a card's pixels or more have the colour of its ground; of each row or column more of them, where the ground goes from one colour to another. */
const mostOfCard = 0.45
const mostOfRow = 0.5
const mostRows = 0.85
const sameTone = 6

function isGround(pixels: Uint8Array, share: number): boolean {
  const sorted = pixels.slice().sort()
  const ground = sorted[sorted.length >> 1] as number
  return (
    pixels.reduce((count, each) => count + (Math.abs(each - ground) < sameTone ? 1 : 0), 0) >
    share * pixels.length
  )
}

/** Whether nearly all rows, or all columns, are of one tone each, as a ground that is shaded from one side to the other is. */
function isShaded(pixels: Uint8Array, width: number): boolean {
  const height = pixels.length / width
  const isOf = (count: number, lineAt: (n: number) => Uint8Array) => {
    let own = 0
    for (let n = 0; n < count; n++) if (isGround(lineAt(n), mostOfRow)) own++
    return own > mostRows * count
  }
  return (
    isOf(height, y => pixels.subarray(y * width, (y + 1) * width)) ||
    isOf(width, x => Uint8Array.from({ length: height }, (_, y) => pixels[y * width + x] as number))
  )
}

/** Mean change of a card from a quarter to three quarters of its time, in grey levels: gentle growth of its letters made 0.4, slow pans 7. */
const mostDrift = 3

/** Standard deviation, in grey levels. */
export function spreadOf(pixels: Uint8Array): number {
  let sum = 0
  let square = 0
  for (const value of pixels) {
    sum += value
    square += value * value
  }
  const mean = sum / pixels.length
  return Math.sqrt(Math.max(0, square / pixels.length - mean * mean))
}
