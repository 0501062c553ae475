import { useSignal } from '@preact/signals'
import { Dialog } from '../../panels/dialog.tsx'
import { Form } from '../../panels/form.tsx'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { composeModel } from './compose-model.ts'

interface Props {
  readonly room: Room
  readonly onClose: () => void
}

/** Asks for the folder, and for whom and which version it is, typed out: a family's release is not to reach the public by a slip. */
export function PublishDialog({ room, onClose }: Props) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: now } = model.composition
  const { value: made } = model.preview
  const isWrong = useSignal(false)
  if (!now || made.kind !== 'made') return null
  const { version } = made
  const words = `${w.audiences[now.audience]} v${version}`
  return (
    <Dialog title={w.seal.publishTitle} onClose={onClose}>
      <p>{w.seal.publishWhat(now.title, version, w.audiences[now.audience])}</p>
      <p class="muted small">
        {w.seal.hash}: <code class="hash">{made.sealed}</code>
      </p>
      <Form
        submit={w.seal.publishTitle}
        onCancel={onClose}
        onSubmit={async filled => {
          isWrong.value = filled('words').toLowerCase() !== words
          if (!isWrong.value && (await model.publish(filled('name')))) onClose()
        }}
      >
        <label class="field">
          <span>{w.seal.folder}</span>
          <input
            type="text"
            name="name"
            class="mono"
            required
            maxLength={100}
            pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
            autocomplete="off"
            defaultValue={`release-v${version}`}
          />
        </label>
        <label class="field">
          <span>{w.seal.confirm(words)}</span>
          <input
            type="text"
            name="words"
            required
            autocomplete="off"
            aria-invalid={isWrong.value ? true : undefined}
          />
          {isWrong.value && <span role="alert">{w.seal.notConfirmed(words)}</span>}
        </label>
      </Form>
    </Dialog>
  )
}
