import * as z from 'zod/mini'
import { editKinds, MediaMicrosValue, RecordingId } from '../case/index.ts'
import type { StandingLine } from './laid-over.ts'

/** One frame of a film that was made again from recordings, and what remains when it is held against the film's own. */
const ProofFrame = z.strictObject({
  frame: z.int(),
  at: MediaMicrosValue,
  /** Null where no line shows a recording: there is nothing to make again. */
  raw: z.nullable(RecordingId),
  rawFrame: z.nullable(z.int()),
  /** Mean distance in steps of 8-bit luma over what is covered, and the share of pixels that are further off than coding makes them. */
  mean: z.nullable(z.number()),
  share: z.nullable(z.number()),
  /** Share of the film's picture that the recording covers. */
  covered: z.nullable(z.number()),
  /** The film's luma is best told as gain · recording + lift. */
  gain: z.nullable(z.number()),
  lift: z.nullable(z.number()),
  /** What was done to the recording's picture to make it like the film's, each measured on the film's own picture. Earlier proofs did nothing but lay it. */
  by: z.optional(z.array(z.enum(['blend', ...editKinds]))),
  /** Share of the film's picture where something was drawn over the recording's: no recording tells it, so it is not compared. */
  drawn: z.optional(z.number()),
})
export type ProofFrame = z.infer<typeof ProofFrame>

/** What making a film again from its edit list came to, frame by frame. */
export const Proof = z.strictObject({
  v: z.literal(1),
  of: z.string(),
  /** What the lines said that it was made by: see `linesText`. */
  lines: z.string(),
  frames: z.array(ProofFrame),
})
export type Proof = z.infer<typeof Proof>

/** The lines that a film is made again by, as one text to be hashed: when it is another, a proof is of other lines. */
export function linesText(lines: readonly StandingLine[]): string {
  return JSON.stringify(lines.filter(({ status }) => status !== 'dismissed').map(({ line }) => line))
}

/** The frames with most left, the worst first, none within a second of another. */
export function worstFrames(frames: readonly ProofFrame[], most: number): readonly ProofFrame[] {
  const found: ProofFrame[] = []
  const made = frames.filter(({ mean }) => mean !== null).sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))
  for (const each of made) {
    if (found.length >= most) break
    if (found.every(({ at }) => Math.abs(at - each.at) >= 1_000_000)) found.push(each)
  }
  return found
}

export interface ProofSum {
  /** Frames that were made again, the mean of what remains, and the frame with most. */
  readonly made: number
  readonly mean: number
  readonly worst: ProofFrame
  /** Frames of which a part is drawn over, and so not compared. */
  readonly drawnOver: number
}

/** Over all frames that were made again; null where none was. */
export function proofSum(frames: readonly ProofFrame[]): ProofSum | null {
  const made = frames.filter(({ mean }) => mean !== null)
  const [worst] = worstFrames(made, 1)
  if (!worst) return null
  return {
    made: made.length,
    mean: made.reduce((sum, { mean }) => sum + (mean ?? 0), 0) / made.length,
    worst,
    drawnOver: frames.filter(({ drawn = 0 }) => drawn > 0).length,
  }
}
