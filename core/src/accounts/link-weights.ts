import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -3.001

const weights: Readonly<Record<Signal, number>> = {
  words: 2.56,
  wordsRoot: 0.439,
  wordsCover: -0.372,
  rarestWord: -0.252,
  wordCount: 0.216,
  matters: 0.768,
  wideMatter: 0.461,
  issues: 0.033,
  quote: 1.671,
  sameNumber: 0.504,
  otherNumber: 0.466,
  bothTimes: 0.672,
  bothNumbers: 0.111,
  topics: 4.516,
  topicsRoot: -3.756,
  topicsCover: -0.428,
  rarestTopic: 0.473,
  topicCount: 0.141,
  wordsBest: 1.422,
  wordsBestOfOne: -1.51,
  topicsBest: 1.28,
  topicsBestOfOne: 0.169,
  place: -1.415,
  nextWords: 0.421,
  nextTopics: 0.385,
  besideTopics: 0.694,
  length: 0.012,
  oneHeadline: -0.593,
  twoHeadlines: -1.046,
  others: -5.35,
  person: -1.598,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
