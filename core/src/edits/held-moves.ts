/**
 * A frame that is held while the film moves over it. What a push in on it does to the picture, other frames of a moving camera make up for: the frame held
 * is told as slow and reversed pieces around it. So frames at which the shot may have stopped, and some that the pieces stray over, are laid under one
 * smooth way each, and the one that fits best is followed at speed 0; whether it explains the film better than the pieces do is then weighed as for
 * any other track.
 */
import { type Affine, between } from './affine.ts'
import { isUpright } from './even-moves.ts'
import { cornersApart } from './geometry.ts'
import {
  bestKnot,
  type Laid,
  type LinePlace,
  laidAlong,
  measuredUnder,
  mostMiss,
  type Stretch,
  trackAlong,
} from './laid-along.ts'
import { marginOf } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame } from './rates.ts'
import { goneOn, type Knot } from './rigid.ts'
import type { UnrangedSegment } from './segments.ts'
import { smoothWay } from './smooth-way.ts'
import { type MapAt, type Track, trackFrom } from './track.ts'

/** A shorter piece, or one at a lower speed, may be a part of a frame held; one whose map moves may be so too. */
const sureFrames = 24
const sureWhole = 12
const usualRates = [1, 0.5, 0.25, 2, 4, -1]
const nearRate = 0.03
/** Film frames that something else may take up between two pieces. */
const mostForeign = 12
const shortestSeconds = 0.4
/** Share of the film's width over which its corners are moved at least. */
const leastMoved = 0.02
const leastFit = -0.15
const stride = 4
const mostKnots = 24
const mostMissed = 2
const mostFineKnots = 30
/** Frames strayed over that are tried, besides those at which the shot may have stopped. */
const mostTried = 6
const mostTurns = 4
const leastKnots = 5
/** Pixels of the film by which a look at the end of a move may be off it. */
const mostOff = 2
/** A shorter run beside a frame held is left to what was found. */
const leastRunning = 8
/** Frames beyond a run for which it is followed. */
const beyond = 24

/** Tracks at speed 0 for runs of pieces that may be one frame held and moved over. `shots` are frames at which the film's picture changes. */
export function heldMoves(
  segments: readonly UnrangedSegment[],
  shots: readonly number[],
  film: Levels,
): readonly Track[] {
  return chainsIn(segments, shots).flatMap(chain => {
    const [first, last] = [chain[0] as UnrangedSegment, chain.at(-1) as UnrangedSegment]
    const beside = [
      segments.findLast(({ to }) => to <= first.from && first.from - to <= mostForeign),
      segments.find(({ from }) => from >= last.to && from - last.to <= mostForeign),
    ].filter(each => each?.raw === first.raw)
    return tracksOf(chain, beside as readonly UnrangedSegment[], film)
  })
}

/** A piece of some length under one map, at a usual speed. */
function isSure({ from, to, line, maps, track }: UnrangedSegment): boolean {
  const least = track.pairing.isWhole ? sureWhole : sureFrames
  if (to - from < least || maps.length > 1) return false
  // A camera that swings looks reversed under a move that goes the other way.
  if (line.rate < 0 && !track.pairing.isWhole) return false
  return isUsual({ line, track })
}

function isUsual({ line, track: { pairing } }: Pick<UnrangedSegment, 'line' | 'track'>): boolean {
  const usual = frameForFrame(pairing.film, pairing.raw)
  return [...usualRates, ...(usual === null ? [] : [usual])].some(
    rate => Math.abs(line.rate - rate) < nearRate * Math.abs(rate),
  )
}

/** Pieces of a shot one after the other that are not sure. */
function chainsIn(
  segments: readonly UnrangedSegment[],
  shots: readonly number[],
): readonly (readonly UnrangedSegment[])[] {
  const chains: UnrangedSegment[][] = []
  for (const segment of segments) {
    if (isSure(segment)) continue
    const before = chains.at(-1)?.at(-1)
    const isNext =
      before !== undefined &&
      before.raw === segment.raw &&
      segment.from - before.to <= mostForeign &&
      !shots.some(cut => before.to - 1 <= cut && cut <= segment.from + 1)
    if (isNext) chains.at(-1)?.push(segment)
    else chains.push([segment])
  }
  return chains
}

function tracksOf(
  chain: readonly UnrangedSegment[],
  beside: readonly UnrangedSegment[],
  film: Levels,
): readonly Track[] {
  const [first, last] = [chain[0] as UnrangedSegment, chain.at(-1) as UnrangedSegment]
  const stretch = { from: first.from, to: last.to }
  if ((stretch.to - stretch.from) * film.frameSeconds < shortestSeconds) return []
  if (chain.length === 1 && first.line.rate === 0 && first.maps.length === 1) return []
  // One move over a shot at a usual speed is no pieces of one held.
  if (chain.length === 1 && isUsual(first)) return []
  const pieces = [...chain, ...beside]
  const laid = longestOf(
    likeliest(framesToTry(chain, beside), at => followed(at, pieces, stretch))
      .filter(({ cost }) => cost <= leastFit)
      .flatMap(rough => evenPart(rough, stretch) ?? []),
  )
  if (!laid || laid.laid.cost > leastFit || movedBy(laid.laid, laid.stretch, film) < leastMoved) return []
  if ((laid.stretch.to - laid.stretch.from) * film.frameSeconds < shortestSeconds) return []
  const track = trackAlong(laid.laid, laid.stretch, film)
  return track ? [track, ...goingOn(laid, stretch, film)] : []
}

