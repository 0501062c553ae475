import { aligned, type Nearness, rarityOf, weighted } from './align.ts'
import { statementsOf } from './features.ts'
import { type AccountReading, readAccount } from './read-account.ts'
import type { Kind, Relation } from './related.ts'
import { disagree, relate } from './relations.ts'

export const method = 'rules-and-terms'
/** Goes up whenever the same accounts could give other candidates. */
export const version = 2

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
}

/** Reads accounts and lines up what they say, each pair of accounts by itself. The same texts in the same order always give the same. */
export function compareAccounts(
  texts: readonly string[],
  isCancelled: () => boolean = () => false,
): Comparison {
  const accounts = texts.map(text => readAccount(text))
  const statements = accounts.map((reading, index) => statementsOf(reading, index))
  const rarity = rarityOf(statements.flat())
  const weighed = statements.map(each => each.map(statement => weighted(statement, rarity)))
  const links: Link[] = []
  for (const [one, left] of weighed.entries())
    for (const [offset, right] of weighed.slice(one + 1).entries()) {
      if (isCancelled()) return { accounts, links }
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
  return { accounts, links }
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
