import { Icon } from '../panels/icon.tsx'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { type Lane, stretchesOf } from '../watch/lanes.ts'
import { causesOn } from './painting.ts'

/** The names beside the lanes. What the lanes draw is told here in words for those who do not see them. */
export function LaneNames({ room }: { readonly room: Room }) {
  const { session } = room
  const chosen = session.selected.value ?? session.current.value
  if (session.lanes.value.length === 0) return <p class="timeline-empty">{words.value.timeline.empty}</p>
  return (
    <ul class="lane-names" aria-label={words.value.timeline.lanes}>
      {session.lanes.value.map(lane => (
        <li key={lane.id} aria-current={lane.id === chosen ? 'true' : undefined}>
          <button
            type="button"
            class="lane-name"
            onClick={() => room.select(lane.id)}
            title={lane.recording.firstName}
          >
            <Tick mark={session.marks.value.get(lane.id)} />
            <span class="name">{session.names.value.get(lane.id)}</span>
            {lane.recording.lock && <Icon name="lock" label={words.value.byHand.locked} />}
            {session.sounding.value === lane.id && <Icon name="sound" label={words.value.angle.sounding} />}
            <span class="unseen"> {told(room, lane)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function told(room: Room, lane: Lane): string {
  const w = words.value.timeline
  const covers = lane.covers.map(cover => w.covers(timeText(cover.from), timeText(cover.to)))
  const stretches = stretchesOf(lane, room.watch.sounds.value.get(lane.id) ?? null).map(stretch => {
    const seconds = numbers.value.decimals((stretch.to - stretch.from) / 1e6, 1)
    const what = stretch.state === 'absent' ? w.noSamples(seconds) : w.digitalSilence(seconds)
    return w.stretch(what, timeText(stretch.from))
  })
  const causes = causesOn(room, lane).map(each => w.stretch(each.words, timeText(each.from)))
  return [...covers, ...(lane.hasSound ? stretches : [w.noSoundTrack]), ...causes].join('; ')
}
