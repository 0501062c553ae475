import { type Cut, cutBetween, type Hit, type PiecesInput, type Straight, type Track } from './cut-place.ts'
import { samplesPerSecond } from './input.ts'
import { bOf, type Line, lagAt, overlapOnB } from './line.ts'
import {
  bendOf,
  clearlyAgrees,
  clipped,
  type FittedLine,
  fitLine,
  type Stacked,
  stackAlong,
} from './line-fit.ts'
import { type PhaseWindow, windowLength } from './phase-window.ts'

/** A straight stretch of b that lies on a: between two cuts, or two changes of a clock. */
export interface Piece {
  readonly fit: FittedLine
  /** Samples of b. */
  readonly from: number
  readonly to: number
}

export interface Pieces {
  readonly pieces: readonly Piece[]
  /** One fewer than pieces. */
  readonly cuts: readonly Cut[]
  readonly score: number
  readonly agreeing: number
}

const second = samplesPerSecond
/** Most windows of b that are looked at. */
const windowsMost = 2400
const seedsMost = 8
const reach = 24
/** A track may cross this much without a window that agrees: a stretch of quiet, or somebody at the microphone. */
const longestMissSeconds = 30
/** Dropped samples are looked for this far from where a track was lost. */
const jumpReach = second / 4 + 200
const leastHits = 5
const loopShare = 0.5
const leastScore = 9
/** Together they explain at least this part of the windows from the first to the last. */
const leastHit = 0.35
/** And reach over this part of what could lie on the other at all. */
const leastSpan = 0.5
/** A bend is told when the better half of a millisecond is at stake. */
const leastBend = 1

/**
 * Follows every strong lag as far as it holds, and puts together what of it lies end to end: recorders that paused or lost
 * samples, and clocks that changed their rate. Null unless two stretches or more explain the overlap between them. What
 * repeats (a loop, an announcement) agrees where another lag agrees too, and makes no stretch of its own.
 */
export function piecesOf(seeds: readonly Stacked[], input: PiecesInput): Pieces | null {
  const { window, a, b } = input
  const lengths = { a: a.count, b: b.count }
  const grid = gridOf(b.count)
  const tracks = tracksFrom(seeds, grid, input)
  const chosen = choose(tracks, grid)
  if (!chosen) return null
  const straight = chosen.flatMap(hits => fitted(window, hits))
  if (straight.length < 2) return null
  const cuts: Cut[] = []
  for (const [at, piece] of straight.slice(0, -1).entries()) {
    const cut = cutBetween(piece, straight[at + 1] as Straight, input)
    if (!cut) return null
    cuts.push(cut)
  }
  const pieces = bounded(straight, cuts, lengths)
  if (pieces.some(({ from, to }) => to - from < windowLength)) return null
  const hits = straight.flatMap(({ hits }) => hits)
  const looked = pieces.reduce((sum, { from, to }) => sum + (to - from) / grid.step, 0)
  const possible = pieces.reduce((most, { fit }) => {
    const shared = overlapOnB(fit.line, lengths.a, lengths.b)
    return Math.max(most, shared.to - shared.from)
  }, 0)
  const told = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
  if (hits.length < leastHit * looked || told < leastSpan * possible) return null
  return {
    pieces,
    cuts,
    score: hits.reduce((sum, { z }) => sum + clipped(z), 0) / Math.sqrt(Math.max(1, looked)),
    agreeing: Math.min(1, hits.length / looked),
  }
}

interface Grid {
  readonly step: number
  readonly count: number
}

function gridOf(samples: number): Grid {
  const step = Math.max(second, Math.ceil(samples / windowsMost))
  return { step, count: Math.max(0, Math.floor((samples - windowLength) / step) + 1) }
}

