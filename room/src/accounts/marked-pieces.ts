import type { ShownDay } from '@sightline/core/side-by-side'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** A piece of a statement's words: whether it differs from what the statement is linked with, and the days told behind it. */
export interface MarkedPiece extends Stretch {
  readonly isDiffering: boolean
  /** The relative times that end with this piece. */
  readonly days: readonly ShownDay[]
}

/** The words of a statement cut where marks and relative times begin and end. Pure, and the pieces joined are the statement. */
export function markedPieces(
  { start, end }: Stretch,
  marks: readonly Stretch[],
  days: readonly ShownDay[],
): readonly MarkedPiece[] {
  const within = days.filter(day => day.start >= start && day.end <= end)
  const cuts = new Set([start, end])
  for (const each of [...marks, ...within])
    for (const at of [each.start, each.end]) if (at > start && at < end) cuts.add(at)
  const places = [...cuts].sort((one, two) => one - two)
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end
    return {
      start: from,
      end: to,
      isDiffering: marks.some(mark => mark.start <= from && mark.end >= to),
      days: within.filter(day => day.end === to),
    }
  })
}
