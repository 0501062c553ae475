import * as z from 'zod/mini'
import type { CaseMicros, MediaMicros } from '../time/index.ts'

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** A recording is known by the SHA-256 of its bytes, so copies of one file are one recording. */
export const RecordingId = Sha256
export type RecordingId = z.infer<typeof RecordingId>

/** A person who works on the case or is named in it: `p1`, `p2` … in order of naming. */
export const PersonId = z.string().check(z.regex(/^p[1-9]\d*$/))
export type PersonId = z.infer<typeof PersonId>

/** A recording that somebody says exists and that is not held: `x1`, `x2` … */
export const ExpectedId = z.string().check(z.regex(/^x[1-9]\d*$/))
export type ExpectedId = z.infer<typeof ExpectedId>

/** Recordings that share one clock: `g1` is the main group. */
export const GroupId = z.string().check(z.regex(/^g[1-9]\d*$/))
export type GroupId = z.infer<typeof GroupId>

/** A reading of a clock that a person typed in, known by the number of its entry: `c1433`. */
export const ClockReadingId = z.string().check(z.regex(/^c[1-9]\d*$/))
export type ClockReadingId = z.infer<typeof ClockReadingId>

/** Why a stretch has no sound or picture, as a person says: known by the number of its entry, `w1434`. */
export const CauseId = z.string().check(z.regex(/^w[1-9]\d*$/))
export type CauseId = z.infer<typeof CauseId>

/** An account is known by the SHA-256 of its bytes, like a recording. */
export const AccountId = Sha256
export type AccountId = z.infer<typeof AccountId>

/** A card of the case file is known by the number of the entry that entered it: `k1432`. */
export const CardId = z.string().check(z.regex(/^k[1-9]\d*$/))
export type CardId = z.infer<typeof CardId>

export const CaseMicrosValue = z.custom<CaseMicros>(Number.isSafeInteger, 'whole microseconds')
export const MediaMicrosValue = z.custom<MediaMicros>(Number.isSafeInteger, 'whole microseconds')

/** What a person types: trimmed, one line or several, bounded so that one entry stays small. */
export const Line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))
export const Text = z.string().check(z.trim(), z.maxLength(4000))

/** Why something could not be done: a stable code and a sentence naming what was expected and found. */
export const Why = z.strictObject({
  code: z.string().check(z.regex(/^[a-z]+\.[a-z-]+$|^cancelled$/)),
  message: z.string(),
})
export type Why = z.infer<typeof Why>
