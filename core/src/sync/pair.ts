import { SightlineError } from '../errors.ts'
import { secondsOf } from '../time/index.ts'
import { type CoarsePeak, coarsePeaks } from './coarse-search.ts'
import { type CoarseSeries, coarseHopSeconds, coarseSeries } from './coarse-series.ts'
import type { Cut } from './cut-place.ts'
import { offEcho } from './echo.ts'
import { contest, type Evidence, evidenceOf, quietLikeness } from './evidence.ts'
import { type SampleSource, type SyncFeatures, type SyncTools, samplesPerSecond } from './input.ts'
import { bOf, type Line, lagAt, onA, overlapOnB, pivoted } from './line.ts'
import {
  clearlyAgrees,
  type FittedLine,
  fitLine,
  lagErrorAt,
  nearSamples,
  type Stacked,
  stackAlong,
  type WindowReading,
  windowStarts,
} from './line-fit.ts'
import { type PhaseWindow, phaseWindow, windowLength } from './phase-window.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { method, type PairCut, type PairLine, type PairResult, version } from './result.ts'
import { longestApart, withoutRepeats } from './without-repeats.ts'

/** A recording with sound, made ready once and compared with many. */
export interface Heard {
  readonly sha256: string
  readonly samples: SampleSource
  readonly series: CoarseSeries
}

export function heard(sha256: string, features: SyncFeatures, samples: SampleSource): Heard {
  return { sha256, samples, series: coarseSeries(features) }
}

const peaksTried = 16
/** Where one coarse peak stands out by far, its next rivals are enough. */
const peaksTriedWhenPlain = 5
const plainPeak = 12
/** Windows of a first look, and at most for the final line. */
const firstWindows = 20
const followWindows = 30
const finalWindows = 120
const contestWindows = 40
/** Reach of a first look: a coarse peak is right to half a step of 20 ms, and drift may add as much. */
const firstLagReach = 240
/** A coarse peak that unrelated sound seldom reaches (4.5 at most on loners). */
const clearPeak = 5
/** A first look asks no more than this of each pair: unrelated sound seldom has such a peak. */
const firstLookPeak = 4.6
const firstLookPeaks = 3
/** Two clocks of ±250 ppm. */
const steepest = 520e-6

/** Unrelated sound reaches 6.5 in a search of this size (measured on loners); loops that share no other sound do not count. */
const leastScore = 9
const chanceScore = 7.5
const leastSpreadScore = 6
const leastAgreeing = 0.25
const leastContest = 4
const leastSpreadContest = 1
/** The end of one recording on the start of another: shorter than this, one announcement could fill it. */
const leastEdgeSeconds = 16
/** Windows in a row without agreement, and their part of all, that may hide a cut. */
const leastStretch = 6
const leastStretchShare = 0.08
const leastPieceSeconds = 20
const sameTakeLikeness = 0.4
/** Two people do not press two buttons within this at both ends; encoders shift a take by less. */
const sameTakeSeconds = 0.15

/**
 * Compares two recordings by their sound. The result names them in code unit order of their SHA-256 and depends on
 * nothing else, so it can be kept for as long as `version` holds. A first look gives up
 * early where nothing stands out, and says so in `isScreened`. Throws 'cancelled'.
 */
export function pairResult(
  one: Heard,
  two: Heard,
  tools: SyncTools,
  { isFirstLook }: { readonly isFirstLook: boolean },
): PairResult {
  const isInOrder = one.sha256 <= two.sha256
  const a = isInOrder ? one : two
  const b = isInOrder ? two : one
  // Blocks are cut from the shorter one. Equal lengths fall back on the order, so that the answer is always the same.
  const isSwapped = a.samples.count < b.samples.count
  const long = isSwapped ? b : a
  const short = isSwapped ? a : b
  const peaks = coarsePeaks(long.series, short.series, tools.fft, checkOf(tools), peaksTried)
  const glance = isFirstLook ? glanceAt(long, short, peaks, tools) : null
  const found = glance ?? compare(long, short, peaks, tools)
  const told = (line: Line) => lineTold(line, a.samples, b.samples, isSwapped)
  return {
    v: 1,
    method,
    version,
    a: a.sha256,
    b: b.sha256,
    verdict: found.verdict,
    score: round(found.score, 1),
    why: found.why,
    lines: found.pieces.map(piece => pairLine(piece, a.samples, b.samples, isSwapped)),
    cuts: found.cuts.map((cut, at) =>
      pairCut(cut, (found.pieces[at] as Piece).fit.line, { a: a.samples, b: b.samples, isSwapped }),
    ),
    isSameTake: found.isSameTake,
    candidates: found.candidates.map(({ line, score, why }) => ({
      lagSeconds: round(told(line).lagSeconds, 4),
      score: round(score, 1),
      why,
    })),
    ...(glance ? { isScreened: true as const } : {}),
  }
}

