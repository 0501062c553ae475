import { femaleNames, maleNames } from './lexicon/people-words.ts'
import type { Word } from './words.ts'

/** Whether somebody may be called so by their given name. */
export const isGivenName = (name: string) =>
  isNameOf(femaleNames, name.toLowerCase()) || isNameOf(maleNames, name.toLowerCase())

/** Whether a given name is in a list, where an account may leave out its accents: "Raul". */
export const isNameOf = (names: ReadonlySet<string>, lower: string) =>
  names.has(lower) || (plainNames.get(names) ?? withoutAccents(names)).has(bare(lower))

const bare = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')
const plainNames = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()
function withoutAccents(names: ReadonlySet<string>): ReadonlySet<string> {
  const plain = new Set([...names].map(bare))
  plainNames.set(names, plain)
  return plain
}

/** A name as written, without what makes it possessive; one in capitals as names are written. */
export function nameText({ text }: Word): string {
  const bare = text.replace(/['’][sS]?$/, '')
  return bare.length > 2 && /^\p{Lu}+$/u.test(bare) ? capitalised(bare) : bare
}
export const capitalised = (shout: string) => shout[0] + shout.slice(1).toLowerCase()
