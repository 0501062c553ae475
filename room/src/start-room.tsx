import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Engine, EngineOptions } from './engine/engine.ts'
import { listenToKeys } from './keyboard.ts'
import { RoomPage } from './room.tsx'
import { newRoom, type Room } from './room-model.ts'
import type { CaseSource } from './source/case-source.ts'
import { takeUpSpared } from './spared.ts'
import { words } from './strings/index.ts'
import type { OpenUrl } from './watch/watch.ts'

/** Puts a case on the page: engine, components, keys and deep links. */
export function startRoom(
  page: HTMLElement,
  source: CaseSource,
  createEngine: (options: EngineOptions) => Engine,
  openUrl: OpenUrl,
): Room {
  takeUpSpared()
  const engine = createEngine({
    root: document.documentElement,
    schedule: tick => requestAnimationFrame(tick),
    unschedule: handle => cancelAnimationFrame(handle),
    now: () => performance.now(),
    openAudio: () => (typeof AudioContext === 'undefined' ? null : new AudioContext()),
  })
  const room = newRoom(source, engine, openUrl, window)
  render(null, page)
  render(<RoomPage room={room} />, page)
  listenToKeys(document, room)
  addEventListener('hashchange', () => {
    if (!room.session.isCovered.peek()) room.followHash()
  })
  let wasLost = false
  effect(() => {
    const isLost = source.link.value === 'lost'
    if (wasLost && !isLost) room.speaker.tell(words.peek().link.back, 'confirmation')
    wasLost = isLost
  })
  effect(() => {
    const { cover, title } = source.state.value
    document.title = `${cover?.title || title || words.value.top.untitled} · Sightline`
  })
  return room
}
