import type { AccountReading } from './read-account.ts'
import { commonPairs, wordDifference } from './word-difference.ts'
import { type Word, wordsOf } from './words.ts'

/** A stretch of one version's text. UTF-16, half-open. */
export interface VersionSpan {
  readonly start: number
  readonly end: number
}

/** What became of one sentence, or of one folded line, from an earlier to a later version. */
export type VersionPiece =
  | { readonly kind: 'kept'; readonly earlier: VersionSpan; readonly later: VersionSpan }
  /** The same words at another place. */
  | { readonly kind: 'moved'; readonly earlier: VersionSpan; readonly later: VersionSpan }
  | {
      readonly kind: 'changed'
      readonly earlier: VersionSpan
      readonly later: VersionSpan
      /** Runs of words that only the earlier has, within `earlier`. */
      readonly removed: readonly VersionSpan[]
      /** Runs of words that only the later has, within `later`. */
      readonly added: readonly VersionSpan[]
    }
  | { readonly kind: 'removed'; readonly earlier: VersionSpan }
  | { readonly kind: 'added'; readonly later: VersionSpan }

export interface VersionDifference {
  /** In the order of the later version; what was removed stands where it stood. */
  readonly pieces: readonly VersionPiece[]
  /** Statement words in common over those of the shorter version, 0 to 1: folded lines are left out of account. */
  readonly likeness: number
}

/** A sentence that keeps at least this share of its words was changed; below it one was taken out and another put in. */
const changedLikeness = 0.55
/** Two captures of one story share most of their sentences whole; two stories from one agency's wire may share half. */
const versionLikeness = 0.6
const fewestSharedSentences = 3

interface Piece extends VersionSpan {
  readonly words: readonly Word[]
  readonly key: string
  /** Of a folded line: the rule that folded it. A date that was changed is still the date. */
  readonly fold: string | null
}

/** How one version of an account became another, sentence by sentence, with the runs of words that differ. Which is earlier is for a person to say. */
export function versionDifference(earlier: AccountReading, later: AccountReading): VersionDifference {
  const left = piecesOf(earlier)
  const right = piecesOf(later)
  const partner = partnersOf(left, right)
  const pieces: VersionPiece[] = []
  let at = 0
  const takeRemoved = (until: number) => {
    for (; at < until; at++) {
      const piece = left[at]
      if (piece && !partner.toRight.has(at)) pieces.push({ kind: 'removed', earlier: spanOf(piece) })
    }
  }
  for (const [index, piece] of right.entries()) {
    const from = partner.toLeft.get(index)
    const before = from === undefined ? undefined : left[from]
    if (before === undefined || from === undefined) {
      pieces.push({ kind: 'added', later: spanOf(piece) })
      continue
    }
    if (!partner.moved.has(index)) {
      takeRemoved(from)
      at = Math.max(at, from + 1)
    }
    if (before.key !== piece.key) pieces.push(changed(before, piece))
    else
      pieces.push({
        kind: partner.moved.has(index) ? 'moved' : 'kept',
        earlier: spanOf(before),
        later: spanOf(piece),
      })
  }
  takeRemoved(left.length)
  return { pieces, likeness: likenessOf(left, right) }
}

/** Pairs of accounts that may be versions of one: they share most of their sentences word for word. Candidates for a person, likest first. */
export function versionCandidates(
  readings: readonly AccountReading[],
): readonly { readonly a: number; readonly b: number; readonly likeness: number }[] {
  const pieces = readings.map(reading => piecesOf(reading))
  return pieces
    .flatMap((left, a) =>
      pieces.slice(a + 1).flatMap((right, offset) => {
        const likeness = likenessOf(left, right)
        const known = new Set(left.filter(isTelling).map(({ key }) => key))
        const shared = right.filter(piece => isTelling(piece) && known.has(piece.key)).length
        return likeness >= versionLikeness && shared >= Math.min(fewestSharedSentences, left.length)
          ? [{ a, b: a + 1 + offset, likeness }]
          : []
      }),
    )
    .sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
}

