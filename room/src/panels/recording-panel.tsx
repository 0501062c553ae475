import { useSignal } from '@preact/signals'
import { partOf, placementOf, type Recording, stateOfRecording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { heldAs } from '../session.ts'
import { words } from '../strings/index.ts'
import { Clearance } from './clearance.tsx'
import { EditedFilmSection } from './edited-film-section.tsx'
import { Facts } from './facts.tsx'
import { FrameHere } from './frame-here.tsx'
import { later } from './later.tsx'
import { Oddities, Why } from './oddities.tsx'
import { PlacementSection } from './placement-section.tsx'
import { ProvenanceSection } from './provenance-section.tsx'
import { oddStretches, SoundStretches } from './sound-stretches.tsx'
import { StandInSection } from './stand-in-section.tsx'
import { Tick } from './tick.tsx'

const ClocksSection = later(() => import('../placing/clocks-section.tsx').then(part => part.ClocksSection))

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** Everything known of one recording, and what a person can state about it. */
export function RecordingPanel({ room, recording }: Props) {
  const w = words.value.recording
  const { probe } = recording
  const { why, oddities } = stateOfRecording(recording, room.source.info.required)
  const stretches = oddStretches(room.watch.sounds.value.get(recording.id) ?? [], recording)
  const names = heldAs(room.source.state.value, recording.id)
  const series = partOf(room.source.state.value, recording.id)
  return (
    <>
      <section class="section">
        <div class="panel-head">
          <Tick mark={room.session.marks.value.get(recording.id)} />
          <h2>{room.session.names.value.get(recording.id)}</h2>
        </div>
        {probe.kind === 'waiting' && <p class="muted">{w.notProbed}</p>}
        <Why why={why} />
      </section>
      {room.watch.views.value.has(recording.id) && <FrameHere room={room} id={recording.id} />}
      {recording.film ? null : <PlacementSection room={room} recording={recording} />}
      {recording.film ? null : <Clocks room={room} recording={recording} />}
      <section class="section">
        <h3>{w.oddities}</h3>
        {oddities.length + stretches.length === 0 && <p class="muted">{w.noOddities}</p>}
        <Oddities codes={oddities} />
        <SoundStretches stretches={stretches} />
      </section>
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

/** Closed where the recording has its place: what clocks claim is then beside the point, and is fetched only when opened. */
function Clocks({ room, recording }: Props) {
  const isOpen = useSignal(placementOf(recording)?.kind !== 'placed')
  return (
    <details
      class="section"
      open={isOpen.value}
      onToggle={event => {
        isOpen.value = event.currentTarget.open
      }}
    >
      <summary>{words.value.byHand.clocks}</summary>
      {isOpen.value && <ClocksSection room={room} recording={recording} />}
    </details>
  )
}
