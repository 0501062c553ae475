/** The map of a shot that plays along one line of a recording: measured at many of its frames, and one smooth way laid through what was measured. */
import { type Affine, inverse } from './affine.ts'
import { fitOf } from './compare.ts'
import { partOf } from './lines.ts'
import { marginOf, type Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { goneOn, type Knot, type Place, rawFrameAt, upright } from './rigid.ts'
import { smoothWay } from './smooth-way.ts'
import { type MapAt, type Track, trackFrom } from './track.ts'

/** A line of a recording; slow motion may mix the frames between which it lies. */
export interface LinePlace extends Place {
  readonly isBlended: boolean
}

/** A line, the map along it and how well the recording fits under it. */
export interface Laid {
  readonly place: LinePlace
  readonly knots: readonly Knot[]
  readonly mapAt: MapAt
  /** Mean margin over frames of the stretch, see `marginOf`. */
  readonly cost: number
  /** How far what was measured is from the way, in pixels of the recording. */
  readonly miss: number
}

/** Pixels of the recording by which what is measured along a right line misses an even way: mostly 0.2. */
export const mostMiss = 0.6

export interface Stretch {
  readonly from: number
  readonly to: number
}

const samples = 14
const leastPart = 1 / 16

/** One smooth way through what was measured along a line, and how well the recording fits under it; null where too little was measured. */
export function laidAlong(
  place: LinePlace,
  knots: readonly Knot[],
  { from, to }: Stretch,
  coarser: 0 | 1,
  isUpright = false,
): Laid | null {
  const used = isUpright ? knots.map(each => uprighted(each, place.pairing)) : knots
  const way = smoothWay(used, place.pairing.raw, coarser === 1)
  if (!way) return null
  const count = Math.min(samples, to - from)
  let sum = 0
  for (let n = 0; n < count; n++) {
    const frame = from + Math.floor(((n + 0.5) * (to - from)) / count)
    const there = place.pairing.with(way.mapAt(frame), coarser)
    const shown = shownAt(place, frame, there)
    const view = there.view(frame)
    if (shown) sum += Math.min(0, marginOf(view, fitOf(view, shown)))
  }
  return { place, knots, ...way, cost: sum / Math.max(1, count) }
}

/** A look without its turn and its stretch one way, the middle of the film's picture left where it is. */
function uprighted(knot: Knot, { film }: Pairing): Knot {
  const [a, b, c, d, e, f] = knot.back
  const scale = (Math.abs(a) + Math.abs(e)) / 2
  const [p, q] = [Math.sign(a) * scale, Math.sign(e) * scale]
  const [x, y] = [film.width(0) / 2, film.height(0) / 2]
  const back: Affine = [p, 0, a * x + b * y + c - p * x, 0, q, d * x + e * y + f - q * y]
  return { ...knot, back, map: inverse(back) }
}

/** What a line shows of its recording at a frame of the film; null beyond the recording's ends. */
function shownAt(place: LinePlace, frame: number, { raw, film, rawLevel }: Pairing): Uint8Array | null {
  const at = rawFrameAt(place, frame)
  if (at === null) return null
  const part = place.isBlended
    ? partOf(raw, at, place.start + place.rate * (film.pictures.times[frame] as number))
    : 0
  return mixedAt(raw, at, part, rawLevel)
}

function mixedAt(raw: Levels, at: number, part: number, level: number): Uint8Array {
  return part < leastPart || at + 1 >= raw.count ? raw.at(at, level) : raw.mixed(at, level, part)
}

const leastFit = -0.1
/** What wrong frames of a camera that turns are turned by. */
const farTurned = 0.3

/** The map as it is measured at one frame, starting from one that is off by a few pixels; null where nothing fits. */
export function knotAlong(place: LinePlace, frame: number, map: Affine, coarser: 0 | 1): Knot | null {
  const start = place.freedom === 'upright' ? (upright(map, place.pairing, farTurned) ?? map) : map
  const there = place.pairing.with(start, coarser)
  const shown = shownAt(place, frame, there)
  if (!shown) return null
  const fit = there.alignedTo(frame, shown, coarser ? 4 : 2, place.freedom)
  return fit.margin > leastFit ? null : { frame, map: fit.map, back: inverse(fit.map), margin: fit.margin }
}

/** The best of what is measured from some starts. */
export function bestKnot(
  place: LinePlace,
  frame: number,
  starts: readonly Affine[],
  coarser: 0 | 1,
): Knot | null {
  let best: Knot | null = null
  for (const map of starts) {
    const knot = knotAlong(place, frame, map, coarser)
    if (knot && (best === null || knot.margin < best.margin)) best = knot
  }
  return best
}

const stride = 3
const mostMissed = 2
const farthest = 90
/** A look fits if it keeps this share of how well most others fit. */
const keptShare = 0.35

/** Looks before and after those there are, as long as they fit. */
function extended(place: LinePlace, knots: readonly Knot[], film: Levels): readonly Knot[] {
  if (knots.length < 2) return knots
  const usual = knots.map(({ margin }) => margin).sort((a, b) => a - b)[knots.length >> 1] as number
  const walk = (known: readonly Knot[], direction: 1 | -1) => {
    const on = [...known]
    let missed = 0
    for (let n = 1; n * stride <= farthest && missed <= mostMissed; n++) {
      const frame = (known.at(-1) as Knot).frame + direction * n * stride
      if (frame < 0 || frame >= film.count) break
      const next = knotAlong(place, frame, goneOn(on, frame), 0)
      const isSame = next && next.margin < keptShare * usual
      missed = isSame ? 0 : missed + 1
      if (isSame) on.push(next)
    }
    return on.slice(known.length)
  }
  return [...walk([...knots].reverse(), -1).reverse(), ...knots, ...walk(knots, 1)]
}

const mostKnots = 40

const mostTurns = 4

/** What was laid roughly, laid anew from many frames, beyond the stretch too as far as it goes on, and in phase; null where too little fits. */
export function refined(rough: Laid, stretch: Stretch, film: Levels): Laid | null {
  let place = inPhase(rough, stretch)
  let knots = extended(place, measuredUnder(rough, place, stretch, mostKnots), film)
  let best: Laid | null = null
  for (let turn = 0; turn < mostTurns; turn++) {
    const laid = laidAlong(place, knots, stretch, 0)
    if (!laid) break
    if (best === null || laid.cost < best.cost) best = laid
    const next = inPhase(laid, stretch)
    if (next.start === place.start && next.isBlended === place.isBlended) break
    place = next
    knots = extended(
      next,
      knots.flatMap(({ frame }) => knotAlong(next, frame, laid.mapAt(frame), 0) ?? []),
      film,
    )
  }
  return best
}

/** The map measured along a line, starting from a way that is known roughly or from where the looks before say that it has gone to. */
export function measuredUnder(
  { mapAt }: Laid,
  place: LinePlace,
  { from, to }: Stretch,
  most: number,
): readonly Knot[] {
  const step = Math.max(stride, Math.ceil((to - from) / most))
  const knots: Knot[] = []
  for (let frame = from + (step >> 1); frame < to; frame += step) {
    const knot =
      knotAlong(place, frame, mapAt(frame), 0) ??
      (knots.length > 0 ? knotAlong(place, frame, goneOn(knots, frame), 0) : null)
    if (knot) knots.push(knot)
  }
  return knots
}

const phases = Array.from({ length: 17 }, (_, n) => (n - 8) / 8)
const phaseSamples = 24
const alike = 0.004
/** A mixture has to fit better than single frames by this share: it has more to fit with. */
const mixedShare = 0.03

/**
 * Where a conversion of rates shows now one frame and now the next, the part of a frame's duration decides which, and in slow motion that blends how the two
 * are mixed: the start that fits best under a map, with or without mixing.
 */
export function inPhase({ place, mapAt }: Laid, stretch: Stretch): LinePlace {
  const { rate } = place
  const single = phaseOf({ ...place, isBlended: false }, mapAt, stretch)
  if (Math.abs(rate) < 0.04 || Math.abs(rate) > 0.96) return single.place
  const mixed = phaseOf({ ...place, isBlended: true }, mapAt, stretch)
  return mixed.cost < single.cost * (1 + mixedShare) ? mixed.place : single.place
}

function phaseOf(place: LinePlace, mapAt: MapAt, { from, to }: Stretch) {
  const { pairing, start, rate, isBlended } = place
  const { raw, film } = pairing
  const step = Math.max(1, Math.ceil((to - from) / phaseSamples))
  const margins = new Map<number, number>()
  const marginAt = (frame: number, at: number, eighths: number) => {
    const key = (frame * raw.count + at) * 9 + eighths
    const known = margins.get(key)
    if (known !== undefined) return known
    const there = pairing.with(mapAt(frame))
    const view = there.view(frame)
    const margin = Math.min(0, marginOf(view, fitOf(view, mixedAt(raw, at, eighths / 8, there.rawLevel))))
    margins.set(key, margin)
    return margin
  }
  const costs = phases.map(part => {
    const moved = { ...place, start: start + part * raw.frameSeconds }
    let sum = 0
    for (let frame = from + (step >> 1); frame < to; frame += step) {
      const at = rawFrameAt(moved, frame)
      if (at === null) continue
      const time = moved.start + rate * (film.pictures.times[frame] as number)
      sum += marginAt(frame, at, isBlended ? Math.round(8 * partOf(raw, at, time)) : 0)
    }
    return sum
  })
  const cost = Math.min(...costs)
  // The middle of all that fit as well as the best.
  const good = phases.filter((_, n) => (costs[n] as number) <= cost * (1 - alike))
  const part = good.includes(0) ? 0 : (good[good.length >> 1] as number)
  return { place: part === 0 ? place : { ...place, start: start + part * raw.frameSeconds }, cost }
}

/** Frames beyond the looks for which a shot is followed. */
const beyond = 24

/** The track of a shot along its line, under its map. */
export function trackAlong({ place, knots, mapAt }: Laid, stretch: Stretch, film: Levels): Track | null {
  const { pairing, raw, rate, start } = place
  const middle = (knots[knots.length >> 1] as Knot).frame
  const at = rawFrameAt(place, middle)
  if (at === null) return null
  const perFrame = (rate * film.frameSeconds) / pairing.raw.frameSeconds
  const limits = {
    from: Math.max(0, (knots[0] as Knot).frame - beyond),
    to: Math.min(film.count, (knots.at(-1) as Knot).frame + beyond),
  }
  const track = trackFrom(pairing.with(mapAt(middle)), raw, middle, at, perFrame, limits, mapAt)
  return track && { ...track, line: { start, rate, ...stretch } }
}
