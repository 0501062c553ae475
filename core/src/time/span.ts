import { assert } from '../errors.ts'

/** A half-open interval [from, to) on one clock. */
export interface Span<T extends number = number> {
  readonly from: T
  readonly to: T
}

/** The only maker of spans. Stops when `to` lies before `from`. */
export function span<T extends number>(from: T, to: T): Span<T> {
  assert(to >= from, `a span ends at or after its start, not ${from} to ${to}`)
  return { from, to }
}

export function isInside<T extends number>(within: Span<T>, time: T): boolean {
  return time >= within.from && time < within.to
}

/** What two spans share, or null when they share nothing. */
export function overlap<T extends number>(a: Span<T>, b: Span<T>): Span<T> | null {
  const from = Math.max(a.from, b.from) as T
  const to = Math.min(a.to, b.to) as T
  return to > from ? span(from, to) : null
}

/** The same time covered by the fewest spans, in order; empty spans vanish, touching ones join. */
export function union<T extends number>(spans: readonly Span<T>[]): readonly Span<T>[] {
  const sorted = spans.filter(each => each.to > each.from).sort((a, b) => a.from - b.from)
  const joined: Span<T>[] = []
  for (const each of sorted) {
    const last = joined.at(-1)
    if (last && each.from <= last.to)
      joined[joined.length - 1] = span(last.from, Math.max(last.to, each.to) as T)
    else joined.push(each)
  }
  return joined
}

/** What of `whole` no span covers, in order. */
export function complement<T extends number>(whole: Span<T>, spans: readonly Span<T>[]): readonly Span<T>[] {
  const left: Span<T>[] = []
  let at = whole.from
  for (const each of union(spans)) {
    const covered = overlap(whole, each)
    if (!covered) continue
    if (covered.from > at) left.push(span(at, covered.from))
    at = covered.to
  }
  if (at < whole.to) left.push(span(at, whole.to))
  return left
}
