// A quote held against settled words: which words stand in both, which in one alone. It says nothing of why.
import { commonPairs } from '@sightline/core/accounts'

/** Words in the order of the quote; what is only in the settled words stands where it was said. */
export interface QuoteRun {
  readonly in: 'both' | 'quote' | 'sound'
  readonly text: string
}

/** What a comparison does not care for: capitals, punctuation at the edges of words, kinds of apostrophes. */
function plainWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[^\p{L}\p{N}[]+|[^\p{L}\p{N}\]]+$/gu, '')
}

const wordsOf = (text: string) => text.split(/\s+/).filter(word => plainWord(word) !== '')

/** The difference by the longest run of words in common, as accounts are compared (core/accounts: `commonPairs`). */
export function quoteAgainst(
  quote: string,
  settled: string,
): { readonly runs: readonly QuoteRun[]; readonly isSame: boolean } {
  const [a, b] = [wordsOf(quote), wordsOf(settled)]
  const runs: QuoteRun[] = []
  const add = (where: QuoteRun['in'], words: readonly string[]) => {
    if (words.length > 0) runs.push({ in: where, text: words.join(' ') })
  }
  let [i, j] = [0, 0]
  let shared: string[] = []
  for (const [atA, atB] of commonPairs(a.map(plainWord), b.map(plainWord))) {
    if (atA > i || atB > j) {
      add('both', shared)
      shared = []
      add('quote', a.slice(i, atA))
      add('sound', b.slice(j, atB))
    }
    shared.push(a[atA] ?? '')
    ;[i, j] = [atA + 1, atB + 1]
  }
  add('both', shared)
  add('quote', a.slice(i))
  add('sound', b.slice(j))
  return { runs, isSame: runs.every(run => run.in === 'both') }
}
