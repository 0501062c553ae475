import { roleNouns } from './lexicon/people-words.ts'
import { sayingVerbs, showingVerbs } from './lexicon/reporting.ts'
import { chunkEndingAt, isNounPhrase, type SourceWords } from './noun-phrases.ts'
import { isPersonNoun } from './person-nouns.ts'
import { type Word, wordsOf } from './words.ts'

/** "The union that represents the officers", "una pasajera que viajaba": the noun a relative clause belongs to, when `chunk` is that clause. */
export function beforeRelative(
  frame: string,
  words: readonly Word[],
  chunk: SourceWords,
): SourceWords | null {
  const first = words.findIndex(({ start }) => start >= chunk.start)
  const joint = words[first - 1]
  const noun = words[first - 2]
  const verb = words[first]
  if (!joint || !noun || !verb || !/^(?:that|who|which|que|quien)$/.test(joint.lower)) return null
  // Who has an article or a name of their own is the subject of what follows "that".
  if (
    /^\p{Lu}/u.test(verb.text) ||
    /^(?:the|an?|his|her|their|its|our|my|this|these|those|he|she|they|it|we|i|you|el|la|los|las|un|una|su|sus|no|one|two|three|some|many|several|all|both|police|officers|people)$/.test(
      verb.lower,
    )
  )
    return null
  if (sayingVerbs.has(noun.lower) && !roleNouns.has(noun.lower)) return null
  const outer = chunkEndingAt(frame, words, first - 2)
  if (!outer || !isNounPhrase(frame, outer)) return null
  // "Police arrested a man in a burglary that led officers …": a clause of its own leads up to it.
  const own = wordsOf(frame, outer.start, outer.end)
  return own.slice(1, -1).some(({ lower }) => deed.test(lower) && !/^\p{L}+['’]s$/u.test(lower))
    ? null
    : outer
}

/** Somebody, what they do, and whom they do it to, who ends the words. */
const whomMet =
  /^(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*) (?:had |has |have |was |were )?\p{Ll}+(?: \p{Ll}+){0,3}? (?=(?:(?:an?|the|his|her|their|another|one) (?:[\p{Ll}-]+ ?){1,3}|(?:\p{Lu}[\p{L}.’'-]+ ?){1,4})$)/u

/** What somebody does to another who may speak. */
const met =
  /^(?:invited|asked|called|met|saw|found|questioned|interviewed|approached|stopped|contacted|emailed|phoned|telephoned|texted|thanked|introduced|confronted|arrested|hired|quoted|cited|sent|reached|visited|joined|helped|heard|spoken|spoke|talked)$/

const determiner = /^(?:the|an?|his|her|their|its|one|another|my|our|un|una|el|la|su)$/
const deed =
  /(?:[^e]ed|[^s]s)$|^(?:put|made|sent|wrote|had|has|saw|met|found|got|took|gave|heard|left|kept|was|were|is|are)$/

/** "A call from a man" before "who": the last that is somebody, unless the whole is. */
export function humanBefore(frame: string, span: SourceWords): SourceWords {
  const words = wordsOf(frame, span.start, span.end)
  // "She had invited Chief Rusk, who replied".
  const whom = whomMet.exec(frame.slice(span.start, span.end))
  const whoms = words.filter(({ end }) => whom !== null && end <= span.start + whom[0].length)
  if (
    whom &&
    whoms.slice(1).some(({ text, lower }) => /^\p{Ll}/u.test(text) && met.test(lower)) &&
    !/^(?:of|for|from|by|with|in|at|near|and|or)$/.test(whoms.at(-1)?.lower ?? '')
  )
    return { start: span.start + whom[0].length, end: span.end }
  const preposition = /^(?:of|for|from|by|with|to|at|in|on|about|after|near)$/
  const stop = words.findIndex(({ lower }, at) => at > 0 && preposition.test(lower))
  const head = words[stop < 0 ? words.length - 1 : stop - 1]
  if (
    head &&
    !preposition.test(words[0]?.lower ?? '') &&
    (isPersonNoun(head.lower) || /^\p{Lu}/u.test(head.text))
  )
    return span
  // "The meeting was closed by Ann Lee", "reporters spoke to Ann Lee": before "who" a name behind a deed is who it is.
  const isNoun =
    head !== undefined && (roleNouns.has(head.lower) || isPersonNoun(head.lower.replace(/s$/, '')))
  const named = isNoun
    ? null
    : /(?<= (?:by|to|with|from|for|of|on|at|against|named|called) )(?:\p{Lu}[\p{L}.’'-]+ ){1,3}\p{Lu}[\p{L}’'-]+$/u.exec(
        frame.slice(span.start, span.end),
      )
  const isDone = words
    .slice(1, stop)
    .some(({ lower }) => deed.test(lower) || /^(?:spoke|talked|met)$/.test(lower))
  if (named && (isDone || /^(?:spoke|talked|met|\p{Ll}+ed)$/u.test(head?.lower ?? '')))
    return { start: span.start + named.index, end: span.end }
  const at = words.findLastIndex(({ lower }) => determiner.test(lower))
  const article = words[at]
  const last = words.at(-1)
  return at > 0 && article && last && isPersonNoun(last.lower)
    ? { start: article.start, end: span.end }
    : span
}

/** "Dispatch audio records a voice" before "saying", "the head put out a letter" before "that says": what a verb inside leads up to. */
export function nearestNoun(frame: string, { start, end }: SourceWords): SourceWords {
  const words = wordsOf(frame, start, end)
  const at = words.findLastIndex(({ lower }) => determiner.test(lower))
  const article = words[at]
  const before = words[at - 1]
  if (at < 2 || !article || !before) return { start, end }
  // "She telephoned the station a man" before "said".
  const last = words.at(-1)
  if (
    last &&
    isPersonNoun(last.lower) &&
    /^(?:he|she|they|i|we)$/.test(words[0]?.lower ?? '') &&
    words.slice(1, at).some(({ lower }) => deed.test(lower))
  )
    return { start: article.start, end }
  const isAfterVerb =
    showingVerbs.has(before.lower) || /^(?:out|up|in|to|at)$/.test(before.lower) || deed.test(before.lower)
  return isAfterVerb && words.slice(1, at).some(({ lower }) => deed.test(lower))
    ? { start: article.start, end }
    : { start, end }
}
