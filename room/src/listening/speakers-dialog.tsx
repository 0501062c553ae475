import type { Transcript } from '@sightline/core/case'
import { cardsOf } from '@sightline/core/case/cards'
import { Dialog } from '../panels/dialog.tsx'
import { words } from '../strings/index.ts'
import { listeningWords } from '../strings/listening-words.ts'
import type { ListeningModel } from './listening-model.ts'

interface Props {
  readonly model: ListeningModel
  readonly transcript: Transcript
  readonly onClose: () => void
}

/** Ties labels of speakers to participants of the case. */
export function SpeakersDialog({ model, transcript, onClose }: Props) {
  const w = listeningWords.value.speakers
  const { room } = model
  const participants = cardsOf(room.source.state.value, 'participant')
  const counts = new Map<string, number>()
  for (const { speaker } of model.lines.value)
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  return (
    <Dialog title={w.title} onClose={onClose}>
      <p class="muted">{w.lead}</p>
      {counts.size === 0 && <p>{w.none}</p>}
      <ul class="speakers">
        {[...counts].map(([label, count]) => (
          <li key={label}>
            <label class="field">
              <span>
                {label} <span class="muted small">{w.lines(count)}</span>
              </span>
              <select
                value={transcript.speakers.get(label) ?? ''}
                onChange={event => {
                  const participant = event.currentTarget.value || null
                  room.speaker.heed(
                    room.entering.enter(
                      {
                        do: 'name-transcript-speaker',
                        ...{ id: transcript.id, rev: transcript.rev, speaker: label, participant },
                      },
                      listeningWords.peek().said.stated,
                    ),
                  )
                }}
              >
                <option value="">{w.nobody}</option>
                {participants.map(({ id, said }) => (
                  <option key={id} value={id}>
                    {said.role}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {words.value.close}
        </button>
      </div>
    </Dialog>
  )
}
