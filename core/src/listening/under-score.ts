import { type ScoreWeights, shareOf, summed } from './impulse-score.ts'
import { underWeights } from './under-weights.ts'

/**
 * What is said of a further stroke under the tail of an impulse, 0 to 1 each, in the order of the weights: by how it stands in that tail, by what is heard seconds around it, of the
 * impulse itself, and by how it sounds alone.
 */
export const underNames = ['stroke', 'among', 'first', 'alone'] as const
export type UnderScores = Readonly<Record<(typeof underNames)[number], number>>

/** No score counts for more odds than a thousand to one. */
const surest = 1e-3

/** Those scores as the logarithms of their odds. */
export function underInputs(scores: UnderScores): readonly number[] {
  return underNames.map(name => {
    const sure = Math.max(surest, Math.min(1 - surest, scores[name]))
    return Math.log(sure / (1 - sure))
  })
}

/** What walls give back, and what a thing does on after it struck, is weaker: as many times e as large are the odds of a stroke that is as loud as the impulse before it. */
const asLoudLean = 0.75

/**
 * How likely it is a further impulse, 0 to 1: the syllables of a word and the two parts of a step stand in a tail as the second of two shots does, and only what is around them tells; where the
 * first is doubtful, so is what follows it. The weights are trained by `scripts/listening/train-score.ts`.
 */
export function underScore(
  scores: UnderScores,
  isAsLoud: boolean,
  weights: ScoreWeights = underWeights,
): number {
  const inputs = Float64Array.from(underInputs(scores))
  return shareOf(summed(inputs, weights, inputs.length) + (isAsLoud ? asLoudLean : 0))
}
