import { differenceOf } from './kinds.ts'
import type { Levels } from './pictures.ts'
import { likeness, thumbOf } from './thumbs.ts'

/** Frames [from, to) of a film. */
export interface Shot {
  readonly from: number
  readonly to: number
}

/** A cut makes two frames in a row less than half as alike as those before or after it are: a camera that shakes is no row of cuts. */
const share = 0.5
const around = 5
/** Where frames in a row are less alike than this, much moves, and one more change says nothing. */
const leastUsual = 0.4
/** Of a camera that stands still, a cut changes only what moves: more than twice what it changes otherwise. */
const often = 2
const far = 8
/** Grey levels that coding alone changes at times. */
const coded = 0.5
/** Of cuts nearer than this to each other the clearest is taken. */
const shortest = 6
const level = 2

/** Shots of a film are asked for at several stages. */
const known = new WeakMap<Levels, readonly number[]>()

/**
 * The frames at which the film's picture is suddenly another, first and last included: what is looked up together. It need not be right:
 * where a recording is left is decided by what fits.
 */
export function shotsOf(film: Levels): readonly number[] {
  const kept = known.get(film) ?? foundShots(film)
  known.set(film, kept)
  return kept
}

function foundShots(film: Levels): readonly number[] {
  const whole = [0, 0, film.width(0), film.height(0)] as const
  const likes = new Float32Array(film.count).fill(1)
  const changes = new Float32Array(film.count)
  let before: Float32Array | null = null
  for (let frame = 0; frame < film.count; frame++) {
    const thumb = thumbOf(film, frame, whole)
    if (frame > 0) {
      likes[frame] = thumb && before ? likeness(thumb, before) : thumb === before ? 1 : 0
      changes[frame] = differenceOf(film.at(frame - 1, level), film.at(frame, level))
    }
    before = thumb
  }
  const edges = [0]
  for (let frame = 1; frame < film.count; frame++) {
    if (!isUnlike(likes, frame) && !isChanged(changes, frame)) continue
    const last = edges.at(-1) as number
    if (frame - last >= shortest || last === 0) edges.push(frame)
    else if ((changes[frame] as number) > (changes[last] as number)) edges[edges.length - 1] = frame
  }
  return [...edges, film.count]
}

function isUnlike(likes: Float32Array, frame: number): boolean {
  const usual = Math.max(
    middleOf(likes.slice(Math.max(0, frame - around), frame)),
    middleOf(likes.slice(frame + 1, frame + 1 + around)),
  )
  return usual > leastUsual && (likes[frame] as number) < share * usual
}

function isChanged(changes: Float32Array, frame: number): boolean {
  // Slow motion shows a frame several times: less than a window tells nothing.
  const most = (from: number, to: number) =>
    from < 1 || to > changes.length
      ? Number.POSITIVE_INFINITY
      : changes.subarray(from, to).reduce((a, b) => Math.max(a, b), 0)
  const usual = Math.min(most(frame - far, frame), most(frame + 1, frame + 1 + far))
  return (changes[frame] as number) > often * usual + coded
}

function middleOf(values: Float32Array): number {
  return values.sort()[values.length >> 1] ?? 0
}
