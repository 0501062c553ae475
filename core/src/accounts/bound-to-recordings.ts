import type { Statement } from './features.ts'

/**
 * Whether what a statement says rests on no recording: it names none, or somebody's words that are heard on it say it. What is said on a
 * recording is not shown by it. `said` are the words in question, in lower case; without any, all that the statement says.
 */
export function isUnbound({ recording, words, quotes }: Statement, said: readonly string[] = []): boolean {
  if (recording === null) return true
  const quoted = new Set(
    words
      .filter(({ start, end }) => quotes.some(quote => start >= quote.start && end <= quote.end))
      .map(({ lower }) => lower),
  )
  const isQuoted = (each: readonly string[]) => each.length > 0 && each.every(word => quoted.has(word))
  const isSaid = said.length > 0 ? isQuoted(said) : quoted.size > 0 && quoted.has(words[0]?.lower ?? '')
  return isSaid && !isQuoted(recording.toLowerCase().split(/[\s-]+/))
}
