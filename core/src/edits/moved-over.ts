/**
 * A slow zoom into a recording whose camera moves begins as the whole picture; by and by, under a map that stands still or is only corrected, other frames
 * fit better than the right ones do. So the line is held to, from where it fits best, and the map is followed: what an editing program does to a
 * picture is smooth, and slants nothing.
 */
import { type Affine, areaScale, inverse, isSlanted } from './affine.ts'
import { squeezedBy } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame } from './rates.ts'
import { goneOn, type Knot, knotAt, type Place } from './rigid.ts'
import { type MapAt, type Track, trackFrom } from './track.ts'

/** Film frames between two looks, looks that may miss in a row, and frames to either side at most. */
const stride = 3
const mostMissed = 2
const farthest = 240
/** A look fits if it keeps this share of how well the first one fitted. */
const keptShare = 0.45
/** A track is looked at again where so large a part of it fits worse than this share of its best. */
const worsePart = 0.25
const worseShare = 0.6
const shortest = 6
/** How much more of the picture has to move at least, as a change of scale, for it to be a zoom. */
const leastZoom = 0.02
/** Frames to either side of one from whose looks its map is told. */
const near = 12

/** The track of a picture that is moved over, where another track lost it; null where it did not, or where nothing is moved. */
export function movedOver(track: Track, film: Levels): Track | null {
  const { pairing, raw, maps, best, from, to } = track
  if (to - from < shortest) return null
  const margins = Float32Array.from(
    track.costs,
    (costs, n) => costs[(best[n] as number) - (track.low[n] as number)] as number,
  )
  const least = Math.min(...margins)
  if (margins.filter(each => each > worseShare * least).length < worsePart * margins.length) return null
  const n = margins.indexOf(least)
  const at = best[n] as number
  const here = pairing.with(maps[n] as Affine)
  const usual = frameForFrame(film, pairing.raw)
  const [begins = 0, ends = 0] = pairing.raw.pictures.times.subarray(at, at + 2)
  // Which part of a frame's duration the film's frame falls into decides what a conversion of rates shows.
  const places = (usual === null ? [0.5] : [0.17, 0.5, 0.83]).flatMap(part =>
    [...new Set([1, usual ?? 1])].map(rate => {
      const seconds = begins + part * (ends - begins)
      return { pairing: here, raw, rate, start: seconds - rate * (film.pictures.times[from + n] as number) }
    }),
  )
  const fitOf = (knots: readonly Knot[]) => knots.reduce((sum, { margin }) => sum + margin, 0)
  const found = places
    .map(({ rate, ...place }) => ({ rate, knots: followed({ rate, ...place }, from + n, film) }))
    .sort((one, two) => fitOf(one.knots) - fitOf(two.knots))
  const { rate, knots } = found[0] as (typeof found)[number]
  const [first, last] = [knots[0], knots.at(-1)]
  if (!first || !last || last.frame - first.frame < shortest) return null
  if (Math.abs(Math.log(areaScale(first.map) / areaScale(last.map))) / 2 < leastZoom) return null
  const perFrame = (rate * film.frameSeconds) / pairing.raw.frameSeconds
  const limits = {
    from: Math.max(0, first.frame - stride),
    to: Math.min(film.count, last.frame + stride + 1),
  }
  return trackFrom(here, raw, from + n, at, perFrame, limits, smoothly(knots))
}

/** Looks along a line, in the order of the film, each starting where the last ones say that the map has gone to. */
function followed(place: Place, filmFrame: number, film: Levels): readonly Knot[] {
  const { pairing } = place
  const here = knotAt(place, filmFrame, pairing.map, 0)
  if (!here) return []
  const squeezed = squeezedBy(pairing)
  const walk = (direction: 1 | -1) => {
    const knots = [here]
    let missed = 0
    for (let n = 1; n * stride <= farthest && missed <= mostMissed; n++) {
      const frame = filmFrame + direction * n * stride
      if (frame < 0 || frame >= film.count) break
      const next = knotAt(place, frame, goneOn(knots, frame), 0)
      const isSame = next && next.margin < keptShare * here.margin && !isSlanted(next.map, squeezed)
      missed = isSame ? 0 : missed + 1
      if (isSame) knots.push(next)
    }
    return knots.slice(1)
  }
  return [...walk(-1).reverse(), here, ...walk(1)]
}

/** A straight line through the looks near each frame: zooms are even in the size of the picture or of what is cut out of it, or begin and end softly. */
function smoothly(knots: readonly Knot[]): MapAt {
  const known = new Map<number, Affine>()
  return frame => {
    const kept = known.get(frame)
    if (kept) return kept
    const [first, last] = [knots[0] as Knot, knots.at(-1) as Knot]
    const middle = Math.max(first.frame, Math.min(last.frame, frame))
    const around = knots.filter(each => Math.abs(each.frame - middle) <= near)
    const map = inverse(lineAt(withoutStray(around), frame))
    known.set(frame, map)
    return map
  }
}

/** Without the looks that are far from where the line through the others is. */
function withoutStray(knots: readonly Knot[]): readonly Knot[] {
  if (knots.length < 5) return knots
  const off = knots.map(knot => {
    const others = lineAt(
      knots.filter(each => each !== knot),
      knot.frame,
    )
    return Math.abs(others[2] - knot.back[2]) + Math.abs(others[5] - knot.back[5])
  })
  const usual = off.toSorted((a, b) => a - b)[off.length >> 1] as number
  return knots.filter((_, n) => (off[n] as number) <= 2.5 * usual + 0.5)
}

/** Least squares through each of the six numbers of the maps back, told at a frame. */
function lineAt(knots: readonly Knot[], frame: number): Affine {
  const mean = knots.reduce((sum, each) => sum + each.frame, 0) / knots.length
  const spread = knots.reduce((sum, each) => sum + (each.frame - mean) ** 2, 0)
  return ([0, 1, 2, 3, 4, 5] as const).map(n => {
    const level = knots.reduce((sum, { back }) => sum + back[n], 0) / knots.length
    const slope =
      spread > 0 ? knots.reduce((sum, each) => sum + (each.frame - mean) * each.back[n], 0) / spread : 0
    return level + slope * (frame - mean)
  }) as unknown as Affine
}
