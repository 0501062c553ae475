import { caseAt, type WallClock, wallAt } from '@sightline/core/case'
import {
  type CaseMicros,
  localText,
  type Span,
  type WallMicros,
  wallMicros,
  wallOf,
  writtenTime,
} from '@sightline/core/time'

/** What a person who typed a time meant: an instant, nothing of wall time, or something that has to be told apart first. */
export type WallTyped =
  | { readonly kind: 'found'; readonly time: CaseMicros }
  /** No time of day: it may be a time of the clock. */
  | { readonly kind: 'not-wall' }
  | { readonly kind: 'not-anchored' | 'several-days' | 'outside' }
  /** Both a time of the clock and a time of day lie on it. */
  | { readonly kind: 'either'; readonly plain: string }

const timeOfDay = /^(w\s*)?(\d{1,2}):(\d\d)(?::(\d\d)([.,]\d{1,6})?)?$/i
const dayMicros = 86_400e6

/**
 * Reads a time of day on the watched clock: `2031-05-02 14:03:22.5` (with a zone, or in the anchor's), `14:03:22.5`, or
 * `w 14:03`. Without a date it is the one instant within `whole` at which the wall clock shows that; without `w` three parts are
 * needed, and what is a time of the clock as well (`plainTime`) is not decided here.
 */
export function wallTyped(
  text: string,
  wallClock: WallClock | null,
  whole: Span<CaseMicros>,
  plainTime: number | null,
): WallTyped {
  const typed = text.trim()
  const dated = writtenTime(typed.replace(/^w\s*/i, ''))
  const day = timeOfDay.exec(typed)
  const isMeant = dated !== null || (day !== null && day[1] !== undefined)
  if (!wallClock) return { kind: isMeant ? 'not-anchored' : 'not-wall' }
  if (dated) {
    const time = caseAt(wallClock, wallOf(dated, dated.offsetMinutes ?? wallClock.offsetMinutes))
    return isOn(whole, time) ? { kind: 'found', time } : { kind: 'outside' }
  }
  if (!day || (!isMeant && day[4] === undefined)) return { kind: 'not-wall' }
  const [, , hours, minutes, seconds = '00', fraction = ''] = day
  const times = instantsAt(`${hours?.padStart(2, '0')}:${minutes}:${seconds}${fraction}`, wallClock, whole)
  const [first] = times
  if (first === undefined) return { kind: isMeant ? 'outside' : 'not-wall' }
  if (!isMeant && plainTime !== null && isOn(whole, plainTime)) return { kind: 'either', plain: typed }
  return times.length > 1 ? { kind: 'several-days' } : { kind: 'found', time: first }
}

/** The instants of a clock at which the wall clock shows a time of day: one for each day that it touches. */
function instantsAt(time: string, wallClock: WallClock, whole: Span<CaseMicros>): readonly CaseMicros[] {
  const found: CaseMicros[] = []
  const from = wallAt(wallClock, whole.from)
  const to = wallAt(wallClock, whole.to)
  for (let day: WallMicros = from; day < to + dayMicros; day = wallMicros(day + dayMicros)) {
    const date = localText(day, wallClock.offsetMinutes, 0).slice(0, 10)
    const read = writtenTime(`${date}T${time}`)
    const at = read && caseAt(wallClock, wallOf(read, wallClock.offsetMinutes))
    if (at !== null && isOn(whole, at)) found.push(at)
  }
  return found
}

/** The end of a clock is a place to go to as well. */
function isOn({ from, to }: Span<CaseMicros>, time: number): boolean {
  return time >= from && time <= to
}
