/** Which recording and frame every frame of a film shows, if any. */
import type { TellStage } from '../case/index.ts'
import { type Affine, composed, inverse, isSlanted, mappedBox, overlapOf } from './affine.ts'
import { bridgedGaps, reachingCuts } from './bridged-gaps.ts'
import { isCard } from './cards.ts'
import { isFittedByChance } from './detail-agreed.ts'
import { detailInside } from './detail-inside.ts'
import { enlargedParts } from './enlarged-search.ts'
import { evenTracks } from './even-moves.ts'
import { followedOn } from './followed-on.ts'
import { joinedZooms, measuredZoom } from './geometry.ts'
import type { HeardPlace } from './heard-places.ts'
import { standsStill } from './held.ts'
import { heldMoves } from './held-moves.ts'
import { heldAsOne } from './held-runs.ts'
import { largeParts } from './large-parts.ts'
import { cheapestPath, type Line, linesOf } from './lines.ts'
import { movedOver } from './moved-over.ts'
import { asOneLine } from './one-line.ts'
import { marginOf, squeezedBy } from './pairing.ts'
import { withoutPassedBy } from './passed-by.ts'
import type { Levels } from './pictures.ts'
import { type Rigid, rigidFrom } from './rigid.ts'
import {
  type Candidate,
  partCandidates,
  type Reference,
  settled,
  turnedLies,
  wholeCandidates,
  wholeNear,
} from './search.ts'
import { type Rival, ranged, rivalsOf, type Segment, segmentsOf, type UnrangedSegment } from './segments.ts'
import { shotsOf } from './shots.ts'
import { StandingCameras } from './standing-cameras.ts'
import { placedInStillScenes } from './still-scenes.ts'
import { stretched } from './stretched.ts'
import { likeness, thumbOf } from './thumbs.ts'
import { Evidence, SureCosts, type Track, trackFrom } from './track.ts'
import { uprightTracks } from './upright-search.ts'

export interface MappedFilm {
  readonly segments: readonly Segment[]
  readonly rivals: readonly (readonly Rival[])[]
}

/** Frames of the film between two that are looked up; shots of less than this are found by what surrounds them. */
const keyStep = 8
/** Parts are not looked up again this soon after nothing was found. */
const partStep = 12
/** A whole picture that fits worse than this is looked up as a part too. */
const surelyWhole = -0.9
/** The same letters on the same ground come to −0.78: a ground of one tone tells little. */
const sameCard = -0.5
/** A part of another place can be laid so that it fits by -0.7. */
const surelyPart = -1.2

