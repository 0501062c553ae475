/** Pictures set into a picture: insets and split screens, each looked up as a query of its own. */
import { type Affine, type Box, mappedBox, overlapOf } from './affine.ts'
import { agreedPicture } from './agreed-picture.ts'
import { boxesByEdges, isShaped, shapedBoxes } from './box-edges.ts'
import { asSeen, byColour, mayHideInDark } from './by-colour.ts'
import { followedFrom, laidAsMeasured } from './followed.ts'
import { placesOf } from './inset-search.ts'
import { type Edit, scaled } from './kinds.ts'
import { Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import type { Region } from './regions.ts'
import { type Candidate, coarseToFine, nearest, partCandidates, type Reference, settled } from './search.ts'
import { ranged, type Segment } from './segments.ts'
import type { Shot } from './shots.ts'
import { placedInStillScenes } from './still-scenes.ts'

export interface SecondLayer {
  /** In the order of the film, joined; more than one where a camera that stands still is shown at several times. */
  readonly segments: readonly Segment[]
  readonly edit: Edit
}

/** Smaller boxes hold too little to be found again. */
const leastShare = 0.015
const leastSeconds = 0.5
/** Overlap of boxes that are looked up as one. */
const sameBox = 0.9
/** A picture fills its box; cells that are much like what they hide are not seen. */
const leastFill = 0.45
/** Of its pixels: arrows have half of theirs, pictures three quarters and more. */
const leastPixels = 0.62
const mostTries = 2
/** Of the picture, over a stretch: no other box needs to be tried. */
const wellExplained = 0.7
/** Of the picture, over a stretch: nothing else needs to be tried. */
const surely = 0.9
/** Per block: clearly better than "from nowhere". */
const leastMargin = -0.25
/** What a map measured freely has to be better by. */
const freedom = 0.25

/** Whether a region has the make of a picture of its own: large, full, and there for most of the run or for a second. */
export function isLikeInset({ share, fill, pixels, from, to, follows }: Region, film: Levels): boolean {
  const isFull = fill > leastFill && pixels > leastPixels
  return share > leastShare && isFull && follows === null && (to - from) * film.frameSeconds > leastSeconds
}

/** Looks up what a box of a run shows, by its colours alone where it is all of one tone. */
export function secondLayerIn(
  main: Segment,
  region: Region,
  film: Levels,
  references: readonly Reference[],
  isOneTone: boolean,
): SecondLayer | null {
  if (isStrip(region.box) && !halfOf(region.box, film)) return null
  const raws = references.map(({ levels }) => levels)
  const found = (boxes: readonly Box[], of: Region): SecondLayer | null => {
    const segment = isOneTone ? null : pictureIn(film, boxes, of, references, main)
    if (segment) return { segments: placedInside(segment, film, raws), edit: editOf(segment, of, film) }
    const coloured = pictureByColour(film, boxes, of, references)
    return coloured && { segments: [coloured], edit: editOf(coloured, of, film) }
  }
  const explained = (of: SecondLayer | null) =>
    of === null
      ? 0
      : of.segments.reduce((sum, each) => sum + explainedBy(each), 0) / (region.to - region.from)
  const { box, edges, from, to, share } = region
  let best: SecondLayer | null = null
  if (share > leastShare && (to - from) * film.frameSeconds > leastSeconds) {
    const shapes = shapesOf(raws)
    const shaped = shapedBoxes(film, box, from, to, shapes)
    // What is much like what it hides has few clear edges, but differs from side to side.
    const isOwnShape = region.follows === null && isShaped(edges[2] / edges[3], shapes)
    for (const each of isOwnShape ? [...shaped, edges] : shaped) {
      const seen = overlapOf(each, box) < sameBox ? found([each], { ...region, box: each }) : null
      if (explained(seen) > wellExplained) return seen
      if (explained(seen) > explained(best)) best = seen
    }
  }
  if (!isLikeInset(region, film)) return best
  // A border and a shadow have edges too, of which a box may have taken some for its sides.
  const edged = found([...boxesByEdges(film, box, from, to), box], region)
  return explained(edged) > explained(best) ? edged : best
}

/** Times as long as it is wide: lines of text are, and something of some recording is like a few letters. */
const mostStretched = 4

const isStrip = ([, , w, h]: Box) => Math.max(w / h, h / w) > mostStretched

/** Width to height, each once. */
const shapesOf = (raws: readonly Levels[]) => [...new Set(raws.map(raw => raw.width(0) / raw.height(0)))]

/** The same as `pictureIn` by what differs in colour, of recordings that hardly differ in brightness; of several the one that explains most. */
export function pictureByColour(
  film: Levels,
  boxes: readonly Box[],
  stretch: Shot,
  references: readonly Reference[],
): Segment | null {
  if (!mayHideInDark(film, boxes.at(-1) as Box, stretch)) return null
  const found = references.flatMap((reference, raw) => {
    const coloured = byColour(film, reference)
    const segment = coloured && pictureIn(coloured.film, boxes, stretch, [coloured.reference], null)
    const isMostOfIt = segment && explainedBy(segment) > leastColoured * (segment.to - segment.from)
    return isMostOfIt ? [asSeen(segment, film, raw, reference.levels)] : []
  })
  return found.sort((one, two) => explainedBy(two) - explainedBy(one))[0] ?? null
}

/** Of the picture, over the run: two tones beside each other are in many pictures. */
const leastColoured = 0.65

/** Placed anew, if it is a still scene's: what moves around it is smeared into its edges by coding. */
function placedInside(segment: Segment, film: Levels, raws: readonly Levels[]): readonly Segment[] {
  const { track } = segment
  const { raw, map, box } = track.pairing
  const pairing = new Pairing(film, raw, map, shrunk(box, smeared))
  const placed = placedInStillScenes([{ ...segment, track: { ...track, pairing } }], film, raws, [], [])
  return placed.map(each => ({ ...each, track }))
}

const smeared = 2

/**
 * The recording that a box shows for most of a stretch, laid as editing programs lay it: whole, or as much of its middle as fills the box.
 * `boxes` are where its sides may be, the last but one within a border. What is only the main picture of the frame is none.
 */
export function pictureIn(
  film: Levels,
  boxes: readonly Box[],
  { from, to }: Shot,
  references: readonly Reference[],
  main: Segment | null,
): Segment | null {
  const raws = references.map(({ levels }) => levels)
  const box = boxes.at(-1) as Box
  let best: { readonly segment: Segment; readonly explained: number } | null = null
  for (let n = 1; n <= mostTries; n++) {
    const frame = from + Math.floor(((to - from) * n) / (mostTries + 1))
    for (const start of startsAt(main, frame, boxes, to, film, references)) {
      const run = followedFrom(start, frame, { from, to }, film, references)
      if (!run) continue
      const { longest, track, evidence } = run
      if (isMapOf(main, raws[longest.raw] as Levels, longest.maps[0] ?? track.pairing.map, box)) continue
      const segment = ranged(longest, evidence, raws)
      const explained = explainedBy(segment)
      if (best === null || explained > best.explained) best = { segment, explained }
      if (explained > surely * (to - from)) return segment
    }
  }
  if (best) {
    const measured = laidAsMeasured(best.segment, { from, to }, film, references)
    const isOther = measured && !isMapOf(main, raws[measured.raw] as Levels, measured.track.pairing.map, box)
    return isOther && explainedBy(measured) > best.explained ? measured : best.segment
  }
  const inner = shrunk(boxes.at(-2) ?? box, 1)
  const agreed = agreedPicture(film, inner, { from, to }, references, raw =>
    boxes.flatMap(each => usualMaps(raw, each)),
  )
  return agreed && !isMapOf(main, raws[agreed.raw] as Levels, agreed.track.pairing.map, box) ? agreed : null
}

/** How much of the picture is explained, summed over the frames of a run. */
export function explainedBy({ track, frames, from }: Segment): number {
  return frames.reduce((sum, _, n) => sum + (track.explained[from + n - track.from] ?? 0), 0)
}

/** Places that the box may show, best first. */
function startsAt(
  main: Segment | null,
  frame: number,
  boxes: readonly Box[],
  to: number,
  film: Levels,
  references: readonly Reference[],
): readonly Candidate[] {
  const region = boxes.at(-1) as Box
  const inner = shrunk(boxes.at(-2) ?? region, 1)
  const found: Candidate[] = []
  for (const place of placesOf(film, frame, inner, references)) {
    const { levels, thumbFrames } = references[place.raw] as Reference
    const step = (thumbFrames[1] ?? 1) - (thumbFrames[0] ?? 0)
    const at = (map: Affine, reach: number) =>
      nearest(new Pairing(film, levels, map, inner), place.raw, frame, place.frame, reach)
    const usual = boxes.flatMap(box => usualMaps(levels, box).flatMap(map => at(map, step) ?? []))
    const near = at(place.map, step)
    const fit = near && coarseToFine(near.pairing, place.map, frame, near.frame)
    const moved = fit && fit.margin < leastMargin ? at(fit.map, step) : null
    // Programs lay pictures into boxes in few ways: one of these is taken where it fits about as well as a free one.
    const [best] = [...usual, ...(moved ? [{ ...moved, margin: moved.margin + freedom }] : [])].sort(
      (one, two) => one.margin - two.margin,
    )
    if (best) found.push(best)
  }
  if (found.length === 0)
    for (const each of partCandidates(film, frame, references, grown(region, 3, film)))
      found.push(settled(each, frame, to))
  return found
    .filter(each => each.margin < leastMargin && !isMapOf(main, each.pairing.raw, each.pairing.map, region))
    .sort((one, two) => one.margin - two.margin)
    .slice(0, 2)
}

/** The whole recording squeezed into a box, and as much of its middle as fills the box. */
function usualMaps({ pictures: { width, height } }: Levels, [x, y, w, h]: Box): readonly Affine[] {
  const onto = (sx: number, sy: number): Affine => [
    sx,
    0,
    x + w / 2 - (width * sx) / 2 + sx / 2 - 0.5,
    0,
    sy,
    y + h / 2 - (height * sy) / 2 + sy / 2 - 0.5,
  ]
  const fill = Math.max(w / width, h / height)
  const isSameShape = Math.abs(w / width / (h / height) - 1) < 0.06
  return isSameShape ? [onto(w / width, h / height)] : [onto(fill, fill), onto(w / width, h / height)]
}

/** A copy of the main recording laid where the main picture lies is the main picture too, lit otherwise or drawn on: a spotlight is no inset. */
function isMapOf(main: Segment | null, raw: Levels, map: Affine, box: Box): boolean {
  if (main === null) return false
  const { pairing } = main.track
  if (pairing.raw !== raw) return false
  const own = mappedBox(main.maps[0] ?? pairing.map, [0, 0, pairing.raw.width(0), pairing.raw.height(0)])
  const other = mappedBox(map, [0, 0, raw.width(0), raw.height(0)])
  // Told by the corner of the box, which both have to lay on one place of the recording.
  const place = (of: Box) => [(box[0] - of[0]) / of[2], (box[1] - of[1]) / of[3]] as const
  const [one, two] = [place(own), place(other)]
  const isSamePlace = Math.abs(one[0] - two[0]) < 0.04 && Math.abs(one[1] - two[1]) < 0.04
  return isSamePlace && Math.abs(other[2] / own[2] - 1) < 0.06
}

function editOf(segment: Segment, region: Region, film: Levels): Edit {
  const { raw, map } = segment.track.pairing
  // A whole recording in the box has its edges where its map lays them, to less than a pixel.
  const shown = mappedBox(segment.maps[0] ?? map, [0, 0, raw.width(0), raw.height(0)])
  const inset = overlapOf(shown, region.box) > 0.8 ? shown : region.box
  return insetEdit(region, segment.from, segment.to, inset, film)
}

/** A picture within the picture, or beside it where it goes from edge to edge. */
export function insetEdit(
  { box, score }: Region,
  start: number,
  end: number,
  inset: Box,
  film: Levels,
): Edit {
  const half = halfOf(box, film)
  return half
    ? { kind: 'split', start, end, region: scaled(otherHalf(half, film), film), score }
    : { kind: 'pip', start, end, region: scaled(inset, film), score }
}

/** The half that comes second, right or below: which of the two was found first says nothing. */
function otherHalf([x, y, w, h]: Box, film: Levels): Box {
  const [width, height] = [film.width(0), film.height(0)]
  if (h === height && x === 0) return [w, 0, width - w, height]
  if (w === width && y === 0) return [0, h, width, height - h]
  return [x, y, w, h]
}

/** The half of the frame that a box is, if it goes from one side to the other along two edges and one more. */
export function halfOf([x, y, w, h]: Box, film: Levels): Box | null {
  const [width, height] = [film.width(0), film.height(0)]
  // Dark edges of a large picture may look like those of what it hides.
  const near = w * h > 0.3 * width * height ? 0.14 : 0.06
  const [nearX, nearY] = [near * width, near * height]
  const [isLeft, isRight, isTop, isLow] = [
    x < nearX,
    x + w > width - nearX,
    y < nearY,
    y + h > height - nearY,
  ]
  const isTall = isTop && isLow
  const isWide = isLeft && isRight
  if (isTall === isWide) return null
  const share = isTall ? w / width : h / height
  if (share < 0.2 || share > 0.8) return null
  if (isTall && isLeft) return [0, 0, x + w, height]
  if (isTall && isRight) return [x, 0, width - x, height]
  if (isWide && isTop) return [0, 0, width, y + h]
  if (isWide && isLow) return [0, y, width, height - y]
  return null
}

function shrunk([x, y, w, h]: Box, by: number): Box {
  return [x + by, y + by, w - 2 * by, h - 2 * by]
}

function grown([x, y, w, h]: Box, by: number, film: Levels): Box {
  const [left, top] = [Math.max(0, x - by), Math.max(0, y - by)]
  return [left, top, Math.min(film.width(0), x + w + by) - left, Math.min(film.height(0), y + h + by) - top]
}
