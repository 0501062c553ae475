/** Joins that are none: two runs that one line through the recording explains as well. */
import { isAlongOther } from './geometry.ts'
import type { HeardPlace } from './heard-places.ts'
import { marginOf } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { cameAt } from './repeats.ts'
import { isOneMap, type Segment } from './segments.ts'
import { stretched } from './stretched.ts'

const sameRate = 1e-3
/** Times of frames are rounded to microseconds: starts that leave less room than this are two. */
const leastRoomSeconds = 5e-6
/** A run this short may be part of its neighbour, if the evidence leaves that open for every one of its frames. */
const briefest = 10

/**
 * Where a recording is shown at another rate of frames, one is left out or shown twice now and then, and no edit has done it: two runs are one where some
 * start of one line gives all the frames of both. So are a few frames and the run beside them, where what they could show as well is what its line shows.
 */
export function asOneLine(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  const out: Segment[] = []
  let isTaken = false
  for (const [n, segment] of segments.entries()) {
    if (isTaken) {
      isTaken = false
      continue
    }
    const [before, next] = [out.at(-1), segments[n + 1]]
    const back = before && next && comeBack(before, segment, next, film, raws)
    isTaken = back !== undefined && back !== null
    const one = back || (before && joinedBy(before, segment, next, film, raws))
    if (one) out[out.length - 1] = one
    else out.push(segment)
  }
  return out
}

/** Frames by which a run may be off a line to which the film comes back, and how much worse that line may fit it: a share of how well it fits. */
const mostAside = 3
const hardlyWorse = 0.05

/**
 * A run between two of one line, next to it: a map that is off by a part of a pixel tells another time of a camera that moves slowly, and nobody leaves out frames to show
 * them later. One run, where the line fits it about as well.
 */
function comeBack(
  one: Segment,
  aside: Segment,
  two: Segment,
  film: Levels,
  raws: readonly Levels[],
): Segment | null {
  const areBeside = one.to === aside.from && aside.to === two.from
  if (!areBeside || one.raw !== aside.raw || one.raw !== two.raw) return null
  if (one.maps.length > 1 || aside.maps.length > 1 || two.maps.length > 1) return null
  if (!isOneMap(one.track, aside.track, aside.from) || !isOneMap(one.track, two.track, two.from)) return null
  const start = startOfBoth(one, two, film, raws[one.raw] as Levels)
  if (start === null) return null
  const longer = two.to - two.from > one.to - one.from ? two : one
  const whole = { ...longer, line: { ...longer.line, start } }
  const along = stretched(whole, aside.from, aside.to, film, raws).frames
  const isNear = aside.frames.every((own, n) => Math.abs(own - (along[n] as number)) <= mostAside)
  const [there, own] = isNear ? [fitOf(aside, along), fitOf(aside, aside.frames)] : [0, 0]
  return isNear && there <= own + hardlyWorse * Math.abs(own)
    ? stretched(whole, one.from, two.to, film, raws)
    : null
}

function joinedBy(
  one: Segment,
  two: Segment,
  next: Segment | undefined,
  film: Levels,
  raws: readonly Levels[],
): Segment | null {
  const raw = raws[two.raw] as Levels
  const areBeside = one.to === two.from && one.raw === two.raw
  if (!areBeside || one.maps.length > 1 || two.maps.length > 1) return null
  if (!isOneMap(one.track, two.track, two.from)) return null
  const longer = two.to - two.from > one.to - one.from ? two : one
  const start = startOfBoth(one, two, film, raw)
  if (start !== null)
    return {
      ...longer,
      ...{ from: one.from, to: two.to, line: { ...longer.line, start } },
      frames: Int32Array.from([...one.frames, ...two.frames]),
    }
  const shorter = longer === one ? two : one
  const isOtherSpeed = Math.abs(one.line.rate - two.line.rate) > sameRate
  // Its own frames are as near as the line's.
  if (isOtherSpeed && isAlongOther(one, two, film, raws))
    return {
      ...stretched(longer, one.from, two.to, film, raws),
      frames: Int32Array.from([...one.frames, ...two.frames]),
    }
  // What goes on under another map is part of what it goes on as.
  const goesOn = shorter === two && next?.from === two.to && next.raw === two.raw
  if (goesOn && startOfBoth(two, next, film, raw) !== null) return null
  if (shorter.to - shorter.from > briefest || longer.to - longer.from <= briefest) return null
  const along = (frame: number) =>
    raw.frameAt(longer.line.start + longer.line.rate * (cameAt(film)[frame] as number))
  const isOpen = shorter.frames.every((own, n) => {
    const there = along(shorter.from + n)
    return there >= own + shorter.slack[0] && there <= own + shorter.slack[1]
  })
  if (!isOpen) return null
  const frames = Int32Array.from(shorter.frames, (_, n) => along(shorter.from + n))
  return {
    ...longer,
    ...{ from: one.from, to: two.to },
    frames: Int32Array.from(longer === one ? [...one.frames, ...frames] : [...frames, ...two.frames]),
  }
}