/** The part over which its frame explains most. */
function longestOf(parts: readonly HeldPart[]): HeldPart | null {
  const explained = ({ laid, stretch: { from, to } }: HeldPart) => laid.cost * (to - from)
  return parts.toSorted((one, two) => explained(one) - explained(two))[0] ?? null
}

/** A frame laid over the part of a stretch over which it moves evenly. */
interface HeldPart {
  readonly at: number
  readonly laid: Laid
  readonly stretch: Stretch
}

/** The longest part found of a stretch over which what was measured is near one smooth way, the frame put right by one or two. */
function evenPart({ at, laid: rough }: Followed, stretch: Stretch): HeldPart | null {
  const knots = measuredUnder(rough, rough.place, stretch, mostFineKnots)
  const { raw } = rough.place.pairing
  const isEven = (some: readonly Knot[]) =>
    (smoothWay(some, raw)?.miss ?? Number.POSITIVE_INFINITY) <= mostMiss
  const parts = [1, -1].map(direction => {
    if (isEven(knots)) return knots
    // What comes before the frame is held, or after it, is shaken as the camera was.
    let [most, least] = [knots.length, 0]
    const some = (count: number) => (direction > 0 ? knots.slice(0, count) : knots.slice(-count))
    while (most - least > 1) {
      const count = (most + least) >> 1
      if (count >= leastKnots && !isEven(some(count))) most = count
      else least = count
    }
    return least > leastKnots ? some(least) : []
  })
  const part =
    (parts[0] as readonly Knot[]).length >= (parts[1] as readonly Knot[]).length ? parts[0] : parts[1]
  const way = part && smoothWay(part, raw)
  if (!part || !way) return null
  const near = part.filter(({ frame, map }) => cornersApart(way.mapAt(frame), map, raw) < mostOff)
  const [first, last] = [near[0], near.at(-1)]
  if (!first || !last) return null
  const step = Math.max(1, Math.ceil((stretch.to - stretch.from) / mostFineKnots))
  const within = {
    from: Math.max(stretch.from, first.frame - step),
    to: Math.min(stretch.to, last.frame + step + 1),
  }
  const best = bestOf([at], each => {
    const place = placeOf(each, rough.place)
    const laid =
      place && laidAlong(place, measuredUnder({ ...rough, ...way }, place, within, mostFineKnots), within, 0)
    return laid && laid.miss <= mostMiss ? { at: each, cost: laid.cost, laid } : null
  })
  return best && { at: best.at, laid: best.laid, stretch: within }
}

/** The shot running before its frame is held and after it, under the map that the move begins and ends with. */
function goingOn({ at, laid, stretch }: HeldPart, { from, to }: Stretch, film: Levels): readonly Track[] {
  const { pairing, raw } = laid.place
  const perFrame = film.frameSeconds / pairing.raw.frameSeconds
  return [
    { first: from, last: stretch.from, map: laid.mapAt(stretch.from) },
    { first: stretch.to, last: to, map: laid.mapAt(stretch.to - 1) },
  ].flatMap(({ first, last, map }) => {
    if (last - first < leastRunning) return []
    const there = pairing.with(map)
    const frame = (first + last) >> 1
    const view = there.view(frame)
    const reach = Math.ceil((last - first) * perFrame)
    let best = { at, margin: leastFit }
    for (let each = Math.max(0, at - reach); each <= Math.min(pairing.raw.count - 1, at + reach); each++) {
      const margin = marginOf(view, there.fit(view, each))
      if (margin < best.margin) best = { at: each, margin }
    }
    if (best.margin >= leastFit) return []
    const limits = { from: Math.max(0, first - beyond), to: Math.min(film.count, last + beyond) }
    const track = trackFrom(there, raw, frame, best.at, perFrame, limits, () => map)
    return track && track.to - track.from > leastRunning ? [track] : []
  })
}

/** Where the shot before stopped, where the one after goes on, and some of the frames between the first and the last that the pieces show. */
function framesToTry(
  chain: readonly UnrangedSegment[],
  beside: readonly UnrangedSegment[],
): readonly number[] {
  const ends = beside.flatMap(({ frames, from }) => {
    const end = from < (chain[0] as UnrangedSegment).from ? (frames.at(-1) as number) : (frames[0] as number)
    return [end - 1, end, end + 1]
  })
  const shown = [...new Set(chain.flatMap(({ frames }) => [...frames]))].sort((a, b) => a - b)
  const step = Math.max(1, Math.ceil(shown.length / mostTried))
  return [...ends, ...shown.filter((_, n) => n % step === step >> 1)]
}

interface Tried {
  readonly at: number
  readonly cost: number
}

