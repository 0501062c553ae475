import type { AccountId } from './ids.ts'
import type { Account } from './nouns/account.ts'
import { compareNames } from './placing.ts'
import type { CaseState } from './state.ts'

/** An account with its versions: several captures of one story are one column when accounts stand side by side. */
export interface AccountGroup {
  readonly id: AccountId
  /** In the order of the days they bear; what bears none stands first, by name. */
  readonly versions: readonly Account[]
  /** The latest version that could be read: the one that is compared. The latest of all where none could. */
  readonly shown: Account
}

/** The accounts of a case in order of their names, versions with the account that a person has put them to. */
export function accountGroups(state: CaseState): readonly AccountGroup[] {
  const versions = new Map<AccountId, Account[]>()
  for (const account of state.accounts.values()) {
    const first = account.said?.versionOf
    const id = first && state.accounts.has(first) ? first : account.id
    versions.set(id, [...(versions.get(id) ?? []), account])
  }
  return [...versions]
    .map(([id, held]): AccountGroup | null => {
      const ordered = held.toSorted(
        (one, two) =>
          compareNames(one.said?.publishedOn ?? '', two.said?.publishedOn ?? '') ||
          compareNames(one.firstName, two.firstName),
      )
      const shown = ordered.findLast(({ reading }) => reading.kind === 'read') ?? ordered.at(-1)
      return shown ? { id, versions: ordered, shown } : null
    })
    .filter(group => group !== null)
    .sort((one, two) => compareNames(one.shown.firstName, two.shown.firstName))
}

/** Accounts whose text is still to be made by these readers, in order of their names. What is no longer in the folder waits. */
export function unreadAccounts(state: CaseState, readers: string): readonly Account[] {
  const present = new Set([...state.files.values()].map(file => (file.isMissing ? null : file.found.sha256)))
  return [...state.accounts.values()]
    .filter(
      ({ id, reading }) => present.has(id) && (reading.kind === 'waiting' || reading.readers !== readers),
    )
    .sort((one, two) => compareNames(one.firstName, two.firstName))
}

/** An account whose text was made. */
export interface ReadAccount extends Account {
  readonly reading: Extract<Account['reading'], { readonly kind: 'read' }>
}

/** The accounts that are compared with each other, in their order: of each group the version that is shown, without what is walled. */
export function comparedAccounts(state: CaseState, walled: ReadonlySet<AccountId>): readonly ReadAccount[] {
  return accountGroups(state).flatMap(({ shown }) => {
    const { reading } = shown
    return reading.kind === 'read' && !walled.has(shown.id) ? [{ ...shown, reading }] : []
  })
}

/**
 * What the comparison of the accounts rests on, as one text to be hashed: what compares, and the text of every account that
 * is compared, in their order. As long as it is the same, the last result stands.
 */
export function comparisonInputsText(accounts: readonly ReadAccount[], comparedBy: string): string {
  return [comparedBy, ...accounts.map(({ id, reading }) => `${id} ${reading.text}`)].join('\n')
}
