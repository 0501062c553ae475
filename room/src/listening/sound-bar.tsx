import { Icon } from '../panels/icon.tsx'
import { spared } from '../spared.ts'
import { words } from '../strings/index.ts'
import { listeningWords } from '../strings/listening-words.ts'
import { numbers } from '../strings/numbers.ts'
import { playAgain, toggleLoop, togglePlay, toggleProcessed } from './listening-keys.ts'
import { caseTimeOf, type ListeningModel, microphonesAt, type Speed, speeds } from './listening-model.ts'
import type { Processing } from './processing.ts'

/** What plays, how fast, from which microphones, and what is done to it. */
export function SoundBar({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value.sound
  const n = numbers.value
  const { kind } = model.player.state.value
  const isOff = spared.sound.value
  const isProcessed = model.isProcessed.value
  return (
    <section class="sound-bar" aria-label={w.best}>
      <div class="row">
        <button type="button" class="button key" disabled={isOff} onClick={() => togglePlay(model)}>
          <Icon name={kind === 'silent' ? 'play' : 'pause'} />
          {kind === 'silent' ? w.play : w.stop}
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={model.isLooped.value}
          onClick={() => toggleLoop(model)}
        >
          <Icon name="loop" />
          {w.loop}
        </button>
        <label class="row small">
          {w.speed}
          <select
            class="compact mono"
            value={String(model.speed.value)}
            onChange={event => {
              model.speed.value = Number(event.currentTarget.value) as Speed
              playAgain(model)
            }}
          >
            {speeds.map(speed => (
              <option key={speed} value={String(speed)}>
                {n.speed(speed)}
              </option>
            ))}
          </select>
        </label>
        <Heard model={model} />
        <button
          type="button"
          class="button"
          aria-pressed={isProcessed}
          onClick={() => toggleProcessed(model)}
        >
          {isProcessed ? w.compare : w.compareBack}
        </button>
        <strong class="heard-as" data-processed={isProcessed || undefined}>
          {isProcessed ? w.processed : w.original}
        </strong>
        <span class="muted small" role="status">
          {isOff
            ? words.value.spared.sound
            : kind === 'fetching'
              ? w.fetching
              : model.speed.value === 1
                ? ''
                : w.slowed}
        </span>
      </div>
      <Settings model={model} />
    </section>
  )
}

/** Which microphones are heard: one, or several laid on each other. */
function Heard({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value.sound
  const transcript = model.transcript.value
  const line = model.lines.value[model.at.value]
  const time = transcript && line ? caseTimeOf(model, transcript.recording, line.from) : null
  if (!transcript || time === null) return null
  const lanes = microphonesAt(model, transcript.recording, time)
  const chosen = model.heardBy.value
  const names = model.room.session.names.value
  const heard = lanes.filter(({ id }) => chosen.includes(id))
  const told =
    heard.length === 0
      ? w.own
      : heard.length === 1
        ? (names.get(heard[0]?.id ?? '') ?? '')
        : w.mix(heard.length)
  return (
    <details class="heard-choice">
      <summary class="button">
        {w.heard}: {told}
      </summary>
      <div class="heard-list">
        {lanes.map(({ id }) => (
          <label key={id} class="row">
            <input
              type="checkbox"
              checked={chosen.includes(id) || (heard.length === 0 && id === transcript.recording)}
              onChange={event => {
                const now = heard.length === 0 ? [transcript.recording] : heard.map(lane => lane.id)
                const without = now.filter(each => each !== id)
                model.heardBy.value = event.currentTarget.checked ? [...without, id] : without
                playAgain(model)
              }}
            />
            {names.get(id)}
          </label>
        ))}
      </div>
    </details>
  )
}

const steps = {
  highPassHz: [0, 80, 120, 200, 300],
  humHz: [0, 50, 60],
  noiseDb: [0, 6, 9, 12],
  gainDb: [0, 6, 9, 12, 18, 24],
} as const satisfies Readonly<Record<keyof Processing, readonly number[]>>

const settings = [
  ['highPassHz', 'highPass', 'hz'],
  ['humHz', 'hum', 'hz'],
  ['noiseDb', 'noise', 'db'],
  ['gainDb', 'gain', 'db'],
] as const

/** What is done to the sound while it is processed. */
function Settings({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value.sound
  const n = numbers.value
  const { value: now } = model.processing
  return (
    <details class="processing">
      <summary class="small">{w.best}</summary>
      <div class="row">
        {settings.map(([name, title, unit]) => (
          <label key={name} class="row small">
            {w[title]}
            <select
              class="compact mono"
              value={String(now[name])}
              onChange={event => {
                model.processing.value = { ...now, [name]: Number(event.currentTarget.value) }
                model.isProcessed.value = true
                playAgain(model)
              }}
            >
              {steps[name].map(step => (
                <option key={step} value={String(step)}>
                  {step === 0 ? w.off : w[unit](n.whole(step))}
                </option>
              ))}
            </select>
          </label>
        ))}
        <span class="muted small">{w.nothingKept}</span>
      </div>
    </details>
  )
}
