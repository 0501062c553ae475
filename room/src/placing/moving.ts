import {
  type CaseMicros,
  type ClockMap,
  type FrameTimes,
  frameAtCase,
  frameCount,
  mediaTimeOn,
  ptsOf,
} from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import type { Action } from '../shortcuts.ts'

/** Where there are no frames to go by. */
const withoutFramesMicros = 1000

/**
 * How far a recording has to be moved along the clock, in whole case micros, for the picture before the one shown now to be shown
 * (+1: it lies later) or the one after it (-1). The playhead stays as far into the frame as it was, however frames are spaced.
 */
export function frameStep(times: FrameTimes | null, map: ClockMap, time: CaseMicros, by: 1 | -1): number {
  const count = times === null ? 0 : frameCount(times)
  if (times === null || count === 0) return by * withoutFramesMicros
  const at = frameAtCase(times, map, time)
  const lasts = (index: number) => ptsOf(times, index + 1) - ptsOf(times, index)
  const edge = at.kind === 'frame' ? at.index : at.why === 'after-end' ? count - 1 : 0
  const other = edge - by
  // Beyond its ends, and where nothing is shown, a step is as long as the frame at the edge.
  if (at.kind !== 'frame' || other < 0 || other >= count) return by * Math.round(lasts(edge))
  const into = mediaTimeOn(at.piece, time) - ptsOf(times, at.index)
  // A micro inside the frame, so that rounding to whole micros cannot leave it.
  const target = ptsOf(times, other) + Math.min(Math.max(into, 1), lasts(other) - 1)
  return Math.round((ptsOf(times, at.index) + into - target) * (1 + at.piece.driftPpm * 1e-6))
}

/** Moves what is being moved further along the clock. */
export function moveBy(room: Room, micros: number): void {
  const { moving } = room.session
  const now = moving.peek()
  if (now) moving.value = { ...now, byMicros: now.byMicros + Math.round(micros) }
}

export function moveByFrame(room: Room, by: 1 | -1): void {
  const { moving, lanes } = room.session
  const lane = lanes.peek().find(each => each.id === moving.peek()?.id)
  if (!lane) return
  const times = lane.hasPictures ? (room.watch.frames.peek().get(lane.id) ?? null) : null
  moveBy(room, frameStep(times, lane.map, room.engine.time.peek(), by))
}

/** What acts on the case, or would keep a time that is only tried out, waits until the move is entered or given up. */
const waiting: ReadonlySet<Action> = new Set<Action>([
  'mark-moment',
  'previous-moment',
  'next-moment',
  'measure-from',
  'measure-to',
  'count-instant',
  'take-away',
  'copy-link',
  'undo',
  'move-by-hand',
  'second-back',
  'second-on',
  'back',
])

export function waitsForMove(action: Action): boolean {
  return waiting.has(action)
}
