/** The smooth way that an edit moves a picture over a shot, through maps that were measured at some of its frames. */
import { type Affine, inverse } from './affine.ts'
import type { Levels } from './pictures.ts'
import { ranked } from './ranked.ts'
import type { Knot } from './rigid.ts'
import type { MapAt } from './track.ts'

const leastKnots = 4
const mostKnots = 0.75
/** Share of what the simplest way misses by that another one may miss, to be taken instead. */
const clearlyNearer = 0.75
/** Pixels of the recording's detail picture: nearer than this no way is better than another. */
const nearEnough = 0.4
const rounds = 4
const farOff = 4

/** How far a move is from its beginning, 0 to 1, at a frame; and what it is told by. */
type Course = (frame: number) => number

export interface SmoothWay {
  readonly mapAt: MapAt
  /** What three quarters of the knots miss it by at most, in pixels of the recording. */
  readonly miss: number
}

interface Way {
  readonly at: (frame: number) => Affine
  /** What knots miss it by, in pixels of the recording, in the mean and those far off counted as not so far. */
  readonly miss: number
}

/**
 * A map from film to recording goes straight from one to another: evenly, evenly by the logarithm of its scale, softly at its ends, or only over a
 * part of the shot. The simplest that comes near what was measured; null where too little was. `isRough` looks for beginnings and ends of it to a tenth of the shot.
 */
export function smoothWay(knots: readonly Knot[], raw: Levels, isRough = false): SmoothWay | null {
  if (knots.length < leastKnots) return null
  const [first, last] = [(knots[0] as Knot).frame, (knots.at(-1) as Knot).frame]
  const length = last - first
  if (length < 1) return null
  const corners = cornersIn(raw)
  const straight: Course = frame => (frame - first) / length
  let best = wayAlong(knots, () => 0, corners)
  const take = (way: Way) => {
    if (way.miss < clearlyNearer * best.miss && best.miss > nearEnough) best = way
  }
  const line = wayAlong(knots, straight, corners)
  take(line)
  const ratio = scaleOf(line.at(last)) / scaleOf(line.at(first))
  // A straight line through a bent one ends too soon.
  if (Math.abs(Math.log(ratio)) > leastRatio)
    for (const power of [1, 1.05, 1.1, 1.2, 1.3]) {
      const whole = ratio ** power
      take(wayAlong(knots, frame => (1 - whole ** straight(frame)) / (1 - whole), corners))
    }
  for (const shape of isRough ? shapes.slice(0, 2) : shapes) {
    if (best.miss <= nearEnough) break
    take(bestWithin(knots, shape, straight, corners, isRough ? roughSteps : fineSteps))
  }
  const off = knots.map(({ frame, back }) => apart(back, best.at(frame), corners)).sort((a, b) => a - b)
  return { mapAt: frame => inverse(best.at(frame)), miss: off[Math.floor(mostKnots * off.length)] as number }
}

const leastRatio = 0.05

/** How a move goes between its beginning and its end: as editing programs offer it. */
const shapes: readonly ((x: number) => number)[] = [
  x => x * x * (3 - 2 * x),
  x => x,
  x => 1 - (1 - x) ** 2,
  x => x * x,
  x => (x < 0.5 ? 4 * x ** 3 : 1 - 4 * (1 - x) ** 3),
]

/** The beginning and the end of a move, as shares of the shot, that fit best: looked for coarsely and then more finely. */
function bestWithin(
  knots: readonly Knot[],
  shape: (x: number) => number,
  straight: Course,
  corners: readonly Corner[],
  steps: readonly number[],
): Way {
  const wayOf = (from: number, to: number) =>
    wayAlong(knots, frame => shape(Math.max(0, Math.min(1, (straight(frame) - from) / (to - from)))), corners)
  let [from, to] = [0, 1]
  let best = wayOf(from, to)
  for (const step of steps)
    for (let isBetter = true; isBetter; ) {
      isBetter = false
      for (const [a, b] of [
        [-step, 0],
        [step, 0],
        [0, -step],
        [0, step],
      ] as const) {
        const [one, two] = [from + a, to + b]
        if (one < -0.3 || two > 1.3 || two - one < leastLength) continue
        const way = wayOf(one, two)
        if (way.miss >= best.miss - 1e-4) continue
        best = way
        from = one
        to = two
        isBetter = true
      }
    }
  return best
}

