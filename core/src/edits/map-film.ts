/** Which recording and frame every frame of a film shows, if any. */

import { mappedBox, overlapOf } from './affine.ts'
import { stretched } from './dissolves.ts'
import { measuredZoom } from './geometry.ts'
import { cheapestPath, type Line, linesOf } from './lines.ts'
import { marginOf, type Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import {
  type Candidate,
  coarseToFine,
  nearest,
  partCandidates,
  type Reference,
  settled,
  snapped,
  wholeCandidates,
} from './search.ts'
import { type Rival, rivalsOf, type Segment, segmentsOf } from './segments.ts'
import { finelyPlaced } from './still-scenes.ts'
import { likeness, thumbOf, wholeOnto } from './thumbs.ts'
import { Evidence, type Track, trackFrom } from './track.ts'

export interface MappedFilm {
  readonly segments: readonly Segment[]
  readonly rivals: readonly (readonly Rival[])[]
}

/** Frames of the film between two that are looked up; shots of less than this are found by what surrounds them. */
const keyStep = 8
const rivalStep = 16
/** Other places of a recording are followed this far, in frames of the film: what decides between them is near. */
const rivalReach = 240
/** Parts are not looked up again this soon after nothing was found. */
const partStep = 12
/** A whole picture that fits worse than this is looked up as a part too. */
const surelyWhole = -0.9

export function mapFilm(
  film: Levels,
  references: readonly Reference[],
  isCancelled: () => boolean,
): MappedFilm {
  const tracks: Track[] = []
  const limits = { from: 0, to: film.count }
  const lookup = new Lookup(film, references)
  for (const step of [keyStep, keyStep >> 1])
    for (let frame = step >> 1; frame < film.count; frame += step) {
      if (isCancelled()) break
      if (tracks.some(track => covers(track, frame))) continue
      for (const candidate of lookup.at(frame, step === keyStep)) {
        if (isKnown(tracks, frame, candidate)) continue
        const track = trackFrom(
          candidate.pairing,
          candidate.raw,
          frame,
          candidate.frame,
          rateAt(candidate, frame),
          limits,
        )
        if (track && track.to - track.from > 2 && !isJerky(track)) tracks.push(track)
      }
    }
  for (let frame = rivalStep >> 1; frame < film.count; frame += rivalStep) {
    if (isCancelled()) break
    for (const track of tracks.filter(each => covers(each, frame)).slice(0, 2))
      for (const rival of otherTimesOf(track, frame, references)) {
        if (isKnown(tracks, frame, rival)) continue
        const around = { from: Math.max(0, frame - rivalReach), to: Math.min(film.count, frame + rivalReach) }
        const followed = trackFrom(rival.pairing, rival.raw, frame, rival.frame, rateAt(rival, frame), around)
        if (followed && !isJerky(followed)) tracks.push(followed)
      }
  }
  const raws = references.map(({ levels }) => levels)
  let found = pathOf(film, raws, tracks)
  const challengers = found.segments.flatMap(segment => challengerOf(segment) ?? [])
  if (challengers.length > 0) {
    tracks.push(...challengers)
    found = pathOf(film, raws, tracks)
  }
  const { lines, evidence } = found
  const steady = oneHalfFirst(found.segments, evidence, film, raws)
  const segments = steady.map(segment =>
    finelyPlaced(
      measuredZoom(segment),
      film,
      raws[segment.raw] as Levels,
      (references[segment.raw] as Reference).thumbFrames,
    ),
  )
  return { segments, rivals: segments.map(segment => rivalsOf(segment, lines, evidence, film, raws)) }
}

function pathOf(film: Levels, raws: readonly Levels[], tracks: readonly Track[]) {
  const lines: readonly Line[] = tracks.flatMap((track, n) => linesOf(track, n, film))
  const evidence = tracks.map(track => new Evidence(track))
  const path = cheapestPath(film.count, lines, evidence, film, raws)
  return { lines, evidence, segments: segmentsOf(path, lines, tracks, evidence, film, raws) }
}

/** Mean evidence, in the units of a track's costs, by which a half of a split screen is still seen. */
const stillSeen = -12

/** Two pictures side by side explain a film about equally well: the one that came first stays the main one, as long as it is seen. */
function oneHalfFirst(
  segments: readonly Segment[],
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  const out: Segment[] = []
  for (const segment of segments) {
    const before = out.at(-1)
    if (
      before &&
      before.to === segment.from &&
      areApart(before, segment) &&
      isSeen(before, segment, evidence, film, raws)
    ) {
      out[out.length - 1] = stretched(before, before.from, segment.to, film, raws)
      continue
    }
    // The same line again, after the other half was taken for the main one for a while.
    if (
      before &&
      before.to === segment.from &&
      before.raw === segment.raw &&
      before.line.track === segment.line.track &&
      Math.abs(before.line.start - segment.line.start) < 1e-9
    ) {
      out[out.length - 1] = stretched(before, before.from, segment.to, film, raws)
      continue
    }
    out.push(segment)
  }
  return out
}

function areApart(one: Segment, two: Segment): boolean {
  const shownIn = ({ track, maps }: Segment) => {
    const { width, height } = track.pairing.raw.pictures
    return mappedBox(maps[0] ?? track.pairing.map, [0, 0, width, height])
  }
  if (one.track.pairing.coverage > 0.85 || two.track.pairing.coverage > 0.85) return false
  return overlapOf(shownIn(one), shownIn(two)) < 0.6
}

function isSeen(
  one: Segment,
  over: Segment,
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): boolean {
  const known = evidence[one.line.track] as Evidence
  if (over.from >= one.track.to) return false
  let sum = 0
  for (let frame = over.from; frame < over.to; frame++) {
    const time = one.line.start + one.line.rate * (film.pictures.times[frame] as number)
    sum += frame < one.track.to ? known.at(frame, (raws[one.raw] as Levels).frameAt(time)) : 0
  }
  return sum / (over.to - over.from) < stillSeen
}

const challengeReach = 8
const challengeSamples = 10

/**
 * On a moving camera a part of the picture can be a few frames off and shifted to match, as long as the camera moves evenly. Over the
 * whole run it is not: every offset is tried with the map that suits it in the middle, and the best is followed anew.
 */
function challengerOf(segment: Segment): Track | null {
  const { track, from, to, frames, maps } = segment
  const { pairing } = track
  if (to - from < 8 || maps.length > 1 || isWhole(pairing)) return null
  const middle = (from + to) >> 1
  const at = frames[middle - from] as number
  const map = maps[0] ?? pairing.map
  const samples = Array.from(
    { length: Math.min(challengeSamples, to - from) },
    (_, n, of = Math.min(challengeSamples, to - from)) => from + Math.floor(((n + 0.5) * (to - from)) / of),
  )
  let best: { readonly pairing: Pairing; readonly move: number } | null = null
  let least = Number.POSITIVE_INFINITY
  for (let move = -challengeReach; move <= challengeReach; move++) {
    const frame = at + move
    if (frame < 0 || frame >= pairing.raw.count) continue
    const fit = coarseToFine(pairing, map, middle, frame)
    if (fit.margin > -0.1) continue
    const tried = pairing.with(fit.map)
    let sum = 0
    for (const sample of samples) {
      const there = (frames[sample - from] as number) + move
      const view = tried.view(sample)
      sum += there < 0 || there >= pairing.raw.count ? 0.3 : marginOf(view, tried.fit(view, there))
    }
    // The offset there is stays unless another is clearly better.
    const cost = sum / samples.length + (move === 0 ? -0.02 : 0)
    if (cost < least) [least, best] = [cost, { pairing: tried, move }]
  }
  if (best === null) return null
  const perFrame = ((frames.at(-1) as number) - (frames[0] as number)) / Math.max(1, to - from - 1)
  return trackFrom(best.pairing, segment.raw, middle, at + best.move, perFrame, { from, to })
}

function isWhole({ film, raw, map, box }: Pairing): boolean {
  const whole = wholeOnto(raw.width(0), raw.height(0), box, map[0] < 0)
  return whole.every((value, n) => Math.abs(value - (map[n] as number)) < 1e-6) && box[2] <= film.width(0)
}

/** A map that has to be moved every other frame follows a wrong place; a zoom moves evenly and is foretold. */
function isJerky({ maps, moves }: Track): boolean {
  return maps.length > 4 && moves > 0.34 * maps.length
}

/** The frame needs no further look: a whole picture that is largely explained, or a part that is so with a map that stands still. */
function covers(track: Track, frame: number): boolean {
  if (frame < track.from || frame >= track.to) return false
  const explained = track.explained[frame - track.from] as number
  return isWhole(track.pairing)
    ? explained > 0.45
    : explained > 0.88 && track.moves < 1 + 0.05 * track.maps.length
}

/** Somebody follows this place already. */
function isKnown(tracks: readonly Track[], frame: number, { raw, frame: at, pairing }: Candidate): boolean {
  return tracks.some(track => {
    const n = frame - track.from
    if (track.raw !== raw || n < 0 || n >= track.best.length || track.pairing.map[0] * pairing.map[0] < 0)
      return false
    const low = track.low[n] as number
    return (
      at >= low &&
      at < low + (track.costs[n] as Float32Array).length &&
      Math.abs((track.maps[n] as readonly number[])[0]! / pairing.map[0] - 1) < 0.1
    )
  })
}

/** Looks frames of the film up, and remembers what was not found, so that a card of three seconds is looked up once. */
class Lookup {
  readonly #film: Levels
  readonly #references: readonly Reference[]
  readonly #missed: Float32Array[] = []
  #missedAt = Number.NEGATIVE_INFINITY

  constructor(film: Levels, references: readonly Reference[]) {
    this.#film = film
    this.#references = references
  }

  at(frame: number, isThorough: boolean): readonly Candidate[] {
    const film = this.#film
    const wholes = wholeCandidates(film, frame, this.#references, 6)
    const [first] = wholes
    const near = wholes.filter(each => first && each.margin < first.margin + 0.12).slice(0, 2)
    if (first && first.margin < surelyWhole && first.explained > 0.6) return near
    if (!isThorough && frame - this.#missedAt < partStep) return near
    const thumb = thumbOf(film, frame, [0, 0, film.width(0), film.height(0)])
    if (thumb === null || this.#missed.some(each => likeness(each, thumb) > 0.97)) return near
    const parts = partCandidates(film, frame, this.#references, null).map(each =>
      snapped(settled(each, frame, film.count), frame),
    )
    if (parts.length === 0) {
      this.#missed.push(thumb)
      this.#missedAt = frame
    }
    const all = [...near, ...parts].sort((one, two) => one.margin - two.margin)
    return all.filter(each => each.margin < (all[0]?.margin ?? 0) + 0.4).slice(0, 3)
  }
}

/** Frames of the recording for each frame of the film at first: probed a little ahead, where something moves. */
function rateAt(candidate: Candidate, frame: number): number {
  const { pairing } = candidate
  const usual = pairing.film.frameSeconds / pairing.raw.frameSeconds
  if (candidate.rate !== 1) return candidate.rate
  const ahead = Math.min(6, pairing.film.count - 1 - frame)
  if (ahead < 3) return usual
  const view = pairing.view(frame + ahead)
  if (view.blocks.length < 6) return usual
  let rate = usual
  let least = Number.POSITIVE_INFINITY
  for (let move = Math.round(-4 * ahead * usual); move <= Math.round(8 * ahead * usual); move++) {
    const at = candidate.frame + move
    if (at < 0 || at >= pairing.raw.count) continue
    // In hundredths of a block: a frame has to be clearly better than that of true speed.
    const cost = 100 * marginOf(view, pairing.fit(view, at)) + (Math.abs(move - ahead * usual) > 1 ? 6 : 0)
    if (cost < least) [least, rate] = [cost, move / ahead]
  }
  return rate
}

/** Other times of the same recording that this frame fits as well or better: still scenes, and cuts within one. */
function otherTimesOf(track: Track, frame: number, references: readonly Reference[]): readonly Candidate[] {
  const n = frame - track.from
  const map = track.maps[n]
  const reference = references[track.raw]
  if (!map || !reference) return []
  const coarse = track.pairing.with(map, 1)
  const view = coarse.view(frame)
  if (view.blocks.length < 6) return []
  const own = track.best[n] as number
  const ownMargin = marginOf(view, coarse.fit(view, own))
  const frames = reference.thumbFrames
  const margins = [...frames].map(at => marginOf(view, coarse.fit(view, at)))
  const reach = Math.max(2, Math.round(1 / 6 / reference.levels.frameSeconds))
  const near = [...margins.keys()]
    .filter(
      at =>
        (margins[at] as number) < ownMargin + 0.1 &&
        (margins[at] as number) <= (margins[at - 1] ?? 1) &&
        (margins[at] as number) <= (margins[at + 1] ?? 1),
    )
    .filter(at => Math.abs((frames[at] as number) - own) > reach)
    .sort((one, two) => (margins[one] as number) - (margins[two] as number))
    .slice(0, 3)
  const fine = track.pairing.with(map)
  const ownCost = (track.costs[n] as Float32Array)[own - (track.low[n] as number)] as number
  return near.flatMap(at => {
    const found = nearest(fine, track.raw, frame, frames[at] as number, reach)
    return found && 100 * found.margin < ownCost - 3 ? [found] : []
  })
}
