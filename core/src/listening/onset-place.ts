import type { OnsetLoops } from './onset-loops.ts'

/** So much is looked at before the block in which a level jumps farthest. */
export const pastOnsetMs = 48
/** That jump is sought in the last part of it; an earlier stroke of the same sound in a little more; the rest says how loud it was before. */
export const mainPastMs = 8
const strokesMs = 12
/**
 * The power of an earlier stroke over 1 ms is this share of the height's, as what codecs and filters put ahead of a sound is not, and so much larger than
 * that of any millisecond before: noise rises by less.
 */
const stroke: Stroke = { share: 0.003, overQuiet: 2.5, withinMs: strokesMs }
/** What is only so high may be a first stroke or not: the place is as unsure as it lies before. */
const faintStroke: Stroke = { share: 0.001, overQuiet: 1.6, withinMs: strokesMs }
/**
 * Some begin so deep that their edges show milliseconds later: what is so loud in the sound as it is, 17 dB below its height, is its first stroke. A voice's
 * first push looks alike, and may lie as far ahead of a sound beside it as this is sought.
 */
const deepStroke: Stroke = { share: 0.02, overQuiet: 3, withinMs: 8 }

interface Stroke {
  readonly share: number
  readonly overQuiet: number
  readonly withinMs: number
}

export interface OnsetPlace {
  readonly at: number
  /** Within how many samples it could as well lie. */
  readonly widthSamples: number
  /** How long before it something rises that may be its first stroke, and may be none. */
  readonly unsureSamples: number
  /** How long after it the sound comes to half its height: what codecs lay ahead of a sound swells so, and so do some sounds. */
  readonly swellSamples: number
}

type Running = Pick<OnsetLoops, 'runningSquares'>

/** The stroke by which the level jumps farthest, as places in the signals. */
export interface MainStroke {
  readonly at: number
  readonly widthSamples: number
  readonly height: number
}

export function mainStroke(loops: Running, signal: Float32Array, ms: number): MainStroke {
  const from = (pastOnsetMs - mainPastMs) * ms
  const height = highest(signal, from + 7 * ms, signal.length)
  const split = placedIn(loops, signal, from, Math.min(signal.length, height + Math.round(ms / 4) + 5), ms)
  const at = loudFrom(signal, split.at, height)
  return { at, widthSamples: split.widthSamples + 2 * (at - split.at), height }
}

/**
 * The sample at which a sound begins, with its main stroke or with an earlier one. `sharp` is the first difference from `pastOnsetMs` before the block on: strokes
 * are sought there, since what rumbles swells within milliseconds too; what is loud in `plain`, the sound as it is, comes before them. `ms` is the number of samples in a millisecond.
 */
export function beginning(
  loops: Running,
  sharp: Float32Array,
  plain: Float32Array,
  main: MainStroke,
  ms: number,
): OnsetPlace {
  const { early, faint } = strokesIn(loops, sharp, main.height, ms, [stroke, faintStroke])
  const isEarly = (place: number | null, than: number) => place !== null && place <= than - ms / 2
  const high: Split = isEarly(early, main.at)
    ? placedIn(loops, sharp, (early as number) - 4 * ms, (early as number) + ms, ms)
    : main
  const low = strokesIn(loops, plain, main.height, ms, [deepStroke, deepStroke]).early
  const found = isEarly(low, high.at)
    ? placedIn(loops, plain, (low as number) - 4 * ms, (low as number) + ms, ms)
    : high
  return {
    at: found.at,
    widthSamples: found.widthSamples,
    unsureSamples: Math.max(0, found.at - (faint ?? found.at)),
    swellSamples: swellFrom(sharp, found.at, Math.min(sharp.length, found.at + swellMs * ms)),
  }
}

/** Codecs let a sound be heard faintly some milliseconds before it comes; what is a tenth as high is the sound itself. */
function loudFrom(signal: Float32Array, place: number, height: number): number {
  const bar = 0.1 * Math.abs(signal[height] as number)
  let at = place
  while (at < height && Math.abs(signal[at] as number) < bar) at++
  return at
}

type Split = Pick<OnsetPlace, 'at' | 'widthSamples'>

function placedIn(
  loops: Running,
  signal: Float32Array,
  from: number,
  to: number,
  leastBefore: number,
): Split {
  const count = to - from
  const { at, widthSamples } = onsetPlace(loops.runningSquares(signal, from, count), count, leastBefore)
  return { at: from + at, widthSamples }
}

/**
 * Claps, locks and bolts strike several times within milliseconds, and the first stroke is not always the loudest: where the first one begins, within a quarter
 * of a millisecond, and the first that may be one; or null.
 */
