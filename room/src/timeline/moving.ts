import type { Session } from '../session.ts'
import { fitView, following, panBy, xOf, zoomAt } from './geometry.ts'

type Timeline = Pick<Session, 'timeline' | 'isFitted' | 'whole'>

/** Zooms around a pixel, or around the playhead where it can be seen, else around the middle. */
export function zoomTimeline(session: Timeline, factor: number, x?: number): void {
  const view = session.timeline.peek()
  const next = zoomAt(view, x ?? view.width / 2, factor, session.whole.peek())
  session.isFitted.value = next.perPx >= fitView(session.whole.peek(), view.width).perPx
  session.timeline.value = next
}

/** Zooms so that a time keeps its place; a time out of view is brought to the middle first. */
export function zoomAround(session: Timeline, factor: number, time: number): void {
  const view = session.timeline.peek()
  const x = xOf(view, time)
  zoomTimeline(session, factor, x >= 0 && x <= view.width ? x : view.width / 2)
}

export function panTimeline(session: Timeline, px: number): void {
  session.timeline.value = panBy(session.timeline.peek(), px, session.whole.peek())
}

/** Fits the view to its clock (while it is fitted) and to the pixels it has. */
export function fitTimeline(session: Timeline, width: number): void {
  const view = session.timeline.peek()
  const whole = session.whole.peek()
  session.timeline.value = session.isFitted.peek()
    ? fitView(whole, width)
    : zoomAt({ ...view, width }, 0, 1, whole)
}

export function showWhole(session: Timeline): void {
  session.isFitted.value = true
  fitTimeline(session, session.timeline.peek().width)
}

/** Turns the page when the playhead leaves the view. */
export function followTime(session: Timeline, time: number): void {
  const view = session.timeline.peek()
  if (view.width === 0) return
  const next = following(view, time, session.whole.peek())
  if (next !== view) session.timeline.value = next
}
