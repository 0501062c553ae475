import { partOf, type Recording, stateOfRecording } from '@sightline/core/case'
import { CausesSection } from '../causes/causes-section.tsx'
import type { Room } from '../room-model.ts'
import { heldAs } from '../session.ts'
import { laterWords } from '../strings/later-words.ts'
import { Clearance } from './clearance.tsx'
import { EditedFilmSection } from './edited-film-section.tsx'
import { Facts } from './facts.tsx'
import { Oddities } from './oddities.tsx'
import { ProvenanceSection } from './provenance-section.tsx'
import { oddStretches, SoundStretches } from './sound-stretches.tsx'
import { StandInSection } from './stand-in-section.tsx'

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** What is odd about a recording, how it came to be held, what the file is, and what people have decided of it. */
export function RecordingDetails({ room, recording }: Props) {
  const w = laterWords.value.details
  const { probe } = recording
  const { oddities } = stateOfRecording(recording, room.source.info.required)
  const stretches = oddStretches(room.watch.sounds.value.get(recording.id) ?? [], recording)
  const names = heldAs(room.source.state.value, recording.id)
  const series = partOf(room.source.state.value, recording.id)
  return (
    <>
      <section class="section">
        <h3>{w.oddities}</h3>
        {oddities.length + stretches.length === 0 && <p class="muted">{w.noOddities}</p>}
        <Oddities codes={oddities} />
        <SoundStretches stretches={stretches} />
      </section>
      {recording.film ? null : <CausesSection room={room} recording={recording} stretches={stretches} />}
      <ProvenanceSection room={room} recording={recording} />
      {probe.kind === 'probed' && <Facts facts={probe.facts} />}
      <section class="section">
        <h3>{w.identity}</h3>
        <dl class="facts">
          <dt>{w.names}</dt>
          <dd>
            {names.map(name => (
              <div key={name}>{name}</div>
            ))}
            {names.length > 1 && <span class="note">{w.copies(names.length)}</span>}
            {series && <span class="note">{w.series(series.part, series.of)}</span>}
          </dd>
          <dt>{w.sha256}</dt>
          <dd class="hash">{recording.id}</dd>
        </dl>
      </section>
      <Clearance room={room} recording={recording} />
      <StandInSection room={room} recording={recording} />
      <EditedFilmSection room={room} recording={recording} />
    </>
  )
}
