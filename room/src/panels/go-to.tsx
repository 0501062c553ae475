import { useSignal } from '@preact/signals'
import { frameCount, mediaMicros, ptsOf } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { microsFromTyped, timeText } from '../time-text.ts'
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
          hint={wrong.value ?? undefined}
          isRequired
          isMono
        />
      </Form>
    </Dialog>
  )
}

/** The case time that was asked for, or what is wrong with it. */
function timeTyped(room: Room, text: string): number | string {
  const w = words.peek().transport
  const typed = /^f\s*(\d+)$/i.exec(text.trim())?.[1]
  if (typed === undefined) return microsFromTyped(text) ?? w.notATime
  const recording = room.session.current.peek()
  const times = recording === null ? undefined : room.watch.frames.peek().get(recording)
  if (recording === null || !times) return w.noFrames
  const index = Number(typed)
  if (index >= frameCount(times)) return w.noSuchFrame(String(frameCount(times) - 1))
  return room.caseTimeOf({ recording, media: mediaMicros(ptsOf(times, index)) }) ?? w.noFrames
}
