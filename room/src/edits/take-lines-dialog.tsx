import { useSignal } from '@preact/signals'
import type { TakeAwayState } from '@sightline/core/api'
import { publishable } from '@sightline/core/conform'
import { useEffect } from 'preact/hooks'
import { Dialog } from '../panels/dialog.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { laterWords } from '../strings/later-words.ts'
import { numbers } from '../strings/numbers.ts'
import type { EditsModel } from './edits-model.ts'

const askAgainMs = 300

const formats = ['csv', 'edl', 'otio'] as const
type Format = (typeof formats)[number]

/** The lines that people have accepted, corrected or added: a table with who decided and why, or a list for video editors. Nothing else leaves. */
export function TakeLinesDialog({
  model,
  onClose,
}: {
  readonly model: EditsModel
  readonly onClose: () => void
}) {
  const w = editsWords.value
  const later = laterWords.value.takeAway
  const { source, speaker } = model.room
  const request = useSignal<string | null>(null)
  const state = useSignal<TakeAwayState>({ kind: 'making', fraction: 0 })
  const open = publishable(model.lines.value)
  const as = useSignal<Format>('csv')
  const id = request.value
  useEffect(() => {
    if (id === null) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const ask = async () => {
      state.value = await source.takeAwayState(id)
      if (state.peek().kind === 'making') timer = setTimeout(() => speaker.heed(ask()), askAgainMs)
    }
    speaker.heed(ask())
    return () => {
      if (timer !== null) clearTimeout(timer)
    }
  }, [id, source, speaker, state])
  const begin = async () => {
    const film = model.film.peek()?.id
    if (film !== undefined) request.value = await source.takeAway({ what: 'edit-lines', film, as: as.peek() })
  }
  const now = state.value
  return (
    <Dialog title={w.takeAway} onClose={onClose}>
      <p class="muted">{open.length === 0 ? w.takeNone : w.takeWhat}</p>
      {id === null && open.length > 0 && (
        <fieldset class="choices column">
          <legend>{later.what}</legend>
          {formats.map(each => (
            <label key={each} class="check">
              <input
                type="radio"
                name="as"
                checked={as.value === each}
                onChange={() => {
                  as.value = each
                }}
              />
              {w.takeAs[each]}
            </label>
          ))}
        </fieldset>
      )}
      {id !== null && now.kind === 'failed' && <p role="alert">{now.message}</p>}
      {id !== null && now.kind === 'made' && (
        <ul class="taken-files">
          {now.files.map(({ name, sha256, bytes }) => (
            <li key={sha256}>
              <a href={source.takenUrl(sha256)} download={name}>
                {name}
              </a>{' '}
              <span class="muted small">{numbers.value.bytes(bytes)}</span>
              <span class="hash">{sha256}</span>
            </li>
          ))}
        </ul>
      )}
      <div class="row end">
        <button type="button" class="button plain" onClick={onClose}>
          {w.close}
        </button>
        {id === null && (
          <button
            type="button"
            class="button key"
            disabled={open.length === 0}
            onClick={() => speaker.heed(begin())}
          >
            {later.make}
          </button>
        )}
      </div>
    </Dialog>
  )
}
