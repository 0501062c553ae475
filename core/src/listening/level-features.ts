import type { BlockLevels } from './block-levels.ts'
import { type LevelLoops, longestLasting, plainLevelLoops, quiet } from './level-loops.ts'

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
  levels: BlockLevels,
  block: number,
  loops: LevelLoops = plainLevelLoops(),
): Readonly<Record<LevelFeature, number>> {
  const isWithin = block >= firstMs && block + longestLasting + 2 < levels.count
  if (isWithin) hearWithin(levels, block, loops)
  else hearAtEnds(levels, block)
  const { onset, first, before, fall, later, past, usual } = heard
  return {
    above: decibels(onset.sharp / before.sharp),
    deep: decibels(onset.plain / before.plain),
    loud: decibels(first.plain / usual.plain),
    lasts: Math.log2(isWithin ? loops.lasting(levels.sharp, block) : lasting(levels.sharp, block)),
    fall: decibels(fall.sharp / first.sharp),
    later: decibels(later.sharp / first.sharp),
    history: decibels(usual.sharp / first.sharp),
    past: decibels(past.sharp / onset.sharp),
    deepFall: decibels(fall.plain / first.plain),
    deepPast: decibels(past.plain / onset.plain),
  }
}

const both = () => ({ sharp: 0, plain: 0 })
type Both = ReturnType<typeof both>

/** What is measured of both levels: room that is filled anew for each onset. One function at a time uses it, and none waits. */
const heard = {
  ...{ onset: both(), first: both(), before: both(), fall: both(), usual: both() },
  /** The loudest 10 ms from 60 ms after it on, and the loudest 5 ms of the 300 ms before. */
  ...{ later: both(), past: both() },
}

/** Windows around an onset, in ms: where they begin, how long they are and how many there are, each beginning where the one before it ends. */
const windows = {
  onset: [0, 5, 1],
  first: [0, 10, 1],
  before: [-32, 30, 1],
  fall: [20, 40, 1],
  later: [60, 10, 14],
  past: [-300, 5, 59],
  usual: [-502, 20, 25],
} as const
const firstMs = 502
const names = ['onset', 'first', 'before', 'fall', 'later', 'past'] as const

function hearWithin(levels: BlockLevels, block: number, loops: LevelLoops): void {
  for (const name of names) {
    const [from, size, count] = windows[name]
    const { largest } = loops.sums(levels, block + from, size, size, count)
    layMeans(heard[name], size, largest[0] as number, largest[1] as number)
  }
  const [from, size, count] = windows.usual
  const { each } = loops.sums(levels, block + from, size, size, count)
  layMeans(heard.usual, size, upperQuartile(each, 0), upperQuartile(each, 1))
}

function layMeans(into: Both, size: number, sharp: number, plain: number): void {
  into.sharp = sharp / size + quiet
  into.plain = plain / size + quiet
}

/** At either end of a recording there are fewer blocks. */
function hearAtEnds(levels: BlockLevels, block: number): void {
  for (const kind of ['sharp', 'plain'] as const) {
    const mean = (name: keyof typeof windows, n: number) => {
      const [from, size] = windows[name]
      return meanOf(levels[kind], block + from + n * size, block + from + (n + 1) * size)
    }
    for (const name of names) {
      let most = 0
      for (let n = 0; n < windows[name][2]; n++) most = Math.max(most, mean(name, n))
      heard[name][kind] = most
    }
    const means = Float64Array.from({ length: 2 * windows.usual[2] }, (_, n) => mean('usual', n >> 1))
    heard.usual[kind] = upperQuartile(means, 0)
  }
}

/** Of what there is. */
function meanOf(levels: Float32Array, from: number, to: number): number {
  const first = Math.max(0, from)
  const end = Math.min(to, levels.length)
  let sum = 0
  for (let n = first; n < end; n++) sum += levels[n] as number
  return end > first ? sum / (end - first) + quiet : quiet
}

/** Room for the seven largest of 25, falling: the last of them is the upper quartile. */
const largest = new Float64Array(7)

/** The upper quartile of every other of fifty values, from the first or the second on. */
function upperQuartile(values: Float64Array, from: 0 | 1): number {
  largest.fill(0)
  for (let n = from; n < 2 * windows.usual[2]; n += 2) {
    const value = values[n] as number
    let place = largest.length - 1
    if (value <= (largest[place] as number)) continue
    for (; place > 0 && (largest[place - 1] as number) < value; place--)
      largest[place] = largest[place - 1] as number
    largest[place] = value
  }
  return largest[6] as number
}

/** Milliseconds from the onset until three of them in a row are 10 dB below the loudest so far. */
function lasting(levels: Float32Array, block: number): number {
  let top = 0
  for (let n = block; n < block + longestLasting; n++) {
    const level = meanOf(levels, n, n + 3)
    if (level > top) top = level
    else if (level < top / 10) return n - block
  }
  return longestLasting
}

export function decibels(ratio: number): number {
  return 10 * Math.log10(ratio)
}
