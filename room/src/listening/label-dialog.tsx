import { impulseKinds, outputOf } from '@sightline/core/case'
import { Field } from '../panels/form.tsx'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import { listeningWords } from '../strings/listening-words.ts'
import { type ImpulsesModel, isByHand, type ListedImpulse } from './impulses-model.ts'

interface Props {
  readonly model: ImpulsesModel
  readonly listed: ListedImpulse
  readonly onClose: () => void
}

/** What a person takes a sharp sound for, by name, with what they went by. */
export function LabelDialog({ model, listed, onClose }: Props) {
  const w = listeningWords.value.impulses
  const { room } = model.listening
  const { label, hearings } = listed
  return (
    <ReasonDialog
      title={w.labelTitle}
      what={w.reasonHint}
      onClose={onClose}
      onReason={(reason, filled) => {
        const is = impulseKinds.find(each => each === filled('takenFor')) ?? 'unresolved'
        const said = { is, words: filled('words') || null, reason }
        const first = hearings[0]?.recording
        const recording = first === undefined ? undefined : room.source.state.peek().recordings.get(first)
        const result =
          recording && hearings[0]?.impulse ? (outputOf(recording, 'listening')?.sha256 ?? null) : null
        return room.entering.enter(
          label
            ? { do: 'relabel-impulse', id: label.id, rev: label.rev, ...said }
            : {
                ...{ do: 'label-impulse', ...said, result },
                hearings: hearings.map(({ recording: id, media, impulse }) => ({
                  ...{ recording: id, at: media },
                  ...(impulse
                    ? { errorMs: impulse.errorMs }
                    : filled('markError')
                      ? { errorMs: Number(filled('markError')) }
                      : {}),
                })),
              },
          listeningWords.peek().said.labelled,
        )
      }}
    >
      <label class="field">
        <span>{w.is}</span>
        <select name="takenFor">
          {impulseKinds.map(each => (
            <option key={each} value={each} selected={each === (label?.is ?? 'unresolved')}>
              {w.kinds[each]}
            </option>
          ))}
        </select>
      </label>
      {label === null && isByHand(listed) && (
        <label class="field">
          <span>{w.markError}</span>
          <input type="number" name="markError" min="0.01" max="10000" step="any" inputMode="decimal" />
          <span>{w.markErrorHint}</span>
        </label>
      )}
      <Field name="words" label={w.words} value={label?.words ?? null} />
    </ReasonDialog>
  )
}
