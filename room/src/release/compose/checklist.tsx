import type { StopCode } from '@sightline/core/release'
import type { CheckedStop } from '@sightline/core/release-desk'
import { useEffect, useRef } from 'preact/hooks'
import { agentName } from '../../panels/placement-words.ts'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { numbers } from '../../strings/numbers.ts'
import { composeModel } from './compose-model.ts'
import { mend } from './mending.ts'
import { aboutWords } from './stop-words.ts'

/** Everything that stands in the way, kind by kind, each with the way to where it is put right; then what a named person went past. */
export function Checklist({ room }: { readonly room: Room }) {
  const w = composeWords.value.checklist
  const model = composeModel(room)
  const { value: check } = model.check
  const list = useRef<HTMLElement>(null)
  /** Which of the buttons that go past a stop was pressed last: it is gone when the stop is. */
  const pressed = useRef<number | null>(null)
  useEffect(() => {
    if (pressed.current === null || document.activeElement !== document.body) return
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-past]') ?? []
    const next = buttons[Math.min(pressed.current, buttons.length - 1)]
    pressed.current = null
    const heading = list.current?.querySelector<HTMLElement>('h3')
    ;(next ?? heading)?.focus()
  }, [check])
  if (!check)
    return (
      <p class="muted" role="status">
        {w.running}
      </p>
    )
  const goPast: GoPast = (stops, button) => {
    pressed.current = [...(list.current?.querySelectorAll('[data-past]') ?? [])].indexOf(button)
    model.dialog.value = { kind: 'override', stops }
  }
  const open = check.stops.filter(({ override }) => override === null)
  const past = check.stops.filter(({ override }) => override !== null)
  return (
    <>
      <section class="card-section" aria-label={w.open} ref={list}>
        <h3 tabIndex={-1}>
          {w.open} <span class="count">{open.length}</span>
        </h3>
        <p class="muted">{open.length === 0 ? `${w.clear} ${w.limits}` : w.limits}</p>
        <Kinds room={room} stops={open} goPast={goPast} />
      </section>
      {past.length > 0 && (
        <section class="card-section" aria-label={w.past}>
          <h3>
            {w.past} <span class="count">{past.length}</span>
          </h3>
          <Kinds room={room} stops={past} goPast={goPast} />
        </section>
      )}
    </>
  )
}

/** Asks why somebody goes past stops; `button` is what was pressed. */
type GoPast = (stops: readonly CheckedStop[], button: Element) => void

interface KindsProps {
  readonly room: Room
  readonly goPast: GoPast
  readonly stops: readonly CheckedStop[]
}

/** Stops of one kind stand together: what they say stands over them once, and one reason may do for all of them. */
function Kinds({ room, stops, goPast }: KindsProps) {
  const words = composeWords.value
  const w = words.checklist
  const kinds = [...Map.groupBy(stops, ({ code }) => code)]
  return (
    <>
      {kinds.map(([code, ofKind]) => {
        const says = words.stops[code as StopCode] ?? code
        const open = ofKind.filter(({ mayBeOverridden, override }) => mayBeOverridden && override === null)
        return (
          <section key={code} class="stop-kind" aria-label={says}>
            <header class="stop-head">
              <h4>{says}</h4>
              {open.length > 1 && (
                <button
                  type="button"
                  class="button plain small"
                  data-past
                  onClick={event => goPast(open, event.currentTarget)}
                >
                  {w.overrideAll(open.length)}
                  <span class="unseen"> {says}</span>
                </button>
              )}
            </header>
            <ul class="stops">
              {ofKind.map(stop => (
                <Stop key={keyOf(stop)} {...{ room, stop, says, goPast }} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

interface StopProps {
  readonly room: Room
  readonly stop: CheckedStop
  readonly says: string
  readonly goPast: GoPast
}

function Stop({ room, stop, says, goPast }: StopProps) {
  const w = composeWords.value.checklist
  const model = composeModel(room)
  const about = aboutWords(room, stop)
  const standing = stop.override === null ? null : room.source.state.value.stopOverrides.get(stop.override)
  const named = <span class="unseen"> {about === null ? says : `${about}: ${says}`}</span>
  return (
    <li data-stop={stop.code}>
      <div class="stop-words">
        {about !== null && <strong>{about}</strong>}
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
          {named}
        </button>
        {stop.mayBeOverridden && !standing && (
          <button
            type="button"
            class="button plain small"
            data-past
            onClick={event => goPast([stop], event.currentTarget)}
          >
            {w.override}
            {named}
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
            {named}
          </button>
        )}
      </div>
    </li>
  )
}

function keyOf({ code, what, about }: CheckedStop): string {
  return `${code} ${about} ${what}`
}
