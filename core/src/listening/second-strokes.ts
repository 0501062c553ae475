import type { BlockLevels } from './block-levels.ts'
import { scored } from './impulse-score.ts'
import { decibels } from './level-features.ts'
import { secondLookWeights, secondWeights } from './second-weights.ts'
import type { HighPass, TailLoops } from './tail-loops.ts'
import { TailResidual } from './tail-residual.ts'

/** Looked at before an impulse and after it, in ms. */
export const secondMs = { before: 30, after: 264 } as const
/** Sooner a stroke is part of the impulse; later it is looked at as any other. */
const [nearestMs, farthestMs] = [30, 240] as const
/** Two jumps nearer than this are one. */
const apartMs = 12
/** A jump of one of the bands by so much within 3 ms is looked at, 4.5, 3 and 2.3 dB: lows swing by more than the rest, and what a tail does not foretell by less. */
const leastJump = [2.8, 2, 2, 2, 1.7] as const
const mostLooked = 6
/** Where the third and the fourth band begin; the first is the sound as it is, the second its edges, the fifth what its tail does not foretell. */
const highHz = [2500, 7000] as const
/** As much as rounding to 16 bits leaves. */
const quiet = 1e-9
/** Where what follows an impulse is no louder than this against what came before, nothing is hidden by it. */
const leastTail = 1.5

/** What looks less like one at first is scored only where it is an onset by itself. */
export const leastSecond = 0.25

/** How many numbers a stroke is looked at by: seven of each band, nine of how it departs from the tail, and three. */
export const secondSize = 7 * leastJump.length + 12

/** A further stroke under the tail of an impulse. */
export interface SecondStroke {
  /** The block among the levels in which it jumps. */
  readonly block: number
  /** How it rises, lasts and stands to the first in each band, and to what follows: what it is looked at by. */
  readonly measures: readonly number[]
}

/** How likely a stroke is another sound and no part of the first, 0 to 1, by how it stands in the tail: a small network, trained by `scripts/listening/train-score.ts`. */
export function secondLook(measures: readonly number[]): number {
  return scored(new Float64Array(measures), secondLookWeights)
}

/** The same in the end, where what the onset there scores `alone` is known too: neither bears out what the other sees in part. */
export function secondScore(measures: readonly number[], alone: number): number {
  return scored(Float64Array.from(secondInputs(measures, alone)), secondWeights)
}

/** What a stroke is scored by: its measures, and the odds of what scores `alone`, as their logarithm. */
export function secondInputs(measures: readonly number[], alone: number): readonly number[] {
  const sure = Math.max(surest, Math.min(1 - surest, alone))
  return [...measures, Math.log(sure / (1 - sure))]
}

/** No score counts for more odds than ten thousand to one. */
const surest = 1e-4

/**
 * Looks for further strokes under the tail of an impulse, which hides what they add to the level: in bands, since what is new is often higher than what
 * is left of the first.
 */
export class SecondStrokes {
  readonly #ms: number
  readonly #filters: readonly HighPass[]
  readonly #loops: TailLoops
  readonly #residual: TailResidual
  readonly #bands: readonly [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array]

  /** `ms` is the number of samples in a block. */
  constructor(rate: number, ms: number, loops: TailLoops) {
    this.#ms = ms
    this.#loops = loops
    this.#filters = highHz.map(hz => highPass(Math.min(hz, 0.3 * rate) / rate))
    const room = () => new Float32Array(secondMs.before + secondMs.after)
    this.#bands = [room(), room(), room(), room(), room()]
    this.#residual = new TailResidual(ms, loops)
  }

  /** Strokes after the impulse in block `first` of `levels`, whose samples are `held`; none where either end of what is held is too near. */
  find(held: Int16Array, levels: BlockLevels, first: number): readonly SecondStroke[] {
    const begin = first - secondMs.before
    if (begin < 2 || first + secondMs.after > levels.count) return []
    const [plain, sharp, upper, top, fresh] = this.#bands
    plain.set(levels.plain.subarray(begin, first + secondMs.after))
    sharp.set(levels.sharp.subarray(begin, first + secondMs.after))
    if (![plain, sharp].some(leavesTail)) return []
    const [low, high] = this.#filters as [HighPass, HighPass]
    const ms = this.#ms
    this.#loops.hold(held, begin * ms, plain.length, ms)
    this.#loops.layPassed(low, high, upper, top)
    this.#residual.lay(secondMs.before * ms, fresh)
    return this.#strokes().map(({ block, size, rival }) => ({
      block: begin + block,
      measures: this.#measure(block, 10 * Math.log10(size / rival)),
    }))
  }

  /** Where a band jumps, each with how far, and how far the largest other one does. */
  #strokes(): readonly { readonly block: number; readonly size: number; readonly rival: number }[] {
    const found: { block: number; size: number }[] = []
    const sizes = new Float64Array(secondMs.before + farthestMs)
    for (const [band, levels] of this.#bands.entries()) layJumps(levels, leastJump[band] as number, sizes)
    for (let block = secondMs.before + nearestMs; block < sizes.length; block++) {
      const size = sizes[block] as number
      if (size <= 1) continue
      const previous = found.at(-1)
      if (!previous || block - previous.block >= apartMs) found.push({ block, size })
      else if (previous.size < size) found[found.length - 1] = { block, size }
    }
    const largest = found.map(({ size }) => size).sort((a, b) => b - a)
    const [most = 1, second = 0.5] = largest
    return found
      .filter(({ size }) => size >= (largest[mostLooked - 1] ?? 0))
      .map(({ block, size }) => ({ block, size, rival: size === most ? second : most }))
  }

  #measure(block: number, overRival: number): readonly number[] {
    const first = secondMs.before
    const out: number[] = []
    for (const levels of this.#bands) {
      const before = meanOf(levels, block - 11, block - 1) + quiet
      const after = meanOf(levels, block, block + 10)
      const peak = highest(levels, block, block + 3)
      const past = highest(levels, Math.max(first + 12, block - 40), block - 1)
      const own = meanOf(levels, first, first + 10) + quiet
      out.push(
        near((meanOf(levels, block, block + 3) + quiet) / before),
        near((peak + quiet) / before),
        near((meanOf(levels, block + 8, block + 24) + quiet) / before),
        near(Math.max(after - before, 0.05 * after + quiet) / own),
        near(before / (meanOf(levels, block - 31, block - 11) + quiet)),
        near((peak + quiet) / (past + quiet)),
        near(before / (meanOf(levels, 0, first - 2) + quiet)),
      )
    }
    const [, sharp, , , fresh] = this.#bands
    out.push(...departure(fresh, block))
    let later = 0
    for (let n = block + 20; n + 10 <= Math.min(sharp.length, block + 120); n += 10)
      later = Math.max(later, meanOf(sharp, n, n + 10))
    out.push(
      near((later + quiet) / (meanOf(sharp, block, block + 10) + quiet)),
      Math.log2((block - first) / 80),
      Math.max(-6, Math.min(12, overRival)),
    )
    return out
  }
}

