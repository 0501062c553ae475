import type { CaseMicros } from '../time/index.ts'

/** Repeated instants in order of time, with the time between neighbours. */
export interface Count {
  readonly n: number
  readonly times: readonly CaseMicros[]
  /** One fewer than the instants. */
  readonly intervalsMicros: readonly number[]
  /** Shortest, middle and longest interval; null with fewer than two instants. The middle of an even number is their mean. */
  readonly intervals: { readonly least: number; readonly median: number; readonly most: number } | null
}

/** Counts instants; one counted twice at the same microsecond is one. */
export function countOf(instants: readonly CaseMicros[]): Count {
  const times = [...new Set(instants)].sort((a, b) => a - b)
  const intervalsMicros = times.slice(1).map((time, n) => time - (times[n] as CaseMicros))
  const sorted = [...intervalsMicros].sort((a, b) => a - b)
  const [least, most] = [sorted[0], sorted.at(-1)]
  return {
    n: times.length,
    times,
    intervalsMicros,
    intervals: least === undefined || most === undefined ? null : { least, median: middleOf(sorted), most },
  }
}

function middleOf(sorted: readonly number[]): number {
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? Number.NaN)) / 2
}
