import { assert } from '../errors.ts'

/** A positive exact ratio, such as a time base (1/90000) or a frame rate (30000/1001). */
export interface Rational {
  readonly num: number
  readonly den: number
}

/** Reads "30000/1001"; null for anything else and for ratios without a value such as "0/0". */
export function rationalFrom(text: string): Rational | null {
  const match = /^(\d+)[/:](\d+)$/.exec(text)
  if (!match) return null
  const num = Number(match[1])
  const den = Number(match[2])
  return num > 0 && den > 0 ? { num, den } : null
}

/** Container ticks as whole microseconds, rounded once (half away from zero), exact for every 53-bit tick count. */
export function microsOfTicks(ticks: number, timeBase: Rational): number {
  assert(Number.isSafeInteger(ticks), `ticks are whole, not ${ticks}`)
  const scaled = Math.abs(ticks) * timeBase.num * 1e6
  if (scaled <= Number.MAX_SAFE_INTEGER) return Math.sign(ticks) * roundedQuotient(scaled, timeBase.den)
  const exact = BigInt(Math.abs(ticks)) * BigInt(timeBase.num) * 1_000_000n
  const den = BigInt(timeBase.den)
  return Math.sign(ticks) * Number((exact * 2n + den) / (den * 2n))
}

function roundedQuotient(num: number, den: number): number {
  const whole = Math.floor(num / den)
  return (num - whole * den) * 2 >= den ? whole + 1 : whole
}
