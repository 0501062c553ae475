import { amongWeights } from './among-weights.ts'
import { blockSamplesAt } from './block-levels.ts'
import { featureNames } from './impulse-features.ts'
import type { MeasuredOnset } from './impulse-finder.ts'
import { type ScoreWeights, shareOf, summed, type UnitLoops } from './impulse-score.ts'
import type { LevelCourse } from './level-course.ts'
import { LikeOnsets, likeNames } from './like-onsets.ts'
import { likeWeights } from './like-weights.ts'
import { manyWeights } from './many-weights.ts'
import { plainOnsetLoops } from './onset-loops.ts'
import { type HeardAround, heardNames } from './speech-around.ts'
import { Surroundings, surroundingNames } from './surroundings.ts'

/** What is asked of an onset beside its score alone, in the order of the weights. How loud it is later, its surroundings say more closely. */
const measuredNames = featureNames.filter(name => name !== 'later')
export const amongCount = heardNames.length + measuredNames.length + surroundingNames.length
/** What is asked of it once more: nothing of how it sounds, but what is around it and what is like it, and the odds of its score alone. */
export const likeCount = heardNames.length + surroundingNames.length + likeNames.length + 1

/** What is asked of it where others are like it: how like, and the odds of all three scores, the last of them first. */
export const manyCount = likeNames.length + 3

/** `alone` is what was said before counts for, as the logarithm of its odds. */
export interface AmongWeights extends ScoreWeights {
  readonly alone: number
}

/** Where in what is asked once more likes are laid, how many there are among them, and the usual level around. */
const likesFrom = heardNames.length + surroundingNames.length
const likesAt = likeNames.indexOf('likes')
const usualAt = heardNames.length + surroundingNames.indexOf('sharp usual')

/** `odds` as a logarithm; `share` is how much it counts that `many` are like it. */
export interface ManyInputs {
  readonly odds: number
  readonly many: Float64Array
  readonly share: number
}

/** Odds beyond this say no more. */
const reach = 8

/** The logarithm of a score's odds, as far as it counts. */
export function oddsOf(score: number): number {
  return within(Math.log(score / (1 - score)))
}

function within(odds: number): number {
  return Math.max(-reach, Math.min(reach, odds))
}

/** Scores the onsets of one recording once more, among what is heard seconds around each: a small network trained by `scripts/listening/train-score.ts`. */
export class AmongOthers {
  readonly #onsets: readonly MeasuredOnset[]
  readonly #surroundings: Surroundings
  readonly #likes: LikeOnsets
  readonly #odds: readonly number[]
  readonly #loops: UnitLoops
  readonly #values = new Float64Array(amongCount)
  readonly #likeValues = new Float64Array(likeCount)
  readonly #manyValues = new Float64Array(manyCount)

  /** `onsets` in order of time, `alone` what is said of each alone; `speech` is how likely each 32 ms holds speech. */
  constructor(
    onsets: readonly MeasuredOnset[],
    alone: readonly number[],
    {
      speech,
      course,
      rate,
      loops = plainOnsetLoops(),
    }: {
      readonly speech: Float32Array
      readonly course: LevelCourse
      readonly rate: number
      readonly loops?: UnitLoops
    },
  ) {
    this.#loops = loops
    this.#onsets = onsets
    this.#odds = alone.map(oddsOf)
    this.#likes = new LikeOnsets(onsets, this.#odds, rate)
    this.#surroundings = new Surroundings(onsets, speech, course, {
      rate,
      blockSamples: blockSamplesAt(rate),
    })
  }

  /** 0 to 1; `heard` is the speech around the onset. */
  score(index: number, heard: HeardAround): number {
    const { among, like } = this.inputs(index, heard)
    const { odds, many, share } = this.manyInputs(index, among, like)
    return shareOf(odds - lessOfMany(many, share, manyWeights, this.#loops))
  }

  /** From what `inputs` laid, which is brought to the width of the weights: what `lessOfMany` takes, and the odds that it takes from, as a logarithm. Room that is filled anew each time. */
  manyInputs(index: number, among: Float64Array, like: Float64Array): ManyInputs {
    const many = this.#manyValues
    many.set(like.subarray(likesFrom, likesFrom + likeNames.length))
    // What is like one other is no walk.
    const share = Math.max(0, (many[likesAt] as number) - 1) * quietness(like[usualAt] as number)
    const alone = this.#odds[index] as number
    const said = oddsAmong(alone, among, amongWeights, this.#loops)
    const odds = likeWeights.alone * said + summed(like, likeWeights, likeCount, this.#loops)
    many.set([within(odds), said, alone], likeNames.length)
    return { odds, many, share }
  }

  /** What it is scored by, first and then once more: room that is filled anew each time. */
  inputs(index: number, heard: HeardAround): { readonly among: Float64Array; readonly like: Float64Array } {
    const { features } = this.#onsets[index] as MeasuredOnset
    const [among, like] = [this.#values, this.#likeValues]
    let count = 0
    for (const name of heardNames) among[count++] = heard[name]
    like.set(among.subarray(0, count))
    for (const name of measuredNames) among[count++] = features[name]
    this.#surroundings.lay(index, among, count)
    like.set(among.subarray(count), heardNames.length)
    this.#likes.lay(index, like, likesFrom)
    like[likeCount - 1] = this.#odds[index] as number
    return { among, like }
  }
}

/** The logarithm of the odds, as far as they count, that an onset comes to among others by `inputs`, which are brought to the width of the weights in place. */
export function oddsAmong(
  odds: number,
  inputs: Float64Array,
  weights: AmongWeights = amongWeights,
  loops?: UnitLoops,
): number {
  return within(weights.alone * odds + summed(inputs, weights, amongCount, loops))
}

/** From 0 to 1: how far what is usual seconds around lies below an onset, from 5 dB on and in full from 15 dB on. In a crowd others are like a shot too, and no steps. */
function quietness(usualDb: number): number {
  return Math.max(0, Math.min(1, (-usualDb - 5) / 10))
}

/**
 * How much lower the logarithm of its odds is for what is like an onset in a quiet place: never higher, and nothing where nothing is like it. The scores lean so that a street keeps its recall; where
 * somebody walks by a microphone, one in four that they list is a shot. `many` is brought to the width of the weights in place, `share` says how much it counts.
 */
export function lessOfMany(
  many: Float64Array,
  share: number,
  weights: ScoreWeights = manyWeights,
  loops?: UnitLoops,
): number {
  return share === 0 ? 0 : -share * summed(many, weights, manyCount, loops)
}
