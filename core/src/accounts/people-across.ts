import type { Fact } from './facts.ts'
import { roleNouns } from './lexicon/people-words.ts'
import type { Person } from './people.ts'
import type { AccountReading } from './read-account.ts'
import { wordsOf } from './words.ts'

/** Where an account names somebody or says an age. UTF-16, half-open. */
export interface PlaceInAccount {
  readonly account: number
  readonly start: number
  readonly end: number
}

/** Somebody whom one or more accounts name. A candidate: that two accounts mean one person is for a person to confirm. */
export interface PersonAcross {
  /** The fullest of the names. */
  readonly name: string
  /** As each account names them, and what it calls them: "mother", "officer". */
  readonly named: readonly {
    readonly account: number
    readonly name: string
    readonly roles: readonly string[]
  }[]
  /** Every place where they are named. */
  readonly mentions: readonly PlaceInAccount[]
  /** Ages that accounts state, each with the place of its number. Two may differ. */
  readonly ages: readonly (PlaceInAccount & { readonly age: number })[]
  /** True when any account states an age under 18. */
  readonly isMinor: boolean
}

const adultFrom = 18

/**
 * Links the people of several accounts by their names. Two of one account are never merged: a mother and a son of one surname stay
 * two. A surname alone goes with a full name only where both accounts have nobody else of that surname.
 */
export function peopleAcross(readings: readonly AccountReading[]): readonly PersonAcross[] {
  const groups: { readonly account: number; readonly person: Person }[][] = []
  for (const [account, { people }] of readings.entries())
    for (const person of people.persons) {
      const fits = groups.filter(
        group =>
          !group.some(other => other.account === account) &&
          group.some(other =>
            areOne(person, people.persons, other.person, readings[other.account]?.people.persons ?? []),
          ),
      )
      // Who could be either of two is neither.
      const group = fits.length === 1 ? fits[0] : undefined
      if (group) group.push({ account, person })
      else groups.push([{ account, person }])
    }
  const full = new Set(
    groups.flatMap(group => group.flatMap(({ person }) => (person.given === null ? [] : [person.name]))),
  )
  const places = readings.map(({ text, people }) => unreadNames(text, people, full))
  return groups.map(group => {
    const names = new Set(group.map(({ person }) => person.name))
    const unread = places.flatMap((found, account) =>
      group.some(each => each.account === account)
        ? []
        : found.filter(each => names.has(each.name)).map(each => ({ account, ...each })),
    )
    const ages = group.flatMap(({ account, person }) =>
      agesOf(readings[account], person).map(each => ({ account, ...each })),
    )
    const name = group
      .map(({ person }) => person.name)
      .reduce((best, each) => (each.length > best.length ? each : best), '')
    return {
      name,
      named: [
        ...group.map(({ account, person }) => ({ account, name: person.name, roles: [...person.roles] })),
        ...[...new Map(unread.map(({ account, name }) => [account, { account, name, roles: [] }])).values()],
      ].sort((one, two) => one.account - two.account),
      mentions: [
        ...group.flatMap(({ account, person }) =>
          (readings[account]?.people.mentions ?? [])
            .filter(mention => mention.person === person)
            .map(({ start, end }) => ({ account, start, end })),
        ),
        ...unread.map(({ account, start, end }) => ({ account, start, end })),
      ].sort((one, two) => one.account - two.account || one.start - two.start),
      ages,
      isMinor: ages.some(({ age }) => age < adultFrom),
    }
  })
}

/**
 * Full names of other accounts where an account was not read to name anybody: that a name is one may show in one account alone. What a longer
 * name holds ("Ann Lee Park") is not that name.
 */
