import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -3.381

const weights: Readonly<Record<Signal, number>> = {
  words: 1.476,
  wordsRoot: 0.974,
  wordsCover: 0.055,
  rarestWord: -0.026,
  wordCount: 0.081,
  matters: 0.6,
  wideMatter: 0.623,
  issues: 0.001,
  quote: 2.253,
  sameNumber: 1.208,
  otherNumber: 0.221,
  bothTimes: 0.536,
  bothNumbers: 0.11,
  topics: 3.208,
  topicsRoot: -2.458,
  topicsCover: -0.481,
  rarestTopic: 0.197,
  topicCount: 0.259,
  wordsBest: 0.919,
  wordsBestOfOne: -1.391,
  topicsBest: 0.95,
  topicsBestOfOne: 0.278,
  place: -1.307,
  nextWords: 0.569,
  nextTopics: 0.25,
  besideTopics: 0.792,
  length: 0.151,
  oneHeadline: -0.144,
  twoHeadlines: 0.023,
  others: -6.16,
  person: -0.405,
  oneQuestion: -0.809,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter, whatever stands around them. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
