import { type AccountId, accountGroups, type CaseState } from '../case/index.ts'
import { callingsOf } from './callings.ts'
import type { Candidates } from './candidates.ts'
import { linksOf } from './links.ts'
import { gatheredIn, rowsOf } from './rows.ts'
import type {
  Column,
  DayAnchor,
  Row,
  SetAside,
  ShownCalling,
  ShownDescribed,
  ShownLink,
  ShownPerson,
  ShownUtterance,
  Unfound,
} from './shown.ts'
import { daysOf, eventAnchor } from './shown-days.ts'
import { describedOf, peopleOf } from './shown-people.ts'
import { utterancesOf } from './shown-utterances.ts'
import { type Bench, benchOf, columnOf } from './statements.ts'

/** The accounts of a case side by side, as the engine suggests and people say. */
export interface SideBySide {
  /** The engine that suggested; null while there is no result. */
  readonly engine: { readonly method: string; readonly version: string } | null
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly links: readonly ShownLink[]
  /** How many links stand in no row: weaker candidates, of which rows are made only where that is asked for. */
  readonly further: number
  readonly people: readonly ShownPerson[]
  /** Sources without a name, account by account. */
  readonly described: readonly ShownDescribed[]
  /** Words without a name that may mean somebody who is named. */
  readonly callings: readonly ShownCalling[]
  readonly utterances: readonly ShownUtterance[]
  /** The day of what happened, where somebody has stated it. */
  readonly event: DayAnchor | null
  readonly setAside: readonly SetAside[]
  readonly unfound: readonly Unfound[]
}

/**
 * Lays what people entered over what the engine suggests. Pure: the same case, result and texts always give the same. An
 * account whose text is not among `texts` has no column. Every candidate makes a row where `hasAll` is set.
 */
export function sideBySide(
  state: CaseState,
  candidates: Candidates | null,
  texts: ReadonlyMap<AccountId, string>,
  { hasAll = false } = {},
): SideBySide {
  const made: Bench[] = []
  const benches = new Map<AccountId, Bench>()
  for (const group of accountGroups(state)) {
    const text = texts.get(group.shown.id)
    if (text === undefined) continue
    const bench = benchOf(state, group, text, candidates?.accounts[group.shown.id] ?? null)
    made.push(bench)
    // What is said of any version is looked for in the one that is shown.
    for (const { id } of group.versions) benches.set(id, bench)
  }
  const { links, setAside } = linksOf(state, candidates, benches)
  const gathered = gatheredIn(state, benches)
  const columns = made.map(bench => columnOf(bench, daysOf(state, bench)))
  const people = peopleOf(state, candidates, benches)
  const rows = rowsOf(state, columns, links, gathered, hasAll)
  const { callings, setAside: refused } = callingsOf(state, candidates, people, benches)
  return {
    engine: candidates && { method: candidates.method, version: candidates.version },
    columns,
    rows,
    links,
    further: links.length - new Set(rows.flatMap(row => row.links)).size,
    people,
    described: describedOf(state, people, columns, benches),
    callings,
    utterances: utterancesOf(candidates, benches),
    event: eventAnchor(state),
    setAside: [...made.flatMap(bench => bench.setAside), ...setAside, ...refused],
    unfound: made.flatMap(bench => bench.unfound),
  }
}
