import { effect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ListedMoment } from '../marks/moment-list.ts'
import { isLight, isNarrow } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { timeText } from '../time-text.ts'
import { timeAt } from './geometry.ts'
import { markAt } from './moment-rows.ts'
import { cleared, coloursOf } from './paint.ts'
import { paintMoments, placeMoments, type ShownMoment } from './paint-moments.ts'

const rowHeight = 17
/** A finger, or a pointer in a hurry, is this far off. */
const slackPx = 3

/** The moments of the clock on a lane of their own, by name. A press goes to one; keys go by `n` and `b` and the list beside. */
export function MomentsLane({ room }: { readonly room: Room }) {
  const surface = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { marks, session } = room
  const count = marks.shown.value.length
  const rows = isNarrow.value ? 1 : 2
  useEffect(() => (count > 0 ? keepLane(room, surface, canvas, rows) : undefined), [room, rows, count > 0])
  if (count === 0) return null
  const w = words.value.moments
  return (
    <>
      <button
        type="button"
        class="moments-name"
        onClick={() => {
          session.tab.value = 'moments'
        }}
      >
        {w.tab} <span class="count">{count}</span>
      </button>
      <div class="moments-lane" ref={surface} style={{ height: `${rows * rowHeight + 4}px` }}>
        <canvas ref={canvas} role="presentation" />
      </div>
    </>
  )
}

function keepLane(
  room: Room,
  surface: RefObject<HTMLDivElement | null>,
  drawn: RefObject<HTMLCanvasElement | null>,
  rows: number,
): (() => void) | undefined {
  const [element, canvas] = [surface.current, drawn.current]
  if (!element || !canvas) return undefined
  const { session, marks } = room
  let listed: readonly ListedMoment[] = []
  let shown: readonly ShownMoment[] = []
  let frame = 0
  const paint = () => {
    frame = 0
    const view = session.timeline.peek()
    const context = cleared(canvas, view.width, rows * rowHeight)
    if (!context) return
    const chosen = marks.chosen.peek()
    const moments = listed.flatMap(({ moment, on }) => {
      if (on === null) return []
      const { id, name, withdrawn } = moment
      return { ...on, id, name, isChosen: id === chosen, isWithdrawn: withdrawn !== null }
    })
    shown = placeMoments(context, view, moments, rows)
    paintMoments(context, shown, rowHeight, coloursOf(element))
  }
  const repaint = () => {
    frame ||= requestAnimationFrame(paint)
  }
  const stopFollowing = effect(() => {
    listed = marks.shown.value
    const seen = [session.timeline.value, marks.chosen.value, isLight.value]
    if (seen.length > 0) repaint()
  })
  document.fonts.ready.then(repaint, repaint)

  const stop = new AbortController()
  const at = (event: MouseEvent): ListedMoment | null => {
    const box = element.getBoundingClientRect()
    const places = shown.map(({ place }) => place)
    const row = Math.min(rows - 1, Math.max(0, Math.floor((event.clientY - box.top) / rowHeight)))
    const found = markAt(places, event.clientX - box.left, row, slackPx)
    const moment = found === null ? undefined : shown[found]?.moment
    return listed.find(each => each.moment.id === moment?.id) ?? null
  }
  const { signal } = stop
  element.addEventListener(
    'pointermove',
    event => {
      const found = at(event)
      element.toggleAttribute('data-over', found !== null)
      element.title = found ? `${timeText(found.on?.from ?? 0)} ${found.moment.name}` : ''
    },
    { signal },
  )
  element.addEventListener(
    'click',
    event => {
      const found = at(event)
      const x = event.clientX - element.getBoundingClientRect().left
      if (!found) return room.seek(timeAt(session.timeline.peek(), x))
      marks.go(found)
      session.tab.value = 'moments'
      room.speaker.say(words.peek().moments.here(found.moment.name))
    },
    { signal },
  )
  return () => {
    stop.abort()
    stopFollowing()
    cancelAnimationFrame(frame)
  }
}
