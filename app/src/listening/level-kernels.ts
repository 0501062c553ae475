import {
  afterBlocks,
  beforeBlocks,
  leastDeep,
  leastEnergy,
  leastSharp,
  longestLasting,
  meanBlocks,
  nearlyOf,
  quiet,
} from '@sightline/core/listening'
import {
  add,
  advance,
  again,
  and,
  both,
  type Code,
  countdown,
  doubles,
  doublesOfFloats,
  type Func,
  floatsOfDoubles,
  get,
  i32,
  isAny,
  isAtMost64,
  isLess,
  isLess64,
  isMore64,
  isZero,
  lane32,
  load,
  loadNamed,
  loadSecond,
  loadSingle,
  loadSplat64,
  minus64,
  most64,
  over64,
  plus64,
  set,
  store,
  store32,
  storeHalf,
  times64,
  when,
  zeros,
} from '../webassembly/words.ts'

/** The inner loops of `level-loops.ts`. Addresses are bytes; what is counted is not 0. Levels of edges go in the lower lane, those of the sound as it is in the upper one. */
export interface LevelKernels {
  readonly memory: WebAssemblyMemory
  /** `sharp` and `plain` are where what lies before the first place begins. Lays the place, counted from the first, and both ratios at `out`, 16 bytes each; how many at `found`. */
  readonly jumps: (sharp: number, plain: number, count: number, out: number, found: number) => void
  /** `sharp` and `plain` are where the first mean begins; two doubles at `tops` are lifted. */
  readonly lift: (sharp: number, plain: number, count: number, tops: number) => void
  /** Adds `count` levels to the double at `sums`, and lifts the one after it to their largest. */
  readonly added: (levels: number, count: number, sums: number) => void
  /** Lays the largest of `count` sums of `size` levels, which begin `every` bytes apart, as two doubles at `out`, and after them each. */
  readonly sums: (
    sharp: number,
    plain: number,
    every: number,
    size: number,
    count: number,
    out: number,
  ) => void
  readonly lasting: (levels: number, out: number) => void
}

export async function loadLevelKernels(bytesOfMemory: number): Promise<LevelKernels> {
  const functions = () => [jumps(), lift(), added(), sums(), lasting()]
  const { memory, exports } = await loadNamed('level loops', functions, bytesOfMemory)
  return { memory, ...(exports as unknown as Omit<LevelKernels, 'memory'>) }
}

/** One level of the edges and one of the sound as it is. */
const pair = (sharp: number, plain: number, offset: number): Code => [
  ...[get(plain), get(sharp), loadSingle(offset), loadSecond(offset), doublesOfFloats],
]

function jumps(): Func {
  const [sharp, plain, count, out, found, at, number] = [0, 1, 2, 3, 4, 5, 6] as const
  const [before, after, ratio] = [7, 8, 9] as const
  const [here, later] = [4 * beforeBlocks, 4 * (beforeBlocks + afterBlocks)] as const
  const addUp = (to: number, first: number, levels: number): Code =>
    Array.from({ length: levels }, (_, n) => [
      ...[get(to), pair(sharp, plain, 4 * (first + n)), plus64, set(to)],
    ])
  const move = (to: number, more: number, less: number): Code => [
    ...[get(to), pair(sharp, plain, more), pair(sharp, plain, less), minus64, plus64, set(to)],
  ]
  const body = [
    ...[addUp(before, 0, beforeBlocks), addUp(after, beforeBlocks, afterBlocks)],
    countdown(count, [
      ...[get(after), doubles(afterBlocks), over64],
      ...[get(before), doubles(beforeBlocks), over64, doubles(leastEnergy), plus64, over64],
      ...[get(before), doubles(beforeBlocks * leastEnergy), plus64],
      ...[doubles(nearlyOf(leastSharp), nearlyOf(leastDeep)), times64, get(after), isLess64],
      ...[both, floatsOfDoubles, set(ratio)],
      ...[doubles(leastSharp, leastDeep), get(ratio), doublesOfFloats, isAtMost64, isAny],
      when([
        ...[get(out), get(ratio), store(0), get(out), get(at), store32(8)],
        ...[advance(out, 16), advance(number, 1)],
      ]),
      ...[move(before, here, 0), move(after, later, here)],
      ...[advance(sharp, 4), advance(plain, 4), advance(at, 1)],
    ]),
    ...[get(found), get(number), store32(0)],
  ]
  return { name: 'jumps', parameters: 5, counters: 2, vectors: 3, body }
}

