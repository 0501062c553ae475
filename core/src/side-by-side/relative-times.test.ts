import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dayNumber, dayText, weekdayOf } from '../time/civil-day.ts'
import { countedFrom, relativeTimesIn } from './relative-times.ts'

const found = (text: string) => relativeTimesIn(text, { start: 0, end: text.length })

/** What the one relative time of a text comes to, counted from Thursday 18 June 2026: `words = from..last`. */
function resolved(text: string, day = '2026-06-18', time: string | null = null): string {
  return found(text)
    .map(each => {
      const counted = countedFrom(each, day, time)
      if (!counted) return `${each.words} = ?`
      const { days, isRough, time: clock } = counted
      const last = dayText((dayNumber(days.to) ?? 0) - 1)
      const span = days.from === last ? last : `${days.from}..${last}`
      return `${each.words} (${each.counted.basis}) = ${isRough ? 'about ' : ''}${span}${clock ? ` ${clock}` : ''}`
    })
    .join('; ')
}

test('days told relatively are counted from the day on which an account was written', () => {
  const table: Readonly<Record<string, string>> = {
    'The academy on Wednesday released recordings.': 'Wednesday (written) = 2026-06-17',
    'It took place last Friday.': 'last Friday (written) = 2026-06-12',
    'He was seen Thursday night.': 'Thursday night (written) = 2026-06-18',
    'The video will be released Friday.': 'Friday (written) = 2026-06-19',
    'It was said that it would end on Friday.': 'Friday (written) = 2026-06-12',
    'It is due by Thursday.': 'Thursday (written) = 2026-06-18',
    'A hearing is set for next Thursday.': 'next Thursday (written) = 2026-06-25',
    'Friday’s yard exercise is told.': 'Friday’s (written) = 2026-06-12',
    'Yesterday they met.': 'Yesterday (written) = 2026-06-17',
    'She called last night.': 'last night (written) = 2026-06-17..2026-06-18',
    'They met two days ago.': 'two days ago (written) = 2026-06-16',
    'It began two weeks ago.': 'two weeks ago (written) = about 2026-06-04',
    'It began last week.': 'last week (written) = 2026-06-08..2026-06-14',
    'It opens this weekend.': 'this weekend (written) = 2026-06-20..2026-06-21',
    'The draft comes out sometime next month.': 'sometime next month (written) = 2026-07-01..2026-07-31',
    'A boat was lost two years ago.': 'two years ago (written) = 2024-01-01..2024-12-31',
    'On Friday 12 June he fell.': 'Friday 12 June (written) = 2026-06-12',
    'He fell on March 29.': 'March 29 (written) = 2026-03-29',
    'He fell on December 29th.': 'December 29th (written) = 2025-12-29',
    'It opens for comment in July.': 'July (written) = 2026-07-01..2026-07-31',
    'Se publicó el miércoles.': 'el miércoles (written) = 2026-06-17',
    'Ocurrió el viernes pasado por la noche.': 'el viernes pasado por la noche (written) = 2026-06-12',
    'Ayer por la tarde hablaron.': 'Ayer por la tarde (written) = 2026-06-17',
    'Fue hace dos semanas.': 'hace dos semanas (written) = about 2026-06-04',
    'El borrador sale el mes que viene.': 'el mes que viene (written) = 2026-07-01..2026-07-31',
    'El 12 de junio cayó.': '12 de junio (written) = 2026-06-12',
  }
  assert.deepEqual(Object.fromEntries(Object.keys(table).map(text => [text, resolved(text)])), table)
})

test('what is told from another event is counted from what happened', () => {
  const table: Readonly<Record<string, string>> = {
    'The day before, he had called.': 'The day before (event) = 2026-06-17',
    'The next day they came back.': 'The next day (event) = 2026-06-19',
    'The boy was buried three days later.': 'three days later (event) = 2026-06-21',
    'It happened two days earlier.': 'two days earlier (event) = 2026-06-16',
    'Earlier that day he had left.': 'Earlier that day (event) = 2026-06-18',
    'That night they met.': 'That night (event) = 2026-06-18..2026-06-19',
    'Al día siguiente volvieron.': 'Al día siguiente (event) = 2026-06-19',
    'Dos días antes, llamó.': 'Dos días antes (event) = 2026-06-16',
  }
  assert.deepEqual(Object.fromEntries(Object.keys(table).map(text => [text, resolved(text)])), table)
})

test('hours lead to a time of day where one is stated, and otherwise to the days that can be meant', () => {
  assert.equal(resolved('Two hours later he was dead.'), 'Two hours later (event) = 2026-06-18..2026-06-19')
  assert.equal(
    resolved('Two hours later he was dead.', '2026-06-18', '14:03'),
    'Two hours later (event) = about 2026-06-18 16:03',
  )
  assert.equal(
    resolved('Dos horas después murió.', '2026-06-18', '23:10'),
    'Dos horas después (event) = about 2026-06-19 01:10',
  )
})

test('what cannot be counted is told and left open', () => {
  for (const text of [
    'Several days later they met.',
    'Hours later they met.',
    'A few weeks ago they met.',
    'He called the day before the hearing.',
    'Two days after she left, he called.',
  ])
    assert.match(resolved(text), / = \?$/, text)
})

test('what bears its year, names something else, or is a word of another kind is no relative time', () => {
  for (const text of [
    'It took place on Friday 12 June 2026.',
    'It took place on June 12, 2026, at noon.',
    'In March 2021 it began. El 3 de mayo de 2021 terminó.',
    'On Good Friday and Black Friday they may march.',
    'Seconds later shots are heard.',
    'They meet on Tuesdays, day after day.',
    'Officer May was there; so was Ms. March.',
  ])
    assert.deepEqual(found(text), [], text)
})

test('the words are told as they stand, over line ends too', () => {
  const text = 'They met the\nday before, and on Wednesday.'
  assert.deepEqual(
    found(text).map(({ start, end, words }) => [text.slice(start, end) === words, words]),
    [
      [true, 'the\nday before'],
      [true, 'Wednesday'],
    ],
  )
})

test('a weekday is the nearest of its name on its side, from whatever day it is counted', () => {
  const sides = { until: [-6, 0], before: [-7, -1], from: [0, 6], after: [1, 7] } as const
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom('until', 'before', 'from', 'after'),
      (at, weekday, side) => {
        const counted = countedFrom(
          { counted: { basis: 'written', by: 'weekday', weekday, side } },
          dayText(at),
          null,
        )
        const day = dayNumber(counted?.days.from ?? '') ?? Number.NaN
        const [least, most] = sides[side]
        assert.equal(weekdayOf(day), weekday)
        assert.ok(day - at >= least && day - at <= most)
      },
    ),
  )
})
