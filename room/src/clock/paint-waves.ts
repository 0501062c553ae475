import type { Waveform } from '@sightline/core/sound'
import { type PairLook, samplesPerSecond } from '@sightline/core/sync'
import { extremesBetween, levelFor } from '../timeline/geometry.ts'
import type { Colours } from '../timeline/paint.ts'
import { type DrawnStretch, paintStretches } from './paint-stretches.ts'
import type { SampleRun } from './sample-store.ts'
import {
  type SampleLine,
  type SoundExtent,
  type Stretch,
  sampleOfB,
  type WaveView,
  xOfSample,
} from './wave-axis.ts'
import type { WaveLayout } from './waves-model.ts'

export const wavesHeight = 240
export const overviewHeight = 56
/** From here on a pixel covers more than a bin of the stored waveform, which is then as exact as the screen. */
export const samplesPerBin = 80

/** One recording's sound as it is drawn: `wave` for long views, `run` for close ones. */
export interface DrawnSound {
  readonly extent: SoundExtent
  readonly wave: Waveform | null
  readonly run: SampleRun | null
  readonly colour: string
  readonly stretches: readonly DrawnStretch[]
  /** The sample of this recording under a sample of a, and back. */
  readonly under: (a: number) => number
  readonly over: (own: number) => number
}

export function soundUnder(line: SampleLine): Pick<DrawnSound, 'under' | 'over'> {
  return { under: a => sampleOfB(line, a), over: own => line.lag + (1 + line.slope) * own }
}

export interface PaintedWaves {
  readonly view: WaveView
  readonly layout: WaveLayout
  readonly colours: Colours
  readonly a: DrawnSound
  readonly b: DrawnSound
  readonly cursor: number
  /** What is heard now; null in silence. */
  readonly head: number | null
}

/** Two waveforms on the samples of a, below a ruler of `top` pixels. */
export function paintWaves(context: CanvasRenderingContext2D, top: number, painted: PaintedWaves): void {
  const { view, layout, colours, a, b, cursor, head } = painted
  const height = wavesHeight - top
  const bands = layout === 'over' ? [0.5, 0.5] : [0.25, 0.75]
  const reach = (layout === 'over' ? height / 2 : height / 4) - 8
  for (const [n, sound] of [a, b].entries()) {
    const middle = Math.round(top + height * (bands[n] as number)) + 0.5
    context.strokeStyle = colours.line
    context.lineWidth = 1
    stroke(context, 0, middle, view.width, middle)
    // Over each other the lower one is an outline: hue is never the only sign.
    const style = { isOutline: layout === 'over' && n === 1, ground: colours.ground, middle, reach }
    context.globalAlpha = layout === 'over' && n === 0 ? 0.7 : 0.92
    paintSound(context, view, sound, style)
    context.globalAlpha = 1
    const band = { top: top + (n * height) / 2, height: height / 2, hasWords: true }
    paintStretches(context, view, sound.stretches, band, colours)
  }
  context.strokeStyle = colours.amber
  const at = Math.round(xOfSample(view, cursor)) + 0.5
  stroke(context, at, 0, at, wavesHeight)
  if (head === null) return
  context.strokeStyle = colours.text
  const heard = Math.round(xOfSample(view, head)) + 0.5
  stroke(context, heard, top, heard, wavesHeight)
}

/** How one sound is drawn: around which height, how far, filled or as an outline. */
interface Style {
  readonly isOutline: boolean
  readonly ground: string
  readonly middle: number
  readonly reach: number
}

function paintSound(
  context: CanvasRenderingContext2D,
  view: WaveView,
  sound: DrawnSound,
  style: Style,
): void {
  context.fillStyle = sound.colour
  context.strokeStyle = sound.colour
  if (view.perPx > samplesPerBin) drawBars(context, binsIn(view, sound), style)
  else if (sound.run && view.perPx > 1) drawBars(context, barsIn(view, sound, sound.run), style)
  else if (sound.run) paintSamples(context, view, sound, sound.run, style)
}

interface Bar {
  readonly x: number
  readonly low: number
  readonly high: number
}

function drawBars(
  context: CanvasRenderingContext2D,
  bars: readonly Bar[],
  { isOutline, middle, reach }: Style,
): void {
  const loudest = bars.reduce((most, { low, high }) => Math.max(most, -low, high), 1)
  const y = (value: number) => middle - (value / loudest) * reach
  if (!isOutline) {
    for (const { x, low, high } of bars) context.fillRect(x, y(high), 1, Math.max(1, y(low) - y(high)))
    return
  }
  context.lineWidth = 1
  for (const side of ['high', 'low'] as const) {
    context.beginPath()
    for (const bar of bars) context.lineTo(bar.x + 0.5, y(bar[side]))
    context.stroke()
  }
}

