/** Whether the film itself holds still over a run that was taken for one frame held. */
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const level = 1
const step = 3
/** A change of one pixel, in grey levels, that coding does not make; and the share of the frame that people far away take. */
const clearly = 20
const leastShare = 0.0015

/** A picture that is moved over counts as held: its map tells of that. A caption that comes is one change, people who walk are many. */
export function isHeld({ from, to, maps }: Segment, film: Levels): boolean {
  if (maps.length > 1) return true
  let [moving, pairs] = [0, 0]
  for (let frame = from; frame + step < to; frame += step, pairs++) {
    const one = film.at(frame, level)
    const two = film.at(frame + step, level)
    let changed = 0
    for (let at = 0; at < one.length; at++)
      if (Math.abs((one[at] as number) - (two[at] as number)) > clearly) changed++
    if (changed > leastShare * one.length) moving++
  }
  return moving <= 0.5 * pairs
}

/** A run said to hold one frame while the film moves is a place that only looks alike: what differs there tells nothing. */
export function isDoubtful(segment: Segment, film: Levels): boolean {
  return Math.abs(segment.line.rate) < 0.03 && !isHeld(segment, film)
}
