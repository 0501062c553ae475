import type { Revised } from './command.ts'
import { type Draft, own } from './draft.ts'
import type { Agent } from './nouns/person.ts'
import type { CaseState } from './state.ts'

/** What a person entered about accounts, edited films or sound: it stands until it is withdrawn, and is never removed. */
export interface Standing extends Revised {
  readonly id: string
  /** Who entered it, and when; who changed it later is in the log. */
  readonly agent: Agent
  readonly at: string
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawn: string | null
}

/** The collections of a case that hold such things. */
export type StandingCollection =
  | 'statements'
  | 'statementLinks'
  | 'matters'
  | 'partings'
  | 'dismissals'
  | 'editReviews'
  | 'declaredDifferences'
  | 'transcripts'
  | 'transcriptLayers'
  | 'impulseLabels'
  | 'quotesHeard'
  | 'statedDays'
  | 'stopOverrides'

export type StandingItem<C extends StandingCollection> =
  CaseState[C] extends ReadonlyMap<string, infer V> ? V : never

/** Folds a change of one in; what is said of one whose making was expunged is passed over. */
export function changeStanding<C extends StandingCollection>(
  draft: Draft,
  collection: C,
  seq: number,
  id: string,
  fields: Partial<StandingItem<C>>,
): void {
  const item = draft.state[collection].get(id)
  if (item) own(draft, collection).set(id as never, { ...item, ...fields, rev: seq } as never)
}