/** `heard` is where the film's sound is a recording's: still scenes look alike at all times, and sound tells. What `apart` shows is told elsewhere, and not looked for. */
export function mapFilm(
  film: Levels,
  references: readonly Reference[],
  heard: readonly HeardPlace[],
  isCancelled: () => boolean,
  tell: TellStage = () => undefined,
  apart: readonly Shot[] = [],
): MappedFilm {
  const tracks: Track[] = []
  const limits = { from: 0, to: film.count }
  const shots = shotsOf(film)
  const lookup = new Lookup(film, references, shots)
  const sure = new SureCosts(film.count)
  const standing = new StandingCameras(references, sure)
  const keep = (track: Track) => {
    tracks.push(track)
    sure.add(track)
  }
  const follow = ({ wholes, parts }: Looked, frame: number, leastPart = leastRigid) => {
    const shot = shotAround(shots, frame)
    for (const candidate of wholes) {
      if (isKnown(tracks, frame, candidate)) continue
      const { pairing, raw, frame: at } = candidate
      const track = trackFrom(pairing, raw, frame, at, rateAt(candidate, frame), limits, null, sure)
      const moved = track && movedOver(track, film)
      if (moved) tracks.push(moved)
      if (track && track.to - track.from > 2 && !isJerky(track)) {
        keep(track)
        tracks.push(...standing.tracksAt(track, frame, shot))
      }
    }
    for (const track of rigidTracks(parts, frame, shot, film.count, leastPart)) {
      tracks.push(track)
      tracks.push(...standing.tracksAt(track, frame, shot))
    }
  }
  const isClosed = onCards(shots, film)
  for (const { from, to } of apart) isClosed.fill(1, from, to)
  const isApart = (frame: number) => apart.some(({ from, to }) => frame >= from && frame < to)
  for (const step of [keyStep, keyStep >> 1])
    for (let frame = step >> 1; frame < film.count; frame += step) {
      if (isCancelled()) break
      tell('places', shareOf(step, frame, film.count))
      if (isApart(frame)) continue
      const isCovered = tracks.some(track => covers(track, frame))
      if (isCovered && (step < keyStep || sure.isFoundAt(frame))) continue
      const found = isCovered
        ? { wholes: lookup.better(frame, leastMargin(tracks, frame)), parts: [] }
        : isClosed[frame]
          ? { wholes: lookup.card(frame), parts: [] }
          : lookup.at(frame, step === keyStep)
      follow(found, frame)
    }
  for (const frame of unfoundMiddles(shots, tracks)) {
    if (isCancelled()) break
    if (isClosed[frame]) continue
    follow({ wholes: [], parts: enlargedParts(film, frame, references) }, frame)
  }
  for (const frame of unfoundMiddles(shots, tracks)) {
    if (isCancelled()) break
    if (isClosed[frame]) continue
    const { wholes, parts } = lookup.turned(frame)
    // Turning a picture about its middle may lay it beside its place by a part of a pixel, which frames of a moving camera make up for: first one map over the whole shot.
    follow({ wholes: [], parts }, frame)
    if (!tracks.some(track => covers(track, frame))) follow({ wholes, parts: [] }, frame)
  }
  for (const frame of unfoundMiddles(shots, tracks)) {
    if (isCancelled()) break
    if (isClosed[frame]) continue
    follow({ wholes: [], parts: lookup.large(frame) }, frame, leastByTones)
  }
  let triedAt = Number.NEGATIVE_INFINITY
  for (const frame of lookup.likelyParts) {
    if (isCancelled()) break
    if (frame - triedAt < partStep || tracks.some(track => covers(track, frame))) continue
    triedAt = frame
    follow({ wholes: [], parts: lookup.large(frame) }, frame, leastByTones)
  }
  // What is followed into a shot from the one before it was looked for at the time of that one.
  for (const [n, from] of shots.slice(0, -1).entries()) {
    const shot = { from, to: shots[n + 1] as number }
    const middle = (shot.from + shot.to) >> 1
    for (const track of tracks.filter(each => covers(each, middle)))
      tracks.push(...standing.tracksAt(track, middle, shot))
  }
  const raws = references.map(({ levels }) => levels)
  const paths = new Paths(film, raws)
  const pieces = paths.through(tracks)
  const evenly = evenTracks(pieces.segments, film)
  const even = evenly.map(({ track }) => track)
  const loose = new Set(evenly.flatMap(({ track, isLoose }) => (isLoose ? [track] : [])))
  const more = [...even, ...heldMoves(pieces.segments, shots, film)]
  const joined = more.length === 0 ? pieces : paths.through(more)
  const upright = uprightTracks(film, references, joined.segments, shots, loose, isClosed)
  const { lines, evidence, segments } = upright.length === 0 ? joined : paths.through(upright)
  const found = segments.map(each => ranged(each, evidence, raws))
  const steady = heldAsOne(oneHalfFirst(found, evidence, film, raws), evidence, film, raws)
  const measured = followedOn(asOneLine(steady, film, raws).map(measuredZoom), film, raws)
  const zoomed = (from: readonly Segment[]) =>
    joinedZooms(from, film, raws).map(each => (from.includes(each) ? each : measuredZoom(each)))
  const stills = placedInStillScenes(zoomed(measured), film, raws, shots, heard)
  // Once they are placed, what stands still before a zoom may be told to be the same run.
  const joinedOnce = zoomed(asOneLine(stills, film, raws)).filter(each => !isFittedByChance(each))
  const reached = reachingCuts(bridgedGaps(joinedOnce, film, raws), film, raws, shots)
  const placed = withoutPassedBy(reached, shots)
  return { segments: placed, rivals: placed.map(segment => rivalsOf(segment, lines, evidence, film, raws)) }
}

