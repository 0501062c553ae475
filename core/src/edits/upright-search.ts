/**
 * Where a camera looks around one place, many of its times show what a shot shows, a little turned; taken by itself each frame of a part fits several of
 * them. An edit turns nothing, or all alike: of all times those are looked for that show the whole shot upright, along one line and under one smooth way.
 */
import type { Affine, Box } from './affine.ts'
import { cornerMatches } from './corner-matches.ts'
import { enlargedTrack } from './enlarged-search.ts'
import { cornersOf } from './features.ts'
import {
  inPhase,
  knotAlong,
  type Laid,
  type LinePlace,
  laidAlong,
  measuredUnder,
  mostMiss,
  refined,
  type Stretch,
  trackAlong,
} from './laid-along.ts'
import { Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame } from './rates.ts'
import { goneOn, type Knot, rawFrameAt } from './rigid.ts'
import type { Reference } from './search.ts'
import type { UnrangedSegment } from './segments.ts'
import type { Track } from './track.ts'

/** A frame of the film found in a frame of a recording, under a map that is nearly upright. */
interface Look {
  readonly frame: number
  readonly raw: number
  /** Seconds of the film's and of the recording's clock. */
  readonly at: number
  readonly seconds: number
  readonly map: Affine
  readonly weight: number
}

const looks = 5
const mostInVain = 2
/** Of the frames that share enough corners, those that share most. */
const mostAligned = 16
const leastFit = -0.15
/** A turn, or a stretch one way, by which a look counts e times less. */
const usualTilt = 0.015
const triedRates = [1, 0.5, 0.25, 2, 4, -1]
/** Corners are known of frames half a second apart. */
const nearSeconds = 0.45
const mostLines = 10
const mostCoarse = 4
const fineKnots = 10
const coarseKnots = 8
const coarseReach = 8
const coarseStep = 2

/**
 * What was found in pieces that are turned or too brief to tell, or on tracks that are `loose`, looked for shot by shot as one. Frames that are 1 in `isClosed`, by
 * their number, are not looked for.
 */
export function uprightTracks(
  film: Levels,
  references: readonly Reference[],
  segments: readonly UnrangedSegment[],
  shots: readonly number[],
  loose: ReadonlySet<Track>,
  isClosed: Uint8Array = new Uint8Array(film.count),
): readonly Track[] {
  const tracks: Track[] = []
  const isFound = ({ from, to }: Stretch) =>
    tracks.some(each => Math.min(each.to, to) - Math.max(each.from, from) > mostFound * (to - from))
  const look = (stretch: Stretch) => {
    const track = isFound(stretch)
      ? null
      : (uprightTrack(film, references, stretch) ??
        (isHeld(stretch, segments) ? null : enlargedTrack(film, references, stretch)))
    if (track) tracks.push(track)
  }
  const stretches = doubtfulStretches(segments, shots, loose, film, isClosed)
  const longestFirst = stretches.toSorted((one, two) => two.to - two.from - one.to + one.from)
  // Each look takes as long as following some hundred frames does.
  const most = 1 + Math.floor(film.count / framesForEach)
  for (const each of longestFirst.slice(0, most)) look(each)
  return tracks
}

/** Whether one piece, doubtful as it may be, tells most of a stretch. */
function isHeld({ from, to }: Stretch, segments: readonly UnrangedSegment[]): boolean {
  return segments.some(each => Math.min(each.to, to) - Math.max(each.from, from) > (to - from) / 2)
}

const mostFound = 0.7
const framesForEach = 60

/** The track of a stretch along the line that shows all of it upright; null where none does. */
function uprightTrack(film: Levels, references: readonly Reference[], stretch: Stretch): Track | null {
  for (const each of uprightLines(film, references, stretch)) {
    const found = refined(each, stretch, film)
    if (found && isLaid(found, stretch)) return trackAlong(found, stretch, film)
  }
  return null
}

