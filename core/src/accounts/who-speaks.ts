import { plain } from './calling-case.ts'
import type { PersonAcross } from './people-across.ts'
import type { RoleAcross } from './roles-across.ts'

/** Who is meant by the words that an account has for a speaker, and whether that is sure. */
export interface Meant {
  /** Index of the person. */
  readonly person: number
  /** Named, or called so that hardly anybody else can be meant. */
  readonly isSure: boolean
}

/** Whom an account's words for a speaker mean, among all who are named; undefined where nothing says so. */
export type WhoSpeaks = (account: number, words: string) => Meant | undefined

export function whoSpeaks(people: readonly PersonAcross[], roles: readonly RoleAcross[]): WhoSpeaks {
  const bearers = new Map<string, number>()
  for (const { name } of people) {
    const surname = name.toLowerCase().split(' ').at(-1) ?? ''
    bearers.set(surname, (bearers.get(surname) ?? 0) + 1)
  }
  const known = new Map<string, Meant>()
  for (const { account, words, person, isSure } of roles)
    known.set(`${account} ${plain(words)}`, { person, isSure })
  for (const [person, { named }] of people.entries())
    for (const { account, name } of named) {
      // A surname alone may be any of those who bear it.
      const isSure = name.includes(' ') || bearers.get(name.toLowerCase()) === 1
      known.set(`${account} ${plain(name)}`, { person, isSure })
    }
  return (account, words) => known.get(`${account} ${plain(words)}`)
}
