import { type AccountId, accountGroups, type CaseState } from '../case/index.ts'
import type { Candidates } from './candidates.ts'
import { linksOf } from './links.ts'
import { gatheredIn, rowsOf } from './rows.ts'
import type { Column, Row, SetAside, ShownLink, Unfound } from './shown.ts'
import { type Bench, benchOf, columnOf } from './statements.ts'

/** The accounts of a case side by side, as the engine suggests and people say. */
export interface SideBySide {
  /** The engine that suggested; null while there is no result. */
  readonly engine: { readonly method: string; readonly version: string } | null
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly links: readonly ShownLink[]
  readonly setAside: readonly SetAside[]
  readonly unfound: readonly Unfound[]
}

/**
 * Lays what people entered over what the engine suggests. Pure: the same case, result and texts always give the same. An
 * account whose text is not among `texts` has no column.
 */
export function sideBySide(
  state: CaseState,
  candidates: Candidates | null,
  texts: ReadonlyMap<AccountId, string>,
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
  const columns = made.map(columnOf)
  return {
    engine: candidates && { method: candidates.method, version: candidates.version },
    columns,
    rows: rowsOf(state, columns, links, gathered),
    links,
    setAside: [...made.flatMap(bench => bench.setAside), ...setAside],
    unfound: made.flatMap(bench => bench.unfound),
  }
}
