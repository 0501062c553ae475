import { useSignal, useSignalEffect } from '@preact/signals'
import type { Recording } from '@sightline/core/case'
import type { PinConflict } from '@sightline/core/sync'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'

/** Where what people placed and what sound says disagree on a recording: told beside its place, and nothing is moved for it. */
export function PinConflicts({ room, recording }: { readonly room: Room; readonly recording: Recording }) {
  const conflicts = useSignal<readonly PinConflict[]>([])
  const { source, session } = room
  useSignalEffect(() => {
    // Asked again for each new result of the engine, which the log names by hash.
    if (source.state.value.sync?.result === undefined) return
    room.speaker.heed(
      source.syncResult().then(result => {
        conflicts.value = result?.conflicts ?? []
      }),
    )
  })
  const w = words.value.clockPanel
  const n = numbers.value
  const nameOf = (id: string) => session.names.value.get(id) ?? id
  return (
    <>
      {conflicts.value
        .filter(({ a, b }) => a === recording.id || b === recording.id)
        .map(({ a, b, differenceMs, errorMs }) => (
          <p key={`${a} ${b}`} class="small">
            {w.conflict(nameOf(a), nameOf(b), n.ms(Math.abs(differenceMs)), n.ms(errorMs))}
          </p>
        ))}
    </>
  )
}
