import type { PersonAcross } from './people-across.ts'
import type { AccountReading } from './read-account.ts'
import { type Word, wordsOf } from './words.ts'

/** A quote that is put down to somebody without a name, and who is said to have said the same words elsewhere. UTF-16, half-open. */
export interface SameWords {
  readonly account: number
  readonly start: number
  readonly end: number
  /** Who says it, as the account has it: "the officer". */
  readonly speaker: string
  /** Everybody who is named as saying it in another account, as indices of people. */
  readonly people: readonly number[]
  /** The words that both have. */
  readonly words: string
  /** They are so many that two would hardly say the same. */
  readonly isLong: boolean
}

/** Fewer words may be anybody's: "I don't know". */
const leastWords = 5
const manyWords = 8

/** Finds quotes of which one lies word for word within another, of which one speaker is named and the other is not. */
export function sameWords(
  readings: readonly AccountReading[],
  people: readonly PersonAcross[],
): readonly SameWords[] {
  const indexOf = new Map(
    people.flatMap(({ named }, index) =>
      named.map(({ account, name }) => [`${account} ${name}`, index] as const),
    ),
  )
  const byRun = new Map<
    string,
    { readonly account: number; readonly person: number; readonly words: readonly Word[] }[]
  >()
  const open: {
    readonly account: number
    readonly quote: AccountReading['quotes'][number]
    readonly words: readonly Word[]
  }[] = []
  for (const [account, { text, quotes }] of readings.entries())
    for (const quote of quotes) {
      if (!quote.speaker) continue
      const words = wordsOf(text, quote.start, quote.end)
      if (words.length < leastWords) continue
      if (quote.speaker.person === null) {
        open.push({ account, quote, words })
        continue
      }
      const person = indexOf.get(`${account} ${quote.speaker.person.name}`)
      if (person === undefined) continue
      for (const run of runsOf(words)) {
        const here = byRun.get(run)
        if (here) here.push({ account, person, words })
        else byRun.set(run, [{ account, person, words }])
      }
    }
  return open.flatMap(({ account, quote, words }) => {
    const all = runsOf(words).flatMap(run => byRun.get(run) ?? [])
    const same = all.filter(
      each => each.account !== account && (holds(each.words, words) || holds(words, each.words)),
    )
    const [first] = same
    if (!first || !quote.speaker) return []
    const shorter = words.length <= first.words.length ? words : first.words
    return [
      {
        ...{ account, start: quote.start, end: quote.end, speaker: quote.speaker.name },
        people: [...new Set(same.map(({ person }) => person))],
        words: shorter.map(({ text }) => text).join(' '),
        isLong: shorter.length >= manyWords,
      },
    ]
  })
}

const runsOf = (words: readonly Word[]): readonly string[] =>
  words.slice(leastWords - 1).map((_, at) =>
    words
      .slice(at, at + leastWords)
      .map(({ lower }) => lower)
      .join(' '),
  )

const holds = (long: readonly Word[], short: readonly Word[]): boolean =>
  ` ${long.map(({ lower }) => lower).join(' ')} `.includes(` ${short.map(({ lower }) => lower).join(' ')} `)
