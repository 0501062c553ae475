import type { Weighted } from './weighted.ts'

/** What two statements have in common, of all pairs of two accounts, row by row. */
export interface Dots {
  readonly dots: Float64Array
  /** The kinds of terms in common, of `hasIssue`, `hasTerm` and `hasContent` together. */
  readonly kinds: Uint8Array
}

/** What two may have in common: an issue, a term of any kind, a term that says what happened. */
export const [hasIssue, hasTerm, hasContent] = [1, 2, 4]

/** What the first letter of a term says it is; see `termsOf`. */
const [issueMark, numberMark, timeMark, dimensionMark] = [33, 35, 64, 126]

function kindOf(term: string): number {
  const mark = term.charCodeAt(0)
  if (mark === issueMark) return hasIssue
  return mark === numberMark || mark === timeMark || mark === dimensionMark ? hasTerm : hasTerm | hasContent
}

interface Posting {
  readonly at: number
  readonly weight: number
}

interface Postings {
  readonly words: ReadonlyMap<string, readonly Posting[]>
  readonly topics: ReadonlyMap<string, readonly Posting[]>
}

/** Where each term stands, so that only statements that share one meet. An account is held against every other one. */
function postingsOf(statements: readonly Weighted[]): Postings {
  const known = postings.get(statements)
  if (known) return known
  const words = new Map<string, Posting[]>()
  const topics = new Map<string, Posting[]>()
  const add = (table: Map<string, Posting[]>, term: string, posting: Posting) => {
    const known = table.get(term)
    if (known) known.push(posting)
    else table.set(term, [posting])
  }
  for (const [at, statement] of statements.entries()) {
    for (const [term, weight] of statement.weights) add(words, term, { at, weight })
    for (const [topic, { weight }] of statement.topics) add(topics, topic, { at, weight })
  }
  const found = { words, topics }
  postings.set(statements, found)
  return found
}

const postings = new WeakMap<readonly Weighted[], Postings>()

export function wordDots(left: readonly Weighted[], right: readonly Weighted[]): Dots {
  const places = postingsOf(right).words
  const dots = new Float64Array(left.length * right.length)
  const kinds = new Uint8Array(left.length * right.length)
  for (const [row, { weights }] of left.entries())
    for (const [term, weight] of weights) {
      const kind = kindOf(term)
      for (const { at, weight: other } of places.get(term) ?? []) {
        const index = row * right.length + at
        dots[index] = (dots[index] ?? 0) + weight * other
        kinds[index] = (kinds[index] ?? 0) | kind
      }
    }
  return { dots, kinds }
}

export function topicDots(left: readonly Weighted[], right: readonly Weighted[]): Float64Array {
  const places = postingsOf(right).topics
  const dots = new Float64Array(left.length * right.length)
  for (const [row, { topics }] of left.entries())
    for (const [topic, { weight }] of topics)
      for (const { at, weight: other } of places.get(topic) ?? []) {
        const index = row * right.length + at
        dots[index] = (dots[index] ?? 0) + weight * other
      }
  return dots
}
