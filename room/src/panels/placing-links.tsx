import { placementOf, type Recording } from '@sightline/core/case'
import { beginMoving } from '../placing/begin-moving.ts'
import type { PlacingDialog } from '../placing/placing-dialog.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** Nudges in micros: a tenth of a second, a frame or so, a millisecond. */
const nudges = [-100e3, -10e3, -1e3, 1e3, 10e3, 100e3] as const

/** Moves by fixed amounts, each with its reason. */
export function Nudges({ room: { session }, recording }: Props) {
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

/** What a person can do about a place: every way asks for a reason. */
export function ByHand({ room, recording }: Props) {
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
