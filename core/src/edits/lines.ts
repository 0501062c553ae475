import type { Levels } from './pictures.ts'
import { frameForFrame, snappedRate } from './rates.ts'
import { cameAt } from './repeats.ts'
import { beyondTrack, type Evidence, type Track } from './track.ts'

/** A straight line: at film time t a recording is shown as it was at `start` + rate · t, seconds of both files' own clocks. */
export interface Line {
  readonly track: number
  readonly raw: number
  readonly start: number
  readonly rate: number
  /** Film frames for which its track has evidence, [from, to). */
  readonly from: number
  readonly to: number
  /** How often the map of its track had to be measured: a part of a picture once at least. */
  readonly moves: number
}

const mostLines = 14
/** Frames before and after those that a line explains for which it is still weighed. */
const beyondGood = 40
const unseen = 30

/** The cost as far as the track looked. */
function costOf(track: Track, filmFrame: number, rawFrame: number): number {
  const n = filmFrame - track.from
  const costs = track.costs[n]
  if (!costs) return unseen
  return (costs[rawFrame - (track.low[n] as number)] ?? unseen) * track.pairing.coverage
}

/** Frames of a track that a line costs little more than what costs least. */
function goodAlong(
  track: Track,
  levels: Levels,
  filmTimes: Float64Array,
  leasts: readonly number[],
  start: number,
  rate: number,
): Uint8Array {
  const isGood = new Uint8Array(filmTimes.length)
  for (let n = 0; n < filmTimes.length; n++) {
    const at = levels.frameAt(start + rate * (filmTimes[n] as number))
    if (costOf(track, track.from + n, at) < (leasts[n] as number) + 4) isGood[n] = 1
  }
  return isGood
}

/** Straight lines that explain a track: slopes of short and long stretches, each with the start that costs least. */
export function linesOf(track: Track, index: number, film: Levels): readonly Line[] {
  const { raw: levels } = track.pairing
  const count = track.to - track.from
  const filmTimes = cameAt(film).subarray(track.from, track.to)
  const filmTime = (n: number) => filmTimes[n] as number
  const known = levels.pictures.times
  const rawTimes = Float64Array.from(
    track.best,
    at => ((known[at] as number) + (known[at + 1] as number)) / 2,
  )
  const frame = levels.frameSeconds
  const frames = frameForFrame(film, levels)
  const proposals = new Map<string, Proposal>()
  const propose = (from: number, to: number, rate: number, middle: number) => {
    const key = `${rate.toFixed(3)} ${Math.round((middle + rate * filmTime(from)) / frame / 0.7)} ${from >> 5}`
    if (!proposals.has(key)) proposals.set(key, { from, to, rate, start: middle })
  }
  if (track.line) {
    const { start, rate } = track.line
    const within = (frame: number) => Math.max(0, Math.min(count, frame - track.from))
    propose(within(track.line.from), within(track.line.to), rate, start)
  }
  // Laid over one frame held, a track says nothing of others.
  const isHeld = track.line?.rate === 0
  for (const length of isHeld ? [] : [6, 12, 24, 60, 150]) {
    if (length > count && length > 6) continue
    const span = Math.min(length, count)
    for (let from = 0; from + span <= count; from += Math.max(1, span >> 2)) {
      const slope = slopeOf(from, span, filmTimes, rawTimes)
      // Over a long stretch a speed is measured more exactly than usual ones lie apart.
      const error = (mostOff * frame) / (span * film.frameSeconds)
      for (const rate of new Set([snappedRate(slope, frames), snappedRate(slope, frames, error)])) {
        const starts = new Float64Array(span)
        for (let n = 0; n < span; n++)
          starts[n] = (rawTimes[from + n] as number) - rate * (filmTimes[from + n] as number)
        propose(from, from + span, rate, starts.sort()[span >> 1] as number)
      }
    }
  }
  for (const { from, to, rate, start } of isHeld ? [] : votedLines(track, filmTime, count, frames))
    propose(from, to, rate, start)
  const leasts = track.costs.map((_, n) => costOf(track, track.from + n, track.best[n] as number))
  const scored = [...proposals.values()].map(proposal => {
    const { rate } = proposal
    const start = phased(track, film, proposal)
    return { start, rate, isGood: goodAlong(track, levels, filmTimes, leasts, start, rate) }
  })
  const lines: Line[] = []
  const covered = new Uint8Array(count)
  /** What each can still add at most: less and less of it is new. */
  const bounds = scored.map(() => Number.POSITIVE_INFINITY)
  while (lines.length < mostLines) {
    let most = 2
    let next: (typeof scored)[number] | null = null
    for (const [k, each] of scored.entries()) {
      if ((bounds[k] as number) <= most) continue
      let fresh = 0
      for (let n = 0; n < count; n++) if (each.isGood[n] && !covered[n]) fresh++
      // True speed where two speeds say the same.
      const gain = fresh + (Math.abs(each.rate - 1) < 1e-6 ? 0.5 : 0)
      bounds[k] = gain
      if (gain > most) [most, next] = [gain, each]
    }
    if (!next) break
    for (let n = 0; n < count; n++) if (next.isGood[n]) covered[n] = 1
    const [first, last] = [next.isGood.indexOf(1), next.isGood.lastIndexOf(1)]
    lines.push({
      track: index,
      raw: track.raw,
      start: next.start,
      rate: next.rate,
      from: Math.max(0, track.from + Math.max(-beyondTrack, first - beyondGood)),
      to: Math.min(film.count, track.from + Math.min(count + beyondTrack, last + 1 + beyondGood)),
      moves: track.moves + (track.pairing.isWhole ? 0 : 1),
    })
  }
  return lines
}

