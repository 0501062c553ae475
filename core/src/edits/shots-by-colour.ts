/** Shots of a dark place that brightness does not tell, or tells as a part of a recording only: looked for by colours. */
import { type Box, mappedBox, overlapOf } from './affine.ts'
import { asSeen, byColour } from './by-colour.ts'
import { spreadOf } from './kinds.ts'
import { type MappedFilm, mapFilm } from './map-film.ts'
import { partOfFilm, segmentInFilm } from './part-of-film.ts'
import type { Levels } from './pictures.ts'
import type { Reference } from './search.ts'
import { explainedBy } from './second-layer.ts'
import type { Rival, Segment } from './segments.ts'
import { type Shot, shotsOf } from './shots.ts'

/** Standard deviation in grey levels: what differs more is told by its brightness. */
const mostSpread = 12
/** Of a shot's frames that are in doubt, for it to be looked at; and of those that are found then. */
const inDoubt = 0.5
const leastFound = 0.7
/** Of the picture, over what is found. */
const leastExplained = 0.65
/** Overlap with the frame of what is laid over all of it. */
const mostlyWhole = 0.95
/** Frames by which a run may end beyond its shot. */
const nearShot = 2

export function withShotsByColour(
  mapped: MappedFilm,
  film: Levels,
  references: readonly Reference[],
  isCancelled: () => boolean,
): MappedFilm {
  const shots = shotsOf(film)
  let known = mapped
  for (const [n, from] of shots.slice(0, -1).entries()) {
    const shot = { from, to: shots[n + 1] as number }
    if (isCancelled() || spreadOf(film.at((shot.from + shot.to) >> 1, 2)) > mostSpread) continue
    for (const [raw, reference] of references.entries()) {
      const found =
        isDoubtful(known.segments, raw, shot, film) && foundIn(shot, film, raw, reference, isCancelled)
      if (!found) continue
      known = instead(known, shot, found)
      break
    }
  }
  return known
}

/** Whether half of a shot is from none, or from a part of a recording. */
function isDoubtful(segments: readonly Segment[], raw: number, { from, to }: Shot, film: Levels): boolean {
  let sure = 0
  for (const segment of segments) {
    const both = Math.min(to, segment.to) - Math.max(from, segment.from)
    if (both <= 0) continue
    if (segment.from < from - nearShot || segment.to > to + nearShot) return false
    if (segment.raw !== raw || isWhole(segment, film)) sure += both
  }
  return sure <= (1 - inDoubt) * (to - from)
}

function isWhole({ maps, track: { pairing } }: Segment, film: Levels): boolean {
  const whole: Box = [0, 0, film.width(0), film.height(0)]
  const { width, height } = pairing.raw.pictures
  return (
    overlapOf(mappedBox(maps[maps.length >> 1] ?? pairing.map, [0, 0, width, height]), whole) > mostlyWhole
  )
}

function foundIn(
  shot: Shot,
  film: Levels,
  raw: number,
  reference: Reference,
  isCancelled: () => boolean,
): MappedFilm | null {
  const coloured = byColour(film, reference)
  if (!coloured) return null
  const part = partOfFilm(coloured.film, [0, 0, film.width(0), film.height(0)], shot)
  const { segments, rivals } = mapFilm(part.part, [coloured.reference], [], isCancelled)
  const frames = segments.reduce((sum, each) => sum + each.to - each.from, 0)
  const explained = segments.reduce((sum, each) => sum + explainedBy(each), 0)
  if (frames < leastFound * (shot.to - shot.from) || explained < leastExplained * frames) return null
  return {
    segments: segments.map(each => asSeen(segmentInFilm(each, part), film, raw, reference.levels)),
    rivals: rivals.map(each => each.map((rival): Rival => ({ ...rival, raw }))),
  }
}

function instead({ segments, rivals }: MappedFilm, { from, to }: Shot, found: MappedFilm): MappedFilm {
  const kept = segments.flatMap((segment, n) =>
    segment.from < to && segment.to > from ? [] : [{ segment, rivals: rivals[n] ?? [] }],
  )
  const more = found.segments.map((segment, n) => ({ segment, rivals: found.rivals[n] ?? [] }))
  const all = [...kept, ...more].sort((one, two) => one.segment.from - two.segment.from)
  return { segments: all.map(({ segment }) => segment), rivals: all.map(each => each.rivals) }
}
