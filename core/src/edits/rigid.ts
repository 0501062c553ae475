/**
 * How editing lays a recording on a stretch of film: at one speed, with a map that stands still or moves evenly. On a moving camera
 * any frame near the right one can be made to fit by shifting it, but a stretch cannot: speed and map are found together, over many frames.
 */
import { type Affine, inverse } from './affine.ts'
import type { Freedom } from './align.ts'
import { marginOf, type Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame } from './rates.ts'
import { cameAt } from './repeats.ts'
import type { Candidate } from './search.ts'
import { smoothWay } from './smooth-way.ts'
import type { MapAt } from './track.ts'

export interface Rigid {
  readonly raw: number
  readonly pairing: Pairing
  /** As in a line: at film time t the recording is shown as it was at `start` + rate · t. */
  readonly start: number
  readonly rate: number
  readonly mapAt: MapAt
  /** Mean over frames of the stretch of how much better than "from nowhere" it fits: below 0, see `marginOf`. */
  readonly cost: number
}

/** Film frames between two at which the map is measured. */
const stride = 6
const mostStrides = 14
/** A pan moves a picture farther in a stride than a look finds it again: a look near by says first how fast. */
const firstStep = 2
const samples = 12
const triedRates = [1, 0.5, 0.25, 2, 4, -1, 0]
/** Frames of the recording to either side that are tried at the likeliest speeds. */
const reach = 5
const mostRates = 2
const mostFine = 2
/**
 * Mean margin over the stretch at half the size: what fits worse than this at every speed comes to nothing, which is nearly always so. Of 50 places
 * that were followed through five films those that fitted in the end were at −0.085 or better.
 */
const leastCoarse = -0.03
/** How much better a moving map, or another speed than the true one, has to fit. */
const betterBy = 0.015

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Cosines by which what is cropped or zoomed into may seem turned where its corners lay it. */
const mostTurned = 0.03

/** A map that turns next to nothing (by no more than `most`) without its turn, and with one scale where it has nearly one; null for any other. */
export function upright([a, b, c, d, e, f]: Affine, { film }: Pairing, most = mostTurned): Affine | null {
  const scale = Math.sqrt(Math.abs(a * e))
  if (Math.abs(b) > most * scale || Math.abs(d) > most * scale) return null
  const isEven = Math.abs(Math.log(Math.abs(a / e))) < mostUneven
  const [p, q] = isEven ? [Math.sign(a) * scale, Math.sign(e) * scale] : [a, e]
  // The middle of the film's picture stays where it is.
  const [u, v] = [film.width(0) / 2, film.height(0) / 2]
  const [x, y] = [
    (e * (u - c) - b * (v - f)) / (a * e - b * d),
    (a * (v - f) - d * (u - c)) / (a * e - b * d),
  ]
  return [p, 0, u - p * x, 0, q, v - q * y]
}

const mostUneven = 0.05

/**
 * The speed and the map that fit a stretch of film around a frame best, starting from a part that fits that frame. What is about upright is held so: free to
 * turn, a map follows what moves in the picture, and other times of a moving camera can be made to fit.
 */
export function rigidFrom(candidate: Candidate, filmFrame: number, stretch: Stretch): Rigid | null {
  const map = upright(candidate.pairing.map, candidate.pairing)
  if (!map) return rigidUnder(candidate, filmFrame, stretch, 'affine')
  const held = { ...candidate, pairing: candidate.pairing.with(map) }
  const still = rigidUnder(held, filmFrame, stretch, 'upright')
  // What comes to nothing like this is turned by too little to come to anything else.
  if (!still || still.cost > leastCoarse) return null
  if (still.cost < surelyUpright * candidate.margin) return still
  const free = rigidUnder(candidate, filmFrame, stretch, 'affine')
  return free && free.cost <= still.cost - betterTurned ? free : still
}

/** Share of what a candidate fits its own frame by that the stretch keeps where it is surely found. */
const surelyUpright = 0.5
/** A map that may turn has more to fit with. */
const betterTurned = 0.05

function rigidUnder(
  candidate: Candidate,
  filmFrame: number,
  stretch: Stretch,
  freedom: Freedom,
): Rigid | null {
  const { pairing } = candidate
  const { film, raw } = pairing
  const ratio = film.frameSeconds / raw.frameSeconds
  const { times } = raw.pictures
  const rawTime = ((times[candidate.frame] as number) + (times[candidate.frame + 1] as number)) / 2
  const filmTime = cameAt(film)[filmFrame] as number
  const frames = frameForFrame(film, raw) ?? 1
  const coarse = [...new Set([candidate.rate / ratio, ...triedRates, frames])]
    .flatMap(rate => {
      const place: Place = { pairing, raw: candidate.raw, start: rawTime - rate * filmTime, rate, freedom }
      return evenly(place, walked(place, pairing.map, filmFrame, stretch, 1), filmFrame, stretch, 1)
    })
    .sort(byCost)
    .slice(0, mostRates)
  const [likeliest] = coarse
  if (!likeliest || likeliest.cost > leastCoarse) return null
  const around = coarse.flatMap(each => {
    const moved: Rigid[] = [each]
    for (let move = -reach; move <= reach; move++) {
      if (move === 0) continue
      const place: Place = { ...each, start: each.start + move * raw.frameSeconds, freedom }
      moved.push(...evenly(place, measured(place, each.mapAt, stretch, 2 * stride, 1), filmFrame, stretch, 1))
    }
    return moved.sort(byCost).slice(0, mostFine)
  })
  return (
    around
      .flatMap(each => {
        const place: Place = { ...each, freedom }
        return evenly(place, measured(place, each.mapAt, stretch, stride, 0), filmFrame, stretch, 0)
      })
      .sort(byCost)[0] ?? null
  )
}

