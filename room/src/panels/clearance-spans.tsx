import { useSignal } from '@preact/signals'
import type { Recording } from '@sightline/core/case'
import { type MediaMicros, mediaMicros } from '@sightline/core/time'
import { mediaAt } from '../marks/marks.ts'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { decimalText, microsFromTyped, secondsText } from '../time-text.ts'
import { Field } from './form.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** Stretches of a recording that were cleared or warned of on their own, and the way to do so. */
export function ClearanceSpans({ room, recording }: Props) {
  const asking = useSignal<'clear' | 'warn' | null>(null)
  const w = laterWords.value.spans
  const ask = asking.value
  return (
    <>
      {recording.spans.length > 0 && (
        <ul class="history small">
          {recording.spans.map(({ from, to, isCleared, warning }, n) => (
            <li key={n}>
              <span class="mono">
                {secondsText(from)} – {secondsText(to)} s
              </span>{' '}
              {isCleared ? w.cleared : w.warned}
              {warning && ` · ${warning}`}
            </li>
          ))}
        </ul>
      )}
      {room.source.can.command && (
        <div class="row small">
          <button
            type="button"
            class="link"
            onClick={() => {
              asking.value = 'clear'
            }}
          >
            {w.clear}
          </button>
          <button
            type="button"
            class="link"
            onClick={() => {
              asking.value = 'warn'
            }}
          >
            {w.warn}
          </button>
        </div>
      )}
      {ask && (
        <SpanDialog
          room={room}
          recording={recording}
          kind={ask}
          onClose={() => {
            asking.value = null
          }}
        />
      )}
    </>
  )
}

interface DialogProps extends Props {
  readonly kind: 'clear' | 'warn'
  readonly onClose: () => void
}

function SpanDialog({ room, recording, kind, onClose }: DialogProps) {
  const isWrong = useSignal(false)
  const w = laterWords.value.spans
  const { id, rev } = recording
  const name = room.session.names.value.get(id) ?? ''
  const [from, to] = spanOffered(room, recording)
  return (
    <ReasonDialog
      title={kind === 'clear' ? w.clearTitle(name) : w.warnTitle(name)}
      what={w.ownTime}
      onClose={onClose}
      onReason={async (reason, filled) => {
        const typed = [microsFromTyped(filled('from')), microsFromTyped(filled('to'))]
        const [start, end] = typed
        isWrong.value = start == null || end == null || end <= start
        if (start == null || end == null || end <= start) return false
        const at = { recording: id, rev, from: mediaMicros(start), to: mediaMicros(end), reason }
        return await room.entering.enter(
          kind === 'clear'
            ? { do: 'clear-span', ...at }
            : { do: 'warn-span', ...at, warning: filled('warning') || null },
        )
      }}
    >
      <div class="pair">
        <Field
          name="from"
          label={laterWords.value.takeAway.from}
          value={decimalText(from)}
          isRequired
          isMono
        />
        <Field
          name="to"
          label={laterWords.value.takeAway.to}
          value={decimalText(to)}
          hint={isWrong.value ? w.wrong : undefined}
          isRequired
          isMono
        />
      </div>
      {kind === 'warn' && <Field name="warning" label={w.warning} hint={w.warningHint} />}
    </ReasonDialog>
  )
}

/** What is being measured in this recording, else the whole of it. */
function spanOffered(room: Room, recording: Recording): readonly [MediaMicros, MediaMicros] {
  const { from, to } = room.marks.measuring.peek()
  const [a, b] = [from, to].map(end => (end?.recording === recording.id ? mediaAt(room.session, end) : null))
  if (a != null && b != null && a !== b) return [mediaMicros(Math.min(a, b)), mediaMicros(Math.max(a, b))]
  const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
  return [facts?.start ?? mediaMicros(0), facts?.end ?? mediaMicros(0)]
}
