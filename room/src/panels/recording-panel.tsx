import { useSignal } from '@preact/signals'
import { placementOf, type Recording, stateOfRecording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { FrameHere } from './frame-here.tsx'
import { later } from './later.tsx'
import { PlacementSection } from './placement-section.tsx'
import { Tick } from './tick.tsx'
import { Why } from './why.tsx'

/** What is seen only after scrolling is not waited for. */
const RecordingDetails = later(() => import('./recording-details.tsx').then(part => part.RecordingDetails))
const AnglesHere = later(() => import('./angles-here.tsx').then(part => part.AnglesHere))
const ClocksSection = later(() => import('../placing/clocks-section.tsx').then(part => part.ClocksSection))

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** Everything known of one recording, and what a person can state about it. */
export function RecordingPanel({ room, recording }: Props) {
  const w = words.value.recording
  const { probe } = recording
  const { why } = stateOfRecording(recording, room.source.info.required)
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
      {room.session.angles.value.length > 0 && <EveryAngle room={room} />}
      {recording.film ? null : <PlacementSection room={room} recording={recording} />}
      {recording.film ? null : <Clocks room={room} recording={recording} />}
      <RecordingDetails room={room} recording={recording} />
    </>
  )
}

/** Closed until somebody wants all of it at once, and fetched then. */
function EveryAngle({ room }: { readonly room: Room }) {
  const isOpen = useSignal(false)
  return (
    <details
      class="section"
      onToggle={event => {
        isOpen.value = event.currentTarget.open
      }}
    >
      <summary>{words.value.panel.everyAngle}</summary>
      {isOpen.value && <AnglesHere room={room} />}
    </details>
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
