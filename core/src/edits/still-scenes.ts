/** Runs of cameras that stand still, placed anew by what tells such a camera's frames apart, with the range that it leaves open. */
import type { Affine, Box } from './affine.ts'
import { type Renewal, renewalsOf } from './deviations.ts'
import {
  gainPerSecond,
  type HeardPlace,
  isHeardAt,
  type Pause,
  pausesIn,
  placedBySound,
} from './heard-places.ts'
import { type Covered, holdsOneFrame, isChanged, isFadingAt } from './held.ts'
import { marginOf, type Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame } from './rates.ts'
import { isFrozen, leastRest, type Part, restsIn, settling } from './rests.ts'
import { isOneMap, type Segment } from './segments.ts'
import { isStanding } from './time-search.ts'
import { ofLikeliestRecording } from './twin-recordings.ts'

/** Recordings longer than so many frames are held against the film only around the places that are known. */
const mostTimes = 1800
const aroundSeconds = 10

/** Natural logarithms of likelihood: what a join has to gain, and where the film's picture or sound changes suddenly. */
const joinCost = 40
const seenJoinCost = 14
/** What another speed than the true one has to gain to be told, and how much less likely it is where it is only left open. */
const unusualCost = 14
/** And where sound of the recording begins, for the place that it is from: most sound is cut with its picture. */
const heardJoinCost = 4
/** What speaks for a frame that is held while the sound pauses. */
const pauseGain = 4
/** Another place is as good where the likelihood is less by no more than this: of 5,273 frames the true one was within in 99.2 %. */
const telling = 16
const triedRates = [1, 0.5, 0.25, 1 / 3, 0.75, 1.5, 2, 3, 4, -1]

/**
 * Segments in the order of the film; those of cameras that move, and those over which one frame is held, stay as they are. `beside` are parts of the picture
 * that show something else.
 */
export function placedInStillScenes(
  found: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
  shots: readonly number[],
  heard: readonly HeardPlace[],
  beside: readonly Covered[] = [],
): readonly Segment[] {
  const out: Segment[] = []
  const segments = found.map(each =>
    isOfStill(each, film, raws, beside)
      ? ofLikeliestRecording(each, frame => pairingOf(each, frame), raws, heard, besideOver(each, beside))
      : each,
  )
  const stills = segments.filter(each => isOfStill(each, film, raws, beside))
  const unmoved = stills.filter(each => isUnmoved(each, film, beside))
  const renewing = renewingIn(unmoved, film, shots, beside)
  for (let n = 0; n < segments.length; ) {
    const first = segments[n] as Segment
    let to = n + 1
    if (stills.includes(first)) {
      while (
        to < segments.length &&
        goesOn(segments[to - 1] as Segment, segments[to] as Segment, film, raws, beside)
      )
        to++
      out.push(
        ...placed(
          segments.slice(n, to),
          film,
          raws[first.raw] as Levels,
          shots,
          heard.filter(({ raw }) => raw === first.raw),
          beside,
          renewing,
        ),
      )
    } else
      out.push(isStandingHere(first) ? placedWhole(first, film, raws[first.raw] as Levels, beside) : first)
    n = to
  }
  return placedBySound(out, film, raws, heard)
}

function goesOn(
  before: Segment,
  next: Segment,
  film: Levels,
  raws: readonly Levels[],
  beside: readonly Covered[],
): boolean {
  return (
    before.to === next.from &&
    before.raw === next.raw &&
    before.maps.length === 1 &&
    next.maps.length === 1 &&
    isOneMap(before.track, next.track, next.from) &&
    isOfStill(next, film, raws, beside)
  )
}

function isOfStill(
  segment: Segment,
  film: Levels,
  raws: readonly Levels[],
  beside: readonly Covered[],
): boolean {
  return (
    isStandingHere(segment) &&
    (Math.abs(segment.line.rate) > heldRate
      ? isOpen(segment) || isUnmoved(segment, film, beside)
      : isUnmoved(segment, film, beside) && isHeldByCoding(segment, film, raws[segment.raw] as Levels))
  )
}

