import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -3.066

const weights: Readonly<Record<Signal, number>> = {
  words: 3.107,
  wordsRoot: 0.456,
  wordsCover: -0.335,
  rarestWord: -0.257,
  wordCount: 0.225,
  matters: 0.715,
  wideMatter: 0.317,
  issues: 0.0,
  quote: 1.479,
  sameNumber: 0.637,
  otherNumber: 0.346,
  bothTimes: 0.755,
  bothNumbers: 0.08,
  topics: 4.636,
  topicsRoot: -3.951,
  topicsCover: -0.384,
  rarestTopic: 0.461,
  topicCount: 0.056,
  wordsBest: 1.247,
  wordsBestOfOne: -1.98,
  topicsBest: 1.151,
  topicsBestOfOne: 0.37,
  place: -1.386,
  nextWords: 0.384,
  nextTopics: 0.435,
  besideTopics: 0.653,
  length: 0.087,
  oneHeadline: -0.493,
  twoHeadlines: -0.604,
  others: -5.554,
  person: -1.541,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
