import type { StopCode } from '@sightline/core/release'
import type { CheckedStop } from '@sightline/core/release-desk'
import { agentName } from '../../panels/placement-words.ts'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { numbers } from '../../strings/numbers.ts'
import { composeModel } from './compose-model.ts'
import { mend } from './mending.ts'
import { aboutWords } from './stop-words.ts'

/** Everything that stands in the way, each with the way to where it is put right; then what a named person went past. */
export function Checklist({ room }: { readonly room: Room }) {
  const w = composeWords.value.checklist
  const { value: check } = composeModel(room).check
  if (!check)
    return (
      <p class="muted" role="status">
        {w.running}
      </p>
    )
  const open = check.stops.filter(({ override }) => override === null)
  const past = check.stops.filter(({ override }) => override !== null)
  return (
    <>
      <section class="card-section" aria-label={w.open}>
        <h3>
          {w.open} <span class="count">{open.length}</span>
        </h3>
        <p class="muted">{open.length === 0 ? `${w.clear} ${w.limits}` : w.limits}</p>
        <ul class="stops">
          {open.map(stop => (
            <Stop key={keyOf(stop)} room={room} stop={stop} />
          ))}
        </ul>
      </section>
      {past.length > 0 && (
        <section class="card-section" aria-label={w.past}>
          <h3>
            {w.past} <span class="count">{past.length}</span>
          </h3>
          <ul class="stops">
            {past.map(stop => (
              <Stop key={keyOf(stop)} room={room} stop={stop} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Stop({ room, stop }: { readonly room: Room; readonly stop: CheckedStop }) {
  const words = composeWords.value
  const w = words.checklist
  const model = composeModel(room)
  const about = aboutWords(room, stop)
  const says = words.stops[stop.code as StopCode] ?? stop.code
  const standing = stop.override === null ? null : room.source.state.value.stopOverrides.get(stop.override)
  return (
    <li data-stop={stop.code}>
      <div class="stop-words">
        <strong>{about ?? says}</strong>
        {about !== null && <span>{says}</span>}
        {!stop.mayBeOverridden && <span class="marked">{w.never}</span>}
        {standing && (
          <span class="small">
            <q>{standing.reason}</q>{' '}
            <span class="muted">
              {w.by(agentName(room, standing.agent), numbers.value.utc(standing.at).slice(0, 16))}
            </span>
          </span>
        )}
      </div>
      <div class="row">
        <button type="button" class="button small" onClick={() => mend(room, stop)}>
          {w.goThere}
          <span class="unseen"> {about ?? says}</span>
        </button>
        {stop.mayBeOverridden && !standing && (
          <button
            type="button"
            class="button plain small"
            onClick={() => {
              model.dialog.value = { kind: 'override', stop }
            }}
          >
            {w.override}
            <span class="unseen"> {about ?? says}</span>
          </button>
        )}
        {standing && (
          <button
            type="button"
            class="button plain small"
            onClick={() => {
              model.dialog.value = { kind: 'take-back', id: standing.id, what: about ?? says }
            }}
          >
            {w.takeBack}
            <span class="unseen"> {about ?? says}</span>
          </button>
        )}
      </div>
    </li>
  )
}

function keyOf({ code, what, about }: CheckedStop): string {
  return `${code} ${about} ${what}`
}
