import { type Statement, wideMatters } from './features.ts'
import { wordDifference } from './word-difference.ts'

/** How near two statements are, with what brought them together. */
export interface Nearness {
  readonly a: Statement
  readonly b: Statement
  readonly score: number
  /** Matters in common, rarest first. */
  readonly shared: readonly string[]
  readonly sharedIssues: readonly string[]
  /** Likeness of their best pair of quotes, 0 to 1. */
  readonly quoteLikeness: number
  /** True where others lie nearer: such a pair counts only when the two plainly disagree. */
  readonly isFar: boolean
}

/** How rare each term is over all statements of all accounts. */
export type Rarity = ReadonlyMap<string, number>

// Chosen on the practice clusters in test/cases/accounts; the ones held out are reported beside them in docs/measurements.md.
const minimumScore = 0.2
/** For two of which neither has another that is nearer. */
const mutualScore = 0.1
/** For two that plainly disagree: who disagrees seldom uses the same words. */
const farScore = 0.07
const bestShare = 0.85
const otherShare = 0.5
const matesEach = 3
/** For two that answer one question of the table. */
const answeredScore = 0.16

export function rarityOf(statements: readonly Statement[]): Rarity {
  const counts = new Map<string, number>()
  for (const { terms, issues } of statements) {
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const issue of issues) counts.set(`!${issue}`, (counts.get(`!${issue}`) ?? 0) + 1)
  }
  const total = statements.length
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + total / (1 + count))]))
}

/** The pairs of statements of two accounts that speak of one matter: each near enough, and among the nearest of both. */
export function aligned(
  left: readonly Weighted[],
  right: readonly Weighted[],
  rarity: Rarity,
): readonly Nearness[] {
  const all: Nearness[] = []
  const places = postingsOf(right)
  const dots = new Float64Array(right.length)
  const marks = new Uint8Array(right.length)
  for (const one of left) {
    dots.fill(0)
    marks.fill(0)
    for (const [term, weight] of one.weights) {
      const kind = kindOf(term)
      for (const { at, weight: other } of places.get(term) ?? []) {
        dots[at] = (dots[at] ?? 0) + weight * other
        marks[at] = (marks[at] ?? 0) | kind
      }
    }
    for (const [at, two] of right.entries()) {
      const near = nearness(one, two, dots[at] ?? 0, marks[at] ?? 0, rarity)
      if (near) all.push(near)
    }
  }
  const bestOf = (side: 'a' | 'b') => {
    const best = new Map<Statement, number[]>()
    for (const near of all) {
      const known = best.get(near[side])
      if (known) known.push(near.score)
      else best.set(near[side], [near.score])
    }
    for (const scores of best.values()) scores.sort((x, y) => y - x)
    return best
  }
  const bestA = bestOf('a')
  const bestB = bestOf('b')
  return all
    .map(near => {
      const { a: one, b: two, score } = near
      const forOne = bestA.get(one) ?? []
      const forTwo = bestB.get(two) ?? []
      const isNear = (scores: readonly number[], share: number) =>
        score >= (scores[0] ?? 0) * share && scores.indexOf(score) < matesEach
      // An account that tells both sides of a matter has one statement nearer than the other to what another account says.
      const isKept =
        (score >= minimumScore || (score >= mutualScore && forOne[0] === score && forTwo[0] === score)) &&
        ((isNear(forOne, bestShare) && isNear(forTwo, otherShare)) ||
          (isNear(forTwo, bestShare) && isNear(forOne, otherShare)))
      const isAnswered =
        score >= answeredScore &&
        [...one.answers].some(
          ([id, given]) => !wideMatters.has(id) && given.length > 0 && (two.answers.get(id)?.length ?? 0) > 0,
        )
      return { ...near, isFar: !isKept && !isAnswered }
    })
    .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}

/** A statement with its terms weighed by how rare they are; once for each account, not for each pair. */
export interface Weighted {
  readonly statement: Statement
  readonly weights: ReadonlyMap<string, number>
  readonly size: number
}

export function weighted(statement: Statement, rarity: Rarity): Weighted {
  const weights = new Map<string, number>()
  for (const [term, weight] of statement.terms) weights.set(term, weight * (rarity.get(term) ?? 1))
  for (const issue of statement.issues) weights.set(`!${issue}`, 0.6 * (rarity.get(`!${issue}`) ?? 1))
  let size = 0
  for (const weight of weights.values()) size += weight * weight
  return { statement, weights, size: Math.sqrt(size) }
}

