import { placementOf, type Recording, type RecordingId } from '@sightline/core/case'
import type { PinConflict } from '@sightline/core/sync'
import { unplacedWords } from '../panels/placement-words.ts'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { microsTail, timeText } from '../time-text.ts'
import { type ClockFacts, rejectedFor } from './clock-facts.ts'
import { Why } from './why.tsx'

/** A recording on a clock: where its file time 0 lies, how far that may be off, how its clock runs, and how that is known. */
export function PlacedRow({
  room,
  id,
  facts,
}: {
  readonly room: Room
  readonly id: RecordingId
  readonly facts: ClockFacts | null
}) {
  const w = clockWords.value
  const n = numbers.value
  const recording = room.source.state.value.recordings.get(id)
  const placement = recording && placementOf(recording)
  if (placement?.kind !== 'placed') return null
  const pieces = placement.segments?.length ?? 1
  const copyOf = facts?.result.recordings.find(each => each.id === id)?.duplicateOf ?? null
  return (
    <li class="clock-row" data-row={id} aria-current={isSelected(room, id) || undefined}>
      <Name room={room} id={id} />
      <span class="clock-start mono" title={w.start}>
        <span class="unseen">{w.start} </span>
        {timeText(placement.start)}
        <span class="tail">{microsTail(placement.start)}</span>
      </span>
      <span class="clock-by muted small">
        {w.by[placement.by]}
        {' · '}
        <span class="mono">{w.drift(n.signed(placement.driftPpm, 1))}</span>
        {pieces > 1 && ` · ${w.pieces(pieces)}`}
        {recording?.lock && ` · ${w.locked}`}
        {placement.travelMs !== undefined && ` · ${w.travel(n.ms(placement.travelMs))}`}
        {copyOf !== null && ` · ${w.copyOf(room.session.names.value.get(copyOf) ?? copyOf)}`}
      </span>
      <span class="clock-error mono">
        {placement.errorMs === null ? words.value.recording.errorNotStated : `±${n.ms(placement.errorMs)} ms`}
      </span>
    </li>
  )
}

/** A recording on no clock: why, and the best that was refused, to be looked at. */
export function UnplacedRow({
  room,
  recording,
  facts,
}: {
  readonly room: Room
  readonly recording: Recording
  readonly facts: ClockFacts | null
}) {
  const w = clockWords.value
  const n = numbers.value
  const { id } = recording
  const names = room.session.names.value
  const rejected = facts ? rejectedFor(facts, id) : []
  return (
    <li class="clock-row unplaced" data-row={id} aria-current={isSelected(room, id) || undefined}>
      <Name room={room} id={id} />
      <span class="clock-why">{unplacedWords(room, recording)}</span>
      {rejected.length > 0 && (
        <div class="rejected small">
          <span class="muted">{w.rejected}</span>
          <ul>
            {rejected.map(({ other, lagSeconds, score, why }) => (
              <li key={other}>
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    room.session.pair.value = [other, id]
                  }}
                >
                  {w.onOther(names.get(other) ?? other, timeText(Math.round(lagSeconds * 1e6)))}
                </button>
                <span class="muted">
                  {' '}
                  {w.score(n.decimals(score, 1))}: <Why why={why} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

export function ConflictRow({ room, conflict }: { readonly room: Room; readonly conflict: PinConflict }) {
  const w = clockWords.value
  const n = numbers.value
  const names = room.session.names.value
  const { a, b } = conflict
  return (
    <li>
      <span class="differs-quietly">
        {w.conflict(
          names.get(a) ?? a,
          names.get(b) ?? b,
          n.ms(Math.abs(conflict.differenceMs)),
          n.ms(conflict.errorMs),
        )}
      </span>{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          room.session.pair.value = [a, b]
        }}
      >
        {w.lookAt}
      </button>
    </li>
  )
}

function Name({ room, id }: { readonly room: Room; readonly id: RecordingId }) {
  const { session } = room
  return (
    <span class="clock-name">
      <Tick mark={session.marks.value.get(id)} />
      <button
        type="button"
        class="link"
        aria-label={clockWords.value.select(session.names.value.get(id) ?? '')}
        onClick={() => room.select(id)}
      >
        {session.names.value.get(id)}
      </button>
    </span>
  )
}

function isSelected({ session }: Room, id: RecordingId): boolean {
  return (session.selected.value ?? session.current.value) === id
}
