import type { Statement } from './features.ts'
import { functionWords } from './lexicon/function-words.ts'
import { recordingNouns, showingVerbs } from './lexicon/reporting.ts'
import { type Word, wordsOf } from './words.ts'

/**
 * Why a denial by what a recording shows is weaker than one against a claim: the claim rests on no recording, or on another one. Null where it stands. `said` are
 * the claim's words in question, in lower case; without any, all that it says.
 */
export function whyWeaker(denies: Statement, says: Statement, said: readonly string[] = []): string | null {
  if (denies.recording === null) return null
  const unseen = `not in a recording (${denies.recording}) against`
  if (isUnbound(says, said)) return `${unseen} said`
  const isOther = says.recording !== null && areOtherRecordings(denies.recording, says.recording)
  return isOther ? `${unseen} another (${says.recording})` : null
}

/**
 * Whether what a statement says rests on no recording: it names none, or only that there is one ("video was released after police shot a man they
 * say had a gun"), or somebody's words that are heard on it say it. What is said on a recording is not shown by it.
 */
function isUnbound({ recording, words, quotes }: Statement, said: readonly string[]): boolean {
  if (recording === null || !isLookedAt(recording, words)) return true
  const quoted = new Set(
    words
      .filter(({ start, end }) => quotes.some(quote => start >= quote.start && end <= quote.end))
      .map(({ lower }) => lower),
  )
  const isQuoted = (each: readonly string[]) => each.length > 0 && each.every(word => quoted.has(word))
  const isSaid = said.length > 0 ? isQuoted(said) : quoted.size > 0 && quoted.has(words[0]?.lower ?? '')
  return isSaid && !isQuoted(recording.toLowerCase().split(/[\s-]+/))
}

/** Whether words say what is on a recording, or that it is gone by, and not just that it exists or was given out. */
function isLookedAt(recording: string, words: readonly Word[]): boolean {
  const head = wordsOf(recording).at(-1)?.lower
  const at = words.findIndex(({ lower }) => lower === head)
  const before = words.slice(Math.max(0, at - mostBefore), Math.max(0, at)).map(({ lower }) => lower)
  return (
    before.some(word => /^(?:in|on|from|by|per|según|en|por)$/.test(word)) ||
    words.some(({ lower }) => showingVerbs.has(lower) || looking.test(lower))
  )
}

/** Words between a preposition and the last noun of a recording's name: "in the front door camera's footage". */
const mostBefore = 5
const looking =
  /^(?:se(?:e|es|en|eing)|saw|visible|hears?|heard|watch(?:ed|es|ing)?|appears?|appeared|according|showing|capturing|ve[ns]?|vio|visto|vist[ao]s?|oye|oyen|observa)$/

/**
 * Whether two statements speak of recordings that are told apart by name: what one camera shows and another does not is no contradiction. "The video" and
 * "the footage" may be one.
 */
function areOtherRecordings(one: string, two: string): boolean {
  const [left, right] = [ownWords(one), ownWords(two)]
  if (left.length === 0 || right.length === 0) return false
  return !left.some(word => right.some(other => word.startsWith(other) || other.startsWith(word)))
}

/** What is said of a recording besides that it is one. */
const ownWords = (recording: string): readonly string[] =>
  wordsOf(recording)
    .map(({ lower }) => lower.replace(/cam$/, ''))
    .filter(word => word.length > 2 && !/^(?:released|raw|full|new|video|footage|.*officers?)$/.test(word))
    .filter(word => !recordingNouns.has(word) && !functionWords.has(word))
