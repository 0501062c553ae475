import {
  add,
  addLanes32,
  advance,
  type Code,
  countdown,
  dot16,
  type Func,
  get,
  i32,
  lane32,
  larger,
  load,
  loadSplat,
  moduleOf,
  multiply,
  multiplyAdd,
  set,
  store,
  store32,
  zeros,
} from './wasm-words.ts'

/** Columns that lie together in packed weights: one panel is read from the nearest cache for all rows. */
export const panelColumns = 8
export const stepColumns = 32
/** Rows of `affine` are worked on so many at a time. */
export const rowsAtOnce = 4

/**
 * The inner loops of the speech network and of resampling, in WebAssembly: JavaScript has no vectors, and plain loops took ten times as
 * long. Addresses and strides are bytes.
 */
export interface Kernels {
  readonly memory: WebAssemblyMemory
  /**
   * out[row] = max(floor, bias + in[row] · weights) for `rows` (a multiple of 4) rows, one panel of 8 columns. `weights` is [depth][8]; `floor` is the
   * address of four zeros, or of four least numbers where nothing is to be cut off.
   */
  readonly affine: (
    input: number,
    inputStride: number,
    weights: number,
    bias: number,
    out: number,
    outStride: number,
    rows: number,
    depth: number,
    floor: number,
  ) => void
  /** sums[0 … 32) = start[0 … 32) + input · weights, with weights [depth][32]. */
  readonly step: (input: number, weights: number, start: number, sums: number, depth: number) => void
  /** out[n] = Σ samples[at + n · stride …] · taps over `octets` × 8 16-bit numbers, as 32-bit sums. */
  readonly fir: (
    samples: number,
    stride: number,
    taps: number,
    out: number,
    outStride: number,
    count: number,
    octets: number,
  ) => void
}

export async function loadKernels(bytesOfMemory: number): Promise<Kernels> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytesOfMemory / 65536) })
  const made = await WebAssembly.instantiate(moduleOf([affine(), step(), fir()]), { env: { memory } })
  const { exports } = made.instance
  return {
    memory,
    affine: exports['affine'] as Kernels['affine'],
    step: exports['step'] as Kernels['step'],
    fir: exports['fir'] as Kernels['fir'],
  }
}

const range = (count: number) => [...new Array(count).keys()]

function affine(): Func {
  const [input, inputStride, weights, bias, out, outStride, rows, depth, floor] = range(9) as Nine
  const [row0, row1, row2, row3, weight, left] = range(6).map(n => 9 + n) as Six
  const rowAt = [row0, row1, row2, row3]
  const vector = (n: number) => 15 + n
  const sum = (row: number, half: number) => vector(2 * row + half)
  const [low, high, one] = [vector(8), vector(9), vector(10)]
  const rowsOf = (from: number, stride: number, extra: Code): Code => [
    ...get(from),
    ...set(row0),
    ...rowAt
      .slice(1)
      .flatMap((row, n) => [...get(rowAt[n] as number), ...get(stride), ...add, ...extra, ...set(row)]),
  ]
  const begin = rowAt.flatMap((_, row) =>
    [0, 1].flatMap(half => [...get(bias), ...load(16 * half), ...set(sum(row, half))]),
  )
  const accumulate = [
    ...[...get(weight), ...load(0), ...set(low)],
    ...[...get(weight), ...load(16), ...set(high)],
    ...rowAt.flatMap((row, n) => [
      ...[...get(row), ...loadSplat(0), ...set(one)],
      ...[...get(one), ...get(low), ...get(sum(n, 0)), ...multiplyAdd, ...set(sum(n, 0))],
      ...[...get(one), ...get(high), ...get(sum(n, 1)), ...multiplyAdd, ...set(sum(n, 1))],
      ...advance(row, 4),
    ]),
    ...advance(weight, 4 * panelColumns),
  ]
  const finish = rowAt.flatMap((row, n) =>
    [0, 1].flatMap(half => [
      ...get(row),
      ...[...get(sum(n, half)), ...get(floor), ...load(0), ...larger],
      ...store(16 * half),
    ]),
  )
  const fourStrides = (stride: number): Code => [...get(stride), ...i32(rowsAtOnce), ...multiply]
  const body = [
    ...rowsOf(input, inputStride, []),
    ...begin,
    ...[...get(weights), ...set(weight), ...get(depth), ...set(left)],
    ...countdown(left, accumulate),
    ...rowsOf(out, outStride, []),
    ...finish,
    ...[...get(input), ...fourStrides(inputStride), ...add, ...set(input)],
    ...[...get(out), ...fourStrides(outStride), ...add, ...set(out)],
  ]
  return { name: 'affine', parameters: 9, counters: 6, vectors: 11, body: countdown(rows, body, rowsAtOnce) }
}

type Six = [number, number, number, number, number, number]
type Nine = [number, number, number, number, number, number, number, number, number]

function step(): Func {
  const [input, weights, start, sums, depth] = range(5) as [number, number, number, number, number]
  const sum = (n: number) => 5 + n
  const one = 13
  const eight = range(8)
  return {
    name: 'step',
    parameters: 5,
    counters: 0,
    vectors: 9,
    body: [
      ...eight.flatMap(n => [...get(start), ...load(16 * n), ...set(sum(n))]),
      ...countdown(depth, [
        ...[...get(input), ...loadSplat(0), ...set(one)],
        ...eight.flatMap(n => [
          ...[...get(one), ...get(weights), ...load(16 * n), ...get(sum(n)), ...multiplyAdd, ...set(sum(n))],
        ]),
        ...advance(input, 4),
        ...advance(weights, 4 * stepColumns),
      ]),
      ...eight.flatMap(n => [...get(sums), ...get(sum(n)), ...store(16 * n)]),
    ],
  }
}

function fir(): Func {
  const [samples, stride, taps, out, outStride, count, octets] = range(7) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [sample, tap, left] = [7, 8, 9]
  const sum = 10
  return {
    name: 'fir',
    parameters: 7,
    counters: 3,
    vectors: 1,
    body: countdown(count, [
      ...[...get(samples), ...set(sample), ...get(taps), ...set(tap), ...get(octets), ...set(left)],
      ...[...zeros, ...set(sum)],
      ...countdown(left, [
        ...[...get(sample), ...load(0), ...get(tap), ...load(0), ...dot16],
        ...[...get(sum), ...addLanes32, ...set(sum)],
        ...advance(sample, 16),
        ...advance(tap, 16),
      ]),
      ...get(out),
      ...range(4).flatMap(lane => [...get(sum), ...lane32(lane), ...(lane === 0 ? [] : add)]),
      ...store32(0),
      ...[...get(samples), ...get(stride), ...add, ...set(samples)],
      ...[...get(out), ...get(outStride), ...add, ...set(out)],
    ]),
  }
}
