import type { Statement } from './features.ts'

/**
 * Two incidents in one story: those spoken of are named on both sides, none is the same, and one account knows nobody of the other's.
 * Two that both accounts know, a driver and a passenger, are of one incident.
 */
export function areAboutOthers(a: Statement, b: Statement): boolean {
  if (a.about.size === 0 || b.about.size === 0) return false
  if ([...a.about].some(name => b.about.has(name))) return false
  const isStrange = (one: Statement, other: Statement) => ![...one.about].some(name => other.named.has(name))
  return isStrange(a, b) || isStrange(b, a)
}
