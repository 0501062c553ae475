import { useSignal } from '@preact/signals'
import type { TakeAwayState } from '@sightline/core/api'
import { useEffect } from 'preact/hooks'
import { Dialog } from '../panels/dialog.tsx'
import { type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { words } from '../strings/index.ts'
import { laterWords } from '../strings/later-words.ts'
import { numbers } from '../strings/numbers.ts'
import type { AccountsModel } from './accounts-model.ts'

const kinds = ['csv', 'annotations', 'claims'] as const

/** How often it is asked whether the file is made. */
const askAgainMs = 300

/** Asks for statements, links and matters as a file, and hands it over with its sheet. */
export function TakeAccountsDialog({
  model,
  onClose,
}: {
  readonly model: AccountsModel
  readonly onClose: () => void
}) {
  const w = accountsWords.value
  const request = useSignal<string | null>(null)
  const { source, speaker } = model.room
  const submit = async (filled: Filled) => {
    const as = kinds.find(each => each === filled('as')) ?? 'csv'
    request.value = await source.takeAway({ what: 'accounts', as })
  }
  return (
    <Dialog title={w.takeAwayTitle} onClose={onClose}>
      <p class="muted small">{w.takeAwayWhat}</p>
      {request.value === null ? (
        <Form
          submit={laterWords.value.takeAway.make}
          onCancel={onClose}
          onSubmit={filled => speaker.heed(submit(filled))}
        >
          <fieldset class="choices column">
            <legend>{laterWords.value.takeAway.what}</legend>
            {kinds.map(kind => (
              <label key={kind} class="check">
                <input type="radio" name="as" value={kind} defaultChecked={kind === 'csv'} />
                {w.as[kind]}
              </label>
            ))}
          </fieldset>
        </Form>
      ) : (
        <Making model={model} id={request.value} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Making({
  model,
  id,
  onClose,
}: {
  readonly model: AccountsModel
  readonly id: string
  readonly onClose: () => void
}) {
  const w = accountsWords.value
  const { source, speaker } = model.room
  const state = useSignal<TakeAwayState>({ kind: 'making', fraction: 0 })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const ask = async () => {
      state.value = await source.takeAwayState(id)
      if (state.peek().kind === 'making') timer = setTimeout(() => speaker.heed(ask()), askAgainMs)
    }
    speaker.heed(ask())
    return () => {
      if (timer !== null) clearTimeout(timer)
    }
  }, [source, speaker, id, state])
  const now = state.value
  return (
    <div class="fields" role="status">
      {now.kind === 'making' && <p>{w.making}</p>}
      {now.kind === 'failed' && <p>{w.failed(now.message)}</p>}
      {now.kind === 'made' && (
        <>
          <p>{w.made}</p>
          <ul class="taken-files">
            {now.files.map(({ name, sha256, bytes }) => (
              <li key={sha256}>
                <a href={source.takenUrl(sha256)} download={name}>
                  {w.save(name)}
                </a>{' '}
                <span class="muted small">{numbers.value.bytes(bytes)}</span>
                <span class="hash">{sha256}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {words.value.close}
        </button>
      </div>
    </div>
  )
}
