import { useSignal } from '@preact/signals'
import type { Transcript } from '@sightline/core/case'
import { isSettled } from '@sightline/core/transcript'
import { Dialog } from '../panels/dialog.tsx'
import { type Filled, Form } from '../panels/form.tsx'
import { Progress } from '../panels/take-away.tsx'
import { listeningWords } from '../strings/listening-words.ts'
import type { ListeningModel } from './listening-model.ts'

const formats = ['webvtt', 'srt', 'csv', 'json'] as const
const formatNames = { webvtt: 'WebVTT', srt: 'SubRip', csv: 'CSV', json: 'JSON' } as const

interface Props {
  readonly model: ListeningModel
  readonly transcript: Transcript
  readonly onClose: () => void
}

/** Asks for a transcript, or for captions of the whole case, as a file, and hands it over with its sheet. */
export function TakeTranscriptDialog({ model, transcript, onClose }: Props) {
  const w = listeningWords.value.away
  const { room } = model
  const request = useSignal<string | null>(null)
  const scope = useSignal<'this' | 'recording' | 'whole'>('this')
  const isNothing = !model.lines.value.some(isSettled)
  const submit = async (filled: Filled) => {
    const only = filled('only') === 'all' ? 'all' : 'settled'
    const as = formats.find(each => each === filled('as')) ?? 'webvtt'
    request.value = await room.source.takeAway(
      scope.peek() === 'this'
        ? { what: 'transcript', transcript: transcript.id, as, only }
        : { what: 'captions', recording: scope.peek() === 'whole' ? null : transcript.recording, only },
    )
  }
  return (
    <Dialog title={w.title} onClose={onClose}>
      {request.value === null ? (
        <Form submit={w.enter} onCancel={onClose} onSubmit={filled => room.speaker.heed(submit(filled))}>
          <fieldset class="choices column">
            <legend>{w.what}</legend>
            {(['this', 'recording', 'whole'] as const).map(each => (
              <label key={each} class="check">
                <input
                  type="radio"
                  name="scope"
                  value={each}
                  checked={scope.value === each}
                  onChange={() => {
                    scope.value = each
                  }}
                />
                {w[each]}
              </label>
            ))}
          </fieldset>
          {scope.value === 'this' && (
            <fieldset class="choices">
              <legend>{w.format}</legend>
              {formats.map(each => (
                <label key={each} class="check">
                  <input type="radio" name="as" value={each} defaultChecked={each === 'webvtt'} />
                  {formatNames[each]}
                </label>
              ))}
            </fieldset>
          )}
          <fieldset class="choices column">
            <legend>{w.only}</legend>
            {(['settled', 'all'] as const).map(each => (
              <label key={each} class="check">
                <input type="radio" name="only" value={each} defaultChecked={each === 'settled'} />
                {w[each]}
              </label>
            ))}
          </fieldset>
          {isNothing && <p class="small muted">{w.nothing}</p>}
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
