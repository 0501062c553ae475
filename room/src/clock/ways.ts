import type { PairResult, SolvedPair } from '@sightline/core/sync'
import {
  type ClockMap,
  caseTimeOn,
  type MediaMicros,
  pieceAtMedia,
  pieceIndexAtCase,
} from '@sightline/core/time'

/** Where the media times of b lie on those of a: a = b · (1 + slopePpm · 10⁻⁶) + lagSeconds. */
export interface MediaLine {
  readonly lagSeconds: number
  readonly slopePpm: number
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
  placed: MediaLine | null,
): readonly Way[] {
  const ways: Way[] = []
  if (placed)
    ways.push({ ...placed, key: 'placement', kind: 'placement', n: 1, score: null, errorMs: null, why: null })
  for (const [at, line] of (result?.lines ?? []).entries())
    ways.push({
      key: `sound ${at}`,
      kind: 'sound',
      n: at + 1,
      lagSeconds: line.lagSeconds,
      slopePpm: line.slopePpm,
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
  const slopePpm = result?.lines[0]?.slopePpm ?? placed?.slopePpm ?? 0
  return [...ways, ...(result?.candidates ?? []).map((each, at) => rival(each, at, slopePpm))]
}

function rival(
  { lagSeconds, score, why }: PairResult['candidates'][number],
  at: number,
  slopePpm: number,
): Way {
  return { key: `rival ${at}`, kind: 'rival', n: at + 1, lagSeconds, slopePpm, score, errorMs: null, why }
}

/** How two placements on one clock make b lie on a, around the media time `near` of b. */
export function placedLine(a: ClockMap, b: ClockMap, near: MediaMicros): MediaLine {
  const onB = pieceAtMedia(b, near)
  const onA = a[pieceIndexAtCase(a, caseTimeOn(onB, near))] ?? a[0]
  const scale = 1 + onA.driftPpm * 1e-6
  return {
    lagSeconds: (onB.start - onA.start) / scale / 1e6,
    slopePpm: ((1 + onB.driftPpm * 1e-6) / scale - 1) * 1e6,
  }
}

/** By how many seconds the first line puts the second `onB` (media seconds of b) later on a than the second line does. */
export function laterBy(first: MediaLine, second: MediaLine, onB: number): number {
  return first.lagSeconds - second.lagSeconds + onB * (first.slopePpm - second.slopePpm) * 1e-6
}
