import { useSignal } from '@preact/signals'
import { heardRate } from '@sightline/core/api'
import { mediaTimeOn } from '@sightline/core/time'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../panels/icon.tsx'
import { Tick } from '../panels/tick.tsx'
import { theme } from '../preferences.ts'
import { listeningWords } from '../strings/listening-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import type { Lane } from '../watch/lanes.ts'
import { microphonesOf, playOnset } from './impulse-keys.ts'
import { impulseName } from './impulse-words.ts'
import { type ImpulsesModel, isByHand, type ListedImpulse } from './impulses-model.ts'
import { paintOnset } from './paint-onset.ts'

const halves = [10, 25, 60, 150, 400] as const

/** Every microphone that was running, stacked and aligned by the clock, around one onset. */
export function OnsetView({
  model,
  listed,
}: {
  readonly model: ImpulsesModel
  readonly listed: ListedImpulse
}) {
  const w = listeningWords.value.impulses
  const { room } = model.listening
  const lanes = microphonesOf(model, listed)
  if (lanes.length === 0) return null
  return (
    <section class="onset" aria-label={w.onset}>
      <header class="onset-head">
        <h3>
          {impulseName(listed)} <span class="mono">{timeText(listed.at, 6)}</span>
        </h3>
        <p class="small muted">{room.source.can.hear ? w.onsetHint : w.onsetReleased}</p>
        <div class="row">
          {room.source.can.hear && <HalfChoice model={model} />}
          {room.source.can.command && (
            <button
              type="button"
              class="button key"
              onClick={() => {
                model.labelling.value = listed
              }}
            >
              {listed.label ? w.relabel : w.label}
            </button>
          )}
        </div>
      </header>
      <ol class="onset-lanes">
        {lanes.map(lane => (
          <OnsetLane key={lane.id} model={model} listed={listed} lane={lane} />
        ))}
      </ol>
    </section>
  )
}

function HalfChoice({ model }: { readonly model: ImpulsesModel }) {
  const w = listeningWords.value.impulses
  const n = numbers.value
  return (
    <label class="row small">
      {w.window}
      <select
        class="compact mono"
        value={String(model.halfMs.value)}
        onChange={event => {
          model.halfMs.value = Number(event.currentTarget.value)
        }}
      >
        {halves.map(half => (
          <option key={half} value={String(half)}>
            ± {w.windowMs(n.whole(half))}
          </option>
        ))}
      </select>
    </label>
  )
}

interface LaneProps {
  readonly model: ImpulsesModel
  readonly listed: ListedImpulse
  readonly lane: Lane
}

function OnsetLane({ model, listed, lane }: LaneProps) {
  const w = listeningWords.value.impulses
  const n = numbers.value
  const { room } = model.listening
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = useSignal<'coming' | 'here' | 'unread'>('coming')
  const name = room.session.names.value.get(lane.id) ?? ''
  const heard = listed.hearings.find(({ recording }) => recording === lane.id)
  const halfMs = model.halfMs.value
  const canHear = room.source.can.hear
  const shade = theme.value
  useEffect(() => {
    let isGone = false
    const cover = lane.covers.find(each => listed.at >= each.from && listed.at < each.to)
    drawn.value = cover ? 'coming' : 'unread'
    if (!cover || !canHear) return
    const half = Math.round((halfMs * heardRate) / 1000)
    const middle = Math.round((mediaTimeOn(cover.piece, listed.at) * heardRate) / 1e6)
    // A window's worth on each side for the spectrogram.
    const extra = 512
    const first = middle - half - extra
    const unread = (error: unknown) => {
      if (!isGone) drawn.value = 'unread'
      throw error
    }
    room.speaker.heed(
      room.source.heardSound(lane.id, first, 2 * (half + extra)).then(samples => {
        if (isGone || !canvas.current) return
        drawn.value = samples ? 'here' : 'unread'
        if (!samples) return
        const onset = heard ? Math.round((heard.media * heardRate) / 1e6) - first : null
        paintOnset(canvas.current, { samples, from: extra, to: 2 * half + extra, onset, rate: heardRate })
      }, unread),
    )
    return () => {
      isGone = true
    }
  }, [room, lane, listed, heard, halfMs, shade, canHear, drawn])
  const tenth = `${n.decimals(0.1, 1)}×`
  const play = (speed: number) => room.speaker.heed(playOnset(model, listed, lane, speed))
  return (
    <li class="onset-lane">
      <div class="onset-name">
        <Tick mark={room.session.marks.value.get(lane.id)} />
        <span>{name}</span>
        <span class="small muted mono">{heard ? `${n.signedMs((heard.at - listed.at) / 1000)} ms` : ''}</span>
        <span class="small muted">
          {heard?.impulse
            ? w.level(n.decimals(heard.impulse.levelDbfs, 1))
            : heard
              ? isByHand(listed)
                ? w.byHand
                : ''
              : w.notHeard}
        </span>
        <span class="row">
          {canHear && (
            <button
              type="button"
              class="button"
              aria-label={w.hear(name, `${tenth}, ${w.tenth}`)}
              onClick={() => play(0.1)}
            >
              <Icon name="play" /> {tenth}
            </button>
          )}
          <button
            type="button"
            class="button"
            aria-label={w.hear(name, `1×, ${w.true}`)}
            onClick={() => play(1)}
          >
            <Icon name="play" /> 1×
          </button>
        </span>
      </div>
      {canHear && (
        <div class="onset-picture">
          <canvas
            ref={canvas}
            class="onset-canvas"
            role="img"
            aria-label={`${name}: ${w.waveform}, ${w.spectrogram}`}
          />
          {drawn.value !== 'here' && <p class="small muted">{w.onsetSound[drawn.value]}</p>}
        </div>
      )}
    </li>
  )
}