/** A range this wide, in frames of the recording, says that nothing was seen of when; one this narrow that it was seen. */
const leastOpen = 30
const mostTold = 4
/** Frames of a run by which the one beside it may be told. */
const leastTelling = 8
const looks = 8
/** Of a block, see `marginOf`: what coding alone makes of two times of a still scene. */
const asWell = 0.02

/**
 * Before a camera that stands still somebody walks into the picture: from there on the time is told, and before it nothing tells. Where neither picture nor sound
 * changes suddenly, and the line of what is told lies within the range of what is not and fits it as well, no join is seen: it is one run.
 */
export function carriedOn(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
  shots: readonly number[],
  heard: readonly HeardPlace[],
): readonly Segment[] {
  const out: Segment[] = []
  for (const segment of segments) {
    const before = out.at(-1)
    const isSeen = shots.includes(segment.from) || isSoundCutAt(segment.from, film, heard)
    const one = before && !isSeen && carriedOver(before, segment, film, raws)
    if (one) out[out.length - 1] = one
    else out.push(segment)
  }
  return out
}

/** Whether a recording begins or ceases to be heard there: most sound is cut with its picture. */
function isSoundCutAt(frame: number, film: Levels, heard: readonly HeardPlace[]): boolean {
  const time = film.pictures.times[frame] as number
  const near = sameCut * film.frameSeconds
  return heard.some(({ from, to }) => Math.abs(from - time) < near || Math.abs(to - time) < near)
}

const sameCut = 1.5

function carriedOver(one: Segment, two: Segment, film: Levels, raws: readonly Levels[]): Segment | null {
  if (one.to !== two.from || one.raw !== two.raw || one.maps.length > 1 || two.maps.length > 1) return null
  // What the sound alone tells it tells where it is heard.
  const widthOf = ({ slack, seenSlack = slack }: Segment) => seenSlack[1] - seenSlack[0]
  const [told, open] = widthOf(one) < widthOf(two) ? [one, two] : [two, one]
  if (widthOf(told) > mostTold || widthOf(open) < leastOpen || told.to - told.from < leastTelling) return null
  // Of one frame that is held it is not known since when.
  if (told.line.rate === 0 || !isOneMap(one.track, two.track, two.from)) return null
  const along = stretched(told, open.from, open.to, film, raws).frames
  const isWithin = open.frames.every((own, n) => {
    const there = along[n] as number
    return there >= own + open.slack[0] && there <= own + open.slack[1]
  })
  if (!isWithin || fitOf(open, along) > fitOf(open, open.frames) + asWell) return null
  return stretched(told, one.from, two.to, film, raws)
}

/** How well a run goes with some frames of its recording, at a few of its own. */
function fitOf({ from, to, track: { pairing }, maps }: Segment, frames: Int32Array): number {
  const own = maps[0] ? pairing.with(maps[0]) : pairing
  let sum = 0
  for (let n = 0; n < looks; n++) {
    const at = Math.floor(((n + 0.5) * (to - from)) / looks)
    const view = own.view(from + at)
    sum += marginOf(view, own.fit(view, frames[at] as number)) / looks
  }
  return sum
}

/** The middle of the starts with which a line of their speed shows every frame of both, or null where there is none. */
export function startOfBoth(one: Segment, two: Segment, film: Levels, raw: Levels): number | null {
  const { rate } = one.line
  if (Math.abs(rate - two.line.rate) > sameRate || rate === 0) return null
  const { times } = raw.pictures
  let [earliest, latest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { from, frames } of [one, two])
    for (const [n, frame] of frames.entries()) {
      const moved = rate * (cameAt(film)[from + n] as number)
      earliest = Math.max(earliest, (times[frame] as number) - moved)
      latest = Math.min(latest, (times[frame + 1] as number) - moved)
    }
  return latest - earliest > leastRoomSeconds ? (earliest + latest) / 2 : null
}
