import type { Statement } from './features.ts'
import { amountsOf } from './number-findings.ts'
import { readOnce } from './read-once.ts'
import { clockMinutes } from './time-findings.ts'

/**
 * Kinds of numbers of which each of two accounts gives just one that the other does not give: whatever words stand around them, they are
 * hardly of two things. Hours of the day are of the kind `clock`.
 */
export type AloneKinds = ReadonlySet<string>

export const clock = 'clock'

export function aloneKinds(left: readonly Statement[], right: readonly Statement[]): AloneKinds {
  const [ours, theirs] = [valuesByUnit(left), valuesByUnit(right)]
  const isAlone = ([unit, values]: readonly [string, readonly number[]]) => {
    const others = theirs.get(unit) ?? []
    return without(values, others).length === 1 && without(others, values).length === 1
  }
  return new Set([...ours].filter(isAlone).map(([unit]) => unit))
}

const without = (values: readonly number[], others: readonly number[]) =>
  values.filter(value => !others.includes(value))

const valuesByUnit = readOnce((statements: readonly Statement[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>()
  const add = (unit: string, value: number) => {
    const same = found.get(unit)
    if (same) same.push(value)
    else found.set(unit, [value])
  }
  for (const statement of statements) {
    if (!statement.isTelling) continue
    for (const { unit, value, isArticle } of amountsOf(statement))
      if (!isArticle && unit !== 'none') add(unit, value)
    for (const fact of statement.times) {
      const minutes = clockMinutes(fact.value)
      // "At six" and "at 18:00" are one hour.
      if (minutes !== null) add(clock, minutes % 720)
    }
  }
  return found
})