function tracksFrom(seeds: readonly Stacked[], grid: Grid, input: PiecesInput): readonly Track[] {
  const { window, tools } = input
  const waiting = seeds.filter(({ score }) => score >= leastScore).slice(0, seedsMost)
  const tracks: Track[] = []
  for (const seed of waiting) {
    if (tools.isCancelled()) return []
    if (tracks.some(track => isOn(track, seed.line))) continue
    const track = withoutStrays(follow(window, seed, grid), grid)
    if (track.length < leastHits) continue
    tracks.push(track)
    if (waiting.length < 2 * seedsMost) waiting.push(...lostAndFound(window, track, grid))
  }
  const found = unexplained(tracks, grid).flatMap(run => nearbyIn(window, run, tracks, grid))
  return [...tracks, ...found]
}

/** Runs of windows, long enough to be a stretch, in which no track agrees. */
function unexplained(tracks: readonly Track[], grid: Grid): readonly (readonly number[])[] {
  const told = new Set(tracks.flat().map(hit => indexOf(hit, grid)))
  const runs: number[][] = [[]]
  for (let index = 0; index < grid.count; index++)
    if (told.has(index)) runs.push([])
    else runs.at(-1)?.push(index)
  return runs.filter(run => run.length >= 2 * leastHits)
}

/**
 * A stretch whose lag lies within a quarter of a second of another's, with a third between them, was not among the seeds: they
 * count as one place there.
 */
function nearbyIn(
  window: PhaseWindow,
  run: readonly number[],
  tracks: readonly Track[],
  grid: Grid,
): readonly Track[] {
  const step = Math.max(1, run.length / 20)
  const starts = Array.from(
    { length: Math.min(20, run.length) },
    (_, n) => (run[Math.floor(n * step)] as number) * grid.step,
  )
  for (const track of tracks) {
    const found = stackAlong(window, lineThrough(track), starts, { lagReach: jumpReach, slopeReach: 5e-6 })
    if (!found || found.score < leastScore) continue
    const own = withoutStrays(follow(window, found, grid), grid)
    if (own.length >= leastHits) return [own]
  }
  return []
}

/** Beyond its end a track meets a window that agrees by chance now and then: an end has company. */
function withoutStrays(track: Track, grid: Grid): Track {
  const near = 6 * grid.step
  const hasCompany = (at: number, direction: 1 | -1) => {
    const third = track[at + 2 * direction]
    return third !== undefined && Math.abs(third.middle - (track[at] as Hit).middle) <= near
  }
  let first = 0
  let last = track.length - 1
  while (first < last && !hasCompany(first, 1)) first++
  while (last > first && !hasCompany(last, -1)) last--
  return track.slice(first, last + 1)
}

function isOn(track: Track, line: Line): boolean {
  const near = track.find(({ middle }) => Math.abs(middle - line.pivot) < 3 * second)
  return near !== undefined && Math.abs(lagAt(line, near.middle) - near.lag) < 2 * reach
}

/** From the middle of the seed outwards, each window telling where to look for the next. */
function follow(window: PhaseWindow, seed: Stacked, grid: Grid): Track {
  const { line } = seed
  const first = Math.round((line.pivot - windowLength / 2) / grid.step)
  const walk = (direction: 1 | -1): Hit[] => {
    const hits: Hit[] = []
    let lag = line.lag
    let { slope } = line
    let from = line.pivot
    const most = Math.ceil((longestMissSeconds * second) / grid.step)
    let missed = 0
    for (
      let index = direction === 1 ? first : first - 1;
      index >= 0 && index < grid.count && missed <= most;
      index += direction
    ) {
      const start = index * grid.step
      const middle = start + windowLength / 2
      const expected = lag + slope * (middle - from)
      const found = readingAt(window, { pivot: middle, lag: expected, slope }, start)
      if (!found || found.offset === null) {
        missed++
        continue
      }
      missed = 0
      // Half of what was found off the line is believed, and little of what it says of the slope.
      const far = Math.max(1, Math.abs(middle - from))
      lag = expected + 0.5 * found.offset
      slope = Math.max(
        -6e-4,
        Math.min(6e-4, slope + (0.1 * direction * found.offset) / Math.max(far, 4 * second)),
      )
      from = middle
      hits.push({ middle, lag: expected + found.offset, z: found.z })
    }
    return hits
  }
  return [...walk(-1).reverse(), ...walk(1)]
}

