import {
  add,
  add64,
  addLanes32,
  addLanes64,
  advance,
  type Code,
  countdown,
  dot16,
  doublesOfIntegers,
  type Func,
  floats,
  floatsOfDoubles,
  get,
  highSigned32,
  highUnsigned64,
  i32,
  integers,
  lane32,
  lane64,
  load,
  loadHalf,
  loadNamed,
  loadSigned16,
  loadSplat64,
  lowSigned32,
  lowUnsigned64,
  minus,
  minus64,
  mixed,
  multiply,
  multiplyAdd,
  plus,
  plus64,
  reordered,
  set,
  splat32,
  store,
  store32,
  storeDouble,
  storeLane32,
  subtract,
  times,
  times64,
  toFloats,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]

/** So many outputs are worked on at a time: each tap is then read, and sums are added up across, once for all of them. */
export const firAtOnce = 4

/**
 * Filters 16-bit samples: out[n] = scale · Σ samples[n · stride …] · taps over `octets` × 8 numbers, for `count` n (a multiple of `firAtOnce`). Addresses and
 * strides are bytes. The octets are fixed when it is made, so that the taps of one call stay in registers.
 */
export type Fir = (
  samples: number,
  stride: number,
  taps: number,
  out: number,
  outStride: number,
  count: number,
) => void

export async function loadFir(
  octets: number,
  scale: number,
  bytesOfMemory: number,
): Promise<{ readonly memory: WebAssemblyMemory; readonly fir: Fir }> {
  const name = `fir ${octets} ${scale}`
  const { memory, exports } = await loadNamed(name, () => [firOf(octets, scale)], bytesOfMemory)
  return { memory, fir: exports['fir'] as Fir }
}

function firOf(octets: number, scale: number): Func {
  const [samples, stride, taps, out, outStride, count] = range(6) as Six
  const from = 6
  const [sum, tap] = [(n: number) => 7 + n, (octet: number) => 7 + firAtOnce + octet] as const
  // Of longer filters than this the taps are read each time: there are sixteen registers.
  const held = Math.min(octets, 8)
  const tapOf = (octet: number): Code =>
    octet < held ? get(tap(octet)) : [...get(taps), ...load(16 * octet)]
  const [first, second, third, fourth] = range(firAtOnce).map(sum) as [number, number, number, number]
  /** Lanes of both added in pairs: of `a` to lanes 0 and 2, of `b` to lanes 1 and 3 of `a`. */
  const inPairs = (a: number, b: number): Code => [
    ...[...mixed(a, b, [0, 4, 1, 5]), ...mixed(a, b, [2, 6, 3, 7]), ...addLanes32, ...set(a)],
  ]
  const body = [
    ...range(held).flatMap(octet => [...get(taps), ...load(16 * octet), ...set(tap(octet))]),
    ...countdown(
      count,
      [
        ...range(firAtOnce).flatMap(n => [
          ...[...get(samples), ...set(from), ...get(samples), ...get(stride), ...add, ...set(samples)],
          ...range(octets).flatMap(octet => [
            ...[...get(from), ...load(16 * octet), ...tapOf(octet), ...dot16],
            ...(octet === 0 ? [] : addLanes32),
          ]),
          ...set(sum(n)),
        ]),
        ...[...inPairs(first, second), ...inPairs(third, fourth)],
        ...[...mixed(first, third, [0, 1, 4, 5]), ...mixed(first, third, [2, 3, 6, 7]), ...addLanes32],
        ...[...toFloats, ...floats(scale), ...times, ...set(first)],
        ...range(firAtOnce).flatMap(n => [
          ...[...get(out), ...get(first), ...storeLane32(n)],
          ...[...get(out), ...get(outStride), ...add, ...set(out)],
        ]),
      ],
      firAtOnce,
    ),
  ]
  return { name: 'fir', parameters: 6, counters: 1, vectors: firAtOnce + held, body }
}

/**
 * Sums of squares of 16-bit samples, and of their products with the sample before them, for `blocks` blocks of `octets` × 8: two doubles each at
 * `out`, exact; `productsMoved` has to be taken off the second for each octet. `before` is the address of the sample before the first.
 */
export type Energies = (before: number, out: number, blocks: number, octets: number) => void

/**
 * Two products of 16-bit numbers add up to between −2147418112 and 2^31: more than 32 bits with a sign hold, and no more than 32 without one once
 * they are moved by so much.
 */
const moved = 0x7fff0000
export const productsMoved = 4 * moved

/**
 * Mean squares of those blocks, of `bytes` bytes each, and of the steps in them, as floats at `plain` and `sharp`. At `numbers` lies what is taken off each sum of
 * products and what each sum is multiplied by.
 */
export type Levels = (
  sums: number,
  before: number,
  bytes: number,
  blocks: number,
  plain: number,
  sharp: number,
  numbers: number,
) => void

