import { areAboutOthers } from './about-others.ts'
import { hasContent, hasIssue, hasTerm, topicDots, wordDots } from './dots.ts'
import type { Statement } from './features.ts'
import { chanceOf } from './link-weights.ts'
import { emptyLikeness, likenessAt, meanOf, setLikeness, signalsOf } from './pair-signals.ts'
import type { Rarity } from './rarity.ts'
import type { Weighted } from './weighted.ts'
import { wordDifference } from './word-difference.ts'

/** How near two statements are, with what brought them together. */
export interface Nearness {
  readonly a: Statement
  readonly b: Statement
  /** By words, issues and quotes. */
  readonly score: number
  /** That both are about one matter, 0 to 1, by all signals. */
  readonly chance: number
  /** Terms in common, rarest first. */
  readonly shared: readonly string[]
  readonly sharedIssues: readonly string[]
  /** Topics that both plainly speak of, rarest first. */
  readonly sharedTopics: readonly string[]
  /** Likeness of their best pair of quotes, 0 to 1. */
  readonly quoteLikeness: number
  /** True where others lie nearer: such a pair counts only when the two plainly disagree. */
  readonly isFar: boolean
}

/** For two that plainly disagree: who disagrees seldom uses the same words. */
const farScore = 0.07
/** Pairs are looked at that have this much in common by words or by topics. */
const leastWords = 0.04
const leastTopics = 0.12
/**
 * Links of two accounts, for each statement of both (root of the product), where the chances of their pairs come to `chancesEach` a
 * statement as they do on average; more where they come to more. Neither alone does for every writer: some agree in more matters than
 * others, and of some who write very differently all chances are small.
 */
const linksEach = 0.95
const chancesEach = 0.57
const shareOfChances = 0.7
const fewestEach = 0.5
const leastChance = 0.04

/** One pair that is looked at: where its two statements stand, and what speaks for their being about one matter. */
export interface Pair {
  readonly row: number
  readonly column: number
  readonly signals: readonly number[]
  readonly score: number
  readonly quoteLikeness: number
}

interface Likely extends Omit<Pair, 'signals'> {
  readonly chance: number
}

/** The pairs of statements of two accounts that speak of one matter: the likeliest, as many as accounts of their length have. */
export function aligned(
  left: readonly Weighted[],
  right: readonly Weighted[],
  rarity: Rarity,
): readonly Nearness[] {
  const likely: Likely[] = []
  let chances = 0
  for (const { row, column, score, quoteLikeness, signals } of pairsOf(left, right, rarity)) {
    const chance = chanceOf(signals)
    chances += chance
    if (chance >= leastChance || score >= farScore) likely.push({ row, column, score, quoteLikeness, chance })
  }
  likely.sort((x, y) => y.chance - x.chance || x.row - y.row || x.column - y.column)
  const most = mostLinks(chances, Math.sqrt(left.length * right.length))
  const found: Nearness[] = []
  for (const [rank, pair] of likely.entries()) {
    const isFar = rank >= most || pair.chance < leastChance
    if (isFar && pair.score < farScore) continue
    const [one, two] = [left[pair.row], right[pair.column]]
    if (one && two) found.push(nearness(one, two, pair, isFar, rarity))
  }
  return found.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}

function mostLinks(chances: number, statements: number): number {
  if (statements === 0) return 0
  const each = chances / statements
  return Math.round(statements * Math.max(fewestEach, linksEach * (each / chancesEach) ** shareOfChances))
}

/**
 * Every pair that has enough in common to be looked at, one by one: of two long accounts there are millions. The weights are learned
 * from these, too.
 */
export function* pairsOf(
  left: readonly Weighted[],
  right: readonly Weighted[],
  rarity: Rarity,
): Iterable<Pair> {
  const words = wordDots(left, right)
  const topics = topicDots(left, right)
  const byWords = emptyLikeness(left.length, right.length)
  const byTopics = emptyLikeness(left.length, right.length)
  for (const [row, one] of left.entries())
    for (const [column, two] of right.entries()) {
      const at = row * right.length + column
      setLikeness(byWords, row, column, meanOf(words.dots[at] ?? 0, one.size, two.size))
      setLikeness(byTopics, row, column, meanOf(topics[at] ?? 0, one.topicSize, two.topicSize))
    }
  for (const [row, one] of left.entries())
    for (const [column, two] of right.entries()) {
      const byWord = likenessAt(byWords, row, column)
      if (byWord < leastWords && likenessAt(byTopics, row, column) < leastTopics) continue
      const at = row * right.length + column
      const quoteLikeness = bestQuoteLikeness(one.statement, two.statement)
      const common = { wordsDot: words.dots[at] ?? 0, topicsDot: topics[at] ?? 0, quoteLikeness }
      yield {
        row,
        column,
        quoteLikeness,
        signals: signalsOf(one, two, row, column, common, byWords, byTopics, rarity),
        score: scoreOf(one.statement, two.statement, byWord, words.kinds[at] ?? 0, quoteLikeness),
      }
    }
}

/** How near by words alone; 0 where nothing but numbers and days are shared, which are chance. */
function scoreOf(a: Statement, b: Statement, likeness: number, kinds: number, quoteLikeness: number): number {
  if ((kinds & hasTerm) === 0) return 0
  if ((kinds & (hasContent | hasIssue)) === 0 && quoteLikeness < 0.5) return 0
  const score = quoteLikeness >= 0.5 ? Math.max(likeness, 0.45 + quoteLikeness / 2) : likeness
  return areAboutOthers(a, b) ? score * 0.4 : score
}

function nearness(one: Weighted, two: Weighted, pair: Likely, isFar: boolean, rarity: Rarity): Nearness {
  const [few, many] = one.weights.size <= two.weights.size ? [one, two] : [two, one]
  const shared: string[] = []
  const sharedIssues: string[] = []
  for (const term of few.weights.keys()) {
    if (!many.weights.has(term)) continue
    if (term.startsWith('!')) sharedIssues.push(term.slice(1))
    else shared.push(term)
  }
  const byRarity = (x: string, y: string) => (rarity.get(y) ?? 0) - (rarity.get(x) ?? 0) || (x < y ? -1 : 1)
  return {
    a: one.statement,
    b: two.statement,
    score: pair.score,
    chance: pair.chance,
    shared: shared.sort(byRarity),
    sharedIssues: sharedIssues.sort(),
    sharedTopics: plainTopics(one, two).sort((x, y) => byRarity(`:${x}`, `:${y}`)),
    quoteLikeness: pair.quoteLikeness,
    isFar,
  }
}

const plainTopics = (one: Weighted, two: Weighted) =>
  [...one.statement.topics]
    .filter(([topic, share]) => share >= 1 && (two.statement.topics.get(topic) ?? 0) >= 1)
    .map(([topic]) => topic)

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
