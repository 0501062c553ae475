// How accounts tell times that are counted from another day, in English and Spanish. A table: each pattern with what it comes to.
import type { RelativeTime } from './relative-times.ts'

type Counted = RelativeTime['counted']

/** What a pattern matched comes to; null where it is no relative time after all. */
export interface TimePattern {
  readonly pattern: RegExp
  readonly counted: (words: Readonly<Record<string, string>>, around: Around) => Counted | null
}

/** The sentence up to what matched, and behind it. */
interface Around {
  readonly before: string
  readonly after: string
}

const numbers: Readonly<Record<string, number>> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  },
  ...{ eleven: 11, twelve: 12, un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7 },
  ...{ ocho: 8, nueve: 9, diez: 10, once: 11, doce: 12 },
}
const number = '(?<n>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const numberEs = '(?<n>\\d{1,3}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)'
const some = '(?:several|some|a few|a couple of|many)'
const someEs = '(?:varios|varias|algunos|algunas|unos|unas|pocos|pocas)'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const weekdaysEs = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const
const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
]
const monthsEs = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre'],
  ...['noviembre', 'diciembre'],
]
const weekday =
  '(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|(?:Sun|Mon|Tues|Wed|Thurs|Fri|Sat)\\.)'
const weekdayEs = `(?<weekday>${weekdaysEs.join('|')})`
const month =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)'
const monthEs = `(?<month>${monthsEs.join('|')})`
const partOfDay = '(?: (?:morning|afternoon|evening|night))?'
const notYear = '(?!,? ?\\d{4})(?! de(?:l)? \\d{4})(?![\\p{L}\\d])'

const units: Readonly<Record<string, 'day' | 'week' | 'month' | 'year' | 'hour' | 'weekend'>> = {
  ...{ day: 'day', night: 'day', week: 'week', month: 'month', year: 'year', hour: 'hour' },
  ...{
    weekend: 'weekend',
    día: 'day',
    noche: 'day',
    semana: 'week',
    mes: 'month',
    año: 'year',
    hora: 'hour',
  },
}
const unitOf = (word = '') =>
  units[word.toLowerCase().replace(/(?<=mes)es$|s$/, '')] ?? units[word.toLowerCase()]
const countOf = (word = '') => numbers[word.toLowerCase()] ?? Number(word)

/** Said of what is still to come: the weekday that follows is meant. */
const ahead =
  /\b(?:will|shall|is to|are to|due|scheduled|set to|expected|plans? to|va a|van a|será|serán|deberá|previst[oa]s?)\b[^.;:]*$|\b(?:by|until|through|hasta) $/i
const happened = /\b(?:said|was|were|had|dijo|dijeron|fue|fueron)\b/i
const isAhead = (before: string) => {
  const sign = ahead.exec(before.slice(-80))
  return sign !== null && !happened.test(sign[0])
}

function weekdayCounted(name: string, which: string, before: string): Counted | null {
  const stem = name.toLowerCase().replace('.', '')
  const day = [weekdays, weekdaysEs].flatMap(list => list.findIndex(each => each.startsWith(stem)))
  const found = day.find(at => at >= 0)
  if (found === undefined) return null
  const side = /last|past|pasado/i.test(which)
    ? 'before'
    : /next|próximo|viene/i.test(which)
      ? 'after'
      : /this/i.test(which) || isAhead(before)
        ? 'from'
        : 'until'
  return { basis: 'written', by: 'weekday', weekday: found, side }
}

const shifted = (basis: Counted['basis'], unit: ReturnType<typeof unitOf>, count: number): Counted | null =>
  unit === undefined || Number.isNaN(count) ? null : { basis, by: unit, count }

const dated = (day: string | undefined, name = ''): Counted | null => {
  const stem = name.toLowerCase().replace('.', '').slice(0, 3)
  const at = [months, monthsEs].map(list => list.findIndex(each => each.startsWith(stem)))
  const found = at.find(index => index >= 0)
  if (found === undefined) return null
  const within = day === undefined ? null : Number(day)
  return within !== null && (within < 1 || within > 31)
    ? null
    : { basis: 'written', by: 'date', month: found + 1, day: within }
}

const one = (
  source: string,
  counted: TimePattern['counted'],
  { isAnyCase = true }: { isAnyCase?: boolean } = {},
): TimePattern => ({ pattern: new RegExp(source, isAnyCase ? 'giu' : 'gu'), counted })

