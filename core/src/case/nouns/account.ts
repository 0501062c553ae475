import * as z from 'zod/mini'
import { command, type Decision, enter, Rev, type Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { AccountId, Line, Sha256, Text, Why } from '../ids.ts'
import type { CaseState } from '../state.ts'
import type { Agent } from './person.ts'

const said = {
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
const Said = z.strictObject(said)
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
  'account-described': z.strictObject({ v: z.literal(1), account: AccountId, ...said }),
} as const

export const accountFolds: Folds<typeof accountEntries> = {
  'account-read': (draft, { detail: { account, readers, reader, text, characters } }) =>
    note(draft, account, { reading: { kind: 'read', readers, reader, text, characters } }),
  'account-refused': (draft, { detail: { account, readers, why } }) =>
    note(draft, account, { reading: { kind: 'refused', readers, why } }),
  'account-described': (draft, { seq, at, agent, detail: { v: _, account, ...rest } }) =>
    note(draft, account, { said: { ...rest, agent, at }, rev: seq }),
}

export const accountCommands = {
  'describe-account': command(
    { account: AccountId, rev: Rev, ...said },
    (state, asked) => {
      const account = state.accounts.get(asked.account)
      if (!account) return { kind: 'unknown', noun: asked.account }
      if (account.rev !== asked.rev) return { kind: 'stale', noun: account.id, rev: account.rev }
      const { outlet, author, publishedOn, address, versionOf, note: noted } = asked
      return (
        versionRefusal(state, account.id, versionOf) ??
        enter('account-described', {
          v: 1,
          account: account.id,
          ...{ outlet, author, publishedOn, address, versionOf, note: noted },
        })
      )
    },
    (before, { account }, rev) => {
      const was = before.accounts.get(account)
      if (!was) return null
      const { agent: _by, at: _at, ...rest } = was.said ?? { ...nothingSaid, agent: null, at: '' }
      return { do: 'describe-account', account, rev, ...rest }
    },
  ),
}

const nothingSaid: AccountSaid = {
  outlet: null,
  author: null,
  publishedOn: null,
  address: null,
  versionOf: null,
  note: null,
}

/** An account as its receipt tells it: its text is not made yet. */
export function newAccount(id: AccountId, firstName: string, rev: number): Account {
  return { id, firstName, reading: { kind: 'waiting' }, said: null, rev }
}

/** Versions hang on one account, never in chains, so that nobody has to ask which is the first. */
function versionRefusal(state: CaseState, id: AccountId, versionOf: AccountId | null): Decision | null {
  if (versionOf === null) return null
  const first = state.accounts.get(versionOf)
  if (!first) return { kind: 'unknown', noun: versionOf }
  const isItself = versionOf === id
  const hasVersions = [...state.accounts.values()].some(each => each.said?.versionOf === id)
  if (!isItself && !hasVersions && (first.said?.versionOf ?? null) === null) return null
  return {
    kind: 'impossible',
    message: `versions are versions of one account that is not itself another's version: name the first of them, not ${first.firstName}`,
  }
}

function note(draft: Draft, id: AccountId, fields: Partial<Account>): void {
  const account = draft.state.accounts.get(id)
  if (account) own(draft, 'accounts').set(id, { ...account, ...fields })
}
