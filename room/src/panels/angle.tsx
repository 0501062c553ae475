import { useComputed } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { sizeOf } from '../marks/marks.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'
import { showView } from '../viewing/show-view.ts'
import { absenceOf } from '../watch/absence.ts'
import type { Lane } from '../watch/lanes.ts'
import { versionOf } from '../watch/watch.ts'
import { IntervalSign } from './interval-sign.tsx'
import { laterDialog } from './later.tsx'
import { Regions } from './regions.tsx'
import { Sparing, SparingSigns } from './sparing.tsx'
import { Tick } from './tick.tsx'
import { ViewFilter, ViewSign } from './view-sign.tsx'

const Loupe = laterDialog(() => import('../loupe/loupe.tsx').then(part => part.Loupe))

interface Props {
  readonly room: Room
  readonly lane: Lane
  readonly position: number
  /** Which of the two side by side it is; below 0 where it is neither. */
  readonly slot: number
}

/** One recording's picture with its line at the foot. The engine draws on the canvas and writes the data-* attributes. */
export function Angle({ room, lane, position, slot }: Props) {
  const element = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { id } = lane
  useEffect(() => {
    const { current: held } = element
    if (!held || !canvas.current) return
    const leave = room.watch.attach(id, held, canvas.current)
    const observer = new IntersectionObserver(
      entries => room.watch.setVisible(id, entries.at(-1)?.isIntersecting ?? true),
      { root: held.closest('.angles-region'), rootMargin: '40%' },
    )
    observer.observe(held)
    const picture = sizeOf(room.source, id)
    const stopViewing = picture ? showView(room.viewing, id, held, picture) : null
    return () => {
      stopViewing?.()
      observer.disconnect()
      leave()
    }
  }, [room, id])

  const { session } = room
  const w = words.value
  const name = session.names.value.get(id) ?? lane.recording.firstName
  const isCurrent = session.current.value === id
  return (
    <section
      class="angle"
      ref={element}
      data-recording={lane.recording.firstName}
      aria-label={name}
      aria-current={isCurrent ? 'true' : undefined}
      data-slot={slot < 0 ? undefined : slot}
    >
      <ViewFilter room={room} id={id} />
      <canvas ref={canvas} role="img" aria-label={w.angle.picture(name)} />
      {room.viewing.loupe.value?.id === id && (
        <Loupe room={room} lane={lane} onClose={() => room.toggleLoupe()} />
      )}
      <Sparing />
      <Regions room={room} lane={lane} />
      <Absence room={room} lane={lane} />
      <Signs room={room} lane={lane} />
      <div class="angle-foot">
        <Tick mark={session.marks.value.get(id)} />
        <span class="name" title={lane.recording.firstName}>
          {name}
        </span>
        <Role lane={lane} />
        <Frame room={room} id={id} />
        <span class="mono error">{errorText(room, lane)}</span>
      </div>
      <button
        type="button"
        class="angle-select"
        aria-label={w.angle.select(name, position)}
        aria-pressed={isCurrent}
        onClick={() => room.select(id)}
        onDblClick={() => {
          session.layout.value = session.layout.peek() === 'solo' ? 'grid' : 'solo'
        }}
      />
    </section>
  )
}

function Role({ lane }: { readonly lane: Lane }) {
  const { wearer, device } = lane.recording.provenance
  const role = wearer ?? device
  return role === null ? null : <span class="role">{role}</span>
}

/** Frame and PTS: a text node bound to a signal, so that a new frame renders nothing else. */
function Frame({ room, id }: { readonly room: Room; readonly id: string }) {
  const text = useComputed(() => {
    const view = room.watch.views.value.get(id)
    const shown = view?.shown.value
    if (!shown || view?.state.value.kind === 'absent') return ''
    const { frame, pts } = words.value.angle
    return `${frame} ${shown.index}  ${pts} ${secondsText(shown.pts)}`
  })
  return <span class="mono frame">{text}</span>
}

function errorText(room: Room, lane: Lane): string {
  if (room.session.clock.value?.kind === 'own') return words.value.angle.ownClock
  return lane.errorMs === null ? words.value.angle.errorUnknown : `±${numbers.value.ms(lane.errorMs)} ms`
}

/** Says why there is no picture. */
function Absence({ room, lane }: Pick<Props, 'room' | 'lane'>) {
  const state = room.watch.views.value.get(lane.id)?.state.value ?? null
  const absence = absenceOf(room, lane, state)
  if (absence === null) return null
  return (
    <div class="absent">
      <strong>{absence.title}</strong>
      {absence.detail && <span class="small">{absence.detail}</span>}
    </div>
  )
}

/** How play falls short of what was chosen, for every picture; null where it does not. */
function easeText(room: Room): string | null {
  const { kind } = room.engine.ease.value
  if (kind === 'slower') return words.value.ease.slower
  return kind === 'fewer-frames' ? words.value.ease.fewerFrames : null
}

/** What alters or delays the picture is said on it. */
function Signs({ room, lane }: Pick<Props, 'room' | 'lane'>) {
  const w = words.value
  const state = room.watch.views.value.get(lane.id)?.state.value
  const isShown = state?.kind === 'ready' || state?.kind === 'seeking'
  const isHeld = state?.kind === 'seeking' && state.why === 'held'
  const eased = isHeld ? null : easeText(room)
  const making = room.source.work.value?.making.find(each => each.recording === lane.id)
  const speed = room.engine.speed.value
  return (
    <div class="angle-signs">
      {room.session.moving.value?.id === lane.id && <span class="sign amber">{w.byHand.sign}</span>}
      {isShown && <SparingSigns room={room} lane={lane} />}
      {isShown && <ViewSign room={room} id={lane.id} />}
      {isShown && <IntervalSign room={room} id={lane.id} />}
      {isShown && speed !== 1 && <span class="sign speed-sign mono amber">{numbers.value.speed(speed)}</span>}
      {isHeld && (
        <span class="sign amber">
          {w.ease.held}
          <span class="where-wide">: {w.ease.heldWhy}</span>
        </span>
      )}
      {isShown && eased && <span class="sign amber">{eased}</span>}
      {isShown && versionOf(lane.recording) === 'original' && <span class="sign">{w.angle.original}</span>}
      {making && (
        <span class="sign">
          {making.fraction === null ? w.work.copyBegun : w.work.copy(numbers.value.percent(making.fraction))}
        </span>
      )}
    </div>
  )
}
