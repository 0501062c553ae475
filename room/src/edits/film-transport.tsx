import { useComputed } from '@preact/signals'
import { caseTimeOn, type MediaMicros, pieceAtMedia } from '@sightline/core/time'
import { Icon } from '../panels/icon.tsx'
import { Speed } from '../panels/speed.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { secondsText, timeText } from '../time-text.ts'
import type { EditsModel } from './edits-model.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** The time of the film, that of the recording beside it, and what moves them. */
export function FilmTransport({ model, player }: Props) {
  const w = editsWords.value
  const start = model.whole.value.from
  const filmTime = useComputed(() => timeText(player.film.time.value - start))
  const rawTime = useComputed(() => {
    const at = player.target.value
    if (!at) return ''
    const clock = clockTime(model, at.raw, at.pts)
    return [w.rawTime(`${secondsText(at.pts)} s`), clock === null ? '' : w.onClock(timeText(clock))]
      .filter(Boolean)
      .join(' · ')
  })
  const isPlaying = player.film.playing.value
  const isRawPlaying = player.raw.playing.value
  const end = () => model.whole.peek().to - 1
  return (
    <section class="transport edits-transport" aria-label={w.film}>
      <div class="transport-part">
        <span>
          <span class="mono edits-now">{filmTime}</span> <span class="muted small">{w.filmTime}</span>
        </span>
        <span class="mono muted edits-raw-time">{rawTime}</span>
      </div>
      <div class="transport-part middle">
        <Press name="first" label={w.toStart} onPress={() => player.seek(start)} />
        <Press name="previous" label={w.back} onPress={() => player.step(-1)} />
        <button
          type="button"
          class="button key play"
          aria-label={isPlaying ? w.pause : w.play}
          onClick={() => player.togglePlay()}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
        <Press name="next" label={w.on} onPress={() => player.step(1)} />
        <Press name="last" label={w.toEnd} onPress={() => player.seek(end())} />
        <Speed
          speed={player.film.speed.value}
          onSpeed={speed => player.film.setSpeed(speed)}
          onTrueSpeed={() => player.film.setSpeed(1)}
        />
      </div>
      <div class="transport-part end">
        <button
          type="button"
          class="button icon"
          aria-label={w.soundOn}
          title={w.soundOn}
          aria-pressed={player.isHeard.value}
          onClick={() => player.toggleSound()}
        >
          <Icon name="sound" />
        </button>
        <fieldset class="segmented">
          <legend class="unseen">{w.views}</legend>
          {([false, true] as const).map(isDifference => (
            <button
              key={String(isDifference)}
              type="button"
              class="button"
              aria-pressed={model.isDifference.value === isDifference}
              onClick={() => {
                model.isDifference.value = isDifference
              }}
            >
              {isDifference ? w.difference : w.beside}
            </button>
          ))}
        </fieldset>
        <button type="button" class="button" onClick={() => player.toggleRaw()}>
          {isRawPlaying ? w.pauseRaw : w.playRaw}
        </button>
        <button type="button" class="link" onClick={() => openInWatch(model, player)}>
          {w.watchThere}
        </button>
      </div>
    </section>
  )
}

function Press({
  name,
  label,
  onPress,
}: {
  readonly name: 'first' | 'previous' | 'next' | 'last'
  readonly label: string
  readonly onPress: () => void
}) {
  return (
    <button type="button" class="button icon" aria-label={label} title={label} onClick={onPress}>
      <Icon name={name} />
    </button>
  )
}

function clockTime(model: EditsModel, raw: string, pts: MediaMicros): number | null {
  const lane = model.room.session.lanes.value.find(({ id }) => id === raw)
  return lane ? caseTimeOn(pieceAtMedia(lane.map, pts), pts) : null
}

/** The same instant of the recording in Watch, with all other angles. */
export function openInWatch({ room }: EditsModel, player: TiedPlayer): void {
  const at = player.target.peek()
  if (!at) return
  const time = room.caseTimeOf({ recording: at.raw, media: Math.ceil(at.pts) as MediaMicros })
  room.session.view.value = 'watch'
  room.select(at.raw)
  if (time !== null) room.seek(time)
}
