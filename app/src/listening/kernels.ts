import {
  add,
  addLanes32,
  advance,
  type Code,
  countdown,
  type Func,
  floats,
  get,
  i32,
  integers,
  larger,
  load,
  loadModule,
  loadSplat,
  minus,
  mixed,
  multiply,
  multiplyAdd,
  nearest,
  over,
  plus,
  root,
  set,
  shiftLeft,
  smaller,
  store,
  times,
  toIntegers,
  zeros,
} from '../webassembly/words.ts'

/** Columns that lie together in packed weights: one panel is read from the nearest cache for all rows. */
export const panelColumns = 8
export const stepColumns = 32
/** Rows of `affine` are worked on so many at a time. */
export const rowsAtOnce = 4
/** Depths are multiples of it: so many steps stand in one round of a loop. */
const depthAtOnce = 4

/**
 * The inner loops of the speech network, in WebAssembly: JavaScript has no vectors, and plain loops took ten times as long. Addresses and
 * strides are bytes.
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
  /** sums = start + input · weights, panel by panel of 32 columns, with weights [panel][depth][32]. */
  readonly step: (
    input: number,
    weights: number,
    start: number,
    sums: number,
    depth: number,
    panels: number,
  ) => void
  /**
   * The LSTM's own step for `units` (a multiple of 4): from sums of the gates (in, forget, cell, out; `units` each) the new cell and state, in place. Four
   * partial sums of max(0, state) · weights go to `answer`.
   */
  readonly remember: (
    sums: number,
    cell: number,
    state: number,
    weights: number,
    answer: number,
    units: number,
  ) => void
  /** out = samples · taper, for `count` (a multiple of 4) floats. */
  readonly tapered: (samples: number, taper: number, out: number, count: number) => void
  /** The magnitudes of `bins` (a multiple of 4) complex numbers. */
  readonly magnitudes: (spectrum: number, out: number, bins: number) => void
}

export async function loadKernels(bytesOfMemory: number): Promise<Kernels> {
  const functions = [affine(), step(), remember(), tapered(), magnitudes()]
  const { memory, exports } = await loadModule(functions, bytesOfMemory)
  return {
    memory,
    tapered: exports['tapered'] as Kernels['tapered'],
    magnitudes: exports['magnitudes'] as Kernels['magnitudes'],
    affine: exports['affine'] as Kernels['affine'],
    step: exports['step'] as Kernels['step'],
    remember: exports['remember'] as Kernels['remember'],
  }
}

const range = (count: number) => [...new Array(count).keys()]

function tapered(): Func {
  const [samples, taper, out, count] = [0, 1, 2, 3] as const
  const body = countdown(
    count,
    [
      ...[...get(out), ...get(samples), ...load(0), ...get(taper), ...load(0), ...times, ...store(0)],
      ...[samples, taper, out].flatMap(place => advance(place, 16)),
    ],
    4,
  )
  return { name: 'tapered', parameters: 4, counters: 0, vectors: 0, body }
}

function magnitudes(): Func {
  const [spectrum, out, bins] = [0, 1, 2] as const
  const [low, high, part] = [3, 4, 5] as const
  /** Squares of the four numbers that begin at the first or the second. */
  const squares = (first: 0 | 1): Code => [
    ...[...mixed(low, high, [first, 2 + first, 4 + first, 6 + first] as const), ...set(part)],
    ...[...get(part), ...get(part), ...times],
  ]
  const body = countdown(
    bins,
    [
      ...[...get(spectrum), ...load(0), ...set(low), ...get(spectrum), ...load(16), ...set(high)],
      ...[...get(out), ...squares(0), ...squares(1), ...plus, ...root, ...store(0)],
      ...[...advance(spectrum, 32), ...advance(out, 16)],
    ],
    4,
  )
  return { name: 'magnitudes', parameters: 3, counters: 0, vectors: 3, body }
}

function affine(): Func {
  const [input, inputStride, weights, bias, out, outStride, rows, depth, floor] = range(9) as Nine
  const [row0, row1, row2, row3, weight, left] = range(6).map(n => 9 + n) as Six
  const rowAt = [row0, row1, row2, row3]
  const vector = (n: number) => 15 + n
  const sum = (row: number, half: number) => vector(2 * row + half)
  const [low, high, one] = [vector(8), vector(9), vector(10)]
  const rowsOf = (from: number, stride: number): Code => [
    ...get(from),
    ...set(row0),
    ...rowAt.slice(1).flatMap((row, n) => [...get(rowAt[n] as number), ...get(stride), ...add, ...set(row)]),
  ]
  const begin = rowAt.flatMap((_, row) =>
    [0, 1].flatMap(half => [...get(bias), ...load(16 * half), ...set(sum(row, half))]),
  )
  const accumulate = [
    ...range(depthAtOnce).flatMap(at => [
      ...[...get(weight), ...load(4 * panelColumns * at), ...set(low)],
      ...[...get(weight), ...load(4 * panelColumns * at + 16), ...set(high)],
      ...rowAt.flatMap((row, n) => [
        ...[...get(row), ...loadSplat(4 * at), ...set(one)],
        ...[...get(one), ...get(low), ...get(sum(n, 0)), ...multiplyAdd, ...set(sum(n, 0))],
        ...[...get(one), ...get(high), ...get(sum(n, 1)), ...multiplyAdd, ...set(sum(n, 1))],
      ]),
    ]),
    ...rowAt.flatMap(row => advance(row, 4 * depthAtOnce)),
    ...advance(weight, 4 * panelColumns * depthAtOnce),
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
    ...rowsOf(input, inputStride),
    ...begin,
    ...[...get(weights), ...set(weight), ...get(depth), ...set(left)],
    ...countdown(left, accumulate, depthAtOnce),
    ...rowsOf(out, outStride),
    ...finish,
    ...[...get(input), ...fourStrides(inputStride), ...add, ...set(input)],
    ...[...get(out), ...fourStrides(outStride), ...add, ...set(out)],
  ]
  return { name: 'affine', parameters: 9, counters: 6, vectors: 11, body: countdown(rows, body, rowsAtOnce) }
}

