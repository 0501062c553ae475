import { aligned, type Nearness, rarityOf, weighted } from './align.ts'
import { statementsOf } from './features.ts'
import { type PersonAcross, type PlaceInAccount, peopleAcross } from './people-across.ts'
import { type AccountReading, readAccount } from './read-account.ts'
import type { Kind, Relation } from './related.ts'
import { disagree, relate } from './relations.ts'

export const method = 'rules-and-terms'
/** Goes up whenever the same accounts could give other candidates. */
export const version = 3

/** Two statements of different accounts on one matter. Everything about it is a candidate. */
export interface Link {
  readonly a: { readonly account: number; readonly start: number; readonly end: number }
  readonly b: { readonly account: number; readonly start: number; readonly end: number }
  readonly relation: Relation
  readonly kind: Kind
  readonly differing: readonly string[]
  readonly why: readonly string[]
}

export interface Comparison {
  readonly accounts: readonly AccountReading[]
  readonly links: readonly Link[]
  /** Who is named, across the accounts. Candidates too. */
  readonly people: readonly PersonAcross[]
}

/** Reads accounts and lines up what they say, each pair of accounts by itself. The same texts in the same order always give the same. */
export function compareAccounts(
  texts: readonly string[],
  isCancelled: () => boolean = () => false,
): Comparison {
  const accounts = texts.map(text => readAccount(text))
  const statements = accounts.map((reading, index) => statementsOf(reading, index))
  const rarity = rarityOf(statements.flat())
  const weighed = statements.map(each =>
    each.filter(({ isTelling }) => isTelling).map(statement => weighted(statement, rarity)),
  )
  const people = peopleAcross(accounts)
  const links: Link[] = []
  for (const [one, left] of weighed.entries())
    for (const [offset, right] of weighed.slice(one + 1).entries()) {
      if (isCancelled()) return { accounts, links, people }
      const two = one + 1 + offset
      const found = aligned(left, right, rarity)
      const far = found.filter(({ isFar }) => isFar).filter(near => disagree(near))
      for (const near of withoutEchoes([...found.filter(({ isFar }) => !isFar), ...far]))
        links.push({
          a: { account: one, start: near.a.start, end: near.a.end },
          b: { account: two, start: near.b.start, end: near.b.end },
          ...relate(near),
        })
    }
  const byName = ageLinks(accounts, people, links)
  return { accounts, links: [...links, ...byName, ...nearAges(accounts, [...links, ...byName])], people }
}

/** Two accounts that give one person two ages, whatever else their sentences say. */
function ageLinks(
  accounts: readonly AccountReading[],
  people: readonly PersonAcross[],
  known: readonly Link[],
): readonly Link[] {
  const found: Link[] = []
  for (const { name, ages } of people)
    for (const [index, one] of ages.entries())
      for (const two of ages.slice(index + 1)) {
        if (one.account === two.account || one.age === two.age) continue
        const [a, b] = [sentenceAt(accounts, one), sentenceAt(accounts, two)]
        const isKnown = [...known, ...found].some(
          link => link.relation === 'conflict' && isSpan(link.a, a) && isSpan(link.b, b),
        )
        if (!isKnown)
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

/** "A 26-year-old man" and "Dunn, 27": an age that only one account gives, and in the other one that only it gives, a year or two away. */
function nearAges(accounts: readonly AccountReading[], known: readonly Link[]): readonly Link[] {
  const found: Link[] = []
  const ages = accounts.map(({ facts }) =>
    facts.filter(({ type, unit }) => type === 'number' && unit === 'year-old'),
  )
  for (const [one, left] of ages.entries())
    for (const [offset, right] of ages.slice(one + 1).entries()) {
      const two = one + 1 + offset
      const only = (own: typeof left, other: typeof left) =>
        own.filter(({ value }) => !other.some(each => each.value === value))
      const [ours, theirs] = [only(left, right), only(right, left)]
      const pairs = ours.flatMap(a =>
        theirs.filter(b => Math.abs(Number(a.value) - Number(b.value)) <= 2).map(b => [a, b] as const),
      )
      const values = new Set(pairs.map(([a, b]) => `${a.value} ${b.value}`))
      const [pair] = pairs
      if (!pair || values.size !== 1) continue
      const [a, b] = [
        sentenceAt(accounts, { account: one, start: pair[0].start, end: pair[0].end }),
        sentenceAt(accounts, { account: two, start: pair[1].start, end: pair[1].end }),
      ]
      if (known.some(link => link.relation === 'conflict' && isSpan(link.a, a) && isSpan(link.b, b))) continue
      found.push({
        a,
        b,
        relation: 'conflict',
        kind: 'fact',
        differing: [pair[0].value, pair[1].value],
        why: ['age differs by a year or two, and each stands in one account only'],
      })
    }
  return found
}

const isSpan = (one: Link['a'], two: Link['a']) => one.account === two.account && one.start === two.start

function sentenceAt(accounts: readonly AccountReading[], { account, start, end }: PlaceInAccount): Link['a'] {
  const sentence = accounts[account]?.sentences.find(each => each.start <= start && each.end >= end)
  return { account, start: sentence?.start ?? start, end: sentence?.end ?? end }
}

/** A headline says what the story says: it has a link of its own only where the story has none to the same statement. */
function withoutEchoes(found: readonly Nearness[]): readonly Nearness[] {
  const hasBody = (side: 'a' | 'b', other: 'a' | 'b', near: Nearness) =>
    found.some(each => each[other] === near[other] && !each[side].sentence.isHeadline)
  return found
    .toSorted((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
    .filter(
      near =>
        !(near.a.sentence.isHeadline && hasBody('a', 'b', near)) &&
        !(near.b.sentence.isHeadline && hasBody('b', 'a', near)),
    )
}
