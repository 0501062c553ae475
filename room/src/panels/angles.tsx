import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { gridFor } from '../grid.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { Angle } from './angle.tsx'
import { later } from './later.tsx'

const FilmStrip = later(() => import('../film-strip/film-strip.tsx').then(part => part.FilmStrip))

/** The angles of the clock that is watched, in the layout that was chosen. */
export function Angles({ room }: { readonly room: Room }) {
  const region = useRef<HTMLDivElement>(null)
  const size = useSignal({ width: 1044, height: 560 })
  useEffect(() => {
    const element = region.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight }
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [size])
  const { session } = room
  const count = session.angles.value.length
  const grid = useComputed(() => gridFor(session.angles.value.length, size.value.width, size.value.height))
  const layout = session.layout.value
  const pair = layout === 'pair' ? session.pairShown.value : []
  // Above each other where that shows them larger.
  const isStacked = useComputed(() => gridFor(2, size.value.width, size.value.height).columns === 1)
  const w = words.value.angle
  return (
    <section
      class="angles-region"
      id="angles"
      tabIndex={-1}
      aria-label={w.region}
      data-layout={layout}
      ref={region}
    >
      {count === 0 ? (
        <p class="angles-empty">{emptyWords(room)}</p>
      ) : (
        <div
          class="angles"
          data-layout={layout}
          data-stacked={(layout === 'pair' && isStacked.value) || undefined}
          data-count={count}
          style={{
            '--columns': String(grid.value.columns),
            '--rows': String(grid.value.rows),
            '--strip': String(Math.max(1, count - 1)),
          }}
        >
          {session.angles.value.map((lane, n) => (
            <Angle key={lane.id} room={room} lane={lane} position={n + 1} slot={pair.indexOf(lane.id)} />
          ))}
        </div>
      )}
      {layout === 'film' && <FilmStrip room={room} />}
    </section>
  )
}

function emptyWords(room: Room): string {
  const w = words.value.angle
  if (room.source.state.value.intake.kind !== 'read') return w.reading
  return room.session.lanes.value.length > 0 ? w.none : w.noneHeld
}
