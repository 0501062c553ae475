import { useSignal } from '@preact/signals'
import type { AccountId } from '@sightline/core/case'
import { walledAccounts } from '@sightline/core/case/cards'
import { type Column, pageAt, type ShownStatement } from '@sightline/core/side-by-side'
import { useEffect, useRef } from 'preact/hooks'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountLine } from './account-name.ts'
import { AccountText } from './account-text.tsx'
import { type AccountsModel, columnIn } from './accounts-model.ts'
import { WrittenOn } from './days-panel.tsx'
import { EntryHistory } from './entry-history.tsx'
import { SelectedBar } from './selected-bar.tsx'
import { StatementCard } from './statement-card.tsx'
import type { Selected } from './text-selection.ts'

interface Props {
  readonly model: AccountsModel
  readonly group: AccountId
  /** The key of the statement that was pressed. */
  readonly chosen: string | null
}

/** One account as a whole: what is known of it, the statement that was pressed, and its text, from which more can be made. */
export function AccountReader({ model, group, chosen }: Props) {
  const w = accountsWords.value
  const selected = useSignal<Selected | null>(null)
  const column = columnIn(model, group)
  const account = column?.group.shown.id
  useEffect(() => {
    if (account) model.room.source.saw({ saw: 'account', account, as: 'text' })
  }, [model, account])
  const last = useRef<ShownStatement | null>(null)
  if (!column) return <p class="muted">{w.waiting}</p>
  // What was pressed may have been split or merged since: then what stands at its place now is shown.
  const statement =
    [...column.statements, ...column.quotes].find(({ key }) => key === chosen) ??
    (last.current?.key === chosen ? standingAt(column, last.current) : null)
  if (statement?.key === chosen) last.current = statement
  return (
    <>
      <div class="beside-body of-one-account">
        <Known model={model} group={group} page={pageAt(column.text, statement?.start ?? 0)} />
        {statement && <StatementCard model={model} statement={statement} />}
        <h4>{w.inContext}</h4>
        <p class="muted small">{w.wholeText}</p>
        <AccountText
          model={model}
          column={column}
          chosen={statement}
          onSelect={stretch => {
            selected.value = stretch
          }}
        />
      </div>
      {model.room.source.can.command && (
        <SelectedBar
          model={model}
          group={group}
          selected={selected.value}
          onDone={() => {
            selected.value = null
          }}
        />
      )}
    </>
  )
}

function standingAt({ statements }: Column, { start, end }: ShownStatement): ShownStatement | null {
  return statements.find(each => each.start < end && each.end > start) ?? null
}

/** What is known of the account: its day and version, the file as received (of a PDF the page, by RFC 8118), who read it. */
function Known({ model, group, page }: Pick<Props, 'model' | 'group'> & { readonly page: number | null }) {
  const w = accountsWords.value
  const { source } = model.room
  const column = columnIn(model, group)
  if (!column) return null
  const { shown, versions } = column.group
  const earlier = versions[versions.indexOf(shown) - 1]
  const original = source.accountOriginalUrl(shown.id)
  const isMissing = [...source.state.value.files.values()].every(
    ({ found, isMissing: gone }) => found.sha256 !== shown.id || gone,
  )
  const others = model.candidates.value?.versions ?? []
  const maybe = others.some(({ a, b }) => a === shown.id || b === shown.id)
  return (
    <div class="known">
      <p class="muted">
        {accountLine(column.group)} · {w.folded(column.folds.length)}
      </p>
      {isMissing && <p>{w.missing}</p>}
      {maybe && <p class="small">{w.maybeVersion}</p>}
      {column.minors.length > 0 && (
        <p class="minor-sign">
          {w.voices.minorsHere([...new Set(column.minors.map(({ age }) => age))].join(', '))}
        </p>
      )}
      {column.days.length > 0 && <WrittenOn model={model} column={column} />}
      <p class="row">
        {!isMissing && original !== '' && (
          <a
            href={page === null ? original : `${original}#page=${page}`}
            target="_blank"
            rel="noreferrer"
            title={w.originalWhat}
          >
            {page === null ? w.original : w.originalPage(page)}
          </a>
        )}
        {shown.said?.address && (
          <a href={shown.said.address} target="_blank" rel="noreferrer">
            {w.address}
          </a>
        )}
        {earlier?.reading.kind === 'read' && !walledAccounts(source.state.value).has(earlier.id) && (
          <button
            type="button"
            class="link"
            onClick={() => {
              model.asking.value = { kind: 'since', account: shown.id, earlier: earlier.id }
            }}
          >
            {w.since}
          </button>
        )}
        {source.can.command && (
          <button
            type="button"
            class="link"
            onClick={() => {
              model.asking.value = { kind: 'describe', account: shown.id }
            }}
          >
            {w.describe}
          </button>
        )}
      </p>
      {shown.reading.kind === 'read' && (
        <p class="muted small reader-line" title={shown.id}>
          {w.readBy(shown.reading.reader, `${shown.id.slice(0, 12)}…`)}
        </p>
      )}
      {shown.said && <EntryHistory room={model.room} id={shown.id} />}
    </div>
  )
}
