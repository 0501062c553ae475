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

/** Rows of linked statements in the order in which the accounts tell them, and the statements that stand alone. */
export function mattersOf(report: CompareReport): {
  readonly matters: readonly Matter[]
  readonly alone: readonly Cell[]
} {
  const names = Object.keys(report.accounts)
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  const cells = new Map<string, Cell>()
  for (const { a, b } of report.links) {
    for (const cell of [a, b]) {
      cells.set(keyOf(cell), cell)
      if (!parent.has(keyOf(cell))) parent.set(keyOf(cell), keyOf(cell))
    }
    parent.set(root(keyOf(b)), root(keyOf(a)))
  }
  const rows = new Map<string, { cells: Cell[]; links: Link[] }>()
  for (const [key, cell] of cells) {
    const row = rows.get(root(key)) ?? { cells: [], links: [] }
    row.cells.push(cell)
    rows.set(root(key), row)
  }
  for (const link of report.links) rows.get(root(keyOf(link.a)))?.links.push(link)
  const order = (cell: Cell | undefined) => (cell ? names.indexOf(cell.account) * 1e7 + cell.start : 0)
  const matters = [...rows.values()].map(row => ({
    ...row,
    cells: row.cells.toSorted((x, y) => order(x) - order(y)),
  }))
  const alone = names.flatMap(account =>
    (report.accounts[account]?.sentences ?? [])
      .map(({ start, end }) => ({ account, start, end }))
      .filter(cell => !cells.has(keyOf(cell))),
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
