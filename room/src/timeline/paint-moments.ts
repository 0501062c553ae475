import type { CaseMicros, Span } from '@sightline/core/time'
import { type View, xOf } from './geometry.ts'
import type { Colours } from './paint.ts'

/** A moment as the ruler shows it: an instant is an empty span. */
export interface PaintedMoment extends Span<CaseMicros> {
  readonly isChosen: boolean
}

const barHeight = 4

/** Moments along the foot of the ruler: a bar for a span, a diamond for an instant; the chosen one in amber, on top. */
export function paintMoments(
  context: CanvasRenderingContext2D,
  view: View,
  moments: readonly PaintedMoment[],
  bottom: number,
  colours: Colours,
): void {
  const inOrder = [...moments].sort((a, b) => Number(a.isChosen) - Number(b.isChosen))
  for (const { from, to, isChosen } of inOrder) {
    const x = xOf(view, from)
    const width = (to - from) / view.perPx
    if (x > view.width + barHeight || x + width < -barHeight) continue
    context.fillStyle = isChosen ? colours.amber : colours.text
    if (to > from) context.fillRect(x, bottom - barHeight, Math.max(2, width), barHeight)
    else diamond(context, x, bottom - barHeight)
  }
}

/** Outlined by the ground, so that neighbours stay apart. */
function diamond(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath()
  context.moveTo(x, y - barHeight)
  context.lineTo(x + barHeight, y)
  context.lineTo(x, y + barHeight)
  context.lineTo(x - barHeight, y)
  context.closePath()
  context.fill()
}