/**
 * Frame by frame, 1 for those of still cards. Letters fit something of some recording, in parts, turned or enlarged: looking so takes longer than all that is found. A
 * recording may hold a card as well, before an emergency call say, and shows it whole.
 */
function onCards(shots: readonly number[], film: Levels): Uint8Array {
  const cards = new Uint8Array(film.count)
  for (const [n, from] of shots.slice(0, -1).entries()) {
    const to = shots[n + 1] as number
    if (isCard(film, { from, to })) cards.fill(1, from, to)
  }
  return cards
}

/** Nearly all that takes long is done while the film is gone through for the first time. */
function shareOf(step: number, frame: number, count: number): number {
  return step === keyStep ? (0.9 * frame) / count : 0.9 + (0.1 * frame) / count
}

function shotAround(shots: readonly number[], frame: number): Shot {
  const n = shots.findLastIndex(each => each <= frame)
  return { from: shots[n] as number, to: shots[n + 1] as number }
}

const mostBetter = 4
const clearlyBetter = 0.08

const mostRigid = 5

/** Followed at one speed with one map, or one that moves evenly: the likeliest places, until one is clearly right. */
function rigidTracks(
  parts: readonly Candidate[],
  frame: number,
  shot: Shot,
  count: number,
  leastCost: number,
): readonly Track[] {
  const found: Rigid[] = []
  const likeliest = parts.toSorted((one, two) => worthOf(one, one.margin) - worthOf(two, two.margin))
  let least = 0
  let isFound = false
  for (const candidate of likeliest.slice(0, mostRigid)) {
    // One that fits its own frame better than the best so far fits the shot may fit the shot better too.
    if (isFound && worthOf(candidate, candidate.margin) > least) break
    const rigid = rigidFrom(candidate, frame, shot)
    if (!rigid || rigid.cost >= leastCost || isCardByChance(rigid, frame, shot)) continue
    if (isSlanted(rigid.mapAt(frame), squeezedBy(rigid.pairing))) continue
    found.push(rigid)
    least = Math.min(least, worthOf(rigid, rigid.cost))
    isFound ||= least < 0.5 * worthOf(candidate, candidate.margin)
  }
  return found
    .filter(each => worthOf(each, each.cost) <= 0.5 * least)
    .flatMap(({ pairing, raw, start, rate, mapAt }) => {
      const { film } = pairing
      const at = pairing.raw.frameAt(start + rate * (film.pictures.times[frame] as number))
      const perFrame = (rate * film.frameSeconds) / pairing.raw.frameSeconds
      const track = trackFrom(pairing, raw, frame, at, perFrame, { from: 0, to: count }, mapAt)
      return track && track.to - track.from > 2 ? [track] : []
    })
}

/** How well a place fits where the recording reaches, weighed by how much of the film's picture that is: an edit leaves none of it open. */
const worthOf = ({ pairing }: Pick<Candidate, 'pairing'>, margin: number) => margin * pairing.coverage

/**
 * A card holds still, so all its frames say what one says, and a small part of one frame can be made to fit some recording. What is
 * taken for the picture of a still shot has to hold a fair share of the detail that the shot has.
 */
function isCardByChance({ pairing, mapAt }: Rigid, frame: number, shot: Shot): boolean {
  const { film, raw } = pairing
  const shown = mappedBox(mapAt(frame), [0, 0, raw.width(0), raw.height(0)])
  return detailInside(film, frame, shown) < leastDetailShare && standsStill(film, shot.from, shot.to)
}

const leastDetailShare = 0.4

interface Shot {
  readonly from: number
  readonly to: number
}

