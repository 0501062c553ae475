import { knownCard } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { type Incidental, incidentals, type StopCode } from '@sightline/core/release'
import type { CheckedStop } from '@sightline/core/release-desk'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'

/** What a stop is about, in the words of the person's language; null where its own words say all. */
export function aboutWords(room: Room, { code, what, about }: CheckedStop): string | null {
  const w = composeWords.value
  switch (code as StopCode) {
    case 'not-looked-for':
      return w.incidentals[incidentals.find(each => each === what) as Incidental] ?? what
    case 'name-told':
      return placeWords(what)
    case 'nothing-goes-out':
    case 'not-reviewed':
    case 'no-rule':
    case 'no-viewing':
      return null
    default: {
      const { value: state } = room.source.state
      const card = about === null ? null : knownCard(state, about)
      return card ? titleOf(state, card) : what
    }
  }
}

function placeWords(what: string): string {
  const { places } = composeWords.value
  const [kind = '', which = ''] = what.split(' ')
  switch (kind) {
    case 'statement':
    case 'withheld':
    case 'gone':
      return places[kind](which)
    case 'organization':
    case 'title':
    case 'warning':
    case 'changes':
    case 'recording':
    case 'account':
    case 'document':
    case 'person':
      return places[kind]
    default:
      return what
  }
}