/** Whether what moves leaves several times open. */
function isOpen({ slack, isBlended }: Segment): boolean {
  return !isBlended && slack[1] - slack[0] > 2
}

/** Whether next to nothing moves or is drawn in a run: a spotlight that comes, or somebody far away, moves before a camera that stands still. */
function isUnmoved(segment: Segment, film: Levels, beside: readonly Covered[]): boolean {
  return holdsOneFrame(film, segment.from, segment.to, {
    part: segment.track.pairing.box,
    hidden: beside,
    isFading: frame => isFadingAt(segment, frame),
  })
}

function isStandingHere(segment: Segment): boolean {
  const { from, to, frames } = segment
  const middle = (from + to) >> 1
  const pairing = pairingOf(segment, middle)
  const view = pairing.view(middle)
  return isStanding(pairing, middle, marginOf(view, pairing.fit(view, frames[middle - from] as number)))
}

/**
 * Where something moves before a camera that stands still, a run was placed by what is left of whole pictures. It is moved as a whole where its
 * deviations from the camera's mean go clearly better with another time, or go better with one where the pictures leave several open.
 */
function placedWhole(segment: Segment, film: Levels, raw: Levels, beside: readonly Covered[]): Segment {
  const { from, to, line, frames, isBlended } = segment
  if (isBlended) return segment
  const known = timesNear([segment], [], film, raw)
  const times = known.filter((_, n) => n % movingStride === movingStride >> 1)
  const renewals = renewalsOf(
    frame => pairingOf(segment, frame),
    from,
    to,
    times,
    'moving',
    [],
    besideOver(segment, beside),
  )
  const grid = new Places([segment], film, raw, times, segment)
  const sumOf = (place: Place) => grid.likelihoodOver(place, renewals, isUnusual(place) ? -unusualCost : 0)
  const own = sumOf(line)
  let [most, best]: [number, Place] = [own, line]
  for (const place of grid.all) {
    const sum = sumOf(place)
    if (sum > most) [most, best] = [sum, place]
  }
  const middle = (from + to) >> 1
  const frameAt = ({ rate, start }: Place, frame: number) =>
    raw.frameAt(start + rate * (film.pictures.times[frame] as number))
  const isNear = Math.abs(frameAt(best, middle) - (frames[middle - from] as number)) <= movingStride
  if (isNear && Math.abs(best.rate - line.rate) < 0.01) return segment
  if (most < (isOpen(segment) ? own + better : 2 * Math.max(0, own) + clearlyBetter)) return segment
  const found: Segment = {
    ...segment,
    line: { ...line, ...best },
    frames: Int32Array.from(frames, (_, n) => frameAt(best, from + n)),
  }
  return { ...found, slack: rangeOf(grid, renewals, { from, to, ...best }) }
}

/** Frames of the recording over which what moves stays about where it is. */
const movingStride = 3
const better = 8
const clearlyBetter = 60

const heldRate = 0.04

function pairingOf({ track, maps, from }: Segment, frame: number): Pairing {
  const map = maps[Math.max(0, Math.min(maps.length - 1, frame - from))] as Affine
  return track.pairing.with(map)
}

/** Coding repeats a still picture as it is: what looks like a held frame may as well be a scene in which nothing moves, played. */
function isHeldByCoding({ frames, from, to }: Segment, film: Levels, raw: Levels): boolean {
  const first = frames[0] as number
  const seconds = (film.pictures.times[to] as number) - (film.pictures.times[from] as number)
  const last = raw.frameAt((raw.pictures.times[first] as number) + seconds)
  return [(first + last) >> 1, last].every(
    frame => !isChanged(raw, first, frame, [0, 0, raw.width(0), raw.height(0)]),
  )
}

