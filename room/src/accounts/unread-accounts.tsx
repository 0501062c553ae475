import { accountGroups } from '@sightline/core/case'
import { walledAccounts } from '@sightline/core/case/cards'
import { agentName } from '../panels/placement-words.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'
import { accountName } from './account-name.ts'
import type { AccountsModel } from './accounts-model.ts'
import { pieceOf } from './accounts-table.tsx'

/** Below the table: accounts that could not be read, what was set aside, and words that are gone from the texts. */
export function UnreadAccounts({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const { source } = model.room
  const refused = accountGroups(source.state.value).flatMap(({ versions }) =>
    versions.filter(({ reading }) => reading.kind === 'refused'),
  )
  const walled = walledAccounts(source.state.value)
  const { setAside, unfound } = model.view.value
  const named = (id: string) => {
    const account = source.state.value.accounts.get(id)
    return account ? accountName(account) : ''
  }
  return (
    <div class="below-table">
      {refused.map(account => (
        <p key={account.id}>
          <b>{accountName(account)}</b> {w.refused}:{' '}
          <span class="muted">{account.reading.kind === 'refused' && account.reading.why.message}</span>
        </p>
      ))}
      {(model.candidates.value?.tooLong ?? []).map(({ a, b }) => (
        <p key={`${a} ${b}`}>{w.uncompared(named(a), named(b))}</p>
      ))}
      {walled.size > 0 && (
        <p class="muted">
          {w.walled}: {[...walled].map(id => source.state.value.accounts.get(id)?.firstName).join(', ')}
        </p>
      )}
      {setAside.length > 0 && (
        <details>
          <summary>{w.setAsideCount(setAside.length)}</summary>
          <ul>
            {setAside.map(({ dismissal, statement, link }) => (
              <li key={dismissal.id}>
                {(link ? [link.a, link.b] : statement ? [statement] : [])
                  .map(each => `“${pieceOf(model, each)}”`)
                  .join(' / ') || quotedOf(dismissal.of)}{' '}
                <span class="muted small">
                  {dismissal.reason} ·{' '}
                  {w.saidBy(agentName(model.room, dismissal.agent), numbers.value.date(dismissal.at))}
                </span>{' '}
                {source.can.command && (
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      model.asking.value = {
                        ...{ kind: 'withdraw', what: 'dismissal', id: dismissal.id, rev: dismissal.rev },
                      }
                    }}
                  >
                    {w.restore}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unfound.length > 0 && (
        <details>
          <summary>{w.unfoundCount(unfound.length)}</summary>
          <p class="muted small">{w.unfoundWhat}</p>
          <ul>
            {unfound.map(({ id, words }) => (
              <li key={`${id} ${words}`}>
                “{words}” <span class="mono muted">{id}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type Of = AccountsModel['view']['value']['setAside'][number]['dismissal']['of']

function quotedOf(of: Of): string {
  return (of.kind === 'link' ? [of.a, of.b] : [of.passage]).map(({ exact }) => `“${exact}”`).join(' / ')
}
