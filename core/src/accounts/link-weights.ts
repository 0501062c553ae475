import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -3.185

const weights: Readonly<Record<Signal, number>> = {
  words: 1.625,
  wordsRoot: 0.645,
  wordsCover: -0.164,
  rarestWord: -0.252,
  wordCount: 0.189,
  matters: 1.007,
  wideMatter: 0.666,
  issues: 0.027,
  quote: 1.402,
  sameNumber: 0.622,
  otherNumber: 0.404,
  bothTimes: 0.891,
  bothNumbers: 0.085,
  topics: 2.954,
  topicsRoot: -3.301,
  topicsCover: 0.214,
  rarestTopic: 0.397,
  topicCount: 0.135,
  wordsBest: 1.69,
  wordsBestOfOne: -0.409,
  topicsBest: 0.931,
  topicsBestOfOne: 0.19,
  place: -1.162,
  nextWords: 0.466,
  nextTopics: 0.094,
  besideTopics: -0.036,
  length: 0.092,
  oneHeadline: -1.046,
  twoHeadlines: -1.76,
  others: -4.073,
  person: -1.177,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
