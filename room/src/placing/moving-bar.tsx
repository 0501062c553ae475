import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { actionOf } from '../shortcuts.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { placingWords } from '../strings/placing-words.ts'
import { moveBy, moveByFrame, waitsForMove } from './moving.ts'

/**
 * Stands over the angles while a recording is moved by hand: the pictures already show how it would be, and nothing is entered before a
 * person gives the reason.
 */
export function MovingBar({ room }: { readonly room: Room }) {
  const bar = useRef<HTMLDivElement>(null)
  const { session } = room
  // Before it is painted: whoever sees the bar can press its keys.
  useLayoutEffect(() => {
    const before = document.activeElement
    bar.current?.focus()
    const stop = new AbortController()
    // Before the keys of the room: here the arrows move the recording and not the playhead.
    document.addEventListener('keydown', event => pressed(room, event), {
      capture: true,
      signal: stop.signal,
    })
    return () => {
      stop.abort()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [room])
  const { value: moving } = session.moving
  if (!moving) return null
  const w = placingWords.value.moving
  const lane = session.lanes.value.find(each => each.id === moving.id)
  const name = session.names.value.get(moving.id) ?? ''
  const isAnchor = room.source.state.value.wallTime.anchor?.recording === moving.id
  return (
    <div class="moving-bar" role="group" tabIndex={-1} aria-label={w.bar(name)} ref={bar}>
      <div class="row">
        <strong>{w.bar(name)}</strong>
        <output class="mono" aria-live="polite">
          {numbers.value.signedMs(moving.byMicros / 1000)} ms
        </output>
      </div>
      <div class="row">
        {lane?.hasPictures && <Step label={w.frameBack} text="−1 f" onPress={() => moveByFrame(room, -1)} />}
        <Step label={w.msBack} text="−1 ms" onPress={() => moveBy(room, -1000)} />
        <Step label={w.msOn} text="+1 ms" onPress={() => moveBy(room, 1000)} />
        {lane?.hasPictures && <Step label={w.frameOn} text="+1 f" onPress={() => moveByFrame(room, 1)} />}
        <button type="button" class="button key" onClick={() => enter(room)}>
          {w.enter}
        </button>
        <button type="button" class="button" onClick={() => giveUp(room)}>
          {w.giveUp}
        </button>
      </div>
      <p class="small muted">
        {w.notEntered} {isAnchor && `${w.anchored} `}
        <span class="moving-keys">{w.keys}</span>
      </p>
    </div>
  )
}

interface StepProps {
  readonly label: string
  readonly text: string
  readonly onPress: () => void
}

function Step({ label, text, onPress }: StepProps) {
  return (
    <button type="button" class="button mono" title={label} onClick={onPress}>
      {text}
      <span class="unseen"> {label}</span>
    </button>
  )
}

function pressed(room: Room, event: KeyboardEvent): void {
  if (room.session.moving.peek() === null || document.querySelector('dialog[open]')) return
  if (room.session.overlay.peek() !== null || event.ctrlKey || event.metaKey) return
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [role="slider"], [role="tab"]')) return
  const isButton = target?.closest('button, a[href], summary') !== null && target !== null
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined
  if (by !== undefined) {
    if (event.shiftKey) moveBy(room, by * 1000)
    else if (event.altKey) moveBy(room, by * 100_000)
    else moveByFrame(room, by)
  } else if (event.key === 'Escape') giveUp(room)
  else if (event.key === 'Enter' && !isButton) enter(room)
  else {
    const action = actionOf(event)
    if (action === null || !waitsForMove(action)) return
    room.speaker.say(placingWords.peek().moving.notEntered)
  }
  event.preventDefault()
  event.stopPropagation()
}

function enter({ session }: Room): void {
  const moving = session.moving.peek()
  if (moving && moving.byMicros !== 0) session.overlay.value = { kind: 'move', ...moving }
  else session.moving.value = null
}

function giveUp({ session, speaker }: Room): void {
  session.moving.value = null
  speaker.say(words.peek().drawing.giveUp)
}