const mostRefined = 2

/**
 * What is measured along a right line hardly misses an even way; badly coded it does, and still the way fits more than half as well as what is measured by itself. Wrong lines came to a
 * third.
 */
export function isLaid(
  { miss, cost, knots }: Pick<Laid, 'miss' | 'cost' | 'knots'>,
  { from, to }: Stretch,
): boolean {
  if (cost > leastFit) return false
  if (miss <= mostMiss) return true
  const within = knots.filter(({ frame }) => frame >= from && frame < to)
  const mean = within.reduce((sum, { margin }) => sum + margin, 0) / Math.max(1, within.length)
  return within.length >= leastMeasured && cost < surelyLaid && cost < keptShare * mean
}

const leastMeasured = 8
const surelyLaid = -0.5
const keptShare = 0.5

/** The likeliest lines of a stretch and the maps along them, the best first. */
function uprightLines(film: Levels, references: readonly Reference[], stretch: Stretch): readonly Laid[] {
  const found = looksIn(film, references, stretch)
  const moves = Array.from({ length: coarseReach + 1 }, (_, n) => coarseStep * (n - coarseReach / 2))
  const lines = votedLines(found, film, references)
  const known: KnownKnots = new Map()
  const coarse = apart(
    lines.flatMap(line => moves.flatMap(move => laidRoughly(line, move, found, stretch, known))),
    mostCoarse,
  )
  return apart(
    coarse.flatMap(rough =>
      [inPhase(rough, stretch), movedBy(rough.place, -1), movedBy(rough.place, 1)].flatMap(
        place => laidAlong(place, measuredUnder(rough, place, stretch, fineKnots), stretch, 0, true) ?? [],
      ),
    ),
    mostRefined,
  )
}

function movedBy(place: LinePlace, frames: number): LinePlace {
  return { ...place, start: place.start + frames * place.pairing.raw.frameSeconds }
}

/** What is measured along a right line hardly misses an even way. */
const byFit = (one: Laid, two: Laid) => fitOf(one) - fitOf(two)
const fitOf = ({ cost, miss }: Laid) => cost + missWeight * Math.min(miss, 3)
const missWeight = 0.1

/** The best of them that are not next to a better one. */
function apart(found: readonly Laid[], most: number): readonly Laid[] {
  const kept: Laid[] = []
  for (const each of found.toSorted(byFit)) {
    if (kept.length >= most) break
    const near = 1.5 * each.place.pairing.raw.frameSeconds
    const isKnown = kept.some(
      ({ place }) =>
        place.raw === each.place.raw &&
        place.rate === each.place.rate &&
        Math.abs(place.start - each.place.start) < near,
    )
    if (!isKnown) kept.push(each)
  }
  return kept
}

function looksIn(film: Levels, references: readonly Reference[], { from, to }: Stretch): readonly Look[] {
  const index = references[0]?.corners
  if (!index) return []
  const box: Box = [0, 0, film.width(0), film.height(0)]
  const found: Look[] = []
  for (let n = 0; n < looks; n++) {
    // A card shares corners with no recording.
    if (n === mostInVain && found.length === 0) break
    const frame = from + Math.floor(((n + 0.5) * (to - from)) / looks)
    const corners = cornersOf(film, frame)
    const likest = cornerMatches(film.kernels, index, corners)
    const best = likest.toSorted((one, two) => two.inliers - one.inliers).slice(0, mostAligned)
    for (const { raw, frame: rawFrame, map } of best) {
      const { levels } = references[raw] as Reference
      const fit = new Pairing(film, levels, map, box).aligned(frame, rawFrame, 4)
      if (fit.margin > leastFit) continue
      const { times } = levels.pictures
      found.push({
        ...{ frame, raw, map: fit.map, at: film.pictures.times[frame] as number },
        seconds: ((times[rawFrame] as number) + (times[rawFrame + 1] as number)) / 2,
        weight: Math.exp(-tiltOf(fit.map) / usualTilt),
      })
    }
  }
  return found
}

