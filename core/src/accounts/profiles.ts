// What accounts call the people they name, each calling with whose it is: "the mother of Devon Tolliver", "Fire Chief".
import { type Calling, callingAt, isHead } from './callings-in.ts'
import type { Statement } from './features.ts'
import { isKin, turnedKin } from './kin-words.ts'
import { titles } from './lexicon/people-words.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import type { Gender, Person } from './people.ts'
import type { PersonAcross, PlaceInAccount } from './people-across.ts'
import type { AccountReading } from './read-account.ts'
import { wordsOfTitle } from './roles-beside.ts'
import { type Word, wordSet } from './words.ts'

export interface KnownCalling extends Calling {
  readonly account: number
  /** Of words such as "mother": whose, as the index of a person; null where that is not told of anybody named. */
  readonly of: number | null
}

/** Somebody whom accounts name, with all that is said of who they are. */
export interface Profile {
  readonly index: number
  readonly person: PersonAcross
  readonly accounts: ReadonlySet<number>
  readonly gender: Gender
  readonly ages: ReadonlySet<number>
  readonly callings: KnownCalling[]
}

/** An account with its sentences, as they are looked through for callings. */
export interface Told {
  readonly reading: AccountReading
  readonly statements: readonly Statement[]
  /** Where it names people, in order. */
  readonly names: readonly (PlaceInAccount & { readonly index: number })[]
}

export function toldOf(
  readings: readonly AccountReading[],
  statements: readonly (readonly Statement[])[],
  people: readonly PersonAcross[],
): readonly Told[] {
  const names = readings.map(() => [] as (PlaceInAccount & { index: number })[])
  for (const [index, { mentions }] of people.entries())
    for (const mention of mentions) names[mention.account]?.push({ ...mention, index })
  return readings.map((reading, account) => ({
    ...{ reading, statements: statements[account] ?? [] },
    names: (names[account] ?? []).sort((one, two) => one.start - two.start),
  }))
}

export function profilesOf(people: readonly PersonAcross[], told: readonly Told[]): readonly Profile[] {
  const profiles = people.map((person, index): Profile => {
    const own = person.named.flatMap(({ account, name }) => personIn(told[account], name) ?? [])
    const genders = new Set(own.map(({ gender }) => gender).filter(gender => gender !== 'unknown'))
    const [gender = 'unknown'] = genders.size === 1 ? genders : []
    return {
      ...{ index, person, gender, callings: [] },
      accounts: new Set(person.named.map(({ account }) => account)),
      ages: new Set([...person.ages.map(({ age }) => age), ...own.flatMap(({ age }) => age ?? [])]),
    }
  })
  for (const account of told) {
    let sentence = 0
    for (const [at, name] of account.names.entries()) {
      while ((account.statements[sentence]?.end ?? Number.POSITIVE_INFINITY) <= name.start) sentence++
      const words = account.statements[sentence]?.words ?? []
      const index = words.findIndex(({ start }) => start === name.start)
      if (index >= 0) callingsBeside(profiles, account, at, words, index)
    }
  }
  // What an account says of somebody in other ways: "Lee has been mayor for nine years".
  for (const { person, callings } of profiles)
    for (const { account, roles } of person.named) {
      // Where something stands beside the name it says enough: "a friend of the victim, Ann Lee" is no victim.
      if (callings.some(each => each.account === account && each.end > 0)) continue
      for (const head of roles) if (isHead(head)) callings.push({ ...bareCalling(head), account, of: null })
    }
  return profiles
}

const personIn = (told: Told | undefined, name: string): Person | undefined =>
  told?.reading.people.persons.find(person => person.name === name)

const bareCalling = (head: string): Calling => ({
  ...{ start: 0, end: 0, head, kind: 'bare', owner: null, age: null, gender: 'unknown' },
  ...{ qualifiers: new Set(), standing: new Set() },
})

/** Adds what stands right before and behind one name. */
function callingsBeside(
  profiles: readonly Profile[],
  { reading: { text }, names }: Told,
  at: number,
  words: readonly Word[],
  first: number,
): void {
  const name = names[at]
  const profile = name && profiles[name.index]
  if (!name || !profile) return
  const add = (calling: Calling | null) => {
    if (calling === null || calling.kind === 'other') return
    const of = isKin(calling.head) ? ownerIn(profiles, names, calling, at) : null
    profile.callings.push({ ...calling, account: name.account, of })
    const owner = of === null ? undefined : profiles[of]
    const turned = turnedKin(calling.head)
    if (!owner || !turned) return
    for (const head of owner.gender === 'unknown' ? turned : [turned[owner.gender === 'female' ? 0 : 1]])
      owner.callings.push({ ...bareCalling(head), account: name.account, of: name.index })
  }
  for (const calling of callingsBefore(text, words, first)) add(calling)
  const last = words.findLastIndex(({ start }) => start < name.end)
  const behind = behindName(text, words, last)
  if (behind === 'whose') {
    const son = words[last + 2]
    const child = names[at + 1]
    const turned = son && turnedKin(son.lower)
    if (child && turned && child.start - (son?.end ?? 0) < 3)
      for (const head of profile.gender === 'unknown'
        ? turned
        : [turned[profile.gender === 'female' ? 0 : 1]])
        profile.callings.push({ ...bareCalling(head), account: name.account, of: child.index })
  } else if (behind !== null) add(callingAt(text, words, behind))
}

