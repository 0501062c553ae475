/**
 * One end of an interval: a marked sound or a frame. `at` is in microseconds on the clock that both ends share, unrounded: the case clock, or the media
 * time of one recording.
 */
export interface IntervalEnd {
  readonly at: number
  readonly of: /** `onsetErrorMs` is null where nobody said how far off the mark may be. */
    | { readonly kind: 'sound'; readonly onsetErrorMs: number | null }
    /** What a frame shows happened at some time while it was current; `at` is where it begins. */
    | { readonly kind: 'frame'; readonly lastsMs: number }
  /** Null where an end belongs to no recording. */
  readonly recording: {
    readonly id: string
    /** Which straight piece of its map it lies in. */
    readonly piece: number
    readonly placementErrorMs: number | null
  } | null
  /** From the microphone to where this sound came from, if a person has stated it; only sounds travel. */
  readonly distance: { readonly metres: number; readonly errorMetres: number } | null
}

/** What the error of an interval is made of, in milliseconds. They are added: a bound that holds where all err the same way. */
export interface IntervalError {
  readonly onsets: number
  readonly frames: number
  readonly placements: number
  readonly drift: number
  readonly travel: number
}

/** What a stated error leaves out, to be said beside it. */
export type IntervalLimit =
  /** Nobody stated how far the sounds were: about 3 ms for each metre that one source was farther away. */
  | 'travel-unknown'
  /** Nobody stated the error of a placement: the error holds only if the placement does. */
  | 'placement-error-unknown'
  /** A person marked a sound by hand and did not say how far off the mark may be. */
  | 'onset-error-unknown'
  /** An end is a frame: the time within its exposure is not known. */
  | 'within-frame'
  /** The recorder's own clock was compared with no other. */
  | 'clock-unchecked'

export interface Interval {
  /** Later less earlier, in milliseconds, with travel taken off where distances are stated; negative only where that turns the order. */
  readonly ms: number
  /** Whether the end given second came first. */
  readonly isReversed: boolean
  /** Null where the error of a placement or of a mark is not known. */
  readonly errorMs: number | null
  readonly error: IntervalError
  /** Of this, what was taken off for the travel of sound. */
  readonly travelMs: number
  readonly limits: readonly IntervalLimit[]
}

/** Metres a second in dry air at 20 °C (Cramer 1993), and how far that is off from −10 to 40 °C. */
const speedOfSound = 343
const speedUncertainty = 0.05
/** Recorders in the field were seen to run 145 ppm off; placement by sound knows a drift to a twentieth of that. */
const uncheckedPpm = 200
const checkedPpm = 10

/**
 * The time between two marked sounds or frames, with what it may be off by. `isClockChecked` says whether the recordings' drift was measured against
 * another clock; `at` is taken to be corrected for it.
 */
export function intervalBetween(a: IntervalEnd, b: IntervalEnd, isClockChecked: boolean): Interval {
  const isReversed = b.at < a.at
  const [first, last] = isReversed ? [b, a] : [a, b]
  const isSame =
    first.recording !== null &&
    first.recording.id === last.recording?.id &&
    first.recording.piece === last.recording.piece
  const plainMs = (last.at - first.at) / 1000
  const areDistancesKnown = travels(first) && travels(last)
  const travelMs = areDistancesKnown ? travelOf(last) - travelOf(first) : 0
  const placements = isSame ? 0 : placementOf(first) + placementOf(last)
  const error: IntervalError = {
    onsets: onsetOf(first) + onsetOf(last),
    frames: frameOf(first) + frameOf(last),
    placements,
    drift: (plainMs * (isClockChecked ? checkedPpm : uncheckedPpm)) / 1e6,
    travel: areDistancesKnown ? travelErrorOf(first, last) : 0,
  }
  const isPlaced =
    isSame || [first, last].every(({ recording }) => recording && recording.placementErrorMs !== null)
  const limits: IntervalLimit[] = []
  if (!areDistancesKnown && (isSound(first) || isSound(last))) limits.push('travel-unknown')
  const areMarksKnown = [first, last].every(({ of }) => of.kind !== 'sound' || of.onsetErrorMs !== null)
  if (!isPlaced) limits.push('placement-error-unknown')
  if (!areMarksKnown) limits.push('onset-error-unknown')
  if (!isSound(first) || !isSound(last)) limits.push('within-frame')
  if (!isClockChecked) limits.push('clock-unchecked')
  const sum = error.onsets + error.frames + error.placements + error.drift + error.travel
  const errorMs = isPlaced && areMarksKnown ? sum : null
  return { ms: plainMs - travelMs, isReversed, errorMs, error, travelMs, limits }
}

const isSound = ({ of }: IntervalEnd) => of.kind === 'sound'
const onsetOf = ({ of }: IntervalEnd) => (of.kind === 'sound' ? (of.onsetErrorMs ?? 0) : 0)
const frameOf = ({ of }: IntervalEnd) => (of.kind === 'frame' ? of.lastsMs : 0)
const placementOf = ({ recording }: IntervalEnd) => recording?.placementErrorMs ?? 0
/** Light needs no time; a sound's travel is known once its distance is. */
const travels = (end: IntervalEnd) => !isSound(end) || end.distance !== null
const travelOf = (end: IntervalEnd) =>
  isSound(end) ? ((end.distance?.metres ?? 0) / speedOfSound) * 1000 : 0

/** Each distance may be off, and the speed of sound by a twentieth, the same for both: that counts for their difference only. */
function travelErrorOf(a: IntervalEnd, b: IntervalEnd): number {
  const metres = (end: IntervalEnd) => (isSound(end) ? (end.distance?.metres ?? 0) : 0)
  const wrong = (end: IntervalEnd) => (isSound(end) ? (end.distance?.errorMetres ?? 0) : 0)
  const off = wrong(a) + wrong(b) + Math.abs(metres(b) - metres(a)) * speedUncertainty
  return (off / speedOfSound) * 1000
}
