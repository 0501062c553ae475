import { useSignal } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import { frameCount, mediaMicros, ptsOf } from '@sightline/core/time'
import { useEffect, useRef } from 'preact/hooks'
import { sizeOf } from '../marks/marks.ts'
import { toggleSheet } from '../panels/sheets.ts'
import { Sparing } from '../panels/sparing.tsx'
import { isNarrow } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { lookingWords } from '../strings/looking-words.ts'
import { framesThatFit } from './frames-around.ts'
import { type Cell, keepDrawn, type StripState } from './keep-drawn.ts'

/** The frames around the playhead of the selected angle: press one to go there, or the arrow keys to go by one. */
export function FilmStrip({ room }: { readonly room: Room }) {
  const { value: id } = room.session.current
  if (id === null) return <p class="film-note">{lookingWords.value.film.noAngle}</p>
  return <StripOf key={id} room={room} id={id} />
}

function StripOf({ room, id }: { readonly room: Room; readonly id: RecordingId }) {
  const element = useRef<HTMLDivElement>(null)
  const count = useSignal(0)
  const state = useSignal<StripState>('shown')
  const size = sizeOf(room.source, id)
  const aspect = size ? size.width / size.height : 16 / 9
  useEffect(() => {
    const held = element.current
    if (!held) return
    const observer = new ResizeObserver(() => {
      count.value = framesThatFit(held.clientWidth, pictureHeight(held), aspect)
    })
    observer.observe(held)
    return () => observer.disconnect()
  }, [aspect, count])
  const { value: shown } = count
  useEffect(() => {
    const cells = [...(element.current?.querySelectorAll('button') ?? [])].flatMap(cellOf)
    if (cells.length === 0) return
    return keepDrawn(room, id, cells, next => {
      state.value = next
    })
  }, [room, id, shown, state])

  const w = lookingWords.value.film
  const name = room.session.names.value.get(id) ?? ''
  const go = (index: number) => {
    const times = room.watch.frames.peek().get(id)
    const time = times && room.caseTimeOf({ recording: id, media: mediaMicros(ptsOf(times, index)) })
    room.engine.pause()
    if (time != null) room.seek(time)
  }
  const middle = Math.floor(shown / 2)
  const byKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -shown, PageDown: shown }[event.key]
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    element.current?.querySelector<HTMLButtonElement>('[aria-current]')?.focus()
    const at = room.watch.views.peek().get(id)?.shown.peek()?.index
    const times = room.watch.frames.peek().get(id)
    if (by === 1 || by === -1) room.step(by)
    else if (at !== undefined && times) go(Math.max(0, Math.min(frameCount(times) - 1, at + by)))
  }
  return (
    <section class="film-strip" aria-label={w.region(name)}>
      <div class="film-cells" role="toolbar" aria-label={w.keys} ref={element}>
        {Array.from({ length: shown }, (_, n) => (
          <button
            key={n}
            type="button"
            class="film-cell"
            tabIndex={n === middle ? 0 : -1}
            aria-current={n === middle ? 'true' : undefined}
            onKeyDown={byKey}
            onClick={event => {
              const { strip } = event.currentTarget.dataset
              if (strip !== undefined) go(Number(strip))
            }}
          >
            <span class="film-picture">
              <canvas role="presentation" />
              <Sparing />
              <span class="film-state warned">{w.warned}</span>
              <span class="film-state coming">{w.coming}</span>
            </span>
            <span class="film-words mono">
              <span class="film-number" /> <span class="film-pts unseen" /> <span class="film-offset" />
            </span>
          </button>
        ))}
      </div>
      <p class="film-note small" role="status">
        {state.value === 'no-frame' && w.none(name)}
        {state.value === 'some-warned' && (
          <>
            {w.someWarned}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                room.session.selected.value = id
                room.session.tab.value = 'recording'
                if (isNarrow.peek()) toggleSheet(room, 'panel')
              }}
            >
              {w.toClearance}
            </button>
          </>
        )}
      </p>
    </section>
  )
}

function cellOf(button: HTMLButtonElement): readonly Cell[] {
  const canvas = button.querySelector('canvas')
  const number = button.querySelector<HTMLElement>('.film-number')
  const pts = button.querySelector<HTMLElement>('.film-pts')
  const offset = button.querySelector<HTMLElement>('.film-offset')
  return canvas && number && pts && offset ? [{ button, canvas, number, pts, offset }] : []
}

/** The height that the style sheet gives a picture of the strip. */
function pictureHeight(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue('--film-height')) || 80
}
