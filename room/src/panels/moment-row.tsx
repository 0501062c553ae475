import { useSignal } from '@preact/signals'
import type { ListedMoment } from '../marks/moment-list.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { timeText } from '../time-text.ts'
import { MomentDetails } from './moment-details.tsx'
import { Tick } from './tick.tsx'

/** One moment of the list: when, what, of which angle; its details unfold. */
export function MomentRow({ room, listed }: { readonly room: Room; readonly listed: ListedMoment }) {
  const isOpen = useSignal(false)
  const { marks, session } = room
  const { moment, on } = listed
  const w = words.value.moments
  const isChosen = marks.chosen.value === moment.id
  const angle = moment.when.on === 'recording' ? moment.when.recording : null
  return (
    <li
      class="moment"
      data-moment={moment.id}
      data-withdrawn={moment.withdrawn !== null || undefined}
      aria-current={isChosen ? 'true' : undefined}
    >
      <button type="button" class="moment-go" onClick={() => marks.go(listed)}>
        <span class="mono moment-time">
          {on === null ? w.offClock : timeText(on.from)}
          {on !== null && moment.when.to !== null && ` – ${timeText(on.to)}`}
        </span>
        <span class="moment-name">{moment.name}</span>
        <span class="moment-of muted small">
          {angle !== null && <Tick mark={session.marks.value.get(angle)} />}
          {angle === null ? w.wholeCase : (session.names.value.get(angle) ?? '')}
          {moment.region && ` · ${w.region[moment.region.kind]}`}
          {moment.tags.map(tag => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
        </span>
        {moment.withdrawn !== null && (
          <span class="moment-of small">{w.withdrawnBecause(moment.withdrawn)}</span>
        )}
      </button>
      <details
        onToggle={event => {
          isOpen.value = event.currentTarget.open
        }}
      >
        <summary class="small muted">
          {w.details}
          <span class="unseen"> {moment.name}</span>
        </summary>
        {isOpen.value && <MomentDetails room={room} listed={listed} />}
      </details>
    </li>
  )
}
