import { mainGroup, type Placed, placementOf, type Recording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { microsTail, timeText } from '../time-text.ts'
import { agentName, unplacedWords } from './placement-words.ts'

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
      {canPlace && isPlaced && placement.group === mainGroup && <Nudges room={room} recording={recording} />}
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
              <span class="note">{w.pinnedBy(agentName(room, pin.agent), n.date(pin.at))}</span>
            </dd>
          </>
        )}
      </dl>
      {placement.segments && placement.segments.length > 1 && <p>{w.segments(placement.segments.length)}</p>}
      <p class="muted small">{w.soundTravels}</p>
    </>
  )
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

function ByHand({ room: { session }, recording }: Props) {
  const w = words.value.recording
  const open = (kind: 'type-start' | 'match-frames' | 'unpin') => () => {
    session.overlay.value = { kind, id: recording.id }
  }
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
      {recording.pin && (
        <button type="button" class="link" onClick={open('unpin')}>
          {w.unpin}
        </button>
      )}
    </div>
  )
}
