import { useComputed, useSignal } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../panels/icon.tsx'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { lookingWords } from '../strings/looking-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { timeAt } from '../timeline/geometry.ts'
import {
  type Spectrogram as Kept,
  keepSpectrogram,
  type Level,
  type WindowLength,
  windowLengths,
} from './keep-spectrogram.ts'
import { loudest, quietest } from './paint-spectrogram.ts'

/** The spectrogram of the chosen recording, on the time of the ruler. */
export function Spectrogram({ room }: { readonly room: Room }) {
  const { session } = room
  const lanes = session.lanes.value.filter(lane => lane.hasSound)
  const wanted = session.selected.value ?? session.current.value
  const lane = lanes.find(each => each.id === wanted)
  if (!lane)
    return (
      <p class="spectrogram-none small muted">
        {lookingWords.value.spectrogram.noSound(session.names.value.get(wanted ?? '') ?? '')}
      </p>
    )
  return <FieldOf key={lane.id} room={room} id={lane.id} />
}

function FieldOf({ room, id }: { readonly room: Room; readonly id: RecordingId }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const length = useSignal<WindowLength>(256)
  const kept = useSignal<Kept | null>(null)
  const under = useSignal<string | null>(null)
  const { value: chosen } = length
  useEffect(() => {
    if (!canvas.current) return
    const made = keepSpectrogram(room, id, canvas.current, chosen)
    kept.value = made
    return () => made.stop()
  }, [room, id, chosen, kept])
  const w = lookingWords.value.spectrogram
  const name = room.session.names.value.get(id) ?? ''
  const state = kept.value?.state.value ?? 'coming'
  const atPlayhead = useComputed(() => {
    const time = room.engine.time.value
    const found = kept.value && kept.value.painted.value > 0 ? kept.value.loudestAt(time) : null
    return found ? lookingWords.value.spectrogram.loudest(...levelWords(found)) : ''
  })
  const msOf = (samples: number) => numbers.value.decimals(samples / 8, 0)
  return (
    <section class="spectrogram" aria-label={w.region(name)}>
      <div class="spectrogram-side">
        <p class="spectrogram-name">
          <Tick mark={room.session.marks.value.get(id)} />
          <span>{w.title}</span>
          <button
            type="button"
            class="button plain icon"
            aria-label={w.close}
            onClick={() => {
              room.session.hasSpectrogram.value = false
            }}
          >
            <Icon name="close" />
          </button>
        </p>
        <label class="labelled">
          <span>{w.window}</span>
          <select
            class="compact"
            value={String(chosen)}
            onChange={event => {
              const picked = Number(event.currentTarget.value)
              length.value = windowLengths.find(each => each === picked) ?? 256
              event.currentTarget.blur()
            }}
          >
            {windowLengths.map(each => (
              <option key={each} value={String(each)}>
                {msOf(each)} ms
              </option>
            ))}
          </select>
        </label>
        <p class="small spectrogram-key">
          <span class="mono">−{-quietest}</span>
          <span class="spectrogram-shades" aria-hidden="true" />
          <span class="mono">−{-loudest}</span> {w.level}
        </p>
        <p class="small muted">{w.limit}</p>
      </div>
      <div
        class="spectrogram-field"
        onPointerMove={event => {
          const box = event.currentTarget.getBoundingClientRect()
          const [x, share] = [event.clientX - box.left, (event.clientY - box.top) / box.height]
          const found = kept.peek()?.at(x, share)
          const time = timeText(timeAt(room.session.timeline.peek(), x))
          under.value = found ? w.under(time, ...levelWords(found)) : null
        }}
        onPointerLeave={() => {
          under.value = null
        }}
        onPointerDown={event => {
          const x = event.clientX - event.currentTarget.getBoundingClientRect().left
          room.seek(timeAt(room.session.timeline.peek(), x))
        }}
      >
        <canvas ref={canvas} role="img" aria-label={w.picture(name)} />
        <ol class="spectrogram-axis mono" aria-hidden="true">
          {[4, 3, 2, 1, 0].map(khz => (
            <li key={khz}>{khz === 4 ? '4 kHz' : khz}</li>
          ))}
        </ol>
        {state !== 'shown' && <p class="spectrogram-state">{w.state[state]}</p>}
        <p class="spectrogram-under mono small" role="status">
          {under.value ?? atPlayhead}
        </p>
      </div>
    </section>
  )
}

/** `1,031`, `−31`: whole Hz and whole dB; a window tells no more. */
function levelWords({ hertz, level }: Level): readonly [string, string] {
  const db = Number.isFinite(level) ? numbers.value.whole(Math.round(level)).replace('-', '−') : '−∞'
  return [numbers.value.whole(hertz), db]
}
