import type { PlaceInAccount } from './people-across.ts'
import type { Quote } from './quotes.ts'
import type { AccountReading } from './read-account.ts'
import { commonPairs, wordDifference } from './word-difference.ts'
import { type Word, wordsOf } from './words.ts'

/** A run of words that the same accounts quote, or a place that no account quotes across. */
export type UtterancePiece =
  | { readonly kind: 'words'; readonly text: string; readonly accounts: readonly number[] }
  /** What was said here, if anything, none of the accounts tells. */
  | { readonly kind: 'gap' }

/** One utterance put together from the excerpts of several accounts. A candidate: that they are of one utterance is a person's to confirm. */
export interface Utterance {
  readonly excerpts: readonly PlaceInAccount[]
  /** In the order of the longest excerpt; words that accounts give differently stand one after the other, each with its accounts. */
  readonly pieces: readonly UtterancePiece[]
}

interface Excerpt extends PlaceInAccount {
  readonly words: readonly Word[]
  readonly lowers: readonly string[]
  /** Paragraph and speaker: what one person says in one paragraph an account tells in one go. */
  readonly telling: string
}

/** Fewer words are quoted by chance alike. */
const fewestWords = 3
/** As in comparing statements: half of the words of both, or three quarters of the shorter. */
const alike = 0.55
const contained = 0.75
/** Where one excerpt ends with the words that another begins with. */
const overlapWords = 4

/** Utterances that at least two accounts quote from, in the order of the first excerpt. */
export function utterancesOf(readings: readonly AccountReading[]): readonly Utterance[] {
  const excerpts = readings.flatMap(({ text, quotes, paragraphs }, account) =>
    exactWordsOf(text, quotes, paragraphs)
      .map(({ start, end, speaker }, index): Excerpt => {
        const words = wordsOf(text, start, end)
        const paragraph = paragraphs.findIndex(each => each.start <= start && start < each.end)
        const telling =
          speaker === null ? `${account} alone ${index}` : `${account} ${paragraph} ${speaker.name}`
        return { account, start, end, words, lowers: words.map(({ lower }) => lower), telling }
      })
      .filter(({ words }) => words.length >= fewestWords),
  )
  const groups = groupsOf(excerpts).filter(group => new Set(group.map(({ account }) => account)).size > 1)
  return chainsOf(groups).map(chain => ({
    excerpts: chain.flat().map(({ account, start, end }) => ({ account, start, end })),
    pieces: chain.flatMap((group, index) => [
      ...(index > 0 ? [{ kind: 'gap' as const }] : []),
      ...stitch(group),
    ]),
  }))
}

/** Quotes as they stand; of a transcript's turn what its speaker quotes, or else its sentences one by one. */
function exactWordsOf(
  text: string,
  quotes: readonly Quote[],
  paragraphs: AccountReading['paragraphs'],
): readonly Pick<Quote, 'start' | 'end' | 'speaker'>[] {
  return quotes
    .filter(({ depth }) => depth === 0)
    .flatMap(quote => {
      const isTurn = paragraphs.some(
        ({ kind, start }) => kind === 'turn' && start <= quote.start && quote.start < start + 3,
      )
      if (!isTurn) return [quote]
      const inside = quotes.filter(
        ({ start, end, depth }) => depth > 0 && start >= quote.start && end <= quote.end,
      )
      if (inside.length > 0) return inside
      return [...text.slice(quote.start, quote.end).matchAll(/[^.!?]+[.!?]*/g)].map(
        ({ index, 0: words }) => ({
          start: quote.start + index,
          end: quote.start + index + words.length,
          speaker: quote.speaker,
        }),
      )
    })
}

/** “…,” Lee said. “…”: an account that tells both in one go says that they belong together, but not what lies between. */
function chainsOf(groups: readonly (readonly Excerpt[])[]): readonly (readonly (readonly Excerpt[])[])[] {
  const chains: (readonly Excerpt[])[][] = []
  for (const group of groups) {
    const tellings = new Set(group.map(({ telling }) => telling))
    const chain = chains.find(each => each.some(other => other.some(({ telling }) => tellings.has(telling))))
    if (chain) chain.push(group)
    else chains.push([group])
  }
  return chains
}

