import { bodyWords, groupNouns, roleNouns } from './lexicon/people-words.ts'
import { isPersonNoun } from './person-nouns.ts'
import { headWords } from './source-words.ts'

/** "…, the worker's wife and" before "two co-workers said": who says it with them. `before` is the sentence up to the second of them. */
export function jointSource(before: string): string | null {
  const found =
    /(?:^|[,;:”"—–] ?)((?:(?:the|an?|his|her|their|its|two|three|four|several|some|both|other) )?(?:[\p{L}’'.-]+ ){0,3}?[\p{L}’'-]+),? (?:and|y) (?:the |his |her |a |an |other )?$/u.exec(
      before,
    )?.[1]
  if (found === undefined) return null
  const head = headWords(found).at(-1) ?? ''
  const one = head.replace(/(?<=\p{L}{2})s$/u, '')
  const isSomebody =
    isPersonNoun(head) ||
    isPersonNoun(one) ||
    roleNouns.has(one) ||
    groupNouns.has(head) ||
    bodyWords.has(head)
  // "The driver ran, and officers said": what stands before "and" is no clause of its own.
  return isSomebody && !/\b(?:was|were|had|has|is|are|did|\p{Ll}{3,}ed)\b/u.test(found) ? found : null
}

/** "Officials and lawyers": each of them says it. Null where names are joined, or only one side is somebody. */
export function parted(name: string): readonly [string, string] | null {
  const found =
    /^((?:[\p{L}’'-]+ ){0,4}?\p{Ll}[\p{L}’'-]*),? (?:and|y) ((?:[\p{L}’'-]+ ){0,4}?\p{Ll}[\p{L}’'-]*)$/u.exec(
      name,
    )
  const [, one = '', two = ''] = found ?? []
  return found && !/ (?:and|y) /.test(one) && isSomebody(one) && isSomebody(two) ? [one, two] : null
}

function isSomebody(words: string): boolean {
  const head = headWords(words).at(-1) ?? ''
  const one = head.replace(/(?<=\p{L}{2})s$/u, '')
  return (
    isPersonNoun(head) ||
    isPersonNoun(one) ||
    roleNouns.has(one) ||
    groupNouns.has(head) ||
    bodyWords.has(head)
  )
}
