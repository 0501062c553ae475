import { useSignal } from '@preact/signals'
import type { Part } from '@sightline/core/release'
import { Dialog } from '../../panels/dialog.tsx'
import { Form } from '../../panels/form.tsx'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { composeModel } from './compose-model.ts'
import { partsFrom, partsText } from './parts-typed.ts'

interface Props {
  readonly room: Room
  readonly recording: string
  readonly parts: readonly Part[]
  readonly onClose: () => void
}

/** Which parts of a recording go out, typed as times of the file. */
export function PartsDialog({ room, recording, parts, onClose }: Props) {
  const w = composeWords.value
  const model = composeModel(room)
  const wrong = useSignal<string | null>(null)
  const title = model.composition.value?.recordings.find(each => each.recording === recording)?.title ?? ''
  return (
    <Dialog title={w.parts_.title(title)} onClose={onClose}>
      <p class="muted">{w.parts_.lead}</p>
      <Form
        submit={w.enter}
        onCancel={onClose}
        onSubmit={filled => {
          const read = partsFrom(filled('parts'))
          if ('wrong' in read) {
            wrong.value = read.wrong
            return
          }
          model.change(now => {
            const recordings = now.recordings.map(each => {
              if (each.recording !== recording) return each
              const { parts: _, ...whole } = each
              return read.parts.length === 0 ? whole : { ...whole, parts: [...read.parts] }
            })
            return { ...now, recordings }
          })
          onClose()
        }}
      >
        <label class="field">
          <span>{w.parts_.label}</span>
          <textarea
            name="parts"
            class="mono"
            rows={5}
            aria-invalid={wrong.value === null ? undefined : true}
            defaultValue={partsText(parts)}
          />
          {wrong.value !== null && <span role="alert">{w.parts_.wrong(wrong.value)}</span>}
        </label>
      </Form>
    </Dialog>
  )
}
