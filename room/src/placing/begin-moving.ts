import { mainGroup, type RecordingId } from '@sightline/core/case'
import { closeSheet } from '../panels/sheets.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'

/** Begins to move a recording by hand, its pictures following, or says why that cannot be. */
export function beginMoving(room: Room, id: RecordingId | null): void {
  const { session, speaker, engine, source } = room
  if (!source.can.command || session.moving.peek()) return
  const w = words.peek().byHand.cannot
  const lane = session.lanes.peek().find(each => each.id === id)
  const cannot = !lane
    ? w.none
    : session.clock.peek()?.id !== mainGroup
      ? w.group
      : lane.recording.lock
        ? w.locked(session.names.peek().get(lane.id) ?? '')
        : null
  if (!lane || cannot !== null) {
    speaker.tell(cannot ?? w.none, 'confirmation')
    return
  }
  engine.pause()
  if (session.sheet.peek() !== null) closeSheet(room)
  session.moving.value = { id: lane.id, byMicros: 0 }
}
