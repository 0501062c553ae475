import { decibels } from './level-features.ts'
import { pictureOnset } from './onset-picture.ts'

/**
 * What sounds like an onset within seconds of it: steps come again at a pace, and not all of them look like shots. How unlike the nearest before and after
 * it are, and two as far apart on either side, in dB; how many are like it, as log2 of one more, and as a share of those as loud; the odds of their scores alone,
 * its own among them, and the same of odds below even ones; how their levels sway, in dB.
 */
export const likeNames = [
  ...['unlike past', 'unlike to come', 'unlike at a pace'],
  ...['likes', 'likes of as loud', 'odds of likes', 'low odds of likes', 'sway of likes'],
] as const

/** What is asked of an onset, and of those around it. */
interface LikeOnset {
  /** Sample of the recording. */
  readonly at: number
  readonly power: number
  readonly picture: Float32Array
}

/** Sooner is of the onset itself; steps of one person are not so far apart as the second; of one stretch of steps others are, as far as the third. */
const [nearest, near, far] = [0.15, 1.7, 4]
/** Weaker or louder by so much is not told to be like it. */
const asLoudDb = 10
/** In a file made of clicks not all are looked at. */
const mostLooked = 60
/** So unlike, nothing is told: also what stands where nothing is. */
const leastLike = 20
/** How unlike is half as much like, and what a difference of two distances in time comes to where each is as long as their mean. */
const [likeDb, paceDb, mostUneven] = [5, 40, 0.5]
/** What is quieter is as good as nothing: the street is there. */
const floorDb = -30

interface Other {
  readonly index: number
  readonly apart: number
  readonly unlike: number
}

/** Tells what is like each onset of a recording. */
export class LikeOnsets {
  readonly #onsets: readonly LikeOnset[]
  readonly #odds: readonly number[]
  readonly #rate: number
  readonly #levels: readonly number[]

  /** `onsets` in order of time, `odds` those of their scores alone, as logarithms. */
  constructor(onsets: readonly LikeOnset[], odds: readonly number[], rate: number) {
    this.#onsets = onsets
    this.#odds = odds
    this.#rate = rate
    this.#levels = onsets.map(({ power }) => decibels(power + 1e-14))
  }

  /** Lays what is like the onset at `index`, in the order of `likeNames`, into `out` from `place` on. */
  lay(index: number, out: Float64Array, place: number): void {
    const others = [...this.#others(index, -1), ...this.#others(index, 1)]
    const around = others.filter(({ apart }) => Math.abs(apart) < near)
    const past = around.filter(({ apart }) => apart < 0)
    const toCome = around.filter(({ apart }) => apart > 0)
    out[place] = leastUnlike(past)
    out[place + 1] = leastUnlike(toCome)
    out[place + 2] = unlikeAtPace(past, toCome)
    const own = this.#odds[index] as number
    const level = this.#levels[index] as number
    let [count, odds, low, off, squares] = [0, own, Math.min(0, own), 0, 0]
    for (const { index: n, unlike } of others) {
      const weight = Math.exp(-((unlike / likeDb) ** 2))
      const other = this.#odds[n] as number
      const louder = (this.#levels[n] as number) - level
      count += weight
      odds += weight * other
      low += weight * Math.min(0, other)
      off += weight * louder
      squares += weight * louder ** 2
    }
    const all = count + 1
    out[place + 3] = Math.log2(all)
    out[place + 4] = others.length === 0 ? 0 : count / others.length
    out[place + 5] = odds / all
    out[place + 6] = low / all
    out[place + 7] = Math.sqrt(Math.max(0, squares / all - (off / all) ** 2))
  }

  /** Those as loud on one side, the nearest first. */
  #others(index: number, step: -1 | 1): readonly Other[] {
    const { at, picture } = this.#onsets[index] as LikeOnset
    const level = this.#levels[index] as number
    const found: Other[] = []
    for (let n = index + step; n >= 0 && n < this.#onsets.length && found.length < mostLooked; n += step) {
      const other = this.#onsets[n] as LikeOnset
      const apart = (other.at - at) / this.#rate
      if (Math.abs(apart) >= far) break
      if (Math.abs(apart) <= nearest || Math.abs((this.#levels[n] as number) - level) >= asLoudDb) continue
      found.push({ index: n, apart, unlike: unlikeness(picture, other.picture) })
    }
    return found
  }
}

/** The root mean square of how far two onsets' first 25 ms differ, in dB. */
function unlikeness(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let n = pictureOnset; n < a.length; n++) {
    const off = Math.max(floorDb, a[n] as number) - Math.max(floorDb, b[n] as number)
    sum += off * off
  }
  return Math.sqrt(sum / (a.length - pictureOnset))
}

function leastUnlike(others: readonly Other[]): number {
  return others.reduce((least, { unlike }) => Math.min(least, unlike), leastLike)
}

/** The same of the two that are as far from it on either side: more where they are not as far. */
function unlikeAtPace(past: readonly Other[], toCome: readonly Other[]): number {
  let least: number = leastLike
  for (const { apart: before, unlike } of past)
    for (const { apart: after, unlike: other } of toCome) {
      const uneven = Math.abs(before + after) / (0.5 * (after - before))
      least = Math.min(least, (unlike + other) / 2 + paceDb * Math.min(mostUneven, uneven))
    }
  return least
}
