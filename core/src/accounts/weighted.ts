import { type Statement, settingMatters } from './features.ts'
import { broadTopics } from './lexicon/topics.ts'
import type { Rarity } from './rarity.ts'
import { readOnce } from './read-once.ts'

/** A statement with its terms and topics weighed by how rare they are; once for each account, not for each pair. */
export interface Weighted {
  readonly statement: Statement
  readonly weights: ReadonlyMap<string, number>
  readonly size: number
  /** `share` as read, less for what sets the scene; `weight` with its rarity. */
  readonly topics: ReadonlyMap<string, { readonly share: number; readonly weight: number }>
  readonly topicSize: number
  /** The weights and the topics once more, by number: what two statements have in common is asked of millions of pairs. */
  readonly words: Numbered & {
    readonly terms: readonly string[]
    /** Of `hasIssue`, `hasTerm` and `hasContent`. */
    readonly kinds: Uint8Array
    readonly rarities: Float64Array
    /** 1 for a word that says what happened, and not who was there or where. */
    readonly tells: Uint8Array
  }
  readonly themes: Numbered & { readonly shares: Float64Array }
}

/** Terms or topics in their order, each with the number that it has in all accounts. */
export interface Numbered {
  readonly numbers: Int32Array
  readonly weights: Float64Array
}

/** What two may have in common: an issue, a term of any kind, a term that says what happened. */
export const [hasIssue, hasTerm, hasContent] = [1, 2, 4]

const issueWeight = 0.6
const broadShare = 0.5

export function weighted(statement: Statement, rarity: Rarity): Weighted {
  const weights = new Map<string, number>()
  for (const [term, weight] of statement.terms) weights.set(term, weight * (rarity.get(term) ?? 1))
  for (const issue of statement.issues) weights.set(`!${issue}`, issueWeight * (rarity.get(`!${issue}`) ?? 1))
  const topics = new Map<string, { readonly share: number; readonly weight: number }>()
  for (const [topic, read] of statement.topics) {
    const share = broadTopics.has(topic) ? read * broadShare : read
    topics.set(topic, { share, weight: share * (rarity.get(`:${topic}`) ?? 1) })
  }
  const themes = [...topics.values()]
  const numberOf = numbersOf(rarity)
  return {
    statement,
    weights,
    size: sizeOf([...weights.values()]),
    topics,
    topicSize: sizeOf(themes.map(({ weight }) => weight)),
    words: numberedWords(weights, rarity),
    themes: {
      numbers: Int32Array.from([...topics.keys()].map(topic => numberOf(`:${topic}`))),
      weights: Float64Array.from(themes.map(({ weight }) => weight)),
      shares: Float64Array.from(themes.map(({ share }) => share)),
    },
  }
}

function numberedWords(weights: ReadonlyMap<string, number>, rarity: Rarity): Weighted['words'] {
  const terms = [...weights.keys()]
  const kinds = terms.map(kindOf)
  return {
    terms,
    numbers: Int32Array.from(terms.map(numbersOf(rarity))),
    weights: Float64Array.from([...weights.values()]),
    rarities: Float64Array.from(terms.map(term => rarity.get(term) ?? 0)),
    kinds: Uint8Array.from(kinds),
    tells: Uint8Array.from(
      terms.map((term, at) =>
        Number(((kinds[at] ?? 0) & hasContent) !== 0 && !term.startsWith('=') && !settingMatters.has(term)),
      ),
    ),
  }
}

const sizeOf = (weights: readonly number[]) =>
  Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))

/** A number for each term and topic of all accounts. */
const numbersOf = readOnce((rarity: Rarity) => {
  const numbers = new Map([...rarity.keys()].map((term, at) => [term, at]))
  return (term: string): number => {
    const number = numbers.get(term) ?? numbers.size
    numbers.set(term, number)
    return number
  }
})

/** What the first letter of a term says it is; see `termsOf`. */
const [issueMark, numberMark, timeMark, dimensionMark] = [33, 35, 64, 126]

function kindOf(term: string): number {
  const mark = term.charCodeAt(0)
  if (mark === issueMark) return hasIssue
  return mark === numberMark || mark === timeMark || mark === dimensionMark ? hasTerm : hasTerm | hasContent
}
