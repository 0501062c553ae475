import type { Account, AccountGroup } from '@sightline/core/case'
import { accountsWords } from '../strings/accounts-words.ts'

/** What an account is called: its outlet where a person has stated it, else the name of its file without its folders. */
export function accountName({ said, firstName }: Account): string {
  return said?.outlet ?? firstName.split('/').at(-1) ?? firstName
}

/** One line of what is known of a column: its day, its version. */
export function accountLine({ shown, versions }: AccountGroup): string {
  const w = accountsWords.value
  const at = versions.indexOf(shown) + 1
  return [
    shown.said?.publishedOn ?? w.unnamedDate,
    ...(shown.said?.author ? [shown.said.author] : []),
    ...(versions.length > 1 ? [w.version(at, versions.length)] : []),
  ].join(' · ')
}
