import { effect } from '@preact/signals'
import { causesOf, clearedSpans } from '@sightline/core/case'
import type { CaseMicros, Span } from '@sightline/core/time'
import { agentName } from '../panels/placement-words.ts'
import { isLight, isNarrow } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import type { Session } from '../session.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { type Lane, onClock, stretchesOf } from '../watch/lanes.ts'
import { type View, xOf } from './geometry.ts'
import { fitTimeline, followTime } from './moving.ts'
import {
  cleared,
  coloursOf,
  laneHeight,
  type PaintedLane,
  paintHead,
  paintLane,
  paintLoop,
  paintRuler,
  rulerHeight,
} from './paint.ts'

/** The elements of one timeline on the page. */
export interface Surfaces {
  readonly root: HTMLElement
  readonly scroll: HTMLElement
  /** Says how wide the lanes are. */
  readonly lanes: HTMLElement
  readonly rulerCanvas: HTMLCanvasElement
  readonly lanesCanvas: HTMLCanvasElement
  readonly headCanvas: HTMLCanvasElement
}

/** Keeps a timeline painted: ruler and lanes when the case or the view changes, the playhead alone when only time goes on. */
export function keepPainted(
  room: Room,
  on: Surfaces,
  moved: { readonly value: { id: string; byMicros: number } | null },
): () => void {
  const { session, engine } = room
  let frame = 0
  let lanes: readonly PaintedLane[] = []
  let loop: Span<CaseMicros> | null = null
  const repaint = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      paintAll(on, session.timeline.peek(), { lanes, loop })
      paintPlayhead(on, session.timeline.peek(), engine.time.peek())
    })
  }
  const stops = [
    effect(() => {
      lanes = paintedLanes(room, moved.value)
      loop = engine.loop.value
      // All of them are read, or a change of the others would paint nothing.
      const seen = [isLight.value, session.timeline.value]
      if (seen.length > 0) repaint()
    }),
    effect(() => {
      const view = session.timeline.value
      const time = engine.time.value
      if (engine.playing.value) followTime(session, time)
      if (frame === 0) paintPlayhead(on, view, time)
    }),
    effect(() => {
      if (session.whole.value) fitTimeline(session, session.timeline.peek().width)
    }),
  ]
  const observer = new ResizeObserver(() => {
    fitTimeline(session, on.lanes.clientWidth)
    repaint()
  })
  observer.observe(on.root)
  observer.observe(on.scroll)
  observer.observe(on.lanes)
  on.scroll.addEventListener('scroll', repaint, { passive: true })
  // The fonts of the labels may come after the first painting.
  document.fonts.ready.then(repaint, repaint)
  return () => {
    for (const stop of stops) stop()
    observer.disconnect()
    on.scroll.removeEventListener('scroll', repaint)
    cancelAnimationFrame(frame)
  }
}

function paintedLanes(room: Room, moved: { id: string; byMicros: number } | null): readonly PaintedLane[] {
  const { session, watch } = room
  const { noSamples, digitalSilence, noSoundTrack } = words.value.timeline
  return drawnLanes(session).map((lane): PaintedLane => {
    const sound = watch.sounds.value.get(lane.id) ?? null
    return {
      hue: session.marks.value.get(lane.id)?.hue ?? 0,
      covers: lane.covers,
      stretches: stretchesOf(lane, sound).map(stretch => {
        const seconds = numbers.value.decimals((stretch.to - stretch.from) / 1e6, 1)
        return {
          ...stretch,
          words: stretch.state === 'absent' ? noSamples(seconds) : digitalSilence(seconds),
        }
      }),
      causes: causesOn(room, lane),
      // Warned again after it was cleared: the thumbnails go at once.
      strip: watch.strips.value.get(lane.id) ?? null,
      cleared: clearedSpans(lane.recording, lane.media).flatMap(each => onClock(lane.map, each)),
      wave: watch.waveforms.value.get(lane.id) ?? null,
      frames: watch.frames.value.get(lane.id) ?? null,
      note: lane.hasSound ? null : noSoundTrack,
      isSelected: (session.selected.value ?? session.current.value) === lane.id,
      moved: moved?.id === lane.id ? moved.byMicros : 0,
    }
  })
}

/** What people say of stretches of a lane, each with its name: never what is measured. */
export function causesOn(room: Room, lane: Lane): readonly (Span<CaseMicros> & { readonly words: string })[] {
  return causesOf(room.source.state.value, lane.id)
    .filter(each => each.withdrawn === null)
    .flatMap(({ from, to, cause, agent }) => {
      const words = `${agentName(room, agent)}: ${cause}`
      return onClock(lane.map, { from, to }).map(on => ({ from: on.from, to: on.to, words }))
    })
}

function paintAll(
  on: Surfaces,
  view: View,
  { lanes, loop }: { readonly lanes: readonly PaintedLane[]; readonly loop: Span<CaseMicros> | null },
): void {
  const colours = coloursOf(on.root)
  const ruler = cleared(on.rulerCanvas, view.width, rulerHeight)
  if (ruler) {
    paintRuler(ruler, view, colours)
    if (loop) paintLoop(ruler, view, loop, colours)
  }
  const height = isNarrow.peek() ? laneHeight : on.scroll.clientHeight
  const context = cleared(on.lanesCanvas, view.width, height)
  if (!context) return
  const offset = isNarrow.peek() ? 0 : -on.scroll.scrollTop
  for (const [n, lane] of lanes.entries()) {
    const top = offset + n * laneHeight
    if (top < height && top + laneHeight > 0) paintLane(context, view, lane, top, colours)
  }
}

/** The lanes that are drawn: all of the clock, on a phone the chosen one. */
export function drawnLanes(session: Session): readonly Lane[] {
  if (!isNarrow.value) return session.lanes.value
  const chosen = session.selected.value ?? session.current.value
  const found = session.lanes.value.find(lane => lane.id === chosen) ?? session.lanes.value[0]
  return found ? [found] : []
}

function paintPlayhead(on: Surfaces, view: View, time: number): void {
  const height = on.root.clientHeight
  const context = cleared(on.headCanvas, view.width, height)
  const x = xOf(view, time)
  if (context && x >= -5 && x <= view.width + 5) paintHead(context, x, height, coloursOf(on.root))
}
