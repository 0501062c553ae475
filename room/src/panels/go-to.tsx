import { useSignal } from '@preact/signals'
import { wallAt } from '@sightline/core/case'
import { frameCount, mediaMicros, ptsOf } from '@sightline/core/time'
import { wallText, zoneText } from '../placing/zone-text.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { microsFromTyped, timeText } from '../time-text.ts'
import { wallTyped } from '../wall-typed.ts'
import { Dialog } from './dialog.tsx'
import { Field, Form } from './form.tsx'

/**
 * Asks for a time of the clock, or a frame of the selected angle. Part of the first load: whoever presses its key goes on
 * typing at once.
 */
export function GoTo({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const wrong = useSignal<string | null>(null)
  const w = words.value.transport
  const current = room.session.current.value
  const name = current === null ? null : (room.session.names.value.get(current) ?? null)
  return (
    <Dialog title={w.goTo} onClose={onClose}>
      <Form
        submit={w.go}
        onCancel={onClose}
        onSubmit={filled => {
          const found = timeTyped(room, filled('time'))
          wrong.value = typeof found === 'string' ? found : null
          if (typeof found === 'string') return
          room.seek(found)
          onClose()
        }}
      >
        <Field
          name="time"
          label={name === null ? w.goToHint : w.goToFrameHint(name)}
          value={timeText(room.engine.time.peek())}
          hint={wrong.value ?? wallHint(room)}
          isRequired
          isMono
        />
      </Form>
    </Dialog>
  )
}

function wallHint({ session }: Room): string | undefined {
  const wallClock = session.wallClock.value
  return wallClock ? words.value.goToWall.hint(zoneText(wallClock.offsetMinutes)) : undefined
}

/** The case time that was asked for, or what is wrong with it. */
function timeTyped(room: Room, text: string): number | string {
  const w = words.peek().transport
  const typed = /^f\s*(\d+)$/i.exec(text.trim())?.[1]
  if (typed === undefined) return clockTimeTyped(room, text)
  const recording = room.session.current.peek()
  const times = recording === null ? undefined : room.watch.frames.peek().get(recording)
  if (recording === null || !times) return w.noFrames
  const index = Number(typed)
  if (index >= frameCount(times)) return w.noSuchFrame(String(frameCount(times) - 1))
  return room.caseTimeOf({ recording, media: mediaMicros(ptsOf(times, index)) }) ?? w.noFrames
}

/** A time of the clock (`c 1:02:03` where it could be a time of day as well), or a time of day. */
function clockTimeTyped({ session }: Room, text: string): number | string {
  const w = words.peek().goToWall
  const plain = microsFromTyped(text.replace(/^\s*c\s+/i, ''))
  if (/^\s*c\s/i.test(text)) return plain ?? words.peek().transport.notATime
  const wallClock = session.wallClock.peek()
  const whole = session.whole.peek()
  const found = wallTyped(text, wallClock, whole, plain)
  switch (found.kind) {
    case 'found':
      return found.time
    case 'not-wall':
      return plain ?? words.peek().transport.notATime
    case 'not-anchored':
      return w.notAnchored
    case 'several-days':
      return w.days
    case 'either':
      return w.either(found.plain)
    case 'outside': {
      if (!wallClock) return w.notAnchored
      const at = (time: typeof whole.from) => wallText(wallAt(wallClock, time), wallClock.offsetMinutes, 0)
      return w.outside(at(whole.from), at(whole.to))
    }
  }
}
