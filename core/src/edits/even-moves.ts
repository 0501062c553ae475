/**
 * A shot that is moved over while its camera moves too falls into pieces: each of them is laid a little wrong and so plays a little wrong, but all are near
 * the one line that the shot follows. So the line is voted for by the pieces, the map is measured along it over the whole shot, and one smooth
 * way is laid through all that was measured.
 */
import type { Affine } from './affine.ts'
import {
  bestKnot,
  type Laid,
  type LinePlace,
  laidAlong,
  mostMiss,
  refined,
  type Stretch,
  trackAlong,
} from './laid-along.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame, snappedRate } from './rates.ts'
import { goneOn, type Knot, upright } from './rigid.ts'
import type { UnrangedSegment } from './segments.ts'
import type { Track } from './track.ts'

const usualRates = [1, 0.5, 0.25, 2, 4, -1]
/** Frames of the recording by which a piece may miss the line of its shot, and as many again as the film passes over from frame to frame. */
const leastMissed = 1.6
/** Of a piece's frames, that have to lie on the line. */
const mostOfPiece = 0.5
/** Frames of the film that something else may take up between two pieces of one shot. */
const mostForeign = 30
/** Shorter pieces say nothing of a speed. */
const leastSeed = 4
const leastTogether = 12
/** What is shorter may have been found because a neighbour ends too soon. */
const briefest = 24

/** A line of a recording, and the pieces near it. */
interface Chain {
  readonly pieces: readonly UnrangedSegment[]
  readonly rate: number
  readonly start: number
  readonly frames: number
}

export interface EvenTrack {
  readonly track: Track
  /** What was measured along it is far from an even way, as where a line is wrong. */
  readonly isLoose: boolean
}

/** Tracks of shots that were found in pieces, each followed along one line under a map that moves smoothly. */
export function evenTracks(segments: readonly UnrangedSegment[], film: Levels): readonly EvenTrack[] {
  const left = new Set(segments)
  const tracks: EvenTrack[] = []
  for (;;) {
    const best = segments
      .filter(each => left.has(each) && each.to - each.from >= leastSeed)
      .flatMap(each => chainsThrough(each, segments, left, film))
      .sort((one, two) => two.frames - one.frames)[0]
    if (!best) break
    for (const piece of best.pieces) left.delete(piece)
    const track = trackOf(best, film)
    if (track) tracks.push(track)
  }
  return tracks
}

const isPart = ({ maps, track }: UnrangedSegment) => maps.length > 1 || !track.pairing.isWhole

/** What lies along a line through the middle of a piece, at its own speed and at usual ones. */
function chainsThrough(
  seed: UnrangedSegment,
  segments: readonly UnrangedSegment[],
  left: ReadonlySet<UnrangedSegment>,
  film: Levels,
): readonly Chain[] {
  const { raw } = seed.track.pairing
  const usual = frameForFrame(film, raw)
  const own = seed.line.rate
  const rates = new Set([own, snappedRate(own, usual), ...usualRates, ...(usual === null ? [] : [usual])])
  const n = (seed.to - seed.from) >> 1
  return [...rates].flatMap(rate => {
    if (rate === 0) return []
    const start =
      timeAt(raw, seed.frames[n] as number) - rate * (film.pictures.times[seed.from + n] as number)
    const pieces = segments.filter(
      each => left.has(each) && each.raw === seed.raw && isOn(each, start, rate, film),
    )
    const chain = besideEachOther(pieces, seed)
    if (!isFallen(chain, segments)) return []
    const frames = chain.reduce((sum, each) => sum + onLine(each, start, rate, film), 0)
    // True speed where two speeds say the same.
    return [{ pieces: chain, rate, start, frames: frames + (rate === 1 ? 0.5 : 0) }]
  })
}

const timeAt = ({ pictures: { times } }: Levels, frame: number) =>
  ((times[frame] as number) + (times[frame + 1] as number)) / 2

const isOn = (piece: UnrangedSegment, start: number, rate: number, film: Levels) =>
  onLine(piece, start, rate, film) > mostOfPiece * (piece.to - piece.from)

/** Frames of a piece that lie near a line. */
function onLine({ frames, from, track }: UnrangedSegment, start: number, rate: number, film: Levels): number {
  const { raw } = track.pairing
  const most = leastMissed * raw.frameSeconds + Math.abs(rate) * film.frameSeconds
  let count = 0
  for (const [n, frame] of frames.entries())
    if (Math.abs(timeAt(raw, frame) - start - rate * (film.pictures.times[from + n] as number)) < most)
      count++
  return count
}

/** The pieces before and after one, as far as not too much else comes between. */
function besideEachOther(
  pieces: readonly UnrangedSegment[],
  seed: UnrangedSegment,
): readonly UnrangedSegment[] {
  const at = pieces.indexOf(seed)
  if (at < 0) return []
  let [first, last] = [at, at]
  const apart = (one: number) =>
    (pieces[one + 1] as UnrangedSegment).from - (pieces[one] as UnrangedSegment).to
  while (first > 0 && apart(first - 1) <= mostForeign) first--
  while (last < pieces.length - 1 && apart(last) <= mostForeign) last++
  return pieces.slice(first, last + 1)
}

