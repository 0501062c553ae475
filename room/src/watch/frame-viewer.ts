import type { Recording } from '@sightline/core/case'
import type { FrameTimes } from '@sightline/core/time'
import { drawPicture } from '../engine/picture.ts'
import type { Room } from '../room-model.ts'
import { versionOf } from './watch.ts'

/** Shows single frames of one recording, away from any clock. */
export interface Viewer {
  show(index: number): void
  dispose(): void
}

// 64 MiB: seventy frames of 640×360, enough to step to and fro.
const budgetBytes = 64 * 2 ** 20

/** Opens a recording's pictures on a canvas of their own. Rejects when its media cannot be decoded here. */
export async function viewFrames(
  { source, watch }: Pick<Room, 'source' | 'watch'>,
  recording: Recording,
  times: FrameTimes,
  canvas: HTMLCanvasElement,
): Promise<Viewer> {
  const media = await watch.openUrl(source.mediaUrl(recording.id, versionOf(recording)))()
  let wanted = 0
  const draw = () => {
    const picture = provider?.frame(wanted)
    if (picture) drawPicture(canvas, picture)
  }
  const provider = await media.frames({
    times,
    budgetBytes,
    mayRunAhead: () => true,
    onChange: index => {
      if (index === wanted) draw()
    },
    onBroken: () => undefined,
  })
  return {
    show(index) {
      wanted = index
      provider.want(index, 0, 0)
      draw()
    },
    dispose() {
      provider.dispose()
      media.dispose()
    },
  }
}
