import { copyLink } from './copy-link.ts'
import { layouts } from './layouts.ts'
import { countInstant, goToMoment, setEnd } from './marks/marking.ts'
import { closeSheet } from './panels/sheets.ts'
import { beginMoving } from './placing/begin-moving.ts'
import type { Room } from './room-model.ts'
import { type Action, actionOf } from './shortcuts.ts'
import { words } from './strings/index.ts'
import { zoomAround } from './timeline/moving.ts'
import { turnedOn, zoomFrom } from './viewing/picture-view.ts'
import { toggleLoop } from './watch/looping.ts'
import { faster, shuttled, slower } from './watch/speeds.ts'

const typing = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]'
const pressable = 'button, summary, a[href]'

const movesRecording: ReadonlySet<Action> = new Set<Action>(['second-back', 'second-on', 'back'])

/** Lets the keys of the one table act on the room, unless a text field has the focus or a dialog is open. */
export function listenToKeys(page: Document, room: Room): void {
  // Not `:focus-visible`: it turns true at the very key press that is looked at.
  let wasClicked = false
  page.addEventListener('pointerdown', () => {
    wasClicked = true
  })
  page.addEventListener('keydown', event => {
    if (event.key === 'Tab') wasClicked = false
    if (event.defaultPrevented || room.session.isCovered.peek() || page.querySelector('dialog[open]')) return
    // A dialog that was asked for may still be on its way: what is typed meanwhile is not meant for the playhead.
    if (room.session.overlay.peek() !== null && event.key !== 'Escape') return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(typing)) return
    const action = actionOf(event)
    if (action === 'back' && room.session.tour.peek() !== null) {
      room.session.tour.value = null
      return event.preventDefault()
    }
    if (action === null || (room.session.view.peek() !== 'watch' && action !== 'help' && action !== 'undo'))
      return
    // The bar that takes these keys for a recording being moved may still be on its way: they are not meant for the playhead.
    if (room.session.moving.peek() !== null && movesRecording.has(action)) return event.preventDefault()
    // A button reached by the Tab key keeps its space bar; one that was clicked does not take it from the playhead.
    if (event.key === ' ' && target?.closest(pressable) && !wasClicked) return
    if (carryOut(room, action, event)) event.preventDefault()
  })
  page.addEventListener('keyup', event => {
    const target = event.target instanceof Element ? event.target : null
    if (event.key === ' ' && target?.closest(pressable) && wasClicked) event.preventDefault()
  })
}

function carryOut(room: Room, action: Action, press: KeyboardEvent): boolean {
  const { engine, session } = room
  const current = session.current.peek()
  switch (action) {
    case 'toggle-play':
      room.togglePlay()
      return true
    case 'next-frame':
    case 'previous-frame':
      room.step(action === 'next-frame' ? 1 : -1)
      return true
    case 'next-frame-of-any':
    case 'previous-frame-of-any':
      engine.stepAny(action === 'next-frame-of-any' ? 1 : -1)
      return true
    case 'loop':
      toggleLoop(room)
      return true
    case 'shuttle-back':
    case 'shuttle-on': {
      const speed = shuttled(engine.speed.peek(), engine.playing.peek(), action === 'shuttle-on' ? 1 : -1)
      room.setSpeed(speed)
      engine.play()
      return true
    }
    case 'shuttle-stop':
      engine.pause()
      if (engine.speed.peek() < 0) engine.setSpeed(1)
      return true
    case 'second-back':
    case 'second-on': {
      const by = (press.shiftKey ? 10e6 : 1e6) * (action === 'second-on' ? 1 : -1)
      room.seek(engine.time.peek() + by)
      return true
    }
    case 'to-start':
      room.seek(session.whole.peek().from)
      return true
    case 'to-end':
      room.seek(session.whole.peek().to - 1)
      return true
    case 'go-to-time':
      session.overlay.value = { kind: 'go-to' }
      return true
    case 'slower':
      room.setSpeed(slower(engine.speed.peek()))
      return true
    case 'faster':
      room.setSpeed(faster(engine.speed.peek()))
      return true
    case 'true-speed':
      room.replayAtTrueSpeed()
      return true
    case 'mark-moment':
      if (room.source.can.command) room.marks.begin()
      return true
    case 'previous-moment':
    case 'next-moment':
      goToMoment(room, action === 'next-moment' ? 1 : -1)
      return true
    case 'previous-of-claim':
    case 'next-of-claim': {
      const play = session.claimPlay.peek()
      if (play === null) return false
      const by = action === 'next-of-claim' ? 1 : -1
      session.claimPlay.value = { ...play, at: play.at + by, round: play.round + 1 }
      return true
    }
    case 'measure-from':
    case 'measure-to':
      setEnd(room, action === 'measure-from' ? 'from' : 'to')
      return true
    case 'count-instant':
      countInstant(room)
      return true
    case 'move-by-hand':
      beginMoving(room, session.selected.peek() ?? current)
      return true
    case 'take-away':
      if (room.source.can.takeAway) session.overlay.value = { kind: 'take-away' }
      return true
    case 'sound':
      room.hear(session.sounding.peek() === null ? current : null)
      return true
    case 'select-angle': {
      const lane = session.angles.peek()[Number(press.key) - 1]
      if (lane) room.select(lane.id)
      return true
    }
    case 'next-layout': {
      const next = layouts[(layouts.indexOf(session.layout.peek()) + 1) % layouts.length] ?? 'grid'
      session.layout.value = next
      room.speaker.say(words.peek().transport.layouts[next])
      return true
    }
    case 'full-window':
      session.isFull.value = !session.isFull.peek()
      return true
    case 'full-screen':
      room.speaker.heed(toggleFullScreen())
      return true
    case 'back':
      if (session.sheet.peek() !== null) closeSheet(room)
      else if (room.viewing.loupe.peek() !== null) room.toggleLoupe()
      else if (session.isFull.peek()) session.isFull.value = false
      else session.layout.value = 'grid'
      return true
    case 'picture-larger':
      room.view(({ zoom }) => ({ zoom: zoomFrom(zoom * 2) }))
      return true
    case 'picture-smaller':
      room.view(({ zoom }) => ({ zoom: zoomFrom(zoom / 2) }))
      return true
    case 'picture-turn':
      room.view(({ turn }) => ({ turn: turnedOn(turn) }))
      return true
    case 'picture-untouched':
      room.toggleUntouched()
      return true
    case 'picture-panel':
      session.tab.value = 'picture'
      return true
    case 'magnifier':
      room.toggleLoupe()
      return true
    case 'zoom-in':
      zoomAround(session, 1.6, engine.time.peek())
      return true
    case 'zoom-out':
      zoomAround(session, 1 / 1.6, engine.time.peek())
      return true
    case 'spectrogram':
      session.hasSpectrogram.value = !session.hasSpectrogram.peek()
      return true
    case 'captions':
      session.hasCaptions.value = !session.hasCaptions.peek()
      return true
    case 'copy-link':
      copyLink(room)
      return true
    case 'undo':
      room.speaker.heed(room.entering.undo())
      return true
    case 'help':
      session.overlay.value = { kind: 'help' }
      return true
  }
}

/** The whole room without the browser around it, or back. */
function toggleFullScreen(): Promise<void> {
  return document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
}
