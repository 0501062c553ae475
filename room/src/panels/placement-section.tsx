import { mainGroup, type PinEvidence, type Placed, placementOf, type Recording } from '@sightline/core/case'
import { beginMoving } from '../placing/begin-moving.ts'
import type { PlacingDialog } from '../placing/placing-dialog.ts'
import { readingText, zoneText } from '../placing/zone-text.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { microsTail, secondsText, timeText } from '../time-text.ts'
import { later } from './later.tsx'
import { agentName, unplacedWords } from './placement-words.ts'

const PinConflicts = later(() => import('../placing/pin-conflicts.tsx').then(part => part.PinConflicts))

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** Nudges in micros: a tenth of a second, a frame or so, a millisecond. */
const nudges = [-100e3, -10e3, -1e3, 1e3, 10e3, 100e3] as const

/** Where a recording lies on its clock, how that is known, and how a person changes it. */
export function PlacementSection({ room, recording }: Props) {
  const w = words.value.recording
  const placement = placementOf(recording)
  const isPlaced = placement?.kind === 'placed'
  const canPlace = room.source.can.command && recording.probe.kind === 'probed'
  return (
    <section class="section">
      <h3>{w.placement}</h3>
      {isPlaced ? (
        <Place room={room} recording={recording} placement={placement} />
      ) : (
        <p>{unplacedWords(room, recording)}</p>
      )}
      {canPlace && isPlaced && placement.group === mainGroup && !recording.lock && (
        <Nudges room={room} recording={recording} />
      )}
      {isPlaced && placement.group !== mainGroup && <p class="muted small">{words.value.placing.mainOnly}</p>}
      {canPlace && <ByHand room={room} recording={recording} />}
    </section>
  )
}

function Place({ room, recording, placement }: Props & { readonly placement: Placed }) {
  const w = words.value.recording
  const n = numbers.value
  const { pin } = recording
  return (
    <>
      <div class="measure">
        <span class="value">
          {timeText(placement.start)}
          <span class="tail">{microsTail(placement.start)}</span>
        </span>
        <span class="error">
          {placement.errorMs === null ? w.errorNotStated : `± ${n.ms(placement.errorMs)} ms`}
        </span>
      </div>
      <dl class="facts">
        <dt>{w.drift}</dt>
        <dd class="mono">
          {n.decimals(placement.driftPpm, 1)} {w.ppm}
        </dd>
        <dt>{words.value.clock.choose}</dt>
        <dd>
          {placement.group === mainGroup
            ? words.value.clock.main
            : words.value.clock.name(Number(placement.group.slice(1)))}
          , {w.by[placement.by]}
        </dd>
        {pin && (
          <>
            <dt>{w.how[pin.evidence.how]}</dt>
            <dd>
              {pin.reason}
              {clockTaken(pin.evidence)}
              <span class="note">{w.pinnedBy(agentName(room, pin.agent), n.date(pin.at))}</span>
            </dd>
          </>
        )}
        {recording.lock && (
          <>
            <dt>{words.value.byHand.locked}</dt>
            <dd>
              {recording.lock.reason}
              <span class="note">
                {w.pinnedBy(agentName(room, recording.lock.agent), n.date(recording.lock.at))}
              </span>
            </dd>
          </>
        )}
        <Distance room={room} recording={recording} />
      </dl>
      {placement.segments && placement.segments.length > 1 && <p>{w.segments(placement.segments.length)}</p>}
      {pin && <PinConflicts room={room} recording={recording} />}
      <p class="muted small">{travelWords(room, recording, placement)}</p>
    </>
  )
}

/** The clock that a person went by. */
function clockTaken(evidence: PinEvidence) {
  if (evidence.how !== 'device-clock') return null
  const { reading, tag, media } = evidence.clock
  return (
    <span class="note mono">
      {readingText(reading.local)} {zoneText(reading.offsetMinutes)} = {secondsText(media)} s
      {tag !== null && ` (${tag})`}
    </span>
  )
}

function Distance({ room, recording: { distance } }: Props) {
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
function travelWords(room: Room, recording: Recording, placement: Placed): string {
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

function Nudges({ room: { session }, recording }: Props) {
  const w = words.value.recording
  return (
    <div class="nudges" role="group" aria-label={w.nudge}>
      {nudges.map(byMicros => (
        <button
          key={byMicros}
          type="button"
          class="button"
          onClick={() => {
            session.overlay.value = { kind: 'move', id: recording.id, byMicros }
          }}
        >
          {numbers.value.signedMs(byMicros / 1000)}
        </button>
      ))}
      <span class="muted small">ms</span>
    </div>
  )
}

function ByHand({ room, recording }: Props) {
  const { session } = room
  const w = words.value.recording
  const { byHand, distance } = words.value
  const open = (kind: 'type-start' | 'match-frames' | 'unpin') => () => {
    session.overlay.value = { kind, id: recording.id }
  }
  const ask = (dialog: PlacingDialog) => () => {
    session.overlay.value = { kind: 'placing', dialog }
  }
  const { id, lock } = recording
  if (lock)
    return (
      <div class="row small">
        <button type="button" class="link" onClick={ask({ what: 'unlock', id })}>
          {byHand.unlock}
        </button>
      </div>
    )
  return (
    <div class="row small">
      {recording.probe.kind === 'probed' && recording.probe.facts.video && (
        <button type="button" class="link" onClick={open('match-frames')}>
          {w.matchFrames}
        </button>
      )}
      <button type="button" class="link" onClick={open('type-start')}>
        {w.typeStart}
      </button>
      {room.source.state.value.wallTime.anchor && (
        <button type="button" class="link" onClick={ask({ what: 'read-clock', id, use: 'place' })}>
          {byHand.typeWall}
        </button>
      )}
      {recording.probe.kind === 'probed' && recording.probe.facts.audio.length > 0 && (
        <button type="button" class="link" onClick={ask({ what: 'distance', id })}>
          {recording.distance ? distance.change : distance.state}
        </button>
      )}
      {recording.distance && (
        <button type="button" class="link" onClick={ask({ what: 'withdraw-distance', id })}>
          {distance.withdraw}
        </button>
      )}
      {placementOf(recording)?.kind === 'placed' && (
        <button type="button" class="link" onClick={ask({ what: 'lock', id })}>
          {byHand.lock}
        </button>
      )}
      {session.lanes.value.some(lane => lane.id === id) && session.clock.value?.kind === 'group' && (
        <button type="button" class="link" onClick={() => beginMoving(room, id)}>
          {byHand.moveLink}
        </button>
      )}
      {recording.pin && (
        <button type="button" class="link" onClick={open('unpin')}>
          {w.unpin}
        </button>
      )}
    </div>
  )
}
