import { femaleWords, groupNouns, maleWords } from './lexicon/people-words.ts'
import type { Gender, People, Person } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import { wordsOf } from './words.ts'

/** What a definite description says of whom it means: "the 71-year-old nurse" is a nurse, aged 71. */
export interface Description {
  readonly head: string
  readonly age: number | null
  readonly gender: Gender
  /** It can only mean somebody who was spoken of: "this pensioner", "the mother of three", "el edil". */
  readonly isBackward: boolean
}

/** Words that mostly call again somebody whom the text has just brought in. */
const backwardNouns =
  /^(?:insider|youngster|pensioner|retiree|teenager|teen|veteran|grandmother|grandfather|gran|granny|mum|mom|dad|widow|widower|newlywed|graduate|local|expat|carer|builder|plumber|electrician|roofer|hairdresser|barista|trucker|rancher|labourer|laborer|accountant|sophomore|freshman|youth|septuagenarian|octogenarian|thirtysomething|funcionari[oa]|mandatari[oa]|letrad[oa]|dirigente|docente|edil|legisladora?|jerarca|uniformad[oa]|galen[oa]|munícipe|sexagenari[oa]|septuagenari[oa]|octogenari[oa]|jubilad[oa]|ancian[oa]|joven|estudiante)$/iu

/** "The 71-year-old", "this retired nurse", "la funcionaria": what is said of somebody, or null where the words are no such description. */
export function described(words: string): Description | null {
  const found =
    /^(?:the|this|that|el|la|est[ea]|es[ea]|aquell?a?)\s(?:(?:[\p{Ll}-]+|\d{1,3}-year-old)\s){0,3}?(\d{1,3}-year-old|[\p{Ll}-]+)(?:[ -](?:of|de)[ -](?:\p{L}+))?$/iu.exec(
      words,
    )
  const head = found?.[1]?.toLowerCase()
  if (!found || head === undefined) return null
  const lowers = wordsOf(words).map(({ lower }) => lower)
  const age = /\b(\d{1,3})-year-old\b/.exec(words)?.[1]
  const gender = lowers.some(lower => femaleWords.has(lower))
    ? 'female'
    : lowers.some(lower => maleWords.has(lower))
      ? 'male'
      : 'unknown'
  const isOf =
    /^the (?:\p{Ll}+ )?(?:mother|father|mum|mom|dad|gran|grandmother|grandfather|widow|single parent)[ -]of[ -]\p{L}+$/iu.test(
      words,
    )
  const isPast = /^the (?:retired|former|semi-retired|self-employed)\s/i.test(words)
  const isShown = /^(?:this|est[ea]|es[ea])\s/iu.test(words)
  return {
    head,
    age: age === undefined ? null : Number(age),
    gender,
    isBackward: age !== undefined || isOf || isPast || isShown || backwardNouns.test(head),
  }
}

/** Whether a person can be whom a description means. */
export const canBe = ({ age, gender }: Description, person: Person) =>
  (age === null || person.age === null || person.age === age) &&
  (gender === 'unknown' || person.gender === 'unknown' || person.gender === gender)

const generic =
  /^(?:man|woman|boy|girl|child|lad|guy|voice|hombre|mujer|chic[oa]|niñ[oa]|muchach[oa]|señora?)$/u

const young = /\b(?:boy|girl|child|kid|toddler|baby|niñ[oa]|chic[oa]|muchach[oa])$/iu

/** No boy is "a man" who was just spoken of. */
export const isOfOneAge = ({ head }: Description, name: string) => young.test(head) === young.test(name)

/** "The woman", where nobody has been called "a woman" before: whoever was just spoken of. */
export const isNewTo = ({ head }: Description, before: string, behind: string) =>
  generic.test(head) &&
  // "Ames got out. “You all right?” he asked the boy. “No,” said the boy.": somebody else who was spoken of.
  !new RegExp(`\\b(?:the|el|la) ${head}\\b`, 'iu').test(before.slice(-300)) &&
  // "The man who installed it": told apart by what follows.
  !/^ (?:who|whose|whom|that|in|with|on|at|from|next|beside|behind|near|across|opposite|que|de|del|con)\b/.test(
    behind,
  ) &&
  !new RegExp(
    `\\b(?:an?|another|one|two|three|young|old|elderly|una?|otr[oa]) (?:[\\p{Ll}\\d-]+ ){0,2}${head}\\b`,
    'iu',
  ).test(before)

/**
 * Who of those named is called by their office or trade: "the officer", where one officer is named, or where the officer who was named
 * last is the only one since. Another who comes in without a name after them stands against it.
 */
export function holderOf({ head }: Description, people: People, text: string, at: number): Person | null {
  if (!isPersonNoun(head) || groupNouns.has(head) || generic.test(head)) return null
  const fits = people.persons.filter(({ roles }) => roles.has(head))
  const named = (person: Person) => people.mentions.find(each => each.person === person && each.start < at)
  const known = fits.filter(person => named(person) !== undefined)
  const [only] = known
  if (only === undefined || known.length > 1) return null
  const since = text.slice(named(only)?.end ?? 0, at)
  const other = new RegExp(
    `(?<!, )\\b(?:an?|another|second|third|other|una?|otr[oa]) (?:[\\p{Ll}-]+ ){0,2}?${head}s?\\b`,
    'iu',
  )
  return other.test(since) || /\b(?:another|second|other) $/.test(since.slice(-8)) ? null : only
}
