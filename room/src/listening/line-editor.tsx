import { useSignal } from '@preact/signals'
import { type ShownLine, textOf } from '@sightline/core/transcript'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { listeningWords } from '../strings/listening-words.ts'
import { timeText } from '../time-text.ts'
import { layLines, mergedLine, newLine, pieceAtCaret, splitLine, timedAnew, typedOver } from './editing.ts'
import { goToLine, heardAt, type ListeningModel, playStretch } from './listening-model.ts'

interface Props {
  readonly model: ListeningModel
  readonly line: ShownLine
  readonly at: number
}

/** Changes the words and the speaker of a line. What is typed is the browser's own until it is entered. */
export function LineEditor({ model, line, at }: Props) {
  const w = listeningWords.value.line
  const area = useRef<HTMLTextAreaElement>(null)
  const by = useRef<HTMLInputElement>(null)
  const { speaker } = model.room
  useLayoutEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [])
  const times = useSignal({ from: line.from, to: line.to })
  const now = () => {
    const typed = typedOver(line, area.current?.value ?? '', by.current?.value.trim() || null)
    return timedAnew(typed, times.peek())
  }
  const setTime = (end: 'from' | 'to') => {
    const heard = heardAt(model)
    if (heard !== null) times.value = { ...times.peek(), [end]: heard }
  }
  const done = (isIn: boolean, next = at + 1) => {
    if (isIn) goToLine(model, next)
  }
  const close = () => {
    model.isEditing.value = false
    document.querySelector<HTMLElement>('.transcript-lines')?.focus()
  }
  const enter = (kind: 'revise' | 'settle') => {
    const typed = now()
    const isSame =
      textOf(typed) === textOf(line) &&
      typed.speaker === line.speaker &&
      typed.from === line.from &&
      typed.to === line.to
    if (kind === 'revise' && isSame) return close()
    speaker.heed(layLines(model, kind, [line], [typed]).then(isIn => done(isIn)))
  }
  const insert = (before: string, after: string) => {
    const field = area.current
    if (!field) return
    const { selectionStart: from, selectionEnd: to, value } = field
    field.setRangeText(`${before}${value.slice(from, to)}${after}`, from, to, 'end')
    field.setSelectionRange(
      field.selectionEnd - (after === '' ? 0 : 1),
      field.selectionEnd - (after === '' ? 0 : 1),
    )
    field.focus()
  }
  const next = model.lines.value[at + 1]
  return (
    <div class="line-editor">
      <textarea
        ref={area}
        aria-label={w.edit}
        defaultValue={textOf(line)}
        rows={2}
        onKeyDown={event => {
          if (event.key === 'Escape') close()
          else if (event.key === ' ' && event.ctrlKey)
            speaker.heed(playStretch(model, line, { isLooped: model.isLooped.peek() }))
          else if (event.key === 'Enter' && !event.shiftKey)
            enter(event.ctrlKey || event.metaKey ? 'settle' : 'revise')
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <div class="row">
        <label class="row small">
          {w.speaker}
          <input
            ref={by}
            type="text"
            class="compact"
            maxLength={200}
            list="speaker-labels"
            defaultValue={line.speaker ?? ''}
          />
        </label>
        <SpeakerLabels model={model} />
        <button
          type="button"
          class="button plain"
          disabled={model.player.state.value.kind !== 'playing'}
          onClick={() => setTime('from')}
        >
          {w.beginsHere}
        </button>
        <button
          type="button"
          class="button plain"
          disabled={model.player.state.value.kind !== 'playing'}
          onClick={() => setTime('to')}
        >
          {w.endsHere}
        </button>
        <span class="mono small">{w.times(timeText(times.value.from), timeText(times.value.to))}</span>
        <button type="button" class="button" onClick={() => insert('[inaudible]', '')}>
          {w.inaudible}
        </button>
        <button type="button" class="button" onClick={() => insert('[', ' / ]')}>
          {w.ambiguous}
        </button>
      </div>
      <div class="row">
        <button type="button" class="button key" onClick={() => enter('settle')}>
          {w.settle}
        </button>
        <button type="button" class="button" onClick={() => enter('revise')}>
          {w.enter}
        </button>
        <button
          type="button"
          class="button plain"
          onClick={() => {
            const field = area.current
            const before = field ? pieceAtCaret(line, field.value, field.selectionStart) : 0
            const parts = splitLine({ ...line, ...now(), key: line.key }, before)
            if (parts.length > 1)
              speaker.heed(layLines(model, 'revise', [line], parts).then(isIn => done(isIn, at)))
          }}
        >
          {w.split}
        </button>
        {next && (
          <button
            type="button"
            class="button plain"
            onClick={() =>
              speaker.heed(
                layLines(model, 'revise', [line, next], [mergedLine(line, next)]).then(isIn =>
                  done(isIn, at),
                ),
              )
            }
          >
            {w.merge}
          </button>
        )}
        <button
          type="button"
          class="button plain"
          onClick={() =>
            speaker.heed(
              layLines(model, 'revise', [], [newLine(line.to, next?.from ?? line.to)]).then(isIn =>
                done(isIn, at + 1),
              ),
            )
          }
        >
          {w.add}
        </button>
        <button
          type="button"
          class="button plain"
          onClick={() => speaker.heed(layLines(model, 'revise', [line], []).then(isIn => done(isIn, at)))}
        >
          {w.remove}
        </button>
      </div>
      <p class="small muted">{w.hint}</p>
    </div>
  )
}

/** Labels that this transcript uses already. */
function SpeakerLabels({ model }: { readonly model: ListeningModel }) {
  const labels = new Set(model.lines.value.flatMap(({ speaker }) => speaker ?? []))
  return (
    <datalist id="speaker-labels">
      {[...labels].map(label => (
        <option key={label} value={label} />
      ))}
    </datalist>
  )
}
