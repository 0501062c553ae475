import { accountEntryDetail } from '../pages/account-entry-words.ts'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import type { LogLine } from '../source/case-source.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { logWords } from '../strings/log-words.ts'
import { numbers } from '../strings/numbers.ts'

/** Every entry about one thing that a person entered of accounts, oldest first. */
export function EntryHistory({ room, id }: { readonly room: Room; readonly id: string }) {
  const w = accountsWords.value
  const state = room.source.state.value
  const lines = room.source.log.flatMap(({ seq, entry }) => {
    const about = entryAbout(entry, id)
    return about ? [{ seq, entry: about }] : []
  })
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

type About = Parameters<typeof accountEntryDetail>[1]

function entryAbout(entry: LogLine['entry'], id: string): About | null {
  switch (entry.type) {
    case 'statement-made':
    case 'statement-corrected':
    case 'statement-withdrawn':
    case 'statement-restored':
    case 'statements-linked':
    case 'link-corrected':
    case 'link-withdrawn':
    case 'link-restored':
    case 'matter-named':
    case 'matter-renamed':
    case 'matter-gathered':
    case 'matter-released':
    case 'matter-withdrawn':
    case 'matter-restored':
    case 'statements-parted':
    case 'parting-withdrawn':
    case 'parting-restored':
    case 'candidate-dismissed':
    case 'dismissal-withdrawn':
    case 'dismissal-restored':
      return entry.detail.id === id ? entry : null
    case 'account-described':
      return entry.detail.account === id ? entry : null
    default:
      return null
  }
}
