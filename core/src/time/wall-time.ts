import type { On } from './micros.ts'

/** Microseconds since 1970-01-01T00:00:00 UTC as POSIX counts them, without leap seconds. */
export type WallMicros = On<'wall'>

/** Names a whole number of microseconds as wall time; rounds a fraction to the nearest. */
export function wallMicros(value: number): WallMicros {
  return Math.round(value) as WallMicros
}

/** A date and a time of day as they are written: `local` is what they come to if they were UTC. */
export interface WrittenTime {
  readonly local: WallMicros
  /** Minutes east of UTC, 0 for `Z`; null where no zone is written. */
  readonly offsetMinutes: number | null
}

const written =
  /^(\d{4})[-:/](\d\d)[-:/](\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(?:(Z|UTC)|([+\-−])(\d\d):?(\d\d))?$/i

/**
 * Reads a date with a time of day (ISO 8601 with its usual looseness: `2031-05-02T14:06:31.25Z`, `2031:05:02 14:06`,
 * `2031-05-02 14:06:31 +0200`). Null when it is none, such as the 30th of February. Digits below a microsecond are cut.
 */
export function writtenTime(text: string): WrittenTime | null {
  const match = written.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second = '0', fraction = '', utc, sign, hours, minutes] = match
  const parts = [Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)]
  const ms = Date.UTC(...(parts as [number, number, number, number, number, number]))
  const back = new Date(ms)
  const isReal =
    back.getUTCMonth() === parts[1] &&
    back.getUTCDate() === parts[2] &&
    back.getUTCHours() === parts[3] &&
    back.getUTCMinutes() === parts[4] &&
    back.getUTCSeconds() === parts[5]
  if (!isReal) return null
  const offset = utc ? 0 : sign ? (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) : null
  if (offset !== null && Math.abs(offset) > 18 * 60) return null
  return {
    local: wallMicros(ms * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6))),
    // `-00:00` is 0, and not the negative zero that a comparison would tell apart.
    offsetMinutes: offset === null ? null : offset + 0,
  }
}

/** Wall time of what a clock shows that is `offsetMinutes` east of UTC. */
export function wallOf({ local }: Pick<WrittenTime, 'local'>, offsetMinutes: number): WallMicros {
  return wallMicros(local - offsetMinutes * 60e6)
}

/** What a clock `offsetMinutes` east of UTC shows: `2031-05-02T14:06:31.250`. Cut, not rounded, to the decimals. */
export function localText(wall: WallMicros, offsetMinutes: number, decimals = 3): string {
  const local = wall + offsetMinutes * 60e6
  const seconds = Math.floor(local / 1e6)
  const fraction = String(local - seconds * 1e6).padStart(6, '0')
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19)
  return decimals === 0 ? whole : `${whole}.${fraction.slice(0, decimals)}`
}

/** An offset as ISO 8601 writes it: `+02:00`, `-03:30`, `+00:00`. */
export function offsetText(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
