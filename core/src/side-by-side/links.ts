import type { CaseState, LinkRelation } from '../case/index.ts'
import type { Candidates, LinkCandidate } from './candidates.ts'
import type { SetAside, ShownLink, ShownStatement } from './shown.ts'
import { type Bench, statementAt } from './statements.ts'

/** The links between statements: people's first, then what the engine suggests of other pairs and nobody has set aside. */
export function linksOf(
  state: CaseState,
  candidates: Candidates | null,
  benches: ReadonlyMap<string, Bench>,
): { readonly links: readonly ShownLink[]; readonly setAside: readonly SetAside[] } {
  const links = new Map<string, ShownLink>()
  for (const held of state.statementLinks.values()) {
    if (held.withdrawn !== null) continue
    const [a, b] = [held.a, held.b].map(passage => {
      const bench = benches.get(passage.account)
      return bench ? statementAt(bench, passage, held.id) : null
    })
    if (!a || !b || a.group === b.group) continue
    const { relation, note } = held
    const why = note === null ? [] : [note]
    const key = pairOf(a, b)
    links.set(key, { key, a, b, relation, differing: [], why, origin: { kind: 'taken-up', held } })
  }
  const suggested = new Map<string, ShownLink>()
  for (const candidate of candidates?.links ?? []) {
    const a = endOf(benches, candidate.a)
    const b = endOf(benches, candidate.b)
    if (!a || !b || a.group === b.group) continue
    const { differing, why } = candidate
    const key = pairOf(a, b)
    const relation = relationOf(candidate)
    suggested.set(key, { key, a, b, relation, differing, why, origin: { kind: 'candidate' } })
  }
  // A person's link says what the pair is; where the engine says the same, what it names as differing serves to mark the words.
  for (const [key, link] of links) {
    const same = suggested.get(key)
    if (same?.relation === link.relation)
      links.set(key, {
        ...link,
        differing: same.a.key === link.a.key ? same.differing : same.differing.toReversed(),
        why: [...link.why, ...same.why],
      })
    suggested.delete(key)
  }
  const setAside: SetAside[] = []
  for (const dismissal of state.dismissals.values()) {
    if (dismissal.withdrawn !== null || dismissal.of.kind !== 'link') continue
    const { a, b, relation } = dismissal.of
    const [one, two] = [a, b].map(passage => {
      const bench = benches.get(passage.account)
      return bench ? statementAt(bench, passage, dismissal.id) : null
    })
    const key = one && two ? pairOf(one, two) : null
    const link = (key && suggested.get(key)) || null
    const isIt = link?.relation === relation
    if (key && isIt) suggested.delete(key)
    setAside.push({ dismissal, statement: null, link: isIt ? link : null })
  }
  return { links: [...links.values(), ...suggested.values()], setAside }
}

export function relationOf({ relation, kind }: Pick<LinkCandidate, 'relation' | 'kind'>): LinkRelation {
  return kind === 'attribution' ? 'attribution' : relation
}

function pairOf(a: ShownStatement, b: ShownStatement): string {
  return [a.key, b.key].sort().join(' / ')
}

/** The statement at an end of a candidate; where a person has parted it, the part that holds most of it. */
function endOf(benches: ReadonlyMap<string, Bench>, end: LinkCandidate['a']): ShownStatement | null {
  const bench = benches.get(end.account)
  if (!bench) return null
  let best: ShownStatement | null = null
  let most = 0
  for (const each of bench.shown.values()) {
    if (each.start === end.start && each.end === end.end) return each
    const shared = Math.min(each.end, end.end) - Math.max(each.start, end.start)
    if (each.parting !== null && shared > most) {
      best = each
      most = shared
    }
  }
  return best
}
