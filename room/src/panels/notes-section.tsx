import { useSignal } from '@preact/signals'
import type { Note } from '@sightline/core/api'
import { mainGroup } from '@sightline/core/case'
import { useEffect } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { timeText } from '../time-text.ts'

/** What a person notes for themselves, until they make a moment of it. */
export function NotesSection({ room }: { readonly room: Room }) {
  const text = useSignal('')
  const { marks, session } = room
  const w = laterWords.value.notes
  useEffect(() => {
    if (marks.notes.peek() === null) room.speaker.heed(marks.loadNotes())
  }, [room, marks])
  const keep = async () => {
    const written = text.peek().trim()
    if (written === '') return
    const { at, recording } = marks.pointed()
    const isOnCase = session.clock.peek()?.id === mainGroup
    const writtenAt = new Date().toISOString()
    await marks.keepNote({
      ...{ id: crypto.randomUUID(), text: written, writtenAt, recording },
      at: isOnCase ? at : null,
    })
    text.value = ''
  }
  const notes = marks.notes.value ?? []
  return (
    <section class="section notes">
      <h3>{w.title}</h3>
      <p class="muted small">{w.lead}</p>
      <form
        class="fields"
        onSubmit={event => {
          event.preventDefault()
          room.speaker.heed(keep())
        }}
      >
        <label class="field">
          <span>{w.text}</span>
          <textarea
            rows={2}
            maxLength={4000}
            value={text.value}
            onInput={event => {
              text.value = event.currentTarget.value
            }}
          />
        </label>
        <div>
          <button type="submit" class="button">
            {w.keep}
          </button>
        </div>
      </form>
      {notes.length === 0 && <p class="muted small">{w.none}</p>}
      <ul class="note-list">
        {notes.map(note => (
          <OneNote key={note.id} room={room} note={note} />
        ))}
      </ul>
    </section>
  )
}

function OneNote({ room, note }: { readonly room: Room; readonly note: Note }) {
  const { marks, session } = room
  const w = laterWords.value.notes
  const { at, recording } = note
  const promote = () => {
    const [first = '', ...rest] = note.text.split('\n')
    if (recording !== null) session.selected.value = recording
    if (at !== null) room.seek(at)
    marks.begin({
      ...(at === null ? {} : { from: at, recording, on: recording === null ? 'case' : 'recording' }),
      name: first.slice(0, 300),
      description: rest.join('\n').trim(),
      note: note.id,
    })
  }
  return (
    <li aria-label={w.of(note.text.slice(0, 40))}>
      {at !== null && (
        <button type="button" class="link mono small" onClick={() => room.seek(at)}>
          {timeText(at)}
        </button>
      )}
      <p class="prewrap">{note.text}</p>
      <div class="row">
        <button type="button" class="link small" onClick={promote}>
          {w.promote}
        </button>
        <button
          type="button"
          class="link small"
          onClick={() => {
            room.speaker.heed(marks.dropNote(note.id).then(() => room.speaker.say(w.dropped)))
          }}
        >
          {w.drop}
        </button>
      </div>
    </li>
  )
}
