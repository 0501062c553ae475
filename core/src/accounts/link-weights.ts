import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -3.192

const weights: Readonly<Record<Signal, number>> = {
  words: 1.58,
  wordsRoot: 0.64,
  wordsCover: -0.149,
  rarestWord: -0.252,
  wordCount: 0.19,
  matters: 1.011,
  wideMatter: 0.668,
  issues: 0.028,
  quote: 1.396,
  sameNumber: 0.621,
  otherNumber: 0.408,
  bothTimes: 0.888,
  bothNumbers: 0.085,
  topics: 3.017,
  topicsRoot: -3.312,
  topicsCover: 0.171,
  rarestTopic: 0.392,
  topicCount: 0.133,
  wordsBest: 1.687,
  wordsBestOfOne: -0.383,
  topicsBest: 0.946,
  topicsBestOfOne: 0.192,
  place: -1.165,
  nextWords: 0.476,
  nextTopics: 0.088,
  besideTopics: -0.029,
  length: 0.096,
  oneHeadline: -1.047,
  twoHeadlines: -1.76,
  others: -4.074,
  person: -1.177,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
