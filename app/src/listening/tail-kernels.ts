import {
  add64,
  addLanes32,
  addLanes64,
  advance,
  type Code,
  countdown,
  dot16,
  doublesOfIntegers,
  type Func,
  floatsOfDoubles,
  get,
  highUnsigned64,
  integers,
  lane64,
  load,
  loadNamed,
  loadSplat64,
  lowSigned32,
  lowUnsigned64,
  minus64,
  plus64,
  reordered,
  set,
  store,
  storeDouble,
  storeLane32,
  times64,
  zeros,
} from '../webassembly/words.ts'
import { productsMoved } from './sound-kernels.ts'

/** The inner loops of `tail-loops.ts`. Addresses are bytes. */
export interface TailKernels {
  readonly memory: WebAssemblyMemory
  /** Doubles of `octets` × 8 16-bit samples. */
  readonly widen: (samples: number, out: number, octets: number) => void
  /** Sums of the products of `octets` × 8 samples with those 0, 1, 2 … before them, `lags` doubles; `productsMoved` has to be taken off for each octet. */
  readonly lags: (samples: number, out: number, lags: number, octets: number) => void
  /** `blocks` floats: `scale` (a double's address) times the sum of the squares of what a filter leaves of 2 × `pairs` doubles. The twelve taps but the first stand twice each. */
  readonly left: (
    signal: number,
    taps: number,
    scale: number,
    out: number,
    blocks: number,
    pairs: number,
  ) => void
  /** The same of a pair of filters, at `upper` and at `top`: the pairs of b, a1, a2, two of the scale, and 2 stand at `filters`. */
  readonly passed: (
    signal: number,
    filters: number,
    upper: number,
    top: number,
    blocks: number,
    samples: number,
  ) => void
}

export async function loadTailKernels(order: number, bytesOfMemory: number): Promise<TailKernels> {
  const functions = () => [widen(), lags(), left(order), passed()]
  const { memory, exports } = await loadNamed(`tails ${order}`, functions, bytesOfMemory)
  return {
    memory,
    widen: exports['widen'] as TailKernels['widen'],
    lags: exports['lags'] as TailKernels['lags'],
    left: exports['left'] as TailKernels['left'],
    passed: exports['passed'] as TailKernels['passed'],
  }
}

const range = (count: number) => [...new Array(count).keys()]
const swapped = (vector: number): Code => reordered(vector, [2, 3, 0, 1])

function widen(): Func {
  const [samples, out, octets, four] = [0, 1, 2, 3] as const
  // Half the octet is read at a time: eight more bytes are read than are needed.
  const half = (offset: number): Code => [
    ...[...get(samples), ...load(offset), ...lowSigned32, ...set(four)],
    ...[...get(out), ...get(four), ...doublesOfIntegers, ...store(4 * offset)],
    ...[...get(out), ...swapped(four), ...doublesOfIntegers, ...store(4 * offset + 16)],
  ]
  const body = countdown(octets, [...half(0), ...half(8), ...advance(samples, 16), ...advance(out, 64)])
  return { name: 'widen', parameters: 3, counters: 0, vectors: 1, body }
}

function lags(): Func {
  const [samples, out, count, octets, earlier, here, before, left] = [0, 1, 2, 3, 4, 5, 6, 7] as const
  const [both, sum] = [8, 9] as const
  const body = [
    ...[...get(samples), ...set(earlier)],
    ...countdown(count, [
      ...[...get(samples), ...set(here), ...get(earlier), ...set(before)],
      ...[...zeros, ...set(sum), ...get(octets), ...set(left)],
      ...countdown(left, [
        ...[...get(here), ...load(0), ...get(before), ...load(0), ...dot16],
        // Two products are no more than 32 bits without a sign hold, once moved.
        ...[...integers(productsMoved / 4), ...addLanes32, ...set(both)],
        ...[...get(sum), ...get(both), ...lowUnsigned64, ...addLanes64],
        ...[...get(both), ...highUnsigned64, ...addLanes64, ...set(sum)],
        ...[...advance(here, 16), ...advance(before, 16)],
      ]),
      ...[...get(out), ...get(sum), ...lane64(0), ...get(sum), ...lane64(1), ...add64, ...storeDouble(0)],
      ...[...advance(out, 8), ...advance(earlier, -2)],
    ]),
  ]
  return { name: 'lags', parameters: 4, counters: 4, vectors: 2, body }
}

