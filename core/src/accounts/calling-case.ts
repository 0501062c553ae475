import { type Calling, callingsIn, isHead } from './callings-in.ts'
import type { Statement } from './features.ts'
import { titles } from './lexicon/people-words.ts'
import type { PersonAcross, PlaceInAccount } from './people-across.ts'
import { type Profile, profilesOf, type Told, toldOf } from './profiles.ts'
import type { AccountReading } from './read-account.ts'
import { type SameWords, sameWords } from './same-words.ts'
import { wordSet } from './words.ts'

/** All phrases of one account that call one and the same, as it seems: "a manager … the manager". */
export interface Group extends Calling {
  readonly account: number
  readonly places: Calling[]
  readonly words: string
}

export interface Case {
  readonly told: readonly Told[]
  readonly profiles: readonly Profile[]
  readonly groups: readonly Group[]
  readonly inStatement: ReadonlyMap<Statement, readonly { readonly group: Group; readonly place: Calling }[]>
  /** By account, heads of which it tells that there are several. */
  readonly several: readonly ReadonlySet<string>[]
  readonly spoken: readonly SameWords[]
}

/** Makes ready what the accounts call people, once for all that is asked of it. */
export function callingCase(
  readings: readonly AccountReading[],
  statements: readonly (readonly Statement[])[],
  people: readonly PersonAcross[],
): Case {
  const told = toldOf(readings, statements, people)
  const profiles = profilesOf(people, told)
  const inStatement = new Map<Statement, { readonly group: Group; readonly place: Calling }[]>()
  const several: ReadonlySet<string>[] = []
  const groups = told.flatMap((each, account) => {
    const found = each.statements.map(statement => ({
      statement,
      callings: callingsIn(each.reading.text, statement.words),
    }))
    several.push(
      new Set([
        ...countedIn(each),
        ...found.flatMap(({ callings }) =>
          callings.flatMap(({ kind, head }) => (kind === 'other' ? [head] : [])),
        ),
      ]),
    )
    return groupsOf(each, account, found, inStatement)
  })
  return { told, profiles, groups, inStatement, several, spoken: sameWords(readings, people) }
}

function groupsOf(
  { reading: { text }, names }: Told,
  account: number,
  found: readonly { readonly statement: Statement; readonly callings: readonly Calling[] }[],
  inStatement: Map<Statement, { readonly group: Group; readonly place: Calling }[]>,
): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { statement, callings } of found)
    for (const calling of callings) {
      if (calling.kind === 'other' || names.some(name => isBeside(text, name, calling))) continue
      const same = keyOf(calling)
      // "A manager said … The manager": the same; "the trooper … In May a trooper": another one.
      const key = calling.kind === 'indefinite' && groups.has(same) ? `${same} ${calling.start}` : same
      const words = text.slice(calling.start, calling.end)
      const group = groups.get(key) ?? { ...calling, account, places: [], words }
      group.places.push(calling)
      groups.set(key, group)
      const here = inStatement.get(statement)
      if (here) here.push({ group, place: calling })
      else inStatement.set(statement, [{ group, place: calling }])
    }
  return [...groups.values()]
}

const keyOf = ({ head, qualifiers, standing, owner, age, gender }: Calling): string =>
  [head, ...qualifiers, '/', ...standing, '/', owner?.word ?? '', age ?? '', gender].join(' ')

/** "The driver, Ann Lee," and "Lee, the driver,". */
function isBeside(text: string, name: PlaceInAccount, { start, end }: Calling): boolean {
  if (name.start >= end + 12 || name.end <= start - 12 || (name.start < end && name.end > start)) return false
  const between = name.start >= end ? text.slice(end, name.start) : text.slice(name.end, start)
  const title = /^,?\s?(?:(?:\p{L}+ )??(\p{L}+)\.?\s)?$/u.exec(between)
  return title !== null && (title[1] === undefined || titles.has(title[1].toLowerCase()))
}

/** Heads of which an account counts several: "two officers", "both young officers". */
function countedIn({ statements }: Told): readonly string[] {
  return statements.flatMap(({ words }) =>
    words.flatMap(({ lower, text }, at) =>
      severalWords.has(lower) || /^[2-9]$|^\d\d$/.test(text)
        ? words.slice(at + 1, at + 3).flatMap(({ lower: next }) => {
            const single = next.endsWith('s') ? next.slice(0, -1) : ''
            return isHead(single) ? [single] : []
          })
        : [],
    ),
  )
}

const severalWords = wordSet(
  'two three four five six seven eight nine ten several both other many dozens dos tres cuatro cinco seis varios varias otros otras ambos ambas',
)

/** Words without their article, to tell whether two are the same. */
export const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/^(?:the|an?|el|la|una?) /, '')
    .replaceAll('’', "'")
