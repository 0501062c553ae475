/** One thing that was done is told once, though the film goes on to another run while it is there. */
import { type Box, enclosing, overlapOf } from './affine.ts'
import type { Edit } from './kinds.ts'

/** Frames by which one part of it may end before or after the next begins. */
const atOnce = 2
/** Of two boxes that are one: what stays, and what moves on. */
const mostlySame = 0.7
const movedOn = 0.5
/** Seconds: what is drawn is there to be seen, and what differs for less is where something is laid or timed a little wrong. */
const shortestDrawn = 0.5

/** Of a frame at which the film goes on to another run. */
export interface GoingOn {
  /** Whether the film shows the same picture before it as from it on. */
  readonly isSame: (frame: number) => boolean
  /** Whether it shows what would have come next, at about the same speed: laid otherwise, say. */
  readonly playsOn: (frame: number) => boolean
}

/** `edits` in order of their starts. */
export function eachOnce(edits: readonly Edit[], goingOn: GoingOn, frameSeconds: number): readonly Edit[] {
  const out: Edit[] = []
  for (const edit of edits) {
    const at = out.findIndex(before => isOneEdit(before, edit, goingOn))
    if (at < 0) out.push(edit)
    else out[at] = joined(out[at] as Edit, edit)
  }
  return out.filter(
    ({ kind, start, end }) => kind !== 'overlay' || (end - start) * frameSeconds >= shortestDrawn,
  )
}

function isOneEdit(one: Edit, two: Edit, { isSame: goesOn, playsOn }: GoingOn): boolean {
  if (one.kind !== two.kind) return false
  if (isLaying(one.kind)) return isLaidAsBefore(one, two) && goesOn(two.start)
  if (isSpeed(one.kind)) return one.end === two.start && playsOn(two.start)
  if (two.start - one.end > atOnce) return false
  if (one.kind === 'pip') return isOneInset(one, two, goesOn)
  if (one.kind === 'colour') return one.end - two.start <= atOnce && goesOn(two.start)
  if (one.kind !== 'overlay' && one.kind !== 'redaction') return false
  // Of two pictures that are mixed both may have had it.
  if (two.start === one.start) return false
  if (!one.region || !two.region || (one.follows === undefined) !== (two.follows === undefined)) return false
  if (!one.follows || !two.follows) return overlapOf(one.region, two.region) > mostlySame
  const [, ...last] = one.follows.at(-1) as readonly [number, ...Box]
  const [, ...first] = two.follows[0] as readonly [number, ...Box]
  return overlapOf(last as unknown as Box, first as unknown as Box) > movedOn
}

function isLaying(kind: Edit['kind']): boolean {
  return kind === 'letterbox' || kind === 'crop' || kind === 'mirror' || kind === 'rotate'
}

function isSpeed(kind: Edit['kind']): boolean {
  return kind === 'slow' || kind === 'fast' || kind === 'reverse' || kind === 'freeze'
}

/** An inset stays in its place to the pixel: it is found anew in each run of the picture that it is set into, and a little beyond it. */
function isOneInset(one: Edit, two: Edit, goesOn: (frame: number) => boolean): boolean {
  if (!one.region || !two.region || overlapOf(one.region, two.region) < sameLaying) return false
  return two.start < one.end || goesOn(two.start)
}

/** How a recording is laid into the film goes on over a run of a few frames, of which it is not told. */
const shortRun = 6
const sameLaying = 0.85

function isLaidAsBefore(one: Edit, two: Edit): boolean {
  const [a, b] = [one.region ?? one.crop, two.region ?? two.crop]
  if (two.start < one.end || two.start - one.end > shortRun) return false
  return !a || !b || overlapOf(a, b) > sameLaying
}

function joined(one: Edit, two: Edit): Edit {
  const longer = two.end - two.start > one.end - one.start ? two : one
  const last = one.follows?.at(-1)?.[0] ?? 0
  const follows =
    one.follows && two.follows ? [...one.follows, ...two.follows.filter(([frame]) => frame > last)] : null
  return {
    ...longer,
    start: one.start,
    end: Math.max(one.end, two.end),
    ...(follows && one.region && two.region ? { follows, region: enclosing(one.region, two.region) } : {}),
  }
}
