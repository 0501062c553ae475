import type { CaseState } from '../case/index.ts'
import { groundsOf, isThin, sharedWords } from './grounds.ts'
import { saidFor } from './said-for.ts'
import {
  type Column,
  type Row,
  type RowKind,
  rowKinds,
  type ShownLink,
  type ShownStatement,
} from './shown.ts'
import { type Bench, statementAt } from './statements.ts'

/**
 * Rows of the view. A matter that a person named is one, and they stand first; then linked statements, at most one of each account and every
 * two of them linked, the most telling first (links are not followed from row to row: what is like what is like a third need not be
 * like it); then every statement that stands alone. A candidate of the weaker kinds makes a row of its own only where one of its two
 * statements stands in none yet and it rests on more than one shared word, so that a story is not told again in every row; with `hasAll`
 * each makes one. Rows are told in the order of the first account, and what it lacks where it stands in its own.
 */
export function rowsOf(
  state: CaseState,
  columns: readonly Column[],
  links: readonly ShownLink[],
  gathered: ReadonlyMap<string, readonly ShownStatement[]>,
  hasAll = false,
): readonly Row[] {
  const order = new Map(columns.map(({ group }, at) => [group.id, at]))
  const inOrder = (statements: readonly ShownStatement[]) =>
    statements.toSorted((x, y) => (order.get(x.group) ?? 0) - (order.get(y.group) ?? 0) || x.start - y.start)
  const used = new Set<ShownLink>()
  const rows: Row[] = []
  const placed = new Set<string>()
  for (const [id, members] of gathered) {
    const matter = state.matters.get(id) ?? null
    const keys = new Set(members.map(({ key }) => key))
    const own = links.filter(({ a, b }) => keys.has(a.key) && keys.has(b.key))
    for (const link of own) used.add(link)
    const statements = inOrder(members)
    rows.push({ key: id, kind: kindOf(own) ?? 'matter', matter, about: [], statements, links: own })
    for (const key of keys) placed.add(key)
  }
  const between = new Map(links.map(link => [pair(link.a, link.b), link]))
  const linkOf = (x: ShownStatement, y: ShownStatement) => between.get(pair(x, y)) ?? between.get(pair(y, x))
  const byRank = byTelling(links)
  const neighbours = new Map<string, ShownStatement[]>()
  for (const { a, b } of byRank)
    for (const [one, two] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = neighbours.get(one.key)
      if (known) known.push(two)
      else neighbours.set(one.key, [two])
    }
  for (const link of byRank) {
    const isWeaker = !isTelling(link)
    const isToldAlready = isWeaker && placed.has(link.a.key) && placed.has(link.b.key)
    if (used.has(link) || (!hasAll && (isToldAlready || isThin(link)))) continue
    const members = [link.a, link.b]
    for (const next of neighbours.get(link.a.key) ?? []) {
      if (members.some(({ group }) => group === next.group)) continue
      if (!hasAll && isWeaker && placed.has(next.key)) continue
      if (members.every(each => linkOf(each, next) !== undefined)) members.push(next)
    }
    const own = members.flatMap((one, at) => members.slice(at + 1).flatMap(two => linkOf(one, two) ?? []))
    for (const each of own) used.add(each)
    for (const { key } of members) placed.add(key)
    rows.push({
      ...{
        key: link.key,
        kind: kindOf(own) ?? link.relation,
        matter: null,
        about: aboutOf(own, members, columns),
      },
      ...{ statements: inOrder(members), links: own },
    })
  }
  for (const { statements, quotes } of columns)
    for (const statement of [...statements, ...quotes.filter(({ origin }) => origin.kind === 'taken-up')]) {
      if (placed.has(statement.key)) continue
      // A quote within a statement that is told is told with it.
      if (statement.kind === 'quote' && statements.some(each => isWithin(statement, each))) continue
      rows.push({
        ...{ key: statement.key, kind: 'alone', matter: null, about: [], statements: [statement], links: [] },
      })
    }
  return inPlace(rows, columns)
}

