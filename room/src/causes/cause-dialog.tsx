import { useSignal } from '@preact/signals'
import { lackingKinds, type Recording } from '@sightline/core/case'
import { mediaMicros } from '@sightline/core/time'
import { Field } from '../panels/form.tsx'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { lookingWords } from '../strings/looking-words.ts'
import { decimalText, microsFromTyped } from '../time-text.ts'
import type { Lacking } from './cause-facts.ts'

interface Props {
  readonly room: Room
  readonly recording: Recording
  readonly lacking: Lacking
  readonly onClose: () => void
}

/** Asks why a stretch has no sound or picture, and how that is known. */
export function CauseDialog({ room, recording, lacking, onClose }: Props) {
  const isWrong = useSignal(false)
  const w = lookingWords.value.causes
  const name = room.session.names.value.get(recording.id) ?? ''
  return (
    <ReasonDialog
      title={w.title(name)}
      what={w.what}
      onClose={onClose}
      onReason={async (reason, filled) => {
        const [from, to] = [microsFromTyped(filled('from')), microsFromTyped(filled('to'))]
        isWrong.value = from === null || to === null || to <= from
        if (from === null || to === null || to <= from) return false
        return await room.entering.enter({
          do: 'state-cause',
          recording: recording.id,
          of: lackingKinds.find(each => each === filled('of')) ?? lacking.of,
          from: mediaMicros(from),
          to: mediaMicros(to),
          cause: filled('cause'),
          reason,
        })
      }}
    >
      <label class="field">
        <span>{w.lacks}</span>
        <select name="of" defaultValue={lacking.of}>
          {lackingKinds.map(each => (
            <option key={each} value={each}>
              {w.of[each]}
            </option>
          ))}
        </select>
      </label>
      <div class="pair">
        <Field name="from" label={w.from} value={decimalText(lacking.from)} isRequired isMono />
        <Field
          name="to"
          label={w.to}
          value={decimalText(lacking.to)}
          hint={isWrong.value ? laterWords.value.spans.wrong : undefined}
          isRequired
          isMono
        />
      </div>
      <Field name="cause" label={w.cause} hint={w.causeHint} isRequired />
    </ReasonDialog>
  )
}