function readingAt(
  window: PhaseWindow,
  line: Line,
  start: number,
): { readonly offset: number | null; readonly z: number } | null {
  const loaded = window.load(line, start)
  if (!loaded) return null
  const values = window.agreement(reach)
  let best = 0
  for (let n = 0; n < values.length; n++) if ((values[n] as number) > (values[best] as number)) best = n
  const z = values[best] as number
  const isClear = z > clearlyAgrees && best > 0 && best < values.length - 1
  return { z, offset: isClear ? best - reach + bendOf(values, best) - loaded.shift : null }
}

/** Where a track was lost although both go on, the same sound may go on a fraction of a second away. */
function lostAndFound(window: PhaseWindow, track: Track, grid: Grid): readonly Stacked[] {
  return [-1, 1].flatMap(direction => {
    const end = (direction === 1 ? track.at(-1) : track[0]) as Hit
    const inner = (direction === 1 ? track.at(-4) : track[3]) ?? end
    const slope = end === inner ? 0 : (end.lag - inner.lag) / (end.middle - inner.middle)
    const line = { pivot: end.middle, lag: end.lag, slope: Math.abs(slope) < 6e-4 ? slope : 0 }
    const starts = Array.from({ length: 10 }, (_, n) =>
      Math.round(end.middle - windowLength / 2 + direction * (windowLength / 2 + n * second)),
    ).filter(start => start >= 0 && start <= (grid.count - 1) * grid.step)
    if (starts.length < 4) return []
    const found = stackAlong(
      window,
      line,
      starts.toSorted((x, y) => x - y),
      {
        lagReach: jumpReach,
        slopeReach: 5e-5,
      },
    )
    return found && found.score >= leastScore ? [found] : []
  })
}

/** What a change from one stretch to another must gain: some windows that clearly agree. */
const changeCosts = 30

/**
 * Which stretch each window belongs to: the division into runs that explains most, each change costing something (Viterbi 1967).
 * Null where nothing holds, or where what was found repeats.
 */
function choose(tracks: readonly Track[], grid: Grid): readonly Track[] | null {
  const hits = tracks.map(track => new Map(track.map(hit => [indexOf(hit, grid), hit])))
  const cameFrom: Int16Array[] = []
  let worth = tracks.map(() => 0)
  for (let index = 0; index < grid.count; index++) {
    const best = worth.reduce((most, each, at) => (each > (worth[most] as number) ? at : most), 0)
    const from = Int16Array.from(worth, (own, at) =>
      (worth[best] as number) - changeCosts > own ? best : at,
    )
    worth = worth.map((_, at) => {
      const before = from[at] as number
      const cost = before === at ? 0 : changeCosts
      return (worth[before] as number) - cost + clipped(hits[at]?.get(index)?.z ?? 0)
    })
    cameFrom.push(from)
  }
  const chosen: Track[] = []
  let at = worth.reduce((most, each, n) => (each > (worth[most] as number) ? n : most), 0)
  let run: Hit[] = []
  for (let index = grid.count - 1; index >= 0; index--) {
    const hit = hits[at]?.get(index)
    if (hit) run.push(hit)
    const before = cameFrom[index]?.[at] ?? at
    if (before === at && index > 0) continue
    if (run.length >= leastHits) chosen.push(run.toReversed())
    run = []
    at = before
  }
  const inOrder = chosen.toReversed()
  return inOrder.length === 0 || inOrder.some(part => isLoop(part, tracks)) ? null : inOrder
}

function indexOf({ middle }: Hit, grid: Grid): number {
  return Math.round((middle - windowLength / 2) / grid.step)
}

/** True where other lags agree with the same windows: rounds of a loop, of which nothing tells one from the next. */
function isLoop(part: Track, tracks: readonly Track[]): boolean {
  const middles = new Set(part.map(({ middle }) => middle))
  return tracks.some(track => {
    const shared = track.filter(({ middle }) => middles.has(middle))
    const isOther = shared.some(
      hit => Math.abs(hit.lag - (part.find(own => own.middle === hit.middle)?.lag ?? hit.lag)) > 2 * reach,
    )
    return isOther && shared.length > loopShare * part.length
  })
}

