import {
  aheadMicros,
  type ClaimedClock,
  claimedClocksOf,
  inNameOrder,
  mainGroup,
  placementOf,
  type WallClock,
  wallAt,
  wallClockOf,
} from '@sightline/core/case'
import { caseMicros } from '@sightline/core/time'
import { agentName } from '../panels/placement-words.ts'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { placingWords } from '../strings/placing-words.ts'
import { secondsText } from '../time-text.ts'
import { clockWords, differenceWords, takenWords } from './clock-words.ts'
import { readingText, wallText, zoneText } from './zone-text.ts'

/** What time of day it was: by which clock a person anchored the case, and how far every other clock is from it. */
export function WallTimeSection({ room }: { readonly room: Room }) {
  const state = room.source.state.value
  const w = placingWords.value.wall
  const wallClock = wallClockOf(state)
  const { anchor } = state.wallTime
  const nameOf = (id: string) => room.session.names.value.get(id) ?? ''
  const current = room.session.current.value
  const placed = current === null ? undefined : state.recordings.get(current)
  const placement = placed && placementOf(placed)
  const canAnchor = placement?.kind === 'placed' && placement.group === mainGroup
  return (
    <section class="section">
      <h3>{w.title}</h3>
      {!anchor && <p class="muted">{w.none}</p>}
      {anchor && !wallClock && <p>{w.adrift(nameOf(anchor.recording))}</p>}
      {wallClock && <Anchored room={room} wallClock={wallClock} />}
      {room.source.can.command && (
        <div class="row small">
          {canAnchor && (
            <button
              type="button"
              class="link"
              onClick={() => {
                const dialog = { what: 'read-clock', id: placed?.id ?? '', use: 'anchor' } as const
                room.session.overlay.value = { kind: 'placing', dialog }
              }}
            >
              {anchor ? w.anchorAnew : w.anchor}
            </button>
          )}
          {anchor && (
            <button
              type="button"
              class="link"
              onClick={() => {
                room.session.overlay.value = { kind: 'placing', dialog: { what: 'withdraw-anchor' } }
              }}
            >
              {w.withdraw}
            </button>
          )}
        </div>
      )}
      <Claims room={room} wallClock={wallClock} />
    </section>
  )
}

function Anchored({ room, wallClock }: { readonly room: Room; readonly wallClock: WallClock }) {
  const w = placingWords.value.wall
  const n = numbers.value
  const { anchor, offsetMinutes, errorMs } = wallClock
  const zero = wallText(wallAt(wallClock, caseMicros(0)), offsetMinutes)
  const { zone } = anchor.reading
  const named = zone.includes('/') ? `${zone} (${zoneText(offsetMinutes)})` : zoneText(offsetMinutes)
  return (
    <>
      <dl class="facts">
        <dt>{w.atZero}</dt>
        <dd class="mono">
          {zero} {zoneText(offsetMinutes)}
        </dd>
        <dt>{w.anchoredBy}</dt>
        <dd>
          <span class="mono">{w.reads(readingText(anchor.reading.local), named)}</span>
          <span class="note">
            {w.atFrame(secondsText(anchor.media), room.session.names.value.get(anchor.recording) ?? '')},{' '}
            {errorMs === null ? w.errorNotStated : w.error(n.ms(errorMs))}
          </span>
        </dd>
        <dt>{words.value.reason}</dt>
        <dd>
          {anchor.reason}
          <span class="note">
            {words.value.recording.pinnedBy(agentName(room, anchor.agent), n.date(anchor.at))}
          </span>
        </dd>
      </dl>
      <p class="muted small">{w.drifts}</p>
    </>
  )
}

/** Every clock that a recording on the case clock carries, with how far it is fast or slow. */
function Claims({ room, wallClock }: { readonly room: Room; readonly wallClock: WallClock | null }) {
  const w = placingWords.value.wall
  const state = room.source.state.value
  const clocks = inNameOrder(state)
    .filter(recording => {
      const placement = placementOf(recording)
      return placement?.kind === 'placed' && placement.group === mainGroup
    })
    .flatMap(recording => claimedClocksOf(state, recording))
  return (
    <>
      <h3>{w.clocks}</h3>
      {clocks.length === 0 && <p class="muted">{w.noClocks}</p>}
      <ul class="claims">
        {clocks.map(clock => (
          <li key={`${clock.recording} ${clockWords(room, clock)}`}>
            <Tick mark={room.session.marks.value.get(clock.recording)} />
            <div>
              <button type="button" class="link" onClick={() => room.select(clock.recording)}>
                {room.session.names.value.get(clock.recording)}
              </button>
              <span class="muted"> · {clockWords(room, clock)}</span>
              <ClaimLines room={room} clock={clock} wallClock={wallClock} />
            </div>
          </li>
        ))}
      </ul>
      {clocks.length > 0 && <p class="muted small">{wallClock ? w.whatClocks : w.toAnchor}</p>}
    </>
  )
}

interface ClaimProps {
  readonly room: Room
  readonly clock: ClaimedClock
  readonly wallClock: WallClock | null
}

/** Each way to take a claim, with its difference from the anchor. */
export function ClaimLines({ room, clock, wallClock }: ClaimProps) {
  const state = room.source.state.value
  return (
    <>
      {clock.taken.map(taken => {
        const ahead = wallClock && aheadMicros(state, wallClock, clock.recording, taken)
        return (
          <div key={`${taken.at} ${taken.zone}`}>
            {ahead !== null && <strong class="difference">{differenceWords(ahead)}</strong>}{' '}
            <span class="muted small">{takenWords(taken)}</span>
          </div>
        )
      })}
    </>
  )
}
