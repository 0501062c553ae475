import {
  type CaseMicros,
  caseTimeOn,
  type FrameTimes,
  frameAtMedia,
  frameCount,
  mediaTimeOn,
  ptsOf,
} from '@sightline/core/time'
import type { Cover } from '../watch/lanes.ts'
import { timeAt, type View, xOf } from './geometry.ts'

/** A frame of a lane as it is drawn: its first pixel, and its number where there is room for it. */
export interface FrameTick {
  readonly x: number
  readonly index: number
  readonly isNumbered: boolean
}

/** Frames nearer to each other than this are not told apart. */
const leastPx = 6
const pxPerNumber = 52
/** However short frames are, no more lines are drawn than a wide screen has room for. */
const mostTicks = 1000

/** The beginnings of frames inside a stretch of a lane, once they stand far enough apart; else none. */
export function frameTicks(
  view: View,
  times: FrameTimes,
  { piece, from, to }: Cover,
  moved: number,
): readonly FrameTick[] {
  const count = frameCount(times)
  if (count === 0) return []
  const mean = (ptsOf(times, count) - ptsOf(times, 0)) / count
  if (mean / view.perPx < leastPx) return []
  const left = Math.max(from + moved, timeAt(view, 0))
  const right = Math.min(to + moved, timeAt(view, view.width))
  if (left >= right) return []
  const media = mediaTimeOn(piece, (left - moved) as CaseMicros)
  const first = frameAtMedia(times, Math.max(media, ptsOf(times, 0))) ?? 0
  const ticks: FrameTick[] = []
  let numberedTo = Number.NEGATIVE_INFINITY
  for (let index = first; index < count && ticks.length < mostTicks; index++) {
    const time = caseTimeOn(piece, ptsOf(times, index)) + moved
    if (time >= right) break
    const x = xOf(view, time)
    const isNumbered = x >= numberedTo
    if (isNumbered) numberedTo = x + pxPerNumber
    ticks.push({ x, index, isNumbered })
  }
  return ticks
}

/** A short line where each frame begins, from the foot of the lane up, and its number where there is room. */
export function paintFrames(
  context: CanvasRenderingContext2D,
  ticks: readonly FrameTick[],
  y: number,
  height: number,
  { line, text, ground }: { readonly line: string; readonly text: string; readonly ground: string },
): void {
  context.font = "11px 'IBM Plex Mono', monospace"
  context.textBaseline = 'top'
  for (const { x, index, isNumbered } of ticks) {
    const at = Math.round(x) + 0.5
    context.strokeStyle = line
    context.lineWidth = 1
    context.beginPath()
    context.moveTo(at, isNumbered ? y : y + height - 6)
    context.lineTo(at, y + height)
    context.stroke()
    if (!isNumbered) continue
    const label = String(index)
    context.fillStyle = ground
    context.globalAlpha = 0.66
    context.fillRect(at + 0.5, y, context.measureText(label).width + 6, 13)
    context.globalAlpha = 1
    context.fillStyle = text
    context.fillText(label, at + 3.5, y + 1.5)
  }
}