const spanOf = ({ start, end }: VersionSpan): VersionSpan => ({ start, end })
/** A sentence of a few words ("He is 12.") may stand in any story. */
const isTelling = ({ fold, words }: Piece) => fold === null && words.length >= 5

function piecesOf({ text, sentences, folds }: AccountReading): readonly Piece[] {
  const piece = ({ start, end }: VersionSpan, fold: string | null): Piece => {
    const words = wordsOf(text, start, end)
    return { start, end, words, fold, key: words.map(({ lower }) => lower).join(' ') }
  }
  return [...sentences.map(each => piece(each, null)), ...folds.map(each => piece(each, each.rule))].sort(
    (a, b) => a.start - b.start,
  )
}

function likenessOf(left: readonly Piece[], right: readonly Piece[]): number {
  const telling = (pieces: readonly Piece[]) => pieces.filter(({ fold }) => fold === null)
  const sizeOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { words }) => sum + words.length, 0)
  const known = new Set(telling(left).map(({ key }) => key))
  const shared = telling(right).filter(({ key }) => known.has(key))
  const shorter = Math.min(sizeOf(telling(left)), sizeOf(telling(right)))
  return shorter === 0 ? 0 : Math.min(1, sizeOf(shared) / shorter)
}

interface Partners {
  readonly toLeft: ReadonlyMap<number, number>
  readonly toRight: ReadonlyMap<number, number>
  readonly moved: ReadonlySet<number>
}

/** Same pieces in order first, then the same at another place, then changed ones between two kept ones. */
function partnersOf(left: readonly Piece[], right: readonly Piece[]): Partners {
  const toLeft = new Map<number, number>()
  const toRight = new Map<number, number>()
  const moved = new Set<number>()
  const join = (one: number, two: number) => {
    toLeft.set(two, one)
    toRight.set(one, two)
  }
  for (const [one, two] of commonPairs(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  ))
    join(one, two)
  for (const [two, piece] of right.entries()) {
    if (toLeft.has(two)) continue
    const one = left.findIndex(({ key }, index) => key === piece.key && !toRight.has(index))
    if (one < 0) continue
    join(one, two)
    moved.add(two)
  }
  let from = 0
  for (const [two, piece] of right.entries()) {
    const known = toLeft.get(two)
    if (known !== undefined) {
      if (!moved.has(two)) from = known + 1
      continue
    }
    const next = nextKept(toLeft, moved, two, right.length, left.length)
    let best = -1
    let most = piece.fold === null ? changedLikeness : 0
    for (let one = from; one < next; one++) {
      const other = left[one]
      if (!other || toRight.has(one) || other.fold !== piece.fold) continue
      const { likeness } = wordDifference(lowersOf(other), lowersOf(piece))
      if (likeness >= most) {
        most = likeness
        best = one
      }
    }
    if (best < 0) continue
    join(best, two)
    from = best + 1
  }
  return { toLeft, toRight, moved }
}

function nextKept(
  toLeft: ReadonlyMap<number, number>,
  moved: ReadonlySet<number>,
  from: number,
  until: number,
  otherwise: number,
): number {
  for (let two = from + 1; two < until; two++) {
    const one = toLeft.get(two)
    if (one !== undefined && !moved.has(two)) return one
  }
  return otherwise
}

const lowersOf = ({ words }: Piece) => words.map(({ lower }) => lower)

function changed(before: Piece, after: Piece): VersionPiece {
  const common = commonPairs(lowersOf(before), lowersOf(after))
  return {
    kind: 'changed',
    earlier: spanOf(before),
    later: spanOf(after),
    removed: runsOutside(before.words, new Set(common.map(([one]) => one))),
    added: runsOutside(after.words, new Set(common.map(([, two]) => two))),
  }
}

/** Neighbouring words that are not in common, joined into one stretch. */
function runsOutside(words: readonly Word[], common: ReadonlySet<number>): readonly VersionSpan[] {
  const runs: { start: number; end: number }[] = []
  let isOpen = false
  for (const [index, { start, end }] of words.entries()) {
    const last = runs.at(-1)
    if (common.has(index)) isOpen = false
    else if (isOpen && last) last.end = end
    else {
      runs.push({ start, end })
      isOpen = true
    }
  }
  return runs
}
