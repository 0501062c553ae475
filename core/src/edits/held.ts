/** Whether the film itself holds still over a run that was taken for one frame held. */
import type { Box } from './affine.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const level = 1
const step = 3
/** A change of one pixel, in grey levels, that coding does not make; and the share of the frame that people far away take. */
const clearly = 20
const leastShare = 0.0015
/** A run that is nearly all fade does not say that it stands still. */
const fewestTold = 4

/** A part of a film's picture (pixels of level 0) over frames [from, to). */
export interface Covered {
  readonly from: number
  readonly to: number
  readonly box: Box
}

/**
 * A picture that is moved over counts as held: its map tells of that. A caption that comes is one change, people who walk are many. What moves
 * within `hidden` is what hides it.
 */
export function isHeld({ from, to, maps }: Segment, film: Levels, hidden: readonly Covered[] = []): boolean {
  return maps.length > 1 || standsStill(film, from, to, hidden)
}

/** Whether hardly anything moves over a stretch of film, in most of its frames. */
export function standsStill(
  film: Levels,
  from: number,
  to: number,
  hidden: readonly Covered[] = [],
): boolean {
  return movingShare(film, from, to, hidden) <= 0.5
}

/** What of a stretch of film is looked at: a part of the picture, frames in which it is not lit anew, and not what lies in boxes. */
export interface Looked {
  readonly part: Box
  readonly hidden: readonly Covered[]
  readonly isFading: (frame: number) => boolean
}

/** Whether next to nothing moves in any of its frames, as where one frame is held: a caption may come and go. */
export function holdsOneFrame(film: Levels, from: number, to: number, looked?: Looked): boolean {
  return movingShare(film, from, to, looked?.hidden, looked?.part, looked?.isFading) <= 0.1
}

function movingShare(
  film: Levels,
  from: number,
  to: number,
  hidden: readonly Covered[] = [],
  part: Box = [0, 0, film.width(0), film.height(0)],
  isFading: (frame: number) => boolean = () => false,
): number {
  let [moving, pairs, left] = [0, 0, 0]
  for (let frame = from; frame + step < to; frame += step) {
    if (isFading(frame) || isFading(frame + step)) {
      left++
      continue
    }
    pairs++
    const except = hidden.filter(each => each.from <= frame + step && each.to > frame).map(({ box }) => box)
    if (isChanged(film, frame, frame + step, part, except)) moving++
  }
  if (left > 0 && pairs < fewestTold) return 1
  return pairs === 0 ? 0 : moving / pairs
}

/** Whether the light of a run changes from frame to frame, as a fade or another picture that shines through makes it. */
export function isFadingAt({ track, from, to }: Segment, frame: number): boolean {
  const gainAt = (at: number) => track.gains[Math.max(from, Math.min(to - 1, at)) - track.from] ?? 0
  return [-1, 0].some(n => {
    const [one, two] = [gainAt(frame + n) - gainAt(frame + n - 1), gainAt(frame + n + 1) - gainAt(frame + n)]
    return one * two > 0 && Math.min(Math.abs(one), Math.abs(two)) > fadeStep
  })
}

const fadeStep = 0.02

/** Whether more of a part of the picture (pixels of level 0) differs between two frames than coding changes. */
export function isChanged(
  pictures: Levels,
  one: number,
  two: number,
  [x, y, w, h]: Box,
  except: readonly Box[] = [],
): boolean {
  const [before, after] = [pictures.at(one, level), pictures.at(two, level)]
  const [width, height] = [pictures.width(level), pictures.height(level)]
  const [left, top] = [Math.max(0, x >> level), Math.max(0, y >> level)]
  const [right, bottom] = [Math.min(width, (x + w) >> level), Math.min(height, (y + h) >> level)]
  const beside = except.map(box => box.map(each => each / 2 ** level) as unknown as Box)
  const isExcepted = (column: number, row: number) =>
    beside.some(
      ([bx, by, bw, bh]) => column >= bx - 1 && column < bx + bw + 1 && row >= by - 1 && row < by + bh + 1,
    )
  let changed = 0
  for (let row = top; row < bottom; row++) {
    const [from, to] = [row * width + left, row * width + right]
    if (beside.length === 0) changed += changedIn(before, after, from, to)
    else
      for (let at = from; at < to; at++)
        if (changedIn(before, after, at, at + 1) > 0 && !isExcepted(at - row * width, row)) changed++
  }
  return changed > leastShare * (right - left) * (bottom - top)
}

function changedIn(before: Uint8Array, after: Uint8Array, from: number, to: number): number {
  let changed = 0
  for (let at = from; at < to; at++)
    if (Math.abs((before[at] as number) - (after[at] as number)) > clearly) changed++
  return changed
}

/** A run said to hold one frame while the film moves is a place that only looks alike: what differs there tells nothing. */
export function isDoubtful(segment: Segment, film: Levels, hidden: readonly Covered[] = []): boolean {
  return Math.abs(segment.line.rate) < 0.03 && !isHeld(segment, film, hidden)
}
