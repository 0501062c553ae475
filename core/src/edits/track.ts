import { type Affine, composed, inverse } from './affine.ts'
import { type FilmView, fitOf, floorOf, judged, restsOf } from './compare.ts'
import { marginOf, type Pairing } from './pairing.ts'
import type { Light } from './picture-kernels.ts'

/** Where a film was seen to show a recording, frame by frame, with what every neighbouring frame would have cost. */
export interface Track {
  readonly raw: number
  readonly pairing: Pairing
  /** Film frames [from, to). */
  readonly from: number
  readonly to: number
  /** Of film frame from + n: the frame of the recording that fits best, and the costs of the frames from `low[n]` on. */
  readonly best: Int32Array
  readonly low: Int32Array
  /** Hundred times the cost of a block, see `marginOf`: below 0 better than "from nowhere". */
  readonly costs: readonly Float32Array[]
  /** What coding leaves in a block of each frame, not counted in its costs. */
  readonly floors: Float32Array
  readonly maps: readonly Affine[]
  readonly gains: Float32Array
  readonly lifts: Float32Array
  readonly explained: Float32Array
  /** 1 where its frame fits clearly better than both of its neighbours. */
  readonly isSure: Uint8Array
  /** How often the map had to be measured anew. */
  readonly moves: number
  /** Speed and map were found over a whole stretch, and held to. */
  readonly isRigid: boolean
  /** Where it is known already which line over which frames of the film it follows. */
  readonly line: {
    readonly start: number
    readonly rate: number
    readonly from: number
    readonly to: number
  } | null
}

/** What it would cost that a frame of the film shows a frame of the recording: measured when first asked for. */
export class Evidence {
  readonly #track: Track
  readonly #weight: number
  readonly #blends = new Map<number, Map<number, number>>()
  readonly #more = new Map<number, Map<number, number>>()

  constructor(track: Track, weight = track.pairing.coverage) {
    this.#track = track
    this.#weight = weight
  }

  /** In the track's units, weighed by how much of the film's frame the recording covers unless told otherwise. */
  at(filmFrame: number, rawFrame: number): number {
    const { costs, low, from } = this.#track
    const n = filmFrame - from
    const known = costs[n]?.[rawFrame - (low[n] as number)]
    if (known !== undefined) return known * this.#weight
    const more = this.#more.get(filmFrame) ?? new Map<number, number>()
    const measured = more.get(rawFrame) ?? this.#measured(filmFrame, rawFrame)
    this.#more.set(filmFrame, more.set(rawFrame, measured))
    return measured * this.#weight
  }

  /**
   * The same for a place between two frames of the recording: the frame itself, or the two mixed as slow motion does that
   * blends. `part` says how far it is to the next frame, 0 to 1.
   */
  between(filmFrame: number, rawFrame: number, part: number): number {
    const plain = this.at(filmFrame, rawFrame)
    const quarters = Math.round(part * 4)
    if (quarters === 0 || rawFrame + 1 >= this.#track.pairing.raw.count) return plain
    if (quarters === 4) return Math.min(plain, this.at(filmFrame, rawFrame + 1))
    // A mixture is like the frames it is made of: where they fit clearly worse than another frame does, it is none.
    if (plain > this.#leastAt(filmFrame) + mixedReach) return plain
    const key = filmFrame * 4 + quarters
    const more = this.#blends.get(rawFrame) ?? new Map<number, number>()
    const mixed = more.get(key) ?? this.#mixed(filmFrame, rawFrame, quarters / 4)
    this.#blends.set(rawFrame, more.set(key, mixed))
    return Math.min(plain, mixed * this.#weight)
  }

  #leastAt(filmFrame: number): number {
    const { costs, low, best, from } = this.#track
    const n = filmFrame - from
    return (costs[n]?.[(best[n] as number) - (low[n] as number)] ?? 0) * this.#weight
  }

  #mixed(filmFrame: number, rawFrame: number, part: number): number {
    const here = this.#pairingAt(filmFrame)
    if (!here) return 0
    const { raw, rawLevel } = here
    const view = here.view(filmFrame)
    return this.#judged(filmFrame, view, raw.mixed(rawFrame, rawLevel, part))
  }

  #measured(filmFrame: number, rawFrame: number): number {
    const here = this.#pairingAt(filmFrame)
    if (!here) return 0
    const view = here.view(filmFrame)
    return this.#judged(filmFrame, view, here.raw.at(rawFrame, here.rawLevel))
  }

