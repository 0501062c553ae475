import { accountGroups } from '@sightline/core/case'
import { rowKinds } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, isShown, type Shown } from './accounts-model.ts'

const offered: readonly Shown[] = ['all', ...rowKinds]

/** What is shown of the rows, the search, and what can be done with all of them. */
export function AccountsTools({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const { rows } = model.view.value
  const shown = model.rows.value.length
  return (
    <header class="accounts-tools">
      <h2 class="unseen">{w.title}</h2>
      <div class="kinds" role="group" aria-label={w.filter}>
        {offered.map(kind => {
          const count = rows.filter(row => isShown(row, kind)).length
          return (
            <button
              key={kind}
              type="button"
              class="pill kind"
              aria-pressed={model.shown.value === kind}
              onClick={() => {
                model.shown.value = kind
              }}
            >
              {w.kinds[kind]} <span class="count">{count}</span>
            </button>
          )
        })}
      </div>
      <div class="accounts-acts">
        <label class="accounts-search">
          <span class="unseen">{w.search}</span>
          <input
            type="search"
            placeholder={w.search}
            value={model.typed.value}
            onInput={event => {
              model.typed.value = event.currentTarget.value
            }}
          />
        </label>
        <span class="muted small" role="status">
          {w.shown(shown, rows.length)}
        </span>
        <ColumnChoice model={model} />
        <button
          type="button"
          class="button"
          aria-pressed={model.beside.value?.kind === 'review'}
          onClick={() => {
            model.beside.value = { kind: 'review' }
          }}
        >
          {w.review} <span class="count">{model.open.value.length}</span>
        </button>
        {model.room.source.can.takeAway && (
          <button
            type="button"
            class="button"
            onClick={() => {
              model.asking.value = { kind: 'take-away' }
            }}
          >
            {w.takeAway}
          </button>
        )}
      </div>
    </header>
  )
}

/** Which accounts stand in the table: this viewer's own choice, in no way the case's. */
function ColumnChoice({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const groups = accountGroups(model.room.source.state.value).filter(
    ({ shown }) => shown.reading.kind === 'read',
  )
  if (groups.length < 2) return null
  return (
    <details class="column-choice wide-only">
      <summary class="button">{w.columns}</summary>
      <div class="column-list" role="group" aria-label={w.columnsWhat}>
        {groups.map(({ id, shown }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={!model.hidden.value.has(id)}
              onChange={() => {
                const next = new Set(model.hidden.peek())
                if (!next.delete(id)) next.add(id)
                model.hidden.value = next
              }}
            />
            {accountName(shown)}
          </label>
        ))}
      </div>
    </details>
  )
}
