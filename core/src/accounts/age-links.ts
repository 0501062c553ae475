import type { Fact } from './facts.ts'
import { relationNouns } from './lexicon/people-words.ts'
import type { PersonAcross, PlaceInAccount } from './people-across.ts'
import type { AccountReading } from './read-account.ts'
import type { Link } from './related.ts'
import { plainOf } from './word-classes.ts'

/** Ages of one person that two accounts give differently, by name or by what happened to them. */
export function ageLinks(
  accounts: readonly AccountReading[],
  people: readonly PersonAcross[],
  known: readonly Link[],
): readonly Link[] {
  const found = byName(accounts, people, known)
  const central = ofTheHarmed(accounts, [...known, ...found])
  return [...found, ...central, ...nearAges(accounts, [...known, ...found, ...central])]
}

/** Two accounts that give one person two ages, whatever else their sentences say. */
function byName(
  accounts: readonly AccountReading[],
  people: readonly PersonAcross[],
  known: readonly Link[],
): readonly Link[] {
  const found: Link[] = []
  const settled = conflictsOf(known)
  for (const { name, ages } of people)
    for (const [index, one] of ages.entries())
      for (const two of ages.slice(index + 1)) {
        if (one.account === two.account || one.age === two.age) continue
        const [a, b] = [sentenceAt(accounts, one), sentenceAt(accounts, two)]
        if (settled.has(endsOf(a, b))) continue
        settled.add(endsOf(a, b))
        found.push({
          a,
          b,
          relation: 'conflict',
          kind: 'fact',
          differing: [String(one.age), String(two.age)],
          why: [`age differs: ${name}`],
        })
      }
  return found
}

/** How far two ages of one who is not named in both accounts may lie apart. */
const mostYears = 8

/** The ages that accounts give to whom it happened to, though one of them names nobody: "Abara, 41", "a 44-year-old man died". */
function ofTheHarmed(accounts: readonly AccountReading[], known: readonly Link[]): readonly Link[] {
  const ages = accounts.map(account =>
    account.facts.filter(fact => fact.type === 'number' && fact.unit === 'year-old'),
  )
  const ofHarmed = ages.map((facts, index) => facts.filter(fact => isOfHarmed(accounts[index], fact)))
  const found: Link[] = []
  const settled = conflictsOf(known)
  for (const [one, left] of ages.entries())
    for (const [offset, right] of ages.slice(one + 1).entries()) {
      const two = one + 1 + offset
      const has = (facts: readonly Fact[], { value }: Fact) => facts.some(other => other.value === value)
      for (const ours of ofHarmed[one] ?? [])
        for (const theirs of ofHarmed[two] ?? []) {
          if (has(right, ours) || has(left, theirs)) continue
          if (Math.abs(Number(ours.value) - Number(theirs.value)) > mostYears) continue
          const [a, b] = [
            sentenceAt(accounts, { account: one, start: ours.start, end: ours.end }),
            sentenceAt(accounts, { account: two, start: theirs.start, end: theirs.end }),
          ]
          if (settled.has(endsOf(a, b))) continue
          settled.add(endsOf(a, b))
          found.push({
            a,
            b,
            relation: 'conflict',
            kind: 'fact',
            differing: [ours.value, theirs.value],
            why: ['age differs: of whom it happened to'],
          })
        }
    }
  return found
}

