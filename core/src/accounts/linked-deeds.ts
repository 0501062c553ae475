import { type Case, type Group, plain } from './calling-case.ts'
import { type Statement, settingMatters } from './features.ts'
import { functionWords } from './lexicon/function-words.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import type { Link } from './related.ts'

/** That a statement of one account tells of words without a name what a linked one of another account tells of a name. */
export interface Deed {
  /** Both do it, or both say it. */
  readonly kind: 'act' | 'report'
  /** Index of the person who is named. */
  readonly person: number
  /** What both statements have in common. */
  readonly words: readonly string[]
}

/** What one statement tells somebody to have done or said. */
interface Doer {
  readonly of: Group | number
  /** The verb behind them; null where they are who says it. */
  readonly act: string | null
}

/** Words besides the verb that both have to share. */
const leastShared = 2

/** By the words without a name, what linked statements tell of both. */
export function linkedDeeds(
  { told, inStatement }: Case,
  links: readonly Link[],
): ReadonlyMap<Group, readonly Deed[]> {
  const found = new Map<Group, Deed[]>()
  const statementAt = told.map(({ statements }) => new Map(statements.map(each => [each.start, each])))
  const known = new Map<Statement, readonly Doer[]>()
  const doersIn = (statement: Statement) => {
    const doers =
      known.get(statement) ?? doersOf(statement, told[statement.account], inStatement.get(statement) ?? [])
    known.set(statement, doers)
    return doers
  }
  for (const { a, b } of links) {
    const [one, two] = [statementAt[a.account]?.get(a.start), statementAt[b.account]?.get(b.start)]
    if (!one || !two || !(inStatement.has(one) || inStatement.has(two))) continue
    const [left, right] = [doersIn(one), doersIn(two)]
    const pairs = [
      ...left.flatMap(x => right.map(y => [x, y] as const)),
      ...right.flatMap(x => left.map(y => [x, y] as const)),
    ]
    for (const [group, person] of pairs) {
      if (typeof group.of === 'number' || typeof person.of !== 'number' || group.act !== person.act) continue
      const words = sharedBy(one, two).filter(([matter]) => matter !== group.act)
      if (words.length < leastShared) continue
      const deed: Deed = {
        ...{ kind: group.act === null ? 'report' : 'act', person: person.of },
        words: words.map(([, text]) => text).slice(0, 4),
      }
      const here = found.get(group.of)
      if (here) here.push(deed)
      else found.set(group.of, [deed])
    }
  }
  return found
}

/** The matters that both statements speak of, each with its word in the first, setting and telling left out. */
function sharedBy(one: Statement, two: Statement): readonly (readonly [string, string])[] {
  const found = new Map<string, string>()
  for (const [at, matter] of one.matters.entries())
    if (
      matter !== '' &&
      !settingMatters.has(matter) &&
      two.matters.includes(matter) &&
      !sayingVerbs.has(one.words[at]?.lower ?? '')
    )
      found.set(matter, one.words[at]?.lower ?? '')
  return [...found]
}

function doersOf(
  statement: Statement,
  told: Case['told'][number] | undefined,
  here: readonly {
    readonly group: Group
    readonly place: { readonly start: number; readonly end: number }
  }[],
): readonly Doer[] {
  if (!told) return []
  const { start, end } = statement
  const sources = told.reading.attributions
    .filter(each => each.start < end && each.end > start)
    .map(({ source }) => source)
  const names = told.names.filter(place => place.start >= start && place.end <= end)
  return [
    ...here.flatMap(({ group, place }): Doer[] => [
      ...sources
        .filter(source => plain(source) === plain(told.reading.text.slice(place.start, place.end)))
        .map(() => ({ of: group, act: null })),
      ...actBehind(statement, told.reading.text, place.end).map(act => ({ of: group, act })),
    ]),
    ...names.flatMap(({ index, end: to }): Doer[] => [
      ...sources.filter(source => source === nameIn(told, index)).map(() => ({ of: index, act: null })),
      ...actBehind(statement, told.reading.text, to).map(act => ({ of: index, act })),
    ]),
  ]
}

/** How an account names somebody. */
const nameIn = ({ reading, names }: Case['told'][number], index: number): string | undefined => {
  const first = names.find(each => each.index === index)
  return reading.people.mentions.find(({ start }) => start === first?.start)?.person.name
}

/** The verb right behind somebody, past a clause between commas and small words. */
function actBehind({ words, matters }: Statement, text: string, end: number): readonly string[] {
  const aside = /^,[^,.;:]{2,60},/.exec(text.slice(end, end + 70))?.[0].length ?? 0
  const from = words.findIndex(({ start }) => start >= end + aside)
  if (from < 0) return []
  for (let at = from; at < from + 3; at++) {
    const word = words[at]
    if (!word) return []
    if (functionWords.has(word.lower)) continue
    const matter = matters[at] ?? ''
    return matter === '' || settingMatters.has(matter) || sayingVerbs.has(word.lower) ? [] : [matter]
  }
  return []
}
