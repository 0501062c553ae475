import { bodyWords, groupNouns, roleNouns } from './lexicon/people-words.ts'

/** A stretch of the words before (`lead`) or behind (`rest`) a quote that names whose words they are. */
export interface Owner {
  readonly side: 'lead' | 'rest'
  readonly start: number
  readonly end: number
}

const noun =
  '(?:messages?|texts?|words?|answers?|reply|replies|response|orders?|question|announcement|plea|cry|cries|commands?|instructions?|warning|shouts?|tweet|call|advice|verdict|notes?|letters?|e-?mails?|diary|entry|posts?|caption|description|account|version|recollection|testimony|summary|assessment|phrase|remarks?|comments?)'
const owner = "(his|her|their|(?:the |an? )?(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+['’]s?)"

const ownedPhrase = new RegExp(`^${owner} (?:\\p{Ll}+ ){0,2}?${noun}(?: (?:of|about) .*)?$`, 'iu')
const leads = new RegExp(
  `(?:^|[.!?;,”"] |\\b(?:and|but|with|says?|said|recalls?) )${owner} (?:\\p{Ll}+ ){0,2}?${noun}(?: (?:to|for) [^,.;:“"]{2,40}?)?(?:, [^,;“"]{3,40},)?(?: (?:(?:was|were|is|are|came|reads?|ran|began|begins|ended|ends|opened|opens|closed|closes|concluded|concludes|continued|continues|went on|goes on)|(?:was|is) (?:only |just |always |often )?(?:one|two|three|four|a|the same|blunt|brief|short)(?: \\p{Ll}+){0,3}:))?[,:—–-]? ?$`,
  'iu',
)
/** "The board said the sergeant's account was “not credible”": what is said of his account is not his. */
const judged =
  /\b(?:said|says|found|finds|wrote|writes|concluded|ruled|argued|argues|told [\p{L} ]{2,20}|called|calls) (?:that )?(?:his|her|their|its|(?:the |an? )?(?:[\p{L}-]+ ){0,3}?[\p{L}-]+['’]s?) (?:\p{Ll}+ ){0,2}?(?:account|version|recollection|testimony|summary|assessment|description|notes?|response|reply|statement|explanation) (?:was|were|is|are) ?$/iu
const behind = new RegExp(
  `^,? (?:came|come|was|is|were|are) (?:to be )?${owner} (?:\\p{Ll}+ ){0,2}?${noun}\\b`,
  'iu',
)
const how =
  /^ (?:is|was) (?:how|what) ((?:the |an? |one )?(?:[\p{L}.’'-]+ ){0,3}?[\p{L}.’'-]+)(?:, [^,“”]{3,60},)? (?:describes?|described|puts?|put|remembers?|remembered|tells|told|calls?|called|recalls?|recalled)\b/iu
/** "Then a man's voice: “…”". */
const voiceOf =
  /((?:\b(?:the|an?|another|his|her|one) )?(?:[\p{L}-]+ ){0,2}?[\p{L}-]+)['’]s? voice(?: \p{Ll}+(?:ing)?){0,2}[,:] ?$/iu
/** “…,” was all a lieutenant would say. */
const allSaid =
  /^,? (?:is|was) (?:all|as much as|the most) (?:that )?((?:the |an? |one |his |her )?(?:[\p{L}.’'-]+ ){0,4}?[\p{L}.’'-]+) (?:(?:would|could|will|can|had to|was willing to|cared to) )?(?:say|said|says|offer|offered|add|added|manage|managed|tell|told)\b/iu
/** "By the mayor's account it was “…”". */
const byAccount =
  /\b[Bb]y ((?:(?:the|an?|one|his|her|their) )?(?:[\p{L}.’'-]+ ){0,4}?(?:[\p{L}.-]+['’]s?|his|her|their))(?: own)? (?:account|telling|reckoning|estimate|estimation|version|description|admission|recollection|measure|lights)\b[^.;:“”]{0,60}$/u
/** "The words of the mayor were plain: “…”", "in the view of Lee it was “…”". */
const wordsOfWhom =
  /\b(?:[Tt]he (?:words|message|answer|verdict|account|version|reply|opinion|testimony|recollection) of|[Ii]n the (?:words|view|opinion|eyes|telling|memory|account) of) ((?:(?:the|an?|one|his|her|their) )?(?:[\p{L}\d.’'-]+ ){0,5}?[\p{L}\d.’'-]+)(?:,[^,“”]{2,60},)?(?:,| (?:was|were|is|are|came|ran)\b)[^.;:“”]{0,50}[:,]? ?$/u
/** "The sergeant's review consists of one sentence: “…”". */
const amountsTo =
  /(?:^|[.!?;,”"] )((?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er )?(?:[\p{L}.-]+ ){0,3}?[\p{L}-]+['’]s?) (?:\p{Ll}+ ){0,2}?(?:report|review|entry|log|memo|statement|answer|reply|e-?mail|finding|affidavit|account|note|response|letter|post|report) (?:consists?|consisted|runs?|ran|amounts?|amounted|comes?|came|boils?|boiled)(?: down)? (?:of|to) [^:“”]{2,40}: ?$/u
/** "It began, “…”". */
const itGoesOn =
  /(?:^|[.!?”"] )(It) (?:began|begins|ended|ends|opened|opens|closed|closes|concluded|concludes|continued|continues|went on|goes on)(?: (?:with|by saying))?[,:]? ?$/u
const cries = /\b(?:cries|shouts|chants|calls|screams|yells|murmurs|jeers) of ?$/i
const criers = /^ (?:from|by|among) ((?:the |an? |some )?(?:\p{Ll}+ )?\p{Ll}+)/u
const named =
  /((?:\b(?:the|a|an) )?(?:[\p{L}-]+ )?[\p{L}-]+) (?:calls?|called|terms?|termed|labels?|labell?ed|deems?|deemed|considers?|brands?|branded|describes?|described) (?:it|them|him|her|this|that|(?:the|his|her|their|an?) [\p{L}’' -]{2,40}?|\p{Ll}{3,}) (?:as )?$/iu
const forWhom =
  /^(?:Para|For|To) ([^,.;]{3,60}?),(?: [^,.;“”]{2,50},)? (?:[\p{Ll}’'-]+ ){0,6}?(?:fue|es|era|sería|was|is|were|are|seemed|looked|sounded|felt|looked like|sounded like|felt like|parecía|hubo|había) $/u
const possessor = /((?:\b(?:the|a|an) )?(?:[\p{L}-]+ ){0,2}?[\p{L}-]+)['’]s? $/iu

/** "Her last message", "the captain's order": whose it is; null for other phrases. */
export const ownerOf = (phrase: string): string | null =>
  ownedPhrase.exec(phrase)?.[1]?.replace(/['’]s?$/, '') ?? null

/** "A text that Reyes sent said": behind the noun, who sent it. */
export function senderBehind(
  phrase: string,
  rest: string,
): { readonly start: number; readonly end: number } | null {
  if (!/\b(?:messages?|texts?|letters?|notes?|e-?mails?|posts?|tweets?)$/i.test(phrase)) return null
  const found =
    /^ (?:that |which )?((?:the |an? |his |her |their )?(?:\p{L}[\p{L}.’'-]* ){0,2}?\p{L}[\p{L}.’'-]*) (?:had |has )?(?:sent|wrote|written|posted|left|typed|texted)\b/u.exec(
      rest,
    )
  return found?.[1] === undefined || /^(?:was|were|that|which|by)\b/.test(found[1])
    ? null
    : {
        start: found.index + found[0].indexOf(found[1]),
        end: found.index + found[0].indexOf(found[1]) + found[1].length,
      }
}

/** Whose words are said to be quoted: "His order was “…”", "“…” were her last words", "cries of “…” from the crowd". */
export function ownerBeside(lead: string, rest: string): Owner | null {
  return (
    placed('rest', rest, behind.exec(rest)) ??
    placed('rest', rest, allSaid.exec(rest)) ??
    placed('lead', lead, voiceOf.exec(lead)) ??
    placed('lead', lead, wordsOfWhom.exec(lead)) ??
    placed('lead', lead, byAccount.exec(lead)) ??
    placed('lead', lead, amountsTo.exec(lead)) ??
    placed('lead', lead, itGoesOn.exec(lead)) ??
    placed('rest', rest, how.exec(rest)) ??
    (cries.test(lead) ? placed('rest', rest, criers.exec(rest)) : null) ??
    placed('lead', lead, judged.test(lead) ? null : leads.exec(lead))
  )
}

/** "Police call it “…”", "the sheriff's “isolated incident”": weaker, since others may be said to say it. */
export function callerBefore(lead: string, quoted: string): Owner | null {
  if (!/^\p{Ll}/u.test(quoted)) return null
  return (
    placed('lead', lead, named.exec(lead)) ??
    placed('lead', lead, forWhom.exec(lead)) ??
    placed('lead', lead, possessor.exec(lead))
  )
}

function placed(side: Owner['side'], words: string, found: RegExpExecArray | null): Owner | null {
  const whose = found?.[1]?.replace(/['’]s?$/, '').replace(/^(?:in|with|by|and|but|from) /i, '')
  if (!found || whose === undefined || words === '') return null
  const start = found.index + found[0].indexOf(whose)
  return { side, start, end: start + whose.length }
}

/** A word for a person or a body ends the name. */
export const isSpeaking = (name: string) => {
  const own = name.split(/ (?:of|for|from|at|with|who|del?|que) /u)[0] ?? ''
  const head = own.split(' ').at(-1)?.toLowerCase() ?? ''
  return (
    roleNouns.has(head) || bodyWords.has(head) || groupNouns.has(head) || /^(?:fuentes|sources)$/.test(head)
  )
}

const label =
  /^(?:[[(]?\d{1,2}[:.]?\d{2}(?:[:.]\d{2})?[\])]?(?: ?(?:hrs?\.?|[ap]\.?m\.?))?(?: ?[-–—|])? )?(\p{Lu}[\p{L}.’'-]*(?: (?:[\p{L}.’'-]+|\d{1,4})){0,4}?)(?:,[^,:;]{2,30}| \([^()]{2,30}\)| to \p{Lu}\p{L}+)?(: ?| )$/u

/** "22:15 Unit 3 to Dispatch: “…”", "Man in vest, off screen: “…”": a label, in front of nothing but the words. */
export function labelBefore(lead: string): { readonly start: number; readonly end: number } | null {
  const found = label.exec(lead)
  const words = found?.[1]
  if (!found || words === undefined) return null
  // "Of her son:", "On the delay:": what the words are about.
  if (/^(?:Of|On|About|As|To|For|In|At|From|And|But|Then|Or)\b/u.test(words)) return null
  // "The woman corrected him:" is no label.
  if (/\b(?:him|her|them|me|us|it|he|she|they|\p{Ll}{3,}ed)\b/u.test(words)) return null
  const isTimed = /^[[(]?\d/.test(lead)
  const isUnit = /^(?:Unit|Car|Engine|Medic|Squad|Truck|Tug|Caller|Dispatch|Control|Base) ?\d{0,4}$/iu.test(
    words,
  )
  const isPerson = words
    .toLowerCase()
    .split(' ')
    .some(word => roleNouns.has(word) || word === 'voice')
  if (!(isUnit || (isPerson && found[2] !== ' ') || (isTimed && found[2] !== ' '))) return null
  const start = lead.indexOf(words)
  return { start, end: start + words.length }
}