function strokesIn(
  loops: Running,
  signal: Float32Array,
  height: number,
  ms: number,
  [clear, unclear]: readonly [Stroke, Stroke],
): { readonly early: number | null; readonly faint: number | null } {
  const hop = Math.max(1, Math.round(ms / 4))
  const begin = (pastOnsetMs - strokesMs) * ms
  const sums = loops.runningSquares(signal, 0, Math.min(signal.length, height + ms))
  const top = (signal[highest(signal, height - ms, Math.min(signal.length, height + ms))] as number) ** 2
  const quiet = mostPower(sums, ms, 0, begin - ms, hop)
  const first = ({ share, overQuiet, withinMs }: Stroke) => {
    const bar = Math.max(share * top, overQuiet * quiet)
    return firstStroke(sums, ms, { from: (pastOnsetMs - withinMs) * ms, to: height, hop, bar, overQuiet })
  }
  return { early: first(clear), faint: first(unclear) }
}

// Each loop stands by itself: in one function, one within the other, they took V8 a third as long to compile as all else that is compiled in a minute of sound.

/** The mean power of the millisecond from `from` on. */
function powerFrom(sums: Float64Array, ms: number, from: number): number {
  return ((sums[from + ms] as number) - (sums[from] as number)) / ms
}

function mostPower(sums: Float64Array, ms: number, from: number, to: number, hop: number): number {
  let largest = 1e-12
  for (let n = from; n <= to; n += hop) largest = Math.max(largest, powerFrom(sums, ms, n))
  return largest
}

/** Where a millisecond within `from` to `to` first reaches the bar, and stands out from those before it. */
function firstStroke(
  sums: Float64Array,
  ms: number,
  {
    from,
    to,
    hop,
    bar,
    overQuiet,
  }: {
    readonly [name in 'from' | 'to' | 'hop' | 'bar' | 'overQuiet']: number
  },
): number | null {
  for (
    let n = nextPower(sums, ms, from, to, hop, bar);
    n + ms <= to;
    n = nextPower(sums, ms, n + hop, to, hop, bar)
  )
    // A codec's noise ahead of a sound swells; a stroke jumps.
    if (powerFrom(sums, ms, n) >= overQuiet * mostPower(sums, ms, n - 3 * ms, n - ms, hop))
      return n + ms - hop
  return null
}

/** The next place from `from` on whose millisecond reaches the bar: most do not. */
function nextPower(
  sums: Float64Array,
  ms: number,
  from: number,
  to: number,
  hop: number,
  bar: number,
): number {
  let n = from
  while (n + ms <= to && powerFrom(sums, ms, n) < bar) n += hop
  return n
}

/** Codecs work on frames of 20 ms and more; what lies so far ahead of the height is no part of its sound. */
const swellMs = 12

function swellFrom(signal: Float32Array, at: number, end: number): number {
  const half = Math.abs(signal[highest(signal, at, end)] as number) / 2
  let place = at
  while (place < end && Math.abs(signal[place] as number) < half) place++
  return place - at
}

function highest(signal: Float32Array, from: number, to: number): number {
  let place = from
  for (let n = from; n < to; n++)
    if (Math.abs(signal[n] as number) > Math.abs(signal[place] as number)) place = n
  return place
}

/** How finely the first look goes; the second looks at every sample near the best. */
const coarse = 6

/**
 * The sample at which a sound begins, by the split of a stretch that explains its variance best on both sides: the criterion of
 * Akaike as seismologists pick arrivals with it (Maeda 1985, Zisin 38, 365). A stretch of `count` samples begins in what came before and ends at
 * the height of the sound; at least `leastBefore` samples lie before the split, since the variance of a few says nothing. Also says
 * within how many samples the split could as well lie: where the criterion is worse by less than 4.
 */
function onsetPlace(sums: Float64Array, count: number, leastBefore: number): Split {
  const total = sums[count] as number
  const least = 1e-12
  const [first, last] = [leastBefore, count - 4]
  const worth = (split: number) => {
    const before = sums[split] as number
    return (
      split * Math.log(before / split + least) +
      (count - split) * Math.log((total - before) / (count - split) + least)
    )
  }
  let best = Math.max(1, Math.min(first, last))
  let lowest = worth(best)
  const look = (from: number, to: number, step: number) => {
    for (let split = from; split <= to; split += step) {
      const value = worth(split)
      if (value < lowest) {
        lowest = value
        best = split
      }
    }
  }
  look(first, last, coarse)
  look(Math.max(first, best - coarse), Math.min(last, best + coarse), 1)
  let low = best
  let high = best
  while (low > first && worth(low - 1) <= lowest + 4) low--
  while (high < last && worth(high + 1) <= lowest + 4) high++
  return { at: best, widthSamples: high - low }
}
