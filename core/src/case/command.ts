import * as z from 'zod/mini'
import type { EntryDetail, EntryType, Fact } from './entries.ts'
import type { CaseState } from './state.ts'

/** `rev` is the sequence number of the last entry that touched a noun; a command names the `rev` it was decided on. */
export interface Revised {
  readonly rev: number
}

/** The noun a command changes, with the revision of it that the person saw. */
export const Rev = z.number().check(z.int(), z.minimum(0))

/** What a command comes to: facts to enter, a noun that changed meanwhile, or something that is not in the case. */
export type Decision =
  | { readonly kind: 'enter'; readonly facts: readonly Fact[] }
  | { readonly kind: 'stale'; readonly noun: string; readonly rev: number }
  | { readonly kind: 'unknown'; readonly noun: string }
  | { readonly kind: 'impossible'; readonly message: string }

/** One thing a person can ask for: what it comes to, and the way back. */
export interface CommandKind<Asked> {
  readonly fields: Fields
  /** Pure: the caller appends the facts and folds them in. */
  readonly decide: (state: CaseState, asked: Asked) => Decision
  readonly inverse: Inverse<Asked>
}

/**
 * The command that takes one back, as seen `before` it was carried out; null where the way back is another decision that
 * a person has to word. `seq` is the number under which it was entered, `rev` the revision of its noun now.
 */
type Inverse<Asked> = (
  before: CaseState,
  asked: Asked,
  rev: number,
  seq: number,
) => { readonly do: string } | null

type Fields = Readonly<Record<string, z.ZodMiniType>>
type Asked<F extends Fields> = z.infer<z.ZodMiniObject<F, z.core.$strict>>

/** A kind of command, from the fields it is asked with. */
export function command<F extends Fields>(
  fields: F,
  decide: (state: CaseState, asked: Asked<F>) => Decision,
  inverse: Inverse<Asked<F>> = () => null,
): CommandKind<Asked<F>> {
  return { fields, decide, inverse }
}

/** The decision to enter one fact. */
export function enter<T extends EntryType>(type: T, detail: EntryDetail<T>): Decision {
  return { kind: 'enter', facts: [{ type, detail } as unknown as Fact] }
}
