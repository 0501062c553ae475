import { type Features, featureNames, shapeNames } from './impulse-features.ts'
import { type LevelFeature, levelNames } from './level-features.ts'
import { closerWeights, firstWeights } from './look-weights.ts'
import { type Network, type OnsetLoops, plainOnsetLoops, type Unit } from './onset-loops.ts'
import { pictureSize } from './onset-picture.ts'
import { pictureWeights } from './picture-weights.ts'
import { scoreWeights } from './score-weights.ts'
import { type HeardAround, heardNames, nothingAround } from './speech-around.ts'

/** What is scored, in the order of the weights. */
export const inputNames = [...heardNames, ...featureNames] as const
export type ScoreInputs = Features & HeardAround

/** What a score is computed with: inputs are brought to mean 0 and width 1, then go through one hidden layer. */
export interface ScoreWeights extends Network {
  readonly bias: number
}

export type UnitLoops = Pick<OnsetLoops, 'unitsOf'>
const plainLoops = plainOnsetLoops()

/** Onsets that score less are not kept, even for who asks for all. */
export const leastScore = 0.05
/** Without what is known of speech around it, an onset that scores less is let go at once: speech takes from a score more than it gives. */
export const leastAlone = 0.02

/**
 * How likely an onset is an impulse and no small impact, plosive or beat, 0 to 1: a small network over the measured features and the speech heard
 * around it, trained by `scripts/listening/train-score.ts`.
 */
export function impulseScore(
  features: Features,
  heard: HeardAround = nothingAround,
  loops: UnitLoops = plainLoops,
): number {
  return scored(values, scoreWeights, layInputs(features, heard), loops)
}

/** As `impulseScore`, of an onset's picture too: what is said of it alone. */
export function aloneScore(
  features: Features,
  heard: HeardAround,
  picture: Float32Array,
  loops: UnitLoops = plainLoops,
): number {
  const count = layInputs(features, heard)
  values.set(picture, count)
  return scored(values, pictureWeights, count + picture.length, loops)
}

/** What is scored: room that is filled anew for each onset. One function at a time uses it, and none waits. */
const values = new Float64Array(inputNames.length + pictureSize)

/** Says how many it has laid. */
function layInputs(features: Features, heard: HeardAround): number {
  let count = 0
  for (const name of heardNames) values[count++] = heard[name]
  // Both lists have a `later`: the weights were trained with the later speech in both places.
  for (const name of featureNames) values[count++] = name === 'later' ? heard.later : features[name]
  return count
}

/** Onsets whose levels alone look less like something are looked at no further, and those that do so with their shape are not measured whole. */
export const leastFirst = 0.5
export const leastCloser = 0.6

/** What a first look takes in, and a closer one. */
export const closerNames = [...levelNames, ...shapeNames] as const

/**
 * How likely an onset's score comes to `leastAlone`, by its levels alone: where most that are nothing are told from the rest, at a small part of the cost. Both
 * looks learned what the score says, so that they let go of what it would have let go.
 */
export function firstLook(
  levels: Readonly<Record<LevelFeature, number>>,
  loops: UnitLoops = plainLoops,
): number {
  return looked(levels, levelNames, firstWeights, loops)
}

/** As `firstLook`, by the shape of its first 16 ms too. */
export function closerLook(
  measured: Readonly<Record<(typeof closerNames)[number], number>>,
  loops: UnitLoops = plainLoops,
): number {
  return looked(measured, closerNames, closerWeights, loops)
}

function looked<Name extends string>(
  measured: Readonly<Record<Name, number>>,
  names: readonly Name[],
  weights: ScoreWeights,
  loops: UnitLoops,
): number {
  let count = 0
  for (const name of names) values[count++] = measured[name]
  return scored(values, weights, count, loops)
}

/** What a network says to the first `count` of `inputs`, 0 to 1; brings them to the width of its weights, in place. */
export function scored(
  inputs: Float64Array,
  weights: ScoreWeights,
  count: number = inputs.length,
  loops: UnitLoops = plainLoops,
): number {
  return shareOf(summed(inputs, weights, count, loops))
}

/** As `scored`, before it is brought to between 0 and 1. */
export function summed(
  inputs: Float64Array,
  weights: ScoreWeights,
  count: number,
  loops: UnitLoops = plainLoops,
): number {
  const units = loops.unitsOf(weights, inputs, count)
  let sum = weights.bias
  for (let n = 0; n < weights.hidden.length; n++) {
    const unit = units[n] as number
    if (unit > 0) sum += (weights.hidden[n] as Unit).out * unit
  }
  return sum
}

/** From a sum to a share of 1. */
export function shareOf(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}
