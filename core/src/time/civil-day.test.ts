import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { countedDays, dayAt, dayNumber, dayText, endOfDay, isWorkingDay, weekdayOf } from './civil-day.ts'

const days = fc.integer({ min: -200_000, max: 400_000 })
const zones = fc.constantFrom(
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'UTC',
)

const formats = new Map<string, Intl.DateTimeFormat>()
/** What the clock on the wall shows, by the time zone data of the engine: independent of what is tested. */
function wallIn(zone: string, utcMs: number): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(zone, format)
  return format.format(utcMs)
}
function offsetIn(zone: string): (utcMs: number) => number {
  return utcMs =>
    (Date.parse(`${wallIn(zone, utcMs).replace(' ', 'T')}Z`) - Math.floor(utcMs / 1000) * 1000) / 60_000
}

/** The slow way: the calendar by its own rules, one day after another. */
function nextDay([year, month, day]: readonly [number, number, number]): [number, number, number] {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  if (day < length) return [year, month, day + 1]
  return month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1]
}

test('every day from 1890 to 2110 has the number that counting one by one gives', () => {
  let day: [number, number, number] = [1890, 1, 1]
  const first = dayNumber('1890-01-01') ?? 0
  for (let n = 0; day[0] < 2110; n++, day = nextDay(day)) {
    const written = day.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
    assert.equal(dayNumber(written), first + n)
    assert.equal(dayText(first + n), written)
  }
})

test('days that there are not have no number', () => {
  for (const day of [
    '2031-02-29',
    '2100-02-29',
    '2031-04-31',
    '2031-13-01',
    '2031-00-10',
    '2031-1-1',
    '',
    '0000-01-01',
  ])
    assert.equal(dayNumber(day), null, day)
  assert.notEqual(dayNumber('2000-02-29'), null)
  assert.notEqual(dayNumber('2032-02-29'), null)
})

test('a day and its number go there and back', () => {
  fc.assert(fc.property(days, number => assert.equal(dayNumber(dayText(number)), number)))
})

test('sixty days and thirty more from a September day in a leap year end on Christmas Eve', () => {
  const start = dayNumber('2020-09-25') ?? 0
  assert.equal(dayText(countedDays(start, 60, 'calendar-days')), '2020-11-24')
  assert.equal(
    dayText(countedDays(countedDays(start, 60, 'calendar-days'), 30, 'calendar-days')),
    '2020-12-24',
  )
  assert.equal(dayText(countedDays(dayNumber('2032-01-31') ?? 0, 30, 'calendar-days')), '2032-03-01')
  assert.equal(dayText(countedDays(dayNumber('2031-01-31') ?? 0, 30, 'calendar-days')), '2031-03-02')
})

test('counting days does not care in how many goes they are counted', () => {
  fc.assert(
    fc.property(
      days,
      fc.nat(90),
      fc.nat(90),
      fc.constantFrom('calendar-days' as const, 'working-days' as const),
      (from, a, b, countedIn) =>
        assert.equal(
          countedDays(countedDays(from, a, countedIn), b, countedIn),
          countedDays(from, a + b, countedIn),
        ),
    ),
  )
})

test('between the start and the last working day lie exactly as many working days as were counted', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.nat(120), { maxLength: 10 }),
      (from, count, off) => {
        const holidays = new Set(off.map(each => from + each))
        const last = countedDays(from, count, 'working-days', holidays)
        const counted = Array.from({ length: last - from }, (_, n) => from + 1 + n).filter(day =>
          isWorkingDay(day, holidays),
        )
        assert.equal(counted.length, count)
        assert.ok(isWorkingDay(last, holidays))
      },
    ),
  )
})

test('the seven days of the week come round', () => {
  assert.equal(weekdayOf(dayNumber('2026-11-26') ?? 0), 4)
  fc.assert(fc.property(days, day => assert.equal(weekdayOf(day + 7), weekdayOf(day))))
})

test('a day ends at the instant from which every clock in the zone shows the next one', () => {
  fc.assert(
    fc.property(zones, fc.integer({ min: 8000, max: 30_000 }), (zone, day) => {
      const offsetAt = offsetIn(zone)
      const end = endOfDay(day, offsetAt)
      // Samoa left out 30 December 2011 altogether, Kiribati the last day of 1994: days that their clocks never showed.
      fc.pre(Math.abs(offsetAt(end) - offsetAt(end - 1)) < 24 * 60)
      assert.equal(wallIn(zone, end).slice(0, 10), dayText(day + 1), 'the next day has begun')
      assert.equal(wallIn(zone, end - 1000).slice(0, 10), dayText(day), 'a second before it had not')
      assert.equal(dayAt(end, offsetAt), day + 1)
      assert.equal(dayAt(end - 1, offsetAt), day)
    }),
    { numRuns: 400 },
  )
})

test('the day on which the clock goes forward has 23 hours, the one on which it goes back 25', () => {
  const offsetAt = offsetIn('America/Chicago')
  const hours = (day: string) => {
    const number = dayNumber(day) ?? 0
    return (endOfDay(number, offsetAt) - endOfDay(number - 1, offsetAt)) / 3_600_000
  }
  assert.deepEqual(['2026-03-08', '2026-11-01', '2026-06-01'].map(hours), [23, 25, 24])
})

test('where midnight is skipped, the day ends when the clock jumps', () => {
  // Cairo, 2026-04-24: the clock goes from 00:00 to 01:00.
  const end = endOfDay(dayNumber('2026-04-23') ?? 0, offsetIn('Africa/Cairo'))
  assert.equal(new Date(end).toISOString(), '2026-04-23T22:00:00.000Z')
  assert.equal(wallIn('Africa/Cairo', end), '2026-04-24 01:00:00')
})
