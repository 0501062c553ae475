import { relativeOf } from './kin-of.ts'
import { bodyWords, femaleWords, groupNouns, maleWords, roleNouns } from './lexicon/people-words.ts'
import type { People, Person } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import { determiner, inferred } from './source-words.ts'
import type { Source } from './speakers.ts'
import { wordsOf } from './words.ts'

/** "A neighbor": someone described and not named, shortly before a pronoun. */
export function describedBefore(
  text: string,
  people: People,
  heads: ReadonlySet<number>,
  at: number,
  kind: 'female' | 'male',
  isTeller: (source: Source, head: string) => boolean = () => false,
): { readonly at: number; readonly source: Source } | null {
  const from = Math.max(0, at - 260)
  const words = wordsOf(text, from, at)
  let nearest: { readonly at: number; readonly source: Source } | null = null
  for (let index = words.length - 1; index > 0; index--) {
    const word = words[index]
    const previous = words[index - 1]
    if (!word || !previous) continue
    // "The Commissioner": an office may have a capital.
    if (!/^\p{Ll}/u.test(word.text) && !(determiner.test(previous.lower) && roleNouns.has(word.lower)))
      continue
    if (!isPersonNoun(word.lower) || groupNouns.has(word.lower)) continue
    // "She went to the school": no he or she.
    if (bodyWords.has(word.lower) && !roleNouns.has(word.lower)) continue
    // "They gave him a chair".
    if (word.lower === 'chair' && /^an?$/.test(previous.lower)) continue
    const isOther = kind === 'female' ? maleWords.has(word.lower) : femaleWords.has(word.lower)
    const article = [previous, words[index - 2], words[index - 3]].find(
      (each, away, all) =>
        each &&
        determiner.test(each.lower) &&
        // "The young man": nothing but blanks between.
        all
          .slice(0, away)
          .every(inside => inside && /^\p{Ll}/u.test(inside.text) && !determiner.test(inside.lower)) &&
        /^[\p{Ll} -]+$/u.test(text.slice(each.end, word.start)),
    )
    if (isOther || !article || heads.has(word.start)) continue
    // "With his lawyer present, he said": whose lawyer it is.
    const isOwned =
      (kind === 'male' ? /^his$/ : /^her$/).test(article.lower) &&
      !femaleWords.has(word.lower) &&
      !maleWords.has(word.lower)
    // “They took my boy,” she said: whoever is spoken of in exact words does not say what stands behind them.
    const isSpokenOf =
      !isQuoted(text, at) && /^(?:my|our|mi)$/.test(article.lower) && isQuoted(text, article.start)
    if (isOwned || isSpokenOf) continue
    const named = namedBeside(people, text, article.start, word.end)
    if (named && named.gender !== 'unknown' && named.gender !== kind) continue
    const called = text.slice(article.start, word.end)
    // "Her brother told the officers": who that brother is.
    const known = named ?? people.called.get(article.start) ?? relativeOf(called, text, people, article.start)
    const found = {
      at: article.start,
      source: known
        ? inferred(known)
        : {
            name: called,
            person: null,
            certainty: 'inferred' as const,
            isPronoun: true,
          },
    }
    // "A witness said an officer stopped her. “He told me …,” she said": whom the witness brings in. "The girl" was told of before.
    if (isTeller(found.source, word.lower)) {
      if (nearest === null) continue
      const { name, person } = nearest.source
      const isOffice = wordsOf(name).every(({ lower }) => !femaleWords.has(lower) && !maleWords.has(lower))
      // "Their mother said the girl screamed": somebody who was named, where there is one.
      const isNamed = people.mentions.some(
        mention =>
          mention.start < at &&
          at - mention.start < 400 &&
          mention.person.gender === kind &&
          !isTeller(inferred(mention.person), ''),
      )
      if (person === null && (isOffice || !isNamed || /^(?:an?|another|una?|otr[oa])\s/i.test(name)))
        return nearest
    }
    // Who a sentence is about comes before those whom it only names.
    const isSubject =
      article.start === 0 ||
      /[.!?”“"‘«:\n]\s*$/.test(text.slice(Math.max(0, article.start - 3), article.start))
    if (isSubject) return found
    nearest ??= found
    if (/[.!?]\s/.test(text.slice(word.end, nearest.at))) return nearest
  }
  return nearest
}

/** Whether a place lies in exact words of its paragraph. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at)
  const straight = before.split('"').length % 2 === 0
  return (
    straight ||
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('«') > before.lastIndexOf('»')
  )
}

/** "A midwife named Ann Lee", "Ann Lee, a midwife": who a description is, where their name stands beside it. */
function namedBeside(people: People, text: string, start: number, end: number): Person | null {
  const beside = people.mentions.find(
    mention =>
      (mention.titleStart >= end &&
        /^,? (?:named |called |llamad[oa] )?$/.test(text.slice(end, mention.titleStart))) ||
      (mention.titleStart <= start && mention.start >= end && mention.start - end < 12) ||
      (mention.end <= start && text.slice(mention.end, start) === ', '),
  )
  return beside?.person ?? null
}