function placed(
  segments: readonly Segment[],
  film: Levels,
  raw: Levels,
  shots: readonly number[],
  heard: readonly HeardPlace[],
  beside: readonly Covered[],
  renewing: Renewing,
): readonly Segment[] {
  const from = (segments[0] as Segment).from
  const to = (segments.at(-1) as Segment).to
  const at = (frame: number) => segments.find(each => frame < each.to) ?? (segments.at(-1) as Segment)
  const times = timesNear(segments, heard, film, raw)
  const part = partOf(segments[0] as Segment, { from, to }, beside)
  // What fades changes all the time, and is held all the same.
  let [lit, dark] = [from, to]
  while (lit < to && isFadingAt(at(lit), lit)) lit++
  while (dark > lit && isFadingAt(at(dark - 1), dark - 1)) dark--
  const found = restsIn(film, lit, dark, shots, part)
  const own = found.reduce((sum, rest) => sum + rest.to - rest.from, 0)
  const areTold = areRestsTold(renewing, own)
  const rests = areTold ? found : []
  const renewals = renewalsOf(
    frame => pairingOf(at(frame), frame),
    from,
    to,
    times,
    'still',
    rests,
    part.except,
  )
  const sounding = heard.filter(
    each =>
      each.from < (film.pictures.times[to] as number) && each.to > (film.pictures.times[from] as number),
  )
  const pauses = pausesIn(sounding, film, raw.frameSeconds)
  const grid = new Places(segments, film, raw, times, { from, to }, [
    ...sounding.map(({ start }) => ({ rate: 1, start })),
    ...pauses.map(({ at }) => ({ rate: 0, start: at })),
  ])
  const ends = areEndsTold(renewing, own) ? rests.flatMap(rest => [rest.from, rest.to]) : []
  const runs = likeliestRuns(grid, renewals, film, { from, to }, shots, new Set(ends), sounding, pauses)
  return runs.flatMap(run => {
    const { rate, start } = run
    const own = at((run.from + run.to) >> 1)
    const line = { ...own.line, rate, start }
    const isAtRest = areTold && isFrozen(film, Math.max(run.from, lit), Math.min(run.to, dark), part)
    const slack = isAtRest
      ? rangeOf(grid, renewals, {
          ...run,
          rate: 0,
          start: start + rate * (film.pictures.times[run.from] as number),
        })
      : rangeOf(grid, renewals, run)
    // Cut where the map changes: a run that goes on under another map is another run.
    const frames = Int32Array.from({ length: run.to - run.from }, (_, n) =>
      raw.frameAt(start + rate * (film.pictures.times[run.from + n] as number)),
    )
    if (isAtRest && Math.abs(rate) > heldRate) frames.fill(frames[0] as number)
    const isFixed = frames.every(each => each === frames[0]) && frames.length > 1
    const held = isFixed ? { rate: 0, start: raw.pictures.times[frames[0] as number] as number } : {}
    const maps =
      own.maps.length === 1 ? own.maps : Array.from(frames, (_, n) => pairingOf(own, run.from + n).map)
    return [
      {
        ...own,
        from: run.from,
        to: run.to,
        line: { ...line, ...held },
        frames,
        maps,
        isBlended: false,
        slack,
      },
    ]
  })
}

/** Frames of the recording that are held against the film: all, or those around what is known of where it is from. */
function timesNear(
  segments: readonly Segment[],
  heard: readonly HeardPlace[],
  film: Levels,
  raw: Levels,
): Int32Array {
  if (raw.count <= mostTimes) return Int32Array.from({ length: raw.count }, (_, n) => n)
  const reach = Math.round(aroundSeconds / raw.frameSeconds)
  const isNear = new Uint8Array(raw.count)
  const mark = (frame: number) =>
    isNear.fill(1, Math.max(0, frame - reach), Math.min(raw.count, frame + reach + 1))
  for (const { frames } of segments) for (let n = 0; n < frames.length; n += reach) mark(frames[n] as number)
  const [first, last] = [segments[0] as Segment, segments.at(-1) as Segment]
  const [from, to] = [film.pictures.times[first.from] as number, film.pictures.times[last.to] as number]
  for (const { start, from: heardFrom, to: heardTo } of heard) {
    const [one, two] = [Math.max(from, heardFrom), Math.min(to, heardTo)]
    if (one < two) mark(raw.frameAt(start + (one + two) / 2))
  }
  const near: number[] = []
  for (let n = 0; n < raw.count && near.length < 2 * mostTimes; n++) if (isNear[n]) near.push(n)
  return Int32Array.from(near)
}

