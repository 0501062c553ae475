import { type Affine, between } from './affine.ts'
import { marginOf } from './pairing.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { stretched } from './stretched.ts'
import { lieOf } from './thumbs.ts'
import type { Track } from './track.ts'

/** The maps of a run: one for all where they hardly differ, else one for each frame, straight between the measured ones. */
export function trackedMaps(track: Track, from: number, to: number): readonly Affine[] {
  const known = track.maps
  const maps = Array.from(
    { length: to - from },
    (_, n) => known[Math.max(0, Math.min(known.length - 1, from + n - track.from))] as Affine,
  )
  const [first] = maps
  if (!first) return []
  const middle = maps[maps.length >> 1] as Affine
  const scales = lieOf(middle).quarters & 1 ? [1, 3] : [0, 4]
  const spread = Math.max(
    ...maps.flatMap(each => scales.map(n => Math.abs((each[n] as number) - (middle[n] as number)))),
  )
  if (spread < 0.02 && !(track.isRigid && isPanned(maps, track))) return [middle]
  // Measured where the map changed; between two measurements it is taken to move evenly.
  const knots = maps.flatMap((each, n) => (n === 0 || each !== maps[n - 1] ? [n] : []))
  const last = maps.length - 1
  return maps.map((each, n) => {
    const before = knots.findLast(knot => knot <= n) ?? 0
    const after = knots.find(knot => knot > n) ?? last
    return after === before || after > last
      ? each
      : between(maps[before] as Affine, maps[after] as Affine, (n - before) / (after - before))
  })
}

/** A part of one size may be moved over the recording: under a map that is held to, what it moves is no mistake of following. */
function isPanned(maps: readonly Affine[], { pairing }: Track): boolean {
  const far = cornersApart(maps[0] as Affine, maps.at(-1) as Affine, pairing.raw)
  return far > leastPan * pairing.film.width(0)
}

/** Share of the film's width. */
const leastPan = 0.04

/** Frames of the recording, and pixels of the film, by which two parts of one zoom may miss each other. */
const sameFrame = 1.6
const samePlace = 4
const sameRate = 0.06

/** A zoom that was found in pieces, the beginning as a picture that stands still, as one run. */
export function joinedZooms(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  const out: Segment[] = []
  for (const segment of segments) {
    const before = out.at(-1)
    if (before && isOneZoom(before, segment, film, raws))
      out[out.length - 1] = joined(before, segment, film, raws)
    else out.push(segment)
  }
  return out
}

function isOneZoom(one: Segment, two: Segment, film: Levels, raws: readonly Levels[]): boolean {
  if (one.to !== two.from || one.raw !== two.raw || (one.maps.length === 1 && two.maps.length === 1))
    return false
  const raw = raws[one.raw] as Levels
  const time = film.pictures.times[two.from] as number
  const apart = one.line.start + one.line.rate * time - two.line.start - two.line.rate * time
  const slack = Math.max(0, -two.slack[0], two.slack[1], -one.slack[0], one.slack[1])
  const isOneLine =
    Math.abs(one.line.rate - two.line.rate) < sameRate &&
    Math.abs(apart) < (sameFrame + Math.min(slack, 3)) * raw.frameSeconds
  const [a, b] = [one.maps.at(-1), two.maps[0]]
  if (!(isOneLine || isAlongOther(one, two, film, raws)) || !a || !b) return false
  // Taken to stand still, a beginning is off by what the zoom moves over it.
  const still =
    (one.maps.length === 1 ? one.to - one.from : 0) + (two.maps.length === 1 ? two.to - two.from : 0)
  const moving = one.maps.length > 1 ? one.maps : two.maps
  const [first, last] = [moving[0] as Affine, moving.at(-1) as Affine]
  // Under the very same line the two were followed by looks of their own.
  const most = Math.abs(apart) < 0.3 * raw.frameSeconds ? 2 * samePlace : samePlace
  return cornersApart(a, b, raw) < most + (still * cornersApart(first, last, raw)) / moving.length
}

