import { useSignal } from '@preact/signals'
import { placementOf } from '@sightline/core/case'
import { caseMicros } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { decimalText, microsFromTyped, secondsText, timeText } from '../time-text.ts'
import { movedCommand } from '../watch/placing-by-hand.ts'
import { Dialog } from './dialog.tsx'
import { Field, Form } from './form.tsx'
import { Help } from './help.tsx'
import { MatchFrames } from './match-frames.tsx'
import { MomentDialog } from './moment-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** The dialog that lies over the room, if any. */
export function Overlays({ room }: { readonly room: Room }) {
  const { session } = room
  const overlay = session.overlay.value
  const close = () => {
    session.overlay.value = null
  }
  switch (overlay?.kind) {
    case undefined:
      return null
    case 'help':
      return <Help onClose={close} />
    case 'go-to':
      return <GoTo room={room} onClose={close} />
    case 'moment':
      return <MomentDialog room={room} onClose={close} />
    case 'type-start':
      return <TypeStart room={room} id={overlay.id} onClose={close} />
    case 'match-frames':
      return <MatchFrames room={room} id={overlay.id} onClose={close} />
    case 'unpin':
      return <Unpin room={room} id={overlay.id} onClose={close} />
    case 'move':
      return <Move room={room} id={overlay.id} byMicros={overlay.byMicros} onClose={close} />
  }
}

function GoTo({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const isWrong = useSignal(false)
  const w = words.value.transport
  return (
    <Dialog title={w.goTo} onClose={onClose}>
      <Form
        submit={w.go}
        onCancel={onClose}
        onSubmit={filled => {
          const micros = microsFromTyped(filled('time'))
          isWrong.value = micros === null
          if (micros === null) return
          room.seek(micros)
          onClose()
        }}
      >
        <Field
          name="time"
          label={w.goToHint}
          value={timeText(room.engine.time.peek())}
          hint={isWrong.value ? w.notATime : undefined}
          isRequired
          isMono
        />
      </Form>
    </Dialog>
  )
}

interface PlacingProps {
  readonly room: Room
  readonly id: string
  readonly onClose: () => void
}

function TypeStart({ room, id, onClose }: PlacingProps) {
  const wrong = useSignal<string | null>(null)
  const w = words.value.placing
  const recording = room.source.state.value.recordings.get(id)
  if (!recording) return null
  const name = room.session.names.value.get(id) ?? ''
  const placement = placementOf(recording)
  const start = placement?.kind === 'placed' ? placement.start : room.engine.time.peek()
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
          start: caseMicros(micros),
          driftPpm: placement?.kind === 'placed' ? placement.driftPpm : 0,
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

function Move({ room, id, byMicros, onClose }: PlacingProps & { readonly byMicros: number }) {
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
        return command !== null && (await room.entering.enter(command, w.entered(name)))
      }}
    />
  )
}

function Unpin({ room, id, onClose }: PlacingProps) {
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