function slopeOf(from: number, span: number, filmTimes: Float64Array, rawTimes: Float64Array): number {
  // The middle one of the slopes between points half the stretch apart (Theil and Sen).
  const half = Math.max(1, span >> 1)
  const slopes = new Float64Array(Math.max(0, span - half))
  for (let k = 0, n = from; k < slopes.length; k++, n++)
    slopes[k] =
      ((rawTimes[n + half] as number) - (rawTimes[n] as number)) /
      ((filmTimes[n + half] as number) - (filmTimes[n] as number))
  slopes.sort()
  const outer = slopes.length >> 2
  const middle = slopes.subarray(outer, Math.max(outer + 1, slopes.length - outer))
  return middle.reduce((sum, each) => sum + each, 0) / Math.max(1, middle.length)
}

/** A line found over part of a track, in frames of the film from the track's first. */
interface Proposal {
  readonly from: number
  readonly to: number
  readonly rate: number
  readonly start: number
}

/** Which part of a frame's duration the film's frames fall into decides what a conversion of rates shows: the cheapest start. */
function phased(track: Track, film: Levels, { from, to, rate, start }: Proposal): number {
  const { raw } = track.pairing
  const came = cameAt(film)
  const frame = raw.frameSeconds
  let best = start
  let least = Number.POSITIVE_INFINITY
  const step = Math.max(1, (to - from) >> 6)
  for (let part = -6; part <= 6; part++) {
    const tried = start + ((part + 0.3) * frame) / 8
    let sum = Math.abs(part) * 0.05
    for (let n = from; n < to; n += step)
      sum += costOf(track, track.from + n, raw.frameAt(tried + rate * (came[track.from + n] as number)))
    if (sum < least - 1e-3) [least, best] = [sum, tried]
  }
  return best
}

const votedRates = [1, 0.5, 0.25, 0, 2, 4, -1]
const votedStretch = 48
/** Frames of the recording by which a line through a stretch is off at its ends, at most, in either direction. */
const mostOff = 2

/**
 * In a still scene the best frame of each moment wanders. What many moments agree on, at a speed that editing offers, is looked
 * at as well: the starts that most of a stretch's best frames vote for.
 */
function votedLines(
  track: Track,
  filmTime: (n: number) => number,
  count: number,
  frames: number | null,
): readonly Proposal[] {
  const { times } = track.pairing.raw.pictures
  const frame = track.pairing.raw.frameSeconds
  const least = track.costs.map((costs, n) => {
    let at = 0
    for (let k = 1; k < costs.length; k++) if ((costs[k] as number) < (costs[at] as number)) at = k
    return (track.low[n] as number) + at
  })
  const found: Proposal[] = []
  for (let from = 0; from < count; from += votedStretch) {
    const to = Math.min(count, from + 2 * votedStretch)
    for (const rate of frames === null ? votedRates : [...votedRates, frames]) {
      const votes = new Map<number, number>()
      for (let n = from; n < to; n++) {
        const middle =
          ((times[least[n] as number] as number) + (times[(least[n] as number) + 1] as number)) / 2
        const key = Math.round((middle - rate * filmTime(n)) / frame)
        for (const each of [key - 1, key, key + 1])
          votes.set(each, (votes.get(each) ?? 0) + (each === key ? 2 : 1))
      }
      const most = [...votes].sort((one, two) => two[1] - one[1]).slice(0, 2)
      for (const [key] of most) found.push({ from, to, rate, start: key * frame })
    }
  }
  return found
}

