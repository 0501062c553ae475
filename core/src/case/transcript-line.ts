import * as z from 'zod/mini'
import { MediaMicrosValue, RecordingId } from './ids.ts'

/** Longer than any word; what is longer is no word. */
const Said = z.string().check(z.minLength(1), z.maxLength(300))
const time = { from: z.nullable(MediaMicrosValue), to: z.nullable(MediaMicrosValue) }

/**
 * The smallest thing a transcript says: a word as it is written (with its comma), that something was said which cannot be made out, or that it
 * may be one of several. Times are media time of the transcript's recording, null where nobody knows them.
 */
export const Piece = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('word'),
    text: Said,
    ...time,
    /** As the recogniser gave it, 0 to 1; null where there is none, such as for words that a person typed. */
    confidence: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
    /** It follows the piece before without a space. */
    glued: z.optional(z.literal(true)),
  }),
  z.strictObject({ kind: z.literal('inaudible'), ...time }),
  z.strictObject({
    kind: z.literal('ambiguous'),
    readings: z.array(Said).check(z.minLength(2), z.maxLength(6)),
    ...time,
  }),
])
export type Piece = z.infer<typeof Piece>

/** What one voice says in one go, or one caption of a file: [from, to) in media time. */
export const TranscriptLine = z.strictObject({
  from: MediaMicrosValue,
  to: MediaMicrosValue,
  /** Nobody gave these times: they were computed from how long the text is and where speech was found. */
  estimated: z.optional(z.literal(true)),
  /** A label within this transcript ("SPEAKER_01", "Officer A"); who that is, is entered apart. Null where nobody says. */
  speaker: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  /** The microphone it was made out from, where that is not the transcript's own recording. */
  heard: z.nullable(RecordingId),
  pieces: z.array(Piece).check(z.maxLength(5000)),
  /** The cue, row or segment of the file it came from, counted from 0, so that the file can be written back. */
  cue: z.nullable(z.int().check(z.minimum(0))),
})
export type TranscriptLine = z.infer<typeof TranscriptLine>
