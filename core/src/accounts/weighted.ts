import type { Statement } from './features.ts'
import { broadTopics } from './lexicon/topics.ts'
import type { Rarity } from './rarity.ts'

/** A statement with its terms and topics weighed by how rare they are; once for each account, not for each pair. */
export interface Weighted {
  readonly statement: Statement
  readonly weights: ReadonlyMap<string, number>
  readonly size: number
  /** `share` as read, less for what sets the scene; `weight` with its rarity. */
  readonly topics: ReadonlyMap<string, { readonly share: number; readonly weight: number }>
  readonly topicSize: number
}

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
  return {
    statement,
    weights,
    size: sizeOf([...weights.values()]),
    topics,
    topicSize: sizeOf([...topics.values()].map(({ weight }) => weight)),
  }
}

const sizeOf = (weights: readonly number[]) =>
  Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
