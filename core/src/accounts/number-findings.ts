import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { textOf, wordsBefore } from './fact-words.ts'
import type { Fact } from './facts.ts'
import { matterOf, type Statement } from './features.ts'
import { readOnce } from './read-once.ts'
import type { Found, Kind } from './related.ts'
import { contentOf } from './shared-content.ts'

const seconds: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  year: 31_557_600,
}
const metres: Readonly<Record<string, number>> = {
  foot: 0.3048,
  metre: 1,
  yard: 0.9144,
  mile: 1609.34,
  km: 1000,
  kilometer: 1000,
  kilometr: 1000,
}

export interface Amount {
  readonly fact: Fact
  readonly unit: string
  readonly value: number
  readonly isRough: boolean
  readonly isArticle: boolean
}

export const amountsOf = readOnce((statement: Statement): readonly Amount[] =>
  joined(statement, eachAmount(statement)),
)

/** "Two minutes and 50 seconds", "an hour and a half": one length of time. */
function joined({ words }: Statement, found: readonly Amount[]): readonly Amount[] {
  const made: Amount[] = []
  for (const amount of [...found].sort((x, y) => x.fact.start - y.fact.start)) {
    const last = made.at(-1)
    const between = last
      ? words
          .filter(({ start }) => start >= last.fact.end && start < amount.fact.start)
          .map(({ lower }) => lower)
      : []
    const isMore =
      last !== undefined &&
      last.unit === 'time' &&
      amount.unit === 'time' &&
      amount.value < last.value &&
      between.length <= 2 &&
      /^(?:hours?|minutes?|horas?|minutos?)$/.test(between[0] ?? '') &&
      /^(?:|and|y)$/.test(between[1] ?? '')
    if (last && isMore)
      made[made.length - 1] = {
        ...last,
        value: last.value + amount.value,
        fact: { ...last.fact, end: amount.fact.end },
      }
    else made.push(amount)
  }
  return made.map(amount => {
    if (amount.unit !== 'time') return amount
    const behind = words.filter(({ start }) => start >= amount.fact.end).slice(0, 4)
    const isHalf = /^(?:hours?|minutes?) and a half$|^(?:horas?|minutos?) y media$/.test(
      behind
        .map(({ lower }) => lower)
        .slice(0, /^(?:horas?|minutos?)$/.test(behind[0]?.lower ?? '') ? 3 : 4)
        .join(' '),
    )
    const scale = /^h/.test(behind[0]?.lower ?? '') ? 1800 : 30
    return isHalf ? { ...amount, value: amount.value + scale } : amount
  })
}

function eachAmount(statement: Statement): readonly Amount[] {
  return statement.numbers.flatMap(fact => {
    const half = andAHalf(statement, fact)
    if (half !== null)
      return [
        {
          fact,
          unit: 'time',
          value: (Number(fact.value) + 0.5) * (seconds[unitMatter(half)] ?? 0),
          isRough: fact.bound !== null,
          isArticle: false,
        },
      ]
    // "Agents arrest six": nobody says of what, and only a matter can tell.
    if (fact.unit === null)
      return [
        { fact, unit: 'none', value: Number(fact.value), isRough: fact.bound !== null, isArticle: false },
      ]
    const matter = unitMatter(fact.unit)
    const scale = seconds[matter] ?? metres[matter]
    const unit = seconds[matter] !== undefined ? 'time' : metres[matter] !== undefined ? 'length' : matter
    return [
      {
        fact,
        unit,
        value: Number(fact.value) * (scale ?? 1),
        isRough: fact.bound !== null,
        isArticle:
          fact.end - fact.start <= 3 &&
          /^(?:1)$/.test(fact.value) &&
          fact.unit !== null &&
          statement.words.some(({ start, lower }) => start === fact.start && /^(?:a|an|un|una)$/.test(lower)),
      },
    ]
  })
}

/** "Two and a half hours": the unit; null where no half of one is told. */
function andAHalf({ words }: Statement, fact: Fact): string | null {
  const at = words.findIndex(({ start }) => start >= fact.end)
  const behind = at < 0 ? [] : words.slice(at, at + 4).map(({ lower }) => lower)
  return /^and a half (?:seconds|minutes|hours|days|weeks|months|years)$/.test(behind.join(' '))
    ? (behind[3] ?? null)
    : null
}

/** "Puntos" are stitches though their stem is no form of the table. */
function unitMatter(unit: string): string {
  const matter = matterOf(unit)
  if (matter !== unit) return matter
  const plural = matterOf(`${unit}s`)
  return plural === matterOf(`${unit}`) ? matter : plural
}

