import * as z from 'zod/mini'
import { Sha256 } from '../case/index.ts'

/** ISO 8601 with the offset in which the case is told: `2031-05-02T16:10:03.500000+02:00`. */
const WallStamp = z.string()

/** Decimal seconds with up to six decimals, as text, so that no program rounds them. */
const Seconds = z.string().check(z.regex(/^-?\d+(\.\d{1,6})?$/))

const SheetRecording = z.strictObject({
  name: z.string(),
  sha256: Sha256,
  /** Frames in presentation order from 0, by the times in the file; `pts` as ffprobe prints `pts_time`. */
  frames: z.array(
    z.strictObject({
      frame: z.number(),
      pts: Seconds,
      case: z.nullable(Seconds),
      /** Only where the clock of the case is anchored. */
      wall: z.optional(WallStamp),
    }),
  ),
  /**
   * Null where the recording has no place on a clock. `errorMs` is null when not stated; it excludes the travel of sound unless a
   * distance was stated, of which `travelMs` is then taken off.
   */
  placement: z.nullable(
    z.strictObject({
      group: z.string(),
      start: Seconds,
      driftPpm: z.number(),
      errorMs: z.nullable(z.number()),
      by: z.string(),
      travelMs: z.optional(z.number()),
    }),
  ),
})

/** What lies beside every file that is taken away: what it was made from, how, by whom and when. */
export const ProvenanceSheet = z.strictObject({
  v: z.literal(1),
  what: z.string(),
  file: z.strictObject({ name: z.string(), sha256: Sha256, bytes: z.number() }),
  case: z.string(),
  /** Sequence number of the last log entry that the file rests on. */
  logLength: z.number(),
  recordings: z.array(SheetRecording),
  /** First and last frame are named for clips; the span is in case time, or media time where there is no placement. */
  span: z.nullable(z.strictObject({ from: Seconds, to: Seconds, clock: z.enum(['case', 'media']) })),
  /** By which clock reading a person tied the case clock to the time of day; left out where nobody did. */
  wallClock: z.optional(
    z.strictObject({
      atCaseZero: WallStamp,
      recording: z.string(),
      pts: Seconds,
      reading: z.string(),
      zone: z.string(),
      errorMs: z.nullable(z.number()),
      reason: z.string(),
    }),
  ),
  /** How the viewer had changed the picture on the screen; none of it is in the file. */
  viewedWith: z.array(z.string()),
  /** Of a transcript: how many of its lines nobody has reviewed, and where they begin in the recording; left out where all are reviewed. */
  notReviewed: z.optional(z.strictObject({ lines: z.number(), of: z.number(), at: z.array(Seconds) })),
  /** What was done to the picture on the way, in words. */
  rendering: z.array(z.string()),
  takenBy: z.string(),
  takenAt: z.iso.datetime({ precision: 3 }),
  tool: z.string(),
})
export type ProvenanceSheet = z.infer<typeof ProvenanceSheet>
export type SheetRecording = z.infer<typeof SheetRecording>
