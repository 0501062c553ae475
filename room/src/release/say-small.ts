import type { Room } from '../room-model.ts'
import { releaseWords } from '../strings/release-words.ts'

/** Says, until it is closed, that pictures are smaller than they could be: nobody should judge by them unawares. */
export function saySmall(room: Room): void {
  room.speaker.tell(releaseWords.peek().smallShown)
}
