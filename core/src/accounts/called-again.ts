import { addedWords, belonging, wideWords } from './lexicon/calling-words.ts'
import { femaleWords, groupNouns, maleWords } from './lexicon/people-words.ts'
import type { Gender, People, Person } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import { wordsOf } from './words.ts'

/** What a definite description says of whom it means: "the 71-year-old nurse" is a nurse, aged 71. */
export interface Description {
  readonly head: string
  readonly age: number | null
  readonly gender: Gender
  /** It can only mean somebody who was spoken of: "this pensioner", "the mother of three". */
  readonly isBackward: boolean
  /** It says what else somebody is who was named: "the Republican", "el edil". */
  readonly isAdded: boolean
  /** "The old woman". */
  readonly isOld: boolean
  /** "The taller officer": told apart from others who bear the same word. */
  readonly isOneOfSeveral: boolean
  /** "The city's attorney": whose. */
  readonly possessor: string | null
  /** "The incident commander": an office of its own, and no wider word for another. */
  readonly isCompound: boolean
}

/** "The 71-year-old", "this retired nurse", "la funcionaria": what is said of somebody, or null where the words are no such description. */
export function described(words: string): Description | null {
  const found =
    /^(the|this|that|el|la|est[ea]|es[ea]|aquell?a?)\s((?:(?:[\p{L}’'-]+|\d{1,3}-year(?:-old)?)\s){0,3}?)(\d{1,3}-year-old|[\p{L}-]+)(?:[ -](?:of|de)[ -](?:the )?(?:\p{L}+)(?: \p{L}+)?)?$/iu.exec(
      words,
    )
  const last = found?.[3]
  if (!found || last === undefined) return null
  // "El jefe policial": in Spanish the noun comes first.
  const isSpanish = /^(?:el|la|est[ea]|es[ea]|aquell?a?)$/iu.test(found[1] ?? '')
  const noun = isSpanish
    ? (found[2] ?? '').split(' ').find(word => isPersonNoun(word.toLowerCase()))
    : undefined
  const head = (noun ?? last).toLowerCase()
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
  const isPast = /^the (?:retired|former|semi-retired|self-employed|ex-\p{Ll}+)\s/iu.test(words)
  // "This cop says", as people tell it, may be anybody.
  const isShown = /^(?:est[ea]|es[ea])\s/iu.test(words) || (/^this\s/i.test(words) && addedWords.has(head))
  return {
    head,
    age: age === undefined ? null : Number(age),
    gender,
    isBackward: age !== undefined || isOf || isPast || isShown,
    isOld: /^\p{L}+ (?:old|elderly|aged|ancian[oa]|viej[oa])\b/iu.test(words),
    isOneOfSeveral:
      /^\p{L}+ (?:other|second|third|first|latter|taller|shorter|younger|older|elder|smaller|bigger|larger|otr[oa]|segund[oa])\s/iu.test(
        words,
      ),
    possessor: /^the (?:[\p{L}-]+ ){0,2}?([\p{L}-]+)['’]s? /iu.exec(words)?.[1]?.toLowerCase() ?? null,
    isCompound:
      /^the (?:incident|training|booking|arresting|shift|duty|desk|field|watch|scene|intake|charge|hearing|review|case) \p{Ll}+$/iu.test(
        words,
      ),
    // "The county's own mechanic" brings somebody in.
    isAdded: (addedWords.has(head) && !/[’']s? |\bown /.test(words)) || belonging.test(noun ?? last),
  }
}

/** Whether a person can be whom a description means. */
export const canBe = ({ age, gender }: Description, person: Person) =>
  (age === null || person.age === null || person.age === age) &&
  (gender === 'unknown' || person.gender === 'unknown' || person.gender === gender)

/** Whether a person can bear a trade besides: whoever was brought in by an office of their own is no mechanic, but may be a mother or a veteran. */
export const canAlsoBe = ({ head }: Description, { roles }: Person) =>
  isStatus(head) || roles.has(head) || ![...roles].some(role => offices.has(role))

const isStatus = (head: string) =>
  belonging.test(head) ||
  femaleWords.has(head) ||
  maleWords.has(head) ||
  !isPersonNoun(head) ||
  /^(?:veteran|native|resident|graduate|retiree|pensioner|parent|local|victim|witness|rider|driver|runner|volunteer)$/.test(
    head,
  )

/** What else somebody is who was named, where nobody has been called so by that word alone. */
export const isAddedTo = ({ isAdded, head }: Description, before: string) =>
  isAdded && !new RegExp(`\\b${head}\\b`, 'iu').test(before)

/** How far into an account it may bring somebody in by what they are alone. */
const leadLength = 400

/** "The geography teacher", where the account began with "a teacher" whom it did not name, and has called nobody so since: where that stands, else null. */
export const leadOf = ({ head, isOneOfSeveral }: Description, before: string): number | null => {
  if (isOneOfSeveral || generic.test(head) || !isPersonNoun(head)) return null
  const all = [
    ...before.matchAll(new RegExp(`\\b(an?|una?|the|el|la) (?:[\\p{Ll}-]+ ){0,2}${head}\\b`, 'giu')),
  ]
  const [only] = all
  return only !== undefined &&
    all.length === 1 &&
    only.index < leadLength &&
    /^(?:an?|una?)$/i.test(only[1] ?? '')
    ? only.index
    : null
}

const generic =
  /^(?:man|woman|boy|girl|child|lad|guy|voice|hombre|mujer|chic[oa]|niñ[oa]|muchach[oa]|señora?)$/u

const young = /\b(?:boy|girl|child|kid|toddler|baby|niñ[oa]|chic[oa]|muchach[oa])$/iu

/** No boy is "a man" who was just spoken of, and no daughter "the old woman". */
export const isOfOneAge = ({ head, isOld }: Description, name: string) =>
  young.test(head) === young.test(name) &&
  !(isOld && /\b(?:son|daughter|grandson|granddaughter|nephew|niece|hij[oa]|niet[oa])$/iu.test(name))

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

/** Words of which one calls again whoever bears another: "the cop" for a trooper. By word, the roles of those whom it can call. */
export const rolesCalled: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ...Map.groupBy(
      wideWords.flatMap(line => {
        const [wide = '', narrow = ''] = line.split(' | ')
        const own = wide.split(' ')
        return own.map(word => ({ word, roles: [...own, ...narrow.split(' ')].filter(role => role !== '') }))
      }),
      ({ word }) => word,
    ),
  ].map(([word, each]) => [word, new Set(each.flatMap(({ roles }) => roles))]),
)

const offices: ReadonlySet<string> = new Set(
  ['officer', 'chief', 'lawyer', 'doctor'].flatMap(word => [...(rolesCalled.get(word) ?? [])]),
)

/**
 * Who of those named is called by their office or trade, or by a wider word for it: "the officer", where one officer is named, or where
 * one of several was named last and near by. Another who comes in without a name after them stands against it.
 */
export function holderOf(description: Description, people: People, text: string, at: number): Person | null {
  const { head, possessor } = description
  // "The city's attorney" is none who represents the family.
  const isTheirs = (person: Person) =>
    possessor === null ||
    people.mentions.some(
      each =>
        each.person === person &&
        text
          .slice(Math.max(0, each.titleStart - 80), Math.min(at, each.end + 100))
          .toLowerCase()
          .includes(possessor),
    )
  if (groupNouns.has(head) || generic.test(head) || description.isOneOfSeveral) return null
  const before = people.mentions.filter(({ start }) => start < at)
  const bearing = (can: (person: Person) => boolean) =>
    people.persons.filter(
      person =>
        can(person) &&
        canBe(description, person) &&
        isTheirs(person) &&
        before.some(each => each.person === person),
    )
  const own = bearing(({ roles }) => roles.has(head))
  const wide = rolesCalled.get(head)
  const fits =
    own.length > 0 || !wide || description.isCompound
      ? own
      : bearing(({ roles }) => [...roles].some(role => wide.has(role)))
  const last = before.findLast(({ person }) => fits.includes(person))
  if (!last || (fits.length > 1 && at - last.end > nearBy)) return null
  const first = before.find(({ person }) => person === last.person)
  const since = text.slice(first?.end ?? 0, at)
  const other = new RegExp(
    `(?<!, )\\b(?:an?|another|second|third|other|una?|otr[oa]) (?:[\\p{Ll}-]+ ){0,2}?${head}s?\\b`,
    'iu',
  )
  return other.test(since) || /\b(?:another|second|other) $/.test(since.slice(-8)) ? null : last.person
}

/** One of several bearers of an office is meant only where they were named so near by. */
const nearBy = 250
