import { areAboutOthers, areOfOtherIncidents } from './about-others.ts'
import { chanceInContext } from './context-weights.ts'
import { sharedTopics, sharedWords, topicDots, wordDots } from './dots.ts'
import type { Statement } from './features.ts'
import { type Chances, pairsInContext, runsOf } from './in-context.ts'
import { chanceOf } from './link-weights.ts'
import { emptyLikeness, meanOf, setLikeness, signalsOf } from './pair-signals.ts'
import type { Rarity } from './rarity.ts'
import { readOnce } from './read-once.ts'
import { hasContent, hasIssue, hasTerm, type Weighted } from './weighted.ts'
import { wordDifference } from './word-difference.ts'

/** How near two statements are, with what brought them together. */
export interface Nearness {
  readonly a: Statement
  readonly b: Statement
  /** By words, issues and quotes. */
  readonly score: number
  /** That both are about one matter, 0 to 1, by all signals. */
  readonly chance: number
  /** How many of the two have a statement of the other account that is likelier of one matter with them. */
  readonly likelier: number
  /** Terms in common, rarest first. */
  readonly shared: readonly string[]
  readonly sharedIssues: readonly string[]
  /** Topics that both plainly speak of, rarest first. */
  readonly sharedTopics: readonly string[]
  /** Likeness of their best pair of quotes, 0 to 1. */
  readonly quoteLikeness: number
  /** Of two that share nothing: the likeliest pair of one of them with what stands beside the other in its paragraph. */
  readonly beside: readonly Nearness[]
}

/** Pairs are looked at that have this much in common by words or by topics. */
const leastWords = 0.04
const leastTopics = 0.12
/**
 * Of so likely a pair a link is made. Chances being true, links come to the highest F1 where a pair needs half of that F1, which is
 * about 0.4 on accounts by a writer nobody read.
 */
export const leastChance = 0.2
/** A pair less likely is looked at where something else speaks for it. */
const leastFar = 0.05
/** What is less likely alone is looked at only for what stands beside it. */
const leastAlone = 0.01

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

/** The pairs of statements of two accounts that are likely of one matter. */
export function aligned(
  left: readonly Weighted[],
  right: readonly Weighted[],
  rarity: Rarity,
  least = leastChance,
  isWorthALook: (a: Statement, b: Statement) => boolean = () => false,
): readonly Nearness[] {
  const chances: Chances = {
    rows: left.length,
    columns: right.length,
    values: new Float64Array(left.length * right.length),
  }
  const known = new Map<number, Omit<Pair, 'signals'>>()
  for (const { row, column, score, quoteLikeness, signals } of pairsOf(left, right)) {
    const chance = chanceOf(signals)
    const at = row * right.length + column
    chances.values[at] = chance
    if (chance >= leastAlone) known.set(at, { row, column, score, quoteLikeness })
  }
  const [ours, theirs] = [runsOf(left.map(statementIn)), runsOf(right.map(statementIn))]
  const found = new Map<number, Nearness>()
  const [bestOfRow, bestOfColumn] = [new Float64Array(left.length), new Float64Array(right.length)]
  for (const { row, column, signals } of pairsInContext(chances, ours, theirs)) {
    const chance = chanceInContext(signals)
    const at = row * right.length + column
    const pair = known.get(at) ?? { row, column, score: 0, quoteLikeness: 0 }
    if (chance < least && chance < leastFar) continue
    const [one, two] = [left[row], right[column]]
    if (!one || !two || areOfOtherIncidents(one.statement, two.statement)) continue
    bestOfRow[row] = Math.max(bestOfRow[row] ?? 0, chance)
    bestOfColumn[column] = Math.max(bestOfColumn[column] ?? 0, chance)
    if (chance < least && !isWorthALook(one.statement, two.statement)) continue
    found.set(at, nearness(one, two, { ...pair, chance }, rarity))
  }
  for (const [at, alone] of found) {
    const [row, column] = [Math.floor(at / right.length), at % right.length]
    const isLess = (best: number | undefined) => Number((best ?? 0) > alone.chance)
    const near = { ...alone, likelier: isLess(bestOfRow[row]) + isLess(bestOfColumn[column]) }
    found.set(at, near)
    if (near.shared.length > 0) continue
    const places = [
      ...(ours[row] ? [at - right.length] : []),
      ...(ours[row + 1] ? [at + right.length] : []),
      ...(theirs[column] ? [at - 1] : []),
      ...(theirs[column + 1] ? [at + 1] : []),
    ]
    const beside = places
      .flatMap(place => found.get(place) ?? [])
      .filter(each => each.chance >= least)
      .sort((x, y) => y.chance - x.chance)
    found.set(at, { ...near, beside: beside.slice(0, 1) })
  }
  return [...found.values()].sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}

