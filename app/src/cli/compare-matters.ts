import type { CompareReport } from './compare-report.ts'

type Link = CompareReport['links'][number]

/** A stretch of one account as it stands in a row. */
export interface Cell {
  readonly account: string
  readonly start: number
  readonly end: number
}

/** What several accounts say on one matter, by the links that join their statements. */
export interface Matter {
  readonly cells: readonly Cell[]
  readonly links: readonly Link[]
}

/** The words of a kind of row, the most telling first: a row goes under the first that one of its links has. */
export const rowKinds = ['conflict', 'attribution', 'variant', 'detail', 'same'] as const
export type RowKind = (typeof rowKinds)[number]

export const rowWords = {
  conflict: 'candidate conflict',
  attribution: 'same words, other speaker',
  variant: 'one quote in other words',
  detail: 'one matter, other details',
  same: 'the same',
} as const satisfies Record<RowKind, string>

export function kindOfLink({ relation, kind }: Pick<Link, 'relation' | 'kind'>): RowKind {
  return kind === 'attribution' ? 'attribution' : relation
}

export function kindOfMatter(matter: Matter): RowKind {
  const kinds = new Set(matter.links.map(kindOfLink))
  return rowKinds.find(kind => kinds.has(kind)) ?? 'detail'
}

/**
 * Rows of linked statements, at most one of each account, every two of them linked; the most telling rows first taken, then told in
 * the order of the accounts. Links are not followed from row to row: what is like what is like a third need not be like it.
 */
export function mattersOf(report: CompareReport): {
  readonly matters: readonly Matter[]
  readonly alone: readonly Cell[]
} {
  const names = Object.keys(report.accounts)
  const order = (cell: Cell | undefined) => (cell ? names.indexOf(cell.account) * 1e7 + cell.start : 0)
  const between = new Map<string, Link>()
  for (const link of report.links) between.set(`${keyOf(link.a)} / ${keyOf(link.b)}`, link)
  const linkOf = (one: Cell, two: Cell) =>
    between.get(`${keyOf(one)} / ${keyOf(two)}`) ?? between.get(`${keyOf(two)} / ${keyOf(one)}`)
  const byRank = report.links.toSorted(
    (x, y) => rowKinds.indexOf(kindOfLink(x)) - rowKinds.indexOf(kindOfLink(y)),
  )
  const neighbours = new Map<string, Cell[]>()
  for (const { a, b } of byRank)
    for (const [one, two] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = neighbours.get(keyOf(one))
      if (known) known.push(two)
      else neighbours.set(keyOf(one), [two])
    }
  const used = new Set<Link>()
  const matters: Matter[] = []
  for (const link of byRank) {
    if (used.has(link)) continue
    const cells: Cell[] = [link.a, link.b]
    for (const cell of neighbours.get(keyOf(link.a)) ?? []) {
      if (cells.some(each => each.account === cell.account)) continue
      if (cells.every(each => linkOf(each, cell) !== undefined)) cells.push(cell)
    }
    const links = cells.flatMap((one, at) => cells.slice(at + 1).flatMap(two => linkOf(one, two) ?? []))
    for (const each of links) used.add(each)
    matters.push({ cells: cells.toSorted((x, y) => order(x) - order(y)), links })
  }
  const linked = new Set(report.links.flatMap(({ a, b }) => [keyOf(a), keyOf(b)]))
  const alone = names.flatMap(account =>
    (report.accounts[account]?.sentences ?? [])
      .map(({ start, end }) => ({ account, start, end }))
      .filter(cell => !linked.has(keyOf(cell))),
  )
  return { matters: matters.sort((x, y) => order(x.cells[0]) - order(y.cells[0])), alone }
}

const keyOf = ({ account, start, end }: Cell) => `${start}-${end} ${account}`

/** Words of a statement around its differing words, at most `most` of them; the whole statement where `most` is null. */
export function excerptOf(
  text: string,
  { start, end }: Cell,
  differing: readonly string[],
  most: number | null,
): string {
  const whole = text.slice(start, end).replace(/\s+/g, ' ')
  const words = whole.split(' ')
  if (most === null || words.length <= most) return whole
  const first = words.findIndex(word =>
    differing.some(each => each !== '' && each.split(' ').includes(bare(word))),
  )
  const from = Math.max(0, Math.min(words.length - most, first - Math.floor(most / 2)))
  const part = words.slice(from, from + most).join(' ')
  return `${from > 0 ? '… ' : ''}${part}${from + most < words.length ? ' …' : ''}`
}

export const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/**
 * What stands beside every answer. The figures are those of docs/measurements.md for clusters that nothing was tuned to;
 * they change only together with that page.
 */
export const boundsOfMethod =
  'Everything here is a candidate, found by rules from the words alone. It says nothing about who is right. What only one account tells is no conflict.'
