import { type Recording, stateOfRecording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { Icon } from './icon.tsx'
import { unplacedWords } from './placement-words.ts'
import { closeSheet } from './sheets.ts'
import { Tick } from './tick.tsx'

/** What has no place on the clock, each with the reason and what a person can do about it. */
export function Tray({ room }: { readonly room: Room }) {
  const { session } = room
  const w = words.value
  const recordings = session.tray.value
  return (
    <aside
      class="tray"
      aria-label={w.tray.title(recordings.length)}
      data-open={session.sheet.value === 'tray' || undefined}
      inert={session.moving.value !== null}
    >
      <div class="row">
        <h2>{w.tray.title(recordings.length)}</h2>
        <button
          type="button"
          class="button plain icon panel-close"
          aria-label={w.close}
          onClick={() => closeSheet(room)}
        >
          <Icon name="close" />
        </button>
      </div>
      {recordings.length === 0 ? (
        <p class="muted small">
          {room.source.state.value.recordings.size > 0 ? w.tray.none : w.tray.noRecordings}
        </p>
      ) : (
        <ul>
          {recordings.map(recording => (
            <Unplaced key={recording.id} room={room} recording={recording} />
          ))}
        </ul>
      )}
      <Films room={room} />
    </aside>
  )
}

function Unplaced({ room, recording }: { readonly room: Room; readonly recording: Recording }) {
  const { session } = room
  const w = words.value.tray
  const { id } = recording
  const name = session.names.value.get(id) ?? recording.firstName
  const canBeWatched = recording.probe.kind === 'probed'
  const isWatched = session.clock.value?.id === id
  const { state } = stateOfRecording(recording, room.source.info.required)
  return (
    <li>
      <div class="head">
        <Tick mark={session.marks.value.get(id)} />
        <button type="button" class="name" title={recording.firstName} onClick={() => room.select(id)}>
          {name}
        </button>
      </div>
      <p class="muted small">{unplacedWords(room, recording)}</p>
      {canBeWatched && state !== 'refused' && (
        <div class="actions">
          {isWatched ? (
            <Watched room={room} />
          ) : (
            <button
              type="button"
              class="link"
              onClick={() => {
                session.chosenClock.value = id
                room.select(id)
              }}
            >
              {w.watchAlone}
            </button>
          )}
          {room.source.can.command && <ByHand room={room} recording={recording} />}
        </div>
      )}
    </li>
  )
}

/** Films made from recordings by someone: told apart from what has no place, since their maker gave them an order of their own. */
function Films({ room }: { readonly room: Room }) {
  const { session } = room
  const films = session.films.value
  const w = words.value.film
  if (films.length === 0) return null
  return (
    <>
      <h2>{w.films(films.length)}</h2>
      <ul>
        {films.map(recording => (
          <li key={recording.id}>
            <div class="head">
              <button
                type="button"
                class="name"
                title={recording.firstName}
                onClick={() => room.select(recording.id)}
              >
                {recording.film?.title}
              </button>
            </div>
            <p class="muted small">{w.madeBy(recording.film?.maker ?? '')}</p>
            <div class="actions">
              <button
                type="button"
                class="link"
                onClick={() => {
                  session.view.value = 'edits'
                }}
              >
                {words.value.top.edits}
              </button>
              {session.clock.value?.id === recording.id ? (
                <Watched room={room} />
              ) : (
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    session.chosenClock.value = recording.id
                    room.select(recording.id)
                  }}
                >
                  {words.value.tray.watchAlone}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Watched({ room: { session } }: { readonly room: Room }) {
  const hasGroup = session.clocks.value[0]?.kind === 'group'
  return (
    <>
      <span class="muted">{words.value.tray.watching}</span>
      {hasGroup && (
        <button
          type="button"
          class="link"
          onClick={() => {
            session.chosenClock.value = null
            session.selected.value = null
          }}
        >
          {words.value.clock.backToClock}
        </button>
      )}
    </>
  )
}

function ByHand({ room, recording }: { readonly room: Room; readonly recording: Recording }) {
  const { session } = room
  const w = words.value.tray
  const { id, probe } = recording
  const read = [...room.source.state.value.clockReadings.values()]
  const hasClock =
    (probe.kind === 'probed' && probe.facts.claimedTimes.length > 0) ||
    read.some(each => each.recording === id && each.withdrawn === null)
  return (
    <>
      {hasClock && (
        <button
          type="button"
          class="link"
          onClick={() => {
            session.tab.value = 'recording'
            room.select(id)
          }}
        >
          {words.value.byHand.byClock}
        </button>
      )}
      {probe.kind === 'probed' && probe.facts.video && (
        <button
          type="button"
          class="link"
          onClick={() => {
            session.overlay.value = { kind: 'match-frames', id }
          }}
        >
          {w.matchFrames}
        </button>
      )}
      <button
        type="button"
        class="link"
        onClick={() => {
          session.overlay.value = { kind: 'type-start', id }
        }}
      >
        {w.typeStart}
      </button>
    </>
  )
}
