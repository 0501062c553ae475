import type { Quote } from './quotes.ts'

/**
 * "Amparo Roe spoke in Spanish, and her nephew, Saul Ray, interpreted.": what the sentence calls whoever interprets, a name before a
 * description. Null where nobody does.
 */
function interpreterIn(words: string): string | null {
  const found =
    /(?:^|, |\band )((?:an?|the|his|her|their) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?:, (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}),|, who [^,]{3,60},)? (?:interpreted|translated|was interpreting|interprets|translates|turned it into|turns it into|put it into|puts it into)\b/u.exec(
      words,
    )
  return found ? (found[2] ?? found[1] ?? null) : null
}

interface Chain {
  readonly source: string
  readonly chain: readonly string[]
}

/**
 * Through whom those speak of whom a sentence of its own says that somebody interpreted: in all that follows. "Said through an
 * interpreter" tells it of one sentence alone: half of those who marked our texts take it so.
 */
export class Interpreters {
  readonly #speakers: ReadonlySet<string>
  readonly #of = new Map<string, string>()

  constructor(quotes: readonly Quote[]) {
    this.#speakers = new Set(quotes.flatMap(({ speaker }) => (speaker?.person ? [speaker.name] : [])))
  }

  /** Notes who interprets for whom, where a sentence of these words tells it. */
  note(words: string): void {
    const interpreter = interpreterIn(words)
    if (interpreter === null) return
    const before = words.slice(0, words.indexOf(interpreter))
    const speaker = [...this.#speakers].find(name => before.includes(name))
    if (speaker !== undefined) this.#of.set(speaker, interpreter)
  }

  /** The chain of a sentence, with the interpreter where its source has one. */
  through(chain: Chain): Chain {
    const own = this.#of.get(chain.source)
    return chain.chain.length === 1 && own !== undefined
      ? { source: chain.source, chain: [chain.source, own] }
      : chain
  }
}
