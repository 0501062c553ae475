/** Where the light of a run steps to another within it, as where a film is made brighter in the middle of a shot; each part is fitted by itself. */

import type { Box } from './affine.ts'
import { lightOfShown, type RunLight, type ShownFrame, shownFrame, shownOf } from './light.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

/** Up to the next part, or the end of the run. */
export interface LightPart {
  /** In frames from the first of the run; 0 for the first part. */
  readonly from: number
  readonly light: RunLight
}

/** Change of the tones of a picture, in grey levels, that recoding and a recording's own exposure do not make from one frame to the next. */
const leastStep = 7
/** Of a step: how far frames of one side may be from one another. More is a ramp, which is a fade or is told frame by frame. */
const within = 0.3
/** Seconds: as long as a change of light lasts. */
const shortestPart = 0.4
/** More are no changes of a film's light but lights that flicker. */
const mostParts = 6
/** Grey levels off a frame's own straight line, and the share of pixels that may be: where more are, another picture is in it. */
const farOff = 20
const mostOff = 0.3

/** The light of a run from a few of its frames, without boxes that show something else: one part, or as many as there are steps between. */
export function runLights(
  segment: Segment,
  film: Levels,
  raw: Levels,
  sampled: readonly number[],
  except: readonly Box[] = [],
): readonly LightPart[] {
  const shown = shownOf(segment, film, raw, sampled, except)
  const shortest = shortestPart / film.frameSeconds
  const steps = stepsIn(shown, n => shownFrame(segment, film, raw, n, except), [
    shortest,
    segment.to - segment.from - shortest,
  ])
  const lightOf = (frames: readonly ShownFrame[]) => lightOfShown(frames, segment, film, raw, except)
  if (steps.length === 0 || steps.length >= mostParts) return [{ from: 0, light: lightOf(shown) }]
  return [0, ...steps].map((from, k) => {
    const to = steps[k] ?? Number.POSITIVE_INFINITY
    const own = sampled.filter(n => n >= from && n < to)
    return { from, light: lightOf(shownOf(segment, film, raw, own, except)) }
  })
}

/** Of the part that a frame of the run is in. */
export function lightIn(parts: readonly LightPart[], n: number): RunLight {
  return (parts.findLast(({ from }) => from <= n) ?? (parts[0] as LightPart)).light
}

/** The frames, in order, from which on the light is another: before and after it stays as it is, and changes from one frame to the next. */
function stepsIn(
  shown: readonly ShownFrame[],
  frameAt: (n: number) => ShownFrame,
  [first, last]: readonly [number, number],
): readonly number[] {
  const steps: number[] = []
  let begin = 0
  for (let k = 2; k + 1 < shown.length; k++) {
    const [earlier, before, after, later] = shown.slice(k - 2, k + 2) as [
      ShownFrame,
      ShownFrame,
      ShownFrame,
      ShownFrame,
    ]
    const step = apart(before, after)
    if (k - begin < 2 || step < leastStep) continue
    if (apart(earlier, before) > within * step || apart(after, later) > within * step) continue
    if (!isOnePicture(before) || !isOnePicture(after)) continue
    const at = stepBetween(before, after, frameAt)
    if (at === null || at < (steps.at(-1) ?? 0) + first || at > last) continue
    steps.push(at)
    begin = k
  }
  return steps
}

/** By halves; null where the light goes from one to the other over several frames. */
function stepBetween(
  before: ShownFrame,
  after: ShownFrame,
  frameAt: (n: number) => ShownFrame,
): number | null {
  let [low, high] = [before, after]
  while (high.n - low.n > 1) {
    const middle = frameAt((low.n + high.n) >> 1)
    if (apart(middle, before) < apart(middle, after)) low = middle
    else high = middle
  }
  const most = within * apart(before, after)
  return apart(low, before) < most && apart(high, after) < most ? high.n : null
}

/** How differently two frames show the tones that they have, in grey levels. */
function apart(one: ShownFrame, two: ShownFrame): number {
  const gain = one.light.gain - two.light.gain
  const lift = one.light.lift - two.light.lift
  const [mean, spread] = [one, two].map(tonesOf).reduce(([m, s], [n, t]) => [(m + n) / 2, (s + t) / 2])
  return Math.max(Math.abs(gain * (mean - spread) + lift), Math.abs(gain * (mean + spread) + lift))
}

/** Mean and standard deviation of the recording's picture. */
function tonesOf({ own }: ShownFrame): [mean: number, spread: number] {
  let [sum, squares, count] = [0, 0, 0]
  for (let at = 0; at < own.length; at += 3) {
    const value = own[at] as number
    if (value < 0) continue
    sum += value
    squares += value * value
    count++
  }
  const mean = sum / Math.max(1, count)
  return [mean, Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean))]
}

function isOnePicture({ own, seen, light }: ShownFrame): boolean {
  let [off, count] = [0, 0]
  for (let at = 0; at < own.length; at += 3) {
    const value = own[at] as number
    if (value < 0) continue
    count++
    if (Math.abs((seen[at] as number) - light.gain * value - light.lift) > farOff) off++
  }
  return off < mostOff * count
}