/** How many means over 3 ms before a stroke say how the tail falls, the last of them ending 4 ms before it. */
const tailMeans = 12
const tailLine = new Float64Array(tailMeans)

/**
 * How far a stroke departs from the tail before it, in dB: its first 3 and 6 ms from the line that the tail's means over 36 ms fall along, how rough they
 * are about it, how steep it is, and the first again in parts of that roughness; then longer stretches after the stroke against as long ones before, and its
 * first 3 ms against the highest mean.
 */
function departure(levels: Float32Array, block: number): readonly number[] {
  const level = (from: number, to: number) => decibels(meanOf(levels, block + from, block + to) + 1e-10)
  let [sum, turn, top] = [0, 0, -200]
  const middle = (tailMeans - 1) / 2
  let spread = 0
  for (let n = 0; n < tailMeans; n++) {
    const value = level(3 * (n - tailMeans) - 4, 3 * (n - tailMeans) - 1)
    tailLine[n] = value
    sum += value
    turn += (n - middle) * value
    spread += (n - middle) ** 2
    if (value > top) top = value
  }
  const [mean, slope] = [sum / tailMeans, turn / spread]
  let squares = 0
  for (let n = 0; n < tailMeans; n++) squares += ((tailLine[n] as number) - mean - slope * (n - middle)) ** 2
  const rough = Math.sqrt(squares / tailMeans)
  const [three, six] = [level(0, 3), level(0, 6)]
  const foretold = mean + slope * (middle + 2)
  return [
    three - foretold,
    six - foretold,
    rough,
    10 * slope,
    (three - foretold) / (rough + 0.5),
    six - level(-7, -1),
    level(0, 12) - level(-13, -1),
    level(0, 24) - level(-25, -1),
    three - top,
  ]
}

function leavesTail(levels: Float32Array): boolean {
  const first = secondMs.before
  const before = meanOf(levels, 0, first - 2)
  return meanOf(levels, first + nearestMs, first + 2 * nearestMs) > leastTail * before
}

/** Raises `sizes` to how far each block of 3 ms stands over the 10 before, in parts of `least`, where that is more than 1: dividing takes longest, and is done only near it. */
function layJumps(levels: Float32Array, least: number, sizes: Float64Array): void {
  const from = secondMs.before + nearestMs
  let before = 10 * quiet
  let after = 0
  for (let n = from - 11; n < from - 1; n++) before += levels[n] as number
  for (let n = from; n < from + 3; n++) after += levels[n] as number
  const nearly = 0.99 * 0.3 * least
  for (let n = from; n < sizes.length; n++) {
    if (after + 3 * quiet > nearly * before) {
      const size = (after / 3 + quiet) / ((before / 10) * least)
      if (size > (sizes[n] as number)) sizes[n] = size
    }
    before += (levels[n - 1] as number) - (levels[n - 11] as number)
    after += (levels[n + 3] as number) - (levels[n] as number)
  }
}

function meanOf(levels: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let n = from; n < to; n++) sum += levels[n] as number
  return sum / (to - from)
}

function highest(levels: Float32Array, from: number, to: number): number {
  let most = 0
  for (let n = from; n < to; n++) if ((levels[n] as number) > most) most = levels[n] as number
  return most
}

function near(ratio: number): number {
  return Math.max(-30, Math.min(30, decibels(ratio)))
}

/** Butterworth's; `turn` is where it begins, in parts of the rate. */
function highPass(turn: number): HighPass {
  const k = Math.tan(Math.PI * turn)
  const b = 1 / (1 + Math.SQRT2 * k + k * k)
  return { b, a1: 2 * (k * k - 1) * b, a2: (1 - Math.SQRT2 * k + k * k) * b }
}
