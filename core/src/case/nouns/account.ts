import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { AccountId, Line, Sha256, Text, Why } from '../ids.ts'
import type { Agent } from './person.ts'

export const accountSaid = {
  /** Who put it out, and who wrote it, as the account itself or a person says. */
  outlet: z.nullable(Line),
  author: z.nullable(Line),
  /** The day it bears. Relative days in it ("on Wednesday") can only be told from here. */
  publishedOn: z.nullable(z.iso.date()),
  /** Where it was found. */
  address: z.nullable(z.string().check(z.url({ protocol: /^https?$/ }), z.maxLength(2000))),
  /** The account of which this is another version: an earlier capture of the same story. */
  versionOf: z.nullable(AccountId),
  note: z.nullable(Text),
}
const Said = z.strictObject(accountSaid)
/** What a person states of an account; each statement says all of it anew, and null is unknown. */
export type AccountSaid = z.infer<typeof Said>

/** How far the text of an account is: `readers` names the readers that were tried with their versions, `reader` the one that read. */
export type AccountReading =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'read'
      readonly readers: string
      readonly reader: string
      /** The text is content, UTF-8, under this hash; all places in the account refer to it. */
      readonly text: string
      readonly characters: number
    }
  | { readonly kind: 'refused'; readonly readers: string; readonly why: Why }

/** A document that tells what happened. It is known by the hash of its bytes, so copies are one account. */
export interface Account extends Revised {
  readonly id: AccountId
  /** The name it was first received under; other names are found among the files. */
  readonly firstName: string
  readonly reading: AccountReading
  readonly said: (AccountSaid & { readonly agent: Agent; readonly at: string }) | null
}

export const accountEntries = {
  /** The text that a reader made out of an account's file: a derivation, cited by its hash. */
  'account-read': z.strictObject({
    v: z.literal(1),
    account: AccountId,
    readers: Line,
    reader: Line,
    text: Sha256,
    characters: z.int().check(z.minimum(0)),
    tool: Line,
  }),
  'account-refused': z.strictObject({
    v: z.literal(1),
    account: AccountId,
    readers: Line,
    why: Why,
    tool: Line,
  }),
  'account-described': z.strictObject({ v: z.literal(1), account: AccountId, ...accountSaid }),
} as const

export const accountFolds: Folds<typeof accountEntries> = {
  'account-read': (draft, { detail: { account, readers, reader, text, characters } }) =>
    note(draft, account, { reading: { kind: 'read', readers, reader, text, characters } }),
  'account-refused': (draft, { detail: { account, readers, why } }) =>
    note(draft, account, { reading: { kind: 'refused', readers, why } }),
  'account-described': (draft, { seq, at, agent, detail: { v: _, account, ...rest } }) =>
    note(draft, account, { said: { ...rest, agent, at }, rev: seq }),
}

/** An account as its receipt tells it: its text is not made yet. */
export function newAccount(id: AccountId, firstName: string, rev: number): Account {
  return { id, firstName, reading: { kind: 'waiting' }, said: null, rev }
}

function note(draft: Draft, id: AccountId, fields: Partial<Account>): void {
  const account = draft.state.accounts.get(id)
  if (account) own(draft, 'accounts').set(id, { ...account, ...fields })
}
