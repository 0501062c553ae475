import { type CaseMicros, type ClockPiece, mediaTimeOn } from '@sightline/core/time'
import type { LoadedStrip } from '../watch/watch.ts'
import { timeAt, type View } from './geometry.ts'

/** Where thumbnails of a lane are drawn: between two pixels of the view, at a height. */
export interface StripPlace {
  readonly piece: ClockPiece
  readonly fromX: number
  readonly toX: number
  readonly y: number
  readonly height: number
  /** Micros by which the lane is being moved by hand. */
  readonly moved: number
}

/** Fills a stretch with thumbnails, each the last one taken at or before the time at its left edge. */
export function paintStrip(
  context: CanvasRenderingContext2D,
  view: View,
  strip: LoadedStrip,
  place: StripPlace,
): void {
  const { width, height } = strip.thumb
  const shownWidth = (width * place.height) / height
  const first = place.fromX + Math.floor(Math.max(0, -place.fromX) / shownWidth) * shownWidth
  for (let x = first; x < Math.min(place.toX, view.width); x += shownWidth) {
    const media = mediaTimeOn(place.piece, (timeAt(view, x) - place.moved) as CaseMicros)
    const n = thumbAt(strip.times, media)
    const [column, row] = [n % strip.columns, Math.floor(n / strip.columns)]
    context.drawImage(
      strip.image,
      column * width,
      row * height,
      width,
      height,
      x,
      place.y,
      shownWidth,
      place.height,
    )
  }
}

/** The last thumbnail taken at or before a media time; the first one before that. */
export function thumbAt(times: readonly number[], media: number): number {
  let low = 0
  let high = times.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((times[middle] ?? 0) <= media) low = middle
    else high = middle - 1
  }
  return low
}
