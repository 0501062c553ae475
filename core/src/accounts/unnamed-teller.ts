import { sayingVerbs } from './lexicon/reporting.ts'
import type { Source } from './speakers.ts'
import { wordsOf } from './words.ts'

/** "He was told, “…”", "and were ordered to “…”": exact words right behind a passive that names nobody. */
const passive =
  /\b(?:was|were|been|being|got) (?:then |also |only |later |simply |repeatedly )?(?:told|ordered|warned|instructed|advised|informed)(?: (?:to|that|only))?[,:]? ?$/

/** Those whose part it is to give orders and to turn people away. */
const teller =
  /\b(?:an?|the|no|one|two|three|several|another|police|his|her|their) (?:[\p{Ll}-]+ ){0,2}?(officer|deputy|trooper|sergeant|lieutenant|constable|guard|agent|marshal|dispatcher|operator|supervisor|manager|foreman|steward|official|bailiff|warden|inspector|doctor|nurse|clerk|bouncer|driver|conductor)s?\b/giu

/**
 * Who tells what somebody "was told": the last in the sentences before whose part it is, and never the one who was told. Always
 * inferred; null where the words are led in otherwise or nobody was spoken of.
 */
export function unnamedTeller(lead: string, before: string): Source | null {
  const found = passive.exec(lead)
  if (!found) return null
  const subject = lead.slice(0, found.index)
  // "I asked a steward what was going on and was told": who was asked.
  if (/\basked (?!to\b|for\b|that\b|if\b|whether\b)/.test(subject)) return null
  // "The sheriff said he was told": as somebody tells it, whose words these are. "He complained and was told" tells it plainly.
  const isTold = wordsOf(subject).some(
    ({ lower, end }) =>
      sayingVerbs.has(lower) &&
      !/^(?:asked|asks|told)$/.test(lower) &&
      !/^(?: \p{Ll}+){0,3},? (?:and|but) /u.test(subject.slice(end)),
  )
  if (isTold) return null
  const last = [...before.slice(-350).matchAll(teller)].findLast(
    ([, noun = '']) => !new RegExp(`\\b${noun}s?\\b`, 'i').test(subject),
  )
  return {
    name: last?.[1] === undefined ? 'they' : `the ${last[1].toLowerCase()}`,
    person: null,
    certainty: last ? 'inferred' : 'unknown',
    isPronoun: true,
  }
}
