import { useSignal } from '@preact/signals'
import { ItemHistory } from '../custody/certificate.tsx'
import { CheckpointSection } from '../custody/checkpoint.tsx'
import { everything, fits, isEverything, type LogFilter } from '../custody/filter.ts'
import { LogFilterForm } from '../custody/log-filter.tsx'
import { agentName, personName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import type { LogLine } from '../source/case-source.ts'
import { custodyWords } from '../strings/custody-words.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { entryWords } from './entry-words.ts'

const pageLength = 200

/** The log as it stands, or what of it fits what a person asks for: newest first, a page at a time. */
export function CustodyPage({ room }: { readonly room: Room }) {
  const shown = useSignal(pageLength)
  const filter = useSignal<LogFilter>(everything)
  const w = words.value.custody
  const { seq } = room.source.state.value
  const { log } = room.source
  const { person } = room.source.info
  const { value: asked } = filter
  const fitting = isEverything(asked) ? log : log.filter(line => fits(asked, line, () => toldOf(room, line)))
  const lines = fitting.slice(-shown.value).reverse()
  const earlier = Math.min(pageLength, fitting.length - lines.length)
  return (
    <main class="page" id="custody" tabIndex={-1}>
      <div class="page-inner">
        <header class="page-head">
          <h2>{w.title}</h2>
          <p class="lead">{w.lead}</p>
          <p class="muted">
            {person === null ? w.readOnly : `${w.youAre(personName(room, person))} · ${w.selfDeclared}`}
          </p>
        </header>
        <div class="head-line">
          <div>
            <span class="muted small">{w.head}</span>
            <br />
            <code>{log.at(-1)?.hash ?? '–'}</code>
          </div>
          <div>
            <span class="muted small">{w.verify}</span>
            <br />
            {room.source.can.check ? (
              <span class="muted">{custodyWords.value.checkRelease}</span>
            ) : (
              <>
                <code>sightline verify FOLDER</code> <span class="muted">{w.verifyWhat}</span>
              </>
            )}
          </div>
        </div>
        <CheckpointSection room={room} />
        {seq === 0 ? (
          <p class="muted">{w.empty}</p>
        ) : (
          <>
            <LogFilterForm
              room={room}
              filter={asked}
              onChange={changed => {
                filter.value = changed
                shown.value = pageLength
              }}
            />
            {asked.item !== null && <ItemHistory room={room} item={asked.item} lines={fitting} />}
            <LogTable room={room} lines={lines} fitting={isEverything(asked) ? null : fitting.length} />
          </>
        )}
        {earlier > 0 && (
          <div>
            <button
              type="button"
              class="button"
              onClick={() => {
                shown.value += pageLength
              }}
            >
              {w.earlier(earlier)}
            </button>
          </div>
        )}
      </div>
    </main>
  )
}

interface TableProps {
  readonly room: Room
  readonly lines: readonly LogLine[]
  /** How many entries fit what is asked for; null where nothing is. */
  readonly fitting: number | null
}

function LogTable({ room, lines, fitting }: TableProps) {
  const w = words.value.custody
  const n = numbers.value
  const total = room.source.log.length
  return (
    <>
      <p class="muted" role="status">
        {fitting === null
          ? w.shown(n.whole(lines.length), n.whole(total))
          : fitting === 0
            ? custodyWords.value.none
            : custodyWords.value.found(n.whole(fitting), n.whole(total))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section class="table-frame" aria-label={w.title} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              {[w.seq, w.time, w.who, w.what, w.detail].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <LogRow key={line.seq} room={room} line={line} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function toldOf(room: Room, { entry }: LogLine) {
  return { ...entryWords(room, entry), by: 'agent' in entry ? agentName(room, entry.agent) : '' }
}

function LogRow({ room, line: { seq, hash, entry } }: { readonly room: Room; readonly line: LogLine }) {
  const w = words.value.custody
  const { what, detail } = entryWords(room, entry)
  const isReadable = 'agent' in entry
  return (
    <tr title={hash}>
      <td class="number mono">{seq}</td>
      <td class="mono nowrap">{isReadable ? numbers.value.utc(entry.at) : '–'}</td>
      <td>
        {isReadable ? agentName(room, entry.agent) : '–'}
        {isReadable && entry.agent.kind === 'person' && <span class="note">{w.selfDeclared}</span>}
      </td>
      <td class="whole">{what}</td>
      <td class="whole">{detail}</td>
    </tr>
  )
}
