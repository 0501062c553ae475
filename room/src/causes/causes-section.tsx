import { useSignal } from '@preact/signals'
import { causesOf, type Recording, type StatedCause } from '@sightline/core/case'
import type { SoundSpan } from '@sightline/core/sound'
import { agentName } from '../panels/placement-words.ts'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import type { Room } from '../room-model.ts'
import { lookingWords } from '../strings/looking-words.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'
import { CauseDialog } from './cause-dialog.tsx'
import { type Lacking, offeredFor, unspokenOf } from './cause-facts.ts'

interface Props {
  readonly room: Room
  readonly recording: Recording
  /** What was measured of its sound. */
  readonly stretches: readonly SoundSpan[]
}

/** Why stretches have no sound or picture, as people say, below what is measured; and the way to say so. */
export function CausesSection({ room, recording, stretches }: Props) {
  const asking = useSignal<Lacking | null>(null)
  const w = lookingWords.value.causes
  const causes = causesOf(room.source.state.value, recording.id)
  const standing = causes.filter(each => each.withdrawn === null)
  const withdrawn = causes.filter(each => each.withdrawn !== null)
  const unspoken = unspokenOf(stretches, causes)
  return (
    <section class="section">
      <h3>
        {w.heading}
        {room.source.can.command && (
          <button
            type="button"
            class="link"
            onClick={() => {
              asking.value = offeredFor(recording, unspoken)
            }}
          >
            {w.say}
          </button>
        )}
      </h3>
      {standing.length === 0 && (
        <p class="muted">{unspoken.length > 0 ? w.noneOf(unspoken.length) : w.none}</p>
      )}
      <ul class="causes">
        {standing.map(cause => (
          <li key={cause.id}>
            <Said room={room} cause={cause} />
          </li>
        ))}
      </ul>
      {withdrawn.length > 0 && (
        <details>
          <summary class="small muted">{w.withdrawn(withdrawn.length)}</summary>
          <ul class="causes">
            {withdrawn.map(cause => (
              <li key={cause.id}>
                <Said room={room} cause={cause} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {asking.value && (
        <CauseDialog
          room={room}
          recording={recording}
          lacking={asking.value}
          onClose={() => {
            asking.value = null
          }}
        />
      )}
    </section>
  )
}

/** One cause with who said so, how it is known, and what became of it. */
function Said({ room, cause }: { readonly room: Room; readonly cause: StatedCause }) {
  const isAsking = useSignal(false)
  const w = lookingWords.value.causes
  const { withdrawn } = cause
  const act = withdrawn === null ? 'withdraw' : 'restore'
  return (
    <>
      <p class="small muted">
        <span class="mono">
          {secondsText(cause.from)} – {secondsText(cause.to)} s
        </span>{' '}
        {w.of[cause.of]}
      </p>
      <p class={withdrawn === null ? undefined : 'muted'}>{cause.cause}</p>
      <p class="small muted">
        {w.by(agentName(room, cause.agent), numbers.value.date(cause.at))} · {w.known(cause.reason)}
      </p>
      {withdrawn && (
        <p class="small muted">
          {w.withdrawnBy(
            agentName(room, withdrawn.agent),
            numbers.value.date(withdrawn.at),
            withdrawn.reason,
          )}
        </p>
      )}
      {room.source.can.command && (
        <button
          type="button"
          class="link small"
          onClick={() => {
            isAsking.value = true
          }}
        >
          {w[act]}
        </button>
      )}
      {isAsking.value && (
        <ReasonDialog
          title={act === 'withdraw' ? w.withdrawTitle : w.restoreTitle}
          what={cause.cause}
          onClose={() => {
            isAsking.value = false
          }}
          onReason={reason =>
            room.entering.enter({ do: `${act}-cause`, why: cause.id, rev: cause.rev, reason })
          }
        />
      )}
    </>
  )
}
