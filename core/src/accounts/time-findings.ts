import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { wordsBefore } from './fact-words.ts'
import type { Fact } from './facts.ts'
import { type Statement, settingMatters } from './features.ts'
import { numberWords } from './lexicon/number-words.ts'
import { readOnce } from './read-once.ts'
import type { Found } from './related.ts'

/** Clock times, days and months that differ. `isAlone`: each account gives one hour that the other lacks; left out where it is not known. */
export function timeFindings(near: Nearness, isAlone?: boolean): readonly Found[] {
  const { a, b } = near
  if (a.times.length === 0 || b.times.length === 0 || areAboutOthers(a, b)) return []
  const found: Found[] = []
  for (const parse of parsers) {
    // Of days only those are held against each other whose statements share words.
    if (near.score < 0.1 && (parse !== clockMinutes || (near.chance < likely && isAlone !== true))) continue
    const [all, others] = [readTimes(a).get(parse), readTimes(b).get(parse)]
    if (!all || !others) continue
    // "Left at 11:30 and was back at 1:15", "at 11:48 and at 1:15": the hour that both give aside.
    const isShared = parse === clockMinutes && all.length > 1 && all.length === others.length
    const left = isShared ? without(all, others) : all
    const right = isShared ? without(others, all) : others
    const one = left[0]
    const two = right[0]
    if (!one || !two || left.some(x => right.some(y => x.value === y.value))) continue
    if (parse === clockMinutes && isAlone === false && near.chance < leastOfMany) continue
    if (parse === weekday && (left.length > 1 || right.length > 1)) continue
    const isOfOne =
      parse === clockMinutes &&
      left.length === 1 &&
      right.length === 1 &&
      (near.score >= 0.3 ||
        sharesMatter(near) ||
        (near.chance >= likely && Math.abs(one.value - two.value) <= mostMinutes) ||
        (isAlone === true && Math.abs(one.value - two.value) <= mostMinutesAlone))
    if (!isOfOne && !shareWhat(a, one.fact, b, two.fact)) continue
    if (isOfPublishing(a, one.fact) !== isOfPublishing(b, two.fact)) continue
    if (parse === clockMinutes) {
      const gap = Math.abs(one.value - two.value)
      const isRough = [a, b].some(each =>
        /\b(?:about|around|shortly|just|roughly|approximately|nearly|almost|before|after)\b/.test(
          wordsBefore(each, each === a ? one.fact : two.fact),
        ),
      )
      // Who says "about" rounds to five minutes, and "just before six" is some minutes to it.
      if (gap % 720 === 0 || (isRough && gap <= 5)) continue
      if (isJustBeside(a, one, two) || isJustBeside(b, two, one)) continue
      // "No check is recorded between 1:10 and 5:50": neither is the hour of anything.
      if (isOfSpan(a, one.fact) || isOfSpan(b, two.fact)) continue
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

/** Two that are likely of one matter, each with one hour, give the hour of it. */
const likely = 0.35
/** Where an account gives several hours, those of two that are less likely of one matter were of one in a third. */
const leastOfMany = 0.45
/** The one hour of each account may be rounded or of the next thing that happened. */
const mostMinutesAlone = 15
const mostMinutes = 90

/** One question of the table that both speak to, and not merely that somebody died or was shot. */
const sharesMatter = ({ a, b, score }: Nearness) =>
  score >= 0.15 &&
  [...a.answers.keys()].some(id => b.answers.has(id) && !/^(?:death|shooting|fled|posture)$/.test(id))

const isJustBeside = (
  statement: Statement,
  rough: { readonly fact: Fact; readonly value: number },
  other: { readonly value: number },
): boolean => {
  const side = /\b(?:shortly|just|moments|minutes) (before|after)$/.exec(
    wordsBefore(statement, rough.fact).trim(),
  )?.[1]
  const gap = side === 'before' ? rough.value - other.value : other.value - rough.value
  return side !== undefined && gap >= 0 && gap <= mostBeside
}

const mostBeside = 12

const isOfSpan = (statement: Statement, fact: Fact): boolean =>
  /\b(?:between|entre)(?: \S+){0,4}$/.test(wordsBefore(statement, fact).trim())

/** Whether something that happened stands near both times: a shot on Thursday and a death on Friday differ in nothing. */
function shareWhat(a: Statement, one: Fact, b: Statement, two: Fact): boolean {
  const around = (statement: Statement, fact: Fact) => {
    const at = statement.words.findIndex(({ start }) => start >= fact.start)
    return statement.matters
      .slice(Math.max(0, at - timeReach), at + timeReach + 3)
      .filter(
        matter =>
          matter !== '' &&
          !/^\d/.test(matter) &&
          !settingMatters.has(matter) &&
          !calendar.test(matter) &&
          !statement.about.has(matter),
      )
  }
  const right = new Set(around(b, two))
  return around(a, one).some(matter => right.has(matter))
}

/** "The academy on Wednesday released recordings": when something was made public is not when it happened. */
function isOfPublishing({ words }: Statement, { start, end }: Fact): boolean {
  const before = words.filter(word => word.end <= start).slice(-4)
  const behind = words.filter(word => word.start >= end).slice(0, 2)
  return [...before, ...behind].some(({ lower }) => publishing.test(lower))
}

const publishing =
  /^(?:releas(?:ed|es|ing)|publish(?:ed|es)|posted|posts|issued|aired|broadcast|uploaded|unveiled|publicó|publicaron|publicad[oa]s?|difundió|difundieron|difundid[oa]s?|divulgó|divulgaron|divulgad[oa]s?)$/u

const timeReach = 9
const calendar =
  /^(?:night|morning|afternoon|evening|p\.m|a\.m|pm|am|.*day|noon|midnight|early|late|about|around)$/

/** Those whose time the others do not give. */
const without = (times: readonly Read[], others: readonly Read[]) =>
  times.filter(({ value }) => !others.some(other => other.value === value))

interface Read {
  readonly fact: Fact
  readonly value: number
}

export function clockMinutes(words: string): number | null {
  if (/^noon$|^midday$|^mediodía$/i.test(words)) return 720
  if (/^midnight$|^medianoche$/i.test(words)) return 0
  // "In 2028" is a year, "2028 hours" a time of day.
  const military = /^(?!(?:19|20)\d\d$)([01]\d|2[0-3])([0-5]\d)(?:\s*(?:hours|hrs|h)\b|$)/i.exec(words)
  if (military) return Number(military[1]) * 60 + Number(military[2])
  const spanish = /^(?:las? )?(\d{1,2})(?:[:.](\d{2}))? de la (mañana|madrugada|tarde|noche)$/i.exec(words)
  if (spanish)
    return (
      ((Number(spanish[1]) % 12) + (/^[tn]/i.test(spanish[3] ?? '') ? 12 : 0)) * 60 + Number(spanish[2] ?? 0)
    )
  const worded = wordedMinutes(words.toLowerCase())
  if (worded !== null) return worded
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s?([ap])?\.?m?/i.exec(words)
  if (!found || (found[2] === undefined && found[3] === undefined)) return null
  const hour = Number(found[1]) % (found[3] === undefined ? 24 : 12)
  return (hour + (/p/i.test(found[3] ?? '') ? 12 : 0)) * 60 + Number(found[2] ?? 0)
}

const hourOf = (word: string): number | null =>
  /^\d+$/.test(word) ? Number(word) : word === 'midnight' ? 0 : (numberWords[word] ?? 12)

/** "Half past two", "twenty to seven", "five in the morning", "nine o'clock", "eleven". */
function wordedMinutes(words: string): number | null {
  const told =
    /^(?:an? )?(?:(half|quarter|five|ten|twenty(?:-five)?|\d{1,2})(?: minutes)? (past|till|to) |(half) )?([a-z]+|\d{1,2})(?: o['’]clock)?(?: (in the (?:morning|afternoon|evening)|at night))?$/.exec(
      words,
    )
  if (!told) return null
  const [, part, side, half, hour = '', day] = told
  const isBare = part === undefined && half === undefined && day === undefined && !/clock/.test(words)
  if (isBare && /^\d/.test(hour)) return null
  if (!/^\d+$/.test(hour) && !Object.hasOwn(numberWords, hour) && !/^(?:midnight|noon|midday)$/.test(hour))
    return null
  const at = hourOf(hour)
  if (at === null || at > 24) return null
  const minutes =
    half !== undefined || part === 'half'
      ? 30
      : part === 'quarter'
        ? 15
        : part === 'twenty-five'
          ? 25
          : part === undefined
            ? 0
            : Number(numberWords[part] ?? part)
  const isAfternoon = day !== undefined && (/afternoon|evening/.test(day) || (day === 'at night' && at > 5))
  return (
    (((at % 12) + (isAfternoon ? 12 : 0)) * 60 +
      (side === 'to' || side === 'till' ? -minutes : minutes) +
      1440) %
    1440
  )
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

const parsers = [clockMinutes, weekday, dayOfMonth, monthAlone] as const

/** What each parser makes of the times of a statement; without those that it makes nothing of. */
const readTimes = readOnce(
  ({ times }: Statement): ReadonlyMap<(typeof parsers)[number], readonly Read[]> =>
    new Map(
      parsers.flatMap(parse => {
        const read = times.flatMap((fact): readonly Read[] => {
          const value = parse(fact.value)
          return value === null ? [] : [{ fact, value }]
        })
        return read.length > 0 ? [[parse, read] as const] : []
      }),
    ),
)
