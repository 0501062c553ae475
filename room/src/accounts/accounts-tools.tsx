import { accountGroups } from '@sightline/core/case'
import { findUtterances, rowKinds } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, isShown, type Shown } from './accounts-model.ts'

const offered: readonly Shown[] = ['all', ...rowKinds]

/** What is shown of the rows, the search, and what can be done with all of them. */
export function AccountsTools({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const { rows, further } = model.view.value
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
        {(further > 0 || model.hasAll.value) && (
          <button
            type="button"
            class="pill kind thin"
            aria-pressed={model.hasAll.value}
            title={w.voices.furtherWhat}
            onClick={() => {
              model.hasAll.value = !model.hasAll.peek()
            }}
          >
            {model.hasAll.value ? w.voices.furtherShown : w.voices.further(further)}
          </button>
        )}
      </div>
      <div class="accounts-acts">
        <label class="accounts-search">
          <span class="unseen">{w.search}</span>
          <input
            type="search"
            placeholder={w.search}
            title={w.searchHint}
            value={model.typed.value}
            onInput={event => {
              model.typed.value = event.currentTarget.value
            }}
          />
        </label>
        <span class="muted small" role="status">
          {w.shown(shown, rows.length)}
        </span>
        <AlsoUtterances model={model} />
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
        <Panels model={model} />
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

/** Words that run over several excerpts of one utterance stand in no single statement. */
function AlsoUtterances({ model }: { readonly model: AccountsModel }) {
  const typed = model.typed.value
  const found = typed.trim() === '' ? [] : findUtterances(model.view.value.utterances, typed)
  const [first] = found
  if (!first) return null
  return (
    <button
      type="button"
      class="link small"
      onClick={() => {
        model.beside.value = { kind: 'utterances', key: first.key }
      }}
    >
      {accountsWords.value.voices.alsoUtterances(found.length)}
    </button>
  )
}

/** What else can stand beside the table, each with how much there is of it. */
function Panels({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const { columns, utterances, people } = model.view.value
  const panels = [
    [w.voices.utterances, utterances.length, { kind: 'utterances', key: null }],
    [w.voices.people, people.length, { kind: 'people' }],
    [w.days.title, columns.reduce((sum, { days }) => sum + days.length, 0), { kind: 'days' }],
  ] as const
  return panels.map(([name, count, beside]) => (
    <button
      key={beside.kind}
      type="button"
      class="button"
      aria-pressed={model.beside.value?.kind === beside.kind}
      onClick={() => {
        model.beside.value = beside
      }}
    >
      {name} <span class="count">{count}</span>
    </button>
  ))
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
