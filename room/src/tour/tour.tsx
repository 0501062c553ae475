import { useEffect, useRef } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { tourStops } from './stops.ts'

/**
 * A walk round the room in five stops. It lies beside what it speaks of and blocks nothing: every key and button of the room
 * works meanwhile, and Escape or its own button ends it.
 */
export function Tour({ room }: { readonly room: Room }) {
  const { tour } = room.session
  const heading = useRef<HTMLHeadingElement>(null)
  const at = tour.value
  useEffect(() => heading.current?.focus(), [at])
  if (at === null) return null
  const w = laterWords.value.tour
  const stop = w.stops[tourStops[at] ?? 'clock']
  const isLast = at === tourStops.length - 1
  const end = () => {
    tour.value = null
    document.querySelector<HTMLElement>('main')?.focus()
  }
  return (
    <section class="tour" aria-labelledby="tour-title">
      <p class="muted small">{w.at(String(at + 1), String(tourStops.length))}</p>
      <h2 id="tour-title" ref={heading} tabIndex={-1}>
        {stop.title}
      </h2>
      <p>{stop.text}</p>
      <div class="row">
        {at > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => {
              tour.value = at - 1
            }}
          >
            {w.back}
          </button>
        )}
        <button
          type="button"
          class="button key"
          onClick={() => {
            if (isLast) end()
            else tour.value = at + 1
          }}
        >
          {isLast ? w.done : w.next}
        </button>
        {!isLast && (
          <button type="button" class="button plain" onClick={end}>
            {w.end}
          </button>
        )}
      </div>
    </section>
  )
}