function fitted(window: PhaseWindow, hits: Track): readonly Straight[] {
  const at = bendAt(hits)
  const parts = at === null ? [hits] : [hits.slice(0, at), hits.slice(at)]
  return parts.flatMap((part, index) => {
    const fit = fitOf(window, part)
    return fit ? [{ fit, hits: part, isBent: index > 0 }] : []
  })
}

function fitOf(window: PhaseWindow, hits: Track): FittedLine | null {
  const line = lineThrough(hits)
  const step = Math.max(1, hits.length / 120)
  const starts = Array.from({ length: Math.min(120, hits.length) }, (_, n) =>
    Math.round((hits[Math.floor(n * step)] as Hit).middle - windowLength / 2),
  )
  const stacked = stackAlong(window, line, starts, { lagReach: 8, slopeReach: 1e-5 })
  return stacked && fitLine(stacked.line, stacked.agreements)
}

/** Least squares after leaving out what lies far off the median course. */
function lineThrough(hits: Track): Line & { readonly rms: number } {
  let kept: Track = hits
  let line = { pivot: 0, lag: 0, slope: 0, rms: 0 }
  for (let pass = 0; pass < 3; pass++) {
    const pivot = kept.reduce((sum, { middle }) => sum + middle, 0) / kept.length
    const lag = kept.reduce((sum, each) => sum + each.lag, 0) / kept.length
    let tt = 0
    let tl = 0
    for (const hit of kept) {
      tt += (hit.middle - pivot) ** 2
      tl += (hit.middle - pivot) * (hit.lag - lag)
    }
    const slope = tt > 0 ? tl / tt : 0
    const off = (hit: Hit) => Math.abs(hit.lag - lag - slope * (hit.middle - pivot))
    const offs = kept.map(off).toSorted((x, y) => x - y)
    const typical = offs[offs.length >> 1] ?? 0
    line = {
      pivot,
      lag,
      slope,
      rms: Math.sqrt(offs.reduce((sum, each) => sum + each * each, 0) / offs.length),
    }
    const inside = hits.filter(hit => off(hit) <= Math.max(1, 4 * typical))
    if (inside.length < leastHits) break
    kept = inside
  }
  return line
}

/** The hit at which a clock changes its rate, or null: two straight lines fit far better than one, and well. */
function bendAt(hits: Track): number | null {
  const fewest = 8
  if (hits.length < 2 * fewest) return null
  const whole = lineThrough(hits)
  if (whole.rms < leastBend) return null
  let best = { at: 0, rms: Number.POSITIVE_INFINITY }
  const step = Math.max(1, Math.floor(hits.length / 150))
  for (let at = fewest; at <= hits.length - fewest; at += step) {
    const early = lineThrough(hits.slice(0, at))
    const late = lineThrough(hits.slice(at))
    const rms = Math.sqrt((early.rms ** 2 * at + late.rms ** 2 * (hits.length - at)) / hits.length)
    if (rms < best.rms) best = { at, rms }
  }
  return best.rms < whole.rms / 3 && best.rms < 1.5 ? best.at : null
}

/** Stretches with their ends: the overlap of the line, up to the cuts. */
function bounded(
  straight: readonly Straight[],
  cuts: readonly Cut[],
  lengths: { readonly a: number; readonly b: number },
): readonly Piece[] {
  const onB = (line: Line, cut: Cut) => (cut.on === 'b' ? cut.at : bOf(line, cut.at))
  return straight.map(({ fit }, at) => {
    const shared = overlapOnB(fit.line, lengths.a, lengths.b)
    const [before, after] = [cuts[at - 1], cuts[at]]
    return {
      fit,
      from: Math.round(before ? Math.max(shared.from, onB(fit.line, before)) : shared.from),
      to: Math.round(after ? Math.min(shared.to, onB(fit.line, after)) : shared.to),
    }
  })
}