/** What happens to those who are counted: "31 people were booked" and "28 arrests" count one thing. */
const countedEvents = /^(?:arrest|injure|die|evacuate|rescue|hospital|stab|charge)$/

const eventAmounts = readOnce((statement: Statement): readonly Amount[] =>
  statement.numbers.flatMap(fact => {
    if (fact.unit === null || fact.bound === 'at most') return []
    const unit = matterOf(fact.unit)
    const value = Number(fact.value)
    if (countedEvents.test(unit))
      return [{ fact, unit: `${unit}s`, value, isRough: fact.bound !== null, isArticle: false }]
    if (!anyone.test(unit) && !someone.test(unit) && !/^(?:officer|guard|firefighter|protester)$/.test(unit))
      return []
    const at = statement.words.findIndex(({ start }) => start >= fact.end)
    if (at < 0 || value < 2) return []
    const event = statement.matters
      .slice(at, at + 7)
      .find(
        (matter, index) =>
          countedEvents.test(matter) &&
          /(?:ed|en|ado|ados|adas|aron|ieron|custody|dead|died|hurt|shot|charges)$/.test(
            statement.words[at + index]?.lower ?? '',
          ),
      )
    const whose = /^(?:officer|guard|firefighter)$/.test(unit) ? ` of ${unit}s` : ''
    return event
      ? [{ fact, unit: `${event}s${whose}`, value, isRough: fact.bound !== null, isArticle: false }]
      : []
  }),
)

/** That an account tells of one where the other tells of several says something only of two that are likely of one matter. */
const leastChance = 0.35
const likelyOne = 0.45
const ofSpeed = /speed|fast/

/**
 * A kind of which each account gives just one number that the other lacks is of one thing in pairs of such a chance, however its words are
 * chosen, where the two lie no further apart than this.
 */
const leastAlone: Readonly<Record<string, number>> = { officer: 0.35, guard: 0.35, person: 0.2 }
const leastRareAlone = 0.05
const mostTimesAlone = 3
/** Where there are more of a common kind, one of them is of this matter only in likely pairs: of those below one in four was right. */
const leastOfMany = 0.6
const ofManyThings = /^(?:time|person|tim)$/
/** Counted for every reason, so that a number alone of its kind may well be of something else. */
const common =
  /^(?:person|man|woman|other|officer|guard|agent|deputy|time|length|day|child|minor|percent|money|tim|way|thing|year-old|one|two)$/

