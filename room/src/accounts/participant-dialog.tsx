import { useSignal } from '@preact/signals'
import { cardsOf } from '@sightline/core/case/cards'
import { Dialog } from '../panels/dialog.tsx'
import { type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, type Called, columnIn } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly person: Called
  readonly onClose: () => void
}

const minors = ['unknown', 'no', 'yes'] as const

/** Puts what accounts call somebody to a participant of the case file, or to a new one: a label for each account that calls them so. */
export function ParticipantDialog({ model, person, onClose }: Props) {
  const w = accountsWords.value
  const { entering, source, speaker } = model.room
  const participants = cardsOf(source.state.value, 'participant')
  const chosen = useSignal(person.participants[0] ?? (participants.length === 0 ? 'new' : ''))
  const participantFrom = async (filled: Filled): Promise<string | null> => {
    if (chosen.peek() !== 'new') return chosen.peek()
    const said = { role: filled('role'), sort: null, minor: filled('minor'), about: null, saidBy: null }
    const seq = await entering.enterNew({ do: 'enter-card', of: 'participant', said, hidden: null })
    return seq === null ? null : `k${seq}`
  }
  const submit = async (filled: Filled) => {
    const participant = await participantFrom(filled)
    if (participant === null) return
    const held = cardsOf(source.state.peek(), 'label')
    for (const { group, name } of person.named) {
      const shown = columnIn(model, group)?.group.shown
      if (!shown || !filled(`put ${group} ${name}`)) continue
      const said = { participant, words: name, usedBy: accountName(shown), file: shown.firstName }
      const isThere = held.some(
        each =>
          each.said.participant === participant && each.said.words === name && each.said.file === said.file,
      )
      if (isThere) continue
      if (!(await entering.enter({ do: 'enter-card', of: 'label', said, hidden: null }, w.voices.isPut)))
        return
    }
    onClose()
  }
  return (
    <Dialog title={w.voices.toParticipantTitle(person.name)} onClose={onClose}>
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => speaker.heed(submit(filled))}>
        <p class="muted small">{w.voices.toParticipantWhat}</p>
        <label class="field">
          <span>{w.voices.participant}</span>
          <select
            name="participant"
            required
            value={chosen.value}
            onChange={event => {
              chosen.value = event.currentTarget.value
            }}
          >
            <option value="">{w.voices.choose}</option>
            {participants.map(({ id, said }) => (
              <option key={id} value={id}>
                {said.role}
              </option>
            ))}
            <option value="new">{w.voices.newParticipant}</option>
          </select>
        </label>
        {chosen.value === 'new' && (
          <>
            <label class="field">
              <span>{w.voices.newRole}</span>
              <input type="text" name="role" required maxLength={200} autocomplete="off" />
            </label>
            <label class="field">
              <span>{w.voices.isMinor}</span>
              <select name="minor" required>
                {minors.map(each => (
                  <option key={each} value={each}>
                    {w.voices.minorIs[each]}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        <fieldset class="choices column">
          <legend class="small muted">{w.voices.whichWords}</legend>
          {person.named.map(({ group, name }) => {
            const column = columnIn(model, group)
            return (
              <label key={`${group} ${name}`} class="check">
                <input type="checkbox" name={`put ${group} ${name}`} defaultChecked />
                {w.voices.namedIn(name, column ? accountName(column.group.shown) : '')}
              </label>
            )
          })}
        </fieldset>
      </Form>
    </Dialog>
  )
}