/** `andHalf` takes blocks of four samples more, which count as one more octet. */
export async function loadEnergies(bytesOfMemory: number): Promise<{
  readonly memory: WebAssemblyMemory
  readonly energies: Energies
  readonly andHalf: Energies
  readonly levels: Levels
}> {
  const functions = () => [energies('energies', false), energies('andHalf', true), levels()]
  const { memory, exports } = await loadNamed('energies', functions, bytesOfMemory)
  return {
    memory,
    energies: exports['energies'] as Energies,
    andHalf: exports['andHalf'] as Energies,
    levels: exports['levels'] as Levels,
  }
}

/** Σ (x − y)² = Σ x² + Σ y² − 2 Σ x·y; the y are the x, one earlier. All of these are whole numbers. */
function levels(): Func {
  const [sums, before, bytes, blocks, plain, sharp, numbers] = [0, 1, 2, 3, 4, 5, 6] as const
  const [sample, earlier, last, squares, products] = [7, 8, 9, 10, 11] as const
  const square: Code = [
    ...[...get(before), ...loadSigned16(0), ...set(sample), ...get(sample), ...get(sample), ...multiply],
    ...[...splat32, ...doublesOfIntegers],
  ]
  const write = (out: number, sum: Code): Code => [
    ...[...get(out), ...sum, ...get(numbers), ...loadSplat64(8), ...times64],
    ...[...floatsOfDoubles, ...storeLane32(0), ...advance(out, 4)],
  ]
  const body = [
    ...[...square, ...set(earlier)],
    ...countdown(blocks, [
      ...[...get(before), ...get(bytes), ...add, ...set(before), ...square, ...set(last)],
      ...[...get(sums), ...loadSplat64(0), ...set(squares)],
      ...[...get(sums), ...loadSplat64(8), ...get(numbers), ...loadSplat64(0), ...minus64, ...set(products)],
      ...write(plain, get(squares)),
      ...write(sharp, [
        ...[
          ...get(squares),
          ...get(squares),
          ...plus64,
          ...get(last),
          ...minus64,
          ...get(earlier),
          ...plus64,
        ],
        ...[...get(products), ...get(products), ...plus64, ...minus64],
      ]),
      ...[...get(last), ...set(earlier), ...advance(sums, 16)],
    ]),
  ]
  return { name: 'levels', parameters: 7, counters: 1, vectors: 4, body }
}

function energies(name: string, hasHalf: boolean): Func {
  const [before, out, blocks, octets, left] = range(5) as Five
  const [here, both, squares, products] = range(4).map(n => 5 + n) as [number, number, number, number]
  const addUnsigned = (to: number): Code => [
    ...[...set(both), ...get(to), ...get(both), ...lowUnsigned64, ...addLanes64],
    ...[...get(both), ...highUnsigned64, ...addLanes64, ...set(to)],
  ]
  const addFrom = (loaded: (offset: number) => Code): Code => [
    ...[...get(before), ...loaded(2), ...set(here)],
    ...[...get(here), ...get(here), ...dot16, ...addUnsigned(squares)],
    ...[...get(here), ...get(before), ...loaded(0), ...dot16, ...integers(moved), ...addLanes32],
    ...addUnsigned(products),
  ]
  const total = (from: number, offset: number): Code => [
    ...[...get(out), ...get(from), ...lane64(0), ...get(from), ...lane64(1), ...add64],
    ...storeDouble(offset),
  ]
  const body = countdown(blocks, [
    ...[...zeros, ...set(squares), ...zeros, ...set(products)],
    ...[...get(octets), ...set(left)],
    ...countdown(left, [...addFrom(load), ...advance(before, 16)]),
    ...(hasHalf ? [...addFrom(loadHalf), ...advance(before, 8)] : []),
    ...[...total(squares, 0), ...total(products, 8), ...advance(out, 16)],
  ])
  return { name, parameters: 4, counters: 1, vectors: 4, body }
}

/**
 * For `windows` windows of `octets` × 8 floats, four floats each at `out`: the sums of squares of the samples, of the steps between them, and of
 * the steps between sums of eight. `before` is the address of the eighth sample before the first.
 */
export type Powers = (before: number, out: number, windows: number, octets: number) => void

export async function loadPowers(
  bytesOfMemory: number,
): Promise<{ readonly memory: WebAssemblyMemory; readonly powers: Powers }> {
  const { memory, exports } = await loadNamed('powers', () => [powersOf()], bytesOfMemory)
  return { memory, powers: exports['powers'] as Powers }
}

