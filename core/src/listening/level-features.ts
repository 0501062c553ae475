import type { BlockLevels } from './block-levels.ts'

/** What the levels of 1 ms around an onset say of it. Decibels unless said otherwise. */
export const levelNames = [
  'above',
  'deep',
  'loud',
  'lasts',
  'fall',
  'later',
  'history',
  'past',
  'deepFall',
  'deepPast',
] as const
export type LevelFeature = (typeof levelNames)[number]

/** `block` is the place of an onset among the levels. */
export function levelFeatures(
  { sharp, plain }: BlockLevels,
  block: number,
): Readonly<Record<LevelFeature, number>> {
  const onset = meanOf(sharp, block, block + 5)
  const first = meanOf(sharp, block, block + 10)
  const deepOnset = meanOf(plain, block, block + 5)
  const deepFirst = meanOf(plain, block, block + 10)
  let later = 1e-10
  for (let from = block + 60; from < block + 200; from += 10)
    later = Math.max(later, meanOf(sharp, from, from + 10))
  return {
    above: decibels(onset / meanOf(sharp, block - 32, block - 2)),
    deep: decibels(deepOnset / meanOf(plain, block - 32, block - 2)),
    loud: decibels(deepFirst / usual(plain, block)),
    lasts: Math.log2(lasting(sharp, block)),
    fall: decibels(meanOf(sharp, block + 20, block + 60) / first),
    later: decibels(later / first),
    history: decibels(usual(sharp, block) / first),
    past: decibels(loudestPast(sharp, block) / onset),
    deepFall: decibels(meanOf(plain, block + 20, block + 60) / deepFirst),
    deepPast: decibels(loudestPast(plain, block) / deepOnset),
  }
}

/** The loudest 5 ms of the 300 ms before. */
function loudestPast(levels: Float32Array, block: number): number {
  let past = 1e-10
  for (let from = block - 300; from < block - 8; from += 5)
    past = Math.max(past, meanOf(levels, from, from + 5))
  return past
}

/** No level is less: what 16 bits leave of silence. */
const quiet = 1e-10

/** Of what there is: at either end of a recording fewer blocks. */
function meanOf(levels: Float32Array, from: number, to: number): number {
  const first = Math.max(0, from)
  const end = Math.min(to, levels.length)
  let sum = 0
  for (let n = first; n < end; n++) sum += levels[n] as number
  return end > first ? sum / (end - first) + quiet : quiet
}

/** Room for the seven largest of 25, falling: the last of them is the upper quartile. */
const largest = new Float64Array(7)

/** The upper quartile of the half second before. */
function usual(levels: Float32Array, block: number): number {
  const count = 25
  largest.fill(0)
  for (let n = 0; n < count; n++) {
    const mean = meanOf(levels, block - 502 + 20 * n, block - 482 + 20 * n)
    let place = largest.length - 1
    if (mean <= (largest[place] as number)) continue
    for (; place > 0 && (largest[place - 1] as number) < mean; place--)
      largest[place] = largest[place - 1] as number
    largest[place] = mean
  }
  return largest[6] as number
}

/** Milliseconds from the onset until three of them in a row are 10 dB below the loudest so far. */
function lasting(levels: Float32Array, block: number): number {
  const whole = levels.length - 2
  let top = 0
  for (let n = block; n < block + 200; n++) {
    // Added up here, but for the end of a recording: of what dies away slowly it is asked 200 times.
    const level =
      n >= 0 && n < whole
        ? ((levels[n] as number) + (levels[n + 1] as number) + (levels[n + 2] as number)) / 3 + quiet
        : meanOf(levels, n, n + 3)
    if (level > top) top = level
    else if (level < top / 10) return n - block
  }
  return 200
}

export function decibels(ratio: number): number {
  return 10 * Math.log10(ratio)
}