/** How much a map turns a picture or stretches it one way, as a share of its scale. */
function tiltOf([a, b, , d, e]: Affine): number {
  const scale = Math.sqrt(Math.abs(a * e - b * d))
  return Math.max(Math.abs(b), Math.abs(d), Math.abs(a - e) / 2) / scale
}

/** Lines that the looks at all frames agree on best. */
function votedLines(
  found: readonly Look[],
  film: Levels,
  references: readonly Reference[],
): readonly LinePlace[] {
  const lines = found.flatMap(look => {
    const { levels } = references[look.raw] as Reference
    const usual = frameForFrame(film, levels)
    return [...triedRates, ...(usual === null ? [] : [usual])].map(rate => {
      const start = look.seconds - rate * look.at
      const best = new Map<number, number>()
      for (const each of found) {
        if (each.raw !== look.raw) continue
        const off = Math.abs(each.seconds - start - rate * each.at)
        if (off < nearSeconds)
          best.set(
            each.frame,
            Math.max(best.get(each.frame) ?? 0, each.weight * (1 - (0.5 * off) / nearSeconds)),
          )
      }
      return { look, start, rate, votes: [...best.values()].reduce((sum, each) => sum + each, 0) }
    })
  })
  const kept: typeof lines = []
  const box: Box = [0, 0, film.width(0), film.height(0)]
  for (const each of lines.sort((one, two) => two.votes - one.votes)) {
    if (kept.length >= mostLines) break
    const isKnown = kept.some(
      ({ look, start, rate }) =>
        look.raw === each.look.raw && rate === each.rate && Math.abs(start - each.start) < 0.6 * nearSeconds,
    )
    if (!isKnown) kept.push(each)
  }
  return kept.map(({ look: { raw, map }, start, rate }) => {
    const { levels } = references[raw] as Reference
    return { pairing: new Pairing(film, levels, map, box), raw, start, rate, isBlended: false }
  })
}

/** A line some frames of the recording earlier or later, measured at a few frames of the stretch, from the looks nearest to it. */
function laidRoughly(
  line: LinePlace,
  move: number,
  found: readonly Look[],
  { from, to }: Stretch,
  measured: KnownKnots,
): readonly Laid[] {
  const place = movedBy(line, move)
  const count = Math.min(coarseKnots, to - from)
  const frames = Array.from({ length: count }, (_, n) => from + Math.floor(((n + 0.5) * (to - from)) / count))
  const known = new Map<number, Knot>()
  // Forth, and back for what was not reached from before.
  for (const row of [frames, frames.toReversed()]) {
    const on: Knot[] = []
    for (const frame of row) {
      const near = mapNear(found, place, frame)
      const knot =
        known.get(frame) ??
        fitter(
          near && knotFrom(place, frame, near, measured),
          on.length > 0 ? knotAlong(place, frame, goneOn(on, frame), 1) : null,
        )
      if (!knot) continue
      known.set(frame, knot)
      on.push(knot)
    }
  }
  const knots = frames.flatMap(frame => known.get(frame) ?? [])
  const laid = laidAlong(place, knots, { from, to }, 1, true)
  return laid ? [laid] : []
}

function fitter(one: Knot | null, two: Knot | null): Knot | null {
  return one && (!two || one.margin <= two.margin) ? one : two
}

/** What is measured from the map of a look, by that map, the frame of the film and that of its recording: many lines cross there. */
type KnownKnots = Map<Affine, Map<string, Knot | null>>

function knotFrom(place: LinePlace, frame: number, map: Affine, measured: KnownKnots): Knot | null {
  const known = measured.get(map) ?? new Map<string, Knot | null>()
  measured.set(map, known)
  const key = `${frame} ${rawFrameAt(place, frame)}`
  const before = known.get(key)
  if (before !== undefined) return before
  const knot = knotAlong(place, frame, map, 1)
  known.set(key, knot)
  return knot
}