  #judged(filmFrame: number, view: FilmView, raw: Uint8Array): number {
    const floor = this.#track.floors[filmFrame - this.#track.from] ?? 0
    return 100 * marginOf(view, fitOf(view, raw, null, floor))
  }

  #pairingAt(filmFrame: number): Pairing | null {
    const { maps, from, to, pairing } = this.#track
    if (filmFrame < from - beyondTrack || filmFrame >= to + beyondTrack) return null
    const map = maps[Math.max(0, Math.min(maps.length - 1, filmFrame - from))]
    if (!map) return null
    return map === pairing.map ? pairing : pairing.with(map)
  }
}

/** In the units of a track's costs: by how much worse than the best frame one of a mixture may fit. */
const mixedReach = 25

/** Frames before and after a track for which its lines are weighed: its ends are where it was lost, and a frame or two may be right. */
export const beyondTrack = 4

/** Margins by which a frame is still taken for the recording's. */
const lastGood = -0.18
const before = 3
const after = 8

interface Step {
  readonly best: number
  readonly low: number
  readonly costs: Float32Array
  readonly floor: number
  readonly map: Affine
  readonly gain: number
  readonly lift: number
  readonly explained: number
  readonly isSure: boolean
  readonly isMoved: boolean
}

/** A map that is known for every frame beforehand. */
export type MapAt = (frame: number) => Affine

/** How well tracks of whole pictures fit where they are sure of their frame: the least cost for each frame of the film. */
export class SureCosts {
  readonly #least: Float32Array

  constructor(frames: number) {
    this.#least = new Float32Array(frames).fill(Number.POSITIVE_INFINITY)
  }

  add({ pairing, from, costs, best, low, isSure, explained }: Track): void {
    if (pairing.coverage < wholeCoverage) return
    for (const [n, each] of costs.entries()) {
      if (!isSure[n] || (explained[n] as number) < mostlyExplained) continue
      const cost = each[(best[n] as number) - (low[n] as number)] as number
      this.#least[from + n] = Math.min(cost, this.#least[from + n] as number)
    }
  }

