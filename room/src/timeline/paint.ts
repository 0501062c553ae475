import type { Waveform } from '@sightline/core/sound'
import { type CaseMicros, type FrameTimes, mediaTimeOn, type Span } from '@sightline/core/time'
import { timeText } from '../time-text.ts'
import type { Cover, LaneStretch } from '../watch/lanes.ts'
import type { LoadedStrip } from '../watch/watch.ts'
import {
  extremesBetween,
  labelDecimals,
  labelStep,
  levelFor,
  ticksOf,
  timeAt,
  type View,
  xOf,
} from './geometry.ts'
import { frameTicks, paintFrames } from './paint-frames.ts'
import { paintStrip } from './paint-strip.ts'
import { shortened } from './short-text.ts'

export const laneHeight = 32
export const rulerHeight = 28
const barInset = 3

/** The colours of the theme in force, as the style sheet computes them. */
export interface Colours {
  readonly ground: string
  readonly raised: string
  readonly surface: string
  readonly line: string
  readonly text: string
  readonly muted: string
  readonly amber: string
  readonly hatch: string
  readonly hues: readonly string[]
}

/** One lane as it is drawn. Words are ready to be read. */
export interface PaintedLane {
  readonly hue: number
  readonly covers: readonly Cover[]
  readonly stretches: readonly (LaneStretch & { readonly words: string })[]
  /** Why something lacks, as people say: told apart from what is measured. */
  readonly causes: readonly (Span<CaseMicros> & { readonly words: string })[]
  readonly strip: LoadedStrip | null
  /** Where thumbnails may be shown. */
  readonly cleared: readonly Cover[]
  readonly wave: Waveform | null
  /** When its frames begin, for drawing them once they can be told apart. */
  readonly frames: FrameTimes | null
  /** Said inside the bar when there is nothing to draw in it. */
  readonly note: string | null
  readonly isSelected: boolean
  /** Micros by which the lane is being moved by hand. */
  readonly moved: number
}

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ground: read('ground'),
    raised: read('raised'),
    surface: read('surface'),
    line: read('line'),
    text: read('text'),
    muted: read('muted'),
    amber: read('amber'),
    hatch: read('hatch'),
    hues: Array.from({ length: 8 }, (_, n) => read(`hue-${n}`)),
  }
}

