import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -2.955

const weights: Readonly<Record<Signal, number>> = {
  words: 2.1,
  wordsRoot: 0.755,
  wordsCover: -0.309,
  rarestWord: -0.259,
  wordCount: 0.254,
  matters: 0.744,
  wideMatter: 0.315,
  issues: 0.003,
  quote: 1.555,
  sameNumber: 0.667,
  otherNumber: 0.355,
  bothTimes: 0.756,
  bothNumbers: 0.069,
  topics: 4.467,
  topicsRoot: -3.994,
  topicsCover: -0.424,
  rarestTopic: 0.467,
  topicCount: 0.053,
  wordsBest: 1.202,
  wordsBestOfOne: -1.487,
  topicsBest: 1.225,
  topicsBestOfOne: 0.403,
  place: -1.376,
  nextWords: 0.345,
  nextTopics: 0.437,
  besideTopics: 0.684,
  length: 0.031,
  oneHeadline: -0.511,
  twoHeadlines: -0.632,
  others: -5.628,
  person: -1.623,
  oneQuestion: -1.448,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
