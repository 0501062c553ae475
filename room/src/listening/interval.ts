// The time between two marked sounds or frames, with everything that its error rests on.

/** An end as it is told of: an instant on a clock, how far it may be off, and what it was taken from. */
export interface IntervalEnd {
  /** Micros of the clock that both ends share. */
  readonly at: number
  /** Of finding the onset, or of the frame's exposure; null where nobody knows. */
  readonly ownErrorMs: number | null
  /** The one recording it was taken from, and how far that may lie off on the clock; null error where nobody stated one. */
  readonly recording: string
  readonly placementErrorMs: number | null
  /** The straight piece of the recording's map it lies in: across a cut two pieces are placed each on their own. */
  readonly piece: number
  readonly isFrame: boolean
  /** A distance was entered, so that the travel of sound is taken off already. */
  readonly hasDistance: boolean
}

export interface Interval {
  /** Later less earlier, never negative. */
  readonly micros: number
  readonly isReversed: boolean
  /** All that bears on it, added: both may err in opposite directions, and nothing says that they are independent. */
  readonly errorMs: number | null
  readonly isOneRecording: boolean
  readonly hasFrame: boolean
  /** How long sound travelled is in neither number. Within one recording it matters too where the two sounds came from two places. */
  readonly isTravelOpen: boolean
}

export function intervalBetween(a: IntervalEnd, b: IntervalEnd): Interval {
  const isReversed = b.at < a.at
  const isOneRecording = a.recording === b.recording && a.piece === b.piece
  const parts = [
    ...[a.ownErrorMs, b.ownErrorMs],
    ...(isOneRecording ? [] : [a.placementErrorMs, b.placementErrorMs]),
  ]
  return {
    micros: Math.abs(b.at - a.at),
    isReversed,
    errorMs: parts.reduce<number | null>(
      (sum, part) => (sum === null || part === null ? null : sum + part),
      0,
    ),
    isOneRecording,
    hasFrame: a.isFrame || b.isFrame,
    isTravelOpen: [a, b].some(end => !end.isFrame && !end.hasDistance),
  }
}
