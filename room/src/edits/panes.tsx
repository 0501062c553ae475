import { useComputed } from '@preact/signals'
import type { Recording, RecordingId } from '@sightline/core/case'
import { filmTimeOf, isShown, whyNotShown } from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AngleView } from '../engine/engine.ts'
import { Sparing } from '../panels/sparing.tsx'
import { Tick } from '../panels/tick.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { words } from '../strings/index.ts'
import { laterWords } from '../strings/later-words.ts'
import { secondsText } from '../time-text.ts'
import { BoxOverlay } from './box-overlay.tsx'
import type { EditsModel } from './edits-model.ts'
import { recordingName, speedWords, tagOf } from './line-words.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** The film. It says whose it is, and never stands as a recording. */
export function FilmPane({ model, player, film }: Props & { readonly film: Recording }) {
  const w = editsWords.value
  const element = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hasTimes = model.times.value.has(film.id)
  useEffect(() => {
    if (!hasTimes || !element.current || !canvas.current) return
    return player.attachFilm(element.current, canvas.current)
  }, [film.id, hasTimes, player])
  const name = film.film ? w.filmOf(film.film.title) : recordingName(model.room, film.id)
  const whose = film.film
    ? w.madeBy(film.film.maker)
    : film.standIn
      ? w.standInOf(recordingName(model.room, film.standIn.standsFor))
      : ''
  const frame = useComputed(() => frameOn(player.filmView.value))
  const done = useComputed(() => doneHere(model, player))
  const isHidden = useComputed(() => {
    const at = player.filmFrame.value
    return at !== null && !player.isOpen(film, Math.round(at.pts) as MediaMicros)
  })
  return (
    <article ref={element} class="angle edits-pane" data-film={film.firstName} aria-label={name}>
      <canvas ref={canvas} role="img" aria-label={words.value.angle.picture(name)} />
      <Sparing />
      {isHidden.value ? (
        <Hidden model={model} id={film.id} />
      ) : (
        <BoxOverlay model={model} player={player} of={film.id} side="region" />
      )}
      <Foot>
        <span>
          <span class="film-sign" aria-hidden="true" />
          <span class="name">{name}</span>
        </span>
        <span class="mono">{frame}</span>
        <span class="role">{whose}</span>
        <span class="mono end">{done}</span>
      </Foot>
    </article>
  )
}

/** What the lines say was done at this frame of the film: speed, and what is different in the picture. */
function doneHere(model: EditsModel, player: TiedPlayer): string {
  const w = editsWords.value
  const at = player.filmFrame.value?.pts
  if (at === undefined) return ''
  const here = model.lines.value.filter(
    ({ line, status }) =>
      status !== 'dismissed' && line.part === 'picture' && line.from <= at && at < line.to,
  )
  const first = player.shown.value[0]
  const speed = first
    ? speedWords(w, first.line.rate)
    : w.gaps[whyNotShown(model.list.value, model.lines.value, Math.round(at))]
  const tags = new Set(
    here
      .map(({ line }) => tagOf(w, line))
      .filter(
        tag =>
          !(
            first &&
            (tag === w.kinds.slow ||
              tag === w.kinds.fast ||
              tag === w.kinds.freeze ||
              tag === w.kinds.reverse)
          ),
      ),
  )
  tags.delete(speed)
  return [speed, ...tags].join(' · ')
}

/** The recording's frame that the film shows, or the one that a person looks at by itself. */
export function RawPane({ model, player }: Props) {
  const w = editsWords.value
  const raws = useComputed(() => shownRaws(model))
  const target = useComputed(() => player.target.value?.raw ?? null)
  const why = useComputed(() =>
    whyNotShown(model.list.value, model.lines.value, Math.round(player.filmFrame.value?.pts ?? 0)),
  )
  return (
    <section class="edits-raws" aria-label={w.raw}>
      {raws.value.map(id => (
        <RawAngle key={id} model={model} player={player} id={id} isOnScreen={target.value === id} />
      ))}
      {target.value === null && (
        <div class="angle edits-pane edits-none" data-why={why.value}>
          <p>
            <strong>{w.notShown[why.value]}</strong>
            <br />
            <span class="muted">{w.notShownWhat[why.value]}</span>
          </p>
        </div>
      )}
    </section>
  )
}