const leastLength = 0.15
/** Shares of the shot. */
const roughSteps = [0.2, 0.1]
const fineSteps = [0.2, 0.1, 0.05, 0.025]

const scaleOf = ([a, b, , d, e]: Affine) => Math.sqrt(Math.abs(a * e - b * d))

type Corner = readonly [x: number, y: number]

/** Where a map is held against another: about the corners of what a film shows. */
function cornersIn({ pictures: { width, height } }: Levels): readonly Corner[] {
  return [
    [0.1 * width, 0.1 * height],
    [0.9 * width, 0.9 * height],
  ]
}

/** Least squares from one map to another along a course; what misses most counts least. */
function wayAlong(knots: readonly Knot[], course: Course, corners: readonly Corner[]): Way {
  const count = knots.length
  const shares = Float64Array.from(knots, ({ frame }) => course(frame))
  const weights = new Float64Array(count).fill(1)
  const off = new Float64Array(count)
  const [values, slopes] = [new Float64Array(6), new Float64Array(6)]
  let miss = 0
  for (let round = 0; round < rounds; round++) {
    fitLine(knots, shares, weights, values, slopes)
    miss = 0
    for (let k = 0; k < count; k++) {
      off[k] = apart((knots[k] as Knot).back, along(values, slopes, shares[k] as number), corners)
      miss += Math.min(off[k] as number, farOff) / count
    }
    const scale = Math.max(0.3, 1.5 * ranked(off, count, Math.floor(0.6 * count)))
    for (let k = 0; k < count; k++) weights[k] = 1 / (1 + ((off[k] as number) / scale) ** 2) ** 2
  }
  return { at: frame => along(values, slopes, course(frame)), miss }
}

/** Writes the straight line of each of a map's six numbers over the shares: what it is at 0, and how much more at 1. */
function fitLine(
  knots: readonly Knot[],
  shares: Float64Array,
  weights: Float64Array,
  values: Float64Array,
  slopes: Float64Array,
): void {
  let [sum, sx, sxx] = [0, 0, 0]
  for (let k = 0; k < shares.length; k++) {
    const x = shares[k] as number
    const weight = weights[k] as number
    sum += weight
    sx += weight * x
    sxx += weight * x * x
  }
  const spread = sum * sxx - sx * sx
  for (let n = 0; n < 6; n++) {
    let [sy, sxy] = [0, 0]
    for (let k = 0; k < shares.length; k++) {
      const part = (weights[k] as number) * ((knots[k] as Knot).back[n] as number)
      sy += part
      sxy += part * (shares[k] as number)
    }
    const slope = spread > 1e-9 * sum * sum ? (sum * sxy - sx * sy) / spread : 0
    slopes[n] = slope
    values[n] = (sy - slope * sx) / sum
  }
}

function along(values: Float64Array, slopes: Float64Array, share: number): Affine {
  const at = (n: number) => (values[n] as number) + (slopes[n] as number) * share
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}

function apart(one: Affine, two: Affine, corners: readonly Corner[]): number {
  let most = 0
  for (let n = 0; n < corners.length; n++) {
    const [x, y] = corners[n] as Corner
    const across = (one[0] - two[0]) * x + (one[1] - two[1]) * y + one[2] - two[2]
    const down = (one[3] - two[3]) * x + (one[4] - two[4]) * y + one[5] - two[5]
    most = Math.max(most, Math.sqrt(across * across + down * down))
  }
  return most
}
