import type { Room } from './room-model.ts'
import { words } from './strings/index.ts'

/** Puts the link to this instant into the address bar and, where the browser allows it, onto the clipboard. */
export function copyLink(room: Room): void {
  const link = room.link()
  const { transport, problems } = words.peek()
  const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'))
  copied.then(
    () => room.speaker.tell(transport.linkCopied, 'confirmation'),
    () => room.speaker.tell(problems.copyFailed),
  )
}
