import { filmTimeOf, isShown } from '@sightline/core/conform'
import { frameAtMedia, type MediaMicros } from '@sightline/core/time'
import type { RawLane } from './conform-drawing.ts'
import type { EditsModel } from './edits-model.ts'
import type { TiedPlayer } from './tied-player.ts'

/** From a place in a recording to the film's frame that shows it, or to the recording by itself where none does. */
export function toRaw(model: EditsModel, player: TiedPlayer, lane: RawLane, axisTime: number): void {
  const times = model.times.peek().get(lane.id)
  if (!times) return
  const index = frameOnAxis(times, lane, axisTime)
  for (const line of model.lines.peek().filter(isShown)) {
    const at = line.line.raw === lane.id ? filmTimeOf(line, times, index) : null
    if (at === null) continue
    player.seek(at)
    return
  }
  player.look(lane.id, Math.ceil(times.boundaries[index] ?? 0) as MediaMicros)
}

/** The last frame whose place on the axis is not after a time; lanes only ever go forward. */
function frameOnAxis(times: { readonly boundaries: Float64Array }, lane: RawLane, axisTime: number): number {
  let [low, high] = [0, times.boundaries.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lane.timeOf(times.boundaries[middle] as MediaMicros) <= axisTime) low = middle
    else high = middle - 1
  }
  return Math.max(0, frameAtMedia(times, times.boundaries[low] ?? 0) ?? low)
}
