import { type Line, overlapOnB, pivoted } from './line.ts'
import { type PhaseWindow, windowLength } from './phase-window.ts'

/** What one window says about a line. */
export interface WindowReading {
  /** Sample of b at the middle of the window. */
  readonly middle: number
  /** Agreement on the line itself, in standard deviations. */
  readonly onLine: number
  /** The best agreement within 1 ms of the line. */
  readonly nearLine: number
  /** Where that best agreement lies, in samples off the line; null where it is no clear peak. */
  readonly offset: number | null
}

export interface Stacked {
  readonly line: Line
  /** Agreement summed over the windows along the best line, each clipped, over √windows. */
  readonly score: number
  readonly agreements: readonly Agreement[]
}

/** How well one window agrees at whole samples off a line, and the fraction that the line itself lies off the middle one. */
interface Agreement {
  readonly middle: number
  readonly values: Float32Array
  readonly shift: number
}

/** Above this one window can say no more: a single bang must not outvote the rest. */
export const clip = 12
/** 1 ms at 8 kHz: people and cameras move a little, and rooms blur. */
export const nearSamples = 8
/** A z value that one window reaches by chance once in some hundred thousand. */
export const clearlyAgrees = 5

export const clipped = (z: number) => Math.max(-clip, Math.min(clip, z))

/** Evenly spread starts of windows on b, at most `count`, at least half a window apart. */
export function windowStarts(
  line: Line,
  within: { readonly from: number; readonly to: number },
  lengths: { readonly a: number; readonly b: number },
  count: number,
): readonly number[] {
  const shared = overlapOnB(line, lengths.a, lengths.b)
  const from = Math.max(within.from, shared.from)
  const last = Math.min(within.to, shared.to) - windowLength
  if (last < from) return []
  const most = Math.floor((last - from) / (windowLength / 2)) + 1
  const used = Math.min(most, count)
  const step = used > 1 ? (last - from) / (used - 1) : 0
  return Array.from({ length: used }, (_, n) => Math.floor(from + n * step))
}

/** Reads the windows along a line, ±`reach` samples. */
function readAlong(
  window: PhaseWindow,
  line: Line,
  starts: readonly number[],
  reach: number,
): readonly Agreement[] {
  return starts.flatMap(start => {
    const loaded = window.load(line, start)
    if (!loaded) return []
    return [{ middle: start + windowLength / 2, values: window.agreement(reach), shift: loaded.shift }]
  })
}

/**
 * Finds the line near `line` along which the windows agree best: a search over lag (±`lagReach` samples at the middle)
 * and over slope (±`slopeReach`), by adding the clipped readings. Null when no window could be read.
 */
export function stackAlong(
  window: PhaseWindow,
  line: Line,
  starts: readonly number[],
  { lagReach, slopeReach }: { readonly lagReach: number; readonly slopeReach: number },
): Stacked | null {
  if (starts.length === 0) return null
  const first = (starts[0] as number) + windowLength / 2
  const last = (starts.at(-1) as number) + windowLength / 2
  const middle = (first + last) / 2
  const centred = pivoted(line, middle)
  const half = Math.max(1, (last - first) / 2)
  const swing = Math.ceil(slopeReach * half)
  const reach = lagReach + swing + trackSamples + 1
  const agreements = readAlong(window, centred, starts, reach)
  if (agreements.length === 0) return null
  const curves = agreements.map(({ values }) => values.map(clipped))
  let best = { score: Number.NEGATIVE_INFINITY, lag: 0, slope: 0 }
  const sum = new Float32Array(2 * lagReach + 1)
  // Two samples at the ends of the overlap per step: the peak of a phase correlation is about that wide.
  for (let end = -swing; end <= swing; end += 2) {
    const slope = end / half
    sum.fill(0)
    for (const [at, { middle: time, shift }] of agreements.entries()) {
      const curve = curves[at] as Float32Array
      const start = reach - lagReach + Math.round(slope * (time - middle) + shift)
      for (let n = 0; n < sum.length; n++) sum[n] = (sum[n] as number) + (curve[start + n] as number)
    }
    for (let n = 0; n < sum.length; n++)
      if ((sum[n] as number) > best.score) best = { score: sum[n] as number, lag: n - lagReach, slope }
  }
  return {
    line: { pivot: middle, lag: centred.lag + best.lag, slope: centred.slope + best.slope },
    score: best.score / Math.sqrt(agreements.length),
    agreements: agreements.map(({ middle: time, values, shift }) => {
      // Relative to the new line now.
      const exact = best.lag + best.slope * (time - middle) + shift
      const whole = Math.round(exact)
      const from = reach + whole - trackSamples
      return {
        middle: time,
        values: values.slice(from, from + 2 * trackSamples + 1),
        shift: exact - whole,
      }
    }),
  }
}

/** 3 ms to either side of a line are looked at when it is refined. */
const trackSamples = 24

