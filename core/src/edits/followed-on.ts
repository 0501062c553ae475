/** Frames beside a run that nothing was found for, followed on from the run's end by its own line. */
import { type Affine, between } from './affine.ts'
import { type Fit, fitOf } from './compare.ts'
import { partOf } from './lines.ts'
import { marginOf } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { cameAt } from './repeats.ts'
import type { Segment } from './segments.ts'
import { stretched } from './stretched.ts'
import type { Track } from './track.ts'

/** Margin that a frame has to come to for the run to reach it: of a camera that moves, a frame beside the right one is worse than nothing. */
const leastFit = -0.15
/** Of the frames that are taken, in the mean: a share of what the run's own frames beside them come to. */
const leastShare = 0.4
/** Frames of the run that tell its own fit; frames in a row that may not fit, as where something passes or a picture was coded badly. */
const telling = 8
const mostMissed = 5
/** Frames at an end over which it is seen how a map moves. */
const slopeFrames = 6

/**
 * A slow run whose frames are mixed from two, a picture that gets light from black, and a zoom that began at another speed are lost where they are looked for frame by frame; the run's
 * line tells what they have to be, and whether they are.
 */
export function followedOn(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  const out: Segment[] = []
  for (const [n, segment] of segments.entries()) {
    const least = out.at(-1)?.to ?? 0
    const most = segments[n + 1]?.from ?? film.count
    const back = followedFrom(segment, -1, segment.from - least, raws)
    const on = followedFrom(segment, 1, most - segment.to, raws)
    out.push(back.length + on.length === 0 ? segment : lengthened(segment, back.toReversed(), on, film, raws))
  }
  return out
}

function lengthened(
  segment: Segment,
  back: readonly Seen[],
  on: readonly Seen[],
  film: Levels,
  raws: readonly Levels[],
): Segment {
  const { from, to, maps, track } = segment
  const whole = stretched(segment, from - back.length, to + on.length, film, raws)
  const mapAt = (frame: number) => maps[Math.max(0, Math.min(maps.length - 1, frame - from))] as Affine
  const over = (first: number, last: number) =>
    Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n).flatMap(frame => {
      const seen = frame < from ? back[frame - whole.from] : on[frame - to]
      return seen ?? seenAt(segment, frame, mapAt(frame), false, raws) ?? []
    })
  const all = [...back.map(({ map }) => map), ...maps, ...on.map(({ map }) => map)]
  return {
    ...whole,
    track: withSeen(track, over(whole.from, track.from), over(track.to, whole.to)),
    maps: maps.length === 1 ? maps : all,
  }
}

/** What was seen beside a track, as if it had been followed there: its light is asked for frame by frame. */
function withSeen(track: Track, before: readonly Seen[], after: readonly Seen[]): Track {
  const numbers = (of: (seen: Seen) => number, own: ArrayLike<number>) => [
    ...before.map(of),
    ...Array.from(own),
    ...after.map(of),
  ]
  return {
    ...track,
    from: track.from - before.length,
    to: track.to + after.length,
    best: Int32Array.from(numbers(({ at }) => at, track.best)),
    low: Int32Array.from(numbers(({ at }) => at, track.low)),
    costs: [...before.map(costOf), ...track.costs, ...after.map(costOf)],
    floors: Float32Array.from(numbers(() => 0, track.floors)),
    maps: [...before.map(({ map }) => map), ...track.maps, ...after.map(({ map }) => map)],
    gains: Float32Array.from(numbers(({ gain }) => gain, track.gains)),
    lifts: Float32Array.from(numbers(({ lift }) => lift, track.lifts)),
    explained: Float32Array.from(numbers(({ explained }) => explained, track.explained)),
    isSure: Uint8Array.from(numbers(() => 0, track.isSure)),
  }
}

const costOf = ({ margin }: Seen) => Float32Array.of(100 * margin)

/** The frames that are the run's before its first one or after its last, from the run outwards. */
function followedFrom(
  segment: Segment,
  direction: 1 | -1,
  most: number,
  raws: readonly Levels[],
): readonly Seen[] {
  // What one frame held shows beside itself says nothing of a line.
  if (most <= 0 || segment.line.rate === 0) return []
  const { from, to, maps } = segment
  const end = direction > 0 ? to - 1 : from
  const moves = maps.length > 1
  const known = direction > 0 ? maps.slice(-slopeFrames).reverse() : maps.slice(0, slopeFrames)
  const found: Seen[] = []
  let missed = 0
  while (found.length < most && missed <= mostMissed) {
    const frame = end + direction * (found.length + 1)
    const seen = seenAt(segment, frame, goneOn(known), moves, raws)
    if (!seen) break
    missed = seen.margin < leastFit ? 0 : missed + 1
    found.push(seen)
    if (moves) known.unshift(seen.map)
  }
  const fitting = found.slice(0, found.findLastIndex(({ margin }) => margin < leastFit) + 1)
  if (fitting.length === 0) return []
  const own = Array.from({ length: Math.min(telling, to - from) }, (_, n) => {
    const frame = end - direction * n
    return seenAt(segment, frame, (moves ? maps[frame - from] : maps[0]) as Affine, false, raws)?.margin ?? 0
  })
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length
  return mean(fitting.map(({ margin }) => margin)) < leastShare * mean(own) ? fitting : []
}

/** The map that goes on as the last ones did; the last comes first. */
function goneOn(known: readonly Affine[]): Affine {
  const reach = Math.min(slopeFrames, known.length) - 1
  const near = known[0] as Affine
  return reach > 0 ? between(near, known[reach] as Affine, -1 / reach) : near
}

interface Seen {
  readonly at: number
  readonly map: Affine
  readonly margin: number
  readonly gain: number
  readonly lift: number
  readonly explained: number
}

/** How well a frame fits what the run's line shows there, mixed where the run is slow; null beyond the recording. */
function seenAt(
  { line, track: { pairing }, raw: number }: Segment,
  frame: number,
  map: Affine,
  moves: boolean,
  raws: readonly Levels[],
): Seen | null {
  const raw = raws[number] as Levels
  const { times, count } = raw.pictures
  const time = line.start + line.rate * (cameAt(pairing.film)[frame] as number)
  if (time < (times[0] as number) || time >= (times[count] as number)) return null
  const at = raw.frameAt(time)
  const isSlow = Math.abs(line.rate) > 0.04 && Math.abs(line.rate) < 0.96 && at + 1 < count
  const quarters = isSlow ? Math.round(4 * partOf(raw, at, time)) : 0
  const seen = (each: Affine): Seen => {
    const there = pairing.with(each)
    const view = there.view(frame)
    const own = (fit: Fit): Seen => ({ ...fit, at, map: each, margin: marginOf(view, fit) })
    const plain = own(there.fit(view, at))
    return quarters === 0
      ? plain
      : better(plain, own(fitOf(view, raw.mixed(at, there.rawLevel, quarters / 4))))
  }
  const known = seen(map)
  return moves ? better(known, seen(pairing.with(map).aligned(frame, at, 3).map)) : known
}

const better = (one: Seen, two: Seen) => (two.margin < one.margin ? two : one)
