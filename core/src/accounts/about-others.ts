import type { Statement } from './features.ts'
import { readOnce } from './read-once.ts'

/**
 * Two incidents in one story: those spoken of are named on both sides, none is the same, and one account knows nobody of the other's.
 * Two that both accounts know, a driver and a passenger, are of one incident unless one of the accounts sets them apart.
 */
export function areAboutOthers(a: Statement, b: Statement): boolean {
  if (areOfOtherIncidents(a, b)) return true
  if (a.about.size === 0 || b.about.size === 0) return false
  if ([...a.about].some(name => b.about.has(name))) return false
  const isStrange = (one: Statement, other: Statement) => ![...one.about].some(name => other.named.has(name))
  return isStrange(a, b) || isStrange(b, a)
}

/** By what one of the accounts says: each statement is of an incident, and not of one. Two such are never of one matter. */
export const areOfOtherIncidents = (a: Statement, b: Statement): boolean =>
  isOfAnother(a, b) || isOfAnother(b, a)

/** By what the account of the one says: those whom the other is of are of another incident, and none is of both. */
function isOfAnother(one: Statement, { incident, about }: Statement): boolean {
  const others = incident.size > 0 ? incident : about
  return (
    others.size > 0 &&
    one.otherIncident.size > 0 &&
    [...others].every(name => one.otherIncident.has(name)) &&
    ![...others].some(name => one.incident.has(name))
  )
}

/**
 * One tells of a year or of "two years ago", the other does not: what happened then is not set against what happened now. Two that both
 * go back may differ in when.
 */
export const areOfOtherTimes = (a: Statement, b: Statement): boolean => isOfThePast(a) !== isOfThePast(b)

const isOfThePast = (statement: Statement): boolean => statement.times.length > 0 && tellsPast(statement)

const tellsPast = readOnce(({ times }: Statement): boolean =>
  times.some(({ value }) => pastTimes.test(value)),
)

const pastTimes =
  /^(?:(?:in|since|from|until|of|by|en|desde|during) )?(?:19|20)\d\d$|^last year$|\byears? (?:ago|before|earlier)$|^el año pasado$|^hace .* años?$/iu