export interface FittedLine {
  readonly line: Line
  /** Standard errors: of the lag at the pivot (samples), and of the slope. */
  readonly lagError: number
  readonly slopeError: number
  readonly readings: readonly WindowReading[]
}

/**
 * A straight line through the windows' own best lags, by iterated weighted least squares with Tukey's biweight.
 * Windows that do not clearly agree have no say. Null when fewer than three do.
 */
export function fitLine(line: Line, agreements: readonly Agreement[]): FittedLine | null {
  const readings = agreements.map(agreement => readingOf(agreement))
  const points = readings.flatMap(({ middle, offset, nearLine }) =>
    offset === null ? [] : [{ t: middle - line.pivot, offset, weight: Math.min(nearLine, 2 * clip) ** 2 }],
  )
  if (points.length < 3) return null
  let intercept = 0
  let slope = 0
  let scale = Math.max(
    0.5,
    1.5 * median(points.map(({ offset }) => Math.abs(offset - median(points.map(p => p.offset))))),
  )
  for (let pass = 0; pass < 8; pass++) {
    let w = 0
    let wt = 0
    let wtt = 0
    let wo = 0
    let wto = 0
    for (const point of points) {
      const u = (point.offset - intercept - slope * point.t) / (4 * scale)
      const weight = Math.abs(u) < 1 ? point.weight * (1 - u * u) ** 2 : 0
      w += weight
      wt += weight * point.t
      wtt += weight * point.t * point.t
      wo += weight * point.offset
      wto += weight * point.t * point.offset
    }
    const determinant = w * wtt - wt * wt
    if (w === 0) return null
    if (determinant > 1e-9 * w * wtt) {
      slope = (w * wto - wt * wo) / determinant
      intercept = (wo - slope * wt) / w
    } else intercept = wo / w
    const spread = median(points.map(({ t, offset }) => Math.abs(offset - intercept - slope * t)))
    scale = Math.max(0.15, 1.5 * spread)
  }
  const fitted = { pivot: line.pivot, lag: line.lag + intercept, slope: line.slope + slope }
  const kept = points.filter(({ t, offset }) => Math.abs(offset - intercept - slope * t) < 4 * scale)
  if (kept.length < 3) return null
  const centre = kept.reduce((sum, { t }) => sum + t, 0) / kept.length
  const spreadT = Math.sqrt(kept.reduce((sum, { t }) => sum + (t - centre) ** 2, 0))
  // Half overlapping windows are not independent; neither are neighbours when a person moves.
  const independent = Math.max(1, kept.length / 2)
  const wander = wanderOf(kept.map(({ t, offset }) => ({ t, residual: offset - intercept - slope * t })))
  const error = Math.max(scale / Math.sqrt(independent), wander)
  return {
    line: pivoted(fitted, fitted.pivot + centre),
    lagError: error,
    slopeError: spreadT > 0 ? (error * Math.sqrt(kept.length)) / spreadT : Number.POSITIVE_INFINITY,
    readings: readings.map(reading => ({
      ...reading,
      offset:
        reading.offset === null ? null : reading.offset - intercept - slope * (reading.middle - line.pivot),
    })),
  }
}

/** How far the means of five consecutive stretches scatter: larger than chance where somebody moves. */
function wanderOf(points: readonly { readonly t: number; readonly residual: number }[]): number {
  const stretches = 5
  if (points.length < 2 * stretches) return 0
  const means = Array.from({ length: stretches }, (_, n) => {
    const part = points.slice(
      Math.floor((n * points.length) / stretches),
      Math.floor(((n + 1) * points.length) / stretches),
    )
    return median(part.map(({ residual }) => residual))
  })
  const mean = means.reduce((sum, each) => sum + each, 0) / stretches
  return Math.sqrt(means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (stretches - 2) / stretches)
}

function readingOf({ middle, values, shift }: Agreement): WindowReading {
  const centre = (values.length - 1) / 2
  let best = centre
  for (let n = 0; n < values.length; n++) if ((values[n] as number) > (values[best] as number)) best = n
  const near = values.slice(centre - nearSamples, centre + nearSamples + 1)
  const height = values[best] as number
  const isClear = height > clearlyAgrees && best > 0 && best < values.length - 1
  return {
    middle,
    onLine: values[centre] as number,
    nearLine: Math.max(...near),
    offset: isClear ? best - centre + bendOf(values, best) - shift : null,
  }
}

/** Top of the parabola through three points, as a part of one step. */
export function bendOf(values: Float32Array, at: number): number {
  const before = values[at - 1] as number
  const here = values[at] as number
  const after = values[at + 1] as number
  const bend = before - 2 * here + after
  return bend < 0 ? (0.5 * (before - after)) / bend : 0
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

export function lagErrorAt(fit: FittedLine, b: number): number {
  return Math.hypot(fit.lagError, fit.slopeError * (b - fit.line.pivot))
}
