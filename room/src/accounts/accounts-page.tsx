import { type AccountId, accountGroups } from '@sightline/core/case'
import type { Column } from '@sightline/core/side-by-side'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'
import { AccountDialogs } from './account-dialogs.tsx'
import { accountName } from './account-name.ts'
import { type AccountsModel, accountsModelOf, columnIn } from './accounts-model.ts'
import { AccountsTable } from './accounts-table.tsx'
import { AccountsTools } from './accounts-tools.tsx'
import { BesideView } from './beside-view.tsx'
import { usePageKeys } from './page-keys.ts'
import { PairChoice } from './pair-choice.tsx'
import { UnreadAccounts } from './unread-accounts.tsx'

/** The page of the accounts: what each of them says, side by side. */
export function AccountsPage({ room }: { readonly room: Room }) {
  const model = accountsModelOf(room)
  const isNarrow = useNarrow()
  const beside = model.beside.value
  const onKey = useCallback(
    (key: string) => {
      if (key !== 'Escape') return false
      if (model.linking.peek()) model.linking.value = null
      else model.beside.value = null
      return true
    },
    [model],
  )
  usePageKeys(onKey)
  const seen = useRef(new Set<AccountId>())
  const columns = isNarrow ? pairOf(model) : model.columns.value
  // Each account once a visit, as soon as its statements stand on the screen.
  useEffect(() => {
    for (const { group } of columns) {
      const account = group.shown.id
      if (seen.current.has(account)) continue
      seen.current.add(account)
      room.source.saw({ saw: 'account', account, as: 'statements' })
    }
  }, [columns, room])
  // Whoever leaves the page gives up a link that was half made.
  useEffect(
    () => () => {
      model.linking.value = null
    },
    [model],
  )
  return (
    <main class="page accounts-page" id="accounts" tabIndex={-1} data-beside={beside?.kind}>
      <div class="accounts-side">
        <AccountsTools model={model} />
        <Body model={model} columns={columns} isNarrow={isNarrow} />
      </div>
      {beside && <BesideView model={model} beside={beside} />}
      <LinkingBar model={model} />
      <AccountDialogs model={model} />
    </main>
  )
}

interface BodyProps {
  readonly model: AccountsModel
  readonly columns: readonly Column[]
  readonly isNarrow: boolean
}

function Body({ model, columns, isNarrow }: BodyProps) {
  const w = accountsWords.value
  const state = model.room.source.state.value
  const groups = accountGroups(state)
  const isAnyHere = model.view.value.columns.length > 0
  if (groups.length === 0)
    return <p class="accounts-note">{state.intake.kind === 'read' ? w.none : w.waiting}</p>
  const isNothing = model.rows.value.length === 0
  const isWaiting = !isAnyHere || model.arrival.value === 'coming'
  const isTable = isAnyHere && !(isWaiting && isNothing)
  return (
    <>
      {!(isNarrow && isTable) && <Notes model={model} />}
      {isNarrow && model.columns.value.length > 1 && <PairChoice model={model} />}
      {isWaiting && isNothing && (
        <p class="accounts-note" role="status">
          {w.waiting}
        </p>
      )}
      {isTable && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section class="table-scroll" tabIndex={0} aria-label={w.title}>
          {/* On a phone it would leave the table half of the screen: there it scrolls away with it. */}
          {isNarrow && <Notes model={model} />}
          <AccountsTable model={model} columns={columns} isNarrow={isNarrow} />
          {isNothing && (
            <div class="accounts-note">
              {model.typed.value.trim() !== '' ? (
                w.nothingFound
              ) : model.shown.value === 'conflict' ? (
                <NoConflict model={model} isOpen />
              ) : (
                w.nothingOfKind
              )}
            </div>
          )}
          <UnreadAccounts model={model} />
        </section>
      )}
    </>
  )
}

/** What a person has to know before reading the table. */
function Notes({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const { comparison } = model.room.source.state.value
  const { engine, rows, columns } = model.view.value
  const minors = columns.filter(each => each.minors.length > 0).map(({ group }) => accountName(group.shown))
  const compared = model.candidates.value?.accounts
  const isBehind =
    compared !== undefined &&
    comparison?.kind === 'made' &&
    columns.some(({ group }) => !Object.hasOwn(compared, group.shown.id))
  const hasConflict = rows.some(({ kind }) => kind === 'conflict')
  return (
    <div class="accounts-bounds small muted">
      {engine && <p>{w.bounds(engine.method, engine.version)}</p>}
      {minors.length > 0 && <p class="minor-sign">{w.voices.minorsSomewhere(numbers.value.list(minors))}</p>}
      {engine && !hasConflict && model.shown.value === 'all' && <NoConflict model={model} />}
      {isBehind && <p role="status">{w.notYetCompared}</p>}
      {comparison?.kind === 'failed' && <p role="status">{w.compareFailed(comparison.why.message)}</p>}
      {model.arrival.value === 'unreadable' && <p role="status">{w.cannotRead}</p>}
    </div>
  )
}

/** What "none" means and does not mean: what was looked for, how much of it was found in tests, what people set aside. */
function NoConflict({ model, isOpen = false }: { readonly model: AccountsModel; readonly isOpen?: boolean }) {
  const w = accountsWords.value
  const dismissed = model.view.value.setAside.filter(
    ({ dismissal: { of } }) => of.kind === 'link' && of.relation === 'conflict',
  ).length
  return (
    <details class="no-conflict" open={isOpen}>
      <summary>
        {dismissed === 0 ? w.noConflict : w.noConflictLeft(dismissed)} <u>{w.noConflictMore}</u>
      </summary>
      <p>{w.noConflictWhy}</p>
    </details>
  )
}

/** Says that a link is half made, whatever page of the panel stands open. */
function LinkingBar({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const first = model.linking.value
  if (!first) return null
  const words = first.exact.replace(/\s+/g, ' ')
  return (
    <div class="linking-bar" role="status">
      <span>{w.linking(words.length > 60 ? `${words.slice(0, 59)}…` : words)}</span>
      <button
        type="button"
        class="button"
        onClick={() => {
          model.linking.value = null
        }}
      >
        {w.cancelLink}
      </button>
    </div>
  )
}

/** The two accounts on a phone: those chosen, else the first two. */
function pairOf(model: AccountsModel) {
  const all = model.columns.value
  const [left, right] = model.pair.value
  const one = (left && columnIn(model, left)) || all[0]
  const two = (right && columnIn(model, right)) || all.find(column => column !== one)
  return [one, two].filter(column => column !== undefined)
}

const narrow = '(width <= 820px)'

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches)
  useEffect(() => {
    const query = matchMedia(narrow)
    const listen = () => setNarrow(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  return isNarrow
}
