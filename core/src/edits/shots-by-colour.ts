/** Shots of a dark place that brightness does not tell, or tells as a part of a recording only: looked for by colours. */
import { type Box, mappedBox, overlapOf } from './affine.ts'
import { asSeen, type ByColour, byColour, mayHideInDark } from './by-colour.ts'
import { type MappedFilm, mapFilm } from './map-film.ts'
import { partOfFilm, segmentInFilm } from './part-of-film.ts'
import type { Levels } from './pictures.ts'
import { type Reference, wholeCandidates } from './search.ts'
import { explainedBy } from './second-layer.ts'
import type { Rival, Segment } from './segments.ts'
import { type Shot, shotsOf } from './shots.ts'

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
  apart: readonly Shot[] = [],
): MappedFilm {
  const shots = shotsOf(film)
  let known = mapped
  for (const [n, from] of shots.slice(0, -1).entries()) {
    const shot = { from, to: shots[n + 1] as number }
    if (apart.some(each => each.from < shot.to && each.to > shot.from)) continue
    // A bright arrow is no reason to take a dark picture for one that its brightness tells.
    if (isCancelled() || !mayHideInDark(film, [0, 0, film.width(0), film.height(0)], shot)) continue
    for (const [raw, reference] of references.entries()) {
      const doubt = doubtOf(known.segments, raw, shot, film)
      const coloured = doubt === 'none' ? null : byColour(film, reference)
      // A part that brightness tells as one is told no better by colours; a whole picture may lie beneath it.
      if (!coloured || (doubt === 'part' && !mayBeWhole(coloured, shot))) continue
      const all = foundIn(shot, coloured, isCancelled)
      const seen = all && doubt === 'part' ? wholeIn(all, shot, film) : all
      if (!seen) continue
      const found = {
        segments: seen.segments.map(each => asSeen(each, film, raw, reference.levels)),
        rivals: seen.rivals.map(each => each.map((rival): Rival => ({ ...rival, raw }))),
      }
      known = instead(known, shot, found, film)
      break
    }
  }
  return known
}

/** Whether half of a shot or more is from none, or else is told as a part of a recording. */
function doubtOf(
  segments: readonly Segment[],
  raw: number,
  { from, to }: Shot,
  film: Levels,
): 'all' | 'part' | 'none' {
  let [whole, part] = [0, 0]
  for (const segment of segments) {
    const both = Math.min(to, segment.to) - Math.max(from, segment.from)
    if (both <= 0) continue
    if (segment.from < from - nearShot || segment.to > to + nearShot) return 'none'
    if (segment.raw === raw && !isWhole(segment, film)) part += both
    else whole += both
  }
  const most = (1 - inDoubt) * (to - from)
  return whole + part <= most ? 'all' : whole <= most ? 'part' : 'none'
}

/** The runs of whole pictures that go through most of a shot: their ends are found later. */
function wholeIn({ segments, rivals }: MappedFilm, { from, to }: Shot, film: Levels): MappedFilm | null {
  const kept = [...segments.entries()].filter(([, each]) => isWhole(each, film))
  const frames = kept.reduce((sum, [, each]) => sum + each.to - each.from, 0)
  if (frames < leastFound * (to - from)) return null
  return { segments: kept.map(([, each]) => each), rivals: kept.map(([n]) => rivals[n] ?? []) }
}

function isWhole({ maps, track: { pairing } }: Segment, film: Levels): boolean {
  const whole: Box = [0, 0, film.width(0), film.height(0)]
  const { width, height } = pairing.raw.pictures
  return (
    overlapOf(mappedBox(maps[maps.length >> 1] ?? pairing.map, [0, 0, width, height]), whole) > mostlyWhole
  )
}

function mayBeWhole({ film, reference }: ByColour, { from, to }: Shot): boolean {
  return wholeCandidates(film, (from + to) >> 1, [reference], 1).length > 0
}

/** As of a film of that one recording. */
function foundIn(shot: Shot, { film, reference }: ByColour, isCancelled: () => boolean): MappedFilm | null {
  const part = partOfFilm(film, [0, 0, film.width(0), film.height(0)], shot)
  const { segments, rivals } = mapFilm(part.part, [reference], [], isCancelled)
  const frames = segments.reduce((sum, each) => sum + each.to - each.from, 0)
  const explained = segments.reduce((sum, each) => sum + explainedBy(each), 0)
  if (frames < leastFound * (shot.to - shot.from) || explained < leastExplained * frames) return null
  return { segments: segments.map(each => segmentInFilm(each, part)), rivals }
}

/** Runs of whole pictures that brightness tells stay where they are. */
function instead(
  { segments, rivals }: MappedFilm,
  { from, to }: Shot,
  found: MappedFilm,
  film: Levels,
): MappedFilm {
  const kept = segments.flatMap((segment, n) =>
    segment.from < to && segment.to > from && !isWhole(segment, film)
      ? []
      : [{ segment, rivals: rivals[n] ?? [] }],
  )
  const more = found.segments.flatMap((segment, n) => {
    const isKnown = kept.some(each => each.segment.from < segment.to && each.segment.to > segment.from)
    return isKnown ? [] : [{ segment, rivals: found.rivals[n] ?? [] }]
  })
  const all = [...kept, ...more].sort((one, two) => one.segment.from - two.segment.from)
  return { segments: all.map(({ segment }) => segment), rivals: all.map(each => each.rivals) }
}
