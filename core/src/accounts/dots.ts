import { readOnce } from './read-once.ts'
import type { Numbered, Weighted } from './weighted.ts'

/** Where each term of an account stands, so that only statements that share one meet: those of number n from `starts[n]` to `starts[n + 1]`. */
interface Postings {
  readonly starts: Int32Array
  readonly places: Int32Array
  readonly weights: Float64Array
}

function postingsOf(lists: readonly Numbered[]): Postings {
  let highest = -1
  for (const { numbers } of lists) for (const number of numbers) highest = Math.max(highest, number)
  const starts = new Int32Array(highest + 2)
  for (const { numbers } of lists)
    for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1
  for (let number = 0; number <= highest; number++)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0)
  const total = starts[highest + 1] ?? 0
  const [places, weights] = [new Int32Array(total), new Float64Array(total)]
  const next = starts.slice()
  for (const [place, list] of lists.entries())
    for (const [at, number] of list.numbers.entries()) {
      const free = next[number] ?? 0
      places[free] = place
      weights[free] = list.weights[at] ?? 0
      next[number] = free + 1
    }
  return { starts, places, weights }
}

const byWord = readOnce((account: readonly Weighted[]) => postingsOf(account.map(({ words }) => words)))
const byTopic = readOnce((account: readonly Weighted[]) => postingsOf(account.map(({ themes }) => themes)))
const shares = readOnce((account: readonly Weighted[]) =>
  postingsOf(account.map(({ themes }) => ({ numbers: themes.numbers, weights: themes.shares }))),
)

/** What two statements have in common, of all pairs of two accounts, row by row. */
export const wordDots = (left: readonly Weighted[], right: readonly Weighted[]): Float64Array =>
  dotsOf(
    left.map(({ words }) => words),
    byWord(right),
    right.length,
  )

export const topicDots = (left: readonly Weighted[], right: readonly Weighted[]): Float64Array =>
  dotsOf(
    left.map(({ themes }) => themes),
    byTopic(right),
    right.length,
  )

function dotsOf(lists: readonly Numbered[], { starts, places, weights }: Postings, columns: number) {
  const dots = new Float64Array(lists.length * columns)
  for (const [row, { numbers, weights: own }] of lists.entries())
    for (let term = 0; term < numbers.length; term++) {
      const number = numbers[term] ?? 0
      const weight = own[term] ?? 0
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
        const index = row * columns + (places[at] ?? 0)
        dots[index] = (dots[index] ?? 0) + weight * (weights[at] ?? 0)
      }
    }
  return dots
}

/** Of one statement with each of an account: how many they share, and how rare the rarest of these is. */
interface Shared {
  readonly rarest: Float64Array
  readonly counts: Int32Array
}

/** Words that say what happened, and the kinds of all terms in common, of `hasIssue`, `hasTerm` and `hasContent` together. */
export function sharedWords(
  { words: { numbers, kinds: own, rarities, tells } }: Weighted,
  account: readonly Weighted[],
): Shared & { readonly kinds: Uint8Array } {
  const { starts, places } = byWord(account)
  const [rarest, counts] = [new Float64Array(account.length), new Int32Array(account.length)]
  const kinds = new Uint8Array(account.length)
  for (let term = 0; term < numbers.length; term++) {
    const number = numbers[term] ?? 0
    const [kind, rarity] = [own[term] ?? 0, rarities[term] ?? 0]
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
      const column = places[at] ?? 0
      kinds[column] = (kinds[column] ?? 0) | kind
      if (tells[term] === 0) continue
      rarest[column] = Math.max(rarest[column] ?? 0, rarity)
      counts[column] = (counts[column] ?? 0) + 1
    }
  }
  return { rarest, counts, kinds }
}

const leastOfTopic = 0.5

/** Topics that both speak of, less rare where one only hints at them. What neither only hints at is counted. */
export function sharedTopics(
  { themes: { numbers, weights, shares: own } }: Weighted,
  account: readonly Weighted[],
): Shared {
  const { starts, places, weights: others } = shares(account)
  const [rarest, counts] = [new Float64Array(account.length), new Int32Array(account.length)]
  for (let topic = 0; topic < numbers.length; topic++) {
    const number = numbers[topic] ?? 0
    const share = own[topic] ?? 0
    const rarity = (weights[topic] ?? 0) / share
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
      const column = places[at] ?? 0
      const other = others[at] ?? 0
      rarest[column] = Math.max(rarest[column] ?? 0, rarity * Math.min(1, share, other))
      if (share >= leastOfTopic && other >= leastOfTopic) counts[column] = (counts[column] ?? 0) + 1
    }
  }
  return { rarest, counts }
}