/** Numbers of one kind that differ. `alone` are the kinds of which each account gives just one that the other lacks. */
export function numberFindings(near: Nearness, alone: ReadonlySet<string> | null = null): readonly Found[] {
  const { a, b } = near
  if (a.numbers.length === 0 || b.numbers.length === 0 || areAboutOthers(a, b)) return []
  const [left, right] = [saidAmounts(a), saidAmounts(b)]
  const found: Found[] = [...deniedFindings(near)]
  for (const unit of new Set(left.map(each => each.unit))) {
    if (unit === 'none') continue
    const ones = left.filter(each => each.unit === unit)
    const twos = right.filter(each => areOneKind(each.unit, unit))
    if (ones.length === 0 || twos.length === 0) continue
    if (ones.some(one => twos.some(two => one.value === two.value))) continue
    const [one, two] = nearestPair(a, ones, b, twos)
    if (!one || !two || (one.isArticle && two.isArticle)) continue
    // Days and seconds, yards and miles are told of different things.
    const most = unit === 'length' ? 6 : unit === 'time' ? 60 : Number.POSITIVE_INFINITY
    if (Math.max(one.value, two.value) > most * Math.min(one.value, two.value)) continue
    // Ages far apart are of two people.
    if (unit === 'year-old' && Math.abs(one.value - two.value) > 5) continue
    if (
      unit === 'year-old' &&
      (ones.length + twos.length > 2 || sharedContext(a, one.fact, b, two.fact, 4) === 0)
    )
      continue
    const words = [textOf(a, one.fact), textOf(b, two.fact)]
    if (one.isArticle || two.isArticle) {
      if (near.chance >= leastChance && sharesAction(a, one.fact, b, two.fact))
        found.push({
          relation: 'conflict',
          kind: 'presence',
          differing: words,
          why: [`how many: ${unit}`],
          rank: 66,
        })
      continue
    }
    if (areCompatible(one, two)) {
      found.push({
        relation: 'detail',
        kind: 'fact',
        differing: words,
        why: [`number with a bound: ${unit}`],
        rank: 40,
      })
      continue
    }
    const isAlone = alone?.has(unit) && ones.length === 1 && twos.length === 1 && two.unit === unit
    if (isAlone && areNearAlone(near, unit, one, two)) {
      found.push(differing(unit, words, ofEach))
      continue
    }
    if (!isAlone && alone !== null && ofManyThings.test(unit) && near.chance < leastOfMany) continue
    // Shots and gates are of one kind; people and minutes are counted for many reasons.
    const isCommon =
      anyone.test(unit) ||
      /^(?:person|officer|man|woman|time|length|day|child|percent|money|minor|tim|way|thing)$/.test(unit)
    const isOnly = [wordsBefore(a, one.fact), wordsBefore(b, two.fact)].some(words =>
      /\b(?:only|just|single|lone|solo)\b/.test(words),
    )
    const isCrowd = unit === 'person' && one.value >= 100 && two.value >= 100
    // "It was said once", "I heard it twice": what is likely of one matter counts one thing.
    const isOften = unit === 'tim' && near.chance >= likelyOne && ones.length === 1 && twos.length === 1
    const isSpeed =
      /^(?:speed|mph|kmh|knot)$/.test(unit) && near.sharedTopics.some(topic => ofSpeed.test(topic))
    const isLoose = (!isCrowd && isCommon) || ((one.value === 1 || two.value === 1) && !isOnly)
    if (
      isLoose &&
      !isOften &&
      (near.score < 0.22 || /^(?:time|length|person|man|woman|other)$/.test(unit)) &&
      sharedContext(a, one.fact, b, two.fact, 8) === 0 &&
      !isOfOneIssue(near, unit)
    )
      continue
    const content = near.shared.filter(term => !/^[#@~=]/.test(term) && term !== unit)
    // Officers come in numbers for every reason, and metres lie between all things.
    if (
      /^(?:officer|guard|length)$/.test(unit) &&
      !isOnly &&
      contentOf(near).filter(term => term !== unit).length === 0
    )
      continue
    if (!isCrowd && !isOften && !isSpeed && content.length === 0 && near.sharedIssues.length === 0 && !isOnly)
      continue
    found.push(differing(unit, words))
  }
  return found
}

/** "Three officers, not two", "not two minutes": that it was this many is what is denied. */
const isDenied = (statement: Statement, { fact }: Amount): boolean =>
  /(?:^| )not$/.test(wordsBefore(statement, fact))

const saidAmounts = readOnce((statement: Statement): readonly Amount[] =>
  [...amountsOf(statement), ...eventAmounts(statement)].filter(amount => !isDenied(statement, amount)),
)
const deniedAmounts = readOnce((statement: Statement): readonly Amount[] =>
  amountsOf(statement).filter(amount => isDenied(statement, amount)),
)

/** What is counted; of "three officers, not two" what the number before it counts. */
const countedIn = (amounts: readonly Amount[], { unit, fact }: Amount): string =>
  unit === 'none'
    ? (amounts.findLast(other => other.unit !== 'none' && other.fact.end <= fact.start)?.unit ?? unit)
    : unit

/** One gives a number that the other says it was not. */
function deniedFindings({ a, b, chance }: Nearness): readonly Found[] {
  if (chance < likelyDenied) return []
  for (const [denies, says] of [
    [a, b],
    [b, a],
  ] as const)
    for (const one of deniedAmounts(denies)) {
      const unit = countedIn(amountsOf(denies), one)
      const two = amountsOf(says).find(
        each =>
          each.value === one.value &&
          !each.isArticle &&
          !isDenied(says, each) &&
          (each.unit === unit || each.unit === 'none' || unit === 'none'),
      )
      if (!two || one.isArticle) continue
      const words = [`not ${textOf(denies, one.fact)}`, textOf(says, two.fact)]
      return [
        {
          relation: 'conflict',
          kind: 'fact',
          differing: denies === a ? words : words.toReversed(),
          why: [`number said and denied: ${unit === 'none' ? two.unit : unit}`],
          rank: 86,
        },
      ]
    }
  return []
}

const likelyDenied = 0.2

/** The one number of a rare kind, or of a common one in statements that are likely of one matter. */
export function aloneFindings(near: Nearness, alone: ReadonlySet<string>): readonly Found[] {
  return numberFindings(near, alone).filter(({ why }) => why.some(each => each.endsWith(ofEach)))
}

const ofEach = ', of which each account gives one'

function areNearAlone({ chance, a, b }: Nearness, unit: string, one: Amount, two: Amount): boolean {
  const [low, high] = one.value < two.value ? [one.value, two.value] : [two.value, one.value]
  if (low <= 1 || high > mostTimesAlone * low || a.isOfARule || b.isOfARule || a.isOpen || b.isOpen)
    return false
  return chance >= (common.test(unit) ? (leastAlone[unit] ?? Number.POSITIVE_INFINITY) : leastRareAlone)
}

function differing(unit: string, words: readonly string[], more = ''): Found {
  const kind: Kind =
    /^(?:officer|guard|firefighter|medic|witness|person|man|woman|teacher|passenger|inmate|student)$/.test(
      unit,
    )
      ? 'presence'
      : 'fact'
  return {
    relation: 'conflict',
    kind,
    differing: words,
    why: [`number differs: ${unit}${more}`],
    rank: 85,
  }
}

/** A span of time or a distance in statements on one issue is of that issue; people are counted for too many reasons. */
function isOfOneIssue({ sharedIssues, score }: Nearness, unit: string): boolean {
  if (unit === 'length') return sharedIssues.includes('distance') && score >= 0.25
  return (
    unit === 'time' &&
    sharedIssues.some(issue => !/^(?:interval|distance|crowd\.size|.*\.count)$/.test(issue)) &&
    score >= 0.25
  )
}

/** Of several numbers of one kind those two that stand among the most words in common. */
function nearestPair(
  a: Statement,
  ones: readonly Amount[],
  b: Statement,
  twos: readonly Amount[],
): readonly [Amount | undefined, Amount | undefined] {
  let best: readonly [Amount | undefined, Amount | undefined] = [ones[0], twos[0]]
  let most = -1
  for (const one of ones)
    for (const two of twos) {
      const shared = sharedContext(a, one.fact, b, two.fact, 4)
      if (shared > most) {
        most = shared
        best = [one, two]
      }
    }
  return best
}

/** People are counted under many names: "two workers" and "three people" may be the same ones; officers and guests are not. */
function areOneKind(a: string, b: string): boolean {
  return a === b || (anyone.test(a) && someone.test(b)) || (anyone.test(b) && someone.test(a))
}

const anyone =
  /^(?:civilian|individual|adult|occupant|person|man|woman|victim|colleagu|brother|sister|member|other|body|casualty|soul|life|friend|worker|employe|minor|child|teen)$/
const someone =
  /^(?:civilian|individual|adult|occupant|person|man|woman|victim|colleagu|brother|sister|member|other|body|casualty|soul|life|friend|worker|employe|minor|child|teen|resident|student|passenger|pedestrian|inmate|tenant|fan|spectator|protester|crowd|neighbour|patient|driver|boy|girl)$/

/** Whether the words around two numbers share a matter: what was done to those who were counted, or who is how old. */
function sharedContext(a: Statement, one: Fact, b: Statement, two: Fact, reach: number): number {
  const around = (statement: Statement, fact: Fact) => {
    const at = statement.words.findIndex(({ start }) => start >= fact.start)
    const unit = matterOf(fact.unit ?? '')
    return statement.matters
      .slice(Math.max(0, at - reach), at + reach + 1)
      .filter(
        matter =>
          matter !== '' && matter !== unit && !/^\d|^(?:year|old|tim|first|new|officer)$/.test(matter),
      )
  }
  const right = new Set(around(b, two))
  return new Set(around(a, one).filter(matter => right.has(matter))).size
}

/** Who says "about" rounds by no more than this. */
const roughly = 0.12

/** A bound that the other number meets, or two rough numbers near each other. */
export function areCompatible(one: Amount, two: Amount): boolean {
  const meets = (bound: Amount, other: Amount) =>
    (bound.fact.bound === 'at least' && other.value >= bound.value) ||
    (bound.fact.bound === 'at most' && other.value <= bound.value) ||
    (bound.fact.bound === 'about' &&
      Math.abs(other.value - bound.value) <= roughly * Math.max(bound.value, other.value))
  return meets(one, two) || meets(two, one)
}

/** Whether the words behind two counts share what was done: "two officers chase", "an officer chasing". An animal is no deed. */
function sharesAction(a: Statement, one: Fact, b: Statement, two: Fact): boolean {
  const after = (statement: Statement, fact: Fact) => {
    const at = statement.words.findIndex(({ start }) => start >= fact.start)
    return statement.matters
      .slice(at + 1, at + 8)
      .filter(matter => matter !== '' && matter !== matterOf(fact.unit ?? ''))
  }
  const right = new Set(after(b, two))
  return after(a, one)
    .slice(0, 3)
    .some(matter => right.has(matter) && /^(?!(?:dog|horse|animal)$)\p{L}+$/u.test(matter))
}
