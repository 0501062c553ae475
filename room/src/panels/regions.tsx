import { useComputed } from '@preact/signals'
import { sizeOf } from '../marks/marks.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import type { Lane } from '../watch/lanes.ts'
import { laterDialog } from './later.tsx'
import { Shape } from './region-shape.tsx'

const DrawnRegion = laterDialog(() => import('./drawn-region.tsx').then(part => part.DrawnRegion))

interface Props {
  readonly room: Room
  readonly lane: Lane
}

/**
 * Moments that this angle shows now, over its picture and never in it: their regions in the recording's own pixels, and
 * their names.
 */
export function Regions({ room, lane }: Props) {
  const { marks } = room
  // A text, so that nothing is rendered anew while the same moments stay on the screen.
  const current = useComputed(() => momentsShown(room, lane).join(' '))
  const drawing = marks.drawing.value
  const size = sizeOf(room.source, lane.id)
  if (size === null) return null
  if (drawing?.recording === lane.id)
    return (
      <DrawnRegion
        room={room}
        size={size}
        region={drawing.region}
        onClose={() => room.marks.endDrawing(false)}
      />
    )
  const ids = current.value.split(' ')
  const shown = marks.all.value.filter(({ moment }) => ids.includes(moment.id))
  if (shown.length === 0) return null
  return (
    <>
      <svg class="regions" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        {shown.map(({ moment }) =>
          moment.region ? (
            <Shape key={moment.id} region={moment.region} isChosen={marks.chosen.value === moment.id} />
          ) : null,
        )}
      </svg>
      <ul class="angle-moments" aria-label={words.value.moments.tab}>
        {shown.map(({ moment }) => (
          <li key={moment.id} class="sign" data-chosen={marks.chosen.value === moment.id || undefined}>
            {moment.name}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The moments of a recording that its shown frame belongs to; an instant belongs to the frame that was current at it. */
function momentsShown(room: Room, lane: Lane): readonly string[] {
  const view = room.watch.views.value.get(lane.id)
  const shown = view?.shown.value
  const times = room.watch.frames.value.get(lane.id)
  if (!shown || !times || view.state.value.kind === 'absent') return []
  const [from, to] = [shown.pts, times.boundaries[shown.index + 1] ?? Number.POSITIVE_INFINITY]
  return room.marks.all.value.flatMap(({ moment }) => {
    const { when, withdrawn } = moment
    if (withdrawn !== null || when.on !== 'recording' || when.recording !== lane.id) return []
    const isShown = when.to === null ? when.from >= from && when.from < to : when.from < to && when.to > from
    return isShown ? [moment.id] : []
  })
}
