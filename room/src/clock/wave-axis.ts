import { samplesPerSecond } from '@sightline/core/sync'
import type { MediaMicros } from '@sightline/core/time'
import type { MediaLine } from './ways.ts'

/** Where the sound of a recording begins and how many samples of 8 kHz it has. */
export interface SoundExtent {
  readonly originMicros: MediaMicros
  readonly count: number
}

/** The samples of b under those of a: b = (a − lag) / (1 + slope), counted from each one's first sample. */
export interface SampleLine {
  readonly lag: number
  readonly slope: number
}

/** A line of media times as one of samples; `shift` moves b later by hand, in samples. */
export function sampleLine(line: MediaLine, a: SoundExtent, b: SoundExtent, shift = 0): SampleLine {
  const slope = line.slopePpm * 1e-6
  const lag = (b.originMicros / 1e6) * (1 + slope) + line.lagSeconds - a.originMicros / 1e6
  return { lag: lag * samplesPerSecond + shift, slope }
}

export function sampleOfB(line: SampleLine, a: number): number {
  return (a - line.lag) / (1 + line.slope)
}

export function mediaOf({ originMicros }: SoundExtent, sample: number): number {
  return originMicros + (sample * 1e6) / samplesPerSecond
}

export function sampleAt({ originMicros }: SoundExtent, media: number): number {
  return ((media - originMicros) * samplesPerSecond) / 1e6
}

/** What is on the screen, in samples of a: from `from` on, `perPx` samples to a pixel. */
export interface WaveView {
  readonly from: number
  readonly perPx: number
  readonly width: number
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A sample every 24 pixels: single samples can be counted. */
const finestPerPx = 1 / 24

/** The samples of a on which b lies; where the two do not meet, the end of the one and the beginning of the other. */
export function overlapOnA(line: SampleLine, a: SoundExtent, b: SoundExtent): Stretch {
  const ends = [line.lag, line.lag + (1 + line.slope) * b.count]
  const from = Math.max(0, Math.min(...ends))
  const to = Math.min(a.count, Math.max(...ends))
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

export function fitted(whole: Stretch, width: number): WaveView {
  return {
    from: whole.from,
    perPx: Math.max(finestPerPx, (whole.to - whole.from) / Math.max(1, width)),
    width,
  }
}

/** Zooms by a factor (above 1 shows less) around a pixel that keeps its sample. */
export function zoomed(view: WaveView, x: number, factor: number, whole: Stretch): WaveView {
  const widest = fitted(whole, view.width).perPx
  const perPx = Math.min(widest, Math.max(finestPerPx, view.perPx / factor))
  return kept({ ...view, perPx, from: view.from + x * (view.perPx - perPx) }, whole)
}

export function panned(view: WaveView, samples: number, whole: Stretch): WaveView {
  return kept({ ...view, from: view.from + samples }, whole)
}

/** The view moved so that a sample is in its middle; as wide as before. */
export function centredOn(view: WaveView, sample: number, whole: Stretch): WaveView {
  return kept({ ...view, from: sample - (view.width * view.perPx) / 2 }, whole)
}

export function sampleUnder(view: WaveView, x: number): number {
  return view.from + x * view.perPx
}

export function xOfSample(view: WaveView, sample: number): number {
  return (sample - view.from) / view.perPx
}

/** Keeps a view on the overlap. */
export function kept(view: WaveView, whole: Stretch): WaveView {
  const widest = fitted(whole, view.width)
  if (view.perPx >= widest.perPx) return widest
  const last = whole.to - view.perPx * view.width
  return { ...view, from: Math.min(Math.max(view.from, whole.from), last) }
}
