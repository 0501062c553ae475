import { ByPlace } from './by-place.ts'
import type { Fact } from './facts.ts'
import type { Mention } from './people.ts'
import type { AccountReading } from './read-account.ts'
import type { Sentence } from './sentences.ts'

/** Of one account: who of those harmed is of another incident than who, and whom of them each sentence is of. */
export interface Incidents {
  /** By surname in lower case, surnames of another incident. Empty where an account tells of one incident, or does not say. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>
  /** By index of the sentence; empty where it cannot be told. */
  readonly of: readonly ReadonlySet<string>[]
}

/**
 * Many stories of one incident tell of another: the shooting that came "two days after", the death "in a separate case" a year before.
 * Somebody is of another incident than the person an account names most where a sentence that names the one says so by when or by
 * "another", and no sentence names the two together without saying so, as of a driver and a passenger.
 */
export function incidentsIn(reading: AccountReading, harmed: ReadonlySet<string>): Incidents {
  const mentions = new ByPlace(reading.people.mentions)
  const facts = new ByPlace(reading.facts)
  const named = reading.sentences.map(sentence => namedIn(mentions, sentence, harmed))
  const main = mostNamed(named)
  const apart = new Map<string, Set<string>>()
  if (main === null) return { apart, of: [] }
  const days = named.map((names, at) => (names.size === 1 ? dayOf(reading, facts, at) : null))
  const daysOf = (name: string) => new Set(days.filter((day, at) => day !== null && named[at]?.has(name)))
  const mainDays = daysOf(main)
  const withMain = new Set(
    [...harmed].filter(name =>
      named.some((names, at) => names.has(name) && names.has(main) && !setsApart(textOf(reading, at), name)),
    ),
  )
  for (const name of harmed) {
    if (withMain.has(name)) continue
    const isOfOtherDay = mainDays.size > 0 && [...daysOf(name)].some(day => !mainDays.has(day))
    const isSetApart = named.some((names, at) => names.has(name) && setsApart(textOf(reading, at), name))
    if (!isOfOtherDay && !isSetApart) continue
    for (const other of withMain) {
      apart.set(name, (apart.get(name) ?? new Set()).add(other))
      apart.set(other, (apart.get(other) ?? new Set()).add(name))
    }
  }
  return { apart, of: apart.size === 0 ? [] : carried(reading.sentences, named, apart, withMain) }
}

const textOf = ({ text, sentences }: AccountReading, at: number) => {
  const sentence = sentences[at]
  return sentence ? text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ') : ''
}

