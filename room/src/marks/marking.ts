import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { timeText } from '../time-text.ts'

/** Goes to the moment before or after the playhead, and says its name. */
export function goToMoment(room: Room, by: 1 | -1): void {
  const found = room.marks.goBy(by)
  const w = words.peek().moments
  room.speaker.say(found ? w.here(found.moment.name) : w.noMore)
}

/** Sets one end of the measure at the playhead and shows the measure. */
export function setEnd(room: Room, end: 'from' | 'to'): void {
  const { marks, session } = room
  marks.measuring.value = { ...marks.measuring.peek(), [end]: marks.pointed() }
  session.tab.value = 'measure'
  const w = words.peek().measure
  room.speaker.say(`${w[end]}: ${timeText(room.engine.time.peek())}`)
}

/** Counts the instant under the playhead; the same instant twice is one. */
export function countInstant(room: Room): void {
  const { counted } = room.marks
  const at = room.engine.time.peek()
  if (!counted.peek().includes(at)) counted.value = [...counted.peek(), at].sort((a, b) => a - b)
  room.session.tab.value = 'measure'
  room.speaker.say(words.peek().count.said(counted.peek().length, timeText(at)))
}

/** Puts a text onto the clipboard and says so. */
export function copyText(room: Room, text: string): void {
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
  copied.then(
    () => room.speaker.tell(words.peek().measure.copied, 'confirmation'),
    () => room.speaker.tell(words.peek().problems.copyFailed),
  )
}
