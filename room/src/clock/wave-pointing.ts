import { fitted, sampleUnder } from './wave-axis.ts'
import type { WaveSurfaces } from './wave-painting.ts'
import type { Waves } from './waves-model.ts'

/** A pointer that moved less than this meant the place, not a drag. */
const clickPx = 4
const samplesPerNudge = 10

/** Lets a pointer pan the waveforms, set the cursor and, with two fingers or Ctrl and the wheel, zoom, and go to a place in the overview. Gives back what undoes it. */
export function listenToWaves(waves: Waves, { waves: surface, overview }: WaveSurfaces): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const xIn = (event: MouseEvent, element: Element) => event.clientX - element.getBoundingClientRect().left
  /** Where each finger or the mouse is that is down on the waveforms. */
  const down = new Map<number, number>()
  let startX = 0
  let hasMoved = false
  surface.addEventListener(
    'pointerdown',
    event => {
      if (event.button !== 0) return
      surface.setPointerCapture(event.pointerId)
      startX = xIn(event, surface)
      // A second finger is no press of a place.
      hasMoved = down.size > 0
      down.set(event.pointerId, startX)
    },
    { signal },
  )
  surface.addEventListener(
    'pointermove',
    event => {
      const before = down.get(event.pointerId)
      if (before === undefined) return
      const x = xIn(event, surface)
      if (Math.abs(x - startX) >= clickPx) hasMoved = true
      down.set(event.pointerId, x)
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
      if (other !== undefined) {
        const [was, is] = [Math.abs(before - other), Math.abs(x - other)]
        if (was > 0 && is > 0) waves.zoom(is / was, other)
      } else if (hasMoved) waves.pan((before - x) * waves.view.peek().perPx)
    },
    { signal },
  )
  const lift = (event: PointerEvent) => {
    const x = down.get(event.pointerId)
    down.delete(event.pointerId)
    if (x !== undefined && !hasMoved && event.type === 'pointerup')
      waves.setCursor(sampleUnder(waves.view.peek(), x))
  }
  surface.addEventListener('pointerup', lift, { signal })
  surface.addEventListener('pointercancel', lift, { signal })
  surface.addEventListener(
    'wheel',
    event => {
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY)
      // The page scrolls by the wheel alone; with Ctrl (or two fingers pinched) the waveforms zoom.
      if (!isSideways && !event.ctrlKey && !event.shiftKey && !event.altKey) return
      event.preventDefault()
      const { perPx } = waves.view.peek()
      if (isSideways || event.shiftKey) waves.pan((isSideways ? event.deltaX : event.deltaY) * perPx)
      else waves.zoom(1.0025 ** -event.deltaY, xIn(event, surface))
    },
    { signal, passive: false },
  )
  const goTo = (event: PointerEvent) => {
    const whole = waves.pair.overlap.peek()
    if (whole) waves.show(sampleUnder(fitted(whole, waves.view.peek().width), xIn(event, overview)))
  }
  overview.addEventListener(
    'pointerdown',
    event => {
      if (event.button !== 0) return
      overview.setPointerCapture(event.pointerId)
      goTo(event)
    },
    { signal },
  )
  overview.addEventListener(
    'pointermove',
    event => {
      if (overview.hasPointerCapture(event.pointerId)) goTo(event)
    },
    { signal },
  )
  return () => stop.abort()
}

/** What a key does while the waveforms have the focus; true where it did something. */
export function waveKey(waves: Waves, { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false
  const { perPx, width } = waves.view.peek()
  const times = shiftKey ? samplesPerNudge : 1
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      waves.stepCursor((key === 'ArrowLeft' ? -1 : 1) * 8 * times)
      return true
    case 'PageUp':
    case 'PageDown':
      waves.pan((key === 'PageUp' ? -1 : 1) * 0.9 * width * perPx)
      return true
    case 'Home':
    case 'End':
      waves.show(key === 'Home' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
      return true
    case '+':
    case '=':
      waves.zoom(2)
      return true
    case '-':
    case '_':
      waves.zoom(0.5)
      return true
    case ',':
    case '<':
    case ';':
      waves.nudge(-times)
      return true
    case '.':
    case '>':
    case ':':
      waves.nudge(times)
      return true
    case ' ':
      waves.togglePlay()
      return true
    default:
      return false
  }
}
