/** A small part of a camera's picture that moves, shown so large that no corner is found of its usual size: looked for over a stretch of film in which nothing else was found. */
import { isSlanted } from './affine.ts'
import { squeezedBy } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { rigidFrom } from './rigid.ts'
import { type Candidate, partCandidates, type Reference, settled } from './search.ts'
import { type Track, trackFrom } from './track.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where in a stretch it is looked, as shares of it: of a camera that turns some frames share nothing with those whose corners are known. */
const looks = [0.5, 0.25, 0.75]
/** Another part of the same place can be laid over a frame so that it fits by −0.7; what fits a stretch fits half as well as it does its frame. */
const surelyPart = -1.2
const leastCost = -0.4
const leastShare = 0.5
const mostFollowed = 2
/** Seconds: corners are enlarged of few frames, which lie this far apart and more. */
const reach = 1

/** What enlarged corners find of a film's frame, each settled at the frame of its recording that later frames agree on. */
export function enlargedParts(
  film: Levels,
  frame: number,
  references: readonly Reference[],
  least = 0,
): readonly Candidate[] {
  const index = references[0]?.enlarged
  return partCandidates(film, frame, references, null, { index })
    .filter(({ margin }) => margin < least)
    .map(each => settled(each, frame, film.count, reach))
    .sort((one, two) => one.margin - two.margin)
}

export function enlargedTrack(
  film: Levels,
  references: readonly Reference[],
  stretch: Stretch,
): Track | null {
  for (const share of looks) {
    const frame = stretch.from + Math.floor(share * (stretch.to - stretch.from))
    for (const each of enlargedParts(film, frame, references, surelyPart).slice(0, mostFollowed)) {
      const rigid = rigidFrom(each, frame, stretch)
      if (!rigid || rigid.cost > leastCost || rigid.cost > leastShare * each.margin) continue
      const { pairing, raw, start, rate, mapAt } = rigid
      if (isSlanted(mapAt(frame), squeezedBy(pairing))) continue
      const at = pairing.raw.frameAt(start + rate * (film.pictures.times[frame] as number))
      const perFrame = (rate * film.frameSeconds) / pairing.raw.frameSeconds
      const track = trackFrom(pairing, raw, frame, at, perFrame, { from: 0, to: film.count }, mapAt)
      if (track) return { ...track, line: { start, rate, ...stretch } }
    }
  }
  return null
}
