import { bodyWords, groupNouns, roleNouns } from './lexicon/people-words.ts'
import { speechActs } from './lexicon/reporting.ts'
import { isPersonNoun } from './person-nouns.ts'
import type { Unit } from './quotes.ts'
import type { Sentence } from './sentences.ts'
import { headWords } from './source-words.ts'
import type { Source } from './speakers.ts'

/** Whether a reporting clause makes its subject the source of the sentence, though its verb has other uses too ("called", "reported", "found"). */
export function isHandedOn(
  text: string,
  sentence: Sentence,
  { clause, source }: Unit['clauses'][number],
): boolean {
  // "Had warned him first": done to somebody, and nothing of what was said.
  if (
    /^warn(?:ed|s)$/.test(clause.verb.lower) &&
    /^ (?:him|her|them|us|me|(?:the|his|her|their) \p{Ll}+)(?:[.,;]| (?:first|again|twice|before|and|repeatedly|several|(?:two|three|four|five|\d+) times)\b)/u.test(
      text.slice(clause.verb.end, clause.verb.end + 40),
    )
  )
    return false
  return (
    !clause.isWeak ||
    clause.kind !== 'said' ||
    // "Unit 6 reports gate is chained", as dispatchers write.
    (clause.subject.start - sentence.start < 12 &&
      /^(?:(?:unit|engine|medic|car|squad|truck|officer)\s\p{L}{0,3}-?\d{1,4}|rp|caller|dispatch|control)$/iu.test(
        text.slice(clause.subject.start, clause.subject.end),
      )) ||
    // "SECURITY DESK ADVISES TWO SHOTS HEARD", as logs are printed.
    (!/\p{Ll}/u.test(text.slice(sentence.start, sentence.end)) &&
      clause.subject.end <= clause.verb.start &&
      /^(?:advise[sd]|state[sd]|report(?:s|ed)|request(?:s|ed)|confirm(?:s|ed)|relay(?:s|ed))$/.test(
        clause.verb.lower,
      )) ||
    // ", the coroner has ruled.": what stands before the comma is what was ruled.
    (/,\s*$/.test(text.slice(sentence.start, clause.subject.start)) &&
      clause.subject.end <= clause.verb.start &&
      !/ing$|^announce|^call/.test(clause.verb.lower) &&
      /^\s*(?:[.;,]|$)/.test(text.slice(clause.verb.end, sentence.end))) ||
    /^(?: out| to the fact)?(?:, (?:too|also|though|however|además|también),)?(?: (?:on |last |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= that ))?\s+(?:that|it|this|how|what|why|whether|if|there|he|she|they|hearing|seeing|feeling|having|para que|(?:al? (?:\p{Lu}?[\p{L}’'-]+ ){1,4}?|en )?que|si|cómo)\b/u.test(
      text.slice(clause.verb.end, clause.verb.end + 50),
    ) ||
    // "Our client instructs us that …", "expressed concern about".
    /^\s+(?:(?:us|me|him|her|them|reporters|jurors|officers|\p{Lu}\p{L}+|(?:the|his|her|their|this) \p{L}+(?: \p{L}+)?) that|(?:(?:no|some|a) )?(?:sharp |severe |more )?(?:pain|injury|injuries|dizziness|numbness)\b|(?:his |her |its |their |some |deep |great |serious )?(?:concerns?|regrets?|doubts?|sorrow|condolences|anger|outrage|relief|confidence|disappointment|frustration|sympathy|support|opposition|hopes?|preocupación) )/u.test(
      text.slice(clause.verb.end, clause.verb.end + 40),
    ) ||
    // "Police estimated 3,500", "cifraron la asistencia en 9.000".
    /^\s+(?:about |around |some |roughly |nearly |unos |unas )?[\d$£€]/.test(
      text.slice(clause.verb.end, clause.verb.end + 16),
    ) ||
    // "Estimated the crowd at 2,500": a figure put on something.
    /^\s+(?:the|that|its|their)\s+[^.;]{3,50}\s(?:at|to be)\s+(?:about |around |some |roughly |nearly )?[\d$£€]/.test(
      text.slice(clause.verb.end, clause.verb.end + 90),
    ) ||
    isSpeechAct(text, clause, source)
  )
}

/** "Neighbors described a crash", "the hospital cited privacy rules", "a caller reported a man with a rifle": what only somebody who speaks does. */
function isSpeechAct(
  text: string,
  { subject, verb, via }: Unit['clauses'][number]['clause'],
  source: Source,
): boolean {
  const [before, after] = [
    text.slice(Math.max(0, verb.start - 30), verb.start),
    text.slice(verb.end, verb.end + 60),
  ]
  // "The Herald first reported the suspension."
  if (/^report(?:s|ed)$/.test(verb.lower) && /\b(?:first|earlier|previously|exclusively) $/.test(before))
    return true
  // "Two of the nurses", "residents interviewed by the paper": who they are.
  const heads = headWords(source.name.replace(/^\p{L}+ of (?=(?:the|his|her|their|these|those|our) )/iu, ''))
  const head = heads.findLast(lower => isPersonNoun(lower) || groupNouns.has(lower)) ?? heads.at(-1) ?? ''
  const one = head.replace(/(?<=\p{L}{3})s$/u, '')
  const isSomebody =
    source.person !== null ||
    isPersonNoun(one) ||
    roleNouns.has(head) ||
    bodyWords.has(head) ||
    groupNouns.has(head)
  if (!isSomebody || /\b(?:was|were|been|being|is|are)(?: \p{L}+)? $/u.test(before)) return false
  // "In a post, the union called the charge absurd."
  if (via !== null && via.start < subject.start) return true
  if (speechActs.has(verb.lower)) return true
  if (
    /^(?:called|calls)$/.test(verb.lower) &&
    /^ (?:it|this|that|him|her|them|(?:the|his|her|its) (?:\p{Ll}+ ){1,3}?)(?:an? |\p{Ll}+(?:less|ful|ous|able|ible|ive|al|ic|ent|ant|ed|ing)\b|absurd|wrong|false|fair|unfair|(?:un)?just)/u.test(
      after,
    )
  )
    return true
  // "Police have named the victim as", "the hospital reported him in stable condition".
  if (
    /^(?:named|identified|reported|reports|listed|lists|treating)$/.test(verb.lower) &&
    /^ (?:the|an?|him|her|them|his|its|\p{Lu}\p{L}+)\b[^.;,]{0,40} (?:as|in (?:stable|critical|serious|fair|good|guarded)) /u.test(
      after,
    )
  )
    return true
  if (/^offer(?:s|ed)$/.test(verb.lower))
    return /^ (?:his|her|its|their|deep|sincere)? ?(?:\p{Ll}+ )?(?:condolences|apolog(?:y|ies)|sympath(?:y|ies)|prayers)\b/u.test(
      after,
    )
  if (/^urge[sd]?$/.test(verb.lower))
    return /^ (?:residents|people|the public|anyone|everyone|drivers|parents|voters|officials|lawmakers|calm|patience|restraint|caution|the (?:city|council|state|court|governor|mayor))\b/.test(
      after,
    )
  if (/^(?:ask|asked|asks)$/.test(verb.lower)) return /^ for /.test(after)
  if (/^(?:called|calls)$/.test(verb.lower))
    return /^ for (?:an?|the|more|calm|justice|answers|his|her|their|its) /.test(after)
  if (/^ruled?$/.test(verb.lower)) return /^ out\b/.test(after)
  if (/^(?:estimat|believ|suggest|suspect|reckon|figure)/.test(verb.lower))
    return /^ (?:the|an?|his|her|its) [^.;,]{2,40}? (?:had|has|was|were|is|are|would|could|may|might)\b/.test(
      after,
    )
  return (
    /^report(?:s|ed)$/.test(verb.lower) &&
    callers.test(one) &&
    /^ (?:an?|the|two|three|several|no|hearing|seeing) /.test(after)
  )
}

const callers =
  /^(?:caller|witness|resident|neighbou?r|motorist|driver|passer-?by|passenger|bystander|onlooker|employee|clerk)$/
