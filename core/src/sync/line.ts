/**
 * How two recordings lie on each other, in samples counted from each one's first sample:
 * a = b + lag + slope · (b − pivot). A straight line, because each recorder's clock runs at its own constant rate.
 */
export interface Line {
  readonly pivot: number
  readonly lag: number
  readonly slope: number
}

/** The sample of `a` heard at sample `b`. */
export function onA(line: Line, b: number): number {
  return b + lagAt(line, b)
}

/** The sample of `b` that lies on sample `a`. */
export function bOf(line: Line, a: number): number {
  return (a - line.lag + line.slope * line.pivot) / (1 + line.slope)
}

export function lagAt(line: Line, b: number): number {
  return line.lag + line.slope * (b - line.pivot)
}

/** The same line told from another pivot. */
export function pivoted(line: Line, pivot: number): Line {
  return { pivot, lag: lagAt(line, pivot), slope: line.slope }
}

/** The samples [from, to) of b that have a partner in a; empty (to = from) where they do not meet. */
export function overlapOnB(line: Line, lengthA: number, lengthB: number): { from: number; to: number } {
  const from = Math.max(0, Math.ceil(bOf(line, 0)))
  const to = Math.min(lengthB, Math.floor(bOf(line, lengthA)))
  return { from, to: Math.max(from, to) }
}