function binsIn(view: WaveView, { wave, under, extent }: DrawnSound): readonly Bar[] {
  const level =
    wave?.levels[
      levelFor(
        wave.levels.map(({ binMicros }) => binMicros),
        view.perPx * 125,
      )
    ]
  if (!wave || !level) return []
  const perBin = (level.binMicros * samplesPerSecond) / 1e6
  const begin = ((extent.originMicros - wave.originMicros) * samplesPerSecond) / 1e6
  const binAt = (x: number) => (under(view.from + x * view.perPx) + begin) / perBin
  return Array.from({ length: Math.ceil(view.width) }, (_, x) => {
    const found = extremesBetween(level.extremes, binAt(x), binAt(x + 1))
    return found ? [{ x, ...found }] : []
  }).flat()
}

function barsIn(view: WaveView, { under }: DrawnSound, { from, values }: SampleRun): readonly Bar[] {
  const bars: Bar[] = []
  for (let x = 0; x < view.width; x++) {
    const first = Math.max(0, Math.floor(under(view.from + x * view.perPx)) - from)
    // One more, so that neighbouring bars touch.
    const last = Math.min(values.length - 1, Math.floor(under(view.from + (x + 1) * view.perPx)) - from)
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let n = first; n <= last; n++) {
      low = Math.min(low, values[n] as number)
      high = Math.max(high, values[n] as number)
    }
    if (low <= high) bars.push({ x, low, high })
  }
  return bars
}

/** From six pixels a sample on each is a dot. */
const dotsFrom = 1 / 6

function paintSamples(
  context: CanvasRenderingContext2D,
  view: WaveView,
  { over, colour }: DrawnSound,
  { from, values }: SampleRun,
  { isOutline, ground, middle, reach }: Style,
): void {
  const loudest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  const point = (n: number) =>
    [xOfSample(view, over(from + n)), middle - ((values[n] as number) / loudest) * reach] as const
  context.lineWidth = 1.25
  context.lineJoin = 'round'
  context.beginPath()
  for (let n = 0; n < values.length; n++) context.lineTo(...point(n))
  context.stroke()
  if (view.perPx > dotsFrom) return
  for (let n = 0; n < values.length; n++) {
    context.beginPath()
    context.arc(...point(n), 2.5, 0, 7)
    context.fillStyle = isOutline ? ground : colour
    context.fill()
    if (isOutline) context.stroke()
  }
}

export interface PaintedOverview {
  readonly whole: WaveView
  readonly shown: Stretch
  readonly cursor: number
  readonly colours: Colours
  readonly a: DrawnSound
  readonly b: DrawnSound
  readonly along: PairLook['along']
  /** The sample of a at a media time of b, in seconds. */
  readonly atB: (seconds: number) => number
}

/** Z values from here on fill the strip. */
const fullAgreement = 12
const stripHeight = 12

/** The whole overlap: the upper recording above the line, the lower one below it, at the foot where the two agree. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  { whole, shown, cursor, colours, a, b, along, atB }: PaintedOverview,
): void {
  const { width } = whole
  const height = overviewHeight - stripHeight - 2
  const middle = height / 2
  for (const [sound, sign] of [
    [a, -1],
    [b, 1],
  ] as const) {
    const bars = binsIn(whole, sound)
    const loudest = bars.reduce((most, { low, high }) => Math.max(most, -low, high), 1)
    context.fillStyle = sound.colour
    context.globalAlpha = 0.82
    for (const { x, low, high } of bars) {
      const size = Math.max(0.5, (Math.max(high, -low) / loudest) ** 0.6 * (middle - 2))
      context.fillRect(x, sign < 0 ? middle - size : middle, 1, size)
    }
    context.globalAlpha = 1
    const band = { top: sign < 0 ? 0 : middle, height: middle, hasWords: false }
    paintStretches(context, whole, sound.stretches, band, colours)
  }
  const foot = overviewHeight - 1
  context.fillStyle = colours.muted
  const each = Math.max(2, width / Math.max(1, along.length) - 2)
  for (const { at, z } of along) {
    const size = Math.max(1, Math.min(1, Math.max(0, z) / fullAgreement) * stripHeight)
    context.fillRect(xOfSample(whole, atB(at)) - each / 2, foot - size, each, size)
  }
  const left = Math.max(0, xOfSample(whole, shown.from))
  const right = Math.min(width, xOfSample(whole, shown.to))
  context.strokeStyle = colours.amber
  context.lineWidth = 1
  if (right - left < width - 1) {
    context.strokeRect(
      Math.floor(left) + 0.5,
      0.5,
      Math.max(2, Math.ceil(right - left) - 1),
      overviewHeight - 1,
    )
  }
  const at = Math.round(xOfSample(whole, cursor)) + 0.5
  stroke(context, at, 0, at, overviewHeight)
}

function stroke(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}
