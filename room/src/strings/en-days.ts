const times = (n: number, unit: string) => (Math.abs(n) === 1 ? `one ${unit}` : `${Math.abs(n)} ${unit}s`)
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const before = (n: number) => (n < 0 ? 'before' : 'after')

/** English words for days that accounts tell relatively. */
export const enDays = {
  title: 'Days',
  panel: 'Days told relatively',
  lead: 'Accounts say “Wednesday” or “the day before”. Which day that is follows from a day that a person states. The words stay as they are; beside them stands what they come to, by which rule, and on whose word.',
  event: 'What happened',
  eventNone: 'Nobody has stated the day of what happened.',
  accountNone: (name: string) => `Nobody has stated when ${name} was written.`,
  stateEvent: 'State the day of what happened …',
  stateWritten: 'State the day it was written …',
  stateWords: 'State which day is meant …',
  correct: 'Correct …',
  daySelected: 'Its day …',
  eventTitle: 'The day of what happened',
  writtenTitle: (name: string) => `The day on which ${name} was written`,
  wordsTitle: (words: string) => `Which day “${words}” means`,
  wordsWhat: 'What you state here counts for these words alone, before any rule.',
  firstDay: 'Day',
  lastDay: 'Last day',
  lastDayHint: 'Empty where one day is meant.',
  time: 'Time of day',
  timeHint: 'Empty where it is not known. Hours are counted from it.',
  fromClock: 'The clock of the case is anchored to this day.',
  endsBefore: 'expected a last day that is not before the first',
  writtenOn: (day: string, name: string) => `written ${day}, as ${name} stated`,
  bears: (day: string, name: string) => `bears ${day}, as ${name} stated`,
  happenedOn: (day: string, name: string) => `${day}, as ${name} stated`,
  because: (reason: string) => `Why: ${reason}`,
  about: (day: string) => `about ${day}`,
  from: (day: string, name: string, isEvent: boolean) =>
    isEvent
      ? `counted from what happened on ${day}, as ${name} stated; whether that is meant, the words do not say`
      : `counted from ${day}, as ${name} stated`,
  meansStated: (name: string, reason: string) => `as ${name} stated: ${reason}`,
  quoted: 'it stands in a quote: whoever spoke may have counted from another day',
  open: {
    written: 'stays relative: nobody has stated when this account was written',
    event: 'stays relative: nobody has stated the day of what happened',
    'no-number': 'stays relative: it says no number',
    'names-its-own': 'stays relative: it is counted from what it names',
  },
  staysRelative: (words: string) => `relative: ${words}`,
  rule: {
    day: (n: number) =>
      n === 0 ? 'that day itself' : `${Math.abs(n) === 1 ? 'the day' : times(n, 'day')} ${before(n)} it`,
    nights: (n: number) => (n === 0 ? 'the night that begins on it' : `the night ${before(n)} it`),
    week: (n: number) => (n === 0 ? 'the week it lies in' : `${times(n, 'week')} ${before(n)} it`),
    weekend: (n: number) =>
      n === 0 ? 'the weekend of its week' : `the weekend ${times(n, 'week')} ${before(n)} it`,
    month: (n: number) => (n === 0 ? 'the month it lies in' : `${times(n, 'month')} ${before(n)} it`),
    year: (n: number) => (n === 0 ? 'the year it lies in' : `${times(n, 'year')} ${before(n)} it`),
    hour: (n: number) => `${times(n, 'hour')} ${before(n)} it`,
    until: (day: number) => `the last ${names[day % 7]} up to it`,
    before: (day: number) => `the last ${names[day % 7]} before it`,
    ahead: (day: number) => `the next ${names[day % 7]} from it on`,
    after: (day: number) => `the next ${names[day % 7]} after it`,
    date: 'the nearest of its name',
  },
  none: 'No relative times were found in this account. The rules know English and Spanish, and not every way of telling them.',
} as const
