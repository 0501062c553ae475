import { type WallClock, wallStamp } from '../case/index.ts'
import { decimalFromMicros } from '../time/index.ts'
import { inOrderOfTime, type ToldMoment } from './told.ts'

const columns = [
  'moment',
  'case_from_s',
  'case_to_s',
  'kind',
  'recording',
  'recording_sha256',
  'media_from_s',
  'media_to_s',
  'placement_error_ms',
  'region',
  'name',
  'description',
  'tags',
  'by',
  'marked_at',
  'withdrawn',
  'wall_from',
  'wall_to',
] as const

/**
 * Moments as CSV (RFC 4180: CRLF, quotes doubled), one row each, withdrawn ones with their reason. What a spreadsheet would
 * take for a formula is preceded by an apostrophe, as its own programs do, and so is a text that begins with one. Times are decimal seconds, wall times
 * ISO 8601 where the clock is anchored; empty is unknown.
 */
export function momentsTable(told: readonly ToldMoment[], wallClock: WallClock | null = null): string {
  const rows = inOrderOfTime(told).map(each => rowOf(each, wallClock))
  return [columns, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

function rowOf({ moment, on, recording, by }: ToldMoment, wallClock: WallClock | null): readonly string[] {
  const { when } = moment
  const seconds = (micros: number | null | undefined) =>
    micros === null || micros === undefined ? '' : decimalFromMicros(micros)
  const isInstant = when.to === null
  const media = when.on === 'recording' ? when : null
  return [
    moment.id,
    seconds(on?.from),
    isInstant ? '' : seconds(on?.to),
    isInstant ? 'instant' : 'span',
    recording?.name ?? '',
    recording?.sha256 ?? '',
    seconds(media?.from),
    seconds(media?.to),
    recording?.errorMs === null || recording === null ? '' : String(recording.errorMs),
    regionText(moment.region),
    moment.name,
    moment.description ?? '',
    moment.tags.join('; '),
    by,
    moment.at,
    moment.withdrawn ?? '',
    on && wallClock ? wallStamp(wallClock, on.from) : '',
    on && wallClock && !isInstant ? wallStamp(wallClock, on.to) : '',
  ]
}

/** A region as one cell: `rectangle 10 20 30 40` is x, y, width and height; an arrow's are its two ends. */
function regionText(region: ToldMoment['moment']['region']): string {
  if (region === null) return ''
  const { kind, ...numbers } = region
  return [kind, ...Object.values(numbers)].join(' ')
}

function cell(text: string): string {
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(text)
  const safe = !isNumber && /^['=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
