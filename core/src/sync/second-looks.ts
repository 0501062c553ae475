import { components } from './forest.ts'
import type { PairResult } from './result.ts'

/** Between two groups so many pairs, the most promising, are looked at closely. */
const looksBetweenGroups = 3

/**
 * Which of the pairs that had no more than a first look deserve a close one: all of a recording that nothing else places, and
 * between any two groups the few that came nearest. Two recordings of one group lie on one clock already.
 */
export function secondLooks(ids: readonly string[], pairs: readonly PairResult[]): readonly PairResult[] {
  const groups = components(
    ids,
    pairs.filter(({ verdict }) => verdict === 'match'),
  )
  const groupOf = new Map(groups.flatMap((members, group) => members.map(id => [id, group] as const)))
  const isAlone = (id: string) => (groups[groupOf.get(id) ?? -1]?.length ?? 0) < 2
  const apart = pairs.filter(({ a, b }) => groupOf.get(a) !== groupOf.get(b))
  const between = Map.groupBy(
    apart.filter(({ a, b }) => !isAlone(a) && !isAlone(b)),
    ({ a, b }) => [groupOf.get(a), groupOf.get(b)].toSorted().join(' '),
  )
  return [
    ...apart.filter(({ a, b, isScreened }) => isScreened && (isAlone(a) || isAlone(b))),
    ...[...between.values()].flatMap(own => {
      const screened = own.filter(({ isScreened }) => isScreened).toSorted((x, y) => y.score - x.score)
      return screened.slice(0, Math.max(0, looksBetweenGroups - (own.length - screened.length)))
    }),
  ]
}