/** The map of the look nearest to a frame of the film among those near a line. */
function mapNear(found: readonly Look[], { raw, start, rate }: LinePlace, frame: number): Affine | null {
  let [best, least] = [null as Look | null, Number.POSITIVE_INFINITY]
  for (const each of found) {
    if (each.raw !== raw) continue
    const off = Math.abs(each.seconds - start - rate * each.at)
    if (off > nearSeconds) continue
    const far = Math.abs(each.frame - frame) + off / nearSeconds
    if (far < least) [best, least] = [each, far]
  }
  return best?.map ?? null
}

/** Shorter pieces, and turns of more than this, are not taken at their word. */
const briefest = 24
const leastTilt = 0.006
const surelyTurned = 0.03
/** Of the picture, over a piece. */
const leastExplained = 0.6
const shortest = 16
const usualSpeeds = [1, 0.5, 0.25, 2, 4, -1]
const nearSpeed = 0.02

/** Stretches of shots in which nothing was found, or only parts of pictures that are turned, brief or at no usual speed. */
function doubtfulStretches(
  segments: readonly UnrangedSegment[],
  shots: readonly number[],
  loose: ReadonlySet<Track>,
  film: Levels,
  isClosed: Uint8Array,
): readonly Stretch[] {
  const isSure = isClosed.slice()
  for (const segment of segments)
    if (!loose.has(segment.track) && !isDoubtful(segment, film)) isSure.fill(1, segment.from, segment.to)
  const ends = withoutBrief(shots)
  return ends.slice(0, -1).flatMap((first, n) => {
    const last = ends[n + 1] as number
    const out: Stretch[] = []
    for (let from = first; from < last; from++) {
      if (isSure[from]) continue
      let to = from
      while (to < last && !isSure[to]) to++
      if (to - from >= shortest) out.push({ from, to })
      from = to
    }
    return out
  })
}

/** A fast zoom is taken for several cuts: of shots side by side that are all too brief to be looked for no end is kept but the first and the last. */
function withoutBrief(shots: readonly number[]): readonly number[] {
  const isBrief = (n: number) => (shots[n + 1] as number) - (shots[n] as number) < shortest
  return shots.filter((_, n) => n === 0 || n === shots.length - 1 || !isBrief(n - 1) || !isBrief(n))
}

function isDoubtful(segment: UnrangedSegment, film: Levels): boolean {
  const { maps, track, from, to, line } = segment
  const { pairing } = track
  if (maps.length === 1 && pairing.isWhole) return false
  if (to - from < briefest) return true
  const tilt = tiltOf(maps[maps.length >> 1] as Affine)
  // Under one map that stays, a wrong time is turned a little or fits badly: an edit turns by more, and where the camera stands all times are as upright.
  if (
    maps.length === 1 &&
    (tilt <= leastTilt || tilt > surelyTurned) &&
    !isMadeUpFor(line.rate) &&
    explainedOf(segment) > leastExplained
  )
    return false
  if (tilt > leastTilt) return true
  const usual = frameForFrame(film, pairing.raw)
  return ![...usualSpeeds, ...(usual === null ? [] : [usual])].some(
    each => Math.abs(line.rate - each) < nearSpeed * Math.abs(each),
  )
}

/** Speeds at which hardly anything is shown: where the map is held upright, a camera that moves is told like this under a pan. */
function isMadeUpFor(rate: number): boolean {
  return (rate !== 0 && Math.abs(rate) < slowest) || (rate < 0 && Math.abs(rate + 1) > nearSpeed)
}

const slowest = 0.24

function explainedOf({ track, from, to }: UnrangedSegment): number {
  let sum = 0
  for (let frame = from; frame < to; frame++) sum += track.explained[frame - track.from] ?? 0
  return sum / (to - from)
}
