import { useSignal } from '@preact/signals'
import { declaredWhats } from '@sightline/core/case'
import type { MediaMicros } from '@sightline/core/time'
import { Dialog } from '../panels/dialog.tsx'
import { Field, type Filled, Form, ReasonField } from '../panels/form.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { decimalText, microsFromTyped } from '../time-text.ts'
import type { EditsModel } from './edits-model.ts'
import { regionFrom } from './region-text.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
  readonly onClose: () => void
}

/** What the maker of a stand-in said was changed: in which stretch, and in which part of the picture. */
export function DeclareDialog({ model, player, onClose }: Props) {
  const w = editsWords.value
  const problem = useSignal<string | null>(null)
  const start = model.list.value?.of.from ?? 0
  const submit = async (filled: Filled) => {
    const of = model.film.peek()?.id
    const [from, to] = [microsFromTyped(filled('from')), microsFromTyped(filled('to'))]
    const region = regionFrom(filled('region'))
    const what = declaredWhats.find(each => each === filled('what')) ?? 'picture'
    problem.value =
      from === null
        ? w.notATime(w.from)
        : to === null
          ? w.notATime(w.to)
          : to <= from
            ? w.endBefore
            : region === 'wrong'
              ? w.notARegion
              : null
    if (problem.peek() !== null || of === undefined || from === null || to === null || region === 'wrong')
      return
    const isDone = await model.room.entering.enter({
      do: 'declare-difference',
      ...{ of, what, from: (from + start) as MediaMicros, to: (to + start) as MediaMicros },
      region: what === 'sound' ? null : region,
      ...{ declaredBy: filled('declaredBy'), reason: filled('reason') },
    })
    if (isDone) onClose()
  }
  return (
    <Dialog title={w.declareTitle} onClose={onClose}>
      <p class="muted small">{w.declareWhat}</p>
      <Form
        submit={w.declareTitle}
        onCancel={onClose}
        onSubmit={filled => model.room.speaker.heed(submit(filled))}
      >
        <label class="field">
          <span>{w.declareIn}</span>
          <select name="what">
            {declaredWhats.map(each => (
              <option key={each} value={each}>
                {w.declareOf[each]}
              </option>
            ))}
          </select>
        </label>
        <Field
          name="from"
          label={w.from}
          value={decimalText(player.film.time.peek() - start)}
          isRequired
          isMono
        />
        <Field name="to" label={w.to} isRequired isMono />
        <Field name="region" label={w.region} isMono />
        <Field name="declaredBy" label={w.declaredBy} isRequired />
        <ReasonField />
        {problem.value && (
          <p role="alert" class="problem">
            {problem.value}
          </p>
        )}
      </Form>
    </Dialog>
  )
}
