import { mainGroup, placementOf, type RecordingId, wallAt, wallClockOf } from '@sightline/core/case'
import { samplesPerSecond } from '@sightline/core/sync'
import { caseMicros } from '@sightline/core/time'
import { Tick } from '../panels/tick.tsx'
import { wallText, zoneText } from '../placing/zone-text.ts'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText, timeText } from '../time-text.ts'
import { mediaOf, type SoundExtent, sampleOfB } from './wave-axis.ts'
import type { Waves } from './waves-model.ts'
import { laterBy, nearestWay, type Way } from './ways.ts'

/** What lies under the cursor in both, to the sample, and how the lower one lies against sound and placements. */
export function WaveReadout({ room, waves }: { readonly room: Room; readonly waves: Waves }) {
  const w = clockWords.value
  const cursor = waves.cursor.value
  const line = waves.pair.line.value
  const time = waves.timeOf(cursor)
  if (!line) return null
  const wall = time.on === 'clock' ? wallTextAt(room, waves.pair.a, time.micros) : null
  return (
    <dl class="wave-readout">
      <div>
        <dt>{time.on === 'clock' ? w.onClock : w.cursor}</dt>
        <dd class="mono">
          {timeText(Math.round(time.micros), 6)}
          {wall && ` · ${wall}`}
        </dd>
      </div>
      <SoundRow room={room} waves={waves} id={waves.pair.a} extent={waves.a} sample={cursor} />
      <SoundRow
        room={room}
        waves={waves}
        id={waves.pair.b}
        extent={waves.b}
        sample={Math.round(sampleOfB(line, cursor))}
      />
      <Differences waves={waves} onB={mediaOf(waves.b, sampleOfB(line, cursor)) / 1e6} />
    </dl>
  )
}

/** Wall time where the case clock is anchored and the recording is on it. */
function wallTextAt(room: Room, id: RecordingId, micros: number): string | null {
  const state = room.source.state.value
  const recording = state.recordings.get(id)
  const placement = recording && placementOf(recording)
  const wallClock = wallClockOf(state)
  if (!wallClock || placement?.kind !== 'placed' || placement.group !== mainGroup) return null
  const { offsetMinutes } = wallClock
  return `${wallText(wallAt(wallClock, caseMicros(micros)), offsetMinutes)} ${zoneText(offsetMinutes)}`
}

function SoundRow({
  room,
  waves,
  id,
  extent,
  sample,
}: {
  readonly room: Room
  readonly waves: Waves
  readonly id: RecordingId
  readonly extent: SoundExtent
  readonly sample: number
}) {
  const w = clockWords.value
  const n = numbers.value
  const isHere = waves.came.value >= 0 && sample >= 0 && sample < extent.count
  const value = isHere ? waves.store.read(id, extent.count, sample, sample + 1)?.values[0] : undefined
  return (
    <div>
      <dt>
        <Tick mark={room.session.marks.value.get(id)} /> {room.session.names.value.get(id)}
      </dt>
      <dd class="mono">
        {isHere
          ? w.inFile(secondsText(Math.round(mediaOf(extent, sample)), 6), String(sample), told(value))
          : w.noSample}
      </dd>
    </div>
  )

  function told(found: number | undefined): string {
    return found === undefined ? '…' : n.whole(found).replace('-', '−')
  }
}

/** The difference in samples and milliseconds, at the cursor: drift makes it another elsewhere. */
function Differences({ waves, onB }: { readonly waves: Waves; readonly onB: number }) {
  const w = clockWords.value
  const n = numbers.value
  const { pair } = waves
  const way = pair.way.value
  const shift = pair.shift.value
  if (!way) return null
  const signed = (value: number, digits: number) => {
    const text = n.decimals(Math.abs(value), digits)
    return Number(text.replace(',', '.')) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`
  }
  const against = (other: Way | undefined) => {
    if (!other || other.key === way.key) return null
    const seconds = laterBy(way, other, onB) + shift / samplesPerSecond
    return [signed(seconds * samplesPerSecond, 1), signed(seconds * 1000, 3)] as const
  }
  const sound = against(nearestWay(pair.ways.value, 'sound', way, onB))
  const placement =
    way.kind === 'placement' ? null : against(nearestWay(pair.ways.value, 'placement', way, onB))
  return (
    <div>
      <dt>{w.lowerNow}</dt>
      <dd class="mono differences">
        <span>
          {shift === 0 ? w.unmoved : w.moved(signed(shift, 0), signed((shift * 1000) / samplesPerSecond, 3))}
        </span>
        {sound && <span>{w.againstSound(...sound)}</span>}
        {placement && <span>{w.againstPlacement(...placement)}</span>}
        <span class="muted plain-words">{w.later}</span>
      </dd>
    </div>
  )
}
