import { signals } from './pair-signals.ts'

type Signal = (typeof signals)[number]

/** Learned by `scripts/train-links.ts`, which prints these lines, from all annotated accounts of `test/cases/accounts`. */
const bias = -3.061

const weights: Readonly<Record<Signal, number>> = {
  words: 3.023,
  wordsRoot: 0.531,
  wordsCover: -0.37,
  rarestWord: -0.25,
  wordCount: 0.211,
  matters: 0.718,
  wideMatter: 0.338,
  issues: 0.021,
  quote: 1.436,
  sameNumber: 0.62,
  otherNumber: 0.332,
  bothTimes: 0.749,
  bothNumbers: 0.09,
  topics: 4.754,
  topicsRoot: -3.961,
  topicsCover: -0.381,
  rarestTopic: 0.466,
  topicCount: 0.062,
  wordsBest: 1.272,
  wordsBestOfOne: -1.964,
  topicsBest: 1.158,
  topicsBestOfOne: 0.33,
  place: -1.393,
  nextWords: 0.286,
  nextTopics: 0.578,
  besideTopics: 0.66,
  length: 0.066,
  oneHeadline: -0.504,
  twoHeadlines: -0.6,
  others: -5.609,
  person: -1.519,
}

const inOrder = signals.map(name => weights[name])

/** The chance, 0 to 1, that two statements with these signals are about one matter. */
export function chanceOf(found: readonly number[]): number {
  let sum = bias
  for (let at = 0; at < inOrder.length; at++) sum += (inOrder[at] ?? 0) * (found[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
