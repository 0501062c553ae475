import { type FrameTimes, frameCount } from '@sightline/core/time'

/** The frame a packet carries: an index, or that it lies outside the frames shown (before or after them), or that it belongs to none. */
export type PacketFrame =
  | { readonly kind: 'frame'; readonly index: number }
  | { readonly kind: 'outside' }
  | { readonly kind: 'stranger' }

/** What must be known of a container to lay its packets over the frames: presentation times in seconds, as the demuxer gives them. */
export interface ContainerTimes {
  readonly first: number
  readonly last: number
  /** Times around the first frame of the index, ascending and without gaps. */
  readonly nearStart: readonly number[]
}

/** Tells which frame of the index each packet of a container is, by its time and never by counting. */
export interface FrameMatch {
  /** Media time less the demuxer's time. */
  readonly shiftMicros: number
  /** The part of the shift that the sound has too. */
  readonly soundShiftMicros: number
  /** Seconds at which to look for the packet of a frame: a little past its own time. */
  secondsOf(index: number): number
  /** Of frames with one and the same time the first. */
  frameOf(seconds: number): PacketFrame
  /** The next frame has the very same time. */
  isFollowedByTwin(index: number): boolean
}

// 100 micros: nine ticks of a proxy's clock (90 kHz), and far below the smallest interval of any camera. Half an interval
// would be too much: a shift of 3 ms by an edit list once named every frame of a 60 fps clip one too low.
const largestErrorMicros = 100

/** Half the smallest interval between two frames, but at most the error that clocks of containers explain; in micros. */
export function matchTolerance(times: FrameTimes): number {
  let smallest = 2 * largestErrorMicros
  for (let index = 1; index < frameCount(times); index++) {
    const interval = (times.boundaries[index] as number) - (times.boundaries[index - 1] as number)
    if (interval > 0 && interval < smallest) smallest = interval
  }
  // Two roundings to whole micros are no difference.
  return Math.max(1, smallest / 2)
}

/**
 * Lays container time over frame times, or says in a sentence why they are not the same frames. Three shifts are tried: none;
 * that of an edit list which begins between two frames (FFmpeg shows the next frame at the edit's start, demuxers by the
 * letter show it late); and that of a container which lost its start. One that fits both ends is taken before one that
 * leaves packets over at the end, as an edit list may.
 */
export function matchFrames(times: FrameTimes, container: ContainerTimes): FrameMatch | string {
  const count = frameCount(times)
  if (count === 0) return 'frames differ: the index holds none'
  const tolerance = matchTolerance(times)
  const firstFrame = times.boundaries[0] as number
  const lastFrame = times.boundaries[count - 1] as number
  const firstKept = container.nearStart.find(seconds => seconds * 1e6 > firstFrame - 1)
  const shifts = [
    { own: 0, common: 0 },
    ...(firstKept === undefined ? [] : [{ own: firstFrame - firstKept * 1e6, common: 0 }]),
    { own: 0, common: firstFrame - container.first * 1e6 },
  ]
  const fitting = shifts
    .map(({ own, common }) => matchWith(times, own + common, common, tolerance))
    .filter(match => fits(match, container, times))
  const overAtEnd = (match: FrameMatch) => container.last * 1e6 + match.shiftMicros - lastFrame
  const best =
    fitting.find(match => Math.abs(overAtEnd(match)) <= tolerance) ??
    fitting.find(match => overAtEnd(match) > 0)
  return best ?? differs(firstFrame, lastFrame, container)
}

/** Every packet near the start is the next frame of the index in turn, and the first is among them. */
function fits(match: FrameMatch, { nearStart }: ContainerTimes, times: FrameTimes): boolean {
  let expected = 0
  for (const seconds of nearStart) {
    const frame = match.frameOf(seconds)
    if (frame.kind === 'outside') {
      if (expected > 0 && expected < frameCount(times)) return false
      continue
    }
    if (frame.kind === 'stranger') return false
    if (frame.index !== expected && times.boundaries[frame.index] !== times.boundaries[expected]) return false
    expected++
  }
  return expected > 0
}

function matchWith(
  times: FrameTimes,
  shiftMicros: number,
  soundShiftMicros: number,
  tolerance: number,
): FrameMatch {
  const count = frameCount(times)
  const at = (index: number) => times.boundaries[index] as number
  return {
    shiftMicros,
    soundShiftMicros,
    isFollowedByTwin: index => index + 1 < count && at(index + 1) === at(index),
    secondsOf: index => (at(index) - shiftMicros + tolerance) / 1e6,
    frameOf: seconds => {
      const micros = seconds * 1e6 + shiftMicros
      if (micros < at(0) - tolerance || micros > at(count - 1) + tolerance) return { kind: 'outside' }
      const index = nearest(times.boundaries, count, micros)
      return Math.abs(at(index) - micros) <= tolerance ? { kind: 'frame', index } : { kind: 'stranger' }
    },
  }
}

/** Index of the boundary nearest to a time; of equal boundaries the first. */
function nearest(boundaries: Float64Array, count: number, micros: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((boundaries[middle] as number) < micros) low = middle + 1
    else high = middle
  }
  if (low === 0) return 0
  const before = boundaries[low - 1] as number
  if (micros - before >= (boundaries[low] as number) - micros) return low
  let index = low - 1
  while (index > 0 && boundaries[index - 1] === before) index--
  return index
}

function differs(firstFrame: number, lastFrame: number, { first, last }: ContainerTimes): string {
  const ends = (from: number, to: number) => `${from.toFixed(6)} to ${to.toFixed(6)} s`
  return `frames differ: the index runs from ${ends(firstFrame / 1e6, lastFrame / 1e6)}, the media from ${ends(first, last)}`
}
