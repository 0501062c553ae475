import { knownCard } from '@sightline/core/case/cards'
import { type Found, searchCase } from '@sightline/core/case-file'
import { later } from '../panels/later.tsx'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { deskOf, goToCard } from './case-desk.ts'

const most = 100

const FoundInAccounts = later(() =>
  import('../accounts/found-in-accounts.tsx').then(part => part.FoundInAccounts),
)

const FoundInEdits = later(() => import('../edits/found-in-edits.tsx').then(part => part.FoundInEdits))

/** Looks for words in everything that is neither walled nor private. */
export function CaseSearch({ room }: { readonly room: Room }) {
  const desk = deskOf(room)
  const w = caseWords.value.searchOf
  const { value: query } = desk.query
  const found = searchCase(room.source.state.value, query)
  return (
    <section class="card-section">
      <label class="field search-field">
        <span>{w.label}</span>
        <input
          type="search"
          value={query}
          autocomplete="off"
          onInput={event => {
            desk.query.value = event.currentTarget.value
          }}
        />
      </label>
      <p class="muted" role="status">
        {query.trim() !== '' && (found.length === 0 ? w.nothing : w.found(found.length))}
        {found.length > most && ` ${w.shownFirst(most)}`}
      </p>
      <ol class="found">
        {found.slice(0, most).map(each => (
          <FoundItem key={`${each.kind} ${each.id}`} room={room} found={each} />
        ))}
      </ol>
      <FoundInAccounts room={room} query={query} />
      <FoundInEdits room={room} query={query} />
    </section>
  )
}

/** What kind of thing was found. */
function kindWordsOf({ kind }: Found): string {
  const w = caseWords.value.searchOf
  switch (kind) {
    case 'moment':
    case 'statement':
    case 'link':
    case 'matter':
    case 'file':
    case 'expected':
      return w[kind]
    case 'card':
      return ''
  }
}

/** The page on which what was found stands. */
function pageOf(kind: Found['kind']) {
  switch (kind) {
    case 'moment':
      return 'watch'
    case 'statement':
    case 'link':
    case 'matter':
      return 'accounts'
    case 'card':
      return 'case'
    case 'file':
    case 'expected':
      return 'files'
  }
}

function FoundItem({ room, found }: { readonly room: Room; readonly found: Found }) {
  const go = () => {
    const { value: state } = room.source.state
    const card = found.kind === 'card' ? knownCard(state, found.id) : null
    if (card) return goToCard(room, card)
    const listed = room.marks.all.peek().find(({ moment }) => moment.id === found.id)
    if (listed) room.marks.go(listed)
    room.session.view.value = pageOf(found.kind)
  }
  return (
    <li>
      <span class="muted small">{found.of ? cardWords.value.kinds[found.of].one : kindWordsOf(found)}</span>
      <button type="button" class="link" onClick={go}>
        {found.title}
      </button>
      {found.excerpt !== null && found.excerpt !== found.title && <span class="muted">{found.excerpt}</span>}
    </li>
  )
}
