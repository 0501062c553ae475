import {
  type ClaimedClock,
  type ClockCandidate,
  claimedClocksOf,
  clockCandidates,
  type Recording,
  wallAt,
  wallClockOf,
} from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { placingWords } from '../strings/placing-words.ts'
import { timeText } from '../time-text.ts'
import { clockWords, spanWords, takenWords } from './clock-words.ts'
import { ClaimLines } from './wall-time-section.tsx'
import { wallText, zoneText } from './zone-text.ts'

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** The clocks that a recording carries, and, while it has no place, where it would lie by them. */
export function ClocksSection({ room, recording }: Props) {
  const w = placingWords.value.claims
  const state = room.source.state.value
  const clocks = claimedClocksOf(state, recording)
  const candidates = clockCandidates(state, recording)
  const canRead =
    room.source.can.command && recording.probe.kind === 'probed' && recording.probe.facts.video !== null
  return (
    <div class="clocks-of-recording">
      {clocks.length === 0 && <p class="muted">{w.none}</p>}
      <ul class="claims">
        {clocks.map(clock => (
          <Clock key={clockWords(room, clock)} room={room} clock={clock} />
        ))}
      </ul>
      {canRead && (
        <div class="row small">
          <button
            type="button"
            class="link"
            onClick={() => {
              const dialog = { what: 'read-clock', id: recording.id, use: 'note' } as const
              room.session.overlay.value = { kind: 'placing', dialog }
            }}
          >
            {w.read}
          </button>
        </div>
      )}
      {candidates.length > 0 && (
        <>
          <h3>{w.candidates}</h3>
          <p class="muted small">{w.candidatesWhat}</p>
          <ul class="claims">
            {candidates.map(candidate => (
              <Candidate
                key={`${clockWords(room, candidate.clock)} ${takenWords(candidate.taken)}`}
                room={room}
                recording={recording}
                candidate={candidate}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Clock({ room, clock }: { readonly room: Room; readonly clock: ClaimedClock }) {
  const w = placingWords.value.claims
  const { source } = clock
  const wallClock = wallClockOf(room.source.state.value)
  return (
    <li>
      <div>
        <span class="muted">{clockWords(room, clock)}</span>
        <ClaimLines room={room} clock={clock} wallClock={wallClock} />
        {source.kind === 'typed' && room.source.can.command && (
          <button
            type="button"
            class="link small"
            onClick={() => {
              const dialog = { what: 'withdraw-reading', clock: source.reading.id } as const
              room.session.overlay.value = { kind: 'placing', dialog }
            }}
          >
            {w.withdraw}
          </button>
        )}
      </div>
    </li>
  )
}

/** A candidate, labelled with what it rests on; nothing takes it but a person. */
function Candidate({ room, recording, candidate }: Props & { readonly candidate: ClockCandidate }) {
  const w = placingWords.value.claims
  const { clock, taken, start, others, against } = candidate
  const wallClock = wallClockOf(room.source.state.value)
  const wall =
    wallClock &&
    `${wallText(wallAt(wallClock, start), wallClock.offsetMinutes)} ${zoneText(wallClock.offsetMinutes)}`
  const compared = against === 'anchor' ? w.others : w.othersApart
  return (
    <li>
      <div>
        <div>
          {wall === null ? w.wouldStart(timeText(start)) : w.wouldStartWall(timeText(start), wall)}{' '}
          <span class="muted small">
            {clockWords(room, clock)}: {takenWords(taken)}
          </span>
        </div>
        <div class="muted small">
          {others === null
            ? w.noOthers
            : compared(others.count, spanWords(others.leastMicros), spanWords(others.mostMicros))}
        </div>
        {room.source.can.command && (
          <button
            type="button"
            class="link small"
            onClick={() => {
              const dialog = { what: 'take-clock', id: recording.id, candidate } as const
              room.session.overlay.value = { kind: 'placing', dialog }
            }}
          >
            {w.take}
          </button>
        )}
      </div>
    </li>
  )
}
