// What listening to a recording comes to, as it is stored and cited by hash. Everything in it is a candidate.
import * as z from 'zod/mini'
import { CaseMicrosValue, GroupId, MediaMicrosValue, RecordingId } from '../case/ids.ts'

/** The name of the method and its version: a stored result is computed again when either differs. */
export const method = 'silero 5 speech spans, broadband onsets'
export const version = '20'

/** A stretch in which somebody may be speaking. `score` is the mean probability that the network gave, 0 to 1. */
export const SpeechSpan = z.strictObject({
  from: MediaMicrosValue,
  to: MediaMicrosValue,
  score: z.number(),
})
export type SpeechSpan = z.infer<typeof SpeechSpan>

/** Samples at full scale in a row: what the microphone heard there was louder than the recording can say. */
export const ClippedSpan = z.strictObject({
  from: MediaMicrosValue,
  to: MediaMicrosValue,
  samples: z.number(),
})
export type ClippedSpan = z.infer<typeof ClippedSpan>

/**
 * A sharp, broadband onset. `at` is the first sample that rises out of what came before, in media time; the true onset lies
 * within `errorMs` of it 95 times in 100. Impulses stay impulses until a named person labels them.
 */
export const Impulse = z.strictObject({
  at: MediaMicrosValue,
  errorMs: z.number(),
  /** The largest sample of the first 10 ms, in dB of full scale. */
  levelDbfs: z.number(),
  /** How far the first 10 ms stand above what came before, in dB. */
  aboveFloorDb: z.number(),
  /** The recording could not follow: the level is a lower bound. */
  isClipped: z.boolean(),
  /** The place in `impulses` of the earlier one that this is likely an echo of. Echoes are no further impulses. */
  echoOf: z.nullable(z.number()),
  /** 0 to 1. Default listings show what reaches `defaultScore`; what lies below is listed when asked for. */
  score: z.number(),
})
export type Impulse = z.infer<typeof Impulse>

/** Impulses that score less are small impacts, plosives and the like more often than not. */
export const defaultScore = 0.5

/** Whether an impulse is listed at default settings and counted: echoes and what scores less are not. */
export function isCounted({ score, echoOf }: Impulse): boolean {
  return score >= defaultScore && echoOf === null
}

/** What was heard in one recording, in media time; impulses and spans in order of time. */
export const ListeningResult = z.strictObject({
  v: z.literal(1),
  method: z.string(),
  version: z.string(),
  /** Samples a second at which onsets were sought: the file's own, at most 48,000; null where there is no sound. */
  rate: z.nullable(z.number()),
  /** The quiet level of the recording (tenth percentile of 100 ms levels, digital silence left out); null where nothing sounds. */
  noiseFloorDbfs: z.nullable(z.number()),
  speech: z.array(SpeechSpan),
  clipping: z.array(ClippedSpan),
  impulses: z.array(Impulse),
  /** Whether there were more impulses than are listed: a file made of clicks would fill memory and disk. */
  isCut: z.boolean(),
})
export type ListeningResult = z.infer<typeof ListeningResult>

/** One recording's part in a group: the place of the impulse in its result, and where that lies on the case clock. */
export const Hearing = z.strictObject({
  recording: RecordingId,
  impulse: z.number(),
  at: CaseMicrosValue,
  /** Of onset and placement together; null where nobody stated the placement's error. */
  errorMs: z.nullable(z.number()),
})
export type Hearing = z.infer<typeof Hearing>

/**
 * Hearings of one impulse by one or more placed recordings. `at` is one instant on the case clock: that of the earliest hearing,
 * which the sound reached first. Several impulses of one recording are never in one group.
 */
export const ImpulseGroup = z.strictObject({
  /** `i1`, `i2` … in order of time, over all clocks. */
  id: z.string(),
  /** The clock that the hearings share. */
  clock: GroupId,
  at: CaseMicrosValue,
  errorMs: z.nullable(z.number()),
  hearings: z.array(Hearing),
})
export type ImpulseGroup = z.infer<typeof ImpulseGroup>

/** The impulses of a case that reach the default score and are no echoes, joined. "n candidates, m heard by more than one microphone". */
export const ImpulseGroups = z.strictObject({
  v: z.literal(1),
  method: z.string(),
  version: z.string(),
  groups: z.array(ImpulseGroup),
  heardByMore: z.number(),
})
export type ImpulseGroups = z.infer<typeof ImpulseGroups>
