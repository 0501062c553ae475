/**
 * Days of the calendar on the wall, without a time or a zone: `2031-05-02`. Counting them needs neither; only when such a day
 * ends does. Proleptic Gregorian, years 1 to 9999.
 */

/** Days since 1970-01-01; null for a day that there is not, such as the 30th of February. */
export function dayNumber(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day.startsWith('0000')) return null
  const ms = Date.parse(`${day}T00:00:00Z`)
  // Some engines roll a day that there is not over into the next month.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day ? null : ms / 86_400_000
}

/** The day as it is written. Throws RangeError outside the years 0 to 9999. */
export function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

/** Saturdays, Sundays and the named days are no working days. */
export function isWorkingDay(number: number, holidays: ReadonlySet<number>): boolean {
  const weekday = weekdayOf(number)
  return weekday !== 0 && weekday !== 6 && !holidays.has(number)
}

/**
 * The last of `count` days after `from`, which itself is not counted: the first day is the next one. In working days only those
 * count, and a count of 0 stays where it is.
 */
export function countedDays(
  from: number,
  count: number,
  countedIn: 'calendar-days' | 'working-days',
  holidays: ReadonlySet<number> = new Set(),
): number {
  if (countedIn === 'calendar-days') return from + count
  let day = from
  for (let left = count; left > 0; ) {
    day += 1
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}

/** How far a zone is east of UTC at an instant (milliseconds since 1970 in UTC), in minutes. */
export type OffsetAt = (utcMs: number) => number

/**
 * The instant (milliseconds since 1970 in UTC) at which a day ends in a zone: when the next one begins there. Where the clock
 * skips midnight, that is when it jumps; where midnight comes twice, the first of the two.
 */
export function endOfDay(number: number, offsetAt: OffsetAt): number {
  const midnight = (number + 1) * 86_400_000
  const isBefore = (utcMs: number) => utcMs + offsetAt(utcMs) * 60_000 < midnight
  // No zone is more than 18 hours from UTC; the first instant that is no longer before midnight is looked for to the minute,
  // in steps of a quarter of an hour first, because changes of the clock fall on these.
  const step = 15 * 60_000
  let at = midnight - 18 * 3_600_000
  while (isBefore(at)) at += step
  while (!isBefore(at - 60_000) && at > midnight - 19 * 3_600_000) at -= 60_000
  return at
}

/** The day on the wall at an instant. */
export function dayAt(utcMs: number, offsetAt: OffsetAt): number {
  return Math.floor((utcMs + offsetAt(utcMs) * 60_000) / 86_400_000)
}