function powersOf(): Func {
  const [before, out, windows, octets, left] = range(5) as Five
  const [low, high, step, eight, last, power, edges, slow] = range(8).map(n => 5 + n) as Eight
  const addSquare = (of: number, to: number): Code => [
    ...[...get(of), ...get(of), ...get(to), ...multiplyAdd, ...set(to)],
  ]
  /** All four lanes hold the sum of four. */
  const summed = (vector: number): Code => [
    ...[...get(vector), ...reordered(vector, [2, 3, 0, 1]), ...plus, ...set(vector)],
    ...[...get(vector), ...reordered(vector, [1, 0, 3, 2]), ...plus, ...set(vector)],
  ]
  const half = (vector: number, offset: number): Code => [
    ...[...get(before), ...load(offset), ...set(vector), ...addSquare(vector, power)],
    ...[
      ...get(vector),
      ...get(before),
      ...load(offset - 4),
      ...minus,
      ...set(step),
      ...addSquare(step, edges),
    ],
  ]
  const kept = (vector: number, lane: number): Code => [
    ...[...summed(vector), ...get(out), ...get(vector), ...lane32(0), ...store32(4 * lane)],
  ]
  const body = [
    ...[...get(before), ...load(0), ...get(before), ...load(16), ...plus, ...set(last), ...summed(last)],
    ...countdown(windows, [
      ...[power, edges, slow].flatMap(each => [...zeros, ...set(each)]),
      ...[...get(octets), ...set(left)],
      ...countdown(left, [
        ...[...half(low, 32), ...half(high, 48)],
        ...[...get(low), ...get(high), ...plus, ...set(eight), ...summed(eight)],
        ...[...get(eight), ...get(last), ...minus, ...set(step), ...addSquare(step, slow)],
        ...[...get(eight), ...set(last), ...advance(before, 32)],
      ]),
      // All lanes of the slow steps are the same one.
      ...[...kept(power, 0), ...kept(edges, 1)],
      ...[...get(out), ...get(slow), ...lane32(0), ...store32(8)],
      ...advance(out, 16),
    ]),
  ]
  return { name: 'powers', parameters: 4, counters: 1, vectors: 8, body }
}

/** The inner loops of `frame-powers.ts`. Counts are multiples of 8; addresses are bytes. */
export interface FrameKernels {
  readonly memory: WebAssemblyMemory
  /** out = (x[n] − sharpening · x[n − 1]) · taper for 16-bit `samples`; the one before the first is there too. */
  readonly sharpened: (samples: number, taper: number, out: number, count: number) => void
  /** sums[n] += the power of the n-th of `count` complex numbers. */
  readonly addPowers: (spectrum: number, sums: number, count: number) => void
}

export async function loadFrameKernels(bytesOfMemory: number, sharpening: number): Promise<FrameKernels> {
  const functions = () => [sharpened(sharpening), addPowers()]
  const { memory, exports } = await loadNamed(`frames ${sharpening}`, functions, bytesOfMemory)
  return {
    memory,
    sharpened: exports['sharpened'] as FrameKernels['sharpened'],
    addPowers: exports['addPowers'] as FrameKernels['addPowers'],
  }
}

function sharpened(sharpening: number): Func {
  const [samples, taper, out, count] = [0, 1, 2, 3] as const
  const [here, before] = [4, 5] as const
  const four = (half: Code, offset: number): Code => [
    ...[...get(out), ...get(before), ...half, ...toFloats, ...floats(-sharpening)],
    ...[...get(here), ...half, ...toFloats, ...multiplyAdd, ...get(taper), ...load(offset), ...times],
    ...store(offset),
  ]
  const body = countdown(
    count,
    [
      ...[...get(samples), ...load(0), ...set(here), ...get(samples), ...i32(2), ...subtract],
      ...[...load(0), ...set(before), ...four(lowSigned32, 0), ...four(highSigned32, 16)],
      ...[...advance(samples, 16), ...advance(taper, 32), ...advance(out, 32)],
    ],
    8,
  )
  return { name: 'sharpened', parameters: 4, counters: 0, vectors: 2, body }
}

function addPowers(): Func {
  const [spectrum, sums, count] = [0, 1, 2] as const
  const [low, high, part] = [3, 4, 5] as const
  const addSquares = (lanes: readonly [number, number, number, number]): Code => [
    ...[...mixed(low, high, lanes), ...set(part)],
    ...[...get(part), ...get(part), ...times],
  ]
  const body = countdown(
    count,
    [
      ...[...get(spectrum), ...load(0), ...set(low), ...get(spectrum), ...load(16), ...set(high)],
      ...[...get(sums), ...get(sums), ...load(0)],
      ...[...addSquares([0, 2, 4, 6]), ...addSquares([1, 3, 5, 7]), ...plus, ...plus, ...store(0)],
      ...[...advance(spectrum, 32), ...advance(sums, 16)],
    ],
    4,
  )
  return { name: 'addPowers', parameters: 3, counters: 0, vectors: 3, body }
}

type Six = [number, number, number, number, number, number]
type Five = [number, number, number, number, number]
type Eight = [number, number, number, number, number, number, number, number]
