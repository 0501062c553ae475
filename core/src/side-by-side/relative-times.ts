import type { Stretch } from '../case/index.ts'
import { dayNumber, dayText, weekdayOf } from '../time/civil-day.ts'
import { timePatterns } from './relative-words.ts'

/** From what an account counts a time: the day it was written, or what it tells of. */
export type CountedFrom = 'written' | 'event'

/** A time told relatively, and how it is counted. Offsets are UTF-16 code units into the text it was looked for in. */
export interface RelativeTime extends Stretch {
  readonly words: string
  readonly counted: { readonly basis: CountedFrom } & (
    | {
        readonly by: 'day' | 'week' | 'weekend' | 'month' | 'year' | 'hour' | 'nights'
        readonly count: number
      }
    /**
     * 0 is Sunday. `until`: the last one up to the day, the day itself among them; `before` the last one before it; `from` and
     * `after` the same ahead of it.
     */
    | {
        readonly by: 'weekday'
        readonly weekday: number
        readonly side: 'until' | 'before' | 'from' | 'after'
      }
    /** A day of a month, or a month, without its year: the one nearest to the day. */
    | { readonly by: 'date'; readonly month: number; readonly day: number | null }
    /** "Several days later" says no number; "the day before the hearing" names for itself what it is counted from. */
    | { readonly by: 'uncounted'; readonly why: 'no-number' | 'names-its-own' }
  )
}

/** Days of the calendar, half-open: `to` is the day after the last. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

/** What a relative time comes to. */
export interface CountedDays {
  readonly days: DaySpan
  /** "Two weeks ago" is seldom meant to the day. */
  readonly isRough: boolean
  /** The time of day that hours lead to, `16:03`; null where none was stated or hours are not what is counted. */
  readonly time: string | null
}

/** Times told relatively in a stretch of text, in order, none within another. What bears its year or counts in minutes is none. */
export function relativeTimesIn(text: string, { start, end }: Stretch): readonly RelativeTime[] {
  const body = text.slice(start, end).replace(/\s/g, ' ')
  const taken: { readonly start: number; readonly end: number; readonly time: RelativeTime | null }[] = []
  for (const { pattern, counted } of timePatterns)
    for (const match of body.matchAll(pattern)) {
      const from = match.index
      const found = from + match[0].length
      // "Friday's exercise": what is told of the day stands behind the whole word.
      const to = found + (/^['’]s(?!\p{L})/u.exec(body.slice(found, found + 3))?.[0].length ?? 0)
      if (taken.some(each => from < each.end && to > each.start)) continue
      const how = counted((match.groups ?? {}) as Readonly<Record<string, string>>, {
        ...{ before: body.slice(0, from), after: body.slice(to) },
      })
      const time = how && {
        ...{ start: start + from, end: start + to },
        ...{ words: text.slice(start + from, start + to), counted: how },
      }
      taken.push({ start: from, end: to, time })
    }
  return taken.flatMap(({ time }) => time ?? []).sort((one, two) => one.start - two.start)
}

const dayMinutes = 24 * 60

/**
 * Counts a relative time from a day (`2031-05-02`) and, for hours, from a time of day (`14:03`; null where unknown: the days on
 * which it can have been are then told). Null where its words cannot be counted, or there is no such day.
 */
export function countedFrom(
  { counted }: Pick<RelativeTime, 'counted'>,
  day: string,
  time: string | null,
): CountedDays | null {
  const at = dayNumber(day)
  if (at === null) return null
  switch (counted.by) {
    case 'uncounted':
      return null
    case 'day':
      return exact(at + counted.count, 1)
    case 'nights':
      return exact(at + counted.count, 2)
    case 'week': {
      const { count, basis } = counted
      // "Two weeks ago" and "the week before" what happened are about a day; "last week" is a week of the calendar, from Monday.
      if (basis === 'event' || Math.abs(count) > 1) return { ...exact(at + 7 * count, 1), isRough: true }
      return exact(mondayOf(at) + 7 * count, 7)
    }
    case 'weekend':
      return exact(mondayOf(at) + 5 + 7 * counted.count, 2)
    case 'month':
      return monthDays(at, counted.count)
    case 'year': {
      const year = Number(dayText(at).slice(0, 4)) + counted.count
      return spanned(`${four(year)}-01-01`, `${four(year + 1)}-01-01`)
    }
    case 'hour': {
      if (time === null) {
        const [first, last] = [0, dayMinutes - 1].map(minute => minute + counted.count * 60)
        return exactBetween(at, first ?? 0, last ?? 0)
      }
      const [hours = 0, minutes = 0] = time.split(':').map(Number)
      const minute = hours * 60 + minutes + counted.count * 60
      const within = ((minute % dayMinutes) + dayMinutes) % dayMinutes
      const clock = `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
      const counts = exactBetween(at, minute, minute)
      return counts && { ...counts, isRough: true, time: clock }
    }
    case 'weekday':
      return exact(weekdayFrom(at, counted.weekday, counted.side), 1)
    case 'date':
      return nearestDate(at, counted.month, counted.day)
  }
}

const mondayOf = (day: number) => day - ((weekdayOf(day) + 6) % 7)
const four = (year: number) => String(year).padStart(4, '0')

function exact(from: number, count: number): CountedDays {
  return { days: { from: dayText(from), to: dayText(from + count) }, isRough: false, time: null }
}

function exactBetween(day: number, firstMinute: number, lastMinute: number): CountedDays {
  const first = day + Math.floor(firstMinute / dayMinutes)
  return exact(first, day + Math.floor(lastMinute / dayMinutes) - first + 1)
}

function spanned(from: string, to: string): CountedDays | null {
  return dayNumber(from) === null || dayNumber(to) === null
    ? null
    : { days: { from, to }, isRough: false, time: null }
}

function monthDays(day: number, count: number): CountedDays | null {
  const [year = 0, month = 1] = dayText(day).split('-').map(Number)
  return monthSpan(year * 12 + month - 1 + count)
}

/** `index` counts months from the year 0. */
function monthSpan(index: number): CountedDays | null {
  const first = (at: number) => `${four(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-01`
  return spanned(first(index), first(index + 1))
}

function weekdayFrom(day: number, weekday: number, side: 'until' | 'before' | 'from' | 'after'): number {
  const back = (from: number) => from - ((weekdayOf(from) - weekday + 7) % 7)
  switch (side) {
    case 'until':
      return back(day)
    case 'before':
      return back(day - 1)
    case 'from':
      return back(day + 6)
    case 'after':
      return back(day + 7)
  }
}

/** The day or month of that name that lies nearest; the 29th of February only in years that have it. */
function nearestDate(day: number, month: number, dayOfMonth: number | null): CountedDays | null {
  const year = Number(dayText(day).slice(0, 4))
  let best: { readonly found: CountedDays; readonly away: number } | null = null
  for (let each = year - 4; each <= year + 4; each++) {
    const text = `${four(each)}-${String(month).padStart(2, '0')}-${String(dayOfMonth ?? 15).padStart(2, '0')}`
    const at = dayNumber(text)
    if (at === null) continue
    const found = dayOfMonth === null ? monthSpan(each * 12 + month - 1) : exact(at, 1)
    const away = Math.abs(at - day)
    if (found && (best === null || away < best.away)) best = { found, away }
  }
  return best?.found ?? null
}
