import { type FrameTimes, type MediaMicros, type Span, span } from '../time/index.ts'
import type { Part } from './composition.ts'

/** One part of a recording as it goes out: never wider than was asked. */
export interface PartOut extends Span<MediaMicros> {
  /** Numbers of its first and last frame in the whole recording, both taken in; null for mere sound. */
  readonly frames: readonly [first: number, last: number] | null
}

/** The frames of a file that holds only parts of a recording. */
export interface PartedFrames {
  readonly parts: readonly PartOut[]
  /** When each frame of that file is shown, in the time of the whole recording. */
  readonly times: FrameTimes
  /** Frames of that file that stand where something was left out: painted over, they show nothing of the recording. */
  readonly painted: readonly number[]
}

/**
 * What of a recording's frames goes out: those that begin in a part. Between two parts stands one frame that is to be painted
 * over, so that a player does not go on showing the last one. Null where no frame begins in one of the parts.
 */
export function partedFrames(whole: FrameTimes, asked: readonly Part[]): PartedFrames | null {
  const at = (index: number) => whole.boundaries[index] as number
  const count = whole.boundaries.length - 1
  const parts: PartOut[] = []
  const boundaries: number[] = []
  const painted: number[] = []
  let next = 0
  for (const { from, to } of asked) {
    let first = next
    while (first < count && at(first) < from) first++
    let last = first - 1
    while (last + 1 < count && at(last + 1) < to) last++
    if (last < first) return null
    if (parts.length > 0 && first > next) {
      painted.push(boundaries.length)
      boundaries.push(at(next))
    }
    for (let index = first; index <= last; index++) boundaries.push(at(index))
    parts.push({ from: at(first) as MediaMicros, to: at(last + 1) as MediaMicros, frames: [first, last] })
    next = last + 1
  }
  boundaries.push(at(next))
  return { parts, times: { boundaries: Float64Array.from(boundaries) }, painted }
}

/** Whether an instant, or all of [from, to), lies in one of the parts. */
export function isWithinParts(parts: readonly Span<number>[], from: number, to: number | null): boolean {
  return parts.some(part => from >= part.from && (to === null ? from < part.to : to <= part.to))
}

/**
 * What of [from, to) lies within the parts, without an end in what was left out; null where nothing does. What lies between two
 * parts that it reaches into stays in it.
 */
export function keptWithin<T extends number>(
  parts: readonly Span<T>[],
  { from, to }: Span<T>,
): Span<T> | null {
  const within = parts.filter(part => part.from < to && from < part.to)
  const [first, last] = [within[0], within.at(-1)]
  if (!first || !last) return null
  return span(Math.max(from, first.from) as T, Math.min(to, last.to) as T)
}