const namedIn = (
  mentions: ByPlace<Mention>,
  sentence: Sentence,
  harmed: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(
    mentions
      .inside(sentence)
      .map(({ person }) => person.surname.toLowerCase())
      .filter(name => harmed.has(name)),
  )

/** Whom most sentences name, of several the first; null where only one is named at all. */
function mostNamed(named: readonly ReadonlySet<string>[]): string | null {
  const counts = new Map<string, number>()
  for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size < 2) return null
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

const harm =
  '(?:shot|shoot(?:s|ing)?|kill(?:ed|ing)|death|died|beat(?:en|ing)?|struck|arrest(?:ed)?|tased|choked|mat[oó]|muri[oó]|muerte|muert[oa]|abatid[oa]|balead[oa]|asesinad[oa])'
const incident =
  '(?:shootings?|killings?|incidents?|deaths?|cases?|arrests?|crash(?:es)?|stops?|chases?|pursuits?|raids?|attacks?|episodes?|encounters?|tiroteos?|casos?|incidentes?|muertes?|persecuci[oó]n|operativos?)'

const otherIncident = [
  // "The shooting came two days after an officer killed …"
  new RegExp(
    String.raw`\b(?:${incident}|it|this|that|follow(?:s|ed)?)\b[^.;]{0,60}\b(?:hours?|days?|weeks?|months?|years?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?) (?:after|before|despu[eé]s de(?: que)?|antes de(?: que)?)\b[^,.;]{0,90}\b${harm}`,
    'iu',
  ),
  // "… was killed in a separate shooting"
  new RegExp(
    String.raw`\b(?:separate|unrelated|another|previous|earlier|similar|prior|otr[oa]|anterior|distint[oa]) (?:[\p{L}-]+ ){0,2}?${incident}\b|\b${incident} (?:similar|anterior|distint[oa]|aparte|sin relaci[oó]n)\b`,
    'iu',
  ),
  // "… who was also killed by police last month"
  new RegExp(
    String.raw`\b(?:also|tambi[eé]n)\b[^.;,]{0,30}\b${harm}\b[^.;]{0,60}\b(?:last (?:week|month|year|spring|summer|fall|autumn|winter)|(?:weeks?|months?|years?) (?:ago|earlier|before)|in (?:19|20)\d\d|(?:la semana|el mes|el año) pasad[oa]|hace \p{L}+ (?:d[ií]as|semanas|meses|años)|en (?:19|20)\d\d)\b`,
    'iu',
  ),
  // "… whom officers shot in 2019"
  new RegExp(
    String.raw`\b${harm}\b[^.;]{0,80}\b(?:in (?:19|20)\d\d|last year|years? (?:ago|earlier|before)|en (?:19|20)\d\d|el año pasado|hace \p{L}+ años)\b|\b(?:in (?:19|20)\d\d|en (?:19|20)\d\d)\b[^.;]{0,80}\b${harm}\b`,
    'iu',
  ),
]

/** Whether a sentence that names somebody tells of another incident than the story's. */
function setsApart(text: string, name: string): boolean {
  const at = text.toLowerCase().lastIndexOf(name)
  const near = text.slice(0, at + name.length + mostBehind)
  return otherIncident.some(pattern => pattern.test(near))
}

/** Of what stands behind a name, how much can be of it, in characters. */
const mostBehind = 120

/** The day of the year on which a sentence says that somebody was harmed; null where it says none, or several. */
function dayOf(reading: AccountReading, facts: ByPlace<Fact>, at: number): string | null {
  const sentence = reading.sentences[at]
  if (!sentence || !new RegExp(String.raw`\b${dated}\b`, 'iu').test(textOf(reading, at))) return null
  const days = facts
    .inside(sentence)
    .filter(({ type }) => type === 'time')
    .flatMap(
      ({ value }) => /\b\p{L}{3,}\.? \d{1,2}\b|\b\d{1,2} de \p{L}{4,}/u.exec(value.toLowerCase()) ?? [],
    )
  return days.length === 1 ? (days[0] ?? null) : null
}

/** Deaths can come days after: only what is done to somebody is of the day of the incident. */
const dated =
  '(?:shot|shooting|killed|killing|struck|arrest(?:ed)?|chase|pursuit|stop|tiroteo|balead[oa]|abatid[oa]|mat[oó]|dispar[oó])'

/**
 * A sentence that names nobody is of those named before it in its paragraph, or around it; and, as long as no other incident was told of,
 * of those whom the story is of (`main`).
 */
function carried(
  sentences: readonly Sentence[],
  named: readonly ReadonlySet<string>[],
  apart: ReadonlyMap<string, unknown>,
  main: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  const own = named.map(names => new Set([...names].filter(name => apart.has(name))))
  const ofMain = new Set([...main].filter(name => apart.has(name)))
  // What stands before another's name in its paragraph may lead to it already.
  const firstOther = sentences[own.findIndex(names => [...names].some(name => !main.has(name)))]?.paragraph
  return own.map((names, at) => {
    if (names.size > 0) return names
    if (firstOther !== undefined && (sentences[at]?.paragraph ?? 0) < firstOther) return ofMain
    if (sentences[at]?.isHeadline) return names
    const before = own.findLastIndex(
      (each, other) => other < at && at - other <= mostCarried && each.size > 0,
    )
    const after = own.findIndex((each, other) => other > at && other - at <= mostCarried && each.size > 0)
    const [last, next] = [own[before], own[after]]
    if (!last || sentences[before]?.isHeadline) return names
    if (sentences[before]?.paragraph === sentences[at]?.paragraph) return last
    return next && last.size === next.size && [...last].every(name => next.has(name)) ? last : names
  })
}

const mostCarried = 4
