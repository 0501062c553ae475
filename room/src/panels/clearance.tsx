import { useSignal } from '@preact/signals'
import type { Recording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { ClearanceSpans } from './clearance-spans.tsx'
import { Poster } from './poster.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Until a person clears a recording no thumbnail of it is shown; a poster only then. */
export function Clearance({ room, recording }: { readonly room: Room; readonly recording: Recording }) {
  const isOpen = useSignal(false)
  const w = laterWords.value.details
  const { id, rev, isCleared } = recording
  const name = room.session.names.value.get(id) ?? ''
  const hasPictures = recording.probe.kind === 'probed' && recording.probe.facts.video !== null
  if (!hasPictures) return null
  return (
    <section class="section">
      <h3>
        {w.clearance}
        {room.source.can.command && (
          <button
            type="button"
            class="link"
            onClick={() => {
              isOpen.value = true
            }}
          >
            {isCleared ? w.warn : w.clear}
          </button>
        )}
      </h3>
      <p class={isCleared ? undefined : 'muted'}>{isCleared ? w.cleared : w.warned}</p>
      <ClearanceSpans room={room} recording={recording} />
      <Poster room={room} recording={recording} />
      {isOpen.value && (
        <ReasonDialog
          title={isCleared ? w.warnTitle(name) : w.clearTitle(name)}
          onClose={() => {
            isOpen.value = false
          }}
          onReason={reason =>
            room.entering.enter({
              do: isCleared ? 'warn-recording' : 'clear-recording',
              recording: id,
              rev,
              reason,
            })
          }
        />
      )}
    </section>
  )
}
