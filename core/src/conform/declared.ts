import type { DeclaredDifference } from '../case/index.ts'
import type { StandingLine } from './laid-over.ts'

/** A difference that was found in a stand-in, and whether it lies inside of what was declared. */
export interface HeldAgainst {
  readonly line: StandingLine
  /** The declaration that covers it; null where none does. */
  readonly by: DeclaredDifference | null
}

/** Drawn edges are a few pixels wide, coded ones a few more; the comparison works on small pictures. */
const slackPixels = 16
/** Two frames at 25 a second: the ends of a difference are not surer than that. */
const slackMicros = 80_000

/** What was found to differ in a stand-in, each with what covers it. What shows the recording as it is differs in nothing. */
export function heldAgainstDeclared(
  lines: readonly StandingLine[],
  declared: Iterable<DeclaredDifference>,
  of: string,
): readonly HeldAgainst[] {
  const standing = [...declared].filter(each => each.of === of && each.withdrawn === null)
  return lines.flatMap(line => {
    if (line.status === 'dismissed' || !isDifference(line)) return []
    return [{ line, by: standing.find(each => covers(each, line)) ?? null }]
  })
}

function isDifference({ line }: StandingLine): boolean {
  if (line.part === 'shown') return line.rate !== 1 || line.layer > 0
  return line.part !== 'sound' || line.kind !== 'raw'
}

function covers({ what, from, to, region }: DeclaredDifference, { line }: StandingLine): boolean {
  if ((what === 'sound') !== (line.part === 'sound')) return false
  if (line.from < from - slackMicros || line.to > to + slackMicros) return false
  if (what === 'sound' || region === null) return true
  // What has no place in the picture, such as a cut or a speed, is no change of a region.
  const found = line.part === 'picture' ? line.region : null
  if (!found) return false
  const [x, y, width, height] = region
  const [fx, fy, fw, fh] = found
  return (
    fx >= x - slackPixels &&
    fy >= y - slackPixels &&
    fx + fw <= x + width + slackPixels &&
    fy + fh <= y + height + slackPixels
  )
}
