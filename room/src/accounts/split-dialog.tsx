import type { ShownStatement } from '@sightline/core/side-by-side'
import { Dialog } from '../panels/dialog.tsx'
import { type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, passageIn, wordsOf } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly statement: ShownStatement
  readonly onClose: () => void
}

/** Splits a statement before a word that a person chooses. */
export function SplitDialog({ model, statement, onClose }: Props) {
  const w = accountsWords.value
  const words = [...wordsOf(model, statement).matchAll(/\S+/g)]
  const submit = async (filled: Filled) => {
    const at = statement.start + Number(filled('at'))
    const text = model.view.peek().columns.find(({ group }) => group.id === statement.group)?.text ?? ''
    const before = text.slice(statement.start, at)
    const parts = [
      { start: statement.start, end: statement.start + before.trimEnd().length },
      { start: at, end: statement.end },
    ]
    const whole = passageIn(model, statement.group, statement)
    const into = parts.flatMap(part => passageIn(model, statement.group, part) ?? [])
    if (!whole || into.length !== 2) return
    if (await model.room.entering.enter({ do: 'part-statements', from: [whole], into })) onClose()
  }
  return (
    <Dialog title={w.splitTitle} onClose={onClose}>
      <blockquote>“{wordsOf(model, statement)}”</blockquote>
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => model.room.speaker.heed(submit(filled))}>
        <label class="field">
          <span>{w.splitWhat}</span>
          <select name="at" required>
            {words.slice(1).map(({ index, 0: word }) => (
              <option key={index} value={index}>
                {w.splitBefore(word)}
              </option>
            ))}
          </select>
        </label>
      </Form>
    </Dialog>
  )
}
