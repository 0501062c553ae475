import { isGivenName } from './given-names.ts'
import { functionWords } from './lexicon/function-words.ts'
import { bodyWords, neverNames, roleNouns, titles } from './lexicon/people-words.ts'
import type { Run } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import { wordSet } from './words.ts'

const kin =
  'son|daughter|brother|sister|mother|father|wife|husband|nephew|niece|cousin|uncle|aunt|grandson|granddaughter|grandmother|grandfather|partner|fiancée?|girlfriend|boyfriend|baby|twin|mum|mom|dad|stepson|stepdaughter|stepfather|stepmother|grandniece|grandnephew|widow|widower|roommate|flatmate|friend|toddler|hij[oa]|herman[oa]|prim[oa]|sobrin[oa]|espos[oa]|abuel[oa]|tí[oa]|niet[oa]|novi[oa]|viud[oa]|marido|mujer|madre|padre'

/** "Her son Micah", "Boyle's wife, Renata". */
const relativeBefore = new RegExp(
  `(?:\\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|whose|[Ss]us?|[Mm]i)|\\p{Lu}[\\p{L}-]+['’]s) (?:[\\p{Ll}-]+ )?(?:${kin}),? $`,
  'u',
)
/** "Dad Phil saw it", "comforted by boyfriend Ash": without whose relative that is. */
const plainRelative = new RegExp(`(?:^|[.!?”"] |\\b(?:by|with|and|to|from|of) )(?:${kin}) $`, 'iu')
/** "The eldest, Moussa, cuts", "A friend, Theo, said": a description and then a name between commas. */
const apposed =
  /(?:^|[\s“"(])(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Uu]na?|[Ee]l|[Ll]a|[Ss]u|[\p{L}-]+['’]s) (?:[\p{Ll}\d-]+ ){0,3}?([\p{Ll}-]+), $/u
const ranked = /^(?:eldest|oldest|youngest|elder|younger|older|other|second|first|third|twin|mayor|menor)$/

const kinWord = new RegExp(`^(?:${kin})$`, 'u')
/** Words for somebody, or as often for a firm. */
const firms =
  /^(?:contractor|operator|promoter|owner|employer|landlord|supplier|developer|manufacturer|provider|maker|builder|broadcaster|publisher|carrier|retailer|insurer|tanker|freighter)$/

/** Capitals that stand alone between commas and name a day, a place or a thing. */
const noNames = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december lunes martes miércoles jueves viernes sábado domingo english spanish american british french german italian polish russian chinese',
)

/** Whether a single capital is somebody, by what stands before it: a relative's or a described person's given name. */
export function isNamedAlone({ words, isHeadline, isPossessive, before, after }: Run): boolean {
  const [only] = words
  if (words.length !== 1 || !only || isHeadline || only.text.length < 3) return false
  const { lower } = only
  if (bodyWords.has(lower)) return false
  if (!isPossessive && relativeBefore.test(before)) return true
  if (
    !/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(only.text) ||
    functionWords.has(lower) ||
    neverNames.has(lower) ||
    roleNouns.has(lower) ||
    titles.has(lower) ||
    noNames.has(lower)
  )
    return false
  if (plainRelative.test(before)) return true
  // "Sekou is a bus driver and the talker of the family."
  const is =
    /^ (?:is|was) (?:an?|the|his|her|their) (?:[\p{Ll}-]+ ){0,2}?([\p{Ll}-]+)(?=[,.;]| (?:and|at|of|in|who|from|for)\b)/u.exec(
      after,
    )?.[1]
  if (is !== undefined && before.trim() === '' && (isPersonNoun(is) || kinWord.test(is))) return true
  const called = apposed.exec(before)?.[1]?.toLowerCase() ?? ''
  return (
    /^(?:,|\.(?:\s|$)| \(\d)/.test(after) &&
    (ranked.test(called) || kinWord.test(called) || (isPersonNoun(called) && !bodyWords.has(called))) &&
    (!firms.test(called) || isGivenName(only.text))
  )
}
