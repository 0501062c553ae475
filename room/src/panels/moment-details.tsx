import { useSignal } from '@preact/signals'
import { type EntryDetail, type Moment, wallAt } from '@sightline/core/case'
import type { CaseMicros } from '@sightline/core/time'
import type { ListedMoment } from '../marks/moment-list.ts'
import { wallText, zoneText } from '../placing/zone-text.ts'
import type { Room } from '../room-model.ts'
import type { LogLine } from '../source/case-source.ts'
import { words } from '../strings/index.ts'
import { logWords } from '../strings/log-words.ts'
import { numbers } from '../strings/numbers.ts'
import { agentName } from './placement-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** What a moment says, who marked it, what became of it, and what can be done with it. */
export function MomentDetails({ room, listed }: { readonly room: Room; readonly listed: ListedMoment }) {
  const asking = useSignal<'withdraw' | 'restore' | null>(null)
  const { moment } = listed
  const w = words.value.moments
  const { when } = moment
  const seen = when.on === 'case' ? when.seen : null
  const ask = asking.value
  const wallWords = momentWallWords(room, listed)
  return (
    <div class="moment-details">
      {moment.description && <p class="prewrap">{moment.description}</p>}
      {wallWords !== '' && <p class="mono">{wallWords}</p>}
      <p class="muted small">
        {w.by(agentName(room, moment.agent), numbers.value.date(moment.at))}
        {seen && ` · ${w.seenIn(room.session.names.value.get(seen.recording) ?? '')}`}
      </p>
      {room.source.can.command && (
        <div class="row">
          {moment.withdrawn === null ? (
            <>
              <button type="button" class="link" onClick={() => room.marks.edit(listed)}>
                {w.edit}
              </button>
              <button
                type="button"
                class="link"
                onClick={() => {
                  asking.value = 'withdraw'
                }}
              >
                {w.withdraw}
              </button>
            </>
          ) : (
            <button
              type="button"
              class="link"
              onClick={() => {
                asking.value = 'restore'
              }}
            >
              {w.restore}
            </button>
          )}
        </div>
      )}
      <History room={room} id={moment.id} />
      {ask && (
        <ReasonDialog
          title={ask === 'withdraw' ? w.withdrawTitle(moment.name) : w.restoreTitle(moment.name)}
          what={ask === 'withdraw' ? w.withdrawWhat : undefined}
          onClose={() => {
            asking.value = null
          }}
          onReason={reason =>
            room.entering.enter({ do: `${ask}-moment`, moment: moment.id, rev: moment.rev, reason })
          }
        />
      )}
    </div>
  )
}

/** Every entry about a moment, oldest first, with what each changed. */
/** When it was by the time of day, where the clock is anchored. */
function momentWallWords({ session }: Room, { moment, on }: ListedMoment): string {
  const wallClock = session.wallClock.value
  if (!wallClock || !on) return ''
  const { offsetMinutes } = wallClock
  const at = (time: CaseMicros) => wallText(wallAt(wallClock, time), offsetMinutes)
  const to = moment.when.to === null ? '' : ` – ${at(on.to).slice(11)}`
  return `${at(on.from)}${to} ${zoneText(offsetMinutes)}`
}

function History({ room, id }: { readonly room: Room; readonly id: Moment['id'] }) {
  const w = words.value.moments
  // Read, so that a new entry shows.
  if (room.source.state.value.seq === 0) return null
  let before: Said | null = null
  const lines = room.source.log.flatMap(line => {
    const told = aboutMoment(line, id)
    if (told === null) return []
    const said = told.said
    const changed = said && before ? changedFields(before, said) : []
    if (said) before = said
    return [{ line, told, changed }]
  })
  return (
    <>
      <h3 class="small muted">{w.history}</h3>
      <ol class="history small">
        {lines.map(({ line, told, changed }) => (
          <li key={line.seq}>
            <span class="mono muted">{numbers.value.utc(told.at).slice(0, 19)}</span> {told.who(room)}:{' '}
            {logWords.value.entries[told.type]}
            {changed.length > 0 &&
              ` (${w.changed(numbers.value.list(changed.map(field => w.fields[field])))})`}
            {told.reason && ` · ${told.reason}`}
          </li>
        ))}
      </ol>
    </>
  )
}

type Said = EntryDetail<'moment-marked'>
const saidFields = ['when', 'region', 'name', 'description', 'tags'] as const

function aboutMoment({ entry }: LogLine, id: string) {
  switch (entry.type) {
    case 'moment-marked':
    case 'moment-edited':
    case 'moment-withdrawn':
    case 'moment-restored': {
      if (entry.detail.moment !== id) return null
      const { type, at, agent, detail } = entry
      return {
        type,
        at,
        who: (room: Room) => agentName(room, agent),
        said: 'name' in detail ? (detail satisfies Said) : null,
        reason: 'reason' in detail ? detail.reason : null,
      }
    }
    default:
      return null
  }
}

function changedFields(before: Said, after: Said): readonly (typeof saidFields)[number][] {
  return saidFields.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}
