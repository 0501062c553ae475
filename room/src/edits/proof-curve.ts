import type { ProofFrame } from '@sightline/core/conform'

/** What remains along a film, as it is drawn: a path of columns, stretches that were not made again, and what the upper edge stands for. */
export interface ProofCurve {
  readonly path: string
  readonly gaps: readonly { readonly x: number; readonly width: number }[]
  readonly top: number
  readonly from: number
  readonly to: number
}

/** Each column is as high as the worst frame in it, so that a single frame is seen however long the film is. */
export function curveOf(frames: readonly ProofFrame[], width: number, height: number): ProofCurve {
  const from = frames[0]?.at ?? 0
  const last = frames.at(-1)?.at ?? from
  const to = last + (frames.length > 1 ? (last - from) / (frames.length - 1) : 40_000)
  const columns: (number | null)[] = Array.from({ length: width }, () => null)
  for (const [n, { at, mean }] of frames.entries()) {
    if (mean === null) continue
    const next = frames[n + 1]?.at ?? to
    const first = Math.floor((width * (at - from)) / (to - from))
    const end = Math.max(first + 1, Math.floor((width * (next - from)) / (to - from)))
    for (let x = first; x < Math.min(width, end); x++) columns[x] = Math.max(columns[x] ?? 0, mean)
  }
  const top = Math.max(4, ...columns.map(each => each ?? 0))
  let path = ''
  const gaps: { x: number; width: number }[] = []
  for (const [x, mean] of columns.entries()) {
    if (mean !== null) path += `M${x} ${height}V${(height - (height * mean) / top).toFixed(1)}h1V${height}Z`
    else if (gaps.at(-1) && (gaps.at(-1)?.x ?? 0) + (gaps.at(-1)?.width ?? 0) === x) {
      const gap = gaps.at(-1)
      if (gap) gap.width++
    } else gaps.push({ x, width: 1 })
  }
  return { path, gaps, top, from, to }
}
