// How dates, times of day and offsets are written on the screen; alike in every language.
import { localText, type WallMicros } from '@sightline/core/time'

/** What a clock in that zone shows, to be told beside a name: `2031-05-02 14:06:31.5`. */
export function readingText(local: string): string {
  return local.replace('T', ' ')
}

/** Date and time of day at an offset, as many decimals as are asked for: `2031-05-02 14:06:31.250`. */
export function wallText(wall: WallMicros, offsetMinutes: number, decimals = 3): string {
  return readingText(localText(wall, offsetMinutes, decimals))
}

/** An offset as people say it: `UTC`, `UTC+2`, `UTC−3:30`. */
export function zoneText(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC'
  const size = Math.abs(offsetMinutes)
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${offsetMinutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${minutes}`
}
