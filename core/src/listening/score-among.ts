import { amongWeights } from './among-weights.ts'
import { blockSamplesAt } from './block-levels.ts'
import { featureNames } from './impulse-features.ts'
import type { MeasuredOnset } from './impulse-finder.ts'
import { type ScoreWeights, shareOf, summed } from './impulse-score.ts'
import type { LevelCourse } from './level-course.ts'
import { type HeardAround, heardNames } from './speech-around.ts'
import { Surroundings, surroundingNames } from './surroundings.ts'

/** What is asked of an onset beside its score alone, in the order of the weights. How loud it is later, its surroundings say more closely. */
const measuredNames = featureNames.filter(name => name !== 'later')
export const amongCount = heardNames.length + measuredNames.length + surroundingNames.length

/** `alone` is what a score alone counts for, as the logarithm of its odds. */
export interface AmongWeights extends ScoreWeights {
  readonly alone: number
}

/** Odds beyond this say no more. */
const reach = 8

/** The logarithm of a score's odds, as far as it counts. */
function oddsOf(score: number): number {
  return Math.max(-reach, Math.min(reach, Math.log(score / (1 - score))))
}

/** Scores the onsets of one recording once more, among what is heard seconds around each: a small network trained by `scripts/listening/train-score.ts`. */
export class AmongOthers {
  readonly #onsets: readonly MeasuredOnset[]
  readonly #surroundings: Surroundings
  readonly #values = new Float64Array(amongCount + 1)

  /** `onsets` in order of time; `speech` is how likely each 32 ms holds speech. */
  constructor(onsets: readonly MeasuredOnset[], speech: Float32Array, course: LevelCourse, rate: number) {
    this.#onsets = onsets
    this.#surroundings = new Surroundings(onsets, speech, course, {
      rate,
      blockSamples: blockSamplesAt(rate),
    })
  }

  /** 0 to 1; `alone` is what is said of the onset alone, `heard` the speech around it. */
  score(index: number, alone: number, heard: HeardAround, weights: AmongWeights = amongWeights): number {
    const values = this.inputs(index, alone, heard)
    const odds = values[amongCount] as number
    return shareOf(weights.alone * odds + summed(values, weights, amongCount))
  }

  /** What is scored, and after it the odds of the score alone: room that is filled anew each time. */
  inputs(index: number, alone: number, heard: HeardAround): Float64Array {
    const { features } = this.#onsets[index] as MeasuredOnset
    let count = 0
    for (const name of heardNames) this.#values[count++] = heard[name]
    for (const name of measuredNames) this.#values[count++] = features[name]
    this.#surroundings.lay(index, this.#values, count)
    this.#values[amongCount] = oddsOf(alone)
    return this.#values
  }
}
