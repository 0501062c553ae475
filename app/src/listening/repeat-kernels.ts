import {
  add,
  advance,
  type Code,
  countdown,
  doubles,
  doublesOfFloats,
  type Func,
  floats,
  floatsOfDoubles,
  get,
  load,
  load32,
  loadHalf,
  loadNamed,
  loadSplat64,
  minus64,
  mixed,
  most64,
  over64,
  plus,
  plus64,
  reordered,
  root64,
  set,
  store,
  storeHalf,
  times,
  times64,
} from '../webassembly/words.ts'
import { numbers } from './onset-kernels.ts'

/** The inner loops of `repeat-loops.ts`. Addresses are bytes; what is counted is not 0. */
export interface RepeatKernels {
  readonly memory: WebAssemblyMemory
  readonly numbers: (samples: number, out: number, octets: number) => void
  /** `quads` × 4 of every other float from `samples` on, of which eleven before it are there too. */
  readonly halved: (samples: number, out: number, quads: number) => void
  /** Doubles: the powers of `pairs` × 2 complex numbers. */
  readonly powers: (spectrum: number, out: number, pairs: number) => void
  /** Doubles: at each place the sum of what stood at `sum`, of what came in at `ahead` and, less, what went out at `behind`, over what stands at `counts`. */
  readonly means: (
    ahead: number,
    behind: number,
    counts: number,
    out: number,
    sum: number,
    count: number,
  ) => void
  /** Two doubles, one of which is the highest of `pairs` × 2. */
  readonly highest: (values: number, out: number, pairs: number) => void
  /** Weights of `pairs` × 2 powers: where the noise of each stands says an integer at `places`. At `scale` stand what noise is scaled by and what heights are no less than. */
  readonly weights: (
    powers: number,
    noise: number,
    places: number,
    scale: number,
    out: number,
    pairs: number,
  ) => void
  /** `count` complex numbers of `first`, conjugate, times those of `second` and a double. */
  readonly product: (first: number, second: number, weights: number, out: number, count: number) => void
  /** Two doubles that add up to the sum of the products of `quads` × 4 floats. */
  readonly dot: (a: number, b: number, out: number, quads: number) => void
}

interface Taps {
  readonly own: number
  readonly near: number
  readonly far: number
  readonly sharpening: number
}

export async function loadRepeatKernels(
  bytesOfMemory: number,
  { leastStanding, ...taps }: Taps & { readonly leastStanding: number },
): Promise<RepeatKernels> {
  const functions = () => [
    ...[numbers(), halved(taps), powers(), means(), highest(), weights(leastStanding), product(), dot()],
  ]
  const { memory, exports } = await loadNamed('repeats', functions, bytesOfMemory)
  return { memory, ...(exports as unknown as Omit<RepeatKernels, 'memory'>) }
}

const swapped = (vector: number): Code => reordered(vector, [2, 3, 0, 1])
/** The lower or the higher two floats of a local as doubles. */
const low = (vector: number): Code => [...get(vector), ...doublesOfFloats]
const high = (vector: number): Code => [...swapped(vector), ...doublesOfFloats]

function halved({ own, near, far, sharpening }: Taps): Func {
  const [samples, out, quads] = [0, 1, 2] as const
  const [from, one, two, odd, last, here] = [3, 4, 5, 6, 7, 8] as const
  /** Of four pairs from `offset` on, the other of each: the samples one before those of the pair after. */
  const others = (offset: number): Code => [
    ...[...get(samples), ...load(offset), ...set(one), ...get(samples), ...load(offset + 16), ...set(two)],
    ...mixed(one, two, [1, 3, 5, 7]),
  ]
  /** Four kept samples, of which the first lies four floats after `samples`. All of it is exact: 16-bit samples have few digits. */
  const kept: Code = [
    ...[...others(8), ...others(16), ...plus, ...set(odd)],
    ...[...get(odd), ...floats(near), ...times, ...mixed(one, two, [0, 2, 4, 6]), ...floats(own), ...times],
    ...[...plus, ...others(0), ...others(24), ...plus, ...floats(far), ...times, ...plus, ...set(here)],
  ]
  /** Two of them as floats, sharpened: `from` holds those before. */
  const sharpened = (half: (vector: number) => Code): Code => [
    ...[...half(here), ...half(from), ...doubles(sharpening), ...times64, ...minus64, ...floatsOfDoubles],
  ]
  const body = [
    ...[...advance(samples, -48), ...kept, ...get(here), ...set(last), ...advance(samples, 32)],
    ...countdown(quads, [
      ...[...kept, ...mixed(last, here, [3, 4, 5, 6]), ...set(from)],
      ...[...sharpened(low), ...set(one), ...sharpened(high), ...set(two)],
      ...[...get(out), ...mixed(one, two, [0, 1, 4, 5]), ...store(0), ...get(here), ...set(last)],
      ...[...advance(samples, 32), ...advance(out, 16)],
    ]),
  ]
  return { name: 'halved', parameters: 3, counters: 0, vectors: 6, body }
}