/** What a person linked, and candidates that say more than that two statements are about one thing. */
const isTelling = ({ origin, relation }: ShownLink) =>
  origin.kind === 'taken-up' || (relation !== 'detail' && relation !== 'same')

/** The most telling first; of the weaker kinds those that say the same, then those that rest on most. */
function byTelling(links: readonly ShownLink[]): readonly ShownLink[] {
  const weights = new Map(
    links.map(link => {
      const found = groundsOf(link).filter(({ kind }) => kind !== 'shared' && kind !== 'words').length
      return [link, (link.relation === 'same' ? 100 : 0) + 2 * found + sharedWords(link)]
    }),
  )
  const weightOf = (link: ShownLink) => (isTelling(link) ? 0 : (weights.get(link) ?? 0))
  const rankOf = (link: ShownLink) => (isTelling(link) ? rowKinds.indexOf(link.relation) : rowKinds.length)
  return links.toSorted((x, y) => rankOf(x) - rankOf(y) || weightOf(y) - weightOf(x))
}

/** The statements that people gathered in matters that stand, by the matters' numbers. */
export function gatheredIn(
  state: CaseState,
  benches: ReadonlyMap<string, Bench>,
): ReadonlyMap<string, readonly ShownStatement[]> {
  const gathered = new Map<string, readonly ShownStatement[]>()
  for (const { id, passages, withdrawn } of state.matters.values()) {
    if (withdrawn !== null) continue
    const members = new Map<string, ShownStatement>()
    for (const passage of passages) {
      const bench = benches.get(passage.account)
      const statement = bench ? statementAt(bench, passage, id) : null
      if (statement) members.set(statement.key, statement)
    }
    gathered.set(id, [...members.values()])
  }
  return gathered
}

const pair = (x: ShownStatement, y: ShownStatement) => `${x.key} / ${y.key}`
export const isWithin = (inner: ShownStatement, outer: ShownStatement) =>
  inner.group === outer.group && inner.start >= outer.start && inner.end <= outer.end

function kindOf(links: readonly ShownLink[]): RowKind | null {
  const kinds = new Set<RowKind>(links.map(({ relation }) => relation))
  return rowKinds.find(kind => kinds.has(kind)) ?? null
}

/** Terms that stand in any two sentences. */
const tellsNothing: ReadonlySet<string> = new Set(['not', 'no', 'be', 'have', 'do', 'say', 'the', 'one'])

/** What the engine says brought a row together, without the names of its rules. */
function aboutOf(
  links: readonly ShownLink[],
  members: readonly ShownStatement[],
  columns: readonly Column[],
): readonly string[] {
  const terms = links.flatMap(({ why }) =>
    why.flatMap(each => /^(?:issue|shared): (.+)$/.exec(each)?.[1]?.split(', ') ?? []),
  )
  const found = saidFor([...new Set(terms)], members, columns).flatMap(({ term, word }) =>
    word !== null && !tellsNothing.has(term) ? [word] : [],
  )
  return [...new Set(found)].slice(0, 4)
}

/**
 * The matters that people named, in the order in which they did; then rows of the first account in its order; then, account by account, each row that is not placed yet after the row of what
 * precedes it in that account.
 */
function inPlace(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const placed: Row[] = rows.filter(({ matter }) => matter !== null)
  const isPlaced = new Set<Row>(placed)
  for (const { group } of columns) {
    const here = rows
      .flatMap(row => {
        const first = row.statements.find(each => each.group === group.id)
        return first ? [{ row, start: first.start }] : []
      })
      .sort((x, y) => x.start - y.start)
    let after: Row | null = null
    for (const { row } of here.filter(each => each.row.matter === null)) {
      if (!isPlaced.has(row)) {
        const next = here.find(each => each.row.matter === null && isPlaced.has(each.row))
        const at =
          after !== null ? placed.indexOf(after) + 1 : next ? placed.indexOf(next.row) : placed.length
        placed.splice(at, 0, row)
        isPlaced.add(row)
      }
      after = row
    }
  }
  return placed
}