/** Share of a speed by which another may differ that was measured over a few frames. */
const nearSpeed = 0.3

/** Whether the shorter of two runs shows to a frame what the speed of the longer one gives, a speed that is about its own. */
export function isAlongOther(one: Segment, two: Segment, film: Levels, raws: readonly Levels[]): boolean {
  const [shorter, longer] = two.to - two.from > one.to - one.from ? [one, two] : [two, one]
  const { rate } = longer.line
  if (Math.abs(rate - shorter.line.rate) > nearSpeed * Math.abs(rate)) return false
  const along = stretched(longer, shorter.from, shorter.to, film, raws).frames
  return rate !== 0 && shorter.frames.every((own, n) => Math.abs(own - (along[n] as number)) <= 1)
}

export function cornersApart(one: Affine, two: Affine, { pictures: { width, height } }: Levels): number {
  return Math.max(
    ...[
      [0, 0],
      [width, height],
    ].map(([x = 0, y = 0]) =>
      Math.hypot(
        (one[0] - two[0]) * x + (one[1] - two[1]) * y + one[2] - two[2],
        (one[3] - two[3]) * x + (one[4] - two[4]) * y + one[5] - two[5],
      ),
    ),
  )
}

/** On the line of the longer one; what was taken to stand still moves on as the other part does, where that fits it better. */
function joined(one: Segment, two: Segment, film: Levels, raws: readonly Levels[]): Segment {
  const longer = two.to - two.from > one.to - one.from ? two : one
  const onward = ({ maps }: Segment, frames: number) => {
    const reach = Math.min(slopeFrames, maps.length - 1)
    const [near, far] = frames < 0 ? [maps[0], maps[reach]] : [maps.at(-1), maps.at(-1 - reach)]
    return between(near as Affine, far as Affine, -Math.abs(frames) / reach)
  }
  const whole = stretched(longer, one.from, two.to, film, raws)
  const own = (of: Segment, other: Segment) => {
    if (of.maps.length > 1) return of.maps
    const length = of.to - of.from
    const moved = Array.from({ length }, (_, n) => onward(other, of === one ? n - length : n + 1))
    const still = moved.map(() => of.maps[0] as Affine)
    const fits = (maps: readonly Affine[]) =>
      fitAt(whole, of.from + (length >> 1), maps[length >> 1] as Affine)
    return fits(still) < fits(moved) ? still : moved
  }
  return { ...whole, maps: [...own(one, two), ...own(two, one)] }
}

/** See `marginOf`, of a run's frame under another map. */
function fitAt({ track, from, frames }: Segment, frame: number, map: Affine): number {
  const pairing = track.pairing.with(map)
  const view = pairing.view(frame)
  return marginOf(view, pairing.fit(view, frames[frame - from] as number))
}

const slopeFrames = 16

const knotStep = 8

/** The maps of a moving zoom, each measured anew at every eighth frame and taken to move evenly between. */
export function measuredZoom(segment: Segment): Segment {
  const { maps, track, from, frames } = segment
  if (maps.length < 2) return segment
  const last = maps.length - 1
  const knots = new Map<number, Affine>()
  for (let n = 0; n <= last; n = n === last ? last + 1 : Math.min(last, n + knotStep)) {
    const start = maps[n] as Affine
    const found = track.pairing.with(start).aligned(from + n, frames[n] as number, 4)
    knots.set(n, found.margin < -0.1 ? found.map : start)
  }
  const at = [...knots.keys()]
  return {
    ...segment,
    maps: maps.map((_, n) => {
      const before = at.findLast(knot => knot <= n) ?? 0
      const after = at.find(knot => knot >= n) ?? last
      const [one, two] = [knots.get(before) as Affine, knots.get(after) as Affine]
      return before === after ? one : between(one, two, (n - before) / (after - before))
    }),
  }
}
