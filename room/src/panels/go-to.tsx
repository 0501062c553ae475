import { useSignal } from '@preact/signals'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { microsFromTyped, timeText } from '../time-text.ts'
import { Dialog } from './dialog.tsx'
import { Field, Form } from './form.tsx'

/** Asks for a time of the clock. Part of the first load: whoever presses its key goes on typing at once. */
export function GoTo({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const isWrong = useSignal(false)
  const w = words.value.transport
  return (
    <Dialog title={w.goTo} onClose={onClose}>
      <Form
        submit={w.go}
        onCancel={onClose}
        onSubmit={filled => {
          const micros = microsFromTyped(filled('time'))
          isWrong.value = micros === null
          if (micros === null) return
          room.seek(micros)
          onClose()
        }}
      >
        <Field
          name="time"
          label={w.goToHint}
          value={timeText(room.engine.time.peek())}
          hint={isWrong.value ? w.notATime : undefined}
          isRequired
          isMono
        />
      </Form>
    </Dialog>
  )
}
