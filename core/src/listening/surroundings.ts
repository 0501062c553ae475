import { courseBlocks, type LevelCourse } from './level-course.ts'
import { decibels } from './level-features.ts'
import { speechWindowMicros } from './speech-spans.ts'

/**
 * What is heard seconds around an onset: shots stand out of it, words and steps stand among their like. Levels in dB over the onset's own loudest 5 ms,
 * speech as the network's mean probability, others as log2 of how many and one more.
 */
export const surroundingNames = [
  'speech long past',
  'speech past',
  'speech soon',
  'speech long after',
  'sharp usual',
  'sharp often',
  'sharp seldom',
  'plain often',
  'plain seldom',
  'sharp past',
  'sharp to come',
  'sharp next',
  'sharp after',
  'plain next',
  'plain after',
  'as loud',
  'others',
  'louder',
] as const

/** What is asked of an onset, and of those around it. */
interface PlacedOnset {
  /** Sample of the recording. */
  readonly at: number
  readonly power: number
}

/** Windows of 32 ms before and after the one that the onset lies in. */
const speechWindows = [
  [-31, -9],
  [-8, -1],
  [1, 8],
  [9, 31],
] as const
/** Places of a course before and after the onset's own: seconds around it, without what belongs to it. */
const [farPast, farFuture] = [
  [-40, -5],
  [7, 40],
] as const
const [past, toCome, next, after] = [
  [-30, -5],
  [4, 29],
  [2, 3],
  [4, 7],
] as const
const [nearSeconds, ownSeconds] = [2, 0.1]
const [asLoud, leastLouder] = [10 ** -0.6, -30]
/** Power of what is as good as nothing. */
const nothing = 1e-10

/** Lays what surrounds each onset of a recording, in the order of `surroundingNames`, into `out` from `place` on. */
export class Surroundings {
  readonly #onsets: readonly PlacedOnset[]
  readonly #speech: Float32Array
  readonly #course: LevelCourse
  readonly #rate: number
  readonly #blockSamples: number
  readonly #far = new Float64Array(farPast[1] - farPast[0] + farFuture[1] - farFuture[0] + 2)

  /** `onsets` in order of time; `speech` is how likely each 32 ms holds speech. */
  constructor(
    onsets: readonly PlacedOnset[],
    speech: Float32Array,
    course: LevelCourse,
    { rate, blockSamples }: { readonly rate: number; readonly blockSamples: number },
  ) {
    this.#onsets = onsets
    this.#speech = speech
    this.#course = course
    this.#rate = rate
    this.#blockSamples = blockSamples
  }

  lay(index: number, out: Float64Array, place: number): void {
    const { at } = this.#onsets[index] as PlacedOnset
    const window = Math.floor(((at / this.#rate) * 1e6) / speechWindowMicros)
    let n = place
    for (const [first, last] of speechWindows) out[n++] = this.#meanSpeech(window + first, window + last)
    const { sharp, plain } = this.#course
    const own = Math.floor(at / this.#blockSamples / courseBlocks)
    const [ownSharp, ownPlain] = [loudest(sharp, own - 1, own + 1), loudest(plain, own - 1, own + 1)]
    this.#sortFar(sharp, own)
    for (const share of [0.5, 0.8, 0.95]) out[n++] = this.#quantile(share) - ownSharp
    this.#sortFar(plain, own)
    for (const share of [0.8, 0.95]) out[n++] = this.#quantile(share) - ownPlain
    for (const [first, last] of [past, toCome, next, after])
      out[n++] = loudest(sharp, own + first, own + last) - ownSharp
    for (const [first, last] of [next, after]) out[n++] = loudest(plain, own + first, own + last) - ownPlain
    this.#layOthers(index, out, n)
  }

  #meanSpeech(first: number, last: number): number {
    let sum = 0
    for (let n = first; n <= last; n++) sum += this.#speech[n] ?? 0
    return sum / (last - first + 1)
  }

  /** The levels seconds before and after, in order of size. */
  #sortFar(course: Float32Array, own: number): void {
    let count = 0
    for (const [first, last] of [farPast, farFuture])
      for (let n = own + first; n <= own + last; n++) this.#far[count++] = course[n] ?? 0
    this.#far.sort()
  }

  #quantile(share: number): number {
    const at = share * (this.#far.length - 1)
    const low = Math.floor(at)
    const [a, b] = [this.#far[low] as number, this.#far[Math.min(low + 1, this.#far.length - 1)] as number]
    return levelOf(a) + (at - low) * (levelOf(b) - levelOf(a))
  }

  #layOthers(index: number, out: Float64Array, place: number): void {
    const { at, power } = this.#onsets[index] as PlacedOnset
    let [loud, all, most] = [0, 0, 0]
    for (const step of [-1, 1])
      for (let n = index + step; n >= 0 && n < this.#onsets.length; n += step) {
        const other = this.#onsets[n] as PlacedOnset
        const apart = Math.abs(other.at - at) / this.#rate
        if (apart >= nearSeconds) break
        if (apart <= ownSeconds) continue
        all++
        if (other.power > asLoud * power) loud++
        most = Math.max(most, other.power)
      }
    out[place] = Math.log2(1 + loud)
    out[place + 1] = Math.log2(1 + all)
    out[place + 2] = Math.max(leastLouder, decibels((most + 1e-14) / (power + 1e-14)))
  }
}

function loudest(course: Float32Array, first: number, last: number): number {
  let most = 0
  for (let n = first; n <= last; n++) most = Math.max(most, course[n] ?? 0)
  return levelOf(most)
}

function levelOf(power: number): number {
  return decibels(power + nothing)
}
