import { useSignal } from '@preact/signals'
import { inNameOrder, type Recording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { numbers } from '../strings/numbers.ts'
import { Field } from './form.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** Whether a recording is a redacted or converted copy of another, and which copies of it are held. */
export function StandInSection({ room, recording }: Props) {
  const isOpen = useSignal(false)
  const w = laterWords.value.details
  const names = room.session.names.value
  const { standIn } = recording
  const copies = inNameOrder(room.source.state.value).filter(each => each.standIn?.standsFor === recording.id)
  const close = () => {
    isOpen.value = false
  }
  return (
    <section class="section">
      <h3>
        {w.standIn}
        {room.source.can.command && (
          <button
            type="button"
            class="link"
            onClick={() => {
              isOpen.value = true
            }}
          >
            {standIn ? w.unbind : w.bind}
          </button>
        )}
      </h3>
      {standIn ? (
        <dl class="facts">
          <dt>{w.standInFor}</dt>
          <dd>{names.get(standIn.standsFor) ?? standIn.standsFor}</dd>
          <dt>{w.standInTool}</dt>
          <dd>{standIn.tool}</dd>
          <dt>{w.standInBy}</dt>
          <dd>{standIn.madeBy}</dd>
        </dl>
      ) : (
        <p class="muted">{w.standInNone}</p>
      )}
      {copies.length > 0 && (
        <p>{w.hasStandIns(numbers.value.list(copies.map(each => names.get(each.id) ?? each.firstName)))}</p>
      )}
      {isOpen.value &&
        (standIn ? (
          <Unbind room={room} recording={recording} onClose={close} />
        ) : (
          <Bind room={room} recording={recording} onClose={close} />
        ))}
    </section>
  )
}

function Bind({ room, recording, onClose }: Props & { readonly onClose: () => void }) {
  const w = laterWords.value.details
  const names = room.session.names.value
  const others = inNameOrder(room.source.state.value).filter(
    each => each.id !== recording.id && !each.standIn,
  )
  return (
    <ReasonDialog
      title={w.bindTitle(names.get(recording.id) ?? '')}
      what={w.standInWhat}
      onClose={onClose}
      onReason={(reason, filled) =>
        room.entering.enter({
          do: 'bind-stand-in',
          recording: recording.id,
          rev: recording.rev,
          standsFor: filled('standsFor'),
          tool: filled('tool'),
          madeBy: filled('madeBy'),
          reason,
        })
      }
    >
      <label class="field">
        <span>{w.standInFor}</span>
        <select name="standsFor" required>
          {others.map(each => (
            <option key={each.id} value={each.id}>
              {names.get(each.id)}
            </option>
          ))}
        </select>
      </label>
      <Field name="tool" label={w.standInTool} isRequired />
      <Field name="madeBy" label={w.standInBy} isRequired />
    </ReasonDialog>
  )
}

function Unbind({ room, recording, onClose }: Props & { readonly onClose: () => void }) {
  const { id, rev } = recording
  return (
    <ReasonDialog
      title={laterWords.value.details.unbindTitle(room.session.names.value.get(id) ?? '')}
      onClose={onClose}
      onReason={reason => room.entering.enter({ do: 'unbind-stand-in', recording: id, rev, reason })}
    />
  )
}
