import { never } from '@sightline/core/errors'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../panels/icon.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { AccountReader } from './account-reader.tsx'
import { type AccountsModel, type Beside, columnIn } from './accounts-model.ts'
import { DaysPanel } from './days-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { RowPanel } from './row-panel.tsx'
import { UtterancesPanel } from './utterances-panel.tsx'

/** What stands beside the table: an account as a whole, one row closely, or what is left to look at. */
export function BesideView({ model, beside }: { readonly model: AccountsModel; readonly beside: Beside }) {
  const w = accountsWords.value
  const panel = useRef<HTMLElement>(null)
  const shown = beside.kind === 'row' ? beside.key : beside.kind === 'account' ? beside.group : beside.kind
  const opener = useRef<HTMLElement | null>(null)
  // Who opens it goes on there. Where they came from is kept before what stands in it takes the focus, and from one thing in it to the next.
  useLayoutEffect(() => {
    const before = document.activeElement
    if (before instanceof HTMLElement && !panel.current?.contains(before)) opener.current = before
  }, [shown])
  useEffect(() => panel.current?.focus({ preventScroll: true }), [shown])
  // Who closes it goes back to where they were; where that is gone, to the page. Who is elsewhere by then stays there.
  useLayoutEffect(() => {
    const aside = panel.current
    return () => {
      const now = document.activeElement
      if (now !== null && now !== document.body && !aside?.contains(now)) return
      const { current: before } = opener
      const to = before?.isConnected ? before : aside?.closest<HTMLElement>('.accounts-page')
      to?.focus({ preventScroll: true })
    }
  }, [])
  const title = titleOf(model, beside)
  return (
    <aside ref={panel} class="beside" aria-label={title} tabIndex={-1}>
      <header class="beside-head">
        <h3>{title}</h3>
        <button
          type="button"
          class="button plain icon"
          aria-label={w.close}
          title={w.close}
          onClick={() => {
            model.beside.value = null
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      <Inside model={model} beside={beside} />
    </aside>
  )
}

function Inside({ model, beside }: { readonly model: AccountsModel; readonly beside: Beside }) {
  switch (beside.kind) {
    case 'account':
      return <AccountReader key={beside.group} model={model} group={beside.group} chosen={beside.statement} />
    case 'row':
      return <RowPanel model={model} rowKey={beside.key} />
    case 'review':
      return <ReviewPanel model={model} />
    case 'days':
      return <DaysPanel model={model} />
    case 'utterances':
      return <UtterancesPanel model={model} chosen={beside.key} />
    case 'people':
      return <PeoplePanel model={model} />
    default:
      return never(beside)
  }
}

function titleOf(model: AccountsModel, beside: Beside): string {
  const w = accountsWords.value
  switch (beside.kind) {
    case 'account': {
      const column = columnIn(model, beside.group)
      return column ? accountName(column.group.shown) : w.account
    }
    case 'row':
      return w.row
    case 'review':
      return w.reviewTitle
    case 'days':
      return w.days.panel
    case 'utterances':
      return w.voices.utterancesTitle
    case 'people':
      return w.voices.peopleTitle
    default:
      return never(beside)
  }
}
