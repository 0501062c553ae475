/** Pictures set into a picture: insets and split screens, each looked up as a query of its own. */
import { type Affine, type Box, mappedBox } from './affine.ts'
import { type Edit, scaled } from './kinds.ts'
import { cheapestPath, linesOf } from './lines.ts'
import type { Levels } from './pictures.ts'
import type { Region } from './regions.ts'
import { partCandidates, type Reference, settled } from './search.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { Evidence, trackFrom } from './track.ts'

export interface SecondLayer {
  readonly segment: Segment
  readonly edit: Edit
}

/** Smaller boxes hold too little to be found again. */
const leastShare = 0.035
const mostTries = 2

/** Looks up what a box of a run shows, if it stays through most of the run. */
export function secondLayerIn(
  main: Segment,
  region: Region,
  film: Levels,
  references: readonly Reference[],
): SecondLayer | null {
  const { from, to } = main
  if (region.share < leastShare || region.to - region.from < 0.5 * (to - from)) return null
  const box = grown(region.box, 3, film)
  for (let n = 1; n <= mostTries; n++) {
    const frame = region.from + Math.floor(((region.to - region.from) * n) / (mostTries + 1))
    const [best] = partCandidates(film, frame, references, box)
      .filter(each => !isMapOf(main, each.pairing.raw, each.pairing.map, box))
      .map(each => settled(each, frame, region.to))
      .sort((one, two) => one.margin - two.margin)
    if (!best) continue
    const track = trackFrom(best.pairing, best.raw, frame, best.frame, best.rate, {
      from: region.from,
      to: region.to,
    })
    if (!track || track.to - track.from < 0.5 * (region.to - region.from)) continue
    // Alone, its evidence is weighed as that of a whole frame is.
    const evidence = [new Evidence(track, 1)]
    const raws = references.map(({ levels }) => levels)
    const path = cheapestPath(film.count, linesOf(track, 0, film), evidence, film, raws)
    const found = segmentsOf(path, linesOf(track, 0, film), [track], evidence, film, raws)
    const segment = found.toSorted((one, two) => two.to - two.from - (one.to - one.from))[0]
    if (!segment || isSameAs(main, segment)) continue
    return { segment, edit: editOf(segment, region, box, film) }
  }
  return null
}

/** The main picture itself, lit otherwise or drawn on: a spotlight is no inset. */
function isSameAs(main: Segment, other: Segment): boolean {
  const { pairing } = other.track
  return isMapOf(main, pairing.raw, other.maps[0] ?? pairing.map, pairing.box)
}

/** A copy of the main recording laid where the main picture lies is the main picture too. */
function isMapOf(main: Segment, raw: Levels, map: Affine, box: Box): boolean {
  const { pairing } = main.track
  const own = mappedBox(main.maps[0] ?? pairing.map, [0, 0, pairing.raw.width(0), pairing.raw.height(0)])
  const other = mappedBox(map, [0, 0, raw.width(0), raw.height(0)])
  // Told by the corner of the box, which both have to lay on one place of the recording.
  const place = (of: Box) => [(box[0] - of[0]) / of[2], (box[1] - of[1]) / of[3]] as const
  const [one, two] = [place(own), place(other)]
  const isSamePlace = Math.abs(one[0] - two[0]) < 0.04 && Math.abs(one[1] - two[1]) < 0.04
  return isSamePlace && Math.abs(other[2] / own[2] - 1) < 0.06
}

function editOf(segment: Segment, region: Region, box: Box, film: Levels): Edit {
  const { raw, map } = segment.track.pairing
  const shown = mappedBox(segment.maps[0] ?? map, [0, 0, raw.width(0), raw.height(0)])
  const [width, height] = [film.width(0), film.height(0)]
  const [x, y, w, h] = region.box
  const isTall = h > 0.85 * height
  const isWide = w > 0.85 * width
  const touches =
    (isTall && (x < 0.06 * width || x + w > 0.94 * width)) ||
    (isWide && (y < 0.06 * height || y + h > 0.94 * height))
  if (touches) {
    const half: Box = isTall
      ? x < 0.06 * width
        ? [0, 0, x + w, height]
        : [x, 0, width - x, height]
      : y < 0.06 * height
        ? [0, 0, width, y + h]
        : [0, y, width, height - y]
    return { kind: 'split', start: segment.from, end: segment.to, region: scaled(half, film), score: 0.8 }
  }
  const [left, top] = [Math.max(shown[0], box[0]), Math.max(shown[1], box[1])]
  const inset: Box = [
    left,
    top,
    Math.min(shown[0] + shown[2], box[0] + box[2]) - left,
    Math.min(shown[1] + shown[3], box[1] + box[3]) - top,
  ]
  return { kind: 'pip', start: segment.from, end: segment.to, region: scaled(inset, film), score: 0.8 }
}

function grown([x, y, w, h]: Box, by: number, film: Levels): Box {
  const [left, top] = [Math.max(0, x - by), Math.max(0, y - by)]
  return [left, top, Math.min(film.width(0), x + w + by) - left, Math.min(film.height(0), y + h + by) - top]
}
