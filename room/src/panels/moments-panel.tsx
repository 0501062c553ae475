import { useSignal } from '@preact/signals'
import { goToMoment } from '../marks/marking.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { Icon } from './icon.tsx'
import { MomentFilters } from './moment-filters.tsx'
import { MomentRow } from './moment-row.tsx'
import { NotesSection } from './notes-section.tsx'

/** A long list is shown a page at a time; search and filters look at all of it. */
const pageLength = 100

/** Every moment of the case, in the order of the clock that is watched. */
export function MomentsPanel({ room }: { readonly room: Room }) {
  const pages = useSignal(1)
  const { marks } = room
  const w = words.value.moments
  const [all, shown] = [marks.all.value, marks.shown.value]
  const standing = marks.filter.value.withWithdrawn
    ? all
    : all.filter(({ moment }) => moment.withdrawn === null)
  const listed = shown.slice(0, pages.value * pageLength)
  return (
    <>
      <h2 class="unseen">{w.tab}</h2>
      <section class="section moments-head">
        <div class="row">
          {room.source.can.command && (
            <button type="button" class="button" onClick={() => marks.begin()}>
              {w.mark}
            </button>
          )}
          <span class="row moments-move">
            <button
              type="button"
              class="button plain icon"
              aria-label={w.previous}
              title={w.previous}
              onClick={() => goToMoment(room, -1)}
            >
              <Icon name="previous" />
            </button>
            <button
              type="button"
              class="button plain icon"
              aria-label={w.next}
              title={w.next}
              onClick={() => goToMoment(room, 1)}
            >
              <Icon name="next" />
            </button>
          </span>
        </div>
        {all.length > 0 && <MomentFilters room={room} />}
        <p class="muted small" role="status">
          {w.shown(shown.length, standing.length)}
        </p>
      </section>
      {all.length === 0 && <p class="section muted">{w.none}</p>}
      {all.length > 0 && shown.length === 0 && <p class="section muted">{w.noneFound}</p>}
      <ol class="moments">
        {listed.map(each => (
          <MomentRow key={each.moment.id} room={room} listed={each} />
        ))}
      </ol>
      {shown.length > listed.length && (
        <button
          type="button"
          class="button plain moments-more"
          onClick={() => {
            pages.value += 1
          }}
        >
          {w.more(Math.min(pageLength, shown.length - listed.length))}
        </button>
      )}
      {room.source.can.command && <NotesSection room={room} />}
    </>
  )
}
