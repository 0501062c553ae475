import { useSignal } from '@preact/signals'
import { placementOf } from '@sightline/core/case'
import { mediaMicros } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { decimalText, microsFromTyped, secondsText } from '../time-text.ts'
import { mapThrough, movedCommand } from '../watch/placing-by-hand.ts'
import { Field } from './form.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface PlacingProps {
  readonly room: Room
  readonly id: string
  readonly onClose: () => void
}

/** Asks for a start on the clock; `from` is offered where somebody has seen one already. */
export function TypeStart({
  room,
  id,
  from,
  onClose,
}: PlacingProps & { readonly from?: number | undefined }) {
  const wrong = useSignal<string | null>(null)
  const w = words.value.placing
  const recording = room.source.state.value.recordings.get(id)
  if (!recording) return null
  const name = room.session.names.value.get(id) ?? ''
  const placement = placementOf(recording)
  const start = from ?? (placement?.kind === 'placed' ? placement.start : room.engine.time.peek())
  const first = recording.probe.kind === 'probed' ? (recording.probe.facts.start ?? 0) : 0
  return (
    <ReasonDialog
      title={w.typeStartTitle(name)}
      what={first === 0 ? undefined : w.startHint(`${secondsText(first, 6)} s`)}
      submit={w.place}
      onClose={onClose}
      onReason={async (reason, filled) => {
        const micros = microsFromTyped(filled('start'))
        const error = filled('error') === '' ? null : Number(filled('error').replace(',', '.'))
        const isError = error === null || (Number.isFinite(error) && error >= 0)
        wrong.value = micros === null ? words.peek().transport.notATime : isError ? null : w.notANumber
        if (micros === null || !isError) return false
        const command = {
          do: 'pin-placement',
          recording: id,
          rev: recording.rev,
          ...mapThrough(recording, mediaMicros(0), micros),
          errorMs: error,
          evidence: { how: 'typed' },
          reason,
        } as const
        return await room.entering.enter(command, w.entered(name))
      }}
    >
      <Field
        name="start"
        label={w.startLabel}
        value={decimalText(start)}
        hint={wrong.value ?? undefined}
        isRequired
        isMono
      />
      <Field name="error" label={w.error} isMono />
    </ReasonDialog>
  )
}

/** Asks why a recording was moved on the timeline. */
export function Move({ room, id, byMicros, onClose }: PlacingProps & { readonly byMicros: number }) {
  const w = words.value.placing
  const recording = room.source.state.value.recordings.get(id)
  if (!recording) return null
  const name = room.session.names.value.get(id) ?? ''
  const ms = numbers.value.signedMs(byMicros / 1000)
  return (
    <ReasonDialog
      title={w.moveTitle(name, ms)}
      submit={w.place}
      onClose={onClose}
      onReason={async reason => {
        const command = movedCommand(recording, byMicros, reason)
        if (command === null || !(await room.entering.enter(command, w.entered(name)))) return false
        room.session.moving.value = null
        return true
      }}
    />
  )
}

/** Asks why a placement by hand is given up. */
export function Unpin({ room, id, onClose }: PlacingProps) {
  const w = words.value.placing
  const recording = room.source.state.value.recordings.get(id)
  if (!recording) return null
  return (
    <ReasonDialog
      title={w.unpinTitle(room.session.names.value.get(id) ?? '')}
      what={w.unpinWhat}
      onClose={onClose}
      onReason={reason =>
        room.entering.enter({ do: 'unpin-placement', recording: id, rev: recording.rev, reason })
      }
    />
  )
}
