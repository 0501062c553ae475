/** Still scenes into which pictures are set: placed anew by what lies around these, where nothing moves. */
import type { PicturesAccount, ShownRun } from './account-of-pictures.ts'
import type { Box } from './affine.ts'
import type { HeardPlace } from './heard-places.ts'
import type { Covered } from './held.ts'
import { type Edit, speedEdits } from './kinds.ts'
import { asOneLine } from './one-line.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { placedInStillScenes } from './still-scenes.ts'

/** Pixels around an inset that scaling and coding smear. */
const smeared = 2

/** The same account; the main runs beside insets placed anew, with their speeds and the joins between them, where they are of still scenes. */
export function placedBesideInsets(
  account: PicturesAccount,
  film: Levels,
  raws: readonly Levels[],
  heard: readonly HeardPlace[],
): PicturesAccount {
  const insets = account.edits.flatMap(edit => (edit.kind === 'pip' ? [insetOf(edit, film)] : []))
  if (insets.length === 0) return account
  let placed = account
  for (const group of groupsOf(account.shown, insets)) {
    const before = group.map(({ segment }) => segment)
    const ends = insets.flatMap(({ from, to }) => [from, to])
    const after = asOneLine(placedInStillScenes(before, film, raws, ends, heard, insets), film, raws)
    if (after.some(each => !before.includes(each)))
      placed = replaced(placed, group, after, insets, film, raws)
  }
  return placed
}

function insetOf({ start, end, region }: Edit, film: Levels): Covered {
  const { fullWidth, fullHeight, width, height } = film.pictures
  const [x, y, w, h] = region as Box
  const [sx, sy] = [width / fullWidth, height / fullHeight]
  return {
    from: start,
    to: end,
    box: [x * sx - smeared, y * sy - smeared, w * sx + 2 * smeared, h * sy + 2 * smeared],
  }
}

/** Main runs that follow each other, into all of which something is set. */
function groupsOf(shown: readonly ShownRun[], insets: readonly Covered[]): readonly (readonly ShownRun[])[] {
  const groups: ShownRun[][] = []
  for (const run of shown) {
    const { from, to } = run.segment
    if (run.layer !== 0 || !insets.some(each => each.from < to && each.to > from)) continue
    const last = groups.at(-1)
    if (last?.at(-1)?.segment.to === from) last.push(run)
    else groups.push([run])
  }
  return groups
}

function replaced(
  { shown, cuts, edits }: PicturesAccount,
  before: readonly ShownRun[],
  after: readonly Segment[],
  insets: readonly Covered[],
  film: Levels,
  raws: readonly Levels[],
): PicturesAccount {
  const [first, last] = [before[0] as ShownRun, before.at(-1) as ShownRun]
  const isInside = (frame: number) => frame > first.segment.from && frame < last.segment.to
  const isSpeedOf = ({ kind, start, end }: Edit) =>
    speeds.includes(kind) && before.some(({ segment: { from, to } }) => from === start && to === end)
  const runs = after.map((segment): ShownRun => {
    const own = before.find(each => segment.from < each.segment.to) ?? last
    return { ...own, segment }
  })
  return {
    shown: [...shown.filter(each => !before.includes(each)), ...runs],
    cuts: [...cuts.filter(each => !isInside(each)), ...after.slice(1).map(({ from }) => from)].sort(
      (a, b) => a - b,
    ),
    edits: [
      ...edits.filter(each => !isSpeedOf(each)),
      ...after.flatMap(each => speedEdits(each, film, raws[each.raw] as Levels, insets)),
    ].toSorted((one, two) => one.start - two.start || one.end - two.end),
  }
}

const speeds: readonly Edit['kind'][] = ['slow', 'fast', 'freeze', 'reverse']
