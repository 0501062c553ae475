import type * as z from 'zod/mini'
import type { Agent } from './nouns/person.ts'
import type { CaseState } from './state.ts'

/** The fields of a case that are collections by key. */
export type Collection = {
  [K in keyof CaseState]: CaseState[K] extends ReadonlyMap<string, unknown> ? K : never
}[keyof CaseState]

type Values<C extends Collection> = CaseState[C] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never

type Mutable = { -readonly [K in keyof CaseState]: CaseState[K] }

/** A state under construction. Maps named in `owned` belong to it alone and are changed in place. */
export interface Draft {
  readonly state: Mutable
  readonly owned: Set<Collection>
}

/** What one entry tells a noun. `at` is ISO 8601 in UTC. */
export interface Told<D> {
  readonly seq: number
  readonly at: string
  readonly agent: Agent
  readonly detail: D
}

/** How a noun takes up each type of its entries: the compiler asks for every arm. */
export type Folds<Entries extends Readonly<Record<string, z.ZodMiniType>>> = {
  readonly [T in keyof Entries]: (draft: Draft, told: Told<z.infer<Entries[T]>>) => void
}

export function draftOf(state: CaseState): Draft {
  return { state: { ...state }, owned: new Set() }
}

/** A collection that may be changed in place: copied the first time a draft asks for it, and never again. */
export function own<C extends Collection>(draft: Draft, name: C): Values<C> {
  if (!draft.owned.has(name)) {
    const copies: Partial<Mutable> = { [name]: new Map(draft.state[name] as ReadonlyMap<unknown, unknown>) }
    Object.assign(draft.state, copies)
    draft.owned.add(name)
  }
  return draft.state[name] as unknown as Values<C>
}