  isFoundAt(frame: number): boolean {
    return Number.isFinite(this.#least[frame] as number)
  }

  /** Whether a track is sure of nearly all frames of a stretch. */
  areFoundOver({ from, to }: { readonly from: number; readonly to: number }): boolean {
    let found = 0
    for (let frame = from; frame < to; frame++) if (this.isFoundAt(frame)) found++
    return found > foundShare * (to - from)
  }

  /** Whether a cost is clearly more than what was surely found at a frame. */
  isBeaten(frame: number, cost: number): boolean {
    return cost > (this.#least[frame] as number) + surely
  }
}

const wholeCoverage = 0.85
/** At a wrong time what moves before a standing ground is not explained. */
const mostlyExplained = 0.8
const foundShare = 0.7
/** Frames in a row that another track surely explains better before one is followed no further. */
const mostBeaten = 16

/** Follows a film from a frame at which it shows a frame of a recording, both ways, until it no longer does. */
export function trackFrom(
  start: Pairing,
  raw: number,
  filmFrame: number,
  rawFrame: number,
  rate: number,
  limits: { readonly from: number; readonly to: number },
  mapAt: MapAt | null = null,
  others: SureCosts | null = null,
): Track | null {
  const here = stepAt(start, filmFrame, rawFrame, 0, [before, after], null)
  if (here === null) return null
  const forward = walk(start, filmFrame, here, rate, 1, limits.to, mapAt, others)
  const backward = walk(start, filmFrame, here, -rate, -1, limits.from, mapAt, others)
  const steps = [...backward.reverse(), here, ...forward]
  return {
    raw,
    pairing: start,
    from: filmFrame - backward.length,
    to: filmFrame + 1 + forward.length,
    best: Int32Array.from(steps, each => each.best),
    low: Int32Array.from(steps, each => each.low),
    costs: steps.map(each => each.costs),
    floors: Float32Array.from(steps, each => each.floor),
    maps: steps.map(each => each.map),
    gains: Float32Array.from(steps, each => each.gain),
    lifts: Float32Array.from(steps, each => each.lift),
    explained: Float32Array.from(steps, each => each.explained),
    isSure: Uint8Array.from(steps, each => (each.isSure ? 1 : 0)),
    moves: steps.filter(each => each.isMoved).length,
    isRigid: mapAt !== null,
    line: null,
  }
}

function walk(
  start: Pairing,
  filmFrame: number,
  first: Step,
  rate: number,
  direction: 1 | -1,
  limit: number,
  mapAt: MapAt | null,
  others: SureCosts | null,
): Step[] {
  const steps: Step[] = []
  let pairing = start
  let missed = 0
  let beaten = 0
  let movedAt = filmFrame * direction - 8
  let usual = marginIn(first)
  let worse: readonly number[] = []
  let drift: Affine | null = null
  let movedFrom = start.map
  let movedFromFrame = filmFrame
  let place: number = first.best
  const recent: number[] = []
  let speed = rate
  for (
    let frame = filmFrame + direction;
    direction > 0 ? frame < limit : frame >= limit;
    frame += direction
  ) {
    const predicted = place + speed
    const isBackwards = speed * direction < -0.5
    const isAhead = direction > 0 !== isBackwards
    if (mapAt) pairing = pairing.with(mapAt(frame))
    else if (drift) pairing = pairing.with(composed(drift, pairing.map))
    let step = stepAt(
      pairing,
      frame,
      Math.round(predicted),
      3,
      isAhead ? [before, after] : [after, before],
      usual,
    )
    if (step === null) break
    let margin = marginIn(step)
    const sinceMoved = frame * direction - movedAt
    // A picture that is slowly zoomed into drifts away from a map that stands still.
    if (!mapAt && sinceMoved > 2 && Math.min(margin, ...worse) > usual + 0.1 && margin < 0.5 * usual) {
      const found = pairing.aligned(frame, step.best, 3)
      if (found.margin < margin - 0.06 && isSmallMove(pairing, found.map, sinceMoved)) {
        const moved = pairing.with(found.map)
        const again = stepAt(moved, frame, step.best, 3, [before, after], null)
        if (again && marginIn(again) < margin - 0.04) {
          drift = driftOf(movedFrom, found.map, Math.abs(frame - movedFromFrame))
          movedFrom = found.map
          movedFromFrame = frame
          pairing = moved
          step = { ...again, isMoved: true }
          margin = marginIn(again)
          movedAt = frame * direction
        }
      }
    }
    missed = margin > lastGood ? missed + 1 : 0
    steps.push(step)
    if (missed > 3) break
    beaten = others?.isBeaten(frame, 100 * margin) ? beaten + 1 : 0
    if (beaten > mostBeaten) break
    worse = [...worse.slice(-2), margin]
    usual = 0.9 * usual + 0.1 * margin
    const moved = step.best - place
    place = Math.abs(step.best - predicted) < 0.75 ? predicted : step.best
    if (missed === 0) {
      recent.push(moved)
      if (recent.length > 24) recent.shift()
      if (recent.length >= 6) speed = steady(recent)
    }
  }
  return missed > 0 ? steps.slice(0, steps.length - Math.min(missed, steps.length)) : steps
}

/** How a zoom moves the picture in one frame, from two measurements; null for what is no zoom: a shift alone may be a wrong frame of a moving camera. */
function driftOf(from: Affine, to: Affine, frames: number): Affine | null {
  const whole = composed(to, inverse(from))
  if (
    frames < 1 ||
    Math.abs(whole[0] - 1) / frames < leastZoom ||
    Math.sign(whole[0] - 1) !== Math.sign(whole[4] - 1)
  )
    return null
  return whole.map((value, n) =>
    n === 0 || n === 4 ? 1 + (value - 1) / frames : value / frames,
  ) as unknown as Affine
}

/** Scale in one frame: 5 % in four seconds. */
const leastZoom = 0.0004

/** Less than a slow zoom moves a picture in so many frames: 1 % and a pixel of the detail picture for each. */
function isSmallMove({ map, box }: Pairing, next: Affine, frames: number): boolean {
  const few = Math.min(frames, 6)
  const back = composed(next, inverse(map))
  if (Math.abs(back[0] - 1) > 0.012 * few || Math.abs(back[4] - 1) > 0.012 * few) return false
  const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2]
  const shift = Math.hypot(back[0] * x + back[1] * y + back[2] - x, back[3] * x + back[4] * y + back[5] - y)
  return shift < 1 + 0.8 * few
}

/** The mean of the moves without the largest and the smallest: a jump is no speed. */
function steady(moves: readonly number[]): number {
  const sorted = moves.toSorted((a, b) => a - b).slice(1, -1)
  return sorted.reduce((sum, each) => sum + each, 0) / sorted.length
}

const marginIn = (step: Step) => (step.costs[step.best - step.low] as number) / 100

/** What is left of each block, for one frame after another: written anew for every step. */
const restsAt: Float32Array[] = []

/** Where both neighbours of a frame fit worse by so much, and it fits as well as frames before did, no other is looked at. */
const surely = 12

/**
 * Costs of the frames around a predicted one; another is taken only where it is clearly better than the predicted. `usual` is the margin that
 * frames before had, null where none is known.
 */
function stepAt(
  pairing: Pairing,
  frame: number,
  predicted: number,
  inertia: number,
  [less, more]: readonly [number, number],
  usual: number | null,
): Step | null {
  const count = pairing.raw.count
  const middle = Math.max(0, Math.min(count - 1, predicted))
  const low = Math.max(0, middle - less)
  const high = Math.min(count - 1, middle + more)
  const view = pairing.view(frame)
  if (view.blocks.length < 6) return null
  const frames = high - low + 1
  while (restsAt.length < frames) restsAt.push(new Float32Array(4096))
  const lights: Light[] = []
  const look = (at: number) => {
    const n = at - low
    lights[n] = restsOf(view, pairing.raw.at(at, pairing.rawLevel), restsAt[n] as Float32Array)
  }
  const stepOf = (from: number, to: number, inertia: number): Step => {
    let least = Number.POSITIVE_INFINITY
    for (let at = from; at <= to; at++) least = Math.min(least, (lights[at - low] as Light).usual)
    const floor = floorOf(least)
    const fits = restsAt.slice(from - low, to + 1 - low).map(rest => judged(view, rest, floor))
    const costs = Float32Array.from(fits, ({ cost }) => (100 * (cost - view.noneCost)) / view.blocks.length)
    let best = from
    for (let at = from; at <= to; at++)
      if ((costs[at - from] as number) < (costs[best - from] as number)) best = at
    if ((costs[best - from] as number) > (costs[middle - from] as number) - inertia) best = middle
    const { gain, lift } = lights[best - low] as Light
    const { explained } = fits[best - from] as (typeof fits)[number]
    const own = { best, low: from, costs, floor, map: pairing.map, gain, lift, explained }
    return { ...own, isSure: false, isMoved: false }
  }
  const isBetween = usual !== null && middle > low && middle < high
  if (isBetween) {
    for (const at of [middle - 1, middle, middle + 1]) look(at)
    const near = stepOf(middle - 1, middle + 1, 0)
    const [one = 0, here = 0, two = 0] = near.costs
    if (Math.min(one, two) > here + surely && here < 100 * usual + surely) return { ...near, isSure: true }
  }
  for (let at = low; at <= high; at++) if (!isBetween || Math.abs(at - middle) > 1) look(at)
  return stepOf(low, high, inertia)
}
