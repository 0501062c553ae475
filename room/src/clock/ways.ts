import type { PairResult, SolvedPair } from '@sightline/core/sync'
import { type ClockMap, type ClockPiece, caseTimeOn, mediaTimeOn } from '@sightline/core/time'

/** Where the media times of b lie on those of a: a = b · (1 + slopePpm · 10⁻⁶) + lagSeconds. */
export interface MediaLine {
  readonly lagSeconds: number
  readonly slopePpm: number
  /** Between which media times of b, in seconds, the line holds; open at an end that is not there. Absent where all of it does. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** One way in which two recordings may lie on each other. */
export interface Way extends MediaLine {
  readonly key: string
  /** By the placements in force, by the pair's own sound, or at a lag that was looked at and not taken. */
  readonly kind: 'placement' | 'sound' | 'rival'
  /** Counted from 1 among those of its kind; a recording with cuts lies by sound in several pieces. */
  readonly n: number
  readonly score: number | null
  readonly errorMs: number | null
  readonly why: string | null
}

/** Every way in which two recordings may lie, the one in force first. */
export function waysOf(
  solved: SolvedPair | null,
  result: PairResult | null,
  placed: readonly MediaLine[],
): readonly Way[] {
  const ways: Way[] = []
  for (const [at, line] of placed.entries())
    ways.push({
      ...line,
      key: `placement ${at}`,
      kind: 'placement',
      n: at + 1,
      score: null,
      errorMs: null,
      why: null,
    })
  for (const [at, line] of (result?.lines ?? []).entries())
    ways.push({
      key: `sound ${at}`,
      kind: 'sound',
      n: at + 1,
      lagSeconds: line.lagSeconds,
      slopePpm: line.slopePpm,
      ...(result && result.lines.length > 1 ? { from: line.from, to: line.to } : {}),
      score: result?.score ?? null,
      errorMs: line.errorMs,
      why: result?.why ?? null,
    })
  // A run of which the pairs' own results are not at hand still tells its lag.
  if (!result && solved && solved.lagSeconds !== null)
    ways.push({
      key: 'sound 0',
      kind: solved.used ? 'sound' : 'rival',
      n: 1,
      lagSeconds: solved.lagSeconds,
      slopePpm: 0,
      score: solved.score,
      errorMs: solved.errorMs,
      why: solved.why,
    })
  // Two clocks differ by the same rate wherever they lie.
  const slopePpm = result?.lines[0]?.slopePpm ?? placed[0]?.slopePpm ?? 0
  return [...ways, ...(result?.candidates ?? []).map((each, at) => rival(each, at, slopePpm))]
}

function rival(
  { lagSeconds, score, why }: PairResult['candidates'][number],
  at: number,
  slopePpm: number,
): Way {
  return { key: `rival ${at}`, kind: 'rival', n: at + 1, lagSeconds, slopePpm, score, errorMs: null, why }
}

/** How two placements on one clock make b lie on a: one line where neither has cuts, else one for each two pieces that meet. */
export function placedLines(a: ClockMap, b: ClockMap): readonly MediaLine[] {
  const spans = (map: ClockMap) =>
    map.map((piece, n) => {
      const next = map[n + 1]
      // Up to where the file goes on elsewhere: what follows on the clock is a gap.
      const to = next ? caseTimeOn(piece, next.from) : Number.POSITIVE_INFINITY
      return { piece, from: caseTimeOn(piece, piece.from), to }
    })
  const upper = spans(a)
  return spans(b).flatMap(lower =>
    upper
      .filter(({ from, to }) => from < lower.to && to > lower.from)
      .map(({ piece, from, to }) => {
        const line = lineBetween(piece, lower.piece)
        const onB = (time: number) => mediaTimeOn(lower.piece, time) / 1e6
        if (a.length === 1 && b.length === 1) return line
        return { ...line, ...ends(onB(Math.max(from, lower.from)), onB(Math.min(to, lower.to))) }
      }),
  )
}

/** The first piece of a map begins before everything, the last one has no end. */
function ends(from: number, to: number): Pick<MediaLine, 'from' | 'to'> {
  const isTime = (seconds: number) => Math.abs(seconds) < 1e7
  return { ...(isTime(from) ? { from } : {}), ...(isTime(to) ? { to } : {}) }
}

function lineBetween(a: ClockPiece, b: ClockPiece): MediaLine {
  const scale = 1 + a.driftPpm * 1e-6
  return {
    lagSeconds: (b.start - a.start) / scale / 1e6,
    slopePpm: ((1 + b.driftPpm * 1e-6) / scale - 1) * 1e6,
  }
}

/** By how many seconds the first line puts the second `onB` (media seconds of b) later on a than the second line does. */
export function laterBy(first: MediaLine, second: MediaLine, onB: number): number {
  return first.lagSeconds - second.lagSeconds + onB * (first.slopePpm - second.slopePpm) * 1e-6
}

/** Of the ways of a kind the one that lies nearest to a line at a media time of b: of a recording with cuts the same piece. */
export function nearestWay(
  ways: readonly Way[],
  kind: Way['kind'],
  line: MediaLine,
  onB: number,
): Way | undefined {
  const off = (way: Way) => Math.abs(laterBy(line, way, onB))
  return ways.filter(way => way.kind === kind).toSorted((x, y) => off(x) - off(y))[0]
}
