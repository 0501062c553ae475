import { computed } from '@preact/signals'
import { type Language, language } from './index.ts'

/** Numbers, sizes and dates in the language in force. Times on a clock are written alike in every language: see time-text.ts. */
export const numbers = computed(() => numbersIn(language.value))
export type Numbers = ReturnType<typeof numbersIn>

export function numbersIn(lang: Language) {
  const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 0, useGrouping: 'min2' })
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 })
  const day = new Intl.DateTimeFormat(lang, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  })
  const month = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const list = new Intl.ListFormat(lang, { type: 'conjunction' })
  // Intl writes a hyphen for minus, and "-0.0" for what is rounded to nothing.
  const withMinus = (text: string) => text.replace('-', '−')
  const fixed = (value: number, digits: number, signDisplay: 'negative' | 'exceptZero') =>
    withMinus(
      new Intl.NumberFormat(lang, {
        ...{ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay },
      }).format(value),
    )
  const decimals = (value: number, digits: number) => fixed(value, digits, 'negative')
  return {
    whole: (value: number) => whole.format(value),
    percent: (fraction: number) => percent.format(fraction),
    list: (items: readonly string[]) => list.format(items),
    decimals,
    /** With a plus where there is no minus, and no sign on nothing. */
    signed: (value: number, digits: number) => fixed(value, digits, 'exceptZero'),
    /** Milliseconds as precise as they mean something: `0.04`, `0.4`, `12`, `1,204`. Nothing measured is shown as 0. */
    ms: (value: number) => {
      const size = Math.abs(value)
      if (size > 0 && size < 0.005) return `< ${decimals(0.01, 2)}`
      return size >= 10 ? whole.format(value) : decimals(value, size > 0 && size < 0.1 ? 2 : 1)
    },
    signedMs: (value: number) =>
      `${value < 0 ? '−' : '+'}${decimals(Math.abs(value), Number.isInteger(value) ? 0 : 3)}`,
    /** A factor beside 1: `4`, `1.25`. */
    factor: (value: number) => new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(value),
    /** Steps of light, each twice the one before, with their sign. */
    stops: (value: number) =>
      withMinus(
        new Intl.NumberFormat(lang, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value),
      ),
    speed: (value: number) =>
      `${withMinus(new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(value))}×`,
    bytes: (value: number) => bytesIn(lang, value),
    /** A day of the calendar, from `2031-05-02`: `Fri 2 May 2031`. */
    day: (iso: string) => day.format(new Date(`${iso}T00:00:00Z`)),
    /** Days of the calendar, half-open (`to` is the day after the last): whole months and years by their names. */
    days: ({ from, to }: { readonly from: string; readonly to: string }) => {
      const [first, next] = [from, to].map(iso => new Date(`${iso}T00:00:00Z`)) as [Date, Date]
      const [years, months] = [
        next.getUTCFullYear() - first.getUTCFullYear(),
        next.getUTCMonth() - first.getUTCMonth(),
      ]
      if (from.endsWith('-01-01') && to.endsWith('-01-01') && years === 1) return from.slice(0, 4)
      if (from.endsWith('-01') && to.endsWith('-01') && years * 12 + months === 1) return month.format(first)
      const last = new Date(next.getTime() - 86_400_000)
      return last.getTime() === first.getTime() ? day.format(first) : day.formatRange(first, last)
    },
    /** Date and time in UTC, exact to the millisecond, from ISO 8601: `2026-07-01 14:07:12.512`. */
    utc: (iso: string) => iso.replace('T', ' ').replace(/Z$/, ''),
    date: (iso: string) =>
      new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
        new Date(iso),
      ),
  }
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function bytesIn(lang: Language, value: number): string {
  let unit = 0
  let scaled = value
  while (scaled >= 1000 && unit < units.length - 1) {
    scaled /= 1000
    unit += 1
  }
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: unit > 1 && scaled < 100 ? 1 : 0,
  }).format(scaled)
}
