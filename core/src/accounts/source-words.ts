import { bodyWords, femaleWords, groupNouns, maleWords, roleNouns } from './lexicon/people-words.ts'
import type { Person } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import type { Source } from './speakers.ts'
import { wordsOf } from './words.ts'

/** A person as whom a pronoun means. */
export const inferred = (person: Person): Source => ({
  name: person.name,
  person,
  certainty: 'inferred',
  isPronoun: true,
})

/** The words before "of", "for" and the like: what they are themselves. */
export const headWords = (words: string) =>
  wordsOf(
    words.split(
      /\b(?:for|of|from|with|to|in|at|on|near|by|who|that|behind|outside|inside|beside|opposite|next|across|along|beneath|aboard|del?|con|en|que|para)\b/,
    )[0] ?? '',
  ).map(({ lower }) => lower.replace(/'s$/, ''))

/** "The department", "El hospital": nobody whom "she" or "he" could mean. */
export const isBody = ({ person, name }: Source) => {
  const head = headWords(name).at(-1) ?? ''
  return person === null && (bodies.test(head) || (bodyWords.has(head) && !roleNouns.has(head)))
}

/** Words for bodies that can speak, and are no he or she. */
const bodies =
  /^(?:department|office|agency|authority|company|union|association|coalition|board|council|district|city|county|hospital|school|trust|firm|ministry|police|sindicato|ayuntamiento|empresa|ministerio|policía|crew|team|staff|crowd|mob|public|multitud)$/u

/** A word for a person, or for one of several. */
export const isHuman = ({ name }: Source) =>
  headWords(name).some(lower => isPersonNoun(lower) || femaleWords.has(lower) || maleWords.has(lower)) ||
  /^(?:one|another|someone|somebody|(?:the|an?) (?:[\p{Ll}-]+ )?(?:one|other|first|second|third|eldest|youngest))$/iu.test(
    name,
  )

/** "Hello", "Pressed on the point, she conceded …": a capital at the start of a sentence and no name. */
export const isNoName = (words: string, behind: string) =>
  /^(?:hi|hello|hey|please|thanks|sorry|welcome|morning|sure|maybe)$/i.test(words) ||
  (/ed$/.test(words) && /^ (?:on|about|by|for|with|to|why|how|if|whether)\b/.test(behind))

/** Whom "it" can mean: a body, a paper or a recording. */
export const isThing = (source: Source) =>
  source.person === null && !source.isPronoun && (isBody(source) || !isHuman(source))

/** Whether words name one person by what they are. */
export function isOne(words: string): boolean {
  const head = headWords(words).at(-1) ?? ''
  if (
    /^(?:the|this|that|an?|another) (?:[\p{Ll}-]+ )?(?:one|other|first|second|third|eldest|youngest)$/iu.test(
      words,
    )
  )
    return true
  // "Witness 2", "Officer A".
  if (/^\p{Lu}\p{Ll}+ (?:No\. ?|#)?(?:\d{1,3}|\p{Lu})$/u.test(words))
    return isPersonNoun(words.split(' ')[0]?.toLowerCase() ?? '')
  return isPersonNoun(head) && !groupNouns.has(head) && !/s$/.test(head.replace(/ss$/, ''))
}

/** Whether words name several at once. "A police spokesman" is one. */
export function isSeveral(words: string): boolean {
  const own = headWords(words)
  const isJoint = own.some(lower => /^(?:and|y)$/.test(lower))
  return groupNouns.has(own.at(-1) ?? '') || (isJoint && own.some(lower => groupNouns.has(lower)))
}

export const determiner =
  /^(?:an?|the|this|that|one|another|my|our|his|her|their|un|una|el|la|mi|su|este|esta|ese|esa)$/

/** The words as they stand, without what leads into them. "The park's owner, Tidewater Live": the name says it. */
export function clean(words: string): string {
  const named = /,\s+(\p{Lu}[\p{L}.'’&-]+(?: \p{Lu}[\p{L}.'’&-]+){0,3})$/u.exec(words)?.[1]
  const shown = named ?? words
  return (
    shown
      .replace(/\s+/g, ' ')
      .replace(/^(?:but|and|then|later|meanwhile|however)\s+/i, '')
      .replace(/,\s\d{1,3}$/, '')
      .replace(/(?<=\p{L}) (?:both|each|also|there|here)$/u, '')
      .replace(/,?\s(?:que|quien|quienes)\s.*$/u, '')
      .replace(/\sof (?:his|hers|theirs|mine|ours)$/, '')
      // "The younger of the two deputies": the younger deputy.
      .replace(
        /^((?:[Tt]he) (?:\p{Ll}+er|\p{Ll}+est|first|second|third|other)) of (?:the|these|those) (?:two|three|four|five|six|several) (\p{Ll}{3,}?)(ies|s)$/u,
        (_, which: string, noun: string, end: string) => `${which} ${noun}${end === 'ies' ? 'y' : ''}`,
      )
      // "El comunicado oficial": the paper.
      .replace(
        /^((?:el|la|los|las|un|una|su) (?:comunicado|informe|boletín|reporte|parte|acta|documento|nota|video|vídeo)(?: \p{Ll}+)?) (?:oficial(?:es)?|preliminar(?:es)?|intern[oa])$/iu,
        '$1',
      )
      // "Colm in Eastquay": where somebody is, behind their name.
      .replace(/^(\p{Lu}\p{Ll}+) (?:in|from|at) \p{Lu}.*$/u, '$1')
      .replace(/\s(?:of|in|at|for|from|with|to)$/, '')
      .replace(/[\s,]+$/, '')
  )
}

/** Offices that one person holds: "the mayor" is the mayor who was named. Officers and witnesses are many. */
export const singleOffices =
  /^(?:mayor|chief|sheriff|superintendent|governor|principal|coroner|commissioner|warden|judge|spokesman|spokeswoman|spokesperson|director|president|attorney|lawyer|mother|father|sister|brother|wife|husband|son|daughter|aunt|uncle|grandmother|grandfather|cousin|alcalde|alcaldesa|jefe|jefa|portavoz|madre|padre|owner|pastor|councilman|councilwoman|councillor|examiner|inspector|captain|prosecutor|minister|coach|manager|widow|neighbor|neighbour|teacher|nurse|paramedic|hermana|hermano|abogado|abogada|solicitor|landlord|secretary)$/

/** Whom a pronoun can mean. */
export const pronouns: Readonly<Record<string, 'female' | 'male' | 'plural' | 'self'>> = {
  she: 'female',
  ella: 'female',
  he: 'male',
  él: 'male',
  they: 'plural',
  ellos: 'plural',
  ellas: 'plural',
  i: 'self',
  we: 'self',
  his: 'male',
  him: 'male',
  her: 'female',
  them: 'plural',
  their: 'plural',
}

/** A label in capitals as names are written. */
export function titled(label: string): string {
  if (label !== label.toUpperCase()) return label
  return label.toLowerCase().replace(/(^|[\s-])\p{Ll}/gu, first => first.toUpperCase())
}
