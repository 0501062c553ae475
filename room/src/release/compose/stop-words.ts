import { knownCard } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { aboutStop } from '@sightline/core/release'
import type { CheckedStop } from '@sightline/core/release-desk'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'

/** What a stop is about, in the words of the person's language; null where its own words say all. */
export function aboutWords(room: Room, stop: CheckedStop): string | null {
  const { value: state } = room.source.state
  const said = aboutStop(composeWords.value, stop)
  const card = said === null || stop.about === null ? null : knownCard(state, stop.about)
  return card ? titleOf(state, card) : said
}