function groupsOf(excerpts: readonly Excerpt[]): readonly (readonly Excerpt[])[] {
  const groups: Excerpt[][] = []
  for (const excerpt of excerpts) {
    const fits = groups.filter(group =>
      group.some(other => other.account !== excerpt.account && areOfOne(other, excerpt)),
    )
    const joined = [...fits.flat(), excerpt]
    for (const group of fits) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  const order = ({ account, start }: Excerpt) => account * 1e9 + start
  return groups
    .map(group => group.toSorted((x, y) => order(x) - order(y)))
    .sort((x, y) => (x[0] && y[0] ? order(x[0]) - order(y[0]) : 0))
}

function areOfOne(one: Excerpt, two: Excerpt): boolean {
  const known = new Set(one.lowers)
  if (two.lowers.filter(word => known.has(word)).length < fewestWords - 1) return false
  const { likeness, containment } = wordDifference(one.lowers, two.lowers)
  const shorter = Math.min(one.lowers.length, two.lowers.length)
  return (
    likeness >= alike ||
    (shorter >= overlapWords && containment >= contained) ||
    overlaps(one.lowers, two.lowers) ||
    overlaps(two.lowers, one.lowers)
  )
}

/** Whether the end of one is the beginning of the other. */
function overlaps(one: readonly string[], two: readonly string[]): boolean {
  for (let size = Math.min(one.length, two.length); size >= overlapWords; size--)
    if (one.slice(-size).join(' ') === two.slice(0, size).join(' ')) return true
  return false
}

interface Token {
  readonly lower: string
  readonly text: string
  readonly accounts: Set<number>
  /** The excerpts that run through it, by their place in the group. */
  readonly excerpts: Set<number>
}

/** Lays the excerpts over each other, the longest first, each next the one that shares most with what lies there. */
function stitch(group: readonly Excerpt[]): readonly UtterancePiece[] {
  const rest = group
    .map((excerpt, index) => ({ excerpt, index }))
    .sort((x, y) => y.excerpt.words.length - x.excerpt.words.length)
  let line: Token[] = []
  while (rest.length > 0) {
    const next = line.length === 0 ? rest[0] : nearest(line, rest)
    if (!next) break
    rest.splice(rest.indexOf(next), 1)
    line = laid(line, next.excerpt, next.index)
  }
  return piecesOf(line)
}

function nearest(
  line: readonly Token[],
  rest: readonly { readonly excerpt: Excerpt; readonly index: number }[],
): { readonly excerpt: Excerpt; readonly index: number } | undefined {
  const lowers = line.map(({ lower }) => lower)
  let best = rest[0]
  let most = -1
  for (const each of rest) {
    const { containment } = wordDifference(lowers, each.excerpt.lowers)
    if (containment > most) {
      most = containment
      best = each
    }
  }
  return best
}

function laid(line: readonly Token[], { account, words }: Excerpt, index: number): Token[] {
  const made: Token[] = []
  const common = commonPairs(
    line.map(({ lower }) => lower),
    words.map(({ lower }) => lower),
  )
  let at = 0
  let from = 0
  const take = (until: number, to: number) => {
    made.push(...line.slice(at, until))
    for (const { text, lower } of words.slice(from, to))
      made.push({ lower, text, accounts: new Set([account]), excerpts: new Set([index]) })
    at = until
    from = to
  }
  for (const [one, two] of common) {
    take(one, two)
    const token = line[one]
    if (token)
      made.push({
        ...token,
        accounts: new Set([...token.accounts, account]),
        excerpts: new Set([...token.excerpts, index]),
      })
    at = one + 1
    from = two + 1
  }
  take(line.length, words.length)
  return made
}

function piecesOf(line: readonly Token[]): readonly UtterancePiece[] {
  const pieces: UtterancePiece[] = []
  const runs = runsOver(line)
  let run: Token[] = []
  const keyOf = ({ accounts }: Token) => [...accounts].sort((a, b) => a - b).join(' ')
  const flush = () => {
    const first = run[0]
    if (first)
      pieces.push({
        kind: 'words',
        text: run.map(({ text }) => text).join(' '),
        accounts: [...first.accounts].sort((a, b) => a - b),
      })
    run = []
  }
  for (const [index, token] of line.entries()) {
    const before = line[index - 1]
    if (before && runs[index] === 0) {
      flush()
      pieces.push({ kind: 'gap' })
    } else if (before && keyOf(before) !== keyOf(token)) flush()
    run.push(token)
  }
  flush()
  return pieces
}

/** For each place in the line, how many excerpts have words on both sides of it. */
function runsOver(line: readonly Token[]): readonly number[] {
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  for (const [index, { excerpts }] of line.entries())
    for (const each of excerpts) {
      if (!first.has(each)) first.set(each, index)
      last.set(each, index)
    }
  const counts = new Array<number>(line.length + 1).fill(0)
  for (const [each, from] of first) {
    counts[from + 1] = (counts[from + 1] ?? 0) + 1
    const behind = (last.get(each) ?? from) + 1
    counts[behind] = (counts[behind] ?? 0) - 1
  }
  let sum = 0
  return counts.map(change => {
    sum += change
    return sum
  })
}
