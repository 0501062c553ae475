import { type FrameTimes, frameCount } from './frame-times.ts'

/**
 * How one frame of a recording as received follows on another, measured on the file's own presentation times and on
 * nothing else. Times tell where frames lack, and where several claim one instant. They do not tell whether two
 * pictures are the same: a device that repeats a picture gives it a time of its own. Nor do they tell why.
 */
export interface FrameInterval {
  /** How long the frame is current, in media micros: until the next one's time; for the last frame its own duration. */
  readonly micros: number
  /** The median of the intervals nearby; null where there are too few of them to say. */
  readonly usualMicros: number | null
  readonly finding: IntervalFinding
}

export type IntervalFinding =
  /** The next frame comes when frames nearby lead one to expect it. */
  | { readonly kind: 'even' }
  /** The next frame comes late: at the usual interval so many more would have found room. */
  | { readonly kind: 'gap'; readonly missing: number }
  /** The next frame comes after less than half of the usual interval. */
  | { readonly kind: 'early' }
  /** So many frames, this one among them, claim the same time; only the last of them is ever shown. */
  | { readonly kind: 'same-time'; readonly frames: number }
  /** Intervals nearby differ so much, or are so few, that frames cannot be said to lack. */
  | { readonly kind: 'unknown'; readonly why: 'varies' | 'too-few' }
  /** Nothing follows: how long the last frame lasts is what the file says of it. */
  | { readonly kind: 'last' }

/** Intervals looked at on either side: a second of most cameras, and little enough for each animation frame. */
const nearby = 30
/** Fewer intervals than this have no usual one. */
const fewest = 8
/** Share of the intervals nearby that must be near the usual one before another is called late. */
const steadyShare = 0.75
/** An interval is near the usual one within this share, or within what clocks of whole milliseconds round away. */
const nearShare = 0.1
const roundedMicros = 1001
/** A gap begins where half a frame more than the usual one has room: as in the probe's list of long intervals. */
const gapShare = 1.5

/** The interval from frame `index` to the next one. Null when the recording has no such frame. */
export function frameInterval(times: FrameTimes, index: number): FrameInterval | null {
  const count = frameCount(times)
  if (!Number.isInteger(index) || index < 0 || index >= count) return null
  const micros = intervalOf(times, index)
  const around = intervalsAround(times, index)
  const usualMicros = around.length < fewest ? null : median(around)
  return { micros, usualMicros, finding: findingOf(times, index, { micros, usualMicros, around }) }
}

function findingOf(
  times: FrameTimes,
  index: number,
  { micros, usualMicros, around }: { micros: number; usualMicros: number | null; around: Float64Array },
): IntervalFinding {
  const frames = framesAtOnce(times, index)
  if (frames > 1) return { kind: 'same-time', frames }
  if (index === frameCount(times) - 1) return { kind: 'last' }
  if (usualMicros === null) return { kind: 'unknown', why: 'too-few' }
  const near = Math.max(usualMicros * nearShare, roundedMicros)
  const isNear = (interval: number) => Math.abs(interval - usualMicros) <= near
  if (isNear(micros)) return { kind: 'even' }
  if (around.filter(isNear).length < around.length * steadyShare) return { kind: 'unknown', why: 'varies' }
  if (micros >= usualMicros * gapShare) return { kind: 'gap', missing: Math.round(micros / usualMicros) - 1 }
  return micros < usualMicros / 2 ? { kind: 'early' } : { kind: 'even' }
}

/** Frames with the very time of this one, itself included. */
function framesAtOnce({ boundaries }: FrameTimes, index: number): number {
  const last = boundaries.length - 2
  let from = index
  let to = index
  while (from > 0 && boundaries[from - 1] === boundaries[index]) from--
  while (to < last && boundaries[to + 1] === boundaries[index]) to++
  return to - from + 1
}

/** The intervals on both sides of this one, without it, without the last frame's duration and without those of no length; ascending. */
function intervalsAround(times: FrameTimes, index: number): Float64Array {
  const last = frameCount(times) - 1
  const found: number[] = []
  for (let at = Math.max(0, index - nearby); at < Math.min(last, index + nearby + 1); at++) {
    const interval = intervalOf(times, at)
    if (at !== index && interval > 0) found.push(interval)
  }
  return Float64Array.from(found).sort()
}

function intervalOf({ boundaries }: FrameTimes, index: number): number {
  return (boundaries[index + 1] as number) - (boundaries[index] as number)
}

function median(ascending: Float64Array): number {
  const middle = ascending.length >> 1
  const upper = ascending[middle] as number
  return ascending.length % 2 === 1 ? upper : ((ascending[middle - 1] as number) + upper) / 2
}