function unreadNames(
  text: string,
  { mentions }: AccountReading['people'],
  names: ReadonlySet<string>,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  return [...names].flatMap(name => {
    const found: { name: string; start: number; end: number }[] = []
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length
      const before = /(?:^|[^\p{L}])(\p{Lu}[\p{L}.'’-]*) $/u.exec(
        text.slice(Math.max(0, start - 30), start),
      )?.[1]
      const isPart =
        (before !== undefined && !roleNouns.has(before.toLowerCase())) ||
        /[\p{L}\d]$/u.test(text.slice(Math.max(0, start - 1), start)) ||
        /^(?:[\p{L}\d]|[- ]\p{Lu})/u.test(text.slice(end, end + 2))
      if (!isPart && !mentions.some(each => each.start < end && each.end > start))
        found.push({ name, start, end })
    }
    return found
  })
}

/** Ages under 18 that the account states of people, named or not, as places of their numbers. */
export function statedMinors({ text, facts }: AccountReading): readonly Fact[] {
  return facts.filter(
    ({ type, unit, value, start, end }) =>
      type === 'number' && unit === 'year-old' && Number(value) < adultFrom && isOfSomebody(text, start, end),
  )
}

/** "A 13-year-old boy", "Lee, 13,", and not "a 13-year-old law". */
function isOfSomebody(text: string, start: number, end: number): boolean {
  const behind =
    /^[-\s](?:years?[-\s]old|yr[-\s]old|años)(?:\s(?:de edad|named|called))?\s?([\s\S]{0,40})/i.exec(
      text.slice(end, end + 70),
    )
  if (!behind) return true
  const next = wordsOf(behind[1] ?? '').slice(0, 3)
  if (next.length === 0 || /^\s*[,.;)”"]/.test(behind[1] ?? '')) return true
  return (
    next.some(({ text: word, lower }) => /^\p{Lu}/u.test(word) || roleNouns.has(lower)) ||
    /\b(?:de|a)\s$/.test(text.slice(start - 3, start))
  )
}

const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function areOne(one: Person, beside: readonly Person[], two: Person, besideTwo: readonly Person[]): boolean {
  if (folded(one.name) === folded(two.name)) return true
  if (folded(one.surname) !== folded(two.surname)) return false
  if (one.given !== null && two.given !== null) return isShortOf(one.given, two.given) && !clash(one, two)
  const others = (all: readonly Person[], surname: string) =>
    all.filter(each => folded(each.surname) === folded(surname)).length
  return others(beside, one.surname) === 1 && others(besideTwo, two.surname) === 1 && !clash(one, two)
}

/** "Tom" and "Thomas", "J." and "James": one begins the other. */
function isShortOf(a: string, b: string): boolean {
  const [left, right] = [folded(a).replace('.', ''), folded(b).replace('.', '')]
  return (
    left === right ||
    (Math.min(left.length, right.length) <= 3 && (left.startsWith(right) || right.startsWith(left)))
  )
}

/** A man is no woman, and ages of a child and of a grown-up are not of one person. */
function clash(one: Person, two: Person): boolean {
  if (one.gender !== 'unknown' && two.gender !== 'unknown' && one.gender !== two.gender) return true
  return one.age !== null && two.age !== null && Math.abs(one.age - two.age) > 10
}

function agesOf(
  reading: AccountReading | undefined,
  person: Person,
): readonly { readonly age: number; readonly start: number; readonly end: number }[] {
  if (!reading) return []
  const own = reading.people.mentions.filter(mention => mention.person === person)
  return reading.facts.flatMap(({ type, unit, value, start, end }) => {
    if (type !== 'number' || unit !== 'year-old') return []
    const isBeside = own.some(mention => {
      const between =
        mention.end <= start
          ? reading.text.slice(mention.end, start)
          : reading.text.slice(end, mention.titleStart)
      return mention.end <= start
        ? /^,? \(?(?:an? (?:retired |former )?|aged |de |who was |was |is )?$|^, [^.;:]{3,90}, (?:is|was) $/u.test(
            between,
          )
        : mention.start >= end && /^[-\s](?:years?[-\s]old|años)\s(?:\p{Ll}+\s){0,2}$/u.test(between)
    })
    return isBeside ? [{ age: Number(value), start, end }] : []
  })
}