/** Whose age it is: the one named most, or somebody nameless of whom the sentence says that they came to harm; no relative, and nobody who speaks. */
function isOfHarmed(account: AccountReading | undefined, fact: Fact): boolean {
  if (!account) return false
  const { text, people, quotes, attributions, sentences } = account
  const sentence = sentences.find(({ start, end }) => start <= fact.start && end >= fact.end)
  if (!sentence) return false
  const near = people.mentions.find(
    ({ start, end }) =>
      (end <= fact.start && fact.start - end <= 4) || (start >= fact.end && start - fact.end <= 24),
  )
  if (near) {
    const speaks = new Set([
      ...quotes.map(({ speaker }) => speaker?.name ?? ''),
      ...attributions.map(({ source }) => source),
    ])
    if (speaks.has(near.person.name)) return false
    const counts = new Map<string, number>()
    for (const { person } of people.mentions)
      if (!speaks.has(person.name)) counts.set(person.name, (counts.get(person.name) ?? 0) + 1)
    return (counts.get(near.person.name) ?? 0) >= Math.max(...counts.values())
  }
  if (isOfBystander(text, sentence.start, fact)) return false
  const words = plainOf(text.slice(sentence.start, sentence.end))
  const before = plainOf(text.slice(Math.max(sentence.start, fact.start - 30), fact.start))
  return harmed.test(words) || /^(?:she|he)(?:'s| is| was) $/.test(before)
}

/** A relative's age, an officer's, or that of somebody who saw it. */
function isOfBystander(text: string, from: number, { start, end }: Pick<Fact, 'start' | 'end'>): boolean {
  const behind = /^[- ]years?[- ]old (?:\p{L}+ ){0,2}?(\p{L}+)/u.exec(plainOf(text.slice(end, end + 50)))?.[1]
  if (behind !== undefined && relationNouns.has(behind)) return true
  const before = plainOf(text.slice(Math.max(from, start - 30), start))
  return /\b(?:officer|deputy|agent|constable|witness|neighbou?r|guard|trooper)\b/.test(
    `${before} ${behind ?? ''}`,
  )
}

const harmed =
  /\b(?:die[ds]?|dead|death|killed|drown\p{L}*|shot|shoot\p{L}*|stabbed|struck|hit|hurt|injur\p{L}*|sprayed|tasered|tased|bitten|handcuffed|restrained|arrested|beaten|crushed|burned|choked|muri\p{L}+|falleci\p{L}+|herid[oa]|deceased|victim|pronounced|blind\p{L}*|lost)\b/u

/** How far two ages may lie apart that each account gives alone, and where each gives no other. */
const [mostYearsOfOnly, mostYearsOfAlone] = [6, 2]

/** "A 26-year-old man" and "Dunn, 27": an age that only one account gives, and in the other one that only it gives, not far away. */
function nearAges(accounts: readonly AccountReading[], known: readonly Link[]): readonly Link[] {
  const found: Link[] = []
  const settled = conflictsOf(known)
  const ages = accounts.map(({ facts }) =>
    facts.filter(({ type, unit }) => type === 'number' && unit === 'year-old'),
  )
  for (const [one, left] of ages.entries())
    for (const [offset, right] of ages.slice(one + 1).entries()) {
      const two = one + 1 + offset
      const only = (own: typeof left, other: typeof left) =>
        own.filter(({ value }) => !other.some(each => each.value === value))
      const [ours, theirs] = [only(left, right), only(right, left)]
      const isOfOne = (account: number, { start, end }: Fact) => {
        const from = sentenceAt(accounts, { account, start, end }).start
        return !isOfBystander(accounts[account]?.text ?? '', from, { start, end })
      }
      const isOnly =
        left.length === 1 &&
        right.length === 1 &&
        left.every(each => isOfOne(one, each)) &&
        right.every(each => isOfOne(two, each))
      const most = isOnly ? mostYearsOfOnly : mostYearsOfAlone
      const pairs = ours.flatMap(a =>
        theirs.filter(b => Math.abs(Number(a.value) - Number(b.value)) <= most).map(b => [a, b] as const),
      )
      const values = new Set(pairs.map(([a, b]) => `${a.value} ${b.value}`))
      const [pair] = pairs
      if (!pair || values.size !== 1) continue
      const [a, b] = [
        sentenceAt(accounts, { account: one, start: pair[0].start, end: pair[0].end }),
        sentenceAt(accounts, { account: two, start: pair[1].start, end: pair[1].end }),
      ]
      if (settled.has(endsOf(a, b))) continue
      found.push({
        a,
        b,
        relation: 'conflict',
        kind: 'fact',
        differing: [pair[0].value, pair[1].value],
        why: [
          isOnly
            ? 'age differs where each account gives no other'
            : 'age differs by a year or two, and each stands in one account only',
        ],
      })
    }
  return found
}

/** Where the conflicts stand that are told already. */
const conflictsOf = (known: readonly Link[]): Set<string> =>
  new Set(known.filter(({ relation }) => relation === 'conflict').map(({ a, b }) => endsOf(a, b)))

const endsOf = (a: Link['a'], b: Link['b']) => `${a.account} ${a.start} ${b.account} ${b.start}`

function sentenceAt(accounts: readonly AccountReading[], { account, start, end }: PlaceInAccount): Link['a'] {
  const sentence = accounts[account]?.sentences.find(each => each.start <= start && each.end >= end)
  return { account, start: sentence?.start ?? start, end: sentence?.end ?? end }
}
