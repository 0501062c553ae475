import {
  add,
  add64,
  addLanes32,
  addLanes64,
  advance,
  type Code,
  countdown,
  dot16,
  type Func,
  floats,
  get,
  highProducts64,
  lane32,
  lane64,
  load,
  loadModule,
  loadWide16,
  lowProducts64,
  minus,
  multiplyAdd,
  plus,
  reordered,
  set,
  store32,
  storeDouble,
  subtractLanes32,
  times,
  toFloats,
  zeros,
} from './wasm-words.ts'

const range = (count: number) => [...new Array(count).keys()]

/**
 * Filters 16-bit samples: out[n] = scale · Σ samples[n · stride …] · taps over `octets` × 8 numbers, for `count` n. Addresses and strides are bytes.
 * The octets are fixed when it is made, so that the taps of one call stay in registers.
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
  const [samples, stride, taps, out, outStride, count] = range(6) as Six
  const [sum, tap] = [6, (octet: number) => 7 + octet] as const
  // Of longer filters than this the taps are read each time: there are sixteen registers.
  const held = Math.min(octets, 8)
  const tapOf = (octet: number): Code =>
    octet < held ? get(tap(octet)) : [...get(taps), ...load(16 * octet)]
  const body = [
    ...range(held).flatMap(octet => [...get(taps), ...load(16 * octet), ...set(tap(octet))]),
    ...countdown(count, [
      ...range(octets).flatMap(octet => [
        ...[...get(samples), ...load(16 * octet), ...tapOf(octet), ...dot16],
        ...(octet === 0 ? [] : addLanes32),
      ]),
      ...set(sum),
      ...get(out),
      ...[...get(sum), ...reordered(sum, [2, 3, 0, 1]), ...addLanes32, ...set(sum)],
      ...[...get(sum), ...reordered(sum, [1, 0, 3, 2]), ...addLanes32],
      ...[...toFloats, ...floats(scale), ...times, ...lane32(0), ...store32(0)],
      ...[...get(samples), ...get(stride), ...add, ...set(samples)],
      ...[...get(out), ...get(outStride), ...add, ...set(out)],
    ]),
  ]
  const func: Func = { name: 'fir', parameters: 6, counters: 0, vectors: 1 + held, body }
  const { memory, exports } = await loadModule([func], bytesOfMemory)
  return { memory, fir: exports['fir'] as Fir }
}

/**
 * Sums of squares of 16-bit samples, and of the steps between them, for `blocks` blocks of `quads` × 4: two doubles each at `out`, exact.
 * `before` is the address of the sample before the first.
 */
export type Energies = (before: number, out: number, blocks: number, quads: number) => void

export async function loadEnergies(
  bytesOfMemory: number,
): Promise<{ readonly memory: WebAssemblyMemory; readonly energies: Energies }> {
  const [before, out, blocks, quads, left] = range(5) as Five
  const [here, plain, sharp] = range(3).map(n => 5 + n) as [number, number, number]
  const addSquares = (to: number): Code => [
    ...[...get(to), ...get(here), ...get(here), ...lowProducts64, ...addLanes64],
    ...[...get(here), ...get(here), ...highProducts64, ...addLanes64, ...set(to)],
  ]
  const total = (from: number, offset: number): Code => [
    ...[...get(out), ...get(from), ...lane64(0), ...get(from), ...lane64(1), ...add64],
    ...storeDouble(offset),
  ]
  const body = countdown(blocks, [
    ...[...zeros, ...set(plain), ...zeros, ...set(sharp)],
    ...[...get(quads), ...set(left)],
    ...countdown(left, [
      ...[...get(before), ...loadWide16(2), ...set(here), ...addSquares(plain)],
      ...[...get(here), ...get(before), ...loadWide16(0), ...subtractLanes32, ...set(here)],
      ...[...addSquares(sharp), ...advance(before, 8)],
    ]),
    ...[...total(plain, 0), ...total(sharp, 8), ...advance(out, 16)],
  ])
  const func: Func = { name: 'energies', parameters: 4, counters: 1, vectors: 3, body }
  const { memory, exports } = await loadModule([func], bytesOfMemory)
  return { memory, energies: exports['energies'] as Energies }
}

/**
 * For `windows` windows of `octets` × 8 floats, four floats each at `out`: the sums of squares of the samples, of the steps between them, and of
 * the steps between sums of eight. `before` is the address of the eighth sample before the first.
 */
export type Powers = (before: number, out: number, windows: number, octets: number) => void

export async function loadPowers(
  bytesOfMemory: number,
): Promise<{ readonly memory: WebAssemblyMemory; readonly powers: Powers }> {
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
  const func: Func = { name: 'powers', parameters: 4, counters: 1, vectors: 8, body }
  const { memory, exports } = await loadModule([func], bytesOfMemory)
  return { memory, powers: exports['powers'] as Powers }
}

type Six = [number, number, number, number, number, number]
type Five = [number, number, number, number, number]
type Eight = [number, number, number, number, number, number, number, number]
