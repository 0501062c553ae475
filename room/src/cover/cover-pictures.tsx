import { isClearedAt } from '@sightline/core/case'
import { type CaseMicros, frameAtCase, ptsOf } from '@sightline/core/time'
import { useEffect, useRef } from 'preact/hooks'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { timeText } from '../time-text.ts'
import { type Viewer, viewFrames } from '../watch/frame-viewer.ts'
import type { Lane } from '../watch/lanes.ts'

/** More would be too small to tell anything. */
const mostShown = 4

/** What each angle shows at one instant. Only recordings that a person has cleared: a cover shows nothing unasked. */
export function CoverPictures({ room, time }: { readonly room: Room; readonly time: CaseMicros }) {
  const isShown = ({ recording, covers }: Lane) =>
    recording.isCleared &&
    // A published copy shows what its source shows.
    recording.provenance.receivedAs !== 'published-copy' &&
    covers.some(each => time >= each.from && time < each.to)
  const lanes = room.session.angles.value.filter(isShown).slice(0, mostShown)
  if (lanes.length === 0) return null
  return (
    <figure class="cover-pictures">
      <ul>
        {lanes.map(lane => (
          <CoverPicture key={lane.id} room={room} lane={lane} time={time} />
        ))}
      </ul>
      <figcaption class="muted small">{words.value.cover.oneInstant(timeText(time))}</figcaption>
    </figure>
  )
}

interface PictureProps {
  readonly room: Room
  readonly lane: Lane
  readonly time: CaseMicros
}

function CoverPicture({ room, lane, time }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const name = room.session.names.value.get(lane.id) ?? lane.recording.firstName
  useEffect(() => {
    const stop = new AbortController()
    let viewer: Viewer | null = null
    const open = async () => {
      const times = await room.source.frameTimes(lane.id)
      if (!times || !canvas.current || stop.signal.aborted) return
      const at = frameAtCase(times, lane.map, time)
      if (at.kind === 'absent' || !isClearedAt(lane.recording, ptsOf(times, at.index))) return
      viewer = await viewFrames(room, lane.recording, times, canvas.current)
      if (stop.signal.aborted) viewer.dispose()
      else viewer.show(at.index)
    }
    // A cover without a picture is a whole cover: what cannot be shown here says so in the room.
    open().catch(() => canvas.current?.setAttribute('hidden', ''))
    return () => {
      stop.abort()
      viewer?.dispose()
    }
  }, [lane.id, time])
  return (
    <li>
      <canvas ref={canvas} width={16} height={9} role="img" aria-label={words.value.angle.picture(name)} />
      <span class="cover-picture-name">
        <Tick mark={room.session.marks.value.get(lane.id)} />
        {name}
      </span>
    </li>
  )
}