const statementIn = ({ statement }: Weighted) => statement

/**
 * Every pair that has enough in common to be looked at, one by one: of two long accounts there are millions. The weights are learned
 * from these, too.
 */
export function* pairsOf(left: readonly Weighted[], right: readonly Weighted[]): Iterable<Pair> {
  const words = wordDots(left, right)
  const topics = topicDots(left, right)
  const byWords = emptyLikeness(left.length, right.length)
  const byTopics = emptyLikeness(left.length, right.length)
  // Most pairs share nothing: these loops go over millions of them, and by places alone.
  for (let row = 0; row < left.length; row++)
    for (let column = 0; column < right.length; column++) {
      const at = row * right.length + column
      const wordsDot = words[at] ?? 0
      const topicsDot = topics[at] ?? 0
      if (wordsDot === 0 && topicsDot === 0) continue
      const [one, two] = [left[row], right[column]]
      if (!one || !two) continue
      setLikeness(byWords, row, column, meanOf(wordsDot, one.size, two.size))
      setLikeness(byTopics, row, column, meanOf(topicsDot, one.topicSize, two.topicSize))
    }
  for (const [row, one] of left.entries()) {
    const ofWords = sharedWords(one, right)
    const ofTopics = sharedTopics(one, right)
    for (let column = 0; column < right.length; column++) {
      const at = row * right.length + column
      const byWord = byWords.values[at] ?? 0
      if (byWord < leastWords && (byTopics.values[at] ?? 0) < leastTopics) continue
      const two = right[column]
      if (!two || areOfOtherIncidents(one.statement, two.statement)) continue
      const quoteLikeness = bestQuoteLikeness(one.statement, two.statement)
      const common = {
        wordsDot: words[at] ?? 0,
        topicsDot: topics[at] ?? 0,
        rarestWord: ofWords.rarest[column] ?? 0,
        wordCount: ofWords.counts[column] ?? 0,
        rarestTopic: ofTopics.rarest[column] ?? 0,
        topicCount: ofTopics.counts[column] ?? 0,
        quoteLikeness,
      }
      yield {
        row,
        column,
        quoteLikeness,
        signals: signalsOf(one, two, row, column, common, byWords, byTopics),
        score: scoreOf(one.statement, two.statement, byWord, ofWords.kinds[column] ?? 0, quoteLikeness),
      }
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

function nearness(one: Weighted, two: Weighted, pair: Likely, rarity: Rarity): Nearness {
  const ours = numbersIn(one)
  const { terms, numbers, kinds, rarities } = two.words
  const shared: { readonly term: string; readonly rarity: number }[] = []
  const sharedIssues: string[] = []
  for (let at = 0; at < numbers.length; at++) {
    if (!ours.has(numbers[at] ?? -1)) continue
    const term = terms[at] ?? ''
    if (kinds[at] === hasIssue) sharedIssues.push(term.slice(1))
    else shared.push({ term, rarity: rarities[at] ?? 0 })
  }
  const byRarity = (x: string, y: string) => (rarity.get(y) ?? 0) - (rarity.get(x) ?? 0) || (x < y ? -1 : 1)
  return {
    a: one.statement,
    b: two.statement,
    score: pair.score,
    chance: pair.chance,
    likelier: 0,
    shared: shared.sort((x, y) => y.rarity - x.rarity || (x.term < y.term ? -1 : 1)).map(({ term }) => term),
    sharedIssues: sharedIssues.sort(),
    sharedTopics: plainTopics(one, two).sort((x, y) => byRarity(`:${x}`, `:${y}`)),
    quoteLikeness: pair.quoteLikeness,
    beside: [],
  }
}

const numbersIn = readOnce(({ words }: Weighted): ReadonlySet<number> => new Set(words.numbers))

function plainTopics(one: Weighted, two: Weighted): string[] {
  const found: string[] = []
  for (const [topic, share] of one.statement.topics)
    if (share >= 1 && (two.statement.topics.get(topic) ?? 0) >= 1) found.push(topic)
  return found
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
