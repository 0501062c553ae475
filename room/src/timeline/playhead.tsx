import { effect } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { timeText } from '../time-text.ts'

interface Props {
  readonly room: Room
  readonly surface: RefObject<HTMLDivElement | null>
  readonly children: ComponentChildren
}

/** The ruler as a slider: arrow keys move the playhead by a second, page keys by ten, home and end to the ends. */
export function Playhead({ room, surface, children }: Props) {
  useEffect(() => {
    const element = surface.current
    if (!element) return
    // Attributes are written past the component: the playhead never renders a tree. While it plays they rest, for
    // a screen reader would read each of them.
    return effect(() => {
      const { from, to } = room.session.whole.value
      const time = room.engine.time.value
      if (room.engine.playing.value) return
      element.setAttribute('aria-valuemin', String(from / 1e6))
      element.setAttribute('aria-valuemax', String(to / 1e6))
      element.setAttribute('aria-valuenow', String(Math.min(to, Math.max(from, time)) / 1e6))
      element.setAttribute('aria-valuetext', timeText(time))
    })
  }, [room, surface])
  return (
    <div
      class="ruler"
      ref={surface}
      role="slider"
      tabIndex={0}
      aria-label={words.value.timeline.playhead}
      aria-valuenow={0}
      onKeyDown={event => {
        const by = { ArrowUp: 1e6, ArrowDown: -1e6, PageUp: 10e6, PageDown: -10e6 }[event.key]
        if (by === undefined) return
        event.preventDefault()
        room.seek(room.engine.time.peek() + by)
      }}
    >
      {children}
    </div>
  )
}
