/** What people said of the lines of a film, laid over what the last comparison suggests. */
import type { EditLine, EditReview } from '../case/index.ts'
import { never } from '../errors.ts'
import type { Candidate, EditList } from './edit-list.ts'
import { boxOf, overlapOf } from './picture-box.ts'

export type LineStatus = 'candidate' | 'accepted' | 'corrected' | 'dismissed' | 'added'

/** A line as it stands: what is in force of it, what suggested it, and what a person decided. */
export interface StandingLine {
  /** The same as long as nobody decides anything and nothing is compared anew. */
  readonly key: string
  readonly status: LineStatus
  /** In force: the person's words where there are any. Of a line that was dismissed, what was dismissed. */
  readonly line: EditLine
  /** What the last comparison suggests here; null where it suggests nothing (any more). */
  readonly candidate: Candidate | null
  readonly review: EditReview | null
  /** The last comparison suggests something else here than the person saw when deciding. */
  readonly isSuggestedOtherwise: boolean
}

/** All lines in the order of the film: every candidate, and every decision, also those whose candidate is no longer suggested. */
export function laidOver(
  list: EditList | null,
  reviews: Iterable<EditReview>,
  of: string,
): readonly StandingLine[] {
  const candidates = list?.candidates ?? []
  const lines: StandingLine[] = []
  const standing = [...reviews].filter(each => each.of === of && each.withdrawn === null)
  const matches = matchesOf(standing, candidates)
  const taken = new Set(matches.values())
  for (const review of standing) {
    const seen = review.line
    const candidate = candidates[matches.get(review) ?? -1] ?? null
    lines.push({
      key: review.id,
      status: review.verdict,
      line: review.said ?? seen ?? (candidate as Candidate).line,
      candidate,
      review,
      isSuggestedOtherwise: seen !== null && (candidate === null || !isSameClaim(seen, candidate.line)),
    })
  }
  for (const [at, candidate] of candidates.entries())
    if (!taken.has(at))
      lines.push({
        key: `c${at}`,
        status: 'candidate',
        line: candidate.line,
        candidate,
        review: null,
        isSuggestedOtherwise: false,
      })
  return lines.sort(
    (a, b) => a.line.from - b.line.from || order[a.line.part] - order[b.line.part] || b.line.to - a.line.to,
  )
}

const order = { shown: 0, unmatched: 1, trim: 2, picture: 3, sound: 4 } as const

/** Lines that are about the same thing share at least this part of what either covers. */
const leastShare = 0.5

/** Which candidate each decision is about: what is most alike finds each other first. */
function matchesOf(
  reviews: readonly EditReview[],
  candidates: readonly Candidate[],
): ReadonlyMap<EditReview, number> {
  const pairs = reviews.flatMap(review =>
    candidates.flatMap(({ line }, at) => {
      const seen = review.line
      if (seen === null || !isAlike(seen, line)) return []
      const share = shareOf(seen, line)
      return share < leastShare ? [] : [{ review, at, rank: share * (1 + boxShare(seen, line)) }]
    }),
  )
  const matches = new Map<EditReview, number>()
  const taken = new Set<number>()
  for (const { review, at } of pairs.sort((a, b) => b.rank - a.rank)) {
    if (matches.has(review) || taken.has(at)) continue
    matches.set(review, at)
    taken.add(at)
  }
  return matches
}

/** How much the boxes of two lines share; lines without boxes differ in none. */
function boxShare(one: EditLine, two: EditLine): number {
  if (one.part !== 'picture' || two.part !== 'picture') return 1
  const [a, b] = [boxOf(one), boxOf(two)]
  if (a === null || b === null) return a === b ? 1 : 0
  return a.side === b.side ? overlapOf(a.box, b.box) : 0
}

/** Whether two lines could be about the same thing, wherever they lie. */
function isAlike(one: EditLine, two: EditLine): boolean {
  switch (one.part) {
    case 'shown':
      return two.part === 'shown' && one.layer === two.layer
    case 'unmatched':
      return two.part === 'unmatched'
    case 'trim':
      return two.part === 'trim' && one.raw === two.raw
    case 'picture':
    case 'sound':
      return two.part === one.part && one.kind === two.kind
    default:
      return never(one)
  }
}

/** A trim is an instant: another comparison may find it a few frames away. */
const trimReach = 200_000

function shareOf(one: EditLine, two: EditLine): number {
  if (one.part === 'trim') return Math.max(0, 1 - Math.abs(one.from - two.from) / trimReach)
  const both = Math.min(one.to, two.to) - Math.max(one.from, two.from)
  return both / Math.max(1, Math.max(one.to, two.to) - Math.min(one.from, two.from))
}

/** Boxes of small pictures are a few pixels off; those that share less than this are two places. */
const samePlace = 0.6

/** Frames of 24 a second last 42 ms: within this, two lines say the same. */
const sameMicros = 42_000

/** Whether two lines claim the same, to a frame: a decision on one is not taken for a decision on another. */
export function isSameClaim(one: EditLine, two: EditLine): boolean {
  if (!isAlike(one, two) || !isNear(one.from, two.from) || !isNear(one.to, two.to)) return false
  if (one.part === 'shown' && two.part === 'shown')
    return one.raw === two.raw && isNear(one.rawFrom, two.rawFrom) && Math.abs(one.rate - two.rate) < 0.02
  if (one.part === 'sound' && two.part === 'sound')
    return one.raw === two.raw && (one.rawFrom === null || isNear(one.rawFrom, two.rawFrom ?? -1))
  if (one.part === 'trim' && two.part === 'trim')
    return isNear(one.rawFrom, two.rawFrom) && isNear(one.rawTo, two.rawTo)
  return boxShare(one, two) >= samePlace
}

function isNear(one: number, two: number): boolean {
  return Math.abs(one - two) <= sameMicros
}

/** Lines that say something of the film now: all but those that were dismissed. */
export function inForce(lines: readonly StandingLine[]): readonly StandingLine[] {
  return lines.filter(({ status }) => status !== 'dismissed')
}