/** "The day before he left", "two days after the hearing": what it is counted from stands behind it, and is not known here. */
const namesItsOwn =
  /^ (?:the|an?|his|her|their|its|our|my|he|she|they|it|we|i|this|that|these|those|being|el|la|los|las|un|una|su|sus|de|del|que)\b|^ (?!(?:In|On|At|And|But)\b)\p{Lu}/u

/** Counted from what is told, unless the words behind it say from what. */
const fromTold = (side: string, after: string, counted: Counted | null): Counted | null =>
  /^(?:before|after|antes|después)$/i.test(side) && namesItsOwn.test(after)
    ? { basis: 'event', by: 'uncounted', why: 'names-its-own' }
    : counted

const edge = '(?<![\\p{L}\\d])'
const end = '(?![\\p{L}\\d])'
const days = (basis: Counted['basis'], count: number) => () => ({ basis, by: 'day', count }) as const

/** The longest first: what one pattern has taken the later ones do not see. */
export const timePatterns: readonly TimePattern[] = [
  // Dates of a day and a month; those that bear a year are no relative times, and are taken so that no later pattern sees them.
  one(
    `${edge}(?:${weekday},? )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?<year>,? \\d{4})?${end}`,
    ({ day, month: name, year }) => (year ? null : dated(day, name)),
    { isAnyCase: false },
  ),
  one(
    `${edge}(?:${weekday},? )?${month} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?<year>,? \\d{4})?${end}`,
    ({ day, month: name, year }) => (year ? null : dated(day, name)),
    { isAnyCase: false },
  ),
  one(
    `${edge}(?:(?:el )?${weekdayEs},? )?(?<day>\\d{1,2}) de ${monthEs}(?<year> del? \\d{4})?${end}`,
    ({ day, month: name, year }) => (year ? null : dated(day, name)),
  ),
  one(`${edge}${month},? \\d{4}${end}`, () => null, { isAnyCase: false }),
  one(`${edge}${monthEs} del? \\d{4}${end}`, () => null),
  // Named days of the year and days that are no days.
  one(`${edge}(?:Good|Black|Cyber|Ash|Holy|Easter|Palm|Super)[ -]${weekday}`, () => null, {
    isAnyCase: false,
  }),
  // Counted from what was told: the day before, two hours later.
  one(`${edge}the day before yesterday${end}`, days('written', -2)),
  one(`${edge}the day after tomorrow${end}`, days('written', 2)),
  one(
    `${edge}(?:the )?(?<unit>day|night|week|month|year) (?<side>before|after)${end}(?! yesterday| tomorrow| day)`,
    ({ unit = '', side = '' }, { after }) => {
      const count = side.toLowerCase() === 'before' ? -1 : 1
      const isNight = unit.toLowerCase() === 'night'
      return fromTold(
        side,
        after,
        isNight ? { basis: 'event', by: 'nights', count } : shifted('event', unitOf(unit), count),
      )
    },
  ),
  one(
    `${edge}the (?<side>next|following|previous|preceding|prior) (?<unit>day|night|morning|afternoon|evening|week|month|year)${end}`,
    ({ unit = '', side = '' }) => {
      const count = /next|following/i.test(side) ? 1 : -1
      return unit.toLowerCase() === 'night'
        ? { basis: 'event', by: 'nights', count }
        : shifted('event', unitOf(unit) ?? 'day', count)
    },
  ),
  one(
    `${edge}(?:${some} (?:hours|days|weeks|months|years)|(?<![\\p{L}\\d] )(?:hours|days|weeks|months|years)) (?<side>later|earlier|before|after|afterwards?|ago)${end}`,
    ({ side = '' }, { after }) =>
      fromTold(side, after, {
        ...{ basis: side.toLowerCase() === 'ago' ? 'written' : 'event', by: 'uncounted', why: 'no-number' },
      }),
  ),
  one(
    `${edge}${number} (?<unit>hours?|days?|weeks?|months?|years?) (?<side>later|earlier|before|after|afterwards?)${end}`,
    ({ n, unit, side = '' }, { after }) =>
      fromTold(
        side,
        after,
        shifted('event', unitOf(unit), countOf(n) * (/earlier|before/i.test(side) ? -1 : 1)),
      ),
  ),
  one(
    `${edge}(?:that|the same|later that|earlier that) (?<part>day|morning|afternoon|evening|night)${end}`,
    ({ part }) =>
      part?.toLowerCase() === 'night'
        ? { basis: 'event', by: 'nights', count: 0 }
        : { basis: 'event', by: 'day', count: 0 },
  ),
  one(`${edge}(?:el|al) día (?<side>anterior|siguiente|después)${end}`, ({ side }) =>
    shifted('event', 'day', side?.toLowerCase() === 'anterior' ? -1 : 1),
  ),
  one(`${edge}la noche (?<side>anterior|siguiente)${end}`, ({ side }) => ({
    ...{ basis: 'event', by: 'nights', count: side?.toLowerCase() === 'anterior' ? -1 : 1 },
  })),
  one(
    `${edge}${numberEs} (?<unit>horas?|días?|semanas?|meses|mes|años?) (?<side>después|más tarde|antes)${end}`,
    ({ n, unit, side = '' }, { after }) =>
      fromTold(
        side,
        after,
        shifted('event', unitOf(unit), countOf(n) * (side.toLowerCase() === 'antes' ? -1 : 1)),
      ),
  ),
  one(`${edge}(?:ese|el) mismo día${end}|${edge}ese día${end}`, days('event', 0)),
  one(`${edge}(?:esa|la misma) noche${end}`, () => ({ basis: 'event', by: 'nights', count: 0 })),
  // Counted from when the account was written.
  one(`${edge}${number} (?<unit>hours?|days?|weeks?|months?|years?) ago${end}`, ({ n, unit }) =>
    shifted('written', unitOf(unit), -countOf(n)),
  ),
  one(`${edge}hace ${someEs} (?:horas|días|semanas|meses|años)${end}`, () => ({
    ...{ basis: 'written', by: 'uncounted', why: 'no-number' },
  })),
  one(`${edge}hace ${numberEs} (?<unit>horas?|días?|semanas?|meses|mes|años?)${end}`, ({ n, unit }) =>
    shifted('written', unitOf(unit), -countOf(n)),
  ),
  one(`${edge}(?:last night|anoche)${end}`, () => ({ basis: 'written', by: 'nights', count: -1 })),
  one(`${edge}(?:yesterday${partOfDay}|ayer(?: por la (?:mañana|tarde|noche))?)${end}`, days('written', -1)),
  one(`${edge}(?:anteayer|antier)${end}`, days('written', -2)),
  one(
    `${edge}(?:today|tonight|this (?:morning|afternoon|evening)|hoy|esta (?:mañana|tarde|noche))${end}`,
    days('written', 0),
  ),
  one(`${edge}tomorrow${partOfDay}${end}`, days('written', 1)),
  one(
    `${edge}(?:earlier |later |sometime |late |early )?(?<side>last|next|this) (?<unit>week|weekend|month|year)${end}`,
    ({ side = '', unit }) =>
      shifted('written', unitOf(unit), /last/i.test(side) ? -1 : /next/i.test(side) ? 1 : 0),
  ),
  one(`${edge}(?:la|el) (?<unit>semana|mes|año) pasad[oa]${end}`, ({ unit }) =>
    shifted('written', unitOf(unit), -1),
  ),
  one(
    `${edge}(?:la próxima|el próximo) (?<unit>semana|mes|año)${end}|${edge}(?:la|el) (?<unit2>semana|mes|año) (?:próxim[oa]|que viene)${end}`,
    ({ unit, unit2 }) => shifted('written', unitOf(unit ?? unit2), 1),
  ),
  one(`${edge}est[ea] (?<unit>semana|mes|año)${end}`, ({ unit }) => shifted('written', unitOf(unit), 0)),
  one(
    `${edge}(?:(?<which>last|this past|next|this coming|this) )?${weekday}${partOfDay}${end}`,
    ({ weekday: name = '', which = '' }, { before }) => weekdayCounted(name, which, before),
    { isAnyCase: false },
  ),
  one(
    `${edge}(?:el|este) (?:(?<which>pasado|próximo) )?${weekdayEs}(?: (?<which2>pasado|próximo|que viene))?(?: por la (?:mañana|tarde|noche))?${end}`,
    ({ weekday: name = '', which, which2 }, { before }) =>
      weekdayCounted(name, which ?? which2 ?? '', before),
    { isAnyCase: false },
  ),
  // A month alone counts only where a word before it says that it is one.
  one(
    `(?<=${edge}(?:in|since|until|by|during|from|through|of|early|late|mid|for) )${month}${notYear}(?! \\d)`,
    ({ month: name }) => dated(undefined, name),
    { isAnyCase: false },
  ),
  one(`(?<=${edge}(?:en|desde|hasta|de|durante) )${monthEs}${notYear}`, ({ month: name }) =>
    dated(undefined, name),
  ),
]
