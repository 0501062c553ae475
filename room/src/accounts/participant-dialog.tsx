import { cardsOf } from '@sightline/core/case/cards'
import type { ShownPerson } from '@sightline/core/side-by-side'
import { deskOf } from '../case-file/case-desk.ts'
import { Dialog } from '../panels/dialog.tsx'
import { type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, columnIn } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly person: ShownPerson
  readonly onClose: () => void
}

/** Puts what accounts call somebody to a participant of the case file: a label for each account that names them. */
export function ParticipantDialog({ model, person, onClose }: Props) {
  const w = accountsWords.value
  const { source, entering, speaker, session } = model.room
  const participants = cardsOf(source.state.value, 'participant')
  const submit = async (filled: Filled) => {
    const participant = filled('participant')
    for (const { group, name } of person.named) {
      const column = columnIn(model, group)
      if (!column || !filled(`put ${group}`)) continue
      const { shown } = column.group
      const said = { participant, words: name, usedBy: accountName(shown), file: shown.firstName }
      if (!(await entering.enter({ do: 'enter-card', of: 'label', said, hidden: null }, w.voices.isPut)))
        return
    }
    onClose()
  }
  return (
    <Dialog title={w.voices.toParticipantTitle(person.name)} onClose={onClose}>
      {participants.length === 0 ? (
        <>
          <p>{w.voices.noParticipants}</p>
          <div class="row end">
            <button type="button" class="button plain" onClick={onClose}>
              {w.close}
            </button>
            <button
              type="button"
              class="button key"
              onClick={() => {
                onClose()
                deskOf(model.room).part.value = 'people'
                session.view.value = 'case'
              }}
            >
              {w.voices.openCase}
            </button>
          </div>
        </>
      ) : (
        <Form submit={w.enter} onCancel={onClose} onSubmit={filled => speaker.heed(submit(filled))}>
          <p class="muted small">{w.voices.toParticipantWhat}</p>
          <label class="field">
            <span>{w.voices.participant}</span>
            <select name="participant" required defaultValue={person.participants[0] ?? ''}>
              <option value="">{w.voices.choose}</option>
              {participants.map(({ id, said }) => (
                <option key={id} value={id} selected={id === person.participants[0]}>
                  {said.role}
                </option>
              ))}
            </select>
          </label>
          <fieldset class="choices column">
            {person.named.map(({ group, name }) => {
              const column = columnIn(model, group)
              return (
                <label key={group} class="check">
                  <input type="checkbox" name={`put ${group}`} defaultChecked />
                  {w.voices.namedIn(name, column ? accountName(column.group.shown) : '')}
                </label>
              )
            })}
          </fieldset>
        </Form>
      )}
    </Dialog>
  )
}
