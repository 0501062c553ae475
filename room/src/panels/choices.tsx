import type { Clock } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { spared } from '../spared.ts'
import { words } from '../strings/index.ts'

/** Whose sound is heard: nobody's until a person chooses. */
export function SoundChoice({ room }: { readonly room: Room }) {
  const { session } = room
  const w = words.value.transport
  const heard = session.lanes.value.filter(lane => lane.hasSound)
  const { value: sound } = room.engine.sound
  const reasons: Readonly<Record<string, string>> = w.silent
  const silent = session.sounding.value !== null && sound.kind === 'off' ? reasons[sound.why] : undefined
  return (
    <label class="labelled">
      <span>{w.sound}</span>
      <select
        class="compact"
        value={session.sounding.value ?? ''}
        disabled={heard.length === 0 || spared.sound.value}
        onChange={event => {
          room.hear(event.currentTarget.value || null)
          event.currentTarget.blur()
        }}
      >
        <option value="">{w.noSound}</option>
        {heard.map(lane => (
          <option key={lane.id} value={lane.id}>
            {session.names.value.get(lane.id)}
          </option>
        ))}
      </select>
      {spared.sound.value && <span>{words.value.spared.soundSign}</span>}
      {silent && <span>{silent}</span>}
      {sound.kind === 'on' && room.engine.speed.value !== 1 && <span>{w.stretchedSound}</span>}
    </label>
  )
}

/** Which clock is watched: a choice where there is more than one, words where one recording is watched alone. */
export function ClockChoice({ room }: { readonly room: Room }) {
  const { session } = room
  const w = words.value.clock
  const groups = session.clocks.value.filter(clock => clock.kind === 'group')
  const clock = session.clock.value
  if (!clock) return null
  const offered: readonly Clock[] = clock.kind === 'own' ? [...groups, clock] : groups
  if (offered.length < 2) return clock.kind === 'own' ? <span class="clock-words">{w.ownShort}</span> : null
  return (
    <label class="labelled">
      <span class="unseen">{w.choose}</span>
      <select
        class="compact"
        value={clock.id}
        onChange={event => {
          session.chosenClock.value = event.currentTarget.value
          event.currentTarget.blur()
        }}
      >
        {offered.map(each => (
          <option key={each.id} value={each.id}>
            {clockName(room, each)}
          </option>
        ))}
      </select>
    </label>
  )
}

export function clockName(room: Room, clock: Clock): string {
  const w = words.value.clock
  if (clock.kind === 'own') return w.own(room.session.names.value.get(clock.id) ?? '')
  return `${w.name(Number(clock.id.slice(1)))} · ${w.members(clock.recordings.length)}`
}
