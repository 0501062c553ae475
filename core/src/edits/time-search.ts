/**
 * When a camera that stands still showed what a stretch of film shows: everything but what moves looks alike at all times, so that one frame
 * tells little and many frames together have to tell.
 */
import { type FilmView, floorOf, judged, restsOf } from './compare.ts'
import { marginOf, type Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { frameForFrame } from './rates.ts'

/** How a recording is laid on each frame of the film. */
export type PairingAt = (frame: number) => Pairing

export interface Timed {
  readonly start: number
  readonly rate: number
  readonly cost: number
}

/** Frames of the film that are held against the whole recording, and at how many of its frames at most. */
const mostSamples = 20
const sampleStride = 5
const mostTimes = 700
const timesPerSecond = 6
const triedRates = [1, 0.5, 0.25, 0.75, 2, 4, 1.5, 3, 8, -1, -0.5, -2, 0]
const mostFound = 3
/** What is left of each block: written anew for every frame. */
const scratch = new Float32Array(4096)
/** Costs are sums over frames of hundredths of a block: what another speed than the true one has to save. */
const unusual = 4
/** Of a line beyond the ends. */
const never = Number.POSITIVE_INFINITY

/** The likeliest times and speeds of a recording for a part of a stretch of film. */
export interface TimedPart extends Timed {
  readonly from: number
  readonly to: number
}

/** Frames looked at that a part of a stretch has, and by how much its own time has to fit it better than those of all of it. */
const partSamples = 5
const leastBetter = 2.5

/** The likeliest times and speeds of a recording for a stretch of film, the best first. */
export function timesOf(pairingAt: PairingAt, from: number, to: number): readonly Timed[] {
  return timesWithin(pairingAt, from, to).whole
}

/**
 * The same, and those of parts of it that are clearly likelier there: before a camera that stands still one shot may follow another and change no more than where somebody
 * walks.
 */
export function timesWithin(
  pairingAt: PairingAt,
  from: number,
  to: number,
): { readonly whole: readonly Timed[]; readonly parts: readonly TimedPart[] } {
  const { film, raw } = pairingAt(from)
  const samples = Array.from(
    { length: Math.max(1, Math.min(mostSamples, Math.floor((to - from) / sampleStride))) },
    (_, n, count = Math.max(1, Math.min(mostSamples, Math.floor((to - from) / sampleStride)))) =>
      from + Math.floor(((n + 0.5) * (to - from)) / count),
  )
  const costs = new TimeCosts(pairingAt, film, raw, samples)
  const { grid, step, filmTimes } = costs
  const { times } = raw.pictures
  const frames = frameForFrame(film, raw)
  const rates = frames === null ? triedRates : [...triedRates, frames]
  const likeliest = (first: number, end: number, most: number): readonly Timed[] => {
    const middle = filmTimes[(first + end) >> 1] as number
    const coarse: Timed[] = []
    for (const rate of rates)
      for (const frame of grid) {
        const start = (times[frame] as number) - rate * middle
        const cost = costs.along(start, rate, true, first, end)
        if (Number.isFinite(cost)) coarse.push({ start, rate, cost })
      }
    const apart = (one: Timed, two: Timed) =>
      Math.abs(one.rate - two.rate) > 0.01 ||
      Math.abs(one.start + one.rate * middle - two.start - two.rate * middle) > 2.5 * step * raw.frameSeconds
    const kept: Timed[] = []
    for (const each of coarse.sort((one, two) => one.cost - two.cost)) {
      if (kept.length >= most) break
      if (kept.every(other => apart(each, other))) kept.push(each)
    }
    return kept
  }
  const finely = (each: Timed, first: number, end: number): Timed => {
    let best: Timed = { ...each, cost: Number.POSITIVE_INFINITY }
    for (let move = -step; move <= step; move++) {
      const start = each.start + move * raw.frameSeconds
      const cost = costs.along(start, each.rate, false, first, end)
      if (cost < best.cost) best = { ...each, start, cost }
    }
    return best
  }
  const all = samples.length
  const whole = likeliest(0, all, 2 * mostFound)
    .map(each => finely(each, 0, all))
    .sort((one, two) => one.cost - two.cost)
    .slice(0, mostFound)
  const parts: TimedPart[] = []
  for (let first = 0; all >= 2 * partSamples && first + partSamples <= all; first += partSamples >> 1) {
    const end = first + partSamples
    const known = whole.map(({ start, rate }) => costs.along(start, rate, false, first, end))
    const least = Math.min(...known) - leastBetter
    const [best] = likeliest(first, end, 1)
    if (!best || best.cost >= least) continue
    const found = finely(best, first, end)
    const edge = (n: number) => from + Math.floor((n * (to - from)) / all)
    if (found.cost < least) parts.push({ ...found, from: edge(first), to: edge(end) })
  }
  return { whole, parts }
}

/** What frames of a film cost at times of a recording, measured once. Of a class, so that its loops are compiled once and not for each stretch of film. */
class TimeCosts {
  /** Frames of the recording that are tried first, so many apart. */
  readonly grid: Int32Array
  readonly step: number
  readonly filmTimes: readonly number[]
  readonly #pairingAt: PairingAt
  readonly #raw: Levels
  readonly #samples: readonly number[]
  /** Of each sample at each frame of the grid, and at those between. */
  readonly #known: readonly Float64Array[]
  readonly #between: readonly Map<number, number>[]
  readonly #views: ViewAt[] = []
  readonly #floors: number[]
  readonly #first: number
  readonly #last: number

  constructor(pairingAt: PairingAt, film: Levels, raw: Levels, samples: readonly number[]) {
    this.#pairingAt = pairingAt
    this.#raw = raw
    this.#samples = samples
    const seconds = raw.count * raw.frameSeconds
    const step = Math.max(1, Math.round(Math.max(1 / timesPerSecond, seconds / mostTimes) / raw.frameSeconds))
    this.step = step
    this.grid = Int32Array.from({ length: Math.ceil(raw.count / step) }, (_, n) =>
      Math.min(raw.count - 1, n * step + (step >> 1)),
    )
    this.filmTimes = samples.map(frame => film.pictures.times[frame] as number)
    this.#known = samples.map(() => new Float64Array(this.grid.length).fill(Number.NaN))
    this.#between = samples.map(() => new Map<number, number>())
    this.#floors = samples.map(() => Number.NaN)
    const { times } = raw.pictures
    this.#first = times[0] as number
    this.#last = times[raw.count] as number
  }

  /** Of samples [first, end) together, along a line; `isCoarse` by frames of the grid alone. */
  along(start: number, rate: number, isCoarse: boolean, first: number, end: number): number {
    const least = Math.abs(rate - 1) < 1e-6 ? 0 : unusual
    return isCoarse
      ? this.#roughly(start, rate, least, first, end)
      : this.#exactly(start, rate, least, first, end)
  }

  // Two loops: of one for both, what is compiled while it is walked by frames of the grid has to be compiled again.

  #roughly(start: number, rate: number, least: number, first: number, end: number): number {
    let sum = least
    for (let n = first; n < end; n++) {
      const time = start + rate * (this.filmTimes[n] as number)
      if (this.#isBeyond(time)) return never
      sum += this.#costAt(n, this.#placeOf(this.#raw.frameAt(time)))
    }
    return sum
  }

  #exactly(start: number, rate: number, least: number, first: number, end: number): number {
    let sum = least
    for (let n = first; n < end; n++) {
      const time = start + rate * (this.filmTimes[n] as number)
      if (this.#isBeyond(time)) return never
      sum += this.#costOf(n, this.#raw.frameAt(time))
    }
    return sum
  }

  /** Beyond the ends there is nothing to show. */
  #isBeyond(time: number): boolean {
    return time < this.#first - 0.05 || time > this.#last + 0.05
  }

  #placeOf(frame: number): number {
    return Math.max(0, Math.min(this.grid.length - 1, Math.floor(frame / this.step)))
  }

  #costAt(n: number, place: number): number {
    const here = this.#known[n] as Float64Array
    if (Number.isNaN(here[place] as number)) here[place] = this.#measured(n, this.grid[place] as number)
    return here[place] as number
  }

  #costOf(n: number, rawFrame: number): number {
    const place = this.#placeOf(rawFrame)
    if (this.grid[place] === rawFrame) return this.#costAt(n, place)
    const here = this.#between[n] as Map<number, number>
    const cost = here.get(rawFrame) ?? this.#measured(n, rawFrame)
    here.set(rawFrame, cost)
    return cost
  }

  #measured(n: number, rawFrame: number): number {
    this.#views[n] ??= viewAt(this.#pairingAt, this.#samples[n] as number)
    const { view, level } = this.#views[n]
    const { usual } = restsOf(view, this.#raw.at(rawFrame, level), scratch)
    if (Number.isNaN(this.#floors[n] as number)) this.#floors[n] = floorOf(usual)
    return (
      (100 * (judged(view, scratch, this.#floors[n] as number).cost - view.noneCost)) /
      Math.max(1, view.blocks.length)
    )
  }
}

interface ViewAt {
  readonly view: FilmView
  /** Of the recording's pictures. */
  readonly level: number
}

/** A zoom is looked at in other sizes at its end than at its beginning. */
function viewAt(pairingAt: PairingAt, frame: number): ViewAt {
  const pairing = pairingAt(frame)
  return { view: pairing.view(frame), level: pairing.rawLevel }
}

/** Shares of the margin by which another time may be worse, for a camera to be taken to stand still. */
const nearly = 0.35
const looks = 5

/** A recording, laid like this, fits a frame of the film about as well as `margin` says at most of its times. */
export function isStanding(pairing: Pairing, filmFrame: number, margin: number): boolean {
  if (margin > -0.15) return false
  const view = pairing.view(filmFrame)
  let alike = 0
  for (let n = 0; n < looks; n++) {
    const at = Math.floor(((n + 0.5) * pairing.raw.count) / looks)
    if (marginOf(view, pairing.fit(view, at)) < margin * (1 - nearly)) alike++
  }
  return alike >= looks - 1
}