function lift(): Func {
  const [sharp, plain, count, tops, known] = [0, 1, 2, 3, 4] as const
  const later = Array.from({ length: meanBlocks - 1 }, (_, n) => [pair(sharp, plain, 4 * (n + 1)), plus64])
  const body = [
    ...[get(tops), load(0), set(known)],
    countdown(count, [
      ...[get(known), pair(sharp, plain, 0), later, doubles(meanBlocks), over64],
      ...[floatsOfDoubles, doublesOfFloats, most64, set(known)],
      ...[advance(sharp, 4), advance(plain, 4)],
    ]),
    ...[get(tops), get(known), store(0)],
  ]
  return { name: 'lift', parameters: 4, counters: 0, vectors: 1, body }
}

function added(): Func {
  const [levels, count, out] = [0, 1, 2] as const
  const [sum, largest, level] = [3, 4, 5] as const
  const body = [
    ...[get(out), loadSplat64(0), set(sum)],
    countdown(count, [
      ...[get(levels), loadSingle(0), doublesOfFloats, set(level)],
      ...[get(sum), get(level), plus64, set(sum), get(largest), get(level), most64, set(largest)],
      advance(levels, 4),
    ]),
    ...[get(out), get(sum), storeHalf(0), get(out), get(largest), storeHalf(8)],
  ]
  return { name: 'added', parameters: 3, counters: 0, vectors: 3, body }
}

function sums(): Func {
  const [sharp, plain, every, size, count, out] = [0, 1, 2, 3, 4, 5] as const
  const [edges, whole, left, place] = [6, 7, 8, 9] as const
  const [sum, largest] = [10, 11] as const
  const body = [
    ...[get(out), i32(16), add, set(place)],
    countdown(count, [
      ...[get(sharp), set(edges), get(plain), set(whole), get(size), set(left), zeros, set(sum)],
      countdown(left, [
        ...[get(sum), pair(edges, whole, 0), plus64, set(sum), advance(edges, 4), advance(whole, 4)],
      ]),
      ...[get(place), get(sum), store(0), advance(place, 16)],
      ...[get(largest), get(sum), most64, set(largest)],
      ...[get(sharp), get(every), add, set(sharp), get(plain), get(every), add, set(plain)],
    ]),
    ...[get(out), get(largest), store(0)],
  ]
  return { name: 'sums', parameters: 6, counters: 4, vectors: 2, body }
}

function lasting(): Func {
  const [levels, out, at] = [0, 1, 2] as const
  const [level, top] = [3, 4] as const
  const single = (offset: number): Code => [get(levels), loadSingle(offset), doublesOfFloats]
  const body = [
    again([
      ...[get(out), get(at), store32(0)],
      ...[single(0), single(4), plus64, single(8), plus64, doubles(3), over64, doubles(quiet), plus64],
      ...[set(level), get(top), get(level), most64, set(top)],
      ...[advance(levels, 4), advance(at, 1)],
      // What comes after the last is not asked for: that many are as long as a sound is followed.
      ...[get(top), doubles(10), over64, get(level), isMore64, lane32(0), isZero],
      ...[get(at), i32(longestLasting + 1), isLess, and],
    ]),
  ]
  return { name: 'lasting', parameters: 2, counters: 1, vectors: 2, body }
}
