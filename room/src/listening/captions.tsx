import { isSettled, textOf } from '@sightline/core/transcript'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { listeningWords } from '../strings/listening-words.ts'
import { type Said, saidModelOf } from './said.ts'
import { speakerName } from './speaker-names.ts'

/** As many as fit under the pictures; all are in the panel. */
const mostAtOnce = 3

/** What is being said at the playhead, under the pictures: who, by which recording, and whether a person stands for the words. */
export function Captions({ room }: { readonly room: Room }) {
  const w = listeningWords.value.watch
  const { now } = saidModelOf(room)
  const { current } = room.session
  // Those of the selected angle first: what two recordings heard is told by the one that is looked at.
  const said = [...now.value].sort(
    (a, b) =>
      Number(b.transcript.recording === current.value) - Number(a.transcript.recording === current.value),
  )
  return (
    <section class="captions" aria-label={w.captions}>
      {said.slice(0, mostAtOnce).map(each => (
        <Caption key={`${each.transcript.id} ${each.line.key}`} room={room} said={each} />
      ))}
    </section>
  )
}

function Caption({ room, said: { transcript, line } }: { readonly room: Room; readonly said: Said }) {
  const w = listeningWords.value
  const name = speakerName(room.source.state.value, transcript, line.speaker)
  return (
    <p class="caption" data-settled={isSettled(line) || undefined}>
      <Tick mark={room.session.marks.value.get(transcript.recording)} />
      <span class="unseen">{room.session.names.value.get(transcript.recording)}: </span>
      {name !== null && <b>{name}: </b>}
      <span lang={transcript.language ?? undefined}>{textOf(line) || w.line.nothing}</span>
      {!isSettled(line) && <span class="caption-note">{w.watch.unsettled}</span>}
    </p>
  )
}
