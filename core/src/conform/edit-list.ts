import * as z from 'zod/mini'
import { EditLine, MediaMicrosValue, RecordingId } from '../case/index.ts'

const Count = z.int().check(z.nonnegative())

/** x' = a·x + b·y + c, y' = d·x + e·y + f, where 0 is the picture's left or upper edge. */
export const PictureMap = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
export type PictureMap = z.infer<typeof PictureMap>

/** A line as a comparison suggests it, with what speaks for it. Frames are counted in the order in which they are shown, from 0. */
export const Candidate = z.strictObject({
  line: EditLine,
  /** Frames of the film, [first, end); null for sound. */
  frames: z.nullable(z.tuple([Count, Count])),
  /** Of what is shown: the recording's frame for the first frame of the film; the following ones follow one another unless told. */
  rawFirst: z.nullable(Count),
  /** One frame of the recording for each of the film, where they do not simply follow one another. */
  rawFrames: z.nullable(z.array(Count)),
  /** Where the recording's picture lies in the film's, in their own pixels: one map for all of what is shown, or one for each frame. */
  maps: z.nullable(z.array(PictureMap)),
  /** The part of the film's picture that shows it: left, top, width, height; null for all of it. */
  box: z.nullable(z.tuple([z.int(), z.int(), z.int(), z.int()])),
  /** The first frame may be any of these, both ends included, by what can be seen; null where only one is. */
  range: z.nullable(z.tuple([Count, Count])),
  /** What the pictures alone leave open, where the sound that is heard with them narrowed the range; absent where it did not. */
  seenRange: z.optional(z.tuple([Count, Count])),
  /** Of sound: decibels by which the recording is louder in the film than as held; absent where it cannot be told. */
  level: z.optional(z.number()),
  /** 0 to 1. */
  score: z.number(),
  /** The pair of frames that shows it: of the film and of the recording. */
  pair: z.nullable(z.tuple([Count, Count])),
  /** Other places that were looked at, with how much worse they fit: 0 as well, 1 as badly as an unrelated picture. */
  rivals: z.array(z.strictObject({ raw: RecordingId, frame: Count, behind: z.number() })),
})
export type Candidate = z.infer<typeof Candidate>

/** What was compared: how many pictures and how long, on the file's own clock; null where there are none, or they could not be read. */
const Compared = z.strictObject({
  recording: RecordingId,
  frames: z.nullable(Count),
  from: z.nullable(MediaMicrosValue),
  to: z.nullable(MediaMicrosValue),
  hasSound: z.boolean(),
})
export type Compared = z.infer<typeof Compared>

/** What comparing a film or a stand-in with recordings came to, as it is stored: candidates, all of it. */
export const EditList = z.strictObject({
  v: z.literal(1),
  method: z.string(),
  version: z.string(),
  of: Compared,
  against: z.array(Compared),
  candidates: z.array(Candidate),
  /** Only lines that a person published are in it; of the rest of the film nothing is told. Absent where all lines are there. */
  part: z.optional(z.literal('published')),
})
export type EditList = z.infer<typeof EditList>
