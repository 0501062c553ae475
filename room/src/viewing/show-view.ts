import { effect, signal } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import {
  isToned,
  isUntouched,
  type Offset,
  panned,
  placeOf,
  type Size,
  scaleOf,
  zoomedAt,
} from './picture-view.ts'
import type { Viewing } from './viewing.ts'

/** From three pixels of the screen to one of the picture on, each is shown as the square it is. */
const squareFrom = 3
/** A notch of a wheel, about 100, is a good half more. */
const wheelForTwice = 160
const linePx = 16

/**
 * Shows an angle's picture as a person has it: by the style of its element, never by what is on its canvas. Wheel, drag and
 * pinch change the view. Gives back what undoes it.
 */
export function showView(viewing: Viewing, id: RecordingId, element: HTMLElement, picture: Size): () => void {
  const place = signal<Size>({ width: element.clientWidth, height: element.clientHeight })
  const observer = new ResizeObserver(() => {
    place.value = { width: element.clientWidth, height: element.clientHeight }
  })
  observer.observe(element)
  const stopShowing = effect(() => {
    const view = viewing.shown(id)
    const { x, y, enlarged } = placeOf(view, picture, place.value)
    const transform = `translate(${x}px, ${y}px) rotate(${view.turn}deg) scale(${enlarged})`
    element.style.setProperty('--view-transform', isUntouched(view) ? 'none' : transform)
    element.style.setProperty('--view-scale', String(isUntouched(view) ? 1 : enlarged))
    element.style.setProperty('--view-filter', isToned(view) ? `url("#${filterId(id)}")` : 'none')
    element.toggleAttribute('data-pixels', scaleOf(view, picture, place.value) >= squareFrom)
    element.toggleAttribute('data-enlarged', view.zoom > 1)
  })
  const stopPointing = listen(viewing, id, element, picture)
  return () => {
    observer.disconnect()
    stopShowing()
    stopPointing()
  }
}

/** The filter that changes light and colour of an angle, in the page. */
export function filterId(id: RecordingId): string {
  return `view-of-${id}`
}

function listen(viewing: Viewing, id: RecordingId, element: HTMLElement, picture: Size): () => void {
  const stop = new AbortController()
  const { signal: stopped } = stop
  const held = new Map<number, Offset>()
  const place = (): Size => ({ width: element.clientWidth, height: element.clientHeight })
  const fromMiddle = (event: MouseEvent): Offset => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
  }
  element.addEventListener(
    'wheel',
    event => {
      const list = element.closest('.angles-region')
      // Where there are more angles than fit, the wheel goes through them; with Ctrl, as a pinch on a touchpad, it zooms.
      if (!event.ctrlKey && list && list.scrollHeight > list.clientHeight) return
      event.preventDefault()
      const by = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? linePx : 1)
      const view = viewing.shown(id)
      viewing.change(id, zoomedAt(view, 2 ** (-by / wheelForTwice), fromMiddle(event), picture, place()))
    },
    { signal: stopped, passive: false },
  )
  element.addEventListener(
    'pointerdown',
    event => {
      if (event.button === 0 && event.target instanceof Element && event.target.matches('.angle-select'))
        held.set(event.pointerId, fromMiddle(event))
    },
    { signal: stopped },
  )
  element.addEventListener(
    'pointermove',
    event => {
      const last = held.get(event.pointerId)
      if (!last) return
      const now = fromMiddle(event)
      held.set(event.pointerId, now)
      const other = [...held].find(([pointer]) => pointer !== event.pointerId)?.[1]
      const view = viewing.shown(id)
      if (other) {
        const [before, after] = [distance(last, other), distance(now, other)]
        if (before > 0)
          viewing.change(id, zoomedAt(view, after / before, middle(now, other), picture, place()))
      } else if (view.zoom > 1) {
        element.setPointerCapture(event.pointerId)
        viewing.change(id, panned(view, { x: now.x - last.x, y: now.y - last.y }, picture, place()))
      }
    },
    { signal: stopped },
  )
  for (const type of ['pointerup', 'pointercancel'] as const)
    element.addEventListener(type, event => held.delete(event.pointerId), { signal: stopped })
  return () => stop.abort()
}

function distance(a: Offset, b: Offset): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function middle(a: Offset, b: Offset): Offset {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
