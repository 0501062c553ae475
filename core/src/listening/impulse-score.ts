import { type Features, featureNames, shapeNames } from './impulse-features.ts'
import { type LevelFeature, levelNames } from './level-features.ts'
import { closerWeights, firstWeights } from './look-weights.ts'
import { pictureSize } from './onset-picture.ts'
import { pictureWeights } from './picture-weights.ts'
import { scoreWeights } from './score-weights.ts'
import { type HeardAround, heardNames, nothingAround } from './speech-around.ts'

/** What is scored, in the order of the weights. */
export const inputNames = [...heardNames, ...featureNames] as const
export type ScoreInputs = Features & HeardAround

interface Unit {
  readonly bias: number
  readonly weights: readonly number[]
  readonly out: number
}

/** What a score is computed with: inputs are brought to mean 0 and width 1, then go through one hidden layer. */
export interface ScoreWeights {
  readonly mean: readonly number[]
  readonly width: readonly number[]
  readonly hidden: readonly Unit[]
  readonly bias: number
}

/** Onsets that score less are not kept, even for who asks for all. */
export const leastScore = 0.05
/** Without what is known of speech around it, an onset that scores less is let go at once: speech takes from a score more than it gives. */
export const leastAlone = 0.02

/** Inputs beyond so many widths say no more. */
export const inputReach = 4

/**
 * How likely an onset is an impulse and no small impact, plosive or beat, 0 to 1: a small network over the measured features and the speech heard
 * around it, trained by `scripts/listening/train-score.ts`.
 */
export function impulseScore(
  features: Features,
  heard: HeardAround = nothingAround,
  weights: ScoreWeights = scoreWeights,
): number {
  return scored(values, weights, layInputs(features, heard))
}

/** As `impulseScore`, of an onset's picture too: what is said of it alone. */
export function aloneScore(
  features: Features,
  heard: HeardAround,
  picture: Float32Array,
  weights: ScoreWeights = pictureWeights,
): number {
  const count = layInputs(features, heard)
  values.set(picture, count)
  return scored(values, weights, count + picture.length)
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
export function firstLook(levels: Readonly<Record<LevelFeature, number>>): number {
  return looked(levels, levelNames, firstWeights)
}

/** As `firstLook`, by the shape of its first 16 ms too. */
export function closerLook(measured: Readonly<Record<(typeof closerNames)[number], number>>): number {
  return looked(measured, closerNames, closerWeights)
}

function looked<Name extends string>(
  measured: Readonly<Record<Name, number>>,
  names: readonly Name[],
  weights: ScoreWeights,
): number {
  let count = 0
  for (const name of names) values[count++] = measured[name]
  return scored(values, weights, count)
}

/** What a network says to the first `count` of `inputs`, 0 to 1; brings them to the width of its weights, in place. */
export function scored(inputs: Float64Array, weights: ScoreWeights, count: number = inputs.length): number {
  return shareOf(summed(inputs, weights, count))
}

/** As `scored`, before it is brought to between 0 and 1. */
export function summed(inputs: Float64Array, weights: ScoreWeights, count: number): number {
  for (let n = 0; n < count; n++) {
    const scaled = ((inputs[n] as number) - (weights.mean[n] as number)) / (weights.width[n] as number)
    inputs[n] = Math.max(-inputReach, Math.min(inputReach, scaled))
  }
  const { hidden } = weights
  let sum = weights.bias
  let unit = 0
  for (; unit + 4 <= hidden.length; unit += 4) {
    layFour(hidden, unit, inputs, count)
    for (let k = 0; k < 4; k++)
      if ((four[k] as number) > 0) sum += (hidden[unit + k] as Unit).out * (four[k] as number)
  }
  for (; unit < hidden.length; unit++) {
    const { bias, weights: own, out } = hidden[unit] as Unit
    let inner = bias
    for (let n = 0; n < count; n++) inner += (own[n] as number) * (inputs[n] as number)
    if (inner > 0) sum += out * inner
  }
  return sum
}

/** From a sum to a share of 1. */
export function shareOf(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}

const four = new Float64Array(4)

/** What four units come to from `unit` on, at once: each sum waits for itself, and four take as long as one. */
function layFour(hidden: ScoreWeights['hidden'], unit: number, inputs: Float64Array, count: number): void {
  const first = hidden[unit] as Unit
  const second = hidden[unit + 1] as Unit
  const third = hidden[unit + 2] as Unit
  const last = hidden[unit + 3] as Unit
  const [u, v, w, x] = [first.weights, second.weights, third.weights, last.weights]
  let a = first.bias
  let b = second.bias
  let c = third.bias
  let d = last.bias
  for (let n = 0; n < count; n++) {
    const input = inputs[n] as number
    a += (u[n] as number) * input
    b += (v[n] as number) * input
    c += (w[n] as number) * input
    d += (x[n] as number) * input
  }
  four[0] = a
  four[1] = b
  four[2] = c
  four[3] = d
}