/** What the first letter of a term says it is; see `termsOf`. */
const [issueMark, numberMark, timeMark, dimensionMark] = [33, 35, 64, 126]

/** What two have in common: an issue, a term of any kind, a term that says what happened. */
const [hasIssue, hasTerm, hasContent] = [1, 2, 4]

function kindOf(term: string): number {
  const mark = term.charCodeAt(0)
  if (mark === issueMark) return hasIssue
  return mark === numberMark || mark === timeMark || mark === dimensionMark ? hasTerm : hasTerm | hasContent
}

interface Posting {
  readonly at: number
  readonly weight: number
}

/** Where each term stands, so that only statements that share one are looked at. */
function postingsOf(statements: readonly Weighted[]): ReadonlyMap<string, readonly Posting[]> {
  const known = postings.get(statements)
  if (known) return known
  const found = new Map<string, Posting[]>()
  for (const [at, { weights }] of statements.entries())
    for (const [term, weight] of weights) {
      const known = found.get(term)
      if (known) known.push({ at, weight })
      else found.set(term, [{ at, weight }])
    }
  postings.set(statements, found)
  return found
}

/** An account is held against every other one. */
const postings = new WeakMap<readonly Weighted[], ReadonlyMap<string, readonly Posting[]>>()

/** Null where two are too far apart even to disagree. `dot` and `marks` are of the terms they share. */
function nearness(one: Weighted, two: Weighted, dot: number, marks: number, rarity: Rarity): Nearness | null {
  if ((marks & hasTerm) === 0 || one.size === 0 || two.size === 0) return null
  const cosine = dot / (one.size * two.size)
  // A short statement that lies wholly within a long one is near it, though their sizes differ.
  const cover = dot / Math.min(one.size, two.size) ** 2
  const quoteLikeness = bestQuoteLikeness(one.statement, two.statement)
  // Numbers and days in common without a matter are chance.
  if ((marks & (hasContent | hasIssue)) === 0 && quoteLikeness < 0.5) return null
  let score = 0.5 * cosine + 0.5 * Math.min(1, cover)
  if (quoteLikeness >= 0.5) score = Math.max(score, 0.45 + quoteLikeness / 2)
  if (areAboutOthers(one.statement, two.statement)) score *= 0.4
  if (score < farScore) return null
  const [few, many] = one.weights.size <= two.weights.size ? [one, two] : [two, one]
  const shared: string[] = []
  const sharedIssues: string[] = []
  for (const term of few.weights.keys()) {
    if (!many.weights.has(term)) continue
    if (term.charCodeAt(0) === issueMark) sharedIssues.push(term.slice(1))
    else shared.push(term)
  }
  shared.sort((x, y) => (rarity.get(y) ?? 0) - (rarity.get(x) ?? 0) || (x < y ? -1 : 1))
  return {
    a: one.statement,
    b: two.statement,
    score,
    shared,
    sharedIssues: sharedIssues.sort(),
    quoteLikeness,
    isFar: false,
  }
}

/**
 * Two incidents in one story: those spoken of are named on both sides, none is the same, and one account knows nobody of the other's.
 * Two that both accounts know, a driver and a passenger, are of one incident.
 */
export function areAboutOthers(a: Statement, b: Statement): boolean {
  if (a.about.size === 0 || b.about.size === 0) return false
  if ([...a.about].some(name => b.about.has(name))) return false
  const isStrange = (one: Statement, other: Statement) => ![...one.about].some(name => other.named.has(name))
  return isStrange(a, b) || isStrange(b, a)
}

function bestQuoteLikeness(a: Statement, b: Statement): number {
  let best = 0
  for (const left of a.quoted)
    for (const right of b.quoted) {
      const shorter = Math.min(left.matters.length, right.matters.length)
      if (shorter < 2 || shareOf(left.matters, right.matters) < 0.5) continue
      const { likeness, containment } = wordDifference(left.matters, right.matters)
      best = Math.max(best, likeness, shorter >= 5 ? containment * 0.95 : 0)
    }
  return best
}

/** Part of the shorter list that stands in the longer, in any order: what order keeps cannot be more. */
function shareOf(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const known = new Set(many)
  return few.filter(matter => known.has(matter)).length / few.length
}