/** How far a time is from a frame's start to its end, 0 to 1. */
export function partOf({ pictures: { times } }: Levels, frame: number, seconds: number): number {
  const [from, to] = [times[frame] as number, times[frame + 1] as number]
  return Math.max(0, Math.min(1, (seconds - from) / (to - from)))
}

/** One stretch of the film under one line, or under none. */
export interface Stretch {
  readonly line: number | null
  readonly from: number
  readonly to: number
}

/** What it costs to change lines, in the units of a track's costs: the evidence that a join has to have. */
const joinCost = 36
const oddSpeedCost = 8
/** A picture laid anew from frame to frame can be made to fit nearly anything that is like it. */
const moveCost = 9
const mostMoveCost = 70
/** What a frame that is said to come from nowhere saves: a recording has to explain a little more than nothing. */
const nowhere = -7

/** The cheapest way through the film over all lines and "from nowhere": exact, by dynamic programming. */
export function cheapestPath(
  frames: number,
  lines: readonly Line[],
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): readonly Stretch[] {
  const none = lines.length
  const came = cameAt(film)
  const starting = new Map<number, number[]>()
  for (const [n, line] of lines.entries()) starting.set(line.from, [...(starting.get(line.from) ?? []), n])
  let active: number[] = []
  const value = new Float64Array(none + 1).fill(Number.POSITIVE_INFINITY)
  /** For every frame: the best state, and which states were entered from it at the next. */
  const bestAt = new Int32Array(frames)
  const entered: Set<number>[] = []
  let bestValue = 0
  for (let frame = 0; frame < frames; frame++) {
    const time = came[frame] as number
    active = active.filter(n => (lines[n] as Line).to > frame).concat(starting.get(frame) ?? [])
    const isEntered = new Set<number>()
    const from = frame === 0 ? 0 : bestValue
    let next = Number.POSITIVE_INFINITY
    let nextState = none
    const take = (state: number, cost: number, joining: number) => {
      const staying = value[state] as number
      const joined = from + joining
      const isNew = joined < staying
      value[state] = (isNew ? joined : staying) + cost
      if (isNew) isEntered.add(state)
      if ((value[state] as number) < next) [next, nextState] = [value[state] as number, state]
    }
    const alive = new Set(active)
    for (const n of active) {
      const line = lines[n] as Line
      const at = (raws[line.raw] as Levels).frameAt(line.start + line.rate * time)
      const odd = Math.abs(line.rate - 1) < 1e-6 ? 0 : oddSpeedCost
      const seen = evidence[line.track] as Evidence
      const isBetween = Math.abs(line.rate) > 0.04 && Math.abs(line.rate) < 0.96
      take(
        n,
        isBetween
          ? seen.between(frame, at, partOf(raws[line.raw] as Levels, at, line.start + line.rate * time))
          : seen.at(frame, at),
        (frame === 0 ? 0 : joinCost) + odd + Math.min(mostMoveCost, moveCost * line.moves),
      )
    }
    for (let n = 0; n < none; n++) if (!alive.has(n)) value[n] = Number.POSITIVE_INFINITY
    take(none, nowhere, frame === 0 ? 0 : joinCost)
    bestAt[frame] = nextState
    bestValue = next
    entered.push(isEntered)
  }
  const stretches: Stretch[] = []
  let state = frames > 0 ? (bestAt[frames - 1] as number) : none
  let to = frames
  for (let frame = frames - 1; frame >= 0; frame--) {
    if (!entered[frame]?.has(state) && frame > 0) continue
    stretches.push({ line: state === none ? null : state, from: frame, to })
    to = frame
    if (frame > 0) state = bestAt[frame - 1] as number
  }
  return stretches.reverse()
}