interface Candidate {
  readonly line: Line
  readonly score: number
  readonly why: string
}

interface Compared {
  readonly verdict: PairResult['verdict']
  readonly score: number
  readonly why: string
  /** In order of b; empty unless the verdict is 'match'. */
  readonly pieces: readonly Piece[]
  readonly cuts: readonly Cut[]
  readonly isSameTake: boolean
  readonly candidates: readonly Candidate[]
}

/**
 * One straight line where one explains the overlap; else the stretches between cuts, where they do; else, where several lags
 * fit because something repeats, what is left when that is taken out of both.
 */
function compare(a: Heard, b: Heard, peaks: readonly CoarsePeak[], tools: SyncTools): Compared {
  const window = phaseWindow(tools.fft, a.samples, b.samples)
  const looks = looksAt(a, b, window, peaks, tools)
  const whole = wholeLine(a, b, window, looks, tools)
  const direct = (pieces: readonly Piece[]) =>
    pieces.map(piece => ({ ...piece, fit: offEcho(piece.fit, piece, { a: a.samples, b: b.samples, tools }) }))
  if (whole.verdict === 'none') return whole
  if (whole.verdict === 'match' && !leavesStretch(whole.readings))
    return { ...whole, pieces: direct(whole.pieces) }
  const found = piecesOf(looks, { window, a: a.samples, b: b.samples, tools })
  // Beside a line that holds by itself, a short stretch at another lag is rather a sound played twice than a cut.
  const isLong =
    found?.pieces.every(({ from, to }) => to - from >= leastPieceSeconds * samplesPerSecond) ?? false
  if (found && (whole.verdict !== 'match' || isLong))
    return {
      verdict: 'match',
      score: found.score,
      why: `${found.pieces.length} stretches with cuts between them, in which ${Math.round(found.agreeing * 100)} % of the windows agree`,
      pieces: direct(found.pieces),
      cuts: found.cuts,
      isSameTake: false,
      candidates: [],
    }
  if (whole.verdict === 'match') return { ...whole, pieces: direct(whole.pieces) }
  return (whole.rivalApart !== null && besideRepeats(a, b, whole.rivalApart, tools)) || whole
}

/** What a look at the few peaks that stand out comes to where it finds nothing; null where it finds something. */
function glanceAt(a: Heard, b: Heard, peaks: readonly CoarsePeak[], tools: SyncTools): Compared | null {
  const window = phaseWindow(tools.fft, a.samples, b.samples)
  const clear = peaks.filter(({ z }) => z >= firstLookPeak).slice(0, firstLookPeaks)
  const [best] = looksAt(a, b, window, clear, tools)
  if (best && best.score >= leastScore) return null
  return {
    verdict: 'none',
    score: best?.score ?? 0,
    why: 'no sound in common was found at a first look',
    pieces: [],
    cuts: [],
    isSameTake: false,
    candidates: [],
  }
}

/** Compares what two recordings hold beside a sound that repeats after so many samples. Null where that places nothing. */
function besideRepeats(a: Heard, b: Heard, apart: number, tools: SyncTools): Compared | null {
  if (Math.max(a.samples.count, b.samples.count) > longestApart) return null
  const [restA, restB] = [a, b].map(each => {
    const samples = withoutRepeats(each.samples, apart, tools)
    return { sha256: each.sha256, samples, series: coarseSeries(tools.measure(samples)) }
  }) as [Heard, Heard]
  const window = phaseWindow(tools.fft, restA.samples, restB.samples)
  const peaks = coarsePeaks(restA.series, restB.series, tools.fft, checkOf(tools), peaksTried)
  const rest = wholeLine(restA, restB, window, looksAt(restA, restB, window, peaks, tools), tools)
  if (rest.verdict !== 'match') return null
  return { ...rest, isSameTake: false, why: `beside a sound that repeats, ${rest.why}` }
}

