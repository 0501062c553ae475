import type { Colours } from '../timeline/paint.ts'
import { type WaveView, xOfSample } from './wave-axis.ts'

/** A stretch of one recording without sound, in samples of the upper one. Nothing of it is hidden: it is hatched and named. */
export interface DrawnStretch {
  readonly from: number
  readonly to: number
  readonly state: 'absent' | 'digital-silence'
  /** What it is, longest first: the first that fits is written. */
  readonly words: readonly string[]
}

export interface Band {
  readonly top: number
  readonly height: number
  /** Whether there is room to say what a stretch is. */
  readonly hasWords: boolean
}

const hatchStep = 10

/** Hatches what has no samples, and dots what holds nothing but zeros. */
export function paintStretches(
  context: CanvasRenderingContext2D,
  view: WaveView,
  stretches: readonly DrawnStretch[],
  { top, height, hasWords }: Band,
  colours: Colours,
): void {
  for (const { from, to, state, words } of stretches) {
    const left = Math.max(0, xOfSample(view, from))
    const right = Math.min(view.width, xOfSample(view, to))
    if (right - left < 0.5) continue
    context.save()
    context.beginPath()
    context.rect(left, top, right - left, height)
    context.clip()
    if (state === 'absent') {
      context.strokeStyle = colours.hatch
      context.lineWidth = 3
      for (let x = left - (left % hatchStep) - height; x < right; x += hatchStep)
        stroke(context, x, top + height, x + height, top)
    } else {
      context.strokeStyle = colours.muted
      context.lineWidth = 1
      context.setLineDash([2, 4])
      stroke(context, left, top + height / 2, right, top + height / 2)
    }
    if (hasWords) paintWords(context, words, left, right, top + height / 2, colours)
    context.restore()
  }
}

/** Words only where they fit whole. */
function paintWords(
  context: CanvasRenderingContext2D,
  words: readonly string[],
  left: number,
  right: number,
  middle: number,
  colours: Colours,
): void {
  context.font = "12px 'IBM Plex Sans', sans-serif"
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  const fits = words.find(each => left + context.measureText(each).width + 16 <= right)
  if (fits === undefined) return
  const { width } = context.measureText(fits)
  context.fillStyle = colours.surface
  context.fillRect(left + 4, middle - 10, width + 8, 20)
  context.fillStyle = colours.text
  context.fillText(fits, left + 8, middle + 0.5)
}

function stroke(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}
