import { type Features, featureNames } from './impulse-features.ts'
import { scoreWeights } from './score-weights.ts'

/** What a score is computed with: features are brought to mean 0 and width 1, then go through one hidden layer. */
export interface ScoreWeights {
  readonly mean: readonly number[]
  readonly width: readonly number[]
  readonly hidden: readonly {
    readonly bias: number
    readonly weights: readonly number[]
    readonly out: number
  }[]
  readonly bias: number
}

/** Onsets that score less are not kept, even for who asks for all. */
export const leastScore = 0.05

/** Features beyond so many widths say no more. */
const reach = 4

/**
 * How likely an onset is an impulse and no small impact, plosive or beat, 0 to 1: a small network over the measured features,
 * trained on made scenes by `scripts/listening/train-score.ts`.
 */
export function impulseScore(features: Features, weights: ScoreWeights = scoreWeights): number {
  const inputs = featureNames.map((name, n) => {
    const value = (features[name] - (weights.mean[n] as number)) / (weights.width[n] as number)
    return Math.max(-reach, Math.min(reach, value))
  })
  let sum = weights.bias
  for (const unit of weights.hidden) {
    let inner = unit.bias
    for (let n = 0; n < inputs.length; n++) inner += (unit.weights[n] as number) * (inputs[n] as number)
    if (inner > 0) sum += unit.out * inner
  }
  return 1 / (1 + Math.exp(-sum))
}
