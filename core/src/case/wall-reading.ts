import * as z from 'zod/mini'
import { type WallMicros, wallOf, writtenTime } from '../time/index.ts'

/**
 * A date and time of day as a clock showed them, and the zone it is taken to be in. What the zone's offset was then is kept
 * with it: rules of zones change, and a log has to mean the same for ever.
 */
export const WallReading = z.strictObject({
  /** ISO 8601 without zone, as many decimals as were read: `2031-05-02T14:06:31.25`. */
  local: z.string().check(
    z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?$/),
    z.refine(text => writtenTime(text) !== null, 'a date and a time of day that there are'),
  ),
  /** The zone as it was given: an IANA name (`America/New_York`) or an offset (`+02:00`). */
  zone: z.string().check(z.regex(/^([+-]\d\d:\d\d|[A-Za-z][A-Za-z0-9_+\-/]{0,63})$/)),
  /** Minutes east of UTC that the zone had then. */
  offsetMinutes: z.int().check(z.minimum(-1080), z.maximum(1080)),
})
export type WallReading = z.infer<typeof WallReading>

/** The instant that a reading claims. */
export function wallOfReading({ local, offsetMinutes }: WallReading): WallMicros {
  // The schema takes nothing that cannot be read.
  return wallOf(writtenTime(local) ?? { local: 0 as WallMicros }, offsetMinutes)
}
