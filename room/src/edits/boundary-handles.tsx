import { useSignal } from '@preact/signals'
import { frameAtMedia, frameCount, type MediaMicros, ptsOf } from '@sightline/core/time'
import { editsWords } from '../strings/edits-words.ts'
import { timeText } from '../time-text.ts'
import { timeAt, type View, xOf } from '../timeline/geometry.ts'
import { correcting } from './box-draft.ts'
import { type EditsModel, selectedLine } from './edits-model.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
  readonly view: View
  readonly top: number
  readonly height: number
}

/** The ends of the chosen line, to be moved to another frame of the film by pointer or by keys; what was moved is asked for in the dialog. */
export function BoundaryHandles({ model, player, view, top, height }: Props) {
  const line = selectedLine(model)
  if (!line || line.line.part === 'trim' || !model.room.source.can.command || view.width === 0) return null
  return (
    <>
      {(['from', 'to'] as const).map(end => (
        <Handle
          key={`${line.key} ${end}`}
          {...{ model, player, view, top, height, end }}
          at={line.line[end]}
        />
      ))}
    </>
  )
}

function Handle({
  model,
  player,
  view,
  top,
  height,
  end,
  at,
}: Props & { readonly end: 'from' | 'to'; readonly at: MediaMicros }) {
  const w = editsWords.value
  const dragged = useSignal<MediaMicros | null>(null)
  const x = xOf(view, dragged.value ?? at)
  if (x < -1 || x > view.width + 1) return null
  const filmTimes = () => model.times.peek().get(model.film.peek()?.id ?? '')
  const frameStart = (micros: number): MediaMicros => {
    const times = filmTimes()
    const index = times && frameAtMedia(times, micros)
    return Math.round(
      index === null || index === undefined ? micros : (times?.boundaries[index] ?? micros),
    ) as MediaMicros
  }
  const left = (event: PointerEvent) =>
    event.clientX - ((event.currentTarget as HTMLElement).parentElement?.getBoundingClientRect().left ?? 0)
  const ask = (moved: MediaMicros) => {
    const line = selectedLine(model)
    if (!line) return
    model.asking.value = correcting(model, line, { from: line.line.from, to: line.line.to, [end]: moved })
  }
  /** So many frames on or back; the film shows the first or the last frame that the line would then hold. */
  const move = (frames: number) => {
    const times = filmTimes()
    const line = selectedLine(model)?.line
    if (!times || !line) return
    const frameOf = (micros: number) => frameAtMedia(times, micros) ?? frameCount(times)
    const [least, most] =
      end === 'from' ? [0, frameOf(line.to) - 1] : [frameOf(line.from) + 1, frameCount(times)]
    const index = Math.max(least, Math.min(most, frameOf(dragged.peek() ?? at) + frames))
    dragged.value = Math.round(ptsOf(times, index)) as MediaMicros
    player.seek(Math.ceil(ptsOf(times, end === 'from' ? index : index - 1)))
  }
  const press = (event: KeyboardEvent): boolean => {
    const far = event.shiftKey || event.altKey ? 10 : 1
    if (event.key === 'ArrowLeft') move(-far)
    else if (event.key === 'ArrowRight') move(far)
    else if (event.key === 'Escape' && dragged.peek() !== null) dragged.value = null
    else if (event.key === 'Enter') {
      ask(dragged.peek() ?? at)
      dragged.value = null
    } else return false
    return true
  }
  const named = `${end === 'from' ? w.from : w.to}: ${timeText((dragged.value ?? at) - (model.list.value?.of.from ?? 0))}`
  return (
    <button
      type="button"
      class="conform-handle"
      data-end={end}
      style={{ left: `${x}px`, top: `${top - 3}px`, height: `${height + 6}px` }}
      aria-label={`${named}. ${w.endKeys}`}
      title={w.endKeys}
      onClick={() => {
        if (dragged.peek() === null) ask(at)
      }}
      onKeyDown={event => {
        if (press(event)) event.preventDefault()
      }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId) && event.buttons > 0)
          dragged.value = frameStart(timeAt(view, left(event)))
      }}
      onPointerUp={() => {
        const moved = dragged.peek()
        if (moved === null || moved === at) return
        ask(moved)
        // After the click that follows.
        setTimeout(() => {
          dragged.value = null
        }, 0)
      }}
    />
  )
}