/** "The dog's handler, PC Roy Tamm", "the driver of the bus, Dario Fenn": the title of a name, and what stands before it and a comma. */
function callingsBefore(text: string, words: readonly Word[], first: number): readonly Calling[] {
  const found: Calling[] = []
  let at = first
  const gapBefore = () => text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0)
  const title = words[at - 1]
  if (title && isHead(title.lower) && /^\.? $/.test(gapBefore())) {
    const calling = callingAt(text, words, at - 1)
    if (calling) found.push(calling, ...wordsOfTitle(title.lower).map(head => ({ ...calling, head })))
    at = words.findIndex(({ start }) => start === (calling?.start ?? title.start))
  } else if (title && /^(?:Mr|Ms|Mrs|Dr|Sra?)$/.test(title.text)) at--
  else if (title && titles.has(title.lower) && gapBefore() === ' ') at--
  const end = words[at - 1]?.end
  if (at < 1 || end === undefined || gapBefore() !== ', ') return found
  for (let index = at - 1; index >= 0 && index > at - 9; index--) {
    if (!isHead(words[index]?.lower ?? '')) continue
    const calling = callingAt(text, words, index)
    const isClosed = calling?.end === end && calling.kind !== 'bare'
    // "The uncle of the driver, Rory Stamm" may be either.
    if (
      isClosed &&
      !/(?:^|\s)(?:of|de|del|and|y|for) $/.test(text.slice(Math.max(0, calling.start - 5), calling.start))
    )
      return [...found, calling]
    if (isClosed) return found
  }
  return found
}

/** Of ", 34, the mother of Ann Lee,": where the word stands that says what somebody is; null where there is none. */
function behindName(text: string, words: readonly Word[], last: number): number | 'whose' | null {
  const end = words[last]?.end ?? 0
  let at = last + 1
  if (!/^(?:, | \()$/.test(text.slice(end, words[at]?.start ?? end))) return null
  if (words[at]?.lower === 'whose') return 'whose'
  if (/^\d{1,3}$/.test(words[at]?.text ?? '')) {
    if (!/^, $/.test(text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0))) return null
    at++
  }
  for (let index = at; index < words.length && index < at + 6; index++) {
    const word = words[index]
    const next = words[index + 1]
    if (!word || sayingVerbs.has(word.lower) || /^(?:who|that|which|of|for|in|at|with)$/.test(word.lower))
      return null
    if (index > at && !/^[ -]$|^['’]s? $/.test(text.slice(words[index - 1]?.end ?? 0, word.start)))
      return null
    if (!isHead(word.lower)) continue
    if (next && text.slice(word.end, next.start) === ' ' && isHead(next.lower)) continue
    const calling = callingAt(text, words, index)
    const isClosed = /^(?:[,.;:)—”"]|$| (?:who|whose|and|y|que)\b| — )/.test(
      text.slice(calling?.end ?? 0, (calling?.end ?? 0) + 8),
    )
    return calling && isClosed ? index : null
  }
  return null
}

/** Whom "his", "Devon's" or "of Otto Brandt" means, among those who are named around: their index, or null. */
function ownerIn(
  profiles: readonly Profile[],
  names: Told['names'],
  { owner, end }: Calling,
  at: number,
): number | null {
  if (!owner) return null
  const self = names[at]?.index
  if (owner.isName) {
    const fits = new Set(
      names
        .filter(({ index }) => index !== self && isCalled(profiles[index], owner.word))
        .map(({ index }) => index),
    )
    // "Rosa Ortega, the mother of Julian Ortega": who stands there.
    const there = names.find(each => each.end === end)
    return there?.index ?? (fits.size === 1 ? ([...fits][0] ?? null) : null)
  }
  const isPronoun = /^(?:his|her|their|su|sus)$/.test(owner.word)
  const before = names
    .slice(Math.max(0, at - 6), at)
    .findLast(
      ({ index }) =>
        index !== self &&
        canBe(owner.gender, profiles[index]?.gender) &&
        (isPronoun || isSaidToBe(profiles[index], owner.word)),
    )
  return before && (names[at]?.start ?? 0) - before.start < 400 ? before.index : null
}

/** "The boy's": whoever is stated to be so young, or is called so. */
const isSaidToBe = (profile: Profile | undefined, word: string): boolean =>
  profile !== undefined &&
  (profile.callings.some(({ head }) => head === word) ||
    (youngWords.has(word) && [...profile.ages].some(age => age < grownUp)))

/** Words for whoever is not grown up, as accounts use them. */
export const youngWords = wordSet(
  'boy girl child kid baby toddler teen teenager youth juvenile minor niño niña menor muchacho muchacha',
)
export const grownUp = 20

export const canBe = (one: Gender, two: Gender | undefined): boolean =>
  one === 'unknown' || two === 'unknown' || two === undefined || one === two

/** Whether a surname or given name alone, in lower case, is one of somebody's. */
export const isCalled = (profile: Profile | undefined, lower: string): boolean =>
  profile !== undefined &&
  [profile.person.name, ...profile.person.named.map(({ name }) => name)].some(name =>
    name.toLowerCase().split(' ').includes(lower),
  )
