import type { Levels } from './pictures.ts'
import { likeness, thumbOf } from './thumbs.ts'

/** A cut makes two frames in a row less than half as alike as those before or after it are: a camera that shakes is no row of cuts. */
const share = 0.5
const around = 5
/** Where frames in a row are less alike than this, much moves, and one more change says nothing. */
const leastUsual = 0.4
/** Of cuts nearer than this to each other the clearest is taken. */
const shortest = 6

/**
 * The frames at which the film's picture is suddenly another, first and last included: what is looked up together. It need not be right:
 * where a recording is left is decided by what fits.
 */
export function shotsOf(film: Levels): readonly number[] {
  const whole = [0, 0, film.width(0), film.height(0)] as const
  const likes = new Float32Array(film.count).fill(1)
  let before: Float32Array | null = null
  for (let frame = 0; frame < film.count; frame++) {
    const thumb = thumbOf(film, frame, whole)
    if (frame > 0) likes[frame] = thumb && before ? likeness(thumb, before) : thumb === before ? 1 : 0
    before = thumb
  }
  const edges = [0]
  for (let frame = 1; frame < film.count; frame++) {
    const usual = Math.max(
      middleOf(likes.slice(Math.max(0, frame - around), frame)),
      middleOf(likes.slice(frame + 1, frame + 1 + around)),
    )
    if (usual <= leastUsual || (likes[frame] as number) >= share * usual) continue
    const last = edges.at(-1) as number
    if (frame - last >= shortest || last === 0) edges.push(frame)
    else if ((likes[frame] as number) < (likes[last] as number)) edges[edges.length - 1] = frame
  }
  return [...edges, film.count]
}

function middleOf(values: Float32Array): number {
  return values.sort()[values.length >> 1] ?? 0
}