function left(order: number): Func {
  const [signal, taps, scale, out, blocks, pairs, more] = [0, 1, 2, 3, 4, 5, 6] as const
  const [sum, value] = [7, 8] as const
  const tap = (k: number) => 8 + k
  const body = [
    ...range(order).flatMap(k => [...get(taps), ...load(16 * k), ...set(tap(k + 1))]),
    ...countdown(blocks, [
      ...[...zeros, ...set(sum), ...get(pairs), ...set(more)],
      ...countdown(more, [
        ...[...get(signal), ...load(8 * order)],
        ...range(order).flatMap(k => [
          ...[...get(tap(k + 1)), ...get(signal), ...load(8 * (order - 1 - k)), ...times64, ...plus64],
        ]),
        ...[...set(value), ...get(value), ...get(value), ...times64, ...set(value)],
        // In the lower lane one square after another, as plain loops add them.
        ...[...get(sum), ...get(value), ...plus64, ...swapped(value), ...plus64, ...set(sum)],
        ...advance(signal, 16),
      ]),
      ...[...get(out), ...get(sum), ...get(scale), ...loadSplat64(0), ...times64, ...floatsOfDoubles],
      ...[...storeLane32(0), ...advance(out, 4)],
    ]),
  ]
  return { name: 'left', parameters: 6, counters: 1, vectors: 2 + order, body }
}

function passed(): Func {
  const [signal, filters, upper, top, blocks, samples, more] = [0, 1, 2, 3, 4, 5, 6] as const
  const [b, a1, a2, scale, two, x, x1, x2, y, y1, y2, sum] = range(12).map(n => 7 + n) as Twelve
  const body = [
    ...[b, a1, a2, scale, two].flatMap((to, n) => [...get(filters), ...load(16 * n), ...set(to)]),
    ...[...get(signal), ...loadSplat64(0), ...set(x2), ...get(signal), ...loadSplat64(8), ...set(x1)],
    ...[...zeros, ...set(y1), ...zeros, ...set(y2)],
    ...countdown(blocks, [
      ...[...zeros, ...set(sum), ...get(samples), ...set(more)],
      ...countdown(more, [
        ...[...get(signal), ...loadSplat64(16), ...set(x)],
        ...[...get(b), ...get(x), ...get(two), ...get(x1), ...times64, ...minus64, ...get(x2), ...plus64],
        ...[...times64, ...get(a1), ...get(y1), ...times64, ...minus64],
        ...[...get(a2), ...get(y2), ...times64, ...minus64, ...set(y)],
        ...[...get(x1), ...set(x2), ...get(x), ...set(x1), ...get(y1), ...set(y2), ...get(y), ...set(y1)],
        ...[...get(sum), ...get(y), ...get(y), ...times64, ...plus64, ...set(sum), ...advance(signal, 8)],
      ]),
      ...[...get(sum), ...get(scale), ...times64, ...floatsOfDoubles, ...set(x)],
      ...[...get(upper), ...get(x), ...storeLane32(0), ...get(top), ...get(x), ...storeLane32(1)],
      ...[...advance(upper, 4), ...advance(top, 4)],
    ]),
  ]
  return { name: 'passed', parameters: 6, counters: 1, vectors: 12, body }
}

type Twelve = [
  ...[number, number, number, number, number, number],
  ...[number, number, number, number, number, number],
]
