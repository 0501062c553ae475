import { relationNouns } from './lexicon/people-words.ts'
import { isPersonNoun } from './person-nouns.ts'

/** Titles as they are shortened before a name, and the words by which their bearers are called afterwards. */
const titleWords: Readonly<Record<string, readonly string[]>> = {
  sgt: ['sergeant'],
  lt: ['lieutenant'],
  capt: ['captain'],
  cpl: ['corporal'],
  maj: ['major'],
  col: ['colonel'],
  det: ['detective'],
  insp: ['inspector'],
  supt: ['superintendent'],
  cmdr: ['commander'],
  pc: ['constable', 'officer'],
  wpc: ['constable', 'officer'],
  cst: ['constable', 'officer'],
  constable: ['officer'],
  dr: ['doctor'],
  rev: ['pastor', 'reverend', 'minister', 'vicar', 'priest'],
  reverend: ['pastor', 'minister'],
  gov: ['governor'],
  sen: ['senator'],
  rep: ['representative'],
  cllr: ['councillor', 'councilor'],
  councilwoman: ['councilor', 'councillor'],
  councilman: ['councilor', 'councillor'],
  prof: ['professor'],
  mum: ['mother'],
  mom: ['mother'],
  dad: ['father'],
}

/** "Sgt." is a sergeant. */
export const wordsOfTitle = (title: string): readonly string[] => titleWords[title.replace(/\.$/, '')] ?? []

const doing: readonly (readonly [RegExp, string])[] = [
  [/^(?:, who|, \d{1,3},)? (?:owns|owned|runs)\b/, 'owner'],
  [
    /^(?:, \d{1,3},)? (?:(?:is|was|stands) (?:accused of|charged with|on trial)|denies|has denied|pleaded|pleads)\b/,
    'defendant',
  ],
  [/^, who (?:drives|drove|was driving|has driven)\b/, 'driver'],
  [/^, who (?:teaches|taught)\b/, 'teacher'],
  [/^, who (?:manages|managed)\b/, 'manager'],
  [/^, who lives? (?:next door|opposite|across|upstairs|downstairs)\b/, 'neighbor'],
]

/**
 * What else than a word right beside a name says who somebody is: "the captain of the Marigold, Rory Voss", "Voss is a captain", "Voss, who
 * owns the shop". `before` and `after` are what stands around the name in its sentence.
 */
export function rolesAround(before: string, after: string): readonly string[] {
  const found: string[] = []
  const apart =
    /\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|['’]s) ((?:[\p{L}-]+ ){0,3}?[\p{L}-]+) (?:of|for|at|who|with|from|in|on|behind|that|whose) [^,.;:“”]{2,70}, $/u.exec(
      before,
    )
  // "The uncle of the driver, Rory Stamm": the driver, as likely as the uncle.
  const isUnclear =
    apart !== null &&
    relationNouns.has(apart[1]?.split(' ').at(-1)?.toLowerCase() ?? '') &&
    / of (?:the|an?) (?:[\p{Ll}-]+ )?(?:driver|suspect|victim|officer|deputy|trooper|gunman|rider|pilot|shooter|owner|man|woman), $/u.test(
      before,
    )
  const is =
    /^(?:, \d{1,3},)? (?:is|was) (?:an?|the|his|her|their|[\p{L}-]+['’]s) ((?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]+)(?=[,.;]| (?:at|of|in|on|with|who|for|from|and)\b)/u.exec(
      after,
    )?.[1]
  const held =
    /^(?:, \d{1,3},)? (?:(?:has|had) been|is|was|(?:has |had )?serve[sd] as|became|works as|worked as|took office as|was (?:elected|appointed|named|sworn in as)|es|era|fue) (?:the |an? )?(?:[\p{L}’'-]+ ){0,2}?(mayor|sheriff|coroner|superintendent|(?:police |fire |deputy )?chief|governor|commissioner|warden|(?:fire |federal )?marshal|(?:district |city |county )?attorney|prosecutor|chair(?:man|woman)?|president|director|principal|pastor|judge|captain|spokes(?:man|woman|person)|alcaldesa?|jef[ea]|fiscal|president[ea]|director[a]?|portavoz)(?=[,.;]| (?:of|for|since|in|here|at|until|from|de|del|desde)\b)/u.exec(
      after,
    )?.[1]
  for (const words of [isUnclear ? undefined : apart?.[1], is, held]) {
    const head = words?.split(' ').at(-1)?.toLowerCase() ?? ''
    if (isPersonNoun(head) || relationNouns.has(head)) found.push(head)
  }
  for (const [pattern, role] of doing) if (pattern.test(after)) found.push(role)
  if (found.includes('neighbor')) found.push('neighbour')
  return found
}
