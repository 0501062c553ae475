import type { Span } from '../time/index.ts'
import type { EditList } from './edit-list.ts'
import type { StandingLine } from './laid-over.ts'
import { isShown } from './shown-frame.ts'

/**
 * Why no line says what a stretch of a film shows: it was not compared yet; the comparison or a person says that it comes from none of
 * the recordings held; a person dismissed the line that spoke of it; or not every line was handed over.
 */
export type WhyNotShown = 'not-compared' | 'none' | 'dismissed' | 'not-told'

export interface Gap extends Span {
  readonly why: WhyNotShown
}

/** The stretches of a film that no line in force shows a recording in, in order, each with why. */
export function gapsOf(list: EditList | null, lines: readonly StandingLine[], whole: Span): readonly Gap[] {
  const main = lines.filter(isShown).filter(({ line }) => line.layer === 0)
  const edges = new Set([whole.from, whole.to])
  for (const { line } of lines)
    for (const edge of [line.from, line.to]) if (edge > whole.from && edge < whole.to) edges.add(edge)
  const sorted = [...edges].sort((a, b) => a - b)
  const gaps: Gap[] = []
  for (const [n, from] of sorted.slice(0, -1).entries()) {
    const to = sorted[n + 1] as number
    if (main.some(({ line }) => line.from <= from && from < line.to)) continue
    const why = whyNotShown(list, lines, from)
    const before = gaps.at(-1)
    if (before && before.to === from && before.why === why) gaps[gaps.length - 1] = { ...before, to }
    else gaps.push({ from, to, why })
  }
  return gaps
}

/** Why no line in force shows a recording at an instant of a film. */
export function whyNotShown(list: EditList | null, lines: readonly StandingLine[], at: number): WhyNotShown {
  if (list === null) return 'not-compared'
  const here = lines.filter(({ line }) => line.from <= at && at < line.to)
  if (here.some(({ line, status }) => status !== 'dismissed' && isFromNone(line))) return 'none'
  if (list.part === 'published') return 'not-told'
  return here.some(({ line, status }) => status === 'dismissed' && line.part === 'shown')
    ? 'dismissed'
    : 'none'
}

function isFromNone(line: StandingLine['line']): boolean {
  return (
    line.part === 'unmatched' ||
    (line.part === 'picture' && (line.kind === 'title' || line.kind === 'black' || line.kind === 'insert'))
  )
}