/** True where a stretch long enough to be told agrees nowhere although the rest does. */
function leavesStretch(readings: readonly WindowReading[]): boolean {
  const least = Math.max(leastStretch, leastStretchShare * readings.length)
  let run = 0
  return readings.some(({ nearLine }) => {
    run = nearLine < clearlyAgrees ? run + 1 : 0
    return run >= least
  })
}

/** Looks at the best coarse peaks, best first. */
function looksAt(
  a: Heard,
  b: Heard,
  window: PhaseWindow,
  peaks: readonly CoarsePeak[],
  tools: SyncTools,
): readonly Stacked[] {
  const check = checkOf(tools)
  const lengths = { a: a.samples.count, b: b.samples.count }
  const isPlain = (peaks[0]?.z ?? 0) > plainPeak && (peaks[0]?.z ?? 0) > 2 * (peaks[1]?.z ?? 0)
  return peaks
    .slice(0, isPlain ? peaksTriedWhenPlain : peaksTried)
    .flatMap(peak => {
      check()
      return lookAt(window, peak, lengths) ?? []
    })
    .sort((x, y) => y.score - x.score)
}

function checkOf(tools: SyncTools): () => void {
  return () => {
    if (tools.isCancelled()) throw new SightlineError('cancelled', 'placing by sound was cancelled')
  }
}

interface WholeLine extends Compared {
  readonly readings: readonly WindowReading[]
  /** How far another lag lies that fits nearly as well; null where none does. */
  readonly rivalApart: number | null
}

function wholeLine(
  a: Heard,
  b: Heard,
  window: PhaseWindow,
  looks: readonly Stacked[],
  tools: SyncTools,
): WholeLine {
  const check = checkOf(tools)
  const lengths = { a: a.samples.count, b: b.samples.count }
  const none = {
    readings: [],
    rivalApart: null,
    verdict: 'none' as const,
    score: looks[0]?.score ?? 0,
    why: 'no sound in common was found',
    pieces: [],
    cuts: [],
    isSameTake: false,
    candidates: looks.slice(0, 3).map(look => ({ ...look, why: 'no better than chance' })),
  }
  const strong = looks.filter(({ score }) => score >= leastScore)
  const best = champion(window, strong, lengths, check)
  if (!best) return none
  const followed = follow(window, best, lengths, check)
  if (!followed) return { ...none, verdict: 'ambiguous', why: 'too few windows agree for a line' }
  const { fit, evidence, starts } = followed
  const rivals = distinctFrom(fit.line, looks)
  const refused = (why: string, rivalApart: number | null = null) => ({
    readings: fit.readings,
    rivalApart,
    verdict: 'ambiguous' as const,
    score: evidence.score,
    why,
    pieces: [],
    cuts: [],
    isSameTake: false,
    candidates: [
      { line: fit.line, score: evidence.score, why },
      ...rivals.slice(0, 3).map(look => ({ line: look.line, score: look.score, why: 'a rival' })),
    ],
  })
  const shared = overlapOnB(fit.line, lengths.a, lengths.b)
  const isEdge =
    shared.to - shared.from < leastEdgeSeconds * samplesPerSecond &&
    shared.to - shared.from < 0.8 * Math.min(lengths.a, lengths.b)
  const weakness = isEdge
    ? 'only the edges of the two overlap, and a sound played twice would look the same'
    : weaknessOf(evidence)
  if (weakness) return refused(weakness)
  const sparse = every(starts, contestWindows)
  for (const rival of rivals) {
    check()
    if (rival.score < chanceScore) continue
    const other = sameClocks(window, rival, fit.line, lengths)
    const { windows, t, spreadT } = contest(window, fit.line, other, sparse)
    const isBeaten =
      windows >= 3 ? t >= leastContest && spreadT >= leastSpreadContest : rival.score < leastScore
    if (!isBeaten) {
      const apart = other.lag - lagAt(fit.line, other.pivot)
      return refused('another lag fits nearly as well: a sound that repeats, or a cut', apart)
    }
  }
  return {
    readings: fit.readings,
    rivalApart: null,
    verdict: 'match',
    score: evidence.score,
    why: `${Math.round(evidence.agreeing * 100)} % of ${evidence.windows} windows agree`,
    pieces: [{ fit, ...shared }],
    cuts: [],
    isSameTake: isSameTake(window, fit, lengths, sparse),
    candidates: rivals.slice(0, 3).map(look => ({ line: look.line, score: look.score, why: 'beaten' })),
  }
}