const byCost = (one: Rigid, two: Rigid) => costOf(one) - costOf(two)
const costOf = ({ cost, rate }: Rigid) => cost + (Math.abs(rate - 1) > 1e-6 ? betterBy : 0)

/** How a recording is laid on a frame of the film, and the line along which it plays. */
export interface Place {
  readonly pairing: Pairing
  readonly raw: number
  readonly start: number
  readonly rate: number
  /** How its map may be changed where it is measured; any affine way if nothing is said. */
  readonly freedom?: Freedom
}

/** The frame of the recording that a place shows at a frame of the film; null beyond the recording's ends. */
export function rawFrameAt({ pairing: { film, raw }, start, rate }: Place, frame: number): number | null {
  const time = start + rate * (cameAt(film)[frame] as number)
  const { times, count } = raw.pictures
  const isHeld = time >= (times[0] as number) - 0.05 && time <= (times[count] as number) + 0.05
  return isHeld ? raw.frameAt(time) : null
}

/** The map as it is measured at one frame, starting from one that is off by a few pixels; null where nothing fits. */
export function knotAt(place: Place, frame: number, map: Affine, coarser: 0 | 1): Knot | null {
  const at = rawFrameAt(place, frame)
  if (at === null) return null
  const fit = place.pairing.with(map, coarser).aligned(frame, at, coarser ? 4 : 2, place.freedom)
  return fit.margin > -0.1 ? null : { frame, map: fit.map, back: inverse(fit.map), margin: fit.margin }
}

/** The last look's map, its middle where it is if it goes on as between the last two: how large it is told is off by more than it changes. */
function carriedOn(knots: readonly Knot[], frame: number, { film }: Pairing): Affine {
  const last = knots.at(-1) as Knot
  const before = knots.at(-2) ?? last
  if (before === last) return last.map
  const part = (frame - last.frame) / (last.frame - before.frame)
  const [x, y] = [film.width(0) / 2, film.height(0) / 2]
  const middle = ([a, b, c, d, e, f]: Affine) => [a * x + b * y + c, d * x + e * y + f] as const
  const [[u, v], [p, q]] = [middle(last.back), middle(before.back)]
  const [a, b, c, d, e, f] = last.map
  const [across, down] = [part * (u - p), part * (v - q)]
  return [a, b, c - a * across - b * down, d, e, f - d * across - e * down]
}

/** Where a map is at a frame if it goes on as it went between the last looks. */
export function goneOn(knots: readonly Knot[], frame: number): Affine {
  const last = knots.at(-1) as Knot
  const before = knots.at(-4) ?? (knots[0] as Knot)
  if (before === last) return last.map
  const part = (frame - last.frame) / (last.frame - before.frame)
  return last.map.map((value, n) => value + part * (value - (before.map[n] as number))) as unknown as Affine
}

/** Measures the map at some frames of a stretch, each starting from where those before say that it has gone to. */
function walked(
  place: Place,
  map: Affine,
  filmFrame: number,
  { from, to }: Stretch,
  coarser: 0 | 1,
): readonly Knot[] {
  const here = knotAt(place, filmFrame, map, coarser)
  if (!here) return []
  const knots = [here]
  const isUpright = place.freedom === 'upright'
  for (const direction of [1, -1]) {
    const on = [here]
    let missed = 0
    for (let n = isUpright ? 0 : 1; n <= mostStrides && missed < 2; n++) {
      const frame = filmFrame + direction * (n === 0 ? firstStep : n * stride)
      if (frame < from || frame >= to) break
      const start = isUpright ? carriedOn(on, frame, place.pairing) : (on.at(-1) as Knot).map
      const next = knotAt(place, frame, start, coarser)
      missed = next ? 0 : missed + 1
      if (next) on.push(next)
    }
    knots.push(...on.slice(1))
  }
  return knots
}

/** The same where about it is known what the map is. */
function measured(
  place: Place,
  mapAt: MapAt,
  { from, to }: Stretch,
  apart: number,
  coarser: 0 | 1,
): readonly Knot[] {
  const step = Math.max(apart, Math.ceil((to - from) / mostStrides))
  const knots: Knot[] = []
  for (let frame = from + (step >> 1); frame < to; frame += step) {
    const knot = knotAt(place, frame, mapAt(frame), coarser)
    if (knot) knots.push(knot)
  }
  return knots
}

