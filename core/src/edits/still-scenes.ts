/** Runs of cameras that stand still, placed anew by what tells such a camera's frames apart, with the range that it leaves open. */
import type { Affine, Box } from './affine.ts'
import { renewalsOf } from './deviations.ts'
import { type HeardPlace, pausesIn, placedBySound } from './heard-places.ts'
import { type Covered, holdsOneFrame, isChanged, isFadingAt } from './held.ts'
import {
  heldRate,
  isUnusual,
  likeliestRuns,
  ofInnovations,
  type Place,
  Places,
  placesAtSteps,
  rangeOf,
  type Stretch,
  toldBy,
} from './likeliest-runs.ts'
import { carriedOn } from './one-line.ts'
import { marginOf, type Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame, isOffered } from './rates.ts'
import { isFrozen, leastRest, type Part, restsIn, settling } from './rests.ts'
import { isOneMap, type Segment } from './segments.ts'
import { isStanding } from './time-search.ts'
import { ofLikeliestRecording } from './twin-recordings.ts'

/** Recordings longer than so many frames are held against the film only around the places that are known. */
const mostTimes = 1800
const aroundSeconds = 10

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
  const stills = new Set(segments.filter(each => isOfStill(each, film, raws, beside)))
  const unmoved = [...stills].filter(each => isUnmoved(each, film, beside))
  const renewing = renewingIn(unmoved, film, shots, beside)
  for (let n = 0; n < segments.length; ) {
    const first = segments[n] as Segment
    let to = n + 1
    if (stills.has(first)) {
      while (
        to < segments.length &&
        stills.has(segments[to] as Segment) &&
        goesOn(segments[to - 1] as Segment, segments[to] as Segment)
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
  return carriedOn(placedBySound(out, film, raws, heard), film, raws, shots, heard)
}

function goesOn(before: Segment, next: Segment): boolean {
  return (
    before.to === next.from &&
    before.raw === next.raw &&
    before.maps.length === 1 &&
    next.maps.length === 1 &&
    isOneMap(before.track, next.track, next.from)
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
 * deviations from the camera's mean go clearly better with another time, or go better with one where the pictures leave several open or were followed at a speed that
 * nobody offers.
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
  const told = toldBy(renewals)
  const sumOf = (place: Place, least: number) =>
    grid.likelihoodOver(place, told, isUnusual(place) ? unusualLean : 0, least)
  const own = sumOf(line, Number.NEGATIVE_INFINITY)
  let [most, best]: [number, Place] = [own, line]
  for (const place of grid.all) {
    const sum = sumOf(place, most)
    if (sum > most) [most, best] = [sum, place]
  }
  const middle = (from + to) >> 1
  const frameAt = ({ rate, start }: Place, frame: number) =>
    raw.frameAt(start + rate * (film.pictures.times[frame] as number))
  const isNear = Math.abs(frameAt(best, middle) - (frames[middle - from] as number)) <= movingStride
  if (isNear && Math.abs(best.rate - line.rate) < 0.01) return segment
  const usual = frameForFrame(film, raw)
  const isOdd = !isOffered(line.rate, usual) && isOffered(best.rate, usual)
  const least = isOpen(segment)
    ? own + better
    : isOdd
      ? own - unusualLean + better
      : 2 * Math.max(0, own) + clearlyBetter
  if (most < least) return segment
  const found: Segment = {
    ...segment,
    line: { ...line, ...best },
    frames: Int32Array.from(frames, (_, n) => frameAt(best, from + n)),
  }
  return { ...found, slack: rangeOf(grid, renewals, { from, to, ...best }, ofInnovations) }
}

/** Frames of the recording over which what moves stays about where it is. */
const movingStride = 3
/** A number of its own: what is made of it is compiled before anybody was asked for at another speed. */
const unusualLean = -ofInnovations.unusual
const better = 8
const clearlyBetter = 60

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
    ...placesAtSteps(renewals, times, film, raw),
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
