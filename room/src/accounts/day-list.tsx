import type { ShownDay } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, columnIn, passageIn } from './accounts-model.ts'
import { daysText, meaningText } from './day-words.ts'
import { EntryHistory } from './entry-history.tsx'

interface Props {
  readonly model: AccountsModel
  readonly days: readonly ShownDay[]
  /** Whether each is a way to its place in the account. */
  readonly isOpened?: boolean
}

/** Words that tell times relatively, each with the days it comes to, why, and what a person can say of it. */
export function DayList({ model, days, isOpened = false }: Props) {
  const w = accountsWords.value.days
  return (
    <ul class="day-list small">
      {days.map(day => {
        const told = daysText(day)
        const words = `“${day.words.replace(/\s+/g, ' ')}”`
        return (
          <li key={day.key}>
            {isOpened ? (
              <button type="button" class="link" onClick={() => openAt(model, day)}>
                {words}
              </button>
            ) : (
              words
            )}{' '}
            {told !== null && <strong>{told}</strong>}
            <span class="muted">
              {told !== null && ' · '}
              {meaningText(model.room, day)}
            </span>{' '}
            {model.room.source.can.command && (
              <button type="button" class="link" onClick={() => ask(model, day)}>
                {day.means.kind === 'stated' ? w.correct : w.stateWords}
              </button>
            )}
            {day.means.kind === 'stated' && <StatedActs model={model} day={day} />}
          </li>
        )
      })}
    </ul>
  )
}

function StatedActs({ model, day }: { readonly model: AccountsModel; readonly day: ShownDay }) {
  if (day.means.kind !== 'stated') return null
  const { id, rev } = day.means.stated
  return (
    <>
      {model.room.source.can.command && (
        <>
          {' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              model.asking.value = { kind: 'withdraw', what: 'day', id, rev }
            }}
          >
            {accountsWords.value.withdraw}
          </button>
        </>
      )}
      <EntryHistory room={model.room} id={id} />
    </>
  )
}

function ask(model: AccountsModel, day: ShownDay): void {
  const { means } = day
  if (means.kind === 'stated') {
    model.asking.value = { kind: 'day', of: means.stated.of, held: means.stated, guess: null }
    return
  }
  const passage = passageIn(model, day.group, day)
  const guess = means.kind === 'counted' ? means.comesTo.days : null
  if (passage) model.asking.value = { kind: 'day', of: { kind: 'words', passage }, held: null, guess }
}

/** Opens the account at the statement in which the words stand. */
function openAt(model: AccountsModel, { group, start, end }: ShownDay): void {
  const statement = columnIn(model, group)?.statements.find(each => each.start <= start && each.end >= end)
  model.beside.value = { kind: 'account', group, statement: statement?.key ?? null }
}
