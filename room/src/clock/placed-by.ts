import { type Placed, placementOf } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'

/** Whether any recording is placed in this way. */
export function isAnyPlacedBy(room: Room, by: Placed['by']): boolean {
  return [...room.source.state.value.recordings.values()].some(recording => {
    const placement = placementOf(recording)
    return placement?.kind === 'placed' && placement.by === by
  })
}

/** What the zero of the clock of the case is: once a person has placed anything, it may not move. */
export function zeroWords(room: Room): string {
  const w = clockWords.value
  return isAnyPlacedBy(room, 'person') || isAnyPlacedBy(room, 'device-clock') ? w.zeroHeld : w.zeroEarliest
}
