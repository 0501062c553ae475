import { useSignal } from '@preact/signals'
import type { Passage } from '@sightline/core/case'
import type { Row } from '@sightline/core/side-by-side'
import { Dialog } from '../panels/dialog.tsx'
import { Field, type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import type { AccountsModel } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly passages: readonly Passage[]
  readonly onClose: () => void
}

/** How many passages one entry takes. */
const atOnce = 8

/** Puts statements to a matter that people have named, or to a new one. */
export function MatterDialog({ model, passages, onClose }: Props) {
  const w = accountsWords.value
  const chosen = useSignal('')
  const { source, entering, speaker } = model.room
  const matters = [...source.state.value.matters.values()].filter(({ withdrawn }) => withdrawn === null)
  const submit = async (filled: Filled) => {
    const held = source.state.peek().matters.get(chosen.peek())
    const first = passages.slice(0, atOnce)
    const isDone = held
      ? await entering.enter(
          { do: 'gather-in-matter', id: held.id, rev: held.rev, passages: first },
          w.isInMatter,
        )
      : await entering.enter(
          { do: 'name-matter', name: filled('name'), note: filled('note') || null, passages: first },
          w.isInMatter,
        )
    if (isDone) onClose()
  }
  return (
    <Dialog title={w.matterTitle} onClose={onClose}>
      {passages.slice(0, atOnce).map(({ account, start, exact }) => (
        <blockquote key={`${account} ${start}`}>{exact}</blockquote>
      ))}
      {passages.length > atOnce && <p class="small">{w.matterLimit(passages.length - atOnce)}</p>}
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => speaker.heed(submit(filled))}>
        {matters.length > 0 && (
          <label class="field">
            <span>{w.matter}</span>
            <select
              value={chosen.value}
              onChange={event => {
                chosen.value = event.currentTarget.value
              }}
            >
              <option value="">{w.newMatter}</option>
              {matters.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {chosen.value === '' && <NameFields name={null} note={null} />}
      </Form>
    </Dialog>
  )
}

/** Names a matter anew. */
export function RenameDialog({
  model,
  row,
  onClose,
}: {
  readonly model: AccountsModel
  readonly row: Row
  readonly onClose: () => void
}) {
  const w = accountsWords.value
  const { matter } = row
  if (!matter) return null
  const submit = async (filled: Filled) => {
    const { id, rev } = matter
    const said = { name: filled('name'), note: filled('note') || null }
    if (await model.room.entering.enter({ do: 'rename-matter', id, rev, ...said })) onClose()
  }
  return (
    <Dialog title={w.renameMatter} onClose={onClose}>
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => model.room.speaker.heed(submit(filled))}>
        <NameFields name={matter.name} note={matter.note} />
      </Form>
    </Dialog>
  )
}

function NameFields({ name, note }: { readonly name: string | null; readonly note: string | null }) {
  const w = accountsWords.value
  return (
    <>
      <Field name="name" label={w.matterName} value={name} hint={w.matterNameHint} isRequired />
      <label class="field">
        <span>{w.note}</span>
        <textarea name="note" rows={2} maxLength={4000} defaultValue={note ?? ''} />
      </label>
    </>
  )
}
