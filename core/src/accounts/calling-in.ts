import { bodyWords } from './lexicon/people-words.ts'
import { ownerOf } from './owned-words.ts'
import { isPersonNoun } from './person-nouns.ts'
import { clean, headWords } from './source-words.ts'
import { beforeVerb, withoutTimes } from './whole-subject.ts'

/** What words call somebody who goes by another name: "his sister", "the editor" of "the editor, Tom Breen"; null where they name nobody's part. */
export function callingIn(words: string, name: string): string | null {
  const whole = words
    .replace(/\s+/g, ' ')
    .replace(/[,\s]+$/, '')
    .trimStart()
  const { from, to } = withoutTimes(whole)
  const phrase = whole.slice(from, to)
  const called = clean(phrase.slice(0, beforeVerb(phrase)))
  const head = headWords(called).at(-1) ?? ''
  // "A technician's work order", "a man's voice": what of theirs speaks.
  const isSomebody =
    (isPersonNoun(head) && !bodyWords.has(head)) || ownerOf(called) !== null || /['’]s? voice$/u.test(called)
  return isSomebody && called.toLowerCase() !== name.toLowerCase() ? called : null
}
