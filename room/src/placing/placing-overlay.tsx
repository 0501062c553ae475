import { useSignal } from '@preact/signals'
import type { ClockCandidate, Recording } from '@sightline/core/case'
import { Field } from '../panels/form.tsx'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { placingWords } from '../strings/placing-words.ts'
import { timeText } from '../time-text.ts'
import { clockWords, takenWords } from './clock-words.ts'
import type { PlacingDialog } from './placing-dialog.ts'
import { ReadClock } from './read-clock.tsx'
import { numberTyped } from './reading-typed.ts'
import { readingText, zoneText } from './zone-text.ts'

interface Props {
  readonly room: Room
  readonly dialog: PlacingDialog
  readonly onClose: () => void
}

/** The dialog in which a person decides on a clock or a place. */
export function PlacingOverlay({ room, dialog, onClose }: Props) {
  const state = room.source.state.value
  switch (dialog.what) {
    case 'read-clock':
      return <ReadClock room={room} dialog={dialog} onClose={onClose} />
    case 'withdraw-anchor': {
      const w = placingWords.value.wall
      const command = { do: 'withdraw-clock-anchor', rev: state.wallTime.rev } as const
      return (
        <ReasonDialog
          title={w.withdrawTitle}
          what={w.withdrawWhat}
          onClose={onClose}
          onReason={reason => room.entering.enter({ ...command, reason })}
        />
      )
    }
    case 'withdraw-reading': {
      const read = state.clockReadings.get(dialog.clock)
      if (!read) return null
      const { local, offsetMinutes } = read.reading
      const reading = `${readingText(local)} ${zoneText(offsetMinutes)}`
      const command = { do: 'withdraw-clock-reading', clock: read.id, rev: read.rev } as const
      return (
        <ReasonDialog
          title={placingWords.value.claims.withdrawTitle(reading)}
          onClose={onClose}
          onReason={reason => room.entering.enter({ ...command, reason })}
        />
      )
    }
    case 'take-clock':
    case 'distance':
    case 'withdraw-distance':
    case 'lock':
    case 'unlock': {
      const recording = state.recordings.get(dialog.id)
      return recording ? <OfRecording {...{ room, dialog, recording, onClose }} /> : null
    }
  }
}

interface OfRecordingProps extends Props {
  readonly dialog: Extract<PlacingDialog, { readonly id: string }>
  readonly recording: Recording
}

function OfRecording({ room, dialog, recording, onClose }: OfRecordingProps) {
  const w = placingWords.value
  const name = room.session.names.value.get(recording.id) ?? ''
  const on = { recording: recording.id, rev: recording.rev }
  switch (dialog.what) {
    case 'read-clock':
      return null
    case 'take-clock':
      return <TakeClock {...{ room, recording, name, onClose }} candidate={dialog.candidate} />
    case 'distance':
      return <Distance {...{ room, recording, name, onClose }} />
    case 'withdraw-distance':
      return (
        <ReasonDialog
          title={w.distance.withdrawTitle(name)}
          onClose={onClose}
          onReason={reason => room.entering.enter({ do: 'withdraw-distance', ...on, reason })}
        />
      )
    case 'lock':
      return (
        <ReasonDialog
          title={w.moving.lockTitle(name)}
          what={w.moving.lockWhat}
          onClose={onClose}
          onReason={reason => room.entering.enter({ do: 'lock-placement', ...on, reason })}
        />
      )
    case 'unlock':
      return (
        <ReasonDialog
          title={w.moving.unlockTitle(name)}
          onClose={onClose}
          onReason={reason => room.entering.enter({ do: 'unlock-placement', ...on, reason })}
        />
      )
  }
}

interface NamedProps extends Omit<Props, 'dialog'> {
  readonly recording: Recording
  readonly name: string
}

/** Asks why the clock of a device is believed where nothing else can place its recording. */
function TakeClock({
  room,
  recording,
  name,
  candidate,
  onClose,
}: NamedProps & { readonly candidate: ClockCandidate }) {
  const wrong = useSignal(false)
  const w = placingWords.value.claims
  const { clock, taken, start, against } = candidate
  const tag = clock.source.kind === 'tag' ? clock.source.claim.tag : null
  return (
    <ReasonDialog
      title={w.takeTitle(name)}
      what={w.takeWhat(`${clockWords(room, clock)}, ${takenWords(taken)}`, timeText(start))}
      submit={words.value.placing.place}
      onClose={onClose}
      onReason={async (reason, filled) => {
        const errorMs = numberTyped(filled('error'))
        wrong.value = errorMs === 'wrong'
        if (errorMs === 'wrong') return false
        const { media, reading } = taken
        const command = {
          do: 'pin-placement',
          recording: recording.id,
          rev: recording.rev,
          start,
          driftPpm: 0,
          errorMs,
          evidence: { how: 'device-clock', clock: { media, reading, tag, against } },
          reason,
        } as const
        return await room.entering.enter(command, words.peek().placing.entered(name))
      }}
    >
      <Field
        name="error"
        label={words.value.placing.error}
        hint={wrong.value ? words.value.placing.notANumber : undefined}
        isMono
      />
    </ReasonDialog>
  )
}

const mostMetres = 20_000

/** Asks how far a microphone was from what was heard. */
function Distance({ room, recording, name, onClose }: NamedProps) {
  const wrong = useSignal<'metres' | 'errorMetres' | null>(null)
  const w = placingWords.value.distance
  const { distance } = recording
  return (
    <ReasonDialog
      title={w.title(name)}
      what={w.what}
      onClose={onClose}
      onReason={async (reason, filled) => {
        const metres = numberTyped(filled('metres'), mostMetres)
        const errorMetres = numberTyped(filled('errorMetres'), mostMetres)
        const isMetres = typeof metres === 'number'
        wrong.value = !isMetres ? 'metres' : typeof errorMetres === 'number' ? null : 'errorMetres'
        if (typeof metres !== 'number' || typeof errorMetres !== 'number') return false
        const command = {
          do: 'state-distance',
          recording: recording.id,
          rev: recording.rev,
          metres,
          errorMetres,
          source: filled('source'),
          reason,
        } as const
        return await room.entering.enter(command, placingWords.peek().distance.entered(name))
      }}
    >
      <div class="pair">
        <Field
          name="metres"
          label={w.metres}
          value={distance ? String(distance.metres) : ''}
          hint={wrong.value === 'metres' ? w.notMetres : undefined}
          isRequired
          isMono
        />
        <Field
          name="errorMetres"
          label={w.errorMetres}
          value={distance ? String(distance.errorMetres) : ''}
          hint={wrong.value === 'errorMetres' ? w.notMetres : undefined}
          isRequired
          isMono
        />
      </div>
      <Field name="source" label={w.source} value={distance?.source ?? ''} isRequired />
    </ReasonDialog>
  )
}
