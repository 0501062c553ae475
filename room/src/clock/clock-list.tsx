import { useSignal } from '@preact/signals'
import { type Clock, mainGroup, type RecordingId } from '@sightline/core/case'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { WallTimeSection } from '../placing/wall-time-section.tsx'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { words } from '../strings/index.ts'
import type { RowMiddles } from './arcs.ts'
import { Arcs } from './arcs-view.tsx'
import type { ClockFacts } from './clock-facts.ts'
import { PairList } from './pair-list.tsx'
import { isAnyPlacedBy, zeroWords } from './placed-by.ts'
import { ConflictRow, PlacedRow, UnplacedRow } from './recording-rows.tsx'

interface Props {
  readonly room: Room
  readonly facts: ClockFacts | null
  readonly pair: readonly [RecordingId, RecordingId] | null
}

/** Every recording under its clock, what is on none below, and arcs beside them for the pairs that were compared. */
export function ClockList({ room, facts, pair }: Props) {
  const { session, source } = room
  const w = clockWords.value
  const frame = useRef<HTMLDivElement>(null)
  const rows = useRowMiddles(frame)
  const groups = session.clocks.value.filter(clock => clock.kind === 'group')
  const unplaced = session.tray.value
  const { sync } = source.state.value
  return (
    <>
      <div class="clock-map">
        <div class="clock-rows" ref={frame}>
          {groups.map(clock => (
            <Group key={clock.id} room={room} clock={clock} facts={facts} />
          ))}
          <section class="clock-group">
            <h3>{w.unplaced}</h3>
            {unplaced.length === 0 && <p class="muted small">{w.allPlaced}</p>}
            <ul>
              {unplaced.map(recording => (
                <UnplacedRow key={recording.id} room={room} recording={recording} facts={facts} />
              ))}
            </ul>
          </section>
        </div>
        {facts && <Arcs room={room} pairs={facts.pairs} rows={rows.value} pair={pair} />}
      </div>
      {facts ? (
        <PairList room={room} facts={facts} pair={pair} />
      ) : (
        <p class="muted">{room.source.can.check ? w.pairsStay : w.waiting}</p>
      )}
      {facts && <Conflicts room={room} facts={facts} />}
      <WallTimeSection room={room} />
      <div class="clock-notes muted small">
        <p>{w.bySound}</p>
        {isAnyPlacedBy(room, 'person') && <p>{w.byPerson}</p>}
        {isAnyPlacedBy(room, 'device-clock') && <p>{w.byDevice}</p>}
        {sync && <p>{w.method(sync.method, sync.version)}</p>}
      </div>
    </>
  )
}

function Group({
  room,
  clock,
  facts,
}: {
  readonly room: Room
  readonly clock: Clock
  readonly facts: ClockFacts | null
}) {
  const w = words.value
  const told = clockWords.value
  const isMain = clock.id === mainGroup
  return (
    <section class="clock-group">
      <h3>{isMain ? w.clock.main : w.clock.name(Number(clock.id.slice(1)))}</h3>
      <p class="muted small">
        {isMain
          ? `${told.main(clock.recordings.length)} ${zeroWords(room)}`
          : told.ofItsOwn(clock.recordings.length)}
      </p>
      <ul>
        {clock.recordings.map(id => (
          <PlacedRow key={id} room={room} id={id} facts={facts} />
        ))}
      </ul>
    </section>
  )
}

/** Where a person's placement and the sound disagree, both are told. */
function Conflicts({ room, facts }: { readonly room: Room; readonly facts: ClockFacts }) {
  const w = clockWords.value
  const { conflicts } = facts.result
  if (conflicts.length === 0 && !isAnyPlacedBy(room, 'person')) return null
  return (
    <section class="clock-group">
      <h3>{w.conflicts}</h3>
      {conflicts.length === 0 && <p class="muted small">{w.noConflicts}</p>}
      <ul class="conflicts">
        {conflicts.map(each => (
          <ConflictRow key={`${each.a} ${each.b}`} room={room} conflict={each} />
        ))}
      </ul>
    </section>
  )
}

/** Where each row with a `data-row` lies now: rows grow with their words and the width of the page. */
function useRowMiddles(frame: { readonly current: HTMLElement | null }) {
  const rows = useSignal<RowMiddles>(new Map())
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return
    const measure = () => {
      const found = [...current.querySelectorAll<HTMLElement>('[data-row]')].map(
        row => [row.dataset['row'] ?? '', row.offsetTop + Math.min(row.offsetHeight, 44) / 2] as const,
      )
      const before = rows.peek()
      if (found.length !== before.size || found.some(([id, y]) => before.get(id) !== y))
        rows.value = new Map(found)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    for (const row of current.querySelectorAll('[data-row]')) observer.observe(row)
    return () => observer.disconnect()
  })
  return rows
}
