import { mainGroup, placementOf } from '@sightline/core/case'
import { samplesPerSecond } from '@sightline/core/sync'
import { caseTimeOn, type MediaMicros } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { mediaOf, sampleOfB } from './wave-axis.ts'
import { pieceOf, type Waves } from './waves-model.ts'
import { laterBy, nearestWay } from './ways.ts'

/** From the close look back to the room, and to the dialogs that place by hand. */
export function PairActs({ room, waves }: { readonly room: Room; readonly waves: Waves }) {
  const { session, source } = room
  const w = clockWords.value
  const { pair } = waves
  const upper = source.state.value.recordings.get(pair.a)
  const lower = source.state.value.recordings.get(pair.b)
  const placement = upper && placementOf(upper)
  const time = waves.timeOf(waves.cursor.value)
  const isOnCase = placement?.kind === 'placed' && placement.group === mainGroup
  const hasPictures = lower?.probe.kind === 'probed' && lower.probe.facts.video !== null
  const isLocked = lower?.lock !== null
  return (
    <div class="pair-acts row">
      <button type="button" class="button" disabled={time.on !== 'clock'} onClick={showRoom}>
        {w.showRoom}
      </button>
      {source.can.command && (
        <>
          <button type="button" class="button" disabled={!isOnCase || isLocked} onClick={pin}>
            {w.pinHere}
          </button>
          {hasPictures && !isLocked && (
            <button
              type="button"
              class="button"
              onClick={() => {
                session.overlay.value = { kind: 'match-frames', id: pair.b }
              }}
            >
              {w.matchFrames}
            </button>
          )}
          {isLocked && <span class="muted small">{w.lowerLocked}</span>}
          {!isOnCase && <span class="muted small">{w.pinNeedsUpper}</span>}
        </>
      )}
    </div>
  )

  function showRoom(): void {
    if (placement?.kind !== 'placed') return
    session.chosenClock.value = placement.group
    session.selected.value = pair.a
    session.view.value = 'watch'
    room.seek(time.micros)
  }

  /** By how much it is moved where it has a place on the clock; else where its file time 0 would lie. */
  function pin(): void {
    const line = pair.line.peek()
    const way = pair.way.peek()
    if (!line || !way) return
    const onB = mediaOf(waves.b, sampleOfB(line, waves.cursor.peek())) / 1e6
    const shift = pair.shift.peek() / samplesPerSecond
    const inForce = way.kind === 'placement' ? way : nearestWay(pair.ways.peek(), 'placement', way, onB)
    if (inForce) {
      const byMicros = Math.round((laterBy(way, inForce, onB) + shift) * 1e6)
      session.overlay.value = { kind: 'move', id: pair.b, byMicros }
      return
    }
    const zeroOnA = ((way.lagSeconds + shift) * 1e6) as MediaMicros
    const piece = pieceOf(room, pair.a, zeroOnA)
    if (piece)
      session.overlay.value = {
        kind: 'type-start',
        id: pair.b,
        start: Math.round(caseTimeOn(piece, zeroOnA)),
      }
  }
}
