import type { CaseMicros, MediaMicros } from '../time/index.ts'

/**
 * One end of a measure: an instant on a clock, and, where a recording showed it, the frame that was current there.
 * `errorMs` is that of the recording's placement; null when nobody stated one.
 */
export interface MeasuredInstant {
  readonly at: CaseMicros
  readonly seen: {
    readonly recording: string
    /** Which straight piece of its map the frame lies in: across a cut two pieces are placed each on their own. */
    readonly piece: number
    readonly frame: number
    readonly pts: MediaMicros
    /** How long the frame lasts on the clock; what it shows happened at some time while it was exposed. */
    readonly lastsMicros: number
    readonly errorMs: number | null
  } | null
}

/** The error of a measure, by what it rests on. */
export type MeasureError =
  /** Both ends are frames of one piece of one recording: where that lies on the clock does not matter. */
  | { readonly kind: 'same-recording' }
  /** The sum of both placements' errors: a bound that holds even where both err in opposite directions. */
  | { readonly kind: 'placements'; readonly ms: number }
  /** An end has no recording, or one whose error nobody stated. */
  | { readonly kind: 'unknown' }

export interface Measure {
  /** Later less earlier, in microseconds; never negative. */
  readonly micros: number
  /** Whether the end given second came first. */
  readonly isReversed: boolean
  readonly error: MeasureError
  /** The length of both ends' frames together: how much of the time between is undecided by frames alone. Null without frames. */
  readonly framesMicros: number | null
  /** Frames from one to the other, where both are of one recording. */
  readonly frames: number | null
}

/**
 * The time between two instants of one clock. Errors of two placements are added, not combined as squares: both may rest
 * on the same comparison of sound, so nothing says that they are independent. Not included, and to be said beside it: the
 * travel of sound (about 3 ms a metre) where placements rest on sound and no distance was stated, the exposure of a frame, and a
 * device clock's own unsteadiness within a recording beyond the drift that was measured.
 */
export function measureBetween(a: MeasuredInstant, b: MeasuredInstant): Measure {
  const isReversed = b.at < a.at
  const [first, last] = isReversed ? [b, a] : [a, b]
  const isOneRecording = first.seen !== null && first.seen.recording === last.seen?.recording
  return {
    micros: last.at - first.at,
    isReversed,
    error: errorOf(first, last),
    framesMicros: first.seen && last.seen ? first.seen.lastsMicros + last.seen.lastsMicros : null,
    frames: isOneRecording && first.seen && last.seen ? last.seen.frame - first.seen.frame : null,
  }
}

function errorOf({ seen: a }: MeasuredInstant, { seen: b }: MeasuredInstant): MeasureError {
  if (!a || !b) return { kind: 'unknown' }
  if (a.recording === b.recording && a.piece === b.piece) return { kind: 'same-recording' }
  if (a.errorMs === null || b.errorMs === null) return { kind: 'unknown' }
  return { kind: 'placements', ms: a.errorMs + b.errorMs }
}
