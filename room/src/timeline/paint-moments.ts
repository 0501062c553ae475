import type { MomentId } from '@sightline/core/case'
import type { CaseMicros, Span } from '@sightline/core/time'
import { type View, xOf } from './geometry.ts'
import { diamondPx, type PlacedMark, rowsOf } from './moment-rows.ts'
import type { Colours } from './paint.ts'
import { shortened, widthOf } from './short-text.ts'

/** A moment as its lane shows it: an instant is an empty span. */
export interface PaintedMoment extends Span<CaseMicros> {
  readonly id: MomentId
  readonly name: string
  readonly isChosen: boolean
  readonly isWithdrawn: boolean
}

/** A moment that can be seen, and where. */
export interface ShownMoment {
  readonly moment: PaintedMoment
  readonly place: PlacedMark
}

const font = "12px 'IBM Plex Sans', sans-serif"
/** A name that begins left of the view is looked for this far. */
const nameReachPx = 240
const markHeight = 8

/** Where the moments in view stand, in the order of time. */
export function placeMoments(
  context: CanvasRenderingContext2D,
  view: View,
  moments: readonly PaintedMoment[],
  rows: number,
): readonly ShownMoment[] {
  context.font = font
  const seen = moments.filter(
    ({ from, to }) => xOf(view, to) > -nameReachPx && xOf(view, from) < view.width + diamondPx,
  )
  const places = rowsOf(
    seen.map(({ from, to, name }) => ({
      x: xOf(view, from),
      width: (to - from) / view.perPx,
      nameWidth: widthOf(context, name),
    })),
    rows,
    view.width,
  )
  return places.map((place, n) => ({ moment: seen[n] as PaintedMoment, place }))
}

/** A bar for a span, a diamond for an instant, each with its name beside or in it; the chosen one in amber, on top. */
export function paintMoments(
  context: CanvasRenderingContext2D,
  shown: readonly ShownMoment[],
  rowHeight: number,
  colours: Colours,
): void {
  context.font = font
  context.textBaseline = 'middle'
  const inOrder = [...shown].sort((a, b) => Number(a.moment.isChosen) - Number(b.moment.isChosen))
  for (const { moment, place } of inOrder) {
    const middle = (place.row + 0.5) * rowHeight
    const isSpan = moment.to > moment.from
    context.fillStyle = moment.isChosen ? colours.amber : moment.isWithdrawn ? colours.line : colours.muted
    if (!isSpan) diamond(context, place.from + diamondPx, middle)
    else if (place.name && place.name.x < place.to)
      paintBar(context, place, middle, rowHeight, moment, colours)
    else context.fillRect(place.from, middle - markHeight / 2, place.to - place.from, markHeight)
    if (!place.name) continue
    context.fillStyle = moment.isChosen ? colours.amber : moment.isWithdrawn ? colours.muted : colours.text
    context.fillText(shortened(context, moment.name, place.name.width), place.name.x, middle + 0.5)
  }
}

/** A span that holds its name: a frame, so that the words are read on the ground. */
function paintBar(
  context: CanvasRenderingContext2D,
  { from, to }: PlacedMark,
  middle: number,
  rowHeight: number,
  { isChosen }: PaintedMoment,
  colours: Colours,
): void {
  const height = rowHeight - 2
  context.fillStyle = colours.raised
  context.fillRect(from, middle - height / 2, to - from, height)
  context.strokeStyle = isChosen ? colours.amber : colours.muted
  context.lineWidth = 1
  context.strokeRect(from + 0.5, middle - height / 2 + 0.5, Math.max(1, to - from - 1), height - 1)
}

function diamond(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath()
  context.moveTo(x, y - diamondPx)
  context.lineTo(x + diamondPx, y)
  context.lineTo(x, y + diamondPx)
  context.lineTo(x - diamondPx, y)
  context.closePath()
  context.fill()
}
