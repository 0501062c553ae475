import { ageLinks } from './age-links.ts'
import { aligned, leastChance } from './align.ts'
import { type AloneKinds, aloneKinds } from './alone-numbers.ts'
import { differenceOf } from './aspect-findings.ts'
import { callingCase } from './calling-case.ts'
import { type Statement, statementsOf } from './features.ts'
import { amountsOf } from './number-findings.ts'
import { type PersonAcross, peopleAcross } from './people-across.ts'
import { type QuantityLink, quantityLinks } from './quantity-links.ts'
import { rarityOf } from './rarity.ts'
import { type AccountReading, readAccount } from './read-account.ts'
import type { Link, Related } from './related.ts'
import { ownWords, relate, relateFar } from './relations.ts'
import { type RoleAcross, rolesAcross } from './roles-across.ts'
import { type SameFigure, sameFigures } from './same-figures.ts'
import { weighted } from './weighted.ts'
import { whoSpeaks } from './who-speaks.ts'

export type { Link } from './related.ts'

export const method = 'rules-and-terms'
/** Goes up whenever the same accounts could give other candidates. */
export const version = 30

export interface Comparison {
  readonly accounts: readonly AccountReading[]
  readonly links: readonly Link[]
  /** Who is named, across the accounts. Candidates too. */
  readonly people: readonly PersonAcross[]
  /** Words without a name that may mean somebody who is named, there or in another account. */
  readonly roles: readonly RoleAcross[]
  /** Accounts that are too long to be compared with each other. */
  readonly tooLong: readonly TooLong[]
}

/** Two accounts that were read but not compared with each other, and how many statements each has. */
export interface TooLong {
  readonly a: number
  readonly b: number
  readonly statements: readonly [number, number]
}

/** Of two accounts each statement is held against each of the other: two of 2,800, of some 100 pages each, are what a minute does. */
const mostPairs = 8_000_000

/** Reads accounts and lines up what they say, each pair of accounts by itself. The same texts in the same order always give the same. */
export function compareAccounts(
  texts: readonly string[],
  isCancelled: () => boolean = () => false,
  most = mostPairs,
): Comparison {
  const accounts = texts.map(text => readAccount(text))
  const statements = accounts.map((reading, index) => statementsOf(reading, index))
  const rarity = rarityOf(statements.flat())
  const weighed = statements.map(each =>
    each.filter(({ isTelling }) => isTelling).map(statement => weighted(statement, rarity)),
  )
  const people = peopleAcross(accounts)
  const callings = callingCase(accounts, statements, people)
  const who = whoSpeaks(people, rolesAcross(callings))
  const links: Link[] = []
  const tooLong: TooLong[] = []
  for (const [one, left] of weighed.entries())
    for (const [offset, right] of weighed.slice(one + 1).entries()) {
      if (isCancelled()) return { accounts, links, people, roles: [], tooLong }
      const two = one + 1 + offset
      if (left.length * right.length > most) {
        tooLong.push({ a: one, b: two, statements: [left.length, right.length] })
        continue
      }
      const [ours, theirs] = [statements[one] ?? [], statements[two] ?? []]
      const alone = aloneKinds(ours, theirs)
      const isWorthALook = (a: Statement, b: Statement) => areFarApart(a, b) || shareKind(a, b, alone)
      const pair = aligned(left, right, rarity, leastChance, isWorthALook).flatMap(near => {
        const related = near.chance >= leastChance ? relate(near, who, alone) : relateFar(near, alone)
        return related ? [linkOf(near.a, near.b, related)] : []
      })
      const all = withFigures(withQuantities(pair, quantityLinks(ours, theirs)), sameFigures(ours, theirs))
      for (const link of all) links.push(link)
    }
  return {
    ...{ accounts, people, tooLong },
    links: [...links, ...ageLinks(accounts, people, links)],
    roles: rolesAcross(callings, links),
  }
}

/** What few words bring together may still say of one thing that it was otherwise. */
const areFarApart = (a: Statement, b: Statement) => differenceOf(a, b) !== null

/** Each gives the one number of a kind that its account has and the other lacks. */
const shareKind = (a: Statement, b: Statement, alone: AloneKinds) =>
  alone.size > 0 &&
  amountsOf(a).some(({ unit }) => alone.has(unit) && amountsOf(b).some(other => other.unit === unit))

const linkOf = (a: Statement, b: Statement, related: Related): Link => ({
  a: { account: a.account, start: a.start, end: a.end },
  b: { account: b.account, start: b.start, end: b.end },
  ...related,
})

type Ends = Pick<Link['a'], 'start'>

const endsOf = (a: Ends, b: Ends) => `${a.start} ${b.start}`

const byEnds = (links: readonly Link[]) => new Map(links.map(link => [endsOf(link.a, link.b), link]))

/** Numbers of one thing that differ set two statements against each other, whether or not their words had brought them together. */
function withQuantities(links: readonly Link[], found: readonly QuantityLink[]): readonly Link[] {
  if (found.length === 0) return links
  const made = byEnds(links)
  for (const { a, b, related } of found)
    if (made.get(endsOf(a, b))?.relation !== 'conflict') made.set(endsOf(a, b), linkOf(a, b, related))
  return [...made.values()].sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}

/** One rare figure sets two statements side by side, whether or not something else had brought them together. */
function withFigures(links: readonly Link[], found: readonly SameFigure[]): readonly Link[] {
  if (found.length === 0) return links
  const made = byEnds(links)
  for (const { a, b, figure } of found) {
    const why = `one figure: ${figure}`
    const known = made.get(endsOf(a, b))
    if (known?.relation === 'detail') made.set(endsOf(a, b), { ...known, why: [why, ...known.why] })
    else if (!known)
      made.set(
        endsOf(a, b),
        linkOf(a, b, {
          relation: 'detail',
          kind: 'fact',
          differing: [ownWords(a, b), ownWords(b, a)],
          why: [why],
        }),
      )
  }
  return [...made.values()].sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}
