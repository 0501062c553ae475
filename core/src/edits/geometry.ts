import { type Affine, between } from './affine.ts'
import type { Segment } from './segments.ts'
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
  const spread = Math.max(
    ...maps.map(each => Math.max(Math.abs(each[0] - middle[0]), Math.abs(each[4] - middle[4]))),
  )
  if (spread < 0.02) return [middle]
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
