import type { WallReading } from '@sightline/core/case'
import { localText, offsetText, writtenTime } from '@sightline/core/time'
import { offsetIn, zoneName } from './zones.ts'

/** What is wrong with what was typed: a key of `readClock` in the catalogue. */
export type ReadingFault = 'notATime' | 'notAZone' | 'skipped' | 'twice'

/** The reading that a person typed: date and time of day, and a zone. A zone written behind the time counts before the field. */
export function readingTyped(text: string, zone: string): WallReading | ReadingFault {
  const written = writtenTime(text)
  if (!written) return 'notATime'
  const local = localText(written.local, 0, 6).replace(/\.?0+$/, '')
  const { offsetMinutes } = written
  if (offsetMinutes !== null) return { local, zone: offsetText(offsetMinutes), offsetMinutes }
  const offset = offsetIn(zone, written.local)
  switch (offset.kind) {
    case 'offset':
      return { local, zone: zoneName(zone), offsetMinutes: offset.minutes }
    case 'unknown-zone':
      return 'notAZone'
    case 'skipped':
    case 'twice':
      return offset.kind
  }
}

/** Milliseconds or metres that may be left empty: null where they are, `wrong` where it is no such number. */
export function numberTyped(text: string, most = Number.MAX_SAFE_INTEGER): number | null | 'wrong' {
  if (text.trim() === '') return null
  const value = Number(text.trim().replace(',', '.'))
  return Number.isFinite(value) && value >= 0 && value <= most ? value : 'wrong'
}
