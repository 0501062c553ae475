/** A moment to be laid out, in pixels from the left of the view; an instant has no width. In order of `x`. */
export interface MarkPlace {
  readonly x: number
  readonly width: number
  /** How wide its name is. */
  readonly nameWidth: number
}

/** Where a moment is drawn in its lane. */
export interface PlacedMark {
  readonly row: number
  /** The mark itself: a bar, or the diamond of an instant around `x`. */
  readonly from: number
  readonly to: number
  /** Where its name begins and how much room it has; null where there is none for it. */
  readonly name: { readonly x: number; readonly width: number } | null
}

/** Half the diamond of an instant. */
export const diamondPx = 5
const gapPx = 4
/** Less of a name than this says nothing. */
const leastNamePx = 34
const insetPx = 4

/**
 * Lays moments out in rows. Marks go first, each into the row whose last mark is farthest back, so that names have room; a
 * name then takes what is left before the next mark of its row, inside its bar where it fits there.
 */
export function rowsOf(marks: readonly MarkPlace[], rows: number, end: number): readonly PlacedMark[] {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY)
  const placed = marks.map(({ x, width }) => {
    const from = width > 0 ? x : x - diamondPx
    const to = width > 0 ? x + Math.max(2, width) : x + diamondPx
    const row = ends.indexOf(Math.min(...ends))
    ends[row] = Math.max(ends[row] ?? to, to)
    return { row, from, to }
  })
  const nextFrom = Array.from({ length: rows }, () => end)
  const named: PlacedMark[] = []
  for (let n = placed.length - 1; n >= 0; n--) {
    const mark = placed[n]
    const wanted = marks[n]
    if (!mark || !wanted) continue
    const next = nextFrom[mark.row] ?? end
    named.push({ ...mark, name: nameOf(mark, wanted, next) })
    nextFrom[mark.row] = Math.min(next, mark.from)
  }
  return named.reverse()
}

function nameOf(
  { from, to }: { readonly from: number; readonly to: number },
  { width, nameWidth }: MarkPlace,
  next: number,
): PlacedMark['name'] {
  const seenFrom = Math.max(0, from)
  const inside = Math.min(to, next) - seenFrom - 2 * insetPx
  if (width > 0 && (nameWidth <= inside || inside >= 3 * leastNamePx))
    return { x: seenFrom + insetPx, width: Math.min(nameWidth, inside) }
  const free = next - gapPx - (to + gapPx)
  if (to < 0 || free < Math.min(nameWidth, leastNamePx)) return null
  return { x: to + gapPx, width: Math.min(nameWidth, free) }
}

/** The moment under a point of the lane, the one drawn last first; null where there is none. */
export function markAt(
  placed: readonly PlacedMark[],
  x: number,
  row: number,
  slackPx: number,
): number | null {
  const found = placed.findLastIndex(
    mark =>
      mark.row === row &&
      x >= mark.from - slackPx &&
      x <= Math.max(mark.to, mark.name ? mark.name.x + mark.name.width : mark.to) + slackPx,
  )
  return found < 0 ? null : found
}
