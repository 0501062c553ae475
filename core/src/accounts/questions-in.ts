import { type Counted, type Question, questions } from './lexicon/questions.ts'
import type { Given } from './matters-in.ts'
import { wordClass } from './word-classes.ts'

interface Asked {
  readonly id: string
  /** Each way of speaking to it: one class of words, or two that have to stand near each other. */
  readonly ways: readonly (readonly RegExp[])[]
  readonly answers: readonly (readonly [string, RegExp])[]
  readonly denied: Readonly<Record<string, string>>
}

const asked: readonly Asked[] = Object.entries(questions).map(([id, question]: [string, Question]) => ({
  id,
  ways: question.about.map(way => way.split(' + ').map(wordClass)),
  answers: Object.entries(question.answers ?? {}).map(([answer, line]) => [answer, wordClass(line)] as const),
  denied: question.denied ?? {},
}))

/** First letters by which a question is looked at at all. */
const byStart = new Map<string, Asked[]>()
const startLength = 3
for (const [index, { about }] of Object.values(questions).entries())
  for (const way of about)
    for (const word of (way.split(' + ')[0] ?? '').trim().split(/\s+/))
      for (const start of startsOf(word)) {
        const known = byStart.get(start) ?? []
        const each = asked[index]
        if (each && !known.includes(each)) known.push(each)
        byStart.set(start, known)
      }

/** "(he|she)_was" begins in two ways. */
function startsOf(word: string): readonly string[] {
  const choice = /^\(([^()]*)\)/.exec(word)
  const firsts = choice ? (choice[1] ?? '').split('|') : [word]
  return firsts.map(first => (/^[\p{L}\d]+/u.exec(first)?.[0] ?? '').slice(0, startLength))
}

const reach = 80

/** The questions that a statement speaks to, with its answers. `text` is in lower case and without accents, as long as `body`. */
export function questionsIn(
  text: string,
  isUnanswered: boolean,
  wordsAt: (from: number, to: number) => string,
): ReadonlyMap<string, readonly Given[]> {
  const found = new Map<string, readonly Given[]>()
  const looked = new Set<Asked>()
  for (const [word] of text.matchAll(/[\p{L}\d]+/gu))
    for (let length = 1; length <= startLength; length++) {
      if (length < startLength && word.length !== length) continue
      for (const each of byStart.get(word.slice(0, length)) ?? []) looked.add(each)
    }
  for (const each of looked) {
    if (!each.ways.some(way => speaksTo(text, way))) continue
    found.set(each.id, isUnanswered ? [] : answersTo(each, text, wordsAt))
  }
  return found
}

function speaksTo(text: string, [one, two]: readonly RegExp[]): boolean {
  if (!one) return false
  const firsts = placesOf(text, one)
  if (!two || firsts.length === 0) return firsts.length > 0
  const seconds = placesOf(text, two)
  return firsts.some(([start, end]) =>
    seconds.some(
      ([from, to]) => (from >= end && from - end <= reach) || (to <= start && start - to <= reach),
    ),
  )
}

const placesOf = (text: string, pattern: RegExp): readonly (readonly [number, number])[] =>
  [...text.matchAll(pattern)].map(match => [match.index, match.index + match[0].length] as const)

function answersTo(
  { answers, denied }: Asked,
  text: string,
  wordsAt: (from: number, to: number) => string,
): readonly Given[] {
  const given: Given[] = []
  for (const [answer, pattern] of answers)
    for (const [from, to] of placesOf(text, pattern)) {
      const isDenied = deniedBefore.test(text.slice(Math.max(0, from - 60), from))
      const said = isDenied ? denied[answer] : answer
      if (said !== undefined && !given.some(each => each.answer === said))
        given.push({ answer: said, words: wordsAt(from, to) })
    }
  return given
}

/** A denial that reaches what stands behind it: within its clause. */
const deniedBefore =
  /(?:\b(?:no|not|never|nobody|none|neither|nor|without|nunca|nadie|jamas|sin|ningun[ao]?|tampoco)\b|n't\b|\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|rejected|negaron|niegan?|nego)\b)(?![^,.;:]{0,60}\b(?:but|and then|until|because|pero|y luego)\b)[^,.;:]{0,55}$/u

/** What a question counts; empty for none. */
export const countedIn = (id: string): readonly Counted[] => questions[id]?.counts ?? []