function weaknessOf(evidence: Evidence): string | null {
  if (evidence.score < leastScore) return 'the sounds agree in one part of the overlap only'
  if (evidence.agreeing < leastAgreeing && evidence.score < 2 * leastScore)
    return 'too few windows of the overlap agree'
  if (evidence.spreadScore < leastSpreadScore)
    return 'what agrees is one stretch of the overlap: it may be the same sound at another time'
  return null
}

/** A first look at a coarse peak. One that is clear, but whose clocks may differ too much to agree in phase over 2 s, gets three. */
function lookAt(
  window: PhaseWindow,
  peak: CoarsePeak,
  lengths: { readonly a: number; readonly b: number },
): Stacked | null {
  const unit = coarseHopSeconds * samplesPerSecond
  const centre = peak.centre * unit
  const half = (peak.length * unit) / 2
  const look = (slope: number, slopeReach: number) => {
    const line = { pivot: centre, lag: peak.lag * unit, slope }
    const starts = windowStarts(line, { from: centre - half, to: centre + half }, lengths, firstWindows)
    return stackAlong(window, line, starts, { lagReach: firstLagReach, slopeReach })
  }
  const level = look(0, steepest)
  if (!level || level.score > 2 * leastScore || peak.z < clearPeak) return level
  const steep = [-1, 1].flatMap(sign => look((sign * steepest * 2) / 3, steepest / 3) ?? [])
  return [level, ...steep].reduce((best, each) => (each.score > best.score ? each : best))
}

/**
 * The lag that explains most. Scores saturate where an alarm fills every window, so lags that all score well are
 * compared by what they do not have in common.
 */
function champion(
  window: PhaseWindow,
  looks: readonly Stacked[],
  lengths: { readonly a: number; readonly b: number },
  check: () => void,
): Stacked | null {
  let best = looks[0] ?? null
  for (const challenger of looks.slice(1)) {
    if (!best) return null
    if (distinctFrom(best.line, [challenger]).length === 0) continue
    check()
    const everywhere = { from: 0, to: lengths.b }
    const starts = windowStarts(challenger.line, everywhere, lengths, contestWindows / 2)
    if (contest(window, challenger.line, best.line, starts).t > 0) best = challenger
  }
  return best
}

interface Followed {
  readonly fit: FittedLine
  readonly evidence: Evidence
  readonly starts: readonly number[]
}

/** From the stretch where the line was found outwards to the whole overlap, its slope becoming sharper at each step. */
function follow(
  window: PhaseWindow,
  found: Stacked,
  lengths: { readonly a: number; readonly b: number },
  check: () => void,
): Followed | null {
  let fit = fitLine(found.line, found.agreements)
  if (!fit) return null
  const first = found.agreements[0]?.middle ?? 0
  const last = found.agreements.at(-1)?.middle ?? 0
  let half = Math.max((last - first) / 2, 5 * samplesPerSecond)
  const centre = (first + last) / 2
  while (true) {
    check()
    half *= 4
    const region = { from: centre - half, to: centre + half }
    const whole = overlapOnB(fit.line, lengths.a, lengths.b)
    const isWhole = region.from <= whole.from && region.to >= whole.to
    const starts = windowStarts(fit.line, region, lengths, isWhole ? finalWindows : followWindows)
    const slopeReach = Math.min(steepest, Math.max(3 * fit.slopeError, 1e-6))
    const stacked = stackAlong(window, fit.line, starts, { lagReach: 24, slopeReach })
    const next = stacked && fitLine(stacked.line, stacked.agreements)
    if (!next) return null
    fit = next
    if (isWhole) return { fit, evidence: evidenceOf(fit.readings), starts }
  }
}

/**
 * A rival at the rate of the winner: the two recordings have the same two clocks at any lag, and whoever walked, walked. At
 * the slope of a first look the rounds of an alarm would seem worse than they are.
 */
function sameClocks(
  window: PhaseWindow,
  rival: Stacked,
  winner: Line,
  lengths: { readonly a: number; readonly b: number },
): Line {
  const line = { ...rival.line, slope: winner.slope }
  const middles = rival.agreements.map(({ middle }) => middle)
  const within = { from: Math.min(...middles) - windowLength, to: Math.max(...middles) + windowLength }
  const starts = windowStarts(line, within, lengths, firstWindows)
  const lagReach =
    Math.ceil(Math.abs(winner.slope - rival.line.slope) * (within.to - within.from)) + nearSamples
  return (
    stackAlong(window, line, starts, { lagReach: Math.min(firstLagReach, lagReach), slopeReach: 1e-6 })
      ?.line ?? line
  )
}

