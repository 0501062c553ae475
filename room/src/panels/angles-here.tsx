import { useComputed } from '@preact/signals'
import { placementOf, wallAt } from '@sightline/core/case'
import {
  type CaseMicros,
  caseMicros,
  caseTimeOn,
  frameInterval,
  mediaMicros,
  pieceIndexAtCase,
} from '@sightline/core/time'
import { wallText, zoneText } from '../placing/zone-text.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { lookingWords } from '../strings/looking-words.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText, timeText } from '../time-text.ts'
import type { Lane } from '../watch/lanes.ts'
import { findingText, lengthText } from './frame-here.tsx'
import { travelWords } from './placement-facts.tsx'
import { Tick } from './tick.tsx'

/** For every angle the frame that is on the screen: its number and time in the file, where that lies on the clock, and how sure that is. */
export function AnglesHere({ room }: { readonly room: Room }) {
  return (
    <ul class="angles-here">
      {room.session.angles.value.map(lane => (
        <li key={lane.id}>
          <p class="here-name">
            <Tick mark={room.session.marks.value.get(lane.id)} />
            <strong>{room.session.names.value.get(lane.id)}</strong>
          </p>
          <Here room={room} lane={lane} />
          <PlaceError room={room} lane={lane} />
        </li>
      ))}
    </ul>
  )
}

/** Text nodes bound to the frame on the screen: playing renders nothing else. */
function Here({ room, lane }: { readonly room: Room; readonly lane: Lane }) {
  const frame = useComputed(() => frameWords(room, lane))
  const clock = useComputed(() => clockWords(room, lane))
  const interval = useComputed(() => {
    const found = intervalOf(room, lane)
    return found
      ? `${lengthText({ interval: found })}; ${lookingWords.value.here.next} ${findingText(found)}`
      : ''
  })
  return (
    <>
      <p class="mono">{frame}</p>
      <p class="mono">{clock}</p>
      <p class="small muted">{interval}</p>
    </>
  )
}

/** How far the place may be off, and what that leaves out. */
function PlaceError({ room, lane }: { readonly room: Room; readonly lane: Lane }) {
  const placement = placementOf(lane.recording)
  const { angle } = words.value
  if (placement?.kind !== 'placed') return <p class="small muted">{angle.ownClock}</p>
  const error = lane.errorMs === null ? angle.errorUnknown : `± ${numbers.value.ms(lane.errorMs)} ms`
  return (
    <p class="small">
      <span class="mono">{error}</span>{' '}
      <span class="muted">{travelWords(room, lane.recording, placement)}</span>
    </p>
  )
}

function shownOf(room: Room, lane: Lane) {
  const view = room.watch.views.value.get(lane.id)
  const times = room.watch.frames.value.get(lane.id)
  const shown = view?.state.value.kind === 'absent' ? null : view?.shown.value
  return shown && times ? { ...shown, times } : null
}

function intervalOf(room: Room, lane: Lane) {
  const shown = shownOf(room, lane)
  return shown && frameInterval(shown.times, shown.index)
}

function frameWords(room: Room, lane: Lane): string {
  const shown = shownOf(room, lane)
  const { frame, pts } = words.value.angle
  return shown
    ? `${frame} ${shown.index}  ${pts} ${secondsText(shown.pts, 6)} s`
    : lookingWords.value.here.none
}

/** From when to when the frame is current, by the clock of the case and, where that is anchored, by the time of day. */
function clockWords(room: Room, lane: Lane): string {
  const shown = shownOf(room, lane)
  const piece = lane.map[pieceIndexAtCase(lane.map, room.engine.time.value)]
  if (!shown || !piece) return ''
  const at = (boundary: number) => caseMicros(Math.round(caseTimeOn(piece, mediaMicros(boundary))))
  const [from, to] = [at(shown.pts), at(shown.times.boundaries[shown.index + 1] ?? shown.pts)]
  const spoken = lookingWords.value.here.onClock(timeText(from, 6), timeText(to, 6))
  const wallClock = room.session.wallClock.value
  if (!wallClock) return spoken
  const wall = (time: CaseMicros) => wallText(wallAt(wallClock, time), wallClock.offsetMinutes)
  return `${spoken} = ${wall(from)} ${zoneText(wallClock.offsetMinutes)}`
}