function powers(): Func {
  const [spectrum, out, pairs, four, one, two] = [0, 1, 2, 3, 4, 5] as const
  const squared = (half: Code, to: number): Code => [
    ...[...half, ...set(to), ...get(to), ...get(to), ...times64, ...set(to)],
  ]
  const body = countdown(pairs, [
    ...[...get(spectrum), ...load(0), ...set(four), ...squared(low(four), one), ...squared(high(four), two)],
    ...[
      ...get(out),
      ...mixed(one, two, [0, 1, 4, 5]),
      ...mixed(one, two, [2, 3, 6, 7]),
      ...plus64,
      ...store(0),
    ],
    ...[...advance(spectrum, 16), ...advance(out, 16)],
  ])
  return { name: 'powers', parameters: 3, counters: 0, vectors: 3, body }
}

/** One after another, in the lower lane, as plain loops add them. */
function means(): Func {
  const [ahead, behind, counts, out, sumAt, count, sum] = [0, 1, 2, 3, 4, 5, 6] as const
  const body = [
    ...[...get(sumAt), ...loadSplat64(0), ...set(sum)],
    ...countdown(count, [
      ...[
        ...get(sum),
        ...get(ahead),
        ...loadSplat64(0),
        ...plus64,
        ...get(behind),
        ...loadSplat64(0),
        ...minus64,
      ],
      ...[
        ...set(sum),
        ...get(out),
        ...get(sum),
        ...get(counts),
        ...loadSplat64(0),
        ...over64,
        ...storeHalf(0),
      ],
      ...[ahead, behind, counts, out].flatMap(each => advance(each, 8)),
    ]),
  ]
  return { name: 'means', parameters: 6, counters: 0, vectors: 1, body }
}

function highest(): Func {
  const [values, out, pairs, two] = [0, 1, 2, 3] as const
  const body = [
    ...countdown(pairs, [
      ...[...get(two), ...get(values), ...load(0), ...most64, ...set(two), ...advance(values, 16)],
    ]),
    ...[...get(out), ...get(two), ...store(0)],
  ]
  return { name: 'highest', parameters: 3, counters: 0, vectors: 1, body }
}

function weights(leastStanding: number): Func {
  const [powersAt, noise, places, scale, out, pairs] = [0, 1, 2, 3, 4, 5] as const
  const [power, scaled, least, one, two] = [6, 7, 8, 9, 10] as const
  const noiseAt = (offset: number): Code => [
    ...[...get(noise), ...get(places), ...load32(offset), ...add, ...loadSplat64(0)],
  ]
  const body = [
    ...[...get(scale), ...loadSplat64(0), ...set(scaled), ...get(scale), ...loadSplat64(8), ...set(least)],
    ...countdown(pairs, [
      ...[...get(powersAt), ...load(0), ...doubles(1e-20), ...plus64, ...set(power)],
      ...[...noiseAt(0), ...set(one), ...noiseAt(4), ...set(two)],
      ...[
        ...get(out),
        ...doubles(leastStanding),
        ...doubles(1),
        ...get(scaled),
        ...mixed(one, two, [0, 1, 6, 7]),
      ],
      ...[...times64, ...get(power), ...over64, ...minus64, ...most64],
      ...[...get(power), ...root64, ...get(least), ...plus64, ...over64, ...store(0)],
      ...[...advance(powersAt, 16), ...advance(out, 16), ...advance(places, 8)],
    ]),
  ]
  return { name: 'weights', parameters: 6, counters: 0, vectors: 5, body }
}

function product(): Func {
  const [first, second, weightsAt, out, count] = [0, 1, 2, 3, 4] as const
  const [one, two, along, across] = [5, 6, 7, 8] as const
  const body = countdown(count, [
    ...[...get(first), ...loadHalf(0), ...doublesOfFloats, ...set(one)],
    ...[...get(second), ...loadHalf(0), ...doublesOfFloats, ...set(two)],
    ...[...get(one), ...get(two), ...times64, ...set(along)],
    ...[...get(one), ...swapped(two), ...times64, ...set(across)],
    // a·c + b·d and a·d − b·c.
    ...[...get(out), ...mixed(along, across, [0, 1, 4, 5]), ...mixed(along, across, [2, 3, 6, 7])],
    ...[...doubles(1, -1), ...times64, ...plus64, ...get(weightsAt), ...loadSplat64(0), ...times64],
    ...[...floatsOfDoubles, ...storeHalf(0)],
    ...[first, second, weightsAt, out].flatMap(each => advance(each, 8)),
  ])
  return { name: 'product', parameters: 5, counters: 0, vectors: 4, body }
}

function dot(): Func {
  const [a, b, out, quads] = [0, 1, 2, 3] as const
  const [one, two, lower, higher] = [4, 5, 6, 7] as const
  const body = [
    ...countdown(quads, [
      ...[...get(a), ...load(0), ...set(one), ...get(b), ...load(0), ...set(two)],
      ...[...get(lower), ...low(one), ...low(two), ...times64, ...plus64, ...set(lower)],
      ...[...get(higher), ...high(one), ...high(two), ...times64, ...plus64, ...set(higher)],
      ...[...advance(a, 16), ...advance(b, 16)],
    ]),
    ...[...get(out), ...get(lower), ...get(higher), ...plus64, ...store(0)],
  ]
  return { name: 'dot', parameters: 4, counters: 0, vectors: 4, body }
}
