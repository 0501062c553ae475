import { useSignal } from '@preact/signals'
import { type CaseState, type Listing, listFiles } from '@sightline/core/case'
import { Archive } from '../panels/archive.tsx'
import { Expected } from '../panels/expected.tsx'
import { oddityWords } from '../panels/oddities.tsx'
import { Why } from '../panels/why.tsx'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { numbers } from '../strings/numbers.ts'

const pageLength = 200

type ListedFile = Listing['files'][number]

/** Every name in the folder and what became of it, and what is known to exist and not held. */
export function FilesPage({ room }: { readonly room: Room }) {
  const state = room.source.state.value
  const w = laterWords.value.files
  const shown = useSignal(pageLength)
  const { files } = listFiles(state, room.source.info.required, {
    syncInputs: '',
    areAccountsCompared: false,
    areEditsListed: false,
  })
  const bytes = [...state.files.values()].reduce((sum, file) => sum + (file.found.bytes ?? 0), 0)
  return (
    <main class="page" id="files" tabIndex={-1}>
      <div class="page-inner">
        <header class="page-head">
          <h2>{w.title}</h2>
          <p class="lead">{room.source.can.check ? w.released : w.lead}</p>
          <p class="muted">
            {files.length > 0 ? w.total(files.length, numbers.value.bytes(bytes)) : emptyWords(state)}
          </p>
        </header>
        <Loud state={state} />
        {files.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
          <section class="table-frame" aria-label={w.title} tabIndex={0}>
            <table class="table">
              <thead>
                <tr>
                  {[w.file, w.kind, w.state, w.why, w.bytes, w.hash].map(head => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {files.slice(0, shown.value).map(file => (
                  <FileRow key={file.file} room={room} file={file} />
                ))}
              </tbody>
            </table>
          </section>
        )}
        {files.length > shown.value && (
          <div>
            <button
              type="button"
              class="button"
              onClick={() => {
                shown.value += pageLength
              }}
            >
              {w.more(Math.min(pageLength, files.length - shown.value))}
            </button>
          </div>
        )}
        <Expected room={room} />
      </div>
    </main>
  )
}

function emptyWords({ intake }: CaseState): string {
  return intake.kind === 'read' ? laterWords.value.files.none : laterWords.value.files.reading
}

/** Missing and altered files stand first, in words that cannot be overlooked. */
function Loud({ state }: { readonly state: CaseState }) {
  const w = laterWords.value.files
  const held = [...state.files.values()]
  const missing = held.filter(file => file.isMissing)
  const altered = held.filter(file => file.was.length > 0)
  if (missing.length + altered.length === 0) return null
  return (
    <div class="loud" role="alert">
      {missing.length > 0 && (
        <p>
          <strong>{w.loudMissing(missing.length)}</strong>: {missing.map(file => file.found.path).join(', ')}
        </p>
      )}
      {altered.length > 0 && (
        <p>
          <strong>{w.loudAltered(altered.length)}</strong>: {altered.map(file => file.found.path).join(', ')}
        </p>
      )}
      <p>{w.loudWhat}</p>
    </div>
  )
}

function FileRow({ room, file }: { readonly room: Room; readonly file: ListedFile }) {
  const w = laterWords.value.files
  const held = room.source.state.value.files.get(file.file)
  const isRecording = file.kind === 'recording' && file.sha256 !== null
  const isOdd = held?.isMissing || (held?.was.length ?? 0) > 0
  const twin = twinOf(room, file)
  const made = room.source.work.value?.making.find(each => each.recording === file.sha256)
  return (
    <tr>
      <td class={isOdd ? 'file-name whole differs' : 'file-name whole'}>
        {isRecording ? (
          <button
            type="button"
            class="link"
            onClick={() => {
              room.select(file.sha256 ?? '')
              room.session.view.value = 'watch'
            }}
          >
            {file.file}
          </button>
        ) : (
          file.file
        )}
        {file.encoded && <span class="note">{w.encodedName}</span>}
        {twin && <span class="note">{w.sameAs(twin)}</span>}
      </td>
      <td class="nowrap">
        {w.kinds[file.kind]}
        {held?.found.format && <span class="note">{held.found.format}</span>}
      </td>
      <td class="nowrap">
        {w.states[file.state]}
        {made?.fraction != null && <span class="note">{numbers.value.percent(made.fraction)}</span>}
      </td>
      <td class="whole">
        <Why why={file.why} />
        {file.oddities.filter(isNotSaid(file.why)).map(code => (
          <div key={code}>{oddityWords(code)}</div>
        ))}
        {held?.was.map(hash => (
          <div key={hash} class="hash">
            {w.alteredWas(hash)}
          </div>
        ))}
        {held?.found.listing && <Archive room={room} listing={held.found.listing} />}
      </td>
      <td class="number nowrap">{held?.found.bytes == null ? '–' : numbers.value.bytes(held.found.bytes)}</td>
      <td class="hash" title={file.sha256 ?? undefined}>
        {file.sha256 === null ? '–' : `${file.sha256.slice(0, 12)}…`}
      </td>
    </tr>
  )
}

/** What the reason says already is not said again among the oddities. */
function isNotSaid(why: string | null): (code: string) => boolean {
  return code => code !== 'missing' || !why?.startsWith('case.missing')
}

/** The first other name under which the same bytes are held. */
function twinOf(room: Room, file: ListedFile): string | null {
  if (file.sha256 === null) return null
  const recording = room.source.state.value.recordings.get(file.sha256)
  return recording && recording.firstName !== file.file ? recording.firstName : null
}
