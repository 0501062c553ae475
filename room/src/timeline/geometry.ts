import type { Span } from '@sightline/core/time'

/** What a timeline shows: case micros from `from` on, `perPx` micros to a pixel, over `width` pixels. */
export interface View {
  readonly from: number
  readonly perPx: number
  readonly width: number
}

/** A line on the ruler; a label only where there is room for one. */
export interface Tick {
  readonly at: number
  readonly isMajor: boolean
}

/** One pixel per 50 µs tells frames at 240 per second well apart. */
const finestPerPx = 50
/** Free space left and right of everything when the whole clock is shown. */
const margin = 0.015
const emptyWidthMicros = 10e6

export function xOf(view: View, time: number): number {
  return (time - view.from) / view.perPx
}

/** Whole case micros under a pixel. */
export function timeAt(view: View, x: number): number {
  return Math.round(view.from + x * view.perPx)
}

/** The view that shows all of a span with a little air. */
export function fitView(whole: Span, width: number): View {
  const length = Math.max(whole.to - whole.from, 1) || emptyWidthMicros
  const air = length * margin
  return { from: whole.from - air, perPx: (length + 2 * air) / Math.max(1, width), width }
}

/** Zooms by a factor (above 1 shows less) around a pixel that keeps its time. Never wider than the whole, never finer than 50 µs a pixel. */
export function zoomAt(view: View, x: number, factor: number, whole: Span): View {
  const widest = fitView(whole, view.width).perPx
  const perPx = Math.min(widest, Math.max(finestPerPx, view.perPx / factor))
  return held({ ...view, perPx, from: view.from + x * (view.perPx - perPx) }, whole)
}

/** Moves the view by pixels, not beyond the whole. */
export function panBy(view: View, px: number, whole: Span): View {
  return held({ ...view, from: view.from + px * view.perPx }, whole)
}

/** Keeps a view on the whole; what is wider than the whole is centred by its margin. */
export function held(view: View, whole: Span): View {
  const widest = fitView(whole, view.width)
  if (view.perPx >= widest.perPx) return widest
  const last = widest.from + widest.perPx * view.width - view.perPx * view.width
  return { ...view, from: Math.min(Math.max(view.from, widest.from), last) }
}

/** The view turned on like a page when a time has left it; the same view when it has not. */
export function following(view: View, time: number, whole: Span): View {
  const x = xOf(view, time)
  if (x >= 0 && x <= view.width) return view
  return held({ ...view, from: time - 0.08 * view.width * view.perPx }, whole)
}

const steps = [
  1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 10e6, 15e6, 30e6, 60e6, 120e6, 300e6, 600e6,
  900e6, 1800e6, 3600e6, 7200e6, 21600e6, 43200e6, 86400e6,
] as const
const pxPerLabel = 96

/** Micros between labels: the smallest step of people's clocks that leaves room for a label. */
export function labelStep(view: View): number {
  const needed = pxPerLabel * view.perPx
  return steps.find(step => step >= needed) ?? steps[steps.length - 1] ?? needed
}

/** How many decimals a label needs so that neighbours differ. */
export function labelDecimals(step: number): number {
  if (step >= 1e6) return 0
  return step >= 1e5 ? 1 : step >= 1e4 ? 2 : 3
}

/** The ticks that fall into the view, a label at every fifth or second. */
export function ticksOf(view: View): readonly Tick[] {
  const step = labelStep(view)
  const parts = Math.round(step / niceHalf(step))
  const minor = step / parts
  const ticks: Tick[] = []
  const end = view.from + view.width * view.perPx
  for (let n = Math.ceil(view.from / minor); n * minor <= end; n++)
    ticks.push({ at: n * minor, isMajor: n % parts === 0 })
  return ticks
}

function niceHalf(step: number): number {
  const digits = String(step).replace(/0+$/, '')
  return digits === '5' || digits === '15'
    ? step / 5
    : digits === '3' || digits === '6' || digits === '12'
      ? step / 6
      : step / 2
}

/** The bar of a waveform: the lowest and highest of the bins that a pixel covers. */
export interface Extremes {
  readonly low: number
  readonly high: number
}

/** Which of several levels (finest first) to draw from: the coarsest that still has a bin for every pixel. */
export function levelFor(binMicros: readonly number[], perPx: number): number {
  let chosen = 0
  for (let level = 1; level < binMicros.length; level++)
    if ((binMicros[level] as number) <= perPx) chosen = level
  return chosen
}

/** Lowest and highest sample between two bins of one level, `[low 0, high 0, low 1, …]`; null outside it. */
export function extremesBetween(samples: Int16Array, fromBin: number, toBin: number): Extremes | null {
  const first = Math.max(0, Math.floor(fromBin))
  const last = Math.min(samples.length / 2, Math.max(first + 1, Math.ceil(toBin)))
  if (toBin <= 0 || first >= last) return null
  let low = 32767
  let high = -32768
  for (let bin = first; bin < last; bin++) {
    low = Math.min(low, samples[2 * bin] as number)
    high = Math.max(high, samples[2 * bin + 1] as number)
  }
  return { low, high }
}
