import { cardsOf } from '@sightline/core/case/cards'
import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'
import { choiceWords, fieldLabel } from './field-words.ts'

interface Props {
  readonly room: Room
  /** On the cover stand only those that a person has put there. */
  readonly isCover: boolean
}

/** What the parties say, in their own words and with one weight, in the order in which it was entered. */
export function PartyWords({ room, isCover }: Props) {
  const all = cardsOf(room.source.state.value, 'party-statement')
  const shown = isCover ? all.filter(({ said }) => said.onCover === 'yes') : all
  const w = caseWords.value.overviewOf
  const worded = isCover ? room.source.coverStatements : []
  if (shown.length + worded.length === 0) return null
  return (
    <section class={isCover ? 'parties' : 'block parties'} aria-label={w.parties}>
      {!isCover && <h3>{w.parties}</h3>}
      <div class="party-row">
        {worded.map(({ by, text }) => (
          <blockquote key={by}>
            <p class="worded">{text}</p>
            <footer class="muted small">{by}</footer>
          </blockquote>
        ))}
        {shown.map(({ id, said }) => (
          <blockquote key={id}>
            <p>{said.words}</p>
            {said.original !== null && <p class="muted">{said.original}</p>}
            <footer class="muted small">
              {said.who} ({choiceWords(said.party)}){said.on === null ? '' : `, ${said.on}`}
              {said.language !== null && ` · ${fieldLabel('language')}: ${said.language}`}
              {said.interpreter !== null && ` · ${fieldLabel('interpreter')}: ${said.interpreter}`}
            </footer>
          </blockquote>
        ))}
      </div>
    </section>
  )
}
