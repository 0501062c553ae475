import * as z from 'zod/mini'
import { Placement, RecordingId } from '../case/index.ts'

/** The name of the method and its version: a stored result is computed again when either differs. */
export const method = 'log-mel correlation, phase windows, robust line'
export const version = '4'

/**
 * One straight stretch on which two recordings lie on each other. `lagSeconds` is where media time 0 of b lies on the
 * media time of a, so a = b · (1 + slopePpm · 10⁻⁶) + lag; errors hold 95 times in 100 and leave out the travel of sound.
 */
export const PairLine = z.strictObject({
  lagSeconds: z.number(),
  slopePpm: z.number(),
  /** Media time of b, in seconds, where the lag is known best. */
  pivotSeconds: z.number(),
  errorAtPivotMs: z.number(),
  slopeErrorPpm: z.number(),
  /** The larger error of the two ends of the overlap. */
  errorMs: z.number(),
  /** The overlap on b's media time, in seconds. */
  from: z.number(),
  to: z.number(),
})
export type PairLine = z.infer<typeof PairLine>

/**
 * Where one stretch of a pair ends and the next begins. A jump lies in the recording that lacks something there; which of
 * two clocks bent, a pair alone cannot tell. `at` is media time of a and of b, in seconds.
 */
export const PairCut = z.strictObject({
  kind: z.enum(['jump', 'bend']),
  on: z.enum(['a', 'b']),
  a: z.number(),
  b: z.number(),
})
export type PairCut = z.infer<typeof PairCut>

/** A lag that was looked at, with what spoke for it (standard deviations) and, where it was refused, against it. */
export const PairCandidate = z.strictObject({
  lagSeconds: z.number(),
  score: z.number(),
  why: z.string(),
})

export const pairVerdicts = ['match', 'ambiguous', 'none'] as const

/** What two recordings say about each other: depends on nothing but the two and the version, so it can be kept. */
export const PairResult = z.strictObject({
  v: z.literal(1),
  method: z.string(),
  version: z.string(),
  /** SHA-256 of the two, a before b in code unit order. */
  a: RecordingId,
  b: RecordingId,
  verdict: z.enum(pairVerdicts),
  score: z.number(),
  why: z.string(),
  /** In order of time; more than one where a recording has cuts. Empty unless the verdict is 'match'. */
  lines: z.array(PairLine),
  /** Between each line and the next. Results of version 2 and before say nothing of cuts. */
  cuts: z._default(z.array(PairCut), []),
  isSameTake: z.boolean(),
  candidates: z.array(PairCandidate),
  /** True after a first look only, as many recordings get it: a closer one may still find what they share. */
  isScreened: z.optional(z.literal(true)),
})
export type PairResult = z.infer<typeof PairResult>

/** A pair as it went into the solution. `lagSeconds` is that of the best candidate where the pair was not used. */
export const SolvedPair = z.strictObject({
  a: z.string(),
  b: z.string(),
  lagSeconds: z.nullable(z.number()),
  score: z.number(),
  errorMs: z.nullable(z.number()),
  used: z.boolean(),
  why: z.string(),
})
export type SolvedPair = z.infer<typeof SolvedPair>

/** Sound and a person's pins disagree on a pair by this much (sound minus pins, at the middle of the overlap). */
export const PinConflict = z.strictObject({
  a: z.string(),
  b: z.string(),
  differenceMs: z.number(),
  errorMs: z.number(),
})
export type PinConflict = z.infer<typeof PinConflict>

/** The placement of every recording of a set, and all that it rests on. */
export const SyncResult = z.strictObject({
  v: z.literal(1),
  method: z.string(),
  version: z.string(),
  recordings: z.array(
    z.strictObject({ id: z.string(), placement: Placement, duplicateOf: z.nullable(z.string()) }),
  ),
  pairs: z.array(SolvedPair),
  conflicts: z.array(PinConflict),
})
export type SyncResult = z.infer<typeof SyncResult>
