import { accountEntryDetail, isAboutAccounts, subjectOf } from '../pages/account-entry-words.ts'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { logWords } from '../strings/log-words.ts'
import { numbers } from '../strings/numbers.ts'

/** Every entry about an account, or about one thing that a person entered of accounts, oldest first. */
export function EntryHistory({ room, id }: { readonly room: Room; readonly id: string }) {
  const w = accountsWords.value
  const state = room.source.state.value
  const lines = room.source.log.flatMap(({ seq, entry }) =>
    isAboutAccounts(entry) && subjectOf(entry) === id ? [{ seq, entry }] : [],
  )
  return (
    <details class="entry-history">
      <summary class="small muted">{w.history}</summary>
      <ol class="history small">
        {lines.map(({ seq, entry }) => (
          <li key={seq}>
            <span class="mono muted">{numbers.value.utc(entry.at).slice(0, 19)}</span>{' '}
            {agentName(room, entry.agent)}: {logWords.value.entries[entry.type]} ·{' '}
            <span class="muted">{accountEntryDetail(state, entry)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