/** Open media are few at a time; a film is seldom cut from more recordings. */
const mostOpen = 12

function shownRaws(model: EditsModel): readonly RecordingId[] {
  const { value: loose } = model.loose
  const ids = new Set(model.lines.value.flatMap(({ line }) => (line.part === 'shown' ? [line.raw] : [])))
  const first = [...ids].slice(0, mostOpen)
  return loose && !first.includes(loose.raw) ? [...first, loose.raw] : first
}

function RawAngle({
  model,
  player,
  id,
  isOnScreen,
}: Props & { readonly id: RecordingId; readonly isOnScreen: boolean }) {
  const w = editsWords.value
  const { room } = model
  const element = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hasTimes = model.times.value.has(id)
  useEffect(() => {
    if (!hasTimes || !element.current || !canvas.current) return
    return player.attachRaw(id, element.current, canvas.current)
  }, [id, hasTimes, player])
  const recording = room.source.state.value.recordings.get(id)
  const name = recordingName(room, id)
  const frame = useComputed(() => frameOn(player.rawViews.value.get(id) ?? null))
  const range = useComputed(() => {
    const found = player.target.value?.shown
    return found?.range ? w.range(String(found.range[0]), String(found.range[1])) : ''
  })
  const isHidden = useComputed(() => {
    const at = player.target.value
    return at?.raw === id && recording !== undefined && !player.isOpen(recording, at.pts)
  })
  const isLoose = useComputed(() => model.loose.value !== null)
  // By itself it plays as recorded; beside the film it goes as the film shows it, at the speed at which the film is played.
  const speed = useComputed(() => {
    const line = isLoose.value ? undefined : player.shown.value[0]?.line
    if (!line) return w.trueSpeed
    const here = line.rate * player.film.speed.value
    return here === 1 ? w.trueSpeed : w.hereAt(speedWords(w, here))
  })
  const isInFilm = useComputed(() => {
    const at = player.target.value
    const times = model.times.value.get(id)
    if (!times || at?.raw !== id) return false
    return model.lines.value.some(
      each => isShown(each) && each.line.raw === id && filmTimeOf(each, times, at.index) !== null,
    )
  })
  if (!recording) return null
  return (
    <article
      ref={element}
      class="angle edits-pane"
      hidden={!isOnScreen}
      data-recording={recording.firstName}
      aria-label={name}
    >
      <canvas ref={canvas} role="img" aria-label={words.value.angle.picture(name)} />
      <Sparing />
      {isHidden.value && <Hidden model={model} id={id} />}
      {isOnScreen && !isHidden.value && <BoxOverlay model={model} player={player} of={id} side="crop" />}
      <div class="edits-signs">
        {range.value && <span class="sign">{range}</span>}
        {isLoose.value && (
          <span class="sign">
            {!isInFilm.value && <strong>{w.notShownHere}. </strong>}
            {w.looseWhat}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                player.raw.pause()
                model.loose.value = null
              }}
            >
              {w.follow}
            </button>
          </span>
        )}
      </div>
      <Foot>
        <span>
          <Tick mark={room.session.marks.value.get(id)} />
          <span class="name">{name}</span>
        </span>
        <span class="mono">{frame}</span>
        <span class="role">{laterWords.value.provenance.kinds[recording.provenance.receivedAs]}</span>
        <span class="mono end">{speed}</span>
      </Foot>
    </article>
  )
}

/** The frame that is on the canvas, which is another than the one wanted as long as that one is on its way. */
function frameOn(view: AngleView | null): string {
  const w = editsWords.value
  const shown = view?.shown.value
  if (!shown) return ''
  const told = `${w.frame(String(shown.index))} ${w.pts(secondsText(shown.pts))}`
  return view.state.value.kind === 'ready' ? told : `${told} …`
}

function Foot({ children }: { readonly children: ComponentChildren }) {
  return <p class="edits-foot">{children}</p>
}

function Hidden({ model, id }: { readonly model: EditsModel; readonly id: RecordingId }) {
  const w = editsWords.value
  return (
    <div class="edits-hidden">
      <p>{w.hidden}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          model.asked.value = new Set([...model.asked.peek(), id])
        }}
      >
        {w.show}
      </button>
    </div>
  )
}
