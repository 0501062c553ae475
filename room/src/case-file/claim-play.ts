import { type CardId, type Moment, mainGroup } from '@sightline/core/case'
import { cardOf } from '@sightline/core/case/cards'
import { claimView } from '@sightline/core/case-file'
import type { Room } from '../room-model.ts'

/** The moments of a claim that have something to be played, in the order in which they were named. */
export function momentsOfClaim(room: Room, id: CardId): readonly Moment[] {
  const state = room.source.state.peek()
  const claim = cardOf(state, id, 'claim')
  return claim ? claimView(state, claim).moments : []
}

/** Goes to the room and plays the first moment of a claim there: all angles, at true speed. */
export function playClaim(room: Room, id: CardId): void {
  const { session } = room
  if (momentsOfClaim(room, id).length === 0) return
  session.chosenClock.value = mainGroup
  session.claimPlay.value = { claim: id, at: 0, round: 0 }
  session.view.value = 'watch'
}
