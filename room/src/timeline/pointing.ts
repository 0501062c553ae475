import type { Signal } from '@preact/signals'
import { mainGroup, type RecordingId } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import type { Cover } from '../watch/lanes.ts'
import { timeAt, xOf } from './geometry.ts'
import { panTimeline, zoomTimeline } from './moving.ts'
import { laneHeight } from './paint.ts'
import { drawnLanes } from './painting.ts'

/** A lane that is being moved along the clock by hand. */
export interface Moved {
  readonly id: RecordingId
  readonly byMicros: number
}

/** The first pixels of a bar are its grip: there it is moved, elsewhere the playhead is. */
const gripPx = 9

/** Lets a pointer scrub, move lanes by their grips, pan and zoom. Gives back what undoes it. */
export function listenToPointer(
  room: Room,
  surface: HTMLElement,
  moved: Signal<Moved | null>,
  firstLaneTop: () => number,
  canScroll: () => boolean,
): () => void {
  const { session } = room
  const stop = new AbortController()
  const { signal } = stop
  let held: { readonly grip: RecordingId | null; readonly startX: number } | null = null

  const xIn = (event: MouseEvent) => event.clientX - surface.getBoundingClientRect().left
  const gripAt = (event: MouseEvent): RecordingId | null => {
    if (!room.source.can.command || session.clock.peek()?.id !== mainGroup) return null
    const y = event.clientY - surface.getBoundingClientRect().top - firstLaneTop()
    const lane = drawnLanes(session)[Math.floor(y / laneHeight)]
    const view = session.timeline.peek()
    const isGrip = (cover: Cover) => {
      const x = xIn(event) - xOf(view, cover.from)
      return x >= -3 && x < gripPx
    }
    const moving = session.moving.peek()
    const isHeld = lane?.recording.lock !== null || (moving !== null && moving.id !== lane.id)
    return !isHeld && lane?.covers.some(isGrip) ? lane.id : null
  }

  surface.addEventListener(
    'pointerdown',
    event => {
      if (event.button !== 0) return
      surface.setPointerCapture(event.pointerId)
      held = { grip: gripAt(event), startX: xIn(event) }
      if (held.grip !== null) return
      session.isScrubbing.value = true
      room.seek(timeAt(session.timeline.peek(), xIn(event)))
    },
    { signal },
  )
  surface.addEventListener(
    'pointermove',
    event => {
      surface.toggleAttribute('data-grip', (held ? held.grip : gripAt(event)) !== null)
      if (!held) return
      if (held.grip === null) return room.seek(timeAt(session.timeline.peek(), xIn(event)))
      const byMicros = Math.round((xIn(event) - held.startX) * session.timeline.peek().perPx)
      moved.value = { id: held.grip, byMicros }
    },
    { signal },
  )
  const release = (isKept: boolean) => {
    const last = moved.peek()
    held = null
    moved.value = null
    session.isScrubbing.value = false
    if (!isKept || !last || last.byMicros === 0) return
    // Dropped where it is about right: the pictures are looked at before a reason is given.
    const before = session.moving.peek()?.byMicros ?? 0
    room.engine.pause()
    session.moving.value = { id: last.id, byMicros: before + last.byMicros }
  }
  surface.addEventListener('pointerup', () => release(true), { signal })
  surface.addEventListener('pointercancel', () => release(false), { signal })
  surface.addEventListener(
    'wheel',
    event => {
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY)
      if (!isSideways && !event.ctrlKey && !event.shiftKey && !event.altKey && canScroll()) return
      event.preventDefault()
      if (isSideways || event.shiftKey) panTimeline(session, isSideways ? event.deltaX : event.deltaY)
      else zoomTimeline(session, 1.0018 ** -event.deltaY, xIn(event))
    },
    { signal, passive: false },
  )
  return () => {
    session.isScrubbing.value = false
    stop.abort()
  }
}
