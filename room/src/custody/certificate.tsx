import { certificateDraft } from '@sightline/core/release'
import { entryWords } from '../pages/entry-words.ts'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import type { LogLine } from '../source/case-source.ts'
import { custodyWords } from '../strings/custody-words.ts'
import { saveText } from './save-text.ts'

interface Props {
  readonly room: Room
  readonly item: string
  /** The entries that name it, oldest first. */
  readonly lines: readonly LogLine[]
}

/** Says that what stands below is one item's own history, and offers the draft of a certificate for a file. */
export function ItemHistory({ room, item, lines }: Props) {
  const w = custodyWords.value
  const file = [...room.source.state.value.files.values()].find(({ found }) => found.sha256 === item)
  return (
    <section class="head-line">
      <p>{w.history}</p>
      {file && (
        <>
          <p class="muted">{w.certificateLead}</p>
          <div>
            <button
              type="button"
              class="button"
              onClick={() => saveText('certificate-draft.txt', draft(room, item, lines))}
            >
              {w.certificate}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

function draft(room: Room, item: string, lines: readonly LogLine[]): string {
  const { files, recordings, title, cover } = room.source.state.peek()
  const file = [...files.values()].find(({ found }) => found.sha256 === item)
  const { receivedAs = 'unknown', supplier = null } = recordings.get(item)?.provenance ?? {}
  const entries = lines.flatMap(({ seq, entry }) =>
    'agent' in entry
      ? [{ seq, at: entry.at, who: agentName(room, entry.agent), what: entryWords(room, entry).what }]
      : [],
  )
  const last = room.source.log.at(-1)
  return certificateDraft({
    caseTitle: cover?.title || title,
    name: file?.found.path ?? item,
    sha256: item,
    bytes: file?.found.bytes ?? null,
    receivedAt: entries[0]?.at ?? null,
    receivedAs,
    supplier,
    tool: room.source.info.tool,
    entries,
    log: { length: last?.seq ?? 0, head: last?.hash ?? '0'.repeat(64) },
  })
}
