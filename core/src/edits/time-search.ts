/**
 * When a camera that stands still showed what a stretch of film shows: everything but what moves looks alike at all times, so that one frame
 * tells little and many frames together have to tell.
 */
import { floorOf, judged, restsOf } from './compare.ts'
import { marginOf, type Pairing } from './pairing.ts'
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

/** The likeliest times and speeds of a recording for a stretch of film, the best first. */
export function timesOf(pairingAt: PairingAt, from: number, to: number): readonly Timed[] {
  const { film, raw } = pairingAt(from)
  const samples = Array.from(
    { length: Math.max(1, Math.min(mostSamples, Math.floor((to - from) / sampleStride))) },
    (_, n, count = Math.max(1, Math.min(mostSamples, Math.floor((to - from) / sampleStride)))) =>
      from + Math.floor(((n + 0.5) * (to - from)) / count),
  )
  const seconds = raw.count * raw.frameSeconds
  const step = Math.max(1, Math.round(Math.max(1 / timesPerSecond, seconds / mostTimes) / raw.frameSeconds))
  const grid = Int32Array.from({ length: Math.ceil(raw.count / step) }, (_, n) =>
    Math.min(raw.count - 1, n * step + (step >> 1)),
  )
  const known = samples.map(() => new Map<number, number>())
  const floors = samples.map(() => Number.NaN)
  const costAt = (n: number, rawFrame: number) => {
    const here = known[n] as Map<number, number>
    const cost = here.get(rawFrame)
    if (cost !== undefined) return cost
    const frame = samples[n] as number
    // A zoom is looked at in other sizes at its end than at its beginning.
    const pairing = pairingAt(frame)
    const view = pairing.view(frame)
    const rests = scratch
    const { usual } = restsOf(view, raw.at(rawFrame, pairing.rawLevel), rests)
    if (Number.isNaN(floors[n] as number)) floors[n] = floorOf(usual)
    const found =
      (100 * (judged(view, rests, floors[n] as number).cost - view.noneCost)) /
      Math.max(1, view.blocks.length)
    here.set(rawFrame, found)
    return found
  }
  const { times } = raw.pictures
  const [first, last] = [times[0] as number, times[raw.count] as number]
  const filmTimes = samples.map(frame => film.pictures.times[frame] as number)
  const sumAlong = (start: number, rate: number, frameAt: (seconds: number) => number) => {
    let sum = Math.abs(rate - 1) < 1e-6 ? 0 : unusual
    for (let n = 0; n < samples.length; n++) {
      const time = start + rate * (filmTimes[n] as number)
      // Beyond the ends there is nothing to show.
      if (time < first - 0.05 || time > last + 0.05) return Number.POSITIVE_INFINITY
      sum += costAt(n, frameAt(time))
    }
    return sum
  }
  const onGrid = (time: number) =>
    grid[Math.max(0, Math.min(grid.length - 1, Math.floor(raw.frameAt(time) / step)))] as number
  const middle = filmTimes[filmTimes.length >> 1] as number
  const coarse: Timed[] = []
  const frames = frameForFrame(film, raw)
  for (const rate of frames === null ? triedRates : [...triedRates, frames])
    for (const frame of grid) {
      const start = (times[frame] as number) - rate * middle
      const cost = sumAlong(start, rate, onGrid)
      if (Number.isFinite(cost)) coarse.push({ start, rate, cost })
    }
  const apart = (one: Timed, two: Timed) =>
    Math.abs(one.rate - two.rate) > 0.01 ||
    Math.abs(one.start + one.rate * middle - two.start - two.rate * middle) > 2.5 * step * raw.frameSeconds
  const kept: Timed[] = []
  for (const each of coarse.sort((one, two) => one.cost - two.cost)) {
    if (kept.length >= 2 * mostFound) break
    if (kept.every(other => apart(each, other))) kept.push(each)
  }
  return kept
    .map(each => {
      let best: Timed = { ...each, cost: Number.POSITIVE_INFINITY }
      for (let move = -step; move <= step; move++) {
        const start = each.start + move * raw.frameSeconds
        const cost = sumAlong(start, each.rate, time => raw.frameAt(time))
        if (cost < best.cost) best = { ...each, start, cost }
      }
      return best
    })
    .sort((one, two) => one.cost - two.cost)
    .slice(0, mostFound)
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
