import { outputOf, type Recording } from '@sightline/core/case'
import { useEffect, useRef } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { secondsText } from '../time-text.ts'
import { firstCleared } from '../watch/first-cleared.ts'
import type { LoadedStrip } from '../watch/watch.ts'

/**
 * One picture of a recording, only of what a person has cleared: the poster where all of it is, the first cleared thumbnail where
 * a part of it is, else none.
 */
export function Poster({ room, recording }: { readonly room: Room; readonly recording: Recording }) {
  const w = laterWords.value.details
  const { id, isCleared, spans } = recording
  const name = room.session.names.value.get(id) ?? ''
  if (isCleared && spans.length === 0)
    return outputOf(recording, 'poster') ? (
      <img class="poster" src={room.source.pictureUrl(id, 'poster')} alt={w.poster(name)} />
    ) : null
  const strip = room.watch.strips.value.get(id)
  const first = strip ? firstCleared(recording, strip) : null
  if (!strip || first === null) return null
  return (
    <Thumbnail strip={strip} index={first} label={w.posterAt(name, secondsText(strip.times[first] ?? 0))} />
  )
}

interface ThumbnailProps {
  readonly strip: LoadedStrip
  readonly index: number
  readonly label: string
}

/** That one thumbnail alone: nothing else of the strip is in the page. */
function Thumbnail({ strip, index, label }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { thumb, columns, image } = strip
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    const [x, y] = [(index % columns) * thumb.width, Math.floor(index / columns) * thumb.height]
    context?.drawImage(image, x, y, thumb.width, thumb.height, 0, 0, thumb.width, thumb.height)
  }, [image, index, columns, thumb])
  return (
    <>
      <canvas
        ref={canvas}
        class="poster"
        width={thumb.width}
        height={thumb.height}
        role="img"
        aria-label={label}
      />
      <p class="small muted">{label}</p>
    </>
  )
}
