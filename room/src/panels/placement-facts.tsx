import {
  type PinEvidence,
  type Placed,
  placementOf,
  type Recording,
  wallAt,
  wallClockOf,
} from '@sightline/core/case'
import type { CaseMicros } from '@sightline/core/time'
import { readingText, wallText, zoneText } from '../placing/zone-text.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'
import { agentName } from './placement-words.ts'

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** The start by the time of day, where the clock is anchored. */
export function WallStart({ room, start }: { readonly room: Room; readonly start: CaseMicros }) {
  const wallClock = wallClockOf(room.source.state.value)
  if (!wallClock) return null
  const { offsetMinutes } = wallClock
  return (
    <p class="mono muted">
      {wallText(wallAt(wallClock, start), offsetMinutes)} {zoneText(offsetMinutes)}
    </p>
  )
}

/** The clock that a person went by. */
export function clockTaken(evidence: PinEvidence) {
  if (evidence.how !== 'device-clock') return null
  const { reading, tag, media } = evidence.clock
  return (
    <span class="note mono">
      {readingText(reading.local)} {zoneText(reading.offsetMinutes)} = {secondsText(media)} s
      {tag !== null && ` (${tag})`}
    </span>
  )
}

/** How far its microphone was from what was heard. */
export function Distance({ room, recording: { distance } }: Props) {
  const w = words.value
  if (!distance) return null
  const { metres, errorMetres, source, reason, agent, at } = distance
  return (
    <>
      <dt>{w.distance.label}</dt>
      <dd>
        {w.distance.stated(String(metres), String(errorMetres), source)}
        <span class="note">
          {reason} · {w.recording.pinnedBy(agentName(room, agent), numbers.value.date(at))}
        </span>
      </dd>
    </>
  )
}

/** Whether the travel of sound is in a placement: never without a distance, and then only once it was computed with it. */
export function travelWords(room: Room, recording: Recording, placement: Placed): string {
  const w = words.value
  if (!recording.distance) return w.recording.soundTravels
  if (placement.by !== 'sound') return w.distance.pinned
  if (placement.travelMs === undefined) return w.distance.waiting
  const others = room.session.lanes.value.filter(lane => {
    const other = placementOf(lane.recording)
    return other?.kind === 'placed' && other.by === 'sound' && !lane.recording.distance
  })
  const allowed = w.distance.allowedFor(numbers.value.ms(placement.travelMs))
  return others.length === 0 ? allowed : `${allowed} ${w.distance.notAll(others.length)}`
}
