/** Where nothing moves, what coding left in the recording tells its frames apart, as far as the film's own coding left that. */
import { atLevels, inverse, mappedBox } from './affine.ts'
import { type FilmView, fitOf, viewOf } from './compare.ts'
import { isChanged } from './held.ts'
import { partOf } from './lines.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const samples = 12
/** Half the detail: coding and scaling blur, and what is blurred would fit the blurred frames of a recording best. */
const level = 1
/** Neighbouring pixels and frames err alike after coding: so many count as one. */
const alike = 8
/** Natural logarithms: a likelihood of e to this in favour of one place is an answer. */
const telling = 30
const farthestSeconds = 3

interface Place {
  readonly start: number
  readonly rate: number
}

/** A run whose place is open is looked up once more, at full detail, over the whole recording; what is left open stays a range. */
export function finelyPlaced(segment: Segment, film: Levels, raw: Levels, coarse: Int32Array): Segment {
  const [earlier, later] = segment.slack
  if (segment.maps.length !== 1) return segment
  if (isHeldByCoding(segment, film, raw)) return asPlayed(segment, film, raw)
  if (later - earlier < 2) return segment
  const look = new FineLook(segment, film, raw)
  const { line } = segment
  const own: Place = { start: line.start, rate: line.rate }
  let best = own
  let least = look.costOf(own) + unusual(line.rate)
  const middle = look.middleTime
  for (const rate of new Set([line.rate, 1]))
    for (const frame of coarse) {
      const tried = { rate, start: (raw.pictures.times[frame] as number) - rate * middle }
      const cost = look.costOf(tried) + unusual(rate)
      if (cost < least) [least, best] = [cost, tried]
    }
  const step = Math.max(1, (coarse[1] ?? 1) - (coarse[0] ?? 0))
  const around = best
  least -= unusual(best.rate)
  for (let move = -step; move <= step; move++) {
    const tried = { rate: around.rate, start: around.start + move * raw.frameSeconds }
    const cost = look.costOf(tried)
    if (cost < least) [least, best] = [cost, tried]
  }
  const frames = Int32Array.from(segment.frames, (_, n) =>
    raw.frameAt(best.start + best.rate * (film.pictures.times[segment.from + n] as number)),
  )
  return { ...segment, line: { ...line, ...best }, frames, slack: reachOf(look, best, raw) }
}

/** Coding repeats a still picture as it is: what looks like a held frame may as well be a scene in which nothing moves, played. */
function isHeldByCoding(
  { line, frames, from, to, maps, track }: Segment,
  film: Levels,
  raw: Levels,
): boolean {
  if (Math.abs(line.rate) > 0.04) return false
  const first = frames[0] as number
  const seconds = (film.pictures.times[to] as number) - (film.pictures.times[from] as number)
  const last = raw.frameAt((raw.pictures.times[first] as number) + seconds)
  const middle = (first + last) >> 1
  const shown = mappedBox(inverse(maps[0] ?? track.pairing.map), track.pairing.box)
  return [middle, last].every(frame => !isChanged(raw, first, frame, shown))
}

function asPlayed(segment: Segment, film: Levels, raw: Levels): Segment {
  const time = film.pictures.times[segment.from] as number
  const line = {
    ...segment.line,
    rate: 1,
    start: (raw.pictures.times[segment.frames[0] as number] as number) + raw.frameSeconds / 4 - time,
  }
  const frames = Int32Array.from(segment.frames, (_, n) =>
    raw.frameAt(line.start + (film.pictures.times[segment.from + n] as number)),
  )
  const look = new FineLook(segment, film, raw)
  const [earlier, later] = segment.slack
  const reach = reachOf(look, line, raw)
  return { ...segment, line, frames, slack: [Math.min(earlier, reach[0]), Math.max(later, reach[1])] }
}

function reachOf(look: FineLook, place: Place, raw: Levels): readonly [number, number] {
  const least = look.costOf(place)
  const most = Math.round(farthestSeconds / raw.frameSeconds)
  const along = (direction: 1 | -1) => {
    let move = 0
    while (
      move < most &&
      look.costOf({ rate: place.rate, start: place.start + direction * (move + 1) * raw.frameSeconds }) <
        least + telling
    )
      move++
    return direction * move
  }
  return [along(-1) || 0, along(1)]
}

/** In a still scene any speed fits: another than true speed has to be told. */
const unusual = (rate: number) => (Math.abs(rate - 1) < 1e-6 ? 0 : telling)

/** Squared differences of a few frames of a run from frames of a recording, each measured once. */
class FineLook {
  readonly #film: Levels
  readonly #raw: Levels
  readonly #frames: readonly number[]
  readonly #views: readonly FilmView[]
  readonly #known: Map<number, Float32Array>[]
  readonly #usual: Float32Array[] = []

  constructor({ from, to, maps, track, frames }: Segment, film: Levels, raw: Levels) {
    this.#film = film
    this.#raw = raw
    const count = Math.min(samples, to - from)
    this.#frames = Array.from(
      { length: count },
      (_, n) => from + Math.floor(((n + 0.5) * (to - from)) / count),
    )
    const { box, map } = track.pairing
    const s = 2 ** level
    const inside = [box[0] / s, box[1] / s, (box[0] + box[2]) / s, (box[1] + box[3]) / s] as const
    const filmGrid = { width: film.width(level), height: film.height(level) }
    const rawGrid = { width: raw.width(level), height: raw.height(level) }
    this.#views = this.#frames.map(frame =>
      viewOf(film.at(frame, level), filmGrid, rawGrid, atLevels(maps[0] ?? map, level, level), inside),
    )
    this.#known = this.#frames.map(() => new Map())
    for (const [n, frame] of this.#frames.entries())
      this.#usual.push(this.#restsAt(n, frames[frame - from] as number))
  }

  /** Seconds of the film's clock in the middle of the run. */
  get middleTime(): number {
    return this.#film.pictures.times[this.#frames[this.#frames.length >> 1] ?? 0] as number
  }

  /** Half the sum of squares over the variance, in natural logarithms of likelihood. */
  costOf({ start, rate }: Place): number {
    let sum = 0
    for (const [n, frame] of this.#frames.entries()) {
      const time = start + rate * (this.#film.pictures.times[frame] as number)
      const at = this.#raw.frameAt(time)
      // Beyond the recording's ends there is nothing to show.
      if (partOf(this.#raw, at, time) >= 1 || time < (this.#raw.pictures.times[0] as number) - 1e-6)
        return Number.POSITIVE_INFINITY
      const rests = this.#restsAt(n, at)
      const usual = this.#usual[n] ?? rests
      for (let block = 0; block < rests.length; block++) {
        const least = (usual[block] as number) + 0.5
        sum += Math.min(3, (rests[block] as number) / least) * 32
      }
    }
    return sum / alike
  }

  #restsAt(n: number, rawFrame: number): Float32Array {
    const known = this.#known[n] as Map<number, Float32Array>
    const found = known.get(rawFrame)
    if (found) return found
    const view = this.#views[n] as FilmView
    const rests = new Float32Array(view.blocks.length)
    fitOf(view, this.#raw.at(rawFrame, level), rests)
    known.set(rawFrame, rests)
    return rests
  }
}
