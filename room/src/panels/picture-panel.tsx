import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { type PictureView, turnedOn, untouched, zoomFrom } from '../viewing/picture-view.ts'
import { Tick } from './tick.tsx'

/** Enlarges, moves, turns and lightens the picture of the selected angle, for whoever looks and nobody else. */
export function PicturePanel({ room }: { readonly room: Room }) {
  const { session, viewing } = room
  const w = words.value.picture
  const id = session.current.value
  if (id === null) return <p class="section muted">{w.none}</p>
  const view = viewing.kept(id)
  const isEnlarged = view.zoom > 1
  const { factor, stops, percent } = numbers.value
  const change = (fields: Partial<PictureView>) => viewing.change(id, fields)
  const slider = (
    name: keyof PictureView,
    label: string,
    more: Omit<SliderProps, 'label' | 'value' | 'onValue' | 'rest'>,
  ) => (
    <Slider
      label={label}
      value={view[name]}
      rest={untouched[name]}
      onValue={value => change({ [name]: value })}
      {...more}
    />
  )
  return (
    <>
      <section class="section">
        <div class="panel-head">
          <Tick mark={session.marks.value.get(id)} />
          <h2>{session.names.value.get(id)}</h2>
        </div>
        <p class="muted small">{w.only}</p>
        <div class="row">
          <button
            type="button"
            class="button"
            aria-pressed={viewing.isSetAside.value}
            disabled={viewing.changed.value.size === 0}
            onClick={() => room.toggleUntouched()}
          >
            {w.untouched}
          </button>
          <button
            type="button"
            class="button plain"
            disabled={!viewing.changed.value.has(id)}
            onClick={() => viewing.reset(id)}
          >
            {w.reset}
          </button>
          {viewing.changed.value.size > 1 && (
            <button type="button" class="button plain" onClick={() => viewing.resetAll()}>
              {w.resetAll}
            </button>
          )}
        </div>
      </section>
      <section class="section">
        <h3>{w.place}</h3>
        <Slider
          label={w.zoom}
          value={Math.log2(view.zoom)}
          rest={0}
          min={0}
          max={6}
          step={0.25}
          text={() => `${factor(view.zoom)}×`}
          onValue={power => change({ zoom: zoomFrom(2 ** power) })}
        />
        {slider('x', w.across, { min: 0, max: 1, step: 0.01, isOff: !isEnlarged, text: percent })}
        {slider('y', w.down, { min: 0, max: 1, step: 0.01, isOff: !isEnlarged, text: percent })}
        <div class="row">
          <button type="button" class="button" onClick={() => change({ turn: turnedOn(view.turn) })}>
            {w.turn}
          </button>
          <span class="mono small">{view.turn}°</span>
        </div>
        <p class="muted small">{w.pointer}</p>
      </section>
      <section class="section">
        <h3>{w.light}</h3>
        {slider('exposure', w.exposure, { min: -3, max: 3, step: 0.1, text: stops })}
        {slider('contrast', w.contrast, { min: 0.5, max: 3, step: 0.05, text: factor })}
        {slider('gamma', w.gamma, { min: 0.4, max: 2.5, step: 0.05, text: factor })}
        {slider('saturation', w.saturation, { min: 0, max: 2, step: 0.05, text: factor })}
        <p class="muted small">{w.lightNote}</p>
      </section>
    </>
  )
}

interface SliderProps {
  readonly label: string
  readonly value: number
  /** Where it stands in the untouched picture; a double click returns there. */
  readonly rest: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly isOff?: boolean
  readonly text: (value: number) => string
  readonly onValue: (value: number) => void
}

function Slider({ label, value, rest, min, max, step, isOff = false, text, onValue }: SliderProps) {
  return (
    <label class="slider" data-changed={value !== rest || undefined}>
      <span>{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={isOff}
        aria-valuetext={text(value)}
        onInput={event => onValue(event.currentTarget.valueAsNumber)}
        onKeyDown={event => {
          // Here the arrows move the slider, not the playhead.
          if (/^(Arrow|Page|Home$|End$)/.test(event.key)) event.stopPropagation()
        }}
        onDblClick={() => onValue(rest)}
      />
      <span class="mono" aria-hidden="true">
        {text(value)}
      </span>
    </label>
  )
}
