/** Runs over which the film holds one frame, told apart from slow and reversed runs that only look for that frame. */
import type { Box } from './affine.ts'
import { holdsOneFrame, isChanged } from './held.ts'
import type { Levels } from './pictures.ts'
import { type Segment, slackOf } from './segments.ts'
import type { Evidence } from './track.ts'

/** Frames of the recording that such a search strays over at most. */
const mostStrayed = 24
const leastFrames = 6

/**
 * Where the film holds one frame, its coding still settles, and the recording's frame that fits best wanders; another place may look
 * as good. Such slow runs become one run that holds the frame that fits all of it best. Where the recording changes as little as the
 * film does, nothing tells, and the runs stay.
 */
export function heldAsOne(
  segments: readonly Segment[],
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  const out: Segment[] = []
  for (const segment of segments) {
    const before = out.at(-1)
    const both = before && joinedHeld(before, segment, evidence, film, raws)
    if (both) out[out.length - 1] = both
    else out.push(heldAlone(segment, evidence, film, raws))
  }
  return out
}

function joinedHeld(
  one: Segment,
  two: Segment,
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): Segment | null {
  const isJoined = one.to === two.from && one.raw === two.raw && isSlow(one) && isSlow(two)
  if (!isJoined || !holdsOneFrame(film, one.from, two.to)) return null
  // Two frames held one after the other are a change where they meet.
  if (isChanged(film, two.from - 1, two.from, whole(film))) return null
  const strayed = [...one.frames, ...two.frames]
  if (!isFilmStillest(film, one.from, two.to, raws[one.raw] as Levels, strayed)) return null
  const longer = one.to - one.from >= two.to - two.from ? one : two
  return held({ ...longer, from: one.from, to: two.to }, strayed, evidence, raws)
}

function heldAlone(
  segment: Segment,
  evidence: readonly Evidence[],
  film: Levels,
  raws: readonly Levels[],
): Segment {
  const { from, to, line } = segment
  if (line.rate === 0 || !isSlow(segment) || to - from < leastFrames || !holdsOneFrame(film, from, to))
    return segment
  const strayed = [...segment.frames]
  if (!isFilmStillest(film, from, to, raws[segment.raw] as Levels, strayed)) return segment
  return held(segment, strayed, evidence, raws) ?? segment
}

/** The recording changes over the frames that were strayed over, and the film does not. */
function isFilmStillest(
  film: Levels,
  from: number,
  to: number,
  raw: Levels,
  strayed: readonly number[],
): boolean {
  const [first, last] = [Math.min(...strayed), Math.max(...strayed)]
  return isChanged(raw, first, last, whole(raw)) && !isChanged(film, from, to - 1, whole(film))
}

const whole = (of: Levels): Box => [0, 0, of.width(0), of.height(0)]

function isSlow({ line: { rate } }: Segment): boolean {
  return Math.abs(rate) < 0.6
}

/** The frame among those strayed over that fits the whole run best; null where they are too many for one. */
function held(
  run: Segment,
  strayed: readonly number[],
  evidence: readonly Evidence[],
  raws: readonly Levels[],
): Segment | null {
  const candidates = [...new Set(strayed)]
  if (run.maps.length > 1 || candidates.length > mostStrayed) return null
  const known = evidence[run.line.track] as Evidence
  const raw = raws[run.raw] as Levels
  const costs = candidates.map(at => {
    let sum = 0
    for (let frame = run.from; frame < run.to; frame++) sum += known.at(frame, at)
    return sum
  })
  const at = candidates[costs.indexOf(Math.min(...costs))] as number
  const frames = new Int32Array(run.to - run.from).fill(at)
  const { times } = raw.pictures
  const start = ((times[at] as number) + (times[at + 1] as number)) / 2
  return {
    ...run,
    line: { ...run.line, rate: 0, start },
    frames,
    isBlended: false,
    slack: slackOf(known, run.from, frames, raw),
  }
}
