/** Whether the film itself holds still over a run that was taken for one frame held. */
import type { Box } from './affine.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const level = 1
const step = 3
/** A change of one pixel, in grey levels, that coding does not make; and the share of the frame that people far away take. */
const clearly = 20
const leastShare = 0.0015

/** A picture that is moved over counts as held: its map tells of that. A caption that comes is one change, people who walk are many. */
export function isHeld({ from, to, maps }: Segment, film: Levels): boolean {
  return maps.length > 1 || standsStill(film, from, to)
}

/** Whether hardly anything moves over a stretch of film, in most of its frames. */
export function standsStill(film: Levels, from: number, to: number): boolean {
  return movingShare(film, from, to) <= 0.5
}

/** Whether next to nothing moves in any of its frames, as where one frame is held: a caption may come and go. */
export function holdsOneFrame(film: Levels, from: number, to: number): boolean {
  return movingShare(film, from, to) <= 0.1
}

function movingShare(film: Levels, from: number, to: number): number {
  let [moving, pairs] = [0, 0]
  const whole: Box = [0, 0, film.width(0), film.height(0)]
  for (let frame = from; frame + step < to; frame += step, pairs++)
    if (isChanged(film, frame, frame + step, whole)) moving++
  return pairs === 0 ? 0 : moving / pairs
}

/** Whether more of a part of the picture (pixels of level 0) differs between two frames than coding changes. */
export function isChanged(pictures: Levels, one: number, two: number, [x, y, w, h]: Box): boolean {
  const [before, after] = [pictures.at(one, level), pictures.at(two, level)]
  const [width, height] = [pictures.width(level), pictures.height(level)]
  const [left, top] = [Math.max(0, x >> level), Math.max(0, y >> level)]
  const [right, bottom] = [Math.min(width, (x + w) >> level), Math.min(height, (y + h) >> level)]
  let changed = 0
  for (let row = top; row < bottom; row++)
    for (let at = row * width + left; at < row * width + right; at++)
      if (Math.abs((before[at] as number) - (after[at] as number)) > clearly) changed++
  return changed > leastShare * (right - left) * (bottom - top)
}

/** A run said to hold one frame while the film moves is a place that only looks alike: what differs there tells nothing. */
export function isDoubtful(segment: Segment, film: Levels): boolean {
  return Math.abs(segment.line.rate) < 0.03 && !isHeld(segment, film)
}
