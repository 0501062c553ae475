import { knownCard } from '@sightline/core/case/cards'
import type { StopCode } from '@sightline/core/release'
import type { CheckedStop } from '@sightline/core/release-desk'
import { deskOf, goToCard } from '../../case-file/case-desk.ts'
import type { Room } from '../../room-model.ts'
import type { PanelTab } from '../../session.ts'
import { type ComposePart, composeModel } from './compose-model.ts'

/** Where a stop is put right. */
type Place =
  | { readonly kind: 'page'; readonly part: ComposePart; readonly target: string | null }
  | { readonly kind: 'watch'; readonly tab: PanelTab }
  | { readonly kind: 'listening' | 'edits' | 'case' }

/** Goes to where a stop is put right: on this page, at the recording, in its transcript, or at the card. */
export function mend(room: Room, stop: CheckedStop): void {
  const { session, source } = room
  const { about } = stop
  const place = placeOf(room, stop)
  if (place.kind === 'page') {
    composeModel(room).goTo(place.part, place.target)
    return
  }
  if (place.kind === 'case') {
    const card = about === null ? null : knownCard(source.state.peek(), about)
    if (card) goToCard(room, card)
    else deskOf(room).part.value = 'release'
  } else if (about !== null) session.selected.value = about
  if (place.kind === 'watch') session.tab.value = place.tab
  session.view.value = place.kind
}

function placeOf(room: Room, { code, what, about }: CheckedStop): Place {
  switch (code as StopCode) {
    case 'nothing-goes-out':
    case 'walled':
    case 'redaction-unknown':
    case 'original-with-tags':
    case 'sound-undoes-mute':
      return { kind: 'page', part: 'going-out', target: about }
    case 'name-told':
      return placeOfWords(room, what)
    case 'not-looked-for':
      return { kind: 'page', part: 'staying', target: what }
    case 'removed-unexplained':
      return { kind: 'page', part: 'staying', target: `removed ${what}` }
    case 'placement-unapproved':
      return { kind: 'watch', tab: 'recording' }
    case 'no-description':
      return { kind: 'watch', tab: 'moments' }
    case 'no-transcript':
    case 'transcript-unreviewed':
      return { kind: 'listening' }
    case 'film-unreviewed':
      return { kind: 'edits' }
    default:
      return { kind: 'case' }
  }
}

/** The field of this page whose words hold a name, by what the checklist calls it. */
function placeOfWords(room: Room, what: string): Place {
  const [kind = '', which = ''] = what.split(' ')
  switch (kind) {
    case 'recording':
    case 'account':
    case 'document':
      return { kind: 'page', part: 'going-out', target: idBeginning(room, which) }
    case 'withheld':
    case 'gone':
    case 'changes':
      return { kind: 'page', part: 'staying', target: what }
    case 'person':
      return { kind: 'page', part: 'readers', target: which }
    default:
      return { kind: 'page', part: 'readers', target: what }
  }
}

/** The whole id of what a stop names by the beginning of its hash. */
function idBeginning({ source }: Room, start: string): string | null {
  const { recordings, accounts, files } = source.state.peek()
  const hashes = [
    ...recordings.keys(),
    ...accounts.keys(),
    ...[...files.values()].map(each => each.found.sha256),
  ]
  return hashes.find(each => each?.startsWith(start)) ?? null
}
