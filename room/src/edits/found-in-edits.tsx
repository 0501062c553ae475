import { effect, signal } from '@preact/signals'
import { editJobs, type RecordingId } from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import { EditList, laidOver, type StandingLine } from '@sightline/core/conform'
import { madeOnce } from '../made-once.ts'
import type { Room } from '../room-model.ts'
import { editsWords } from '../strings/edits-words.ts'
import { editsModelOf } from './edits-model.ts'
import { foundLines, recordingName, sayingOf, tagOf, whenOf } from './line-words.ts'

const most = 50

/** The stored lists of all films and stand-ins of a case, fetched once each. */
const listsOf = madeOnce((room: Room) => {
  const lists = signal<ReadonlyMap<RecordingId, EditList>>(new Map())
  const asked = new Set<string>()
  const { source, speaker } = room
  const fetchList = async (id: RecordingId) => {
    const read = EditList.safeParse(await source.editList(id))
    if (read.success) lists.value = new Map(lists.peek()).set(id, read.data)
  }
  effect(() => {
    for (const [id, run] of source.state.value.editLists) {
      if (run.kind !== 'made' || asked.has(`${id} ${run.result}`)) continue
      asked.add(`${id} ${run.result}`)
      speaker.heed(fetchList(id))
    }
  })
  return lists
})

/** Lines of films and stand-ins in which the words of a search stand, for the search of the whole case. Nothing behind the wall is looked into. */
export function FoundInEdits({ room, query }: { readonly room: Room; readonly query: string }) {
  const w = editsWords.value
  const lists = listsOf(room).value
  const state = room.source.state.value
  if (query.trim() === '') return null
  const walled = walledRecordings(state)
  const found = editJobs(state).flatMap(({ of }) => {
    const list = lists.get(of.id)
    if (!list || walled.has(of.id)) return []
    const lines = laidOver(list, state.editReviews.values(), of.id).filter(
      ({ line }) => !('raw' in line) || line.raw === null || !walled.has(line.raw),
    )
    return foundLines(room, w, lines, query).map(line => ({ of: of.id, line, start: list.of.from ?? 0 }))
  })
  if (found.length === 0) return null
  return (
    <section>
      <h3>{w.inEdits}</h3>
      <p class="muted" role="status">
        {w.inEditsFound(found.length, most)}
      </p>
      <ol class="found">
        {found.slice(0, most).map(({ of, line, start }) => (
          <li key={`${of} ${line.key}`}>
            <span class="muted small">
              {state.recordings.get(of)?.film?.title ?? recordingName(room, of)} · {w.status[line.status]}
            </span>
            <button type="button" class="link" onClick={() => goToLine(room, of, line)}>
              {[whenOf(line.line, start), tagOf(w, line.line), sayingOf(room, w, line.line, null)]
                .filter(Boolean)
                .join(' · ')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function goToLine(room: Room, film: RecordingId, { key, line }: StandingLine): void {
  const model = editsModelOf(room)
  model.choose(film)
  model.which.value = 'all'
  model.typed.value = ''
  model.tab.value = 'lines'
  model.selected.value = key
  model.wanted.value = line.from
  room.session.view.value = 'edits'
}
