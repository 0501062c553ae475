import { useSignal } from '@preact/signals'
import { frameAtMedia, type MediaMicros } from '@sightline/core/time'
import { editsWords } from '../strings/edits-words.ts'
import { timeAt, type View, xOf } from '../timeline/geometry.ts'
import { correcting } from './box-draft.ts'
import { type EditsModel, selectedLine } from './edits-model.ts'

interface Props {
  readonly model: EditsModel
  readonly view: View
  readonly top: number
  readonly height: number
}

/** The ends of the chosen line, to be dragged to another frame of the film; what was dragged is asked for in the dialog. */
export function BoundaryHandles({ model, view, top, height }: Props) {
  const line = selectedLine(model)
  if (!line || line.line.part === 'trim' || !model.room.source.can.command || view.width === 0) return null
  return (
    <>
      {(['from', 'to'] as const).map(end => (
        <Handle key={`${line.key} ${end}`} {...{ model, view, top, height, end }} at={line.line[end]} />
      ))}
    </>
  )
}

function Handle({
  model,
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
  const frameStart = (micros: number): MediaMicros => {
    const times = model.times.peek().get(model.film.peek()?.id ?? '')
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
  return (
    <button
      type="button"
      class="conform-handle"
      data-end={end}
      style={{ left: `${x}px`, top: `${top - 3}px`, height: `${height + 6}px` }}
      aria-label={end === 'from' ? w.from : w.to}
      title={w.drag}
      onClick={() => {
        if (dragged.peek() === null) ask(at)
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
