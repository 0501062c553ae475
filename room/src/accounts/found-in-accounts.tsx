import { findRows } from '@sightline/core/side-by-side'
import type { Room } from '../room-model.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { accountsModelOf, columnIn } from './accounts-model.ts'
import { pieceOf } from './accounts-table.tsx'

const most = 50

/**
 * Statements of the accounts in whose row the words of a search stand, for the search of the whole case. Those that people took up are told
 * there already.
 */
export function FoundInAccounts({ room, query }: { readonly room: Room; readonly query: string }) {
  const model = accountsModelOf(room)
  const w = accountsWords.value.voices
  const { rows, columns } = model.view.value
  if (query.trim() === '') return null
  const found = findRows(rows, columns, query)
  const statements = found.flatMap(row => row.statements.filter(({ origin }) => origin.kind === 'candidate'))
  if (statements.length === 0) return null
  return (
    <section>
      <h3>{w.inAccounts}</h3>
      <p class="muted" role="status">
        {w.inAccountsFound(statements.length)}
      </p>
      <ol class="found">
        {statements.slice(0, most).map(statement => {
          const column = columnIn(model, statement.group)
          return (
            <li key={statement.key}>
              <span class="muted small">{column && accountName(column.group.shown)}</span>
              <button
                type="button"
                class="link"
                onClick={() => {
                  model.beside.value = { kind: 'account', group: statement.group, statement: statement.key }
                  room.session.view.value = 'accounts'
                }}
              >
                {pieceOf(model, statement, 160)}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
