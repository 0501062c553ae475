import { type MediaMicros, mediaMicros } from '../time/index.ts'

/** The latest time that is read, a year: beyond it a number is no time in a recording. */
const latestMicros = 366 * 86_400e6

const clock = /^(?:(\d{1,5}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,9}))?$/

/** `01:02:03.456`, `02:03,456`: as WebVTT and SubRip write times, and read leniently. Null for everything else. */
export function readClock(text: string): MediaMicros | null {
  const match = clock.exec(text.trim())
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0', part = ''] = match
  if (Number(seconds) > 59 || (match[1] !== undefined && Number(minutes) > 59)) return null
  const micros =
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e6 +
    Math.round(Number(`0.${part || '0'}`) * 1e6)
  return timeOf(micros)
}

/** A time in seconds, as recognisers give it. Null for what is no time. */
export function readSeconds(value: unknown): MediaMicros | null {
  const number =
    typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replace(/s$/, '')) : value
  return typeof number === 'number' ? timeOf(Math.round(number * 1e6)) : null
}

function timeOf(micros: number): MediaMicros | null {
  return Number.isSafeInteger(micros) && Math.abs(micros) <= latestMicros ? mediaMicros(micros + 0) : null
}

/** To the millisecond, which is what caption files hold. A time before 0 has no form in them and becomes 0. */
export function clockText(micros: number, comma: '.' | ','): string {
  const ms = Math.max(0, Math.round(micros / 1000))
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const seconds = `${two((ms / 1000) % 60)}${comma}${String(ms % 1000).padStart(3, '0')}`
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${seconds}`
}