/** Mean margin over a shot below which a rigid map says something: a fifth of the shot that fits well. */
const leastRigid = -0.08
/** Tones are alike in many places: of those found by them right ones came to -1.5 and less, wrong ones of the same scene to -0.37. */
const leastByTones = -0.5

interface Path {
  readonly lines: readonly Line[]
  readonly evidence: readonly Evidence[]
  readonly segments: readonly UnrangedSegment[]
}

/** The cheapest way through a film over more and more tracks: what is known of the lines of earlier ones is kept. */
class Paths {
  readonly #film: Levels
  readonly #raws: readonly Levels[]
  readonly #tracks: Track[] = []
  readonly #lines: Line[] = []
  readonly #evidence: Evidence[] = []

  constructor(film: Levels, raws: readonly Levels[]) {
    this.#film = film
    this.#raws = raws
  }

  /** Over these tracks and those of all times before. */
  through(more: readonly Track[]): Path {
    const [film, raws] = [this.#film, this.#raws]
    for (const track of more) {
      this.#lines.push(...linesOf(track, this.#tracks.length, film))
      this.#tracks.push(track)
      this.#evidence.push(new Evidence(track))
    }
    const [lines, evidence] = [this.#lines.slice(), this.#evidence.slice()]
    const path = cheapestPath(film.count, lines, evidence, film, raws)
    return { lines, evidence, segments: segmentsOf(path, lines, this.#tracks, evidence, film, raws) }
  }
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

/** A map that has to be moved every other frame follows a wrong place; a zoom moves evenly and is foretold. */
function isJerky({ maps, moves }: Track): boolean {
  return maps.length > 4 && moves > 0.34 * maps.length
}

/** The middles of what was not found of each shot, where that is long enough to say something. */
function unfoundMiddles(shots: readonly number[], tracks: readonly Track[]): readonly number[] {
  return shots.slice(0, -1).flatMap((from, n) => {
    const frames = Array.from({ length: (shots[n + 1] as number) - from }, (_, k) => from + k)
    const left = frames.filter(frame => !tracks.some(track => covers(track, frame)))
    return left.length < shortestTurned ? [] : [left[left.length >> 1] as number]
  })
}

const shortestTurned = 12

/** The frame needs no further look: most of it is explained. */
function covers(track: Track, frame: number): boolean {
  return frame >= track.from && frame < track.to && (track.explained[frame - track.from] as number) > 0.45
}

/** The margin of the followed place that fits a frame best. */
function leastMargin(tracks: readonly Track[], frame: number): number {
  let least = 0
  for (const { from, to, costs, best, low } of tracks) {
    if (frame < from || frame >= to) continue
    const n = frame - from
    least = Math.min(least, (costs[n] as Float32Array)[(best[n] as number) - (low[n] as number)] as number)
  }
  return least / 100
}

/** Somebody follows this place already. */
function isKnown(tracks: readonly Track[], frame: number, { raw, frame: at, pairing }: Candidate): boolean {
  return tracks.some(track => {
    const n = frame - track.from
    if (track.raw !== raw || n < 0 || n >= track.best.length) return false
    const low = track.low[n] as number
    return (
      at >= low &&
      at < low + (track.costs[n] as Float32Array).length &&
      Math.abs(composed(inverse(pairing.map), track.maps[n] as Affine)[0] - 1) < 0.1
    )
  })
}

/** Whether a whole picture fits so well that nothing else is looked up. */
const isSure = ({ margin, explained }: Candidate) => margin < surelyWhole && explained > 0.6

/** Looks frames of the film up, and remembers what was not found, so that a card of three seconds is looked up once. */
class Lookup {
  readonly #film: Levels
  readonly #references: readonly Reference[]
  readonly #shots: readonly number[]
  readonly #missed: Float32Array[] = []
  readonly #likely: number[] = []
  #missedAt = Number.NEGATIVE_INFINITY
  /** Of the shot whose parts were looked up last: how often, and the frames at which they were and may be again. */
  #asked = { shot: -1, times: 0, frame: -1, next: 0 }

  constructor(film: Levels, references: readonly Reference[], shots: readonly number[]) {
    this.#film = film
    this.#references = references
    this.#shots = shots
  }

  /** A whole picture that fits clearly better than what is followed: the ground of a standing camera is alike at all times. */
  better(frame: number, margin: number): readonly Candidate[] {
    return wholeCandidates(this.#film, frame, this.#references, mostBetter)
      .filter(each => each.margin < margin - clearlyBetter)
      .slice(0, 1)
  }

  /** The card that a recording holds, if any. */
  card(frame: number): readonly Candidate[] {
    return wholeCandidates(this.#film, frame, this.#references, 6)
      .filter(({ margin, explained }) => margin < sameCard && explained > 0.8)
      .slice(0, 1)
  }

  at(frame: number, isThorough: boolean): Looked {
    const film = this.#film
    const wholes = wholeCandidates(film, frame, this.#references, 6)
    const [first] = wholes
    const near = wholes.filter(each => first && each.margin < first.margin + 0.12).slice(0, 2)
    const none: Looked = { wholes: near, parts: [] }
    if (first && isSure(first)) return none
    if (!isThorough && frame - this.#missedAt < partStep) return none
    const thumb = thumbOf(film, frame, [0, 0, film.width(0), film.height(0)])
    if (thumb === null || this.#missed.some(each => likeness(each, thumb) > 0.97)) return none
    if (!this.#mayAskAt(frame)) return none
    const nearby = partCandidates(film, frame, this.#references, null)
    if (nearby.some(({ margin }) => margin < surelyPart)) this.#likely.push(frame)
    const parts = nearby
      .map(each => settled(each, frame, film.count))
      .sort((one, two) => one.margin - two.margin)
    if (parts.length === 0) {
      this.#missed.push(thumb)
      this.#missedAt = frame
    }
    const more = parts.slice(0, mostRigid).flatMap(each => wholeNear(each, frame) ?? [])
    return { wholes: [...near, ...more].sort((one, two) => one.margin - two.margin), parts }
  }

  /**
   * Frames at which a part of some frame of a recording fitted well. Where nothing could be followed from it, the recording's camera moves too much between the frames
   * whose corners are known, and its tones, of more of its frames, may tell which it is.
   */
  get likelyParts(): readonly number[] {
    return this.#likely
  }

  /** Parts of pictures of which hardly any corner is left, by their tones. */
  large(frame: number): readonly Candidate[] {
    return this.#settled(largeParts(this.#film, frame, this.#references), frame)
  }

  #settled(found: readonly Candidate[], frame: number): readonly Candidate[] {
    return found
      .map(each => settled(each, frame, this.#film.count))
      .sort((one, two) => one.margin - two.margin)
  }

  /** Pictures that were turned by quarters, where nothing was found of those that were not. */
  turned(frame: number): Looked {
    const film = this.#film
    const wholes = wholeCandidates(film, frame, this.#references, 6, turnedLies).slice(0, 2)
    if (wholes.length > 0) return { wholes, parts: wholes }
    const found = partCandidates(film, frame, this.#references, null, { lies: turnedLies })
    const parts = found.map(each => settled(each, frame, film.count))
    return { wholes, parts: parts.sort((one, two) => one.margin - two.margin) }
  }

  /** A shot in which some frames were looked up and still are not told is looked up less and less often: what is found of it is followed over all of it. */
  #mayAskAt(frame: number): boolean {
    const shot = shotAround(this.#shots, frame).from
    const isSame = shot === this.#asked.shot && frame > this.#asked.frame
    if (isSame && frame < this.#asked.next) return false
    const times = isSame ? this.#asked.times + 1 : 1
    const wait = times < patience ? 1 : Math.min(longestWait, 2 ** (times - patience + 1))
    this.#asked = { shot, times, frame, next: frame + wait * keyStep }
    return true
  }
}

/** Looks at a shot's parts before they become rarer, and the most of the usual steps between two. */
const patience = 3
const longestWait = 2

interface Looked {
  readonly wholes: readonly Candidate[]
  readonly parts: readonly Candidate[]
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
