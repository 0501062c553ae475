import * as z from 'zod/mini'
import { MediaMicrosValue } from '../case/index.ts'
import { secondsOf } from '../time/index.ts'
import { type SampleSource, type SyncTransforms, samplesPerSecond } from './input.ts'
import { type Line, overlapOnB } from './line.ts'
import { clip, nearSamples, windowStarts } from './line-fit.ts'
import { phaseWindow, windowLength } from './phase-window.ts'

/** Half a second to either side: echoes, the beat of an alarm, a person who is a syllable off. */
export const lookReach = samplesPerSecond / 2
/** Sixty windows of 2 s show an overlap of hours as well as a person can see it, in a tenth of a second of work. */
export const lookWindows = 60
/**
 * Unrelated sound seldom reaches this at any of 8001 lags: the sum is nearly normal, and a sixth wider than if the windows, which
 * overlap by half, were independent. Checked on noise in the tests; at 5 one look in a dozen had a peak.
 */
export const lookChance = 6
/** Peaks closer than 2 ms are one: a microphone's own blur. */
const peakApart = 16
const mostPeaks = 5
/** Around a strong peak the edges of the band ring at up to an eighth of it. */
const leastOfHighest = 1 / 6

const LookSound = z.strictObject({
  /** Media time of sample 0. */
  originMicros: MediaMicrosValue,
  count: z.number(),
})

/** What two recordings' sounds say about one line on which they may lie, looked at closely. Samples are 8 kHz. */
export const PairLook = z.strictObject({
  v: z.literal(1),
  /** The line that was looked along: media time of a = that of b · (1 + slopePpm · 10⁻⁶) + lagSeconds. */
  lagSeconds: z.number(),
  slopePpm: z.number(),
  /** The overlap on b's media time, in seconds; empty where they do not meet. */
  from: z.number(),
  to: z.number(),
  /** Windows of 2 s that could be read: both have sound there. */
  windows: z.number(),
  /** Agreement in standard deviations at −reach … +reach samples added to the lag; empty without windows. */
  curve: z.array(z.number()),
  reach: z.number(),
  /** The highest places of the curve that stand out of chance, the highest first. */
  peaks: z.array(z.strictObject({ offset: z.number(), z: z.number() })),
  /** What unrelated sound seldom reaches on such a curve. */
  chance: z.number(),
  /** Agreement of each window for itself within 1 ms of the line, at the media time of b of its middle. */
  along: z.array(z.strictObject({ at: z.number(), z: z.number() })),
  a: LookSound,
  b: LookSound,
})
export type PairLook = z.infer<typeof PairLook>

/** Along which line to look, and between which media times of b where it holds only there. */
export interface LookAlong {
  readonly lagSeconds: number
  readonly slopePpm: number
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/**
 * Looks at two recordings along a line: how well they agree in phase on it and up to half a second beside it, summed over
 * at most 60 windows of the overlap, each held down so that one bang cannot speak for all.
 */
export function pairLook(
  fft: SyncTransforms,
  a: SampleSource,
  b: SampleSource,
  { from, to, ...at }: LookAlong,
): PairLook {
  const line = onSamples(a, b, at)
  const lengths = { a: a.count, b: b.count }
  const sampleOf = (seconds: number) => (seconds - secondsOf(b.originMicros)) * samplesPerSecond
  const within = {
    from: from === undefined ? 0 : Math.max(0, Math.ceil(sampleOf(from))),
    to: to === undefined ? b.count : Math.min(b.count, Math.floor(sampleOf(to))),
  }
  const whole = overlapOnB(line, a.count, b.count)
  const first = Math.max(within.from, whole.from)
  const shared = { from: first, to: Math.max(first, Math.min(within.to, whole.to)) }
  const starts = windowStarts(line, within, lengths, lookWindows)
  const window = phaseWindow(fft, a, b)
  const sum = new Float64Array(2 * lookReach + 1)
  const along: { at: number; z: number }[] = []
  const onB = (sample: number) => secondsOf(b.originMicros) + sample / samplesPerSecond
  for (const start of starts) {
    const loaded = window.load(line, start)
    if (!loaded) continue
    // One more to either side, for what rounding the line to whole samples left over.
    const values = window.agreement(lookReach + 1)
    const zero = 1 + Math.round(loaded.shift)
    for (let n = 0; n < sum.length; n++) sum[n] = (sum[n] as number) + heldDown(values[zero + n] as number)
    const near = values.subarray(zero + lookReach - nearSamples, zero + lookReach + nearSamples + 1)
    along.push({ at: round(onB(start + windowLength / 2), 3), z: round(Math.max(...near), 2) })
  }
  const windows = along.length
  const curve = windows > 0 ? Array.from(sum, value => round(value / Math.sqrt(windows), 2)) : []
  return {
    v: 1,
    ...at,
    from: round(onB(shared.from), 6),
    to: round(onB(shared.to), 6),
    windows,
    curve,
    reach: lookReach,
    peaks: peaksOf(curve),
    chance: lookChance,
    along,
    a: { originMicros: a.originMicros, count: a.count },
    b: { originMicros: b.originMicros, count: b.count },
  }
}

/**
 * What one window may say: beyond what the engine cuts off it grows by the logarithm, so that a bang cannot speak for all and
 * a strong window still has its peak where it is. (Cut off flat, or made smaller as a whole, the peaks of a person who moves
 * stood beside their place or fell apart.)
 */
function heldDown(z: number): number {
  const size = Math.abs(z)
  return size <= clip ? z : Math.sign(z) * clip * (1 + Math.log(size / clip))
}

/** A line of media times as a line of samples. */
function onSamples(
  a: SampleSource,
  b: SampleSource,
  { lagSeconds, slopePpm }: { readonly lagSeconds: number; readonly slopePpm: number },
): Line {
  const slope = slopePpm * 1e-6
  // (originA + a/8000) = (originB + b/8000)·(1 + slope) + lag
  const lag = secondsOf(b.originMicros) * (1 + slope) + lagSeconds - secondsOf(a.originMicros)
  return { pivot: 0, lag: lag * samplesPerSecond, slope }
}

/** Local maxima above chance, the highest first, none within 2 ms of a higher one. */
function peaksOf(curve: readonly number[]): PairLook['peaks'] {
  const tops = curve.flatMap((z, n) => {
    const isTop = z > lookChance && z >= (curve[n - 1] ?? z) && z > (curve[n + 1] ?? Number.NEGATIVE_INFINITY)
    return isTop ? [{ offset: n - lookReach, z }] : []
  })
  tops.sort((x, y) => y.z - x.z)
  const kept: { offset: number; z: number }[] = []
  for (const top of tops) {
    if (kept.length === mostPeaks || top.z < (tops[0]?.z ?? 0) * leastOfHighest) break
    if (kept.every(({ offset }) => Math.abs(offset - top.offset) >= peakApart)) kept.push(top)
  }
  return kept
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
