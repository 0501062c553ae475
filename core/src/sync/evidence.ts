import { type Line, lagAt } from './line.ts'
import { clearlyAgrees, clipped, median, nearSamples, type WindowReading } from './line-fit.ts'
import { type PhaseWindow, subBands } from './phase-window.ts'

/** What the windows of an overlap say about one line, taken together. */
export interface Evidence {
  /** Clipped agreement over √windows. */
  readonly score: number
  /**
   * The same without the one stretch that agrees best, unless agreement has no gaps to speak of: what an announcement
   * or a siren played at two events cannot carry.
   */
  readonly spreadScore: number
  /** Part of the windows that clearly agree for themselves. */
  readonly agreeing: number
  readonly windows: number
}

export function evidenceOf(readings: readonly WindowReading[]): Evidence {
  // The best within 1 ms, less what the best of as many chance values gives on average.
  const values = readings.map(({ nearLine }) => clipped(nearLine - chanceNearLine))
  const windows = values.length
  const total = values.reduce((sum, value) => sum + value, 0)
  const score = windows > 0 ? total / Math.sqrt(windows) : 0
  const stretch = bestStretch(readings, values)
  const left = windows - stretch.length
  return {
    score,
    spreadScore: stretch.length >= wholeShare * windows ? score : (total - stretch.sum) / Math.sqrt(left),
    agreeing: windows > 0 ? readings.filter(({ nearLine }) => nearLine >= clearlyAgrees).length / windows : 0,
    windows,
  }
}

/** A stretch ends where this many windows in a row (about 3 s) agree no better than chance. */
const gapWindows = 3
const chanceAtMost = 4
/** Agreement over this share of the overlap counts as all of it: recorders start, stop and rustle. */
const wholeShare = 0.95

function bestStretch(
  readings: readonly WindowReading[],
  values: readonly number[],
): { readonly sum: number; readonly length: number } {
  let best = { sum: 0, length: 0 }
  let sum = 0
  let length = 0
  let gap = 0
  for (const [at, { nearLine }] of readings.entries()) {
    gap = nearLine < chanceAtMost ? gap + 1 : 0
    length++
    sum += values[at] as number
    if (gap >= gapWindows) {
      length = 0
      sum = 0
    } else if (sum > best.sum) best = { sum, length }
  }
  return best
}

/** Mean of the largest of 17 standard normal values. */
const chanceNearLine = 1.8

/** How much better one line explains the same windows of b than another. */
export interface Contest {
  readonly windows: number
  /** Mean advantage over its standard error. */
  readonly t: number
  /** The same without the third of the windows that speaks loudest. */
  readonly spreadT: number
}

/** One range of frequency in one window can say this much. */
const cellClip = 5

/**
 * Compares two lines window by window and frequency range by frequency range. What a loop, an alarm or a beep gives to
 * both cancels out; only sound that fits one line alone counts.
 */
export function contest(window: PhaseWindow, first: Line, second: Line, starts: readonly number[]): Contest {
  const advantages: number[] = []
  const cells = new Float32Array(subBands)
  for (const start of starts) {
    const apart = lagAt(second, start) - lagAt(first, start)
    const one = cellSum(window, { line: first, start, apart }, cells)
    if (one === null) continue
    const other = cellSum(window, { line: second, start, apart: -apart }, cells)
    if (other !== null) advantages.push(one - other)
  }
  const sorted = advantages.toSorted((a, b) => a - b)
  return {
    windows: advantages.length,
    t: tOf(advantages),
    spreadT: tOf(sorted.slice(0, Math.max(3, Math.ceil((sorted.length * 2) / 3)))),
  }
}

function cellSum(
  window: PhaseWindow,
  { line, start, apart }: { readonly line: Line; readonly start: number; readonly apart: number },
  cells: Float32Array,
): number | null {
  if (!window.loadWithoutRepeats(line, start, apart)) return null
  const values = window.agreement(nearSamples)
  let best = 0
  for (let n = 0; n < values.length; n++) if ((values[n] as number) > (values[best] as number)) best = n
  window.agreementByBand(best - nearSamples, cells)
  let sum = 0
  for (const cell of cells) sum += Math.max(-cellClip, Math.min(cellClip, cell))
  return sum
}

function tOf(values: readonly number[]): number {
  if (values.length < 3) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  // The noise of a sum of cells alone is √(2 · cells): a lucky small sample may not pretend to less.
  return mean / Math.sqrt(Math.max(variance, 2 * subBands) / values.length)
}

/** Median likeness of phase of the quieter half of windows: two microphones never share their own noise, copies do. */
export function quietLikeness(window: PhaseWindow, line: Line, starts: readonly number[]): number {
  const values: number[] = []
  for (const start of starts) {
    const loaded = window.load(line, start)
    if (loaded) values.push(window.likeness(loaded.shift))
  }
  values.sort((a, b) => a - b)
  return median(values.slice(0, Math.ceil(values.length / 2)))
}
