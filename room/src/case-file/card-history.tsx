import { fieldsOf, type KnownCard } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { Dialog } from '../panels/dialog.tsx'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import type { LogLine } from '../source/case-source.ts'
import { caseWords } from '../strings/case-words.ts'
import { words } from '../strings/index.ts'
import { logWords } from '../strings/log-words.ts'
import { numbers } from '../strings/numbers.ts'
import { fieldLabel, valueLines } from './field-words.ts'

interface Props {
  readonly room: Room
  readonly card: KnownCard
  readonly onClose: () => void
}

/** Everything that was ever entered of a card, oldest first: no word is lost that somebody changed. */
export function CardHistory({ room, card, onClose }: Props) {
  const w = caseWords.value
  // The state tells when the log has grown.
  const { value: state } = room.source.state
  const lines = room.source.log.filter(line => line.seq <= state.seq && isOf(line, card.id))
  return (
    <Dialog title={w.historyOf(titleOf(state, card))} isWide onClose={onClose}>
      <ol class="card-history">
        {lines.map(line => (
          <Step key={line.seq} room={room} card={card} line={line} />
        ))}
      </ol>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {words.value.close}
        </button>
      </div>
    </Dialog>
  )
}

function isOf({ entry }: LogLine, id: string): boolean {
  return 'detail' in entry && 'card' in entry.detail && entry.detail.card === id
}

function Step({
  room,
  card,
  line: { seq, entry },
}: Pick<Props, 'room' | 'card'> & { readonly line: LogLine }) {
  if (!('detail' in entry)) return null
  const { detail } = entry
  const said =
    entry.type === 'card-entered' || entry.type === 'card-changed' ? Object.entries(entry.detail.said) : []
  const fields = fieldsOf(card.of, false)
  return (
    <li>
      <p>
        <span class="mono">{seq}</span> {logWords.value.entries[entry.type]} · {agentName(room, entry.agent)}{' '}
        · <span class="mono">{numbers.value.utc(entry.at)}</span>
      </p>
      {'reason' in detail && <p class="muted">{String(detail.reason)}</p>}
      {said.length > 0 && (
        <dl class="card-facts">
          {said.map(([name, value]) => (
            <div key={name}>
              <dt>{fieldLabel(name)}</dt>
              <dd>{valueLines(room, fields[name], value).join(' · ') || caseWords.value.unknown}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