/** Looks at other lags than the winner's; a quarter of a second apart is another place, less is an echo. */
function distinctFrom(line: Line, looks: readonly Stacked[]): readonly Stacked[] {
  return looks.filter(look => Math.abs(look.line.lag - lagAt(line, look.line.pivot)) > samplesPerSecond / 4)
}

function every<T>(values: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, values.length / most)
  return Array.from({ length: Math.min(values.length, most) }, (_, n) => values[Math.floor(n * step)] as T)
}

function isSameTake(
  window: PhaseWindow,
  fit: FittedLine,
  lengths: { readonly a: number; readonly b: number },
  starts: readonly number[],
): boolean {
  const most = sameTakeSeconds * samplesPerSecond
  const isSameStart = Math.abs(lagAt(fit.line, 0)) < most
  const isSameEnd = Math.abs(lagAt(fit.line, lengths.b) - (lengths.a - lengths.b)) < most
  const isOneClock = Math.abs(fit.line.slope) < Math.max(2e-6, 3 * fit.slopeError)
  return isSameStart && isSameEnd && isOneClock && quietLikeness(window, fit.line, starts) > sameTakeLikeness
}

/** A line of samples (long on short) as the media times of a and b. */
function lineTold(
  line: Line,
  a: SampleSource,
  b: SampleSource,
  isSwapped: boolean,
): { readonly lagSeconds: number; readonly slope: number } {
  const [long, short] = isSwapped ? [b, a] : [a, b]
  const zero = pivoted(line, 0)
  const originLong = secondsOf(long.originMicros)
  const originShort = secondsOf(short.originMicros)
  // long = origin + (short − origin)·(1 + slope) + lag
  const lag = originLong - originShort * (1 + line.slope) + zero.lag / samplesPerSecond
  if (!isSwapped) return { lagSeconds: lag, slope: line.slope }
  return { lagSeconds: -lag / (1 + line.slope), slope: 1 / (1 + line.slope) - 1 }
}

/** A tenth of a sample at 8 kHz: the parabola through a peak is no better. */
const floorMs = 0.0125
/** Standard errors that a stated error covers, for 95 times in 100 with some room for what is not normal about sound. */
const coverage = 2.4

function pairLine(piece: Piece, a: SampleSource, b: SampleSource, isSwapped: boolean): PairLine {
  const { fit } = piece
  const { lagSeconds, slope } = lineTold(fit.line, a, b, isSwapped)
  const short = isSwapped ? a : b
  const errorMs = (at: number) => floorMs + (coverage * lagErrorAt(fit, at) * 1000) / samplesPerSecond
  const onShort = (sample: number) => secondsOf(short.originMicros) + sample / samplesPerSecond
  // The same moments on b's media time.
  const onB = (sample: number) => (isSwapped ? (onShort(sample) - lagSeconds) / (1 + slope) : onShort(sample))
  return {
    lagSeconds: round(lagSeconds, 7),
    slopePpm: round(slope * 1e6, 4),
    pivotSeconds: round(onB(fit.line.pivot), 3),
    errorAtPivotMs: round(errorMs(fit.line.pivot), 3),
    slopeErrorPpm: round(coverage * fit.slopeError * 1e6, 3),
    errorMs: round(Math.max(errorMs(piece.from), errorMs(piece.to)), 3),
    from: round(onB(piece.from), 3),
    to: round(onB(piece.to), 3),
  }
}

function pairCut(
  { kind, on, at }: Cut,
  line: Line,
  { a, b, isSwapped }: { readonly a: SampleSource; readonly b: SampleSource; readonly isSwapped: boolean },
): PairCut {
  const [long, short] = isSwapped ? [b, a] : [a, b]
  const onLong = on === 'a' ? at : onA(line, at)
  const onShort = on === 'a' ? bOf(line, at) : at
  const longSeconds = round(secondsOf(long.originMicros) + onLong / samplesPerSecond, 4)
  const shortSeconds = round(secondsOf(short.originMicros) + onShort / samplesPerSecond, 4)
  const isOnA = (on === 'a') !== isSwapped
  return {
    kind,
    on: isOnA ? 'a' : 'b',
    ...(isSwapped ? { a: shortSeconds, b: longSeconds } : { a: longSeconds, b: shortSeconds }),
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
