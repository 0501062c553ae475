/** Frames beside runs that were lost where they were followed, held once more against what the runs' lines show. */
import { type Affine, between } from './affine.ts'
import { startOfBoth } from './one-line.ts'
import { marginOf } from './pairing.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { stretched } from './stretched.ts'

/** Seconds: over more of them a map is not found by going on from one end. */
const longest = 1.2
/** Margin of a frame that fits, and the share of the frames that have to. */
const leastFit = -0.3
const leastFitting = 0.9
/** Frames at an end over which it is seen how the map moves. */
const slopeFrames = 6

/** Between two runs of one line, where the film zooms: under a map that moves on from frame to frame. */
export function bridgedGaps(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  const out: Segment[] = []
  for (const segment of segments) {
    const before = out.at(-1)
    const one = before && bridged(before, segment, film, raws)
    if (one) out[out.length - 1] = one
    else out.push(segment)
  }
  return out
}

function bridged(one: Segment, two: Segment, film: Levels, raws: readonly Levels[]): Segment | null {
  const gap = two.from - one.to
  if (gap <= 0 || gap * film.frameSeconds > longest || one.raw !== two.raw) return null
  if (one.maps.length === 1 && two.maps.length === 1) return null
  const start = startOfBoth(one, two, film, raws[one.raw] as Levels)
  if (start === null) return null
  const longer = two.to - two.from > one.to - one.from ? two : one
  const whole = stretched({ ...longer, line: { ...longer.line, start } }, one.from, two.to, film, raws)
  const maps = mapsOver(whole, one, two)
  return maps && { ...whole, maps: [...eachOf(one), ...maps, ...eachOf(two)] }
}

const eachOf = ({ maps, from, to }: Segment) =>
  maps.length > 1 ? maps : Array.from({ length: to - from }, () => maps[0] as Affine)

/** The maps over the gap, from the end that zooms; null where what is seen there is something else. */
function mapsOver({ track, frames, from }: Segment, one: Segment, two: Segment): readonly Affine[] | null {
  const isBack = two.maps.length > 1
  const known = (isBack ? two.maps.slice(0, slopeFrames) : one.maps.slice(-slopeFrames).reverse()).slice()
  const gap = two.from - one.to
  const found: Affine[] = []
  let fitting = 0
  for (let n = 0; n < gap; n++) {
    const frame = isBack ? two.from - 1 - n : one.to + n
    const reach = Math.min(slopeFrames, known.length) - 1
    const [near, far] = [known[0] as Affine, known[reach] as Affine]
    const next = reach > 0 ? between(near, far, -1 / reach) : near
    const { map, margin } = track.pairing.with(next).aligned(frame, frames[frame - from] as number, 3)
    const isFitting = margin < leastFit
    if (isFitting) fitting++
    known.unshift(isFitting ? map : next)
    found.push(isFitting ? map : next)
  }
  if (fitting < leastFitting * gap) return null
  return isBack ? found.reverse() : found
}

/** Seconds between a cut and a run; frames of the run that tell how well it fits; and how well the others have to fit, and as a share of that. */
const longestEnd = 0.4
const telling = 8
const leastEnd = -0.08
const leastShare = 0.5

/** Between a cut and a run: dark or coded badly, they fit no worse than the run does. `shots` are the cuts, the film's ends included. */
export function reachingCuts(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
  shots: readonly number[],
): readonly Segment[] {
  return segments.map((segment, n) => {
    if (segment.maps.length > 1 || segment.isBlended) return segment
    const { from, to } = segment
    const [first, last] = [segments[n - 1]?.to ?? 0, segments[n + 1]?.from ?? film.count]
    const reaches = (one: number, two: number, own: readonly [number, number]) =>
      one < two &&
      (two - one) * film.frameSeconds <= longestEnd &&
      fitsAs(segment, [one, two], own, film, raws)
    const starts = shots.includes(first) && reaches(first, from, [from, Math.min(to, from + telling)])
    const ends = shots.includes(last) && reaches(to, last, [Math.max(from, to - telling), to])
    return starts || ends ? stretched(segment, starts ? first : from, ends ? last : to, film, raws) : segment
  })
}

function fitsAs(
  segment: Segment,
  asked: readonly [number, number],
  own: readonly [number, number],
  film: Levels,
  raws: readonly Levels[],
): boolean {
  const pairing = segment.track.pairing.with(segment.maps[0] as Affine)
  const fitOver = ([from, to]: readonly [number, number]) => {
    const { frames } = stretched(segment, from, to, film, raws)
    const margins = Array.from(frames, (at, n) => {
      const view = pairing.view(from + n)
      return marginOf(view, pairing.fit(view, at))
    })
    return margins.reduce((sum, each) => sum + each, 0) / margins.length
  }
  const there = fitOver(asked)
  return there < leastEnd && there < leastShare * fitOver(own)
}
