import { mainGroup, type Placed, placementOf, type Recording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { microsTail, timeText } from '../time-text.ts'
import { later } from './later.tsx'
import { clockTaken, Distance, travelWords, WallStart } from './placement-facts.tsx'
import { agentName, unplacedWords } from './placement-words.ts'
import { ByHand, Nudges } from './placing-links.tsx'

const PinConflicts = later(() => import('../placing/pin-conflicts.tsx').then(part => part.PinConflicts))

interface Props {
  readonly room: Room
  readonly recording: Recording
}

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
      {placement.group === mainGroup && <WallStart room={room} start={placement.start} />}
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
