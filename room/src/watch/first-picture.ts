import { effect, untracked } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import { type CaseMicros, caseMicros, type FrameTimes } from '@sightline/core/time'
import { stepTime } from '../engine/stepping.ts'
import type { Room } from '../room-model.ts'
import type { Lane } from './lanes.ts'

const beforeAll = caseMicros(Number.MIN_SAFE_INTEGER)

/** The first instant of a clock at which something is to be seen. */
export interface FirstPicture {
  readonly at: CaseMicros
  /** False while it rests on a recording whose frames are not read yet: sound may begin before its pictures. */
  readonly isExact: boolean
}

/** Null where no angle has a picture, as far as is known. Of two that begin together the exact one is told. */
export function firstPicture(
  angles: readonly Pick<Lane, 'id' | 'map' | 'covers'>[],
  frames: ReadonlyMap<RecordingId, FrameTimes>,
): FirstPicture | null {
  let first: FirstPicture | null = null
  for (const { id, map, covers } of angles) {
    const times = frames.get(id)
    const at = times
      ? stepTime(times, map, beforeAll, 1)
      : caseMicros(Math.ceil(Math.min(...covers.map(({ from }) => from))))
    if (at === null || !Number.isFinite(at)) continue
    if (!first || at < first.at || (at === first.at && times)) first = { at, isExact: times !== undefined }
  }
  return first
}

/**
 * Goes to the first picture, and on to it while placements and frames are still being read: until something is to be seen, the
 * person goes elsewhere or plays, or `isWanted` says no.
 */
export function openAtFirstPicture(
  { engine, session, watch }: Pick<Room, 'engine' | 'session' | 'watch'>,
  isWanted: () => boolean,
): void {
  // Null once it is over: the effect then follows nothing any more.
  let opened: CaseMicros | null = engine.time.peek()
  effect(() => {
    if (opened === null) return
    const first = firstPicture(session.angles.value, watch.frames.value)
    const isLeft = engine.time.value !== opened || engine.playing.value || !isWanted()
    if (!isLeft && first) {
      opened = first.at
      untracked(() => engine.seek(first.at))
    }
    if (isLeft || first?.isExact) opened = null
  })
}
