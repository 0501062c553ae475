// What offset a time zone had at a local time, from the browser's own time zone data.
import { type WallMicros, type WrittenTime, wallMicros, wallOf, writtenTime } from '@sightline/core/time'

/** The offset of a zone, or why it has none at that local time. */
export type Offset =
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'unknown-zone' | 'skipped' | 'twice' }

const written = /^(?:UTC|GMT)?([+\-−])(\d{1,2})(?::?(\d\d))?$/i

/** How many minutes east of UTC a zone is: an IANA name at a local time, or an offset as people write it. */
export function offsetIn(zone: string, local: WallMicros): Offset {
  const fixed = fixedOffset(zone.trim())
  if (fixed !== null) return { kind: 'offset', minutes: fixed }
  const named = formatIn(zone.trim())
  if (!named) return { kind: 'unknown-zone' }
  // Every offset that holds within a day of it, and of those the ones at which the clock shows this.
  const day = 86_400e6
  const around = [local - day, local, local + day].map(each => offsetAt(named, wallMicros(each)))
  const fitting = [...new Set(around)].filter(
    minutes => offsetAt(named, wallOf({ local }, minutes)) === minutes,
  )
  const [minutes] = fitting
  if (minutes === undefined) return { kind: 'skipped' }
  return fitting.length > 1 ? { kind: 'twice' } : { kind: 'offset', minutes }
}

/** The offset of a zone at each instant (milliseconds since 1970 in UTC), in minutes; null for a zone that is not known. */
export function offsetAtIn(zone: string): ((utcMs: number) => number) | null {
  const fixed = fixedOffset(zone.trim())
  if (fixed !== null) return () => fixed
  const named = formatIn(zone.trim())
  return named && (utcMs => offsetAt(named, wallMicros(utcMs * 1000)))
}

/** A zone as it is kept: the browser's own spelling of its name, or `+02:00`. */
export function zoneName(zone: string): string {
  const fixed = fixedOffset(zone.trim())
  if (fixed === null) return formatIn(zone.trim())?.resolvedOptions().timeZone ?? zone.trim()
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(fixed)
  return `${fixed < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** The zones that the browser knows by name, for a list to choose from. */
export function knownZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Minutes of `+02:00`, `−5`, `UTC+05:30` or `Z`; null where it is no offset. */
function fixedOffset(zone: string): number | null {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 0
  const match = written.exec(zone)
  if (!match) return null
  const [, sign, hours = '0', minutes = '0'] = match
  const size = Number(hours) * 60 + Number(minutes)
  if (size > 18 * 60 || Number(minutes) > 59) return null
  return sign === '+' || size === 0 ? size : -size
}

function formatIn(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    // A RangeError is how Intl says that it knows no such zone.
    return null
  }
}

/** Whole minutes: offsets with seconds went out of use before there were recordings. */
function offsetAt(format: Intl.DateTimeFormat, wall: WallMicros): number {
  const parts = new Map(format.formatToParts(wall / 1000).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  const shown = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
  const local = (writtenTime(shown) as WrittenTime).local
  return Math.round((local - wall) / 60e6)
}
