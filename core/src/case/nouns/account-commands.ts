import { command, type Decision, enter, Rev } from '../command.ts'
import { AccountId } from '../ids.ts'
import type { CaseState } from '../state.ts'
import { type AccountSaid, accountSaid } from './account.ts'

export const accountCommands = {
  'describe-account': command(
    { account: AccountId, rev: Rev, ...accountSaid },
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
