import { wordsBefore } from './fact-words.ts'
import type { Fact } from './facts.ts'
import type { Statement } from './features.ts'
import { lastingClasses, momentClasses, repeatedClasses, serviceClasses } from './lexicon/event-classes.ts'
import { type Amount, amountsOf } from './number-findings.ts'
import { readOnce } from './read-once.ts'
import { clockMinutes } from './time-findings.ts'
import { plainOf, wordClass } from './word-classes.ts'

export type QuantityKind =
  | 'lasting'
  | 'interval'
  | 'moment'
  | 'people'
  | 'times'
  | 'length'
  | 'speed'
  | 'money'

/** A number of a kind with what it is of, as far as the words around it tell. */
export interface Quantity {
  readonly statement: Statement
  readonly fact: Fact
  readonly kind: QuantityKind
  /** Seconds, minutes of the day, metres, or as counted. */
  readonly value: number
  readonly isRough: boolean
  readonly bound: Fact['bound']
  readonly classes: ReadonlySet<string>
}

const compile = (classes: Readonly<Record<string, string>>) =>
  Object.entries(classes).map(([id, line]) => [id, wordClass(line)] as const)
const lasting = compile(lastingClasses)
const service = compile(serviceClasses)
const moments = compile(momentClasses)
const repeated = compile(repeatedClasses)

/** All quantities of one account, in order. `statements` are all of it, in order. */
export const quantitiesOf = readOnce((statements: readonly Statement[]): readonly Quantity[] =>
  statements.flatMap((statement, index) => {
    if (statement.isDeclining || (!statement.isTelling && !statement.sentence.isHeadline)) return []
    const previous = statements[index - 1] ?? null
    return [
      ...amountsOf(statement).flatMap(amount => amountQuantity(statement, previous, amount)),
      ...statement.times.flatMap(fact => clockQuantity(statement, previous, fact)),
    ]
  }),
)

const person =
  /^(?:person|adult|civilian|guest|commuter|marshal|polic|ranger|inspector|guardia|man|woman|officer|guard|firefighter|protester|inmate|student|passenger|witness|victim|member|agent|deputy|colleagu|other|resident|child|worker|staff|steward|soldier|trooper|marcher|demonstrator|fan|detenid|jailer|cop|crowd|minor|arrest|individual|occupant|hostage|captive|supporter|voter|paramedic|medic|bailiff|tenant|hunter|mourner|employe|none|of)$/
const often =
  /^(?:tim|occasion|ocasion|burst|dos|dosi|round|shot|shoot|warn|warning|blow|cycl|call|bullet|announcement|order|command|spray|volley|canister|hit|punch|check|activation|discharg|baton|kick|jolt|rope|rubber|deployment|application|visit|explode|pop|crack|shock|strik|bite|stab|knock|request|plea|projectil|grenad|attempt|aviso|golp|descarga|proyectil|impacto)$/

function amountQuantity(
  statement: Statement,
  previous: Statement | null,
  { fact, unit, value, isRough, isArticle }: Amount,
): readonly Quantity[] {
  const before = wordsBefore(statement, fact)
  const base = { statement, fact, value, isRough, bound: fact.bound }
  const make = (kind: QuantityKind, table: typeof lasting) => [
    { ...base, kind, classes: classesNear(statement, previous, fact, table) },
  ]
  if (unit === 'time') {
    if (isOld(statement, fact)) {
      const served = classesIn(statement, service, fact)
      return served.size > 0 ? [{ ...base, kind: 'lasting', classes: served }] : []
    }
    if (/\b(?:every|each|intervals of|per)(?: an?)?$/.test(before)) return make('interval', repeated)
    return make('lasting', lasting)
  }
  // "Age 14", "table nine", "Cell 3" number somebody or something, and count nobody.
  if (
    isArticle ||
    /\b(?:aged?|table|room|unit|cell|gate|route|platform|section|number|no|apartment|floor)$/i.test(before)
  )
    return []
  if (unit === 'length') return make('length', lasting)
  if (/^(?:mph|kmh|speed)$/.test(unit)) return make('speed', moments)
  if (unit === 'money') return make('money', repeated)
  if (unit === 'year-old' || unit === 'percent') return []
  if (often.test(unit)) return make('times', repeated)
  if (person.test(unit)) return make('people', repeated)
  return []
}

/** "For 12 years", "two years ago": no part of the incident. */
const isOld = ({ words }: Statement, fact: Fact) => {
  const at = words.findIndex(({ start }) => start >= fact.end)
  return /^(?:years?|months?|weeks?|decades?|años?|meses)$/.test(words[at]?.lower ?? '')
}

function clockQuantity(statement: Statement, previous: Statement | null, fact: Fact): readonly Quantity[] {
  const value = clockMinutes(fact.value)
  if (value === null) return []
  const isRough = /\b(?:about|around|shortly|just|roughly|approximately|nearly|almost|before|after)\b/.test(
    wordsBefore(statement, fact),
  )
  return [
    {
      statement,
      fact,
      kind: 'moment',
      value,
      isRough,
      bound: null,
      classes: classesNear(statement, previous, fact, moments),
    },
  ]
}

/** The classes nearest to the number; where the statement has none, those of the one before it. */
function classesNear(
  statement: Statement,
  previous: Statement | null,
  fact: Fact,
  table: typeof lasting,
): ReadonlySet<string> {
  const own = classesIn(statement, table, fact)
  const isNear = previous !== null && statement.sentence.paragraph - previous.sentence.paragraph <= 1
  if (!isNear || (own.size > 0 && !goesOn.test(statement.words[0]?.lower ?? ''))) return own
  return new Set([...own, ...classesIn(previous, table, null)])
}

/** "It lasts more than seven minutes": what "it" is stands in the sentence before. */
const goesOn = /^(?:it|that|this|eso|esto)$/

const nearEnough = 70

function classesIn(statement: Statement, table: typeof lasting, fact: Fact | null): ReadonlySet<string> {
  const text = plainOf(statement.words.map(({ text }) => text).join(' '))
  // Words are joined by single blanks here: the place of the number has to be counted anew.
  let at: number | null = null
  if (fact) {
    const index = statement.words.findIndex(({ start }) => start >= fact.start)
    at = statement.words.slice(0, index).reduce((sum, word) => sum + word.text.length + 1, 0)
  }
  const found = new Set<string>()
  for (const [id, pattern] of table)
    for (const match of text.matchAll(pattern))
      if (at === null || Math.abs(match.index - at) <= nearEnough) found.add(id)
  return found
}
