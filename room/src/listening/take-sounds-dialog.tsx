import { useSignal } from '@preact/signals'
import { Dialog } from '../panels/dialog.tsx'
import { Form } from '../panels/form.tsx'
import { Progress } from '../panels/take-away.tsx'
import { listeningWords } from '../strings/listening-words.ts'
import type { ListeningModel } from './listening-model.ts'

interface Props {
  readonly model: ListeningModel
  readonly onClose: () => void
}

/** Asks for the sharp sounds that people named as a table, and hands it over with its sheet. */
export function TakeSoundsDialog({ model, onClose }: Props) {
  const w = listeningWords.value
  const { room } = model
  const request = useSignal<string | null>(null)
  const submit = async () => {
    request.value = await room.source.takeAway({ what: 'sounds', as: 'csv' })
  }
  return (
    <Dialog title={w.impulses.awayTitle} onClose={onClose}>
      {request.value === null ? (
        <Form submit={w.away.enter} onCancel={onClose} onSubmit={() => room.speaker.heed(submit())}>
          <p>{w.impulses.awayWhat}</p>
        </Form>
      ) : (
        <Progress
          key={request.value}
          room={room}
          id={request.value}
          onAnother={() => {
            request.value = null
          }}
        />
      )}
    </Dialog>
  )
}
