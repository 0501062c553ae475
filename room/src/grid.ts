/** Rows and columns in which angles are shown. */
export interface Grid {
  readonly columns: number
  /** Rows that fill the window; further rows are reached by scrolling. */
  readonly rows: number
}

/** At most this many angles share the first screen. */
export const anglesOnScreen = 9
/** Recordings are mostly 16:9; other shapes are letterboxed. */
const pictureAspect = 16 / 9

/** The grid in which the pictures of `count` angles come out largest in a window of the given pixels. */
export function gridFor(count: number, width: number, height: number): Grid {
  const shown = Math.max(1, Math.min(count, anglesOnScreen))
  let best: Grid = { columns: 1, rows: shown }
  let bestWidth = 0
  for (let columns = 1; columns <= shown; columns++) {
    const rows = Math.ceil(shown / columns)
    const pictureWidth = Math.min(width / columns, (height / rows) * pictureAspect)
    if (pictureWidth > bestWidth + 0.5) {
      bestWidth = pictureWidth
      best = { columns, rows }
    }
  }
  return best
}
