import { stateOfRecording } from '@sightline/core/case'
import type { AngleState } from '../engine/angle.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { timeText } from '../time-text.ts'
import type { Lane } from './lanes.ts'
import { versionOf } from './watch.ts'

/** Why an angle shows no picture. */
export interface Absence {
  readonly title: string
  readonly detail: string
}

/** Null while a picture is shown or is about to be. `state` is null before the engine was given the angle. */
export function absenceOf(room: Room, lane: Lane, state: AngleState | null): Absence | null {
  if (state === null) return notBegun(room, lane)
  if (state.kind === 'loading') return { title: words.value.angle.loading, detail: '' }
  return state.kind === 'absent' ? absent(lane, state.why) : null
}

function absent(lane: Lane, why: string): Absence {
  const w = words.value.angle
  const first = lane.covers[0]
  const last = lane.covers.at(-1)
  switch (why) {
    case 'before-start':
      return { title: w.notYet, detail: first ? w.startsAt(timeText(first.from)) : '' }
    case 'after-end':
      return { title: w.ended, detail: last ? w.endedAt(timeText(last.to)) : '' }
    case 'between-pieces':
      return { title: w.noPicture, detail: w.betweenPieces }
    case 'no-frames':
      return { title: w.noPicture, detail: w.noFrames }
    case 'canvas-lost':
      return { title: w.noPicture, detail: w.canvasLost }
    case 'hidden':
      return { title: w.loading, detail: '' }
    default:
      return {
        title: w.cannotShow,
        detail: versionOf(lane.recording) === 'original' ? w.waitingForCopy : w.failed(why),
      }
  }
}

function notBegun(room: Room, lane: Lane): Absence {
  const w = words.value.angle
  const failure = room.watch.failures.value.get(lane.id)
  const { state, why } = stateOfRecording(lane.recording, room.source.info.required)
  const reason = failure ?? (state === 'refused' ? why : null)
  return reason === null
    ? { title: w.loading, detail: '' }
    : { title: w.cannotShow, detail: w.failed(reason) }
}