function partOf({ track }: Segment, over: Stretch, beside: readonly Covered[]): Part {
  return { box: track.pairing.box, except: besideOver(over, beside) }
}

/** Frames of a film's still scenes that tell whether its coding renews them while they play, and those of them over which nothing changes. */
interface Renewing {
  readonly told: number
  readonly resting: number
}

function renewingIn(
  stills: readonly Segment[],
  film: Levels,
  shots: readonly number[],
  beside: readonly Covered[],
): Renewing {
  let [told, resting] = [0, 0]
  for (const segment of stills) {
    const { from, to } = segment
    const rests = restsIn(film, from, to, shots, partOf(segment, segment, beside))
    const edges = [from, ...shots.filter(each => each > from && each < to)]
    for (let frame = from; frame < to; frame++) {
      if (isFadingAt(segment, frame) || edges.some(each => frame >= each && frame < each + settling)) continue
      told++
      if (rests.some(each => frame >= each.from && frame < each.to)) resting++
    }
  }
  return { told, resting }
}

/** Low rates leave still scenes that play as they are, just as one frame that is held: a stretch that rests says something where others do not rest. */
function areRestsTold({ told, resting }: Renewing, own: number): boolean {
  const others = Math.max(0, told - own)
  return others < leastRest || Math.max(0, resting - own) <= mostResting * others
}

const mostResting = 0.25

/** Where the film renews all else that plays, that it comes to rest says that one frame is held from there on. */
function areEndsTold({ told, resting }: Renewing, own: number): boolean {
  const others = told - own
  return others >= 2 * leastRest && resting - own <= surelyRenewed * others
}

const surelyRenewed = 0.1

function besideOver({ from, to }: Stretch, beside: readonly Covered[]): readonly Box[] {
  return beside.filter(each => each.from < to && each.to > from).map(({ box }) => box)
}

interface Place {
  readonly rate: number
  readonly start: number
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Every speed and start at which the recording may play over a stretch of film. */
class Places {
  readonly all: readonly Place[]
  readonly #film: Levels
  readonly #raw: Levels
  readonly #position: Int32Array

