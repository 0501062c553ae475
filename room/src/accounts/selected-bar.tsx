import type { StatementKind } from '@sightline/core/case'
import { type AccountId, longestPassage, statedDayOf } from '@sightline/core/case'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, columnIn, passageIn } from './accounts-model.ts'
import type { Selected } from './text-selection.ts'

/** More words than this name or describe nobody. */
const longestName = 80

interface Props {
  readonly model: AccountsModel
  readonly group: AccountId
  readonly selected: Selected | null
  readonly onDone: () => void
}

/** What is to become of the text that is selected. Empty while nothing is, so that it is always at the same place. */
export function SelectedBar({ model, group, selected, onDone }: Props) {
  const w = accountsWords.value
  const stretch = selected && trimmed(columnIn(model, group)?.text ?? '', selected)
  if (!stretch) return null
  const passage = passageIn(model, group, stretch)
  if (!passage) return <p class="selected-bar">{w.tooLong(longestPassage)}</p>
  const words = passage.exact.replace(/\s+/g, ' ')
  const make = async (kind: StatementKind) => {
    const command = { do: 'make-statement', kind, passage, source: null, takenFrom: null } as const
    if (await model.room.entering.enter(command, w.isTakenUp)) onDone()
  }
  const first = model.linking.value
  return (
    <div class="selected-bar">
      <p class="small">
        <span class="muted">{w.selected}:</span> “{words.length > 80 ? `${words.slice(0, 79)}…` : words}”
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => model.room.speaker.heed(make('statement'))}>
          {w.makeStatement}
        </button>
        <button type="button" class="button" onClick={() => model.room.speaker.heed(make('quote'))}>
          {w.makeQuote}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            if (first && first.account !== passage.account)
              model.asking.value = { kind: 'link', a: first, b: passage }
            else model.linking.value = passage
            onDone()
          }}
        >
          {w.linkSelected}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            model.asking.value = { kind: 'matter', passages: [passage] }
          }}
        >
          {w.matterSelected}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            const { statedDays } = model.room.source.state.value
            const of = { kind: 'words', passage } as const
            model.asking.value = { kind: 'day', of, held: statedDayOf({ statedDays }, of), guess: null }
          }}
        >
          {w.days.daySelected}
        </button>
        {words.length <= longestName && (
          <button
            type="button"
            class="button"
            onClick={() => {
              model.asking.value = {
                ...{ kind: 'participant' },
                person: { name: words, named: [{ group, name: words }], participants: [] },
              }
            }}
          >
            {w.voices.whoIsMeant}
          </button>
        )}
      </div>
    </div>
  )
}

/** A selection that reaches over white space, or over the marks of a quote alone, is meant for the words. */
function trimmed(text: string, { start, end }: Selected): Selected | null {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = start + words.trimEnd().length
  return to > from ? { start: from, end: to } : null
}