type Six = [number, number, number, number, number, number]
type Nine = [number, number, number, number, number, number, number, number, number]

function step(): Func {
  const [input, weights, start, sums, depth, panels] = range(6) as Six
  const [from, left] = [6, 7]
  const sum = (n: number) => 8 + n
  const one = 16
  const eight = range(8)
  const panel = [
    ...eight.flatMap(n => [...get(start), ...load(16 * n), ...set(sum(n))]),
    ...[...get(input), ...set(from), ...get(depth), ...set(left)],
    ...countdown(
      left,
      [
        ...range(depthAtOnce).flatMap(at => [
          ...[...get(from), ...loadSplat(4 * at), ...set(one)],
          ...eight.flatMap(n => [
            ...[...get(one), ...get(weights), ...load(4 * stepColumns * at + 16 * n)],
            ...[...get(sum(n)), ...multiplyAdd, ...set(sum(n))],
          ]),
        ]),
        ...advance(from, 4 * depthAtOnce),
        ...advance(weights, 4 * stepColumns * depthAtOnce),
      ],
      depthAtOnce,
    ),
    ...eight.flatMap(n => [...get(sums), ...get(sum(n)), ...store(16 * n)]),
    ...advance(start, 4 * stepColumns),
    ...advance(sums, 4 * stepColumns),
  ]
  return { name: 'step', parameters: 6, counters: 2, vectors: 9, body: countdown(panels, panel) }
}

function remember(): Func {
  const [sums, cell, state, weights, answer, units] = range(6) as Six
  const bytes = 6
  const [x, whole, power, kept, given, answers] = range(6).map(n => 7 + n) as Six
  // The four gates of a unit lie `units` apart.
  const gate = (n: number): Code => [
    ...[...get(sums), ...get(bytes), ...i32(n), ...multiply, ...add],
    ...[...load(0), ...set(x)],
  ]
  const curve = sigmoidOf(x, whole, power)
  /** tanh(x) = 2 / (1 + e^(−2x)) − 1, where x is in its local. */
  const bow = [
    ...[...get(x), ...get(x), ...plus, ...set(x), ...curve],
    ...[...floats(2), ...times, ...floats(1), ...minus],
  ]
  return {
    name: 'remember',
    parameters: 6,
    counters: 1,
    vectors: 6,
    body: [
      ...[...get(units), ...i32(4), ...multiply, ...set(bytes)],
      ...[...zeros, ...set(answers)],
      ...countdown(
        units,
        [
          ...[...gate(0), ...curve, ...set(given)],
          ...[...gate(2), ...bow, ...get(given), ...times, ...set(given)],
          ...[...gate(1), ...curve, ...get(cell), ...load(0), ...get(given), ...multiplyAdd, ...set(kept)],
          ...[...get(cell), ...get(kept), ...store(0)],
          ...[...gate(3), ...curve, ...set(given)],
          ...[...get(kept), ...set(x), ...bow, ...get(given), ...times, ...set(given)],
          ...[...get(state), ...get(given), ...store(0)],
          ...[...get(given), ...zeros, ...larger, ...get(weights), ...load(0)],
          ...[...get(answers), ...multiplyAdd, ...set(answers)],
          ...[sums, cell, state, weights].flatMap(place => advance(place, 16)),
        ],
        4,
      ),
      ...[...get(answer), ...get(answers), ...store(0)],
    ],
  }
}

/**
 * 1 / (1 + e⁻ˣ) of the local `x`, right to two units of the last place of a float: e to a power of 2 and a polynomial of what is left (Cephes,
 * expf). `whole` and `power` are locals it may use.
 */
function sigmoidOf(x: number, whole: number, power: number): Code {
  const polynomial = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5]
  const ln2 = [-0.693359375, 2.1219444e-4] as const
  return [
    ...[...zeros, ...get(x), ...minus, ...floats(-87), ...larger, ...floats(87), ...smaller, ...set(x)],
    ...[...get(x), ...floats(Math.LOG2E), ...times, ...nearest, ...set(whole)],
    ...ln2.flatMap(part => [...get(whole), ...floats(part), ...get(x), ...multiplyAdd, ...set(x)]),
    ...[...floats(polynomial[0] as number), ...set(power)],
    ...polynomial
      .slice(1)
      .flatMap(each => [...get(power), ...get(x), ...floats(each), ...multiplyAdd, ...set(power)]),
    ...[...get(power), ...get(x), ...get(x), ...times, ...get(x), ...floats(1), ...plus],
    ...[...multiplyAdd, ...get(whole), ...toIntegers, ...integers(127), ...addLanes32],
    ...[...i32(23), ...shiftLeft, ...times, ...set(power)],
    ...[...floats(1), ...get(power), ...floats(1), ...plus, ...over],
  ]
}
