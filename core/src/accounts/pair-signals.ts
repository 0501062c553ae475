import { areAboutOthers } from './about-others.ts'
import { type Statement, wideMatters } from './features.ts'
import type { Weighted } from './weighted.ts'

/**
 * What speaks for two statements being about one matter, by name; each a number of about 0 to 3. The weights that make one chance of
 * them stand in `link-weights.ts`, from `scripts/train-links.ts`.
 */
export const signals = [
  'words',
  'wordsRoot',
  'wordsCover',
  'rarestWord',
  'wordCount',
  'matters',
  'wideMatter',
  'issues',
  'quote',
  'sameNumber',
  'otherNumber',
  'bothTimes',
  'bothNumbers',
  'topics',
  'topicsRoot',
  'topicsCover',
  'rarestTopic',
  'topicCount',
  'wordsBest',
  'wordsBestOfOne',
  'topicsBest',
  'topicsBestOfOne',
  'place',
  'nextWords',
  'nextTopics',
  'besideTopics',
  'length',
  'oneHeadline',
  'twoHeadlines',
  'others',
  'person',
  'oneQuestion',
] as const

/** How alike every statement of one account is to every one of another, row by row. */
export interface Likeness {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
  readonly bestOfRow: Float64Array
  readonly bestOfColumn: Float64Array
}

export function emptyLikeness(rows: number, columns: number): Likeness {
  return {
    rows,
    columns,
    values: new Float64Array(rows * columns),
    bestOfRow: new Float64Array(rows),
    bestOfColumn: new Float64Array(columns),
  }
}

export function setLikeness(likeness: Likeness, row: number, column: number, value: number): void {
  likeness.values[row * likeness.columns + column] = value
  if (value > (likeness.bestOfRow[row] ?? 0)) likeness.bestOfRow[row] = value
  if (value > (likeness.bestOfColumn[column] ?? 0)) likeness.bestOfColumn[column] = value
}

export function likenessAt({ rows, columns, values }: Likeness, row: number, column: number): number {
  return row < 0 || column < 0 || row >= rows || column >= columns ? 0 : (values[row * columns + column] ?? 0)
}

/** Of two, what the words and topics in common come to. */
export interface InCommon {
  readonly wordsDot: number
  readonly topicsDot: number
  readonly rarestWord: number
  readonly wordCount: number
  readonly rarestTopic: number
  readonly topicCount: number
  readonly quoteLikeness: number
}

/** The signals of one pair, in the order of `signals`. */
export function signalsOf(
  one: Weighted,
  two: Weighted,
  row: number,
  column: number,
  { wordsDot, topicsDot, rarestWord, wordCount, rarestTopic, topicCount, quoteLikeness }: InCommon,
  byWords: Likeness,
  byTopics: Likeness,
): readonly number[] {
  const [a, b] = [one.statement, two.statement]
  const words = cosine(wordsDot, one.size, two.size)
  const topics = cosine(topicsDot, one.topicSize, two.topicSize)
  const wordShares = sharesOf(byWords, row, column)
  const topicShares = sharesOf(byTopics, row, column)
  const headlines = Number(a.sentence.isHeadline) + Number(b.sentence.isHeadline)
  return [
    words,
    Math.sqrt(words),
    cover(wordsDot, one.size, two.size),
    rarestWord,
    Math.min(mostWords, wordCount),
    mattersInCommon(a, b),
    Number(hasWideMatter(a, b)),
    Math.min(2, countShared(a.issues, b.issues)),
    quoteLikeness,
    Number(hasSameNumber(a, b)),
    Number(hasOtherNumber(a, b)),
    Number(a.times.length > 0 && b.times.length > 0),
    Number(a.numbers.length > 0 === b.numbers.length > 0),
    topics,
    Math.sqrt(topics),
    cover(topicsDot, one.topicSize, two.topicSize),
    rarestTopic,
    Math.min(mostTopics, topicCount),
    Math.min(wordShares.ofRow, wordShares.ofColumn),
    words * wordShares.ofRow,
    Math.min(topicShares.ofRow, topicShares.ofColumn),
    rarestTopic * topicShares.ofRow,
    Math.abs(row / byWords.rows - column / byWords.columns),
    Math.max(likenessAt(byWords, row - 1, column - 1), likenessAt(byWords, row + 1, column + 1)),
    Math.max(likenessAt(byTopics, row - 1, column - 1), likenessAt(byTopics, row + 1, column + 1)),
    Math.max(
      likenessAt(byTopics, row - 1, column),
      likenessAt(byTopics, row + 1, column),
      likenessAt(byTopics, row, column - 1),
      likenessAt(byTopics, row, column + 1),
    ),
    Math.log(1 + Math.min(a.words.length, b.words.length)),
    Number(headlines === 1),
    Number(headlines === 2),
    Number(areAboutOthers(a, b)),
    Number(countShared(a.about, b.about) > 0),
    Number(a.isAsking !== b.isAsking),
  ]
}

const cosine = (dot: number, one: number, two: number) => (dot === 0 ? 0 : dot / (one * two))

/** A short statement that lies wholly within a long one is near it, though their sizes differ. */
const cover = (dot: number, one: number, two: number) =>
  dot === 0 ? 0 : Math.min(1, dot / Math.min(one, two) ** 2)

/** Half by the angle, half by how much of the smaller lies within the larger. */
export const meanOf = (dot: number, one: number, two: number) =>
  0.5 * cosine(dot, one, two) + 0.5 * cover(dot, one, two)

/** How near a pair comes to the nearest of either statement. */
function sharesOf(likeness: Likeness, row: number, column: number) {
  const value = likenessAt(likeness, row, column)
  if (value === 0) return { ofRow: 0, ofColumn: 0 }
  return {
    ofRow: value / (likeness.bestOfRow[row] ?? 1),
    ofColumn: value / (likeness.bestOfColumn[column] ?? 1),
  }
}

const mostWords = 4
const mostTopics = 3

function countShared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  if (ours.size === 0 || theirs.size === 0) return 0
  let count = 0
  for (const each of ours) if (theirs.has(each)) count++
  return count
}

function hasWideMatter(a: Statement, b: Statement): boolean {
  for (const id of a.answers.keys()) if (wideMatters.has(id) && b.answers.has(id)) return true
  return false
}

function mattersInCommon(a: Statement, b: Statement): number {
  let count = 0
  for (const id of a.answers.keys()) if (!wideMatters.has(id) && b.answers.has(id)) count++
  return Math.min(2, count)
}

const hasSameNumber = (a: Statement, b: Statement) =>
  a.numbers.some(
    one => Number(one.value) > 1 && b.numbers.some(two => two.value === one.value && two.unit === one.unit),
  )

const hasOtherNumber = (a: Statement, b: Statement) =>
  a.numbers.some(
    one => one.unit !== null && b.numbers.some(two => two.unit === one.unit && two.value !== one.value),
  )