/** Lays a map that stands still or moves evenly through what was measured: whichever fits the stretch better. */
function evenly(
  place: Place,
  knots: readonly Knot[],
  filmFrame: number,
  { from, to }: Stretch,
  coarser: 0 | 1,
): readonly Rigid[] {
  const { pairing, raw, start, rate } = place
  const count = Math.min(samples, to - from)
  const costUnder = (mapAt: MapAt) => {
    let sum = 0
    for (let n = 0; n < count; n++) {
      const frame = from + Math.floor(((n + 0.5) * (to - from)) / count)
      const at = rawFrameAt(place, frame)
      if (at === null) continue
      const there = pairing.with(mapAt(frame), coarser)
      const view = there.view(frame)
      sum += Math.min(0, marginOf(view, there.fit(view, at)))
    }
    return sum / Math.max(1, count)
  }
  let best: { readonly mapAt: MapAt; readonly cost: number } | null = null
  for (const way of [standing, moving, softly]) {
    if (way === softly && (place.freedom !== 'upright' || isKept(best, knots))) continue
    const mapAt = way(knots, pairing.raw, coarser === 1)
    if (!mapAt) continue
    const cost = costUnder(mapAt)
    if (best === null || cost < best.cost - betterBy) best = { mapAt, cost }
  }
  return best ? [{ raw, pairing: pairing.with(best.mapAt(filmFrame)), start, rate, ...best }] : []
}

/** Of what looks fit by on the mean, what a way through them keeps if it is the right one. */
const keptShare = 0.7

function isKept(best: { readonly cost: number } | null, knots: readonly Knot[]): boolean {
  const mean = knots.reduce((sum, { margin }) => sum + margin, 0) / Math.max(1, knots.length)
  return best !== null && best.cost < keptShare * mean
}

/** A move that begins or ends within the stretch, or softly. */
function softly(knots: readonly Knot[], raw: Levels, isRough: boolean): MapAt | null {
  const inOrder = knots.toSorted((one, two) => one.frame - two.frame)
  return smoothWay(inOrder, raw, isRough)?.mapAt ?? null
}

export interface Knot {
  readonly frame: number
  readonly map: Affine
  /** From the film to the recording: a zoom from one part to another moves evenly in this direction. */
  readonly back: Affine
  /** See `marginOf`. */
  readonly margin: number
}

function standing(knots: readonly Knot[]): MapAt | null {
  if (knots.length === 0) return null
  const middle = ([0, 1, 2, 3, 4, 5] as const).map(n => {
    const sorted = knots.map(({ back }) => back[n]).sort((a, b) => a - b)
    return sorted[sorted.length >> 1] as number
  }) as unknown as Affine
  const map = inverse(middle)
  return () => map
}

const leastKnots = 4

/** A straight line through each of the six numbers, twice: the second time without what is far from the first. */
function moving(knots: readonly Knot[]): MapAt | null {
  if (knots.length < leastKnots) return null
  let used = knots
  let lines: readonly (readonly [number, number])[] = []
  for (let round = 0; round < 3; round++) {
    lines = ([0, 1, 2, 3, 4, 5] as const).map(n =>
      lineThrough(used.map(({ frame, back }) => [frame, back[n]])),
    )
    const off = ({ frame, back }: Knot) =>
      [2, 5].reduce((sum, n) => {
        const [at, slope] = lines[n] as readonly [number, number]
        return sum + Math.abs(at + slope * frame - (back[n] as number))
      }, 0)
    const sorted = used.map(off).sort((a, b) => a - b)
    const limit = 2.5 * (sorted[sorted.length >> 1] as number) + 0.5
    const kept = used.filter(each => off(each) <= limit)
    if (kept.length < leastKnots || kept.length === used.length) break
    used = kept
  }
  const [first, last] = [Math.min(...used.map(each => each.frame)), Math.max(...used.map(each => each.frame))]
  if (last - first < 2 * stride) return null
  // Beyond what was measured it is not known how far the picture moves.
  return frame => {
    const held = Math.max(first - stride, Math.min(last + stride, frame))
    return inverse(lines.map(([at, slope]) => at + slope * held) as unknown as Affine)
  }
}

/** Least squares: value at 0, and slope. */
function lineThrough(points: readonly (readonly [number, number])[]): readonly [number, number] {
  const mean = (of: 0 | 1) => points.reduce((sum, each) => sum + each[of], 0) / points.length
  const [mx, my] = [mean(0), mean(1)]
  let [both, own] = [0, 0]
  for (const [x, y] of points) {
    both += (x - mx) * (y - my)
    own += (x - mx) ** 2
  }
  const slope = own > 0 ? both / own : 0
  return [my - slope * mx, slope]
}