/** The frame among some and those next to the best of them that fits best. */
function bestOf<T extends Tried>(frames: readonly number[], lay: (frame: number) => T | null): T | null {
  return likeliest(frames, lay)[0] ?? null
}

/** A few frames not beside each other, the best fitting first: among some, and those next to the best of them. */
function likeliest<T extends Tried>(
  frames: readonly number[],
  lay: (frame: number) => T | null,
): readonly T[] {
  const tried = new Map<number, T | null>()
  const tryAt = (at: number) => {
    if (!tried.has(at)) tried.set(at, lay(at))
  }
  const ranked = () =>
    [...tried.values()].filter(each => each !== null).sort((one, two) => one.cost - two.cost)
  for (const at of frames) tryAt(at)
  for (let turn = 0; turn < mostTurns; turn++) {
    const [best] = ranked()
    if (!best || (tried.has(best.at - 1) && tried.has(best.at + 1))) break
    tryAt(best.at - 1)
    tryAt(best.at + 1)
  }
  const apart: T[] = []
  for (const each of ranked())
    if (apart.length < mostLikely && apart.every(({ at }) => Math.abs(at - each.at) > 2)) apart.push(each)
  return apart
}

const mostLikely = 3

function placeOf(
  at: number,
  { pairing, raw, freedom }: Pick<LinePlace, 'pairing' | 'raw' | 'freedom'>,
): LinePlace | null {
  const { times, count } = pairing.raw.pictures
  if (at < 0 || at >= count) return null
  const start = ((times[at] as number) + (times[at + 1] as number)) / 2
  return { pairing, raw, rate: 0, start, isBlended: false, ...(freedom ? { freedom } : {}) }
}

/** How far the picture's corners go over a stretch, as a share of the film's width. */
function movedBy({ mapAt, place }: Laid, { from, to }: Stretch, film: Levels): number {
  return cornersApart(mapAt(from), mapAt(to - 1), place.pairing.raw) / film.width(0)
}

/** A frame of a recording as it was looked for over a stretch; `cost` is the mean margin of all looks, those in vain counted as 0. */
interface Followed extends Tried {
  readonly laid: Laid
}

/** One frame of a recording followed over a stretch of film, from where a piece shows the nearest to it. */
function followed(at: number, pieces: readonly UnrangedSegment[], stretch: Stretch): Followed | null {
  const [piece, n] = nearestTo(at, pieces)
  const freedom = pieces.some(each => isUpright(each)) ? 'upright' : 'affine'
  const place = placeOf(at, { pairing: piece.track.pairing, raw: piece.raw, freedom })
  if (!place) return null
  const begin = Math.max(stretch.from, Math.min(stretch.to - 1, piece.from + n))
  const there = pieces.filter(({ from, to }) => from <= begin && begin < to)
  const here = bestKnot(
    place,
    begin,
    [mapIn(piece, n), ...there.map(each => mapIn(each, begin - each.from))],
    1,
  )
  if (!here) return null
  const step = Math.max(stride, Math.ceil((stretch.to - stretch.from) / mostKnots))
  const walk = (direction: 1 | -1) => {
    const knots: Knot[] = [here]
    let missed = 0
    for (
      let frame = begin + direction * step;
      frame >= stretch.from && frame < stretch.to && missed <= mostMissed;
      frame += direction * step
    ) {
      const starts = [(knots.at(-1) as Knot).map, goneOn(knots, frame), goneOn(knots.slice(-2), frame)]
      const knot = bestKnot(place, frame, knots.length > 2 ? starts : starts.slice(0, knots.length), 1)
      missed = knot ? 0 : missed + 1
      if (knot) knots.push(knot)
    }
    return knots.slice(1)
  }
  const knots = [...walk(-1).reverse(), here, ...walk(1)]
  const cost = (step * knots.reduce((sum, { margin }) => sum + margin, 0)) / (stretch.to - stretch.from)
  return { at, cost, laid: { place, knots, mapAt: straightThrough(knots), cost, miss: 0 } }
}

function mapIn({ maps }: UnrangedSegment, n: number): Affine {
  return maps[Math.min(maps.length - 1, n)] as Affine
}

/** Straight from look to look. */
function straightThrough(knots: readonly Knot[]): MapAt {
  return frame => {
    const after = knots.find(each => each.frame >= frame) ?? (knots.at(-1) as Knot)
    const before = knots.findLast(each => each.frame <= frame) ?? (knots[0] as Knot)
    if (after.frame <= before.frame) return before.map
    return between(before.map, after.map, (frame - before.frame) / (after.frame - before.frame))
  }
}

/** The piece that shows a frame or comes nearest to it, and at which of its own frames. */
function nearestTo(at: number, pieces: readonly UnrangedSegment[]): readonly [UnrangedSegment, number] {
  let best: readonly [UnrangedSegment, number] = [pieces[0] as UnrangedSegment, 0]
  let least = Number.POSITIVE_INFINITY
  for (const piece of pieces)
    for (const [n, frame] of piece.frames.entries()) {
      const off = Math.abs(frame - at)
      if (off < least) [least, best] = [off, [piece, n]]
    }
  return best
}
