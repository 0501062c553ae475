import { areAboutOthers, type Nearness } from './align.ts'
import type { Fact } from './facts.ts'
import { type DimensionValue, matterOf, type Statement, surnameOf } from './features.ts'
import { wider } from './lexicon/concepts.ts'
import { dimensions } from './lexicon/dimensions.ts'
import { negators } from './lexicon/function-words.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import { wordDifference } from './word-difference.ts'
import { stemOf } from './words.ts'

export type Relation = 'same' | 'detail' | 'variant' | 'conflict'
export type Kind = 'fact' | 'presence' | 'attribution'

/** What two statements on one matter are to each other, and why. A conflict is a candidate for a person to look at. */
export interface Related {
  readonly relation: Relation
  readonly kind: Kind
  readonly differing: readonly string[]
  readonly why: readonly string[]
}

interface Found extends Related {
  /** The strongest finding names the pair. */
  readonly rank: number
}

/** Decides on one pair. Omission is never a conflict: only what both say is compared. */
export function relate(near: Nearness): Related {
  const found = [
    ...quoteFindings(near),
    ...numberFindings(near),
    ...timeFindings(near),
    ...dimensionFindings(near),
    ...polarityFindings(near),
  ].sort((x, y) => y.rank - x.rank)
  const best = found[0]
  const shared = near.shared.filter(term => !/^[#@~]/.test(term)).slice(0, 5)
  const base = [
    ...(shared.length > 0 ? [`shared: ${shared.join(', ')}`] : []),
    ...(near.sharedIssues.length > 0 ? [`issue: ${near.sharedIssues.join(', ')}`] : []),
  ]
  if (best)
    return {
      relation: best.relation,
      kind: best.kind,
      differing: best.differing,
      why: [...best.why, ...base],
    }
  const { likeness } = wordDifference(
    near.a.matters.filter(matter => matter !== ''),
    near.b.matters.filter(matter => matter !== ''),
  )
  if (likeness >= 0.6) return { relation: 'same', kind: 'fact', differing: [], why: base }
  return {
    relation: 'detail',
    kind: 'fact',
    differing: [ownWords(near.a, near.b), ownWords(near.b, near.a)],
    why: base,
  }
}

const mostOwnWords = 8

/** The first words of a statement whose matter the other lacks. */
function ownWords(statement: Statement, other: Statement): string {
  return statement.words
    .filter((_, at) => statement.matters[at] !== '' && !other.matters.includes(statement.matters[at] ?? ''))
    .slice(0, mostOwnWords)
    .map(({ text }) => text)
    .join(' ')
}

/** Whether two that are not near in words plainly disagree: one denies the rare thing that the other says, or its one value differs. */
export function disagree(near: Nearness): boolean {
  if (near.a.sentence.isHeadline || near.b.sentence.isHeadline) return false
  const denials = polarityFindings(near)
  return (
    denials.length > 0 ||
    [...numberFindings(near), ...dimensionFindings(near)].some(
      ({ relation, rank }) => relation === 'conflict' && rank >= 66,
    )
  )
}

function quoteFindings({ a, b }: Nearness): readonly Found[] {
  const found: Found[] = []
  for (const [one, quoteA] of a.quotes.entries())
    for (const [two, quoteB] of b.quotes.entries()) {
      const left = a.quoted[one]
      const right = b.quoted[two]
      if (!left || !right || left.words.length < 2 || right.words.length < 2) continue
      const exact = wordDifference(left.words, right.words)
      const loose = wordDifference(left.matters, right.matters)
      const shorter = Math.min(left.words.length, right.words.length)
      const isOne = loose.likeness >= 0.55 || (shorter >= 5 && loose.containment >= 0.75)
      if (!isOne) continue
      const isExcerpt = exact.containment === 1
      const namesA = quoteA.speaker?.name ?? null
      const namesB = quoteB.speaker?.name ?? null
      const isOtherSpeaker =
        namesA !== null &&
        namesB !== null &&
        quoteA.speaker?.person !== undefined &&
        !speakersAgree(namesA, namesB) &&
        shorter >= 4
      if (isOtherSpeaker && loose.containment >= 0.8)
        found.push({
          relation: 'conflict',
          kind: 'attribution',
          differing: [namesA, namesB],
          why: ['one text, put down to different speakers'],
          rank: 90,
        })
      if (isExcerpt)
        found.push({
          relation: 'same',
          kind: 'fact',
          differing: [],
          why: ['the same words quoted'],
          rank: 60,
        })
      else
        found.push({
          relation: 'variant',
          kind: 'fact',
          differing: [exact.onlyA.join(' '), exact.onlyB.join(' ')],
          why: ['one utterance in different words'],
          rank: 70,
        })
    }
  return found
}

/** Two names agree when they share a surname, or when a description could be the named person. */
function speakersAgree(a: string, b: string): boolean {
  const proper = /\p{Lu}\p{Ll}/u
  if (surnameOf(a) === surnameOf(b)) return true
  const joint = /\b(?:and|y)\b/
  if (joint.test(a) !== joint.test(b)) return false
  if (joint.test(a)) return true
  const headA = headOf(a)
  const headB = headOf(b)
  if (headA === headB) return true
  return (
    !(proper.test(a) && proper.test(b)) &&
    !(headA !== headB && !proper.test(a) && !proper.test(b) && areUnlike(headA, headB))
  )
}

const headOf = (phrase: string) =>
  matterOf(
    (phrase.split(/\s(?:for|of|from|with|who|de)\s/)[0] ?? phrase).split(/\s+/).at(-1)?.toLowerCase() ?? '',
  )

/** Plain role words that cannot be one person. */
function areUnlike(a: string, b: string): boolean {
  const kinds = [
    'mother',
    'father',
    'officer',
    'driver',
    'witness',
    'neighbour',
    'teacher',
    'student',
    'firefighter',
    'medic',
    'guard',
    'mayor',
    'attorney',
    'owner',
    'passenger',
    'inmate',
    'boy',
    'girl',
  ]
  return kinds.includes(a) && kinds.includes(b)
}

const seconds: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
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

interface Amount {
  readonly fact: Fact
  readonly unit: string
  readonly value: number
  readonly isRough: boolean
  readonly isArticle: boolean
}

function amountsOf(statement: Statement): readonly Amount[] {
  return statement.numbers.flatMap(fact => {
    if (fact.unit === null) return []
    const matter = matterOf(fact.unit)
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

function numberFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (areAboutOthers(a, b)) return []
  const left = amountsOf(a)
  const right = amountsOf(b)
  const found: Found[] = []
  for (const unit of new Set(left.map(each => each.unit))) {
    const ones = left.filter(each => each.unit === unit)
    const twos = right.filter(each => each.unit === unit)
    if (ones.length === 0 || twos.length === 0) continue
    if (ones.some(one => twos.some(two => one.value === two.value))) continue
    const one = ones[0]
    const two = twos[0]
    if (!one || !two || (one.isArticle && two.isArticle)) continue
    if (unit === 'year-old' && (ones.length + twos.length > 2 || !sharesContext(a, one.fact, b, two.fact, 4)))
      continue
    const words = [textOf(a, one.fact), textOf(b, two.fact)]
    if (one.isArticle || two.isArticle) {
      if (sharesAction(a, one.fact, b, two.fact))
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
    // Shots and gates are of one kind; people and minutes are counted for many reasons.
    const isCommon =
      /^(?:person|officer|man|woman|time|length|day|child|percent|money|minor|tim|way|thing)$/.test(unit)
    if ((isCommon || one.value === 1 || two.value === 1) && !sharesContext(a, one.fact, b, two.fact, 7))
      continue
    const content = near.shared.filter(term => !/^[#@~]/.test(term) && term !== unit)
    if (content.length === 0 && near.sharedIssues.length === 0) continue
    const kind: Kind =
      /^(?:officer|guard|firefighter|medic|witness|person|man|woman|teacher|passenger|inmate|student)$/.test(
        unit,
      )
        ? 'presence'
        : 'fact'
    found.push({ relation: 'conflict', kind, differing: words, why: [`number differs: ${unit}`], rank: 85 })
  }
  return found
}

/** Whether the words around two numbers share a matter: what was done to those who were counted, or who is how old. */
function sharesContext(a: Statement, one: Fact, b: Statement, two: Fact, reach: number): boolean {
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
  return around(a, one).some(matter => right.has(matter))
}

/** A bound that the other number meets, or two rough numbers within a fifth of each other. */
function areCompatible(one: Amount, two: Amount): boolean {
  const meets = (bound: Amount, other: Amount) =>
    (bound.fact.bound === 'at least' && other.value >= bound.value) ||
    (bound.fact.bound === 'at most' && other.value <= bound.value) ||
    (bound.fact.bound === 'about' &&
      Math.abs(other.value - bound.value) <= 0.2 * Math.max(bound.value, other.value))
  return meets(one, two) || meets(two, one)
}

/** Whether the words behind two counts share what was done: "two officers chase", "an officer chasing". */
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
    .some(matter => right.has(matter) && /^(?:\p{L}+)$/u.test(matter))
}

function timeFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (areAboutOthers(a, b) || near.score < 0.25) return []
  const found: Found[] = []
  for (const parse of [clockMinutes, weekday, dayOfMonth, monthAlone] as const) {
    const left = a.times.flatMap(fact => readAs(fact, parse))
    const right = b.times.flatMap(fact => readAs(fact, parse))
    const one = left[0]
    const two = right[0]
    if (!one || !two || left.some(x => right.some(y => x.value === y.value))) continue
    if (parse === weekday && (left.length > 1 || right.length > 1)) continue
    if (parse === clockMinutes) {
      const gap = Math.abs(one.value - two.value)
      const isRough = [a, b].some(each =>
        /\b(?:about|around|shortly|just|roughly|approximately|nearly|almost|before|after)\b/.test(
          wordsBefore(each, each === a ? one.fact : two.fact),
        ),
      )
      if (gap % 720 === 0 || (isRough && gap <= 10)) continue
    }
    found.push({
      relation: 'conflict',
      kind: 'fact',
      differing: [one.fact.value, two.fact.value],
      why: ['time differs'],
      rank: 84,
    })
  }
  return found
}

interface Read {
  readonly fact: Fact
  readonly value: number
}

function readAs(fact: Fact, parse: (words: string) => number | null): readonly Read[] {
  const value = parse(fact.value)
  return value === null ? [] : [{ fact, value }]
}

function clockMinutes(words: string): number | null {
  if (/^noon$|^midday$|^mediodía$/i.test(words)) return 720
  if (/^midnight$|^medianoche$/i.test(words)) return 0
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s?([ap])?\.?m?/i.exec(words)
  if (!found || (found[2] === undefined && found[3] === undefined)) return null
  const hour = Number(found[1]) % (found[3] === undefined ? 24 : 12)
  return (hour + (/p/i.test(found[3] ?? '') ? 12 : 0)) * 60 + Number(found[2] ?? 0)
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const weekdaysEs = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const

function weekday(words: string): number | null {
  const lower = words.toLowerCase()
  const at = weekdays.findIndex(day => lower.includes(day))
  if (at >= 0) return at
  const spanish = weekdaysEs.findIndex(day => lower.includes(day))
  return spanish < 0 ? null : spanish
}

const monthNames: readonly RegExp[] = [
  /jan|enero/i,
  /feb/i,
  /mar/i,
  /apr|abril/i,
  /may/i,
  /jun/i,
  /jul/i,
  /aug|agosto/i,
  /sep/i,
  /oct/i,
  /nov/i,
  /dec|dic/i,
]

function dayOfMonth(words: string): number | null {
  const month = monthNames.findIndex(name => name.test(words))
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)/.exec(words)?.[1]
  return month < 0 || day === undefined ? null : month * 100 + Number(day)
}

function monthAlone(words: string): number | null {
  const month = monthNames.findIndex(name => name.test(words))
  return month < 0 || /\d/.test(words) ? null : month
}

function dimensionFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (areAboutOthers(a, b)) return []
  const found: Found[] = []
  for (const [id, left] of a.values) {
    const right = b.values.get(id)
    const dimension = dimensions[id]
    if (!right || !dimension) continue
    if (!needsMet(dimension.needs, a, b)) continue
    const pair = dimension.of === 'noun' ? byNoun(left, right) : byStatement(left, right)
    if (!pair) continue
    const floor = near.isFar ? 0.1 : 0.18
    if (near.score < floor) continue
    const isWeak = /^(?:order|within|toward|direction|gait|sex|kin|vehicle|end)$/.test(id)
    if (isWeak && near.score < 0.34) continue
    found.push({
      relation: 'conflict',
      kind: /^(?:aloneness|kin)$/.test(id) ? 'presence' : 'fact',
      differing: [pair[0].word, pair[1].word],
      why: [`differs: ${id}`],
      rank: isWeak ? 64 : 80,
    })
  }
  return found
}

/** Both statements have a concept that the dimension is of, the same or one as wide. */
function needsMet(line: string, a: Statement, b: Statement): boolean {
  if (line === '') return true
  const needs = line.split(' ').map(matterOf)
  const wide = (matter: string) => wider[matter] ?? matter
  const ofB = new Set(needs.filter(need => b.matters.includes(need)).map(wide))
  return needs.some(need => a.matters.includes(need) && ofB.has(wide(need)))
}

function byNoun(
  left: readonly DimensionValue[],
  right: readonly DimensionValue[],
): readonly [DimensionValue, DimensionValue] | null {
  for (const one of left)
    for (const two of right)
      if (
        one.noun !== '' &&
        one.noun === two.noun &&
        one.value !== two.value &&
        !right.some(other => other.noun === one.noun && other.value === one.value) &&
        !left.some(other => other.noun === two.noun && other.value === two.value)
      )
        return [one, two]
  return null
}

function byStatement(
  left: readonly DimensionValue[],
  right: readonly DimensionValue[],
): readonly [DimensionValue, DimensionValue] | null {
  const one = left[0]
  const two = right[0]
  if (!one || !two || left.some(x => right.some(y => x.value === y.value))) return null
  return [one, two]
}

/** One says it, the other denies it. A denial bound to a recording is weaker against a claim that is not. */
function polarityFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (a.isDeclining || b.isDeclining || areAboutOthers(a, b) || near.quoteLikeness >= 0.8) return []
  const denies = (statement: Statement) => deniedMatters(statement)
  const left = denies(a)
  const right = denies(b)
  const [denied, other, which] =
    left.size > 0 && right.size === 0
      ? [left, b, a]
      : right.size > 0 && left.size === 0
        ? [right, a, b]
        : [null, null, null]
  if (!denied || !other || !which) return []
  const names = new Set([...a.about, ...b.about])
  const touched = near.shared.filter(term => denied.has(term) && !/^[#@~]/.test(term) && !names.has(term))
  // That there is a recording, an officer or someone who sees is not what is denied.
  if (!touched.some(term => !bystanding.test(term))) return []
  if (near.score < 0.18 && near.sharedIssues.length === 0 && touched.length < 2) return []
  const isBound = which.recording !== null && other.recording === null
  const words = [negationOf(a) ?? shownMatter(a, touched), negationOf(b) ?? shownMatter(b, touched)]
  if (isBound)
    return [
      {
        relation: 'detail',
        kind: 'presence',
        differing: words,
        why: [`not in a recording (${which.recording}) against said: ${touched.join(', ')}`],
        rank: 50,
      },
    ]
  const isPresence =
    near.sharedIssues.some(issue => /seen|presence|alone/.test(issue)) ||
    /\b(?:no|nobody|none)\b/.test(negationOf(which) ?? '')
  return [
    {
      relation: 'conflict',
      kind: isPresence ? 'presence' : 'fact',
      differing: words,
      why: [`said and denied: ${touched.join(', ')}`],
      rank: 75,
    },
  ]
}

const bystanding =
  /^(?:video|camera|show|see|officer|person|man|woman|street|day|vehicle|force|minor|kin|exit|hear|offer|begin|house|foot|state|public)$/
/** What ought not or cannot be is a view and no denial of an event. */
const views = /^(?:can't|cannot|shouldn't|won't|wouldn't|don't)$/

/** Matters within reach of a negation, to the end of its clause: up to seven words. What the statement also says plainly is not denied. */
function deniedMatters(statement: Statement): ReadonlySet<string> {
  const known = deniedOf.get(statement)
  if (known) return known
  const denied = findDenied(statement)
  deniedOf.set(statement, denied)
  return denied
}

/** A statement is asked for each that it is compared with. */
const deniedOf = new WeakMap<Statement, ReadonlySet<string>>()

function findDenied(statement: Statement): ReadonlySet<string> {
  const { words, matters } = statement
  const reached = new Set<number>()
  for (const [index, { lower }] of words.entries()) {
    if (!negators.has(lower) && !/n't$/.test(lower)) continue
    if (lower === 'no' && /^(?:longer|doubt|matter|comment)$/.test(words[index + 1]?.lower ?? '')) continue
    if (lower === 'not' && /^(?:only|just)$/.test(words[index + 1]?.lower ?? '')) continue
    if (views.test(lower) || /^(?:should|must|ought)$/.test(words[index - 1]?.lower ?? '')) continue
    // "Police have not said why": nothing is denied but the saying.
    if (
      /^(?:say|tell|release|disclose|identify|explain|elaborat|confirm|nam|comment|answer|specify|announc)$/.test(
        stemOf(words[index + 1]?.lower ?? ''),
      ) ||
      sayingVerbs.has(words[index + 1]?.lower ?? '')
    )
      continue
    for (let at = index + 1; at < Math.min(words.length, index + 7); at++) {
      const word = words[at]
      if (
        !word ||
        word.start - (words[at - 1]?.end ?? 0) > 1 ||
        /^(?:and|but|because|then|y|pero)$/.test(word.lower)
      )
        break
      reached.add(at)
    }
  }
  const denied = new Set<string>()
  for (const at of reached) {
    const matter = matters[at] ?? ''
    if (matter === '' || matters.some((each, other) => each === matter && !reached.has(other))) continue
    denied.add(matter)
    const wide = wider[matter]
    if (wide !== undefined) denied.add(wide)
  }
  return denied
}

function negationOf(statement: Statement): string | null {
  const at = statement.words.findIndex(({ lower }) => negators.has(lower) || /n't$/.test(lower))
  if (at < 0) return null
  return statement.words
    .slice(at, at + 3)
    .map(({ text }) => text)
    .join(' ')
}

function shownMatter(statement: Statement, touched: readonly string[]): string {
  const at = statement.matters.findIndex(matter => touched.includes(matter))
  return statement.words[at]?.text ?? ''
}

function textOf(statement: Statement, fact: Fact): string {
  return statement.words
    .filter(({ start, end }) => start >= fact.start && end <= fact.end)
    .map(({ text }) => text)
    .join(' ')
}

function wordsBefore(statement: Statement, fact: Fact): string {
  return statement.words
    .filter(({ end }) => end <= fact.start)
    .slice(-2)
    .map(({ lower }) => lower)
    .join(' ')
}
