import { isSettled, textOf } from '@sightline/core/transcript'
import { useEffect, useRef } from 'preact/hooks'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { listeningWords } from '../strings/listening-words.ts'
import { timeText } from '../time-text.ts'
import { goToLine, listeningModelOf } from './listening-model.ts'
import { type Said, saidModelOf } from './said.ts'
import { speakerName } from './speaker-names.ts'
import { stateWords } from './transcript-words.ts'

/** Lines on either side of the playhead that are in the page: an hour of several transcripts has thousands. */
const around = 40

/** What is said around the playhead, by every microphone; it follows the playhead, and a line takes the playhead to it. */
export function SaidPanel({ room }: { readonly room: Room }) {
  const w = listeningWords.value.watch
  const { said, now, begun } = saidModelOf(room)
  const list = useRef<HTMLOListElement>(null)
  const [all, at] = [said.value, begun.value]
  const first = Math.max(0, at - around)
  const near = all.slice(first, at + around + 1)
  useEffect(() => {
    list.current?.querySelector('[data-begun]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <section class="section said">
      <label class="check">
        <input
          type="checkbox"
          checked={room.session.hasCaptions.value}
          onChange={event => {
            room.session.hasCaptions.value = event.currentTarget.checked
          }}
        />
        {w.underPictures}
      </label>
      {all.length === 0 && <p class="muted">{w.none}</p>}
      {first > 0 && <p class="muted small">{w.earlier(first)}</p>}
      <ol ref={list}>
        {near.map((each, n) => (
          <Line
            key={`${each.transcript.id} ${each.line.key}`}
            room={room}
            said={each}
            isNow={now.value.includes(each)}
            isBegun={first + n === at}
          />
        ))}
      </ol>
      {first + near.length < all.length && (
        <p class="muted small">{w.later(all.length - first - near.length)}</p>
      )}
    </section>
  )
}

interface LineProps {
  readonly room: Room
  readonly said: Said
  readonly isNow: boolean
  readonly isBegun: boolean
}

function Line({ room, said: { transcript, line, at, from }, isNow, isBegun }: LineProps) {
  const w = listeningWords.value
  const name = speakerName(room.source.state.value, transcript, line.speaker)
  const listenClosely = () => {
    const model = listeningModelOf(room)
    model.part.value = 'transcript'
    model.chosen.value = transcript.id
    room.session.view.value = 'listening'
    goToLine(model, at)
  }
  return (
    <li
      class="said-line"
      aria-current={isNow ? 'true' : undefined}
      data-begun={isBegun || undefined}
      data-settled={isSettled(line) || undefined}
    >
      <button
        type="button"
        class="link mono"
        aria-label={w.watch.goTo(timeText(Math.ceil(from), 1))}
        onClick={() => room.seek(Math.ceil(from))}
      >
        {timeText(Math.ceil(from), 1)}
      </button>
      <p>
        <Tick mark={room.session.marks.value.get(transcript.recording)} />
        <span class="unseen">{room.session.names.value.get(transcript.recording)}: </span>
        {name !== null && <b>{name}: </b>}
        <span lang={transcript.language ?? undefined}>{textOf(line) || w.line.nothing}</span>
        {isBegun && (
          <button type="button" class="link small" onClick={listenClosely}>
            {w.watch.listen}
          </button>
        )}
      </p>
      <span class="small muted" title={stateWords(room, line)}>
        {isSettled(line) ? '✓' : line.layer ? '✎' : ''}
        <span class="unseen">{stateWords(room, line)}</span>
      </span>
    </li>
  )
}
