import { useSignal } from '@preact/signals'
import type { ShownStatement } from '@sightline/core/side-by-side'
import { Dialog } from '../panels/dialog.tsx'
import { Form } from '../panels/form.tsx'
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
  const whole = wordsOf(model, statement)
  const words = [...whole.matchAll(/\S+/g)]
  const at = useSignal(words[1]?.index ?? 0)
  const submit = async () => {
    const from = statement.start + at.peek()
    const parts = [
      { start: statement.start, end: statement.start + whole.slice(0, at.peek()).trimEnd().length },
      { start: from, end: statement.end },
    ]
    const passage = passageIn(model, statement.group, statement)
    const into = parts.flatMap(part => passageIn(model, statement.group, part) ?? [])
    if (!passage || into.length !== 2) return
    if (await model.room.entering.enter({ do: 'part-statements', from: [passage], into })) onClose()
  }
  return (
    <Dialog title={w.splitTitle} onClose={onClose}>
      <Form submit={w.enter} onCancel={onClose} onSubmit={() => model.room.speaker.heed(submit())}>
        <label class="field">
          <span>{w.splitWhat}</span>
          <select
            name="at"
            required
            value={at.value}
            onChange={event => {
              at.value = Number(event.currentTarget.value)
            }}
          >
            {words.slice(1).map(({ index }, place) => (
              <option key={index} value={index}>
                {w.splitBefore(
                  words
                    .slice(place + 1, place + 4)
                    .map(([word]) => word)
                    .join(' '),
                )}
              </option>
            ))}
          </select>
        </label>
        <div aria-live="polite">
          <blockquote>{whole.slice(0, at.value).trimEnd()}</blockquote>
          <blockquote>{whole.slice(at.value)}</blockquote>
        </div>
      </Form>
    </Dialog>
  )
}