  constructor(
    segments: readonly Segment[],
    film: Levels,
    raw: Levels,
    times: Int32Array,
    { from, to }: Stretch,
    heard: readonly Place[] = [],
  ) {
    this.#film = film
    this.#raw = raw
    this.#position = new Int32Array(raw.count).fill(-1)
    const reach = times.length > 1 ? ((times[1] as number) - (times[0] as number)) >> 1 : 0
    // Where not every frame was held against the film, the nearest of those that were speaks for it.
    for (const [n, time] of times.entries())
      for (let near = Math.max(0, time - reach); near <= Math.min(raw.count - 1, time + reach); near++)
        if (near === time || (this.#position[near] as number) < 0) this.#position[near] = n
    const found: Place[] = [...segments.map(({ line: { rate, start } }) => ({ rate, start })), ...heard]
    const usual = frameForFrame(film, raw)
    const rates = new Set([...triedRates, ...(usual === null ? [] : [usual])])
    for (const { rate } of found) if (Math.abs(rate) > heldRate) rates.add(rate)
    const edges = [from, (from + to) >> 1, to - 1].map(frame => film.pictures.times[frame] as number)
    // Which part of a frame's duration the film's frames fall into decides what a conversion of rates shows.
    for (const rate of rates) {
      // The same of slow motion, which shows each frame several times.
      const parts = usual === null ? (rate < 1 && rate > 0 ? [0.25, 0.75] : [0.3]) : [0.15, 0.5, 0.85]
      addStarts(raw, times, rate, edges, parts, found)
    }
    this.all = found
  }

  /** Likelihood of a place at a renewal; null beyond the ends of the recording and of what was held against the film. */
  likelihoodAt({ rate, start }: Place, renewal: Renewal): number | null {
    const position = this.positionAt(rate, start, renewal.frame)
    if (position === null) return null
    return renewal.likelihoods[position] as number
  }

  /** The sum over several renewals, added to what comes before; minus infinity where one of them is not told. */
  likelihoodOver({ rate, start }: Place, renewals: readonly Renewal[], before: number): number {
    let sum = before
    for (let n = 0; n < renewals.length; n++) {
      const { frame, likelihoods } = renewals[n] as Renewal
      const position = this.#placeAt(rate, start, frame)
      if (position < 0) return Number.NEGATIVE_INFINITY
      sum += likelihoods[position] as number
    }
    return sum
  }

  positionAt(rate: number, start: number, frame: number): number | null {
    const position = this.#placeAt(rate, start, frame)
    return position < 0 ? null : position
  }

  /** The same, -1 for none. */
  #placeAt(rate: number, start: number, frame: number): number {
    const time = start + rate * (this.#film.pictures.times[frame] as number)
    const { times, count } = this.#raw.pictures
    if (time < (times[0] as number) - 0.01 || time > (times[count] as number) + 0.01) return -1
    return this.#position[this.#raw.frameAt(time)] as number
  }

  frameAt({ rate, start }: Place, frame: number): number {
    return this.#raw.frameAt(start + rate * (this.#film.pictures.times[frame] as number))
  }

  get frameSeconds(): number {
    return this.#raw.frameSeconds
  }

  get longest(): number {
    return this.#raw.count
  }
}

/** Adds the starts at which an edge of a stretch shows one of the times, a part of a frame into it: one for each part of a frame's duration. */
function addStarts(
  raw: Levels,
  times: Int32Array,
  rate: number,
  edges: readonly number[],
  parts: readonly number[],
  found: Place[],
): void {
  const frame = raw.frameSeconds
  const rawTimes = raw.pictures.times
  const keyOf = (begins: number) => Math.floor((parts.length * begins) / frame)
  const ends = [rawTimes[times[0] ?? 0] as number, rawTimes[times.at(-1) ?? 0] as number].flatMap(time =>
    edges.map(edge => time - rate * edge),
  )
  const least = keyOf(Math.min(...ends))
  const isKnown = new Uint8Array(keyOf(Math.max(...ends) + frame) + 2 - least)
  for (let n = 0; n < times.length; n++)
    for (let e = 0; e < edges.length; e++) {
      const start = (rawTimes[times[n] as number] as number) - rate * (edges[e] as number)
      for (let p = 0; p < parts.length; p++) {
        const begins = start + (parts[p] as number) * frame
        const key = keyOf(begins) - least
        if (isKnown[key]) continue
        isKnown[key] = 1
        found.push({ rate, start: begins })
      }
    }
}

interface Run extends Stretch, Place {}

function isUnusual({ rate }: Place): boolean {
  return Math.abs(rate - 1) >= 1e-6
}

/** The likeliest way through a stretch, by dynamic programming over the frames at which something is told. */
function likeliestRuns(
  grid: Places,
  renewals: readonly Renewal[],
  film: Levels,
  { from, to }: Stretch,
  shots: readonly number[],
  ends: ReadonlySet<number>,
  heard: readonly HeardPlace[],
  pauses: readonly Pause[],
): readonly Run[] {
  const places = grid.all
  const timeOf = (frame: number) => film.pictures.times[frame] as number
  const told = new Map(renewals.map(each => [each.frame, each]))
  const sudden = new Set([...shots, ...ends])
  const frameNear = (seconds: number) => film.frameAt(seconds + 0.5 * film.frameSeconds)
  for (const each of heard) for (const seconds of [each.from, each.to]) sudden.add(frameNear(seconds))
  for (const each of pauses) sudden.add(each.from).add(each.to)
  const events = [...new Set([from, ...told.keys(), ...[...sudden].filter(n => n > from && n < to)])].sort(
    (a, b) => a - b,
  )
  const value = new Float64Array(places.length).fill(Number.NEGATIVE_INFINITY)
  const joins: Uint8Array[] = []
  const bestAt: number[] = []
  let best = 0
  let bestPlace = 0
  for (const [k, frame] of events.entries()) {
    const isJoined = new Uint8Array(places.length)
    const renewal = told.get(frame)
    const seconds = timeOf(events[k + 1] ?? to) - timeOf(frame)
    const now = heard.filter(each => each.from <= timeOf(frame) + 0.02 && each.to >= timeOf(frame) + 0.05)
    const begun = heard.filter(each => frameNear(each.from) === frame)
    const pausing = pauses.find(each => each.from <= frame && each.to > frame)
    const heldGain = pausing ? (pauseGain * seconds) / ((pausing.to - pausing.from) * film.frameSeconds) : 0
    const joined = (place: Place, cost: number) =>
      begun.some(each => isHeardAt(place, each, grid.frameSeconds)) ? Math.min(cost, heardJoinCost) : cost
    const isEnd = ends.has(frame)
    if (isEnd) value.fill(Number.NEGATIVE_INFINITY)
    const cost = k === 0 || isEnd ? 0 : sudden.has(frame) ? seenJoinCost : joinCost
    let next = Number.NEGATIVE_INFINITY
    let nextPlace = 0
    for (let n = 0; n < places.length; n++) {
      const place = places[n] as Place
      const likelihood = renewal
        ? grid.likelihoodAt(place, renewal)
        : grid.positionAt(place.rate, place.start, frame) === null
          ? null
          : 0
      if (likelihood === null) {
        value[n] = Number.NEGATIVE_INFINITY
        continue
      }
      const isHeld = pausing?.at === place.start && place.rate === 0
      const entering = best - (isHeld ? 0 : joined(place, cost) + (isUnusual(place) ? unusualCost : 0))
      if (entering > (value[n] as number)) {
        value[n] = entering
        isJoined[n] = 1
      }
      const gain = now.find(each => isHeardAt(place, each, grid.frameSeconds))
      const more = gain ? gainPerSecond(gain) * seconds : isHeld ? heldGain : 0
      value[n] = (value[n] as number) + likelihood + more
      if ((value[n] as number) > next) {
        next = value[n] as number
        nextPlace = n
      }
    }
    joins.push(isJoined)
    bestAt.push(nextPlace)
    ;[best, bestPlace] = [next, nextPlace]
  }
  const runs: Run[] = []
  let end = to
  for (let k = events.length - 1, place = bestPlace; k >= 0; k--) {
    if (!joins[k]?.[place] && k > 0) continue
    runs.push({ ...(places[place] as Place), from: events[k] as number, to: end })
    end = events[k] as number
    place = bestAt[k - 1] ?? 0
  }
  return runs.reverse()
}

/**
 * How much earlier and later the frames of a run could be, in frames of the recording, by what its pictures tell: at
 * its own speed moved as a whole, or at another speed, which moves its ends.
 */
function rangeOf(grid: Places, renewals: readonly Renewal[], run: Run): readonly [number, number] {
  const { from, to, rate, start } = run
  const told = renewals.filter(({ frame }) => frame >= from && frame < to)
  const likely: { readonly sum: number; readonly ends: readonly [number, number] }[] = []
  const own = [from, to - 1].map(frame => grid.frameAt(run, frame))
  const look = (place: Place) => {
    const ends = [from, to - 1].map(frame => grid.positionAt(place.rate, place.start, frame))
    if (ends.includes(null)) return
    const sum = told.reduce(
      (total, each) => total + (grid.likelihoodAt(place, each) ?? 0),
      isUnusual(place) && !isUnusual(run) ? -unusualCost : 0,
    )
    const [first = 0, last = 0] = [from, to - 1].map(
      (frame, n) => grid.frameAt(place, frame) - (own[n] as number),
    )
    likely.push({ sum, ends: [first, last] })
  }
  for (let move = -grid.longest; move <= grid.longest; move++)
    look({ rate, start: start + move * grid.frameSeconds })
  // One frame that is held is known to be: whatever plays goes on being coded.
  if (rate !== 0) for (const place of grid.all) if (Math.abs(place.rate - rate) > 1e-6) look(place)
  const most = likely.reduce((best, { sum }) => Math.max(best, sum), Number.NEGATIVE_INFINITY)
  const least = most - telling
  let [earlier, later] = [0, 0]
  for (const { sum, ends } of likely) {
    if (sum < least) continue
    earlier = Math.min(earlier, ends[0] - 1, ends[1] - 1)
    later = Math.max(later, ends[0] + 1, ends[1] + 1)
  }
  return [earlier, later]
}
