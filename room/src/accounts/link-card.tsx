import type { ShownLink } from '@sightline/core/side-by-side'
import { agentName } from '../panels/placement-words.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, columnIn, takeUpLink, wordsOf } from './accounts-model.ts'
import { EntryHistory } from './entry-history.tsx'
import { GroundsLine } from './grounds-line.tsx'

interface Props {
  readonly model: AccountsModel
  readonly link: ShownLink
  /** Whether the two accounts have to be named. */
  readonly isNamed?: boolean
}

/** What two statements are to each other, why, who says so, and what a person can do with it. */
export function LinkCard({ model, link, isNamed = false }: Props) {
  const w = accountsWords.value
  const { origin } = link
  const names = [link.a, link.b].map(({ group }) => {
    const column = columnIn(model, group)
    return column ? accountName(column.group.shown) : ''
  })
  const differing = link.differing.filter(each => each !== '')
  return (
    <section class="link-card">
      {isNamed && <p class="of-account">{names.join(' – ')}</p>}
      <p>
        {w.relations[link.relation]}{' '}
        <span class="muted">
          ·{' '}
          {origin.kind === 'candidate'
            ? w.candidate
            : `${origin.held.id} ${w.saidBy(agentName(model.room, origin.held.agent), numbers.value.date(origin.held.at))}`}
        </span>
      </p>
      {differing.length === 2 && <p class="small">{differsText(model, link, differing)}</p>}
      <GroundsLine link={link} columns={model.view.value.columns} />
      {model.room.source.can.command && <Acts model={model} link={link} />}
      {origin.kind === 'taken-up' && <EntryHistory room={model.room} id={origin.held.id} />}
    </section>
  )
}

/**
 * What differs, in quotation marks only where the account says it so: the engine also names words that stand apart in a statement, and
 * answers to a question that are no words of it.
 */
function differsText(model: AccountsModel, { a, b }: ShownLink, differing: readonly string[]): string {
  const w = accountsWords.value
  const said = [a, b].map(statement => wordsOf(model, statement))
  const [one = '', two = ''] = differing
  const [mine, theirs] = [asWritten(said[0] ?? '', one), asWritten(said[1] ?? '', two)]
  if (mine !== null && theirs !== null) return w.differs(mine, theirs)
  const areWords = said.every((words, at) =>
    plain(differing[at] ?? '')
      .split(' ')
      .every(word => plain(words).includes(word)),
  )
  if (!areWords) return w.voices.readAs(one, two)
  const apart = (words: string) => words.split(' ').join(' · ')
  return w.voices.ownWords(apart(one), apart(two))
}

/** What the engine names, as the statement writes it ("forty-six" of "forty six"); null where it does not stand there so. */
function asWritten(words: string, named: string): string | null {
  const at = plain(words).indexOf(plain(named))
  return at < 0 ? null : words.slice(at, at + named.length).replace(/\s+/g, ' ')
}

/** Character for character, so that a place in it is a place in the words. */
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s‐-]/g, ' ')

function Acts({ model, link }: Pick<Props, 'model' | 'link'>) {
  const w = accountsWords.value
  const { origin } = link
  if (origin.kind === 'taken-up') {
    const { id, rev } = origin.held
    return (
      <div class="row">
        <button
          type="button"
          class="link"
          onClick={() => {
            model.asking.value = { kind: 'correct-link', link }
          }}
        >
          {w.correct}
        </button>
        <button
          type="button"
          class="link"
          onClick={() => {
            model.asking.value = { kind: 'withdraw', what: 'link', id, rev }
          }}
        >
          {w.withdraw}
        </button>
      </div>
    )
  }
  return (
    <div class="row">
      <button
        type="button"
        class="link"
        onClick={() => model.room.speaker.heed(takeUpLink(model, link, link.relation, null, w.isTakenUp))}
      >
        {w.takeUp}
      </button>
      <button
        type="button"
        class="link"
        onClick={() => {
          model.asking.value = { kind: 'correct-link', link }
        }}
      >
        {w.takeUpAs}
      </button>
      <button
        type="button"
        class="link"
        onClick={() => {
          model.asking.value = { kind: 'set-aside', of: link }
        }}
      >
        {w.setAside}
      </button>
    </div>
  )
}
