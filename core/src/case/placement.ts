import * as z from 'zod/mini'
import { type ClockMap, caseTimeOn, straightMap } from '../time/index.ts'
import { CaseMicrosValue, GroupId, MediaMicrosValue } from './ids.ts'

/** One piece of a recording with cuts: `start` is the case time at media time `from`. */
export const PlacementSegment = z.strictObject({
  from: MediaMicrosValue,
  start: CaseMicrosValue,
  driftPpm: z.number(),
})
export type PlacementSegment = z.infer<typeof PlacementSegment>

export const unplacedReasons = ['no-audio', 'no-overlap', 'ambiguous', 'unreadable'] as const

/**
 * Where a recording lies on its group's clock, or why it has no place.
 * `start` is the case time of media time 0; null errors are those that nobody stated. `errorMs` excludes the travel of sound,
 * unless a distance was stated: then `travelMs` of travel is taken off, and the error includes the distance's own.
 */
export const Placement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('placed'),
    group: GroupId,
    start: CaseMicrosValue,
    driftPpm: z.number(),
    errorMs: z.nullable(z.number()),
    by: z.enum(['sound', 'person', 'device-clock']),
    segments: z.optional(z.array(PlacementSegment)),
    travelMs: z.optional(z.number()),
  }),
  z.strictObject({ kind: z.literal('unplaced'), why: z.enum(unplacedReasons) }),
])
export type Placement = z.infer<typeof Placement>
export type Placed = Extract<Placement, { kind: 'placed' }>

/** The map from media time to the case clock that a placement states. */
export function clockMapOf(placement: Placed): ClockMap {
  const [first, ...rest] = (placement.segments ?? []).map(segment => ({
    from: segment.from,
    driftPpm: segment.driftPpm,
    start: Math.round(
      caseTimeOn({ start: segment.start, driftPpm: segment.driftPpm }, -segment.from as typeof segment.from),
    ) as typeof segment.start,
  }))
  return first ? [first, ...rest] : straightMap(placement.start, placement.driftPpm)
}