/** Whether a shot fell into pieces: into several, or into one beside which there is only a brief one. */
function isFallen(chain: readonly UnrangedSegment[], segments: readonly UnrangedSegment[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)]
  if (!first || !last || !chain.some(isPart)) return false
  if (chain.length > 1) return true
  const [before, after] = [
    segments.findLast(({ to }) => to <= first.from),
    segments.find(({ from }) => from >= last.to),
  ]
  const isBrief = (piece: UnrangedSegment | undefined, apart: number) =>
    piece !== undefined && apart < leastTogether && piece.to - piece.from < briefest
  return isBrief(before, first.from - (before?.to ?? 0)) || isBrief(after, (after?.from ?? 0) - last.to)
}

const stride = 6
const mostKnots = 40
/** Frames of the recording to either side of the voted line that are tried. */
const reach = 3
/** A speed measured on pieces may be off by this share from the one of the shot. */
const nearRate = 0.2

function trackOf(chain: Chain, film: Levels): EvenTrack | null {
  const { pieces, rate } = chain
  const [first, last] = [pieces[0] as UnrangedSegment, pieces.at(-1) as UnrangedSegment]
  const stretch = { from: first.from, to: last.to }
  if (stretch.to - stretch.from < leastTogether) return null
  const { pairing } = pieces.reduce((one, two) => (two.to - two.from > one.to - one.from ? two : one)).track
  const usual = frameForFrame(film, pairing.raw)
  const near = [...usualRates, ...(usual === null ? [] : [usual])].filter(
    each => Math.abs(each / rate - 1) < nearRate,
  )
  const freedom = pieces.every(each => isUpright(each)) ? 'upright' : 'affine'
  const bestAt = (tried: number, start: number) => {
    const moves = Array.from({ length: 2 * reach + 1 }, (_, n) => (n - reach) * pairing.raw.frameSeconds)
    return likeliest(
      moves.map(move => {
        const place: LinePlace = {
          ...{ pairing, raw: first.raw, rate: tried, start: start + move },
          ...{ freedom, isBlended: false },
        }
        return laidAlong(place, knotsAlong(place, pieces, stretch), stretch, 1)
      }),
    )
  }
  const voted = likeliest(
    [...new Set([rate, ...near])].map(each => bestAt(each, middleStart(pieces, each, film))),
  )
  const best =
    voted && voted.miss > mostMiss ? (elsewhere(voted, usual, pieces, film, bestAt) ?? voted) : voted
  const laid = best && refined(best, stretch, film)
  const track = laid && trackAlong(laid, stretch, film)
  return track && { track, isLoose: laid.miss > mostMiss }
}

const likeliest = (found: readonly (Laid | null)[]): Laid | null =>
  found.reduce((one, two) => (one === null || (two !== null && two.cost < one.cost) ? two : one), null)

/**
 * A line at another speed through one of the pieces, along which what is measured lies on a smooth way and fits better: where most pieces are laid wrong, as where one frame was
 * taken to be held, they vote for a line that none is on.
 */
function elsewhere(
  voted: Laid,
  usual: number | null,
  pieces: readonly UnrangedSegment[],
  film: Levels,
  bestAt: (rate: number, start: number) => Laid | null,
): Laid | null {
  const others = [...usualRates, ...(usual === null ? [] : [usual])].filter(
    each => Math.abs(each / voted.place.rate - 1) >= nearRate,
  )
  const seeds = pieces.filter(each => each.to - each.from >= leastSeed && each.line.rate !== 0)
  const found = others.flatMap(rate =>
    seeds.map(({ from, to, frames, track }) => {
      const n = (to - from) >> 1
      const start = timeAt(track.pairing.raw, frames[n] as number)
      return bestAt(rate, start - rate * (film.pictures.times[from + n] as number))
    }),
  )
  const best = likeliest(found)
  return best && best.cost < voted.cost && best.miss <= mostMiss ? best : null
}

/** A piece whose map turns next to nothing. */
export function isUpright({ maps, track }: UnrangedSegment): boolean {
  return upright(maps[maps.length >> 1] as Affine, track.pairing) !== null
}

/** The middle one of the starts of all frames, at a speed. */
function middleStart(pieces: readonly UnrangedSegment[], rate: number, film: Levels): number {
  const starts = pieces.flatMap(({ frames, from, track }) =>
    Array.from(
      frames,
      (frame, n) => timeAt(track.pairing.raw, frame) - rate * (film.pictures.times[from + n] as number),
    ),
  )
  return starts.sort((a, b) => a - b)[starts.length >> 1] as number
}

/** The map measured coarsely along a line, starting from where the pieces laid it or where the looks before say that it has gone to. */
function knotsAlong(
  place: LinePlace,
  pieces: readonly UnrangedSegment[],
  { from, to }: Stretch,
): readonly Knot[] {
  const step = Math.max(stride, Math.ceil((to - from) / mostKnots))
  const knots: Knot[] = []
  for (let frame = from + (step >> 1); frame < to; frame += step) {
    const piece = pieces.find(each => each.from <= frame && frame < each.to)
    const starts = [
      ...(piece ? [piece.maps[Math.min(piece.maps.length - 1, frame - piece.from)] as Affine] : []),
      ...(knots.length > 0 ? [goneOn(knots, frame)] : []),
    ]
    const knot = bestKnot(place, frame, starts, 1)
    if (knot) knots.push(knot)
  }
  return knots
}
