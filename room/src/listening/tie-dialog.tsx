import { useSignal } from '@preact/signals'
import type { Passage, Transcript } from '@sightline/core/case'
import { plainForm } from '@sightline/core/transcript'
import { accountsModelOf, passageIn } from '../accounts/accounts-model.ts'
import { Dialog } from '../panels/dialog.tsx'
import { words } from '../strings/index.ts'
import { listeningWords } from '../strings/listening-words.ts'
import type { ListeningModel } from './listening-model.ts'

interface Props {
  readonly model: ListeningModel
  readonly transcript: Transcript
  readonly onClose: () => void
}

/** Quotes are few; more than these nobody reads through in a dialog. */
const mostShown = 40

/** Chooses a quote of an account that is heard in the selected line. */
export function TieDialog({ model, transcript, onClose }: Props) {
  const w = listeningWords.value.tie
  const { room } = model
  const accounts = accountsModelOf(room)
  const typed = useSignal('')
  const line = model.lines.value[model.at.value]
  const quotes = accounts.view.value.columns.flatMap(column =>
    column.quotes.map(each => ({
      name: column.group.shown.said?.outlet ?? column.group.shown.firstName,
      of: column,
      each,
    })),
  )
  const wanted = plainForm(typed.value)
  const found = quotes.filter(({ of, each }) =>
    plainForm(of.text.slice(each.start, each.end)).includes(wanted),
  )
  const tie = async (passage: Passage | null) => {
    if (!passage || !line) return
    const { from } = line
    const to = Math.max(line.to, from + 1) as typeof from
    const isIn = await room.entering.enter(
      { do: 'tie-quote', passage, transcript: transcript.id, from, to, note: null },
      listeningWords.peek().said.tied,
    )
    if (isIn) onClose()
  }
  return (
    <Dialog title={w.title} isWide onClose={onClose}>
      <p class="muted">{w.lead}</p>
      {quotes.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <input
          type="search"
          aria-label={w.find}
          placeholder={w.find}
          value={typed.value}
          onInput={event => {
            typed.value = event.currentTarget.value
          }}
        />
      )}
      <ul class="quotes-to-tie">
        {found.slice(0, mostShown).map(({ name, of, each }) => (
          <li key={`${of.group.id} ${each.start}`}>
            <button
              type="button"
              class="link"
              onClick={() => room.speaker.heed(tie(passageIn(accounts, of.group.id, each)))}
            >
              “{of.text.slice(each.start, each.end)}”
            </button>
            <span class="small muted"> {name}</span>
          </li>
        ))}
      </ul>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {words.value.cancel}
        </button>
      </div>
    </Dialog>
  )
}