/** Sizes a canvas to CSS pixels on this screen and clears it. Null when the browser gives no drawing context. */
export function cleared(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const scale = devicePixelRatio || 1
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w
    canvas.height = h
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  const context = canvas.getContext('2d')
  context?.setTransform(scale, 0, 0, scale, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context
}

export function paintRuler(context: CanvasRenderingContext2D, view: View, colours: Colours): void {
  const decimals = labelDecimals(labelStep(view))
  context.font = "12px 'IBM Plex Mono', monospace"
  context.textBaseline = 'alphabetic'
  for (const tick of ticksOf(view)) {
    const x = Math.round(xOf(view, tick.at)) + 0.5
    context.strokeStyle = tick.isMajor ? colours.muted : colours.line
    context.beginPath()
    context.moveTo(x, tick.isMajor ? 8 : 20)
    context.lineTo(x, rulerHeight)
    context.stroke()
    if (!tick.isMajor) continue
    context.fillStyle = colours.muted
    const label = timeText(tick.at, decimals)
    if (x + 5 + context.measureText(label).width < view.width) context.fillText(label, x + 5, 17)
  }
}

/** What is played over and over: a bracket along the head of the ruler. */
export function paintLoop(
  context: CanvasRenderingContext2D,
  view: View,
  { from, to }: Span<CaseMicros>,
  colours: Colours,
): void {
  const [left, right] = [xOf(view, from), Math.max(xOf(view, to), xOf(view, from) + 2)]
  context.fillStyle = colours.text
  context.fillRect(left, 0, right - left, 2)
  context.fillRect(left, 0, 2, 7)
  context.fillRect(right - 2, 0, 2, 7)
}

export function paintLane(
  context: CanvasRenderingContext2D,
  view: View,
  lane: PaintedLane,
  top: number,
  colours: Colours,
): void {
  const hue = colours.hues[lane.hue] ?? colours.muted
  const height = laneHeight - 2 * barInset
  const y = top + barInset
  for (const cover of lane.covers) {
    const x = xOf(view, cover.from + lane.moved)
    const width = Math.max(1, (cover.to - cover.from) / view.perPx)
    if (x > view.width || x + width < 0) continue
    context.save()
    context.beginPath()
    context.roundRect(x, y, width, height, 2.5)
    context.fillStyle = lane.isSelected ? colours.raised : colours.surface
    context.fill()
    context.clip()
    const ticks = lane.frames ? frameTicks(view, lane.frames, cover, lane.moved) : []
    // A thumbnail stands for seconds: where frames are told apart it would pass for each of them.
    const strip = ticks.length > 0 ? null : lane.strip
    if (strip && lane.cleared.length > 0) {
      for (const { piece, from, to } of lane.cleared) {
        if (piece !== cover.piece) continue
        const [fromX, toX] = [xOf(view, from + lane.moved), xOf(view, to + lane.moved)]
        paintStrip(context, view, strip, { piece, fromX, toX, y, height, moved: lane.moved })
      }
      context.fillStyle = colours.ground
      context.globalAlpha = 0.66
      context.fillRect(x, y + height - 12, width, 12)
      context.globalAlpha = 1
    }
    paintWave(
      context,
      view,
      { wave: lane.wave, moved: lane.moved, isLow: strip !== null && lane.cleared.length > 0 },
      cover,
      y,
      height,
      hue,
    )
    for (const stretch of lane.stretches) paintStretch(context, view, lane, stretch, y, height, colours)
    paintFrames(context, ticks, y, height, {
      line: colours.muted,
      text: colours.text,
      ground: colours.ground,
    })
    for (const cause of lane.causes) paintCause(context, view, lane.moved, cause, y, height, colours)
    if (lane.note)
      note(context, lane.note, Math.max(x, 0) + 8, y, height, Math.min(x + width, view.width), colours.muted)
    context.restore()
    context.strokeStyle = lane.moved === 0 ? colours.line : colours.amber
    context.lineWidth = 1
    context.beginPath()
    context.roundRect(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1, 2.5)
    context.stroke()
  }
}

/** Loudness is compressed so that speech can be seen beside a bang; the waveform is for finding one's way, not for measuring. */
const loudnessPower = 0.6

function paintWave(
  context: CanvasRenderingContext2D,
  view: View,
  { wave, moved, isLow }: { readonly wave: Waveform | null; readonly moved: number; readonly isLow: boolean },
  cover: Cover,
  y: number,
  height: number,
  hue: string,
): void {
  if (!wave) return
  const level =
    wave.levels[
      levelFor(
        wave.levels.map(each => each.binMicros),
        view.perPx,
      )
    ]
  if (!level) return
  // Over thumbnails the waveform keeps to a band at the foot.
  const [middle, reach] = isLow ? [y + height - 6, 5] : [y + height / 2, height / 2 - 2]
  const first = Math.max(0, Math.floor(xOf(view, cover.from + moved)))
  const last = Math.min(view.width, Math.ceil(xOf(view, cover.to + moved)))
  const binAt = (x: number) =>
    (mediaTimeOn(cover.piece, timeAt(view, x) - moved) - wave.originMicros) / level.binMicros
  context.fillStyle = hue
  context.globalAlpha = 0.82
  for (let x = first; x < last; x++) {
    const found = extremesBetween(level.extremes, binAt(x), binAt(x + 1))
    if (!found) continue
    const up = (Math.max(0, found.high) / 32768) ** loudnessPower * reach
    const down = (Math.max(0, -found.low) / 32768) ** loudnessPower * reach
    context.fillRect(x, middle - up, 1, Math.max(1, up + down))
  }
  context.globalAlpha = 1
}

function paintStretch(
  context: CanvasRenderingContext2D,
  view: View,
  lane: PaintedLane,
  stretch: PaintedLane['stretches'][number],
  y: number,
  height: number,
  colours: Colours,
): void {
  const x = xOf(view, stretch.from + lane.moved)
  const width = (stretch.to - stretch.from) / view.perPx
  if (x > view.width || x + width < 0 || width < 0.5) return
  context.fillStyle = colours.ground
  context.fillRect(x, y, width, height)
  if (stretch.state === 'absent') {
    context.save()
    context.beginPath()
    context.rect(x, y, width, height)
    context.clip()
    context.strokeStyle = colours.hatch
    context.lineWidth = 3
    const first = Math.max(x, 0) - ((Math.max(x, 0) - x) % 10) - height
    for (let at = first; at < Math.min(x + width, view.width); at += 10) {
      context.beginPath()
      context.moveTo(at, y + height)
      context.lineTo(at + height, y)
      context.stroke()
    }
    context.restore()
  } else {
    context.strokeStyle = colours.muted
    context.setLineDash([2, 4])
    context.beginPath()
    context.moveTo(x, y + height / 2)
    context.lineTo(x + width, y + height / 2)
    context.stroke()
    context.setLineDash([])
  }
  const isSpokenOf = lane.causes.some(each => each.from < stretch.to && each.to > stretch.from)
  note(
    context,
    stretch.words,
    Math.max(x, 0) + 8,
    isSpokenOf ? y - 3 : y,
    isSpokenOf ? height - causeHeight + 6 : height,
    Math.min(x + width, view.width),
    colours.text,
    colours.ground,
  )
}

const causeHeight = 12

/** What a person says of a stretch: a bracket along the foot of the lane with the words in it, in front of all that is measured. */
function paintCause(
  context: CanvasRenderingContext2D,
  view: View,
  moved: number,
  { from, to, words }: PaintedLane['causes'][number],
  y: number,
  height: number,
  colours: Colours,
): void {
  const [left, right] = [xOf(view, from + moved), xOf(view, to + moved)]
  if (left > view.width || right < 0) return
  const top = y + height - causeHeight
  context.fillStyle = colours.raised
  context.fillRect(left, top, Math.max(2, right - left), causeHeight)
  context.fillStyle = colours.text
  context.fillRect(left, top, Math.max(2, right - left), 1)
  context.fillRect(left, top, 1, causeHeight)
  context.fillRect(Math.max(left + 1, right - 1), top, 1, causeHeight)
  context.font = "11px 'IBM Plex Sans', sans-serif"
  context.textBaseline = 'middle'
  const x = Math.max(left, 0) + 6
  const room = Math.min(right, view.width) - 4 - x
  const text = shortened(context, words, room)
  if (text !== '') context.fillText(text, x, top + causeHeight / 2 + 1)
}

/** Words in a bar, only where they fit whole. */
function note(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  height: number,
  end: number,
  colour: string,
  behind?: string,
): void {
  context.font = "12px 'IBM Plex Sans', sans-serif"
  const width = context.measureText(text).width
  if (x + width + 6 > end) return
  if (behind) {
    context.fillStyle = behind
    context.fillRect(x - 4, y + 5, width + 8, height - 10)
  }
  context.fillStyle = colour
  context.textBaseline = 'middle'
  context.fillText(text, x, y + height / 2 + 0.5)
}

/** The playhead: a line through ruler and lanes with a head in the ruler. */
export function paintHead(
  context: CanvasRenderingContext2D,
  x: number,
  height: number,
  colours: Colours,
): void {
  const at = Math.round(x) + 0.5
  context.strokeStyle = colours.amber
  context.fillStyle = colours.amber
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(at, 0)
  context.lineTo(at, height)
  context.stroke()
  context.beginPath()
  context.moveTo(at - 5, 0)
  context.lineTo(at + 5, 0)
  context.lineTo(at + 5, 4)
  context.lineTo(at, 10)
  context.lineTo(at - 5, 4)
  context.closePath()
  context.fill()
}
