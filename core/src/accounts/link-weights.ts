import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -3.431

const weights: Readonly<Record<Signal, number>> = {
  words: 1.592,
  wordsRoot: 0.737,
  wordsCover: -0.073,
  rarestWord: -0.03,
  wordCount: 0.094,
  matters: 0.594,
  wideMatter: 0.661,
  issues: 0.032,
  quote: 1.487,
  sameNumber: 1.812,
  otherNumber: 0.195,
  bothTimes: 0.43,
  bothNumbers: 0.105,
  topics: 3.05,
  topicsRoot: -2.419,
  topicsCover: -0.396,
  rarestTopic: 0.206,
  topicCount: 0.275,
  wordsBest: 0.925,
  wordsBestOfOne: -0.974,
  topicsBest: 0.911,
  topicsBestOfOne: 0.25,
  place: -1.359,
  nextWords: 0.681,
  nextTopics: 0.186,
  besideTopics: 0.847,
  length: 0.19,
  oneHeadline: -0.122,
  twoHeadlines: -0.131,
  others: -0.078,
  person: -0.313,
  oneQuestion: -0.814,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter, whatever stands around them. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
