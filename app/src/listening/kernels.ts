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
  isZero,
  larger,
  load,
  load32,
  loadNamed,
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
  shiftRight,
  smaller,
  store,
  store32,
  subtract,
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
   * The same, leaving out inputs that are zero, as most are behind a rectifier: the sums are the same to the last bit. `list` is room for two numbers of each
   * input, and two more.
   */
  readonly sparseStep: (
    input: number,
    weights: number,
    start: number,
    sums: number,
    depth: number,
    panels: number,
    list: number,
  ) => void
  /**
   * Four frames in a row, with silence on either side, to the six planes in which a convolution with three taps is a product each: for `rows` rows of four frames.
   * The planes lie as `Planes` says.
   */
  readonly spread: (frames: number, planes: number, rows: number) => void
  /** From the products of the six planes back to four frames, out = max(0, bias + …). */
  readonly gather: (planes: number, bias: number, out: number, rows: number) => void
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
  /** A number that `words` 32-bit numbers come to, at `out`: another one where any of them is another. */
  readonly checkSum: (from: number, out: number, words: number) => void
}

/** Sizes of what is convolved by planes, in floats: a frame before and after it, both multiples of 4, and a plane of each. */
export interface Planes {
  readonly frame: number
  readonly columns: number
  /** Rows that a plane has room for. */
  readonly rows: number
}

/**
 * The smallest known number of products for four outputs of three taps: six, where plainly there are ten (Winograd 1980; the matrices of Lavin and
 * Gray 2016, "Fast algorithms for convolutional neural networks", F(4, 3)). What three taps come to in each plane.
 */
export const planeTaps = [
  [1 / 4, 0, 0],
  [-1 / 6, -1 / 6, -1 / 6],
  [-1 / 6, 1 / 6, -1 / 6],
  [1 / 24, 1 / 12, 1 / 6],
  [1 / 24, -1 / 12, 1 / 6],
  [0, 0, 1],
] as const

export async function loadKernels(bytesOfMemory: number, planes: Planes): Promise<Kernels> {
  const functions = () => [
    ...[affine(), step('step'), step('sparseStep'), remember(), tapered(), magnitudes()],
    ...[spread(planes), gather(planes), checkSum()],
  ]
  const name = `speech ${planes.frame} ${planes.columns} ${planes.rows}`
  const { memory, exports } = await loadNamed(name, functions, bytesOfMemory)
  return {
    memory,
    tapered: exports['tapered'] as Kernels['tapered'],
    magnitudes: exports['magnitudes'] as Kernels['magnitudes'],
    affine: exports['affine'] as Kernels['affine'],
    step: exports['step'] as Kernels['step'],
    sparseStep: exports['sparseStep'] as Kernels['sparseStep'],
    spread: exports['spread'] as Kernels['spread'],
    gather: exports['gather'] as Kernels['gather'],
    remember: exports['remember'] as Kernels['remember'],
    checkSum: exports['checkSum'] as Kernels['checkSum'],
  }
}

const range = (count: number) => [...new Array(count).keys()]

function checkSum(): Func {
  const [from, out, words, sum] = [0, 1, 2, 3] as const
  const body = [
    ...countdown(words, [
      ...[...get(sum), ...i32(16_777_619), ...multiply, ...get(from), ...load32(0), ...add, ...set(sum)],
      ...advance(from, 4),
    ]),
    ...[...get(out), ...get(sum), ...store32(0)],
  ]
  return { name: 'checkSum', parameters: 3, counters: 1, vectors: 0, body }
}

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

function step(name: 'step' | 'sparseStep'): Func {
  const [input, weights, start, sums, depth, panels, list] = range(7) as Seven
  const isSparse = name === 'sparseStep'
  const [from, left, listed, weight] = [7, 8, 9, 10]
  const sum = (n: number) => 11 + n
  const one = 19
  const eight = range(8)
  const multiplied = (weightsAt: number, offset: number): Code =>
    eight.flatMap(n => [
      ...[...get(one), ...get(weightsAt), ...load(offset + 16 * n)],
      ...[...get(sum(n)), ...multiplyAdd, ...set(sum(n))],
    ])
  const allInputs = [
    ...[...get(input), ...set(from), ...get(depth), ...set(left)],
    ...countdown(
      left,
      [
        ...range(depthAtOnce).flatMap(at => [
          ...[...get(from), ...loadSplat(4 * at), ...set(one)],
          ...multiplied(weights, 4 * stepColumns * at),
        ]),
        ...advance(from, 4 * depthAtOnce),
        ...advance(weights, 4 * stepColumns * depthAtOnce),
      ],
      depthAtOnce,
    ),
  ]
  const listedInputs = [
    ...[...get(list), ...set(from), ...get(listed), ...set(left)],
    ...countdown(left, [
      ...[...get(from), ...loadSplat(0), ...set(one)],
      ...[...get(from), ...load32(4), ...get(weights), ...add, ...set(weight)],
      ...multiplied(weight, 0),
      ...advance(from, 8),
    ]),
    ...[...get(depth), ...i32(4 * stepColumns), ...multiply, ...get(weights), ...add, ...set(weights)],
  ]
  const body = countdown(panels, [
    ...eight.flatMap(n => [...get(start), ...load(16 * n), ...set(sum(n))]),
    ...(isSparse ? listedInputs : allInputs),
    ...eight.flatMap(n => [...get(sums), ...get(sum(n)), ...store(16 * n)]),
    ...advance(start, 4 * stepColumns),
    ...advance(sums, 4 * stepColumns),
  ])
  return {
    name,
    parameters: isSparse ? 7 : 6,
    counters: isSparse ? 4 : 5,
    vectors: 9,
    body: isSparse ? [...listNonzero({ input, depth, list, from, left, listed, weight }), ...body] : body,
  }
}

type Seven = [number, number, number, number, number, number, number]

/**
 * Lists the inputs that are not zero, each with how far its weights lie from those of the first, and counts them in `listed`: at least one, which may be
 * zero. Without branches: which inputs are zero cannot be foretold.
 */
function listNonzero(
  locals: {
    readonly [name in 'input' | 'depth' | 'list' | 'from' | 'left' | 'listed' | 'weight']: number
  },
): Code {
  const { input, depth, list, from, left, listed, weight } = locals
  return [
    ...[...get(list), ...set(from), ...get(depth), ...set(left), ...i32(0), ...set(weight)],
    ...countdown(left, [
      ...[...get(from), ...get(input), ...load32(0), ...store32(0)],
      ...[...get(from), ...get(weight), ...store32(4)],
      ...[...get(from), ...i32(8), ...get(input), ...load32(0), ...isZero, ...i32(8), ...multiply],
      ...[...subtract, ...add, ...set(from)],
      ...[...advance(input, 4), ...advance(weight, 4 * stepColumns)],
    ]),
    ...[...get(from), ...i32(0), ...store32(0), ...get(from), ...i32(0), ...store32(4)],
    ...[...get(from), ...get(list), ...subtract, ...i32(3), ...shiftRight, ...set(listed)],
    ...[...get(listed), ...get(listed), ...isZero, ...add, ...set(listed)],
  ]
}

/** `a` times a vector in a local, added to what is on the stack. */
const plusTimes = (local: number, factor: number): Code => [
  ...(factor === 1 ? [...get(local), ...plus] : [...get(local), ...floats(factor), ...times, ...plus]),
]

/** How four frames come into each plane. */
const framesInPlanes = [
  [0, -5, 0, 1],
  [-4, -4, 1, 1],
  [4, -4, -1, 1],
  [-2, -1, 2, 1],
  [2, -1, -2, 1],
  [4, 0, -5, 0],
] as const

function spread({ frame, rows: mostRows }: Planes): Func {
  const [frames, planes, rows, left] = [0, 1, 2, 3] as const
  const here = (n: number) => 4 + n
  const body = countdown(rows, [
    ...[...i32(frame), ...set(left)],
    ...countdown(
      left,
      [
        ...range(4).flatMap(n => [...get(frames), ...load(4 * frame * n), ...set(here(n))]),
        ...framesInPlanes.flatMap((factors, plane) => [
          ...[...get(planes), ...zeros],
          ...factors.flatMap((factor, n) => (factor === 0 ? [] : plusTimes(here(n), factor))),
          ...store(4 * frame * mostRows * plane),
        ]),
        ...[...advance(frames, 16), ...advance(planes, 16)],
      ],
      4,
    ),
    ...advance(frames, 4 * frame * 3),
  ])
  return { name: 'spread', parameters: 3, counters: 1, vectors: 4, body }
}

/** How the products of the planes come into each frame. */
const planesInFrames = [
  [1, 1, 1, 1, 1, 0],
  [0, 1, -1, 2, -2, 0],
  [0, 1, 1, 4, 4, 0],
  [0, 1, -1, 8, -8, 1],
] as const

function gather({ columns, rows: mostRows }: Planes): Func {
  const [planes, bias, out, rows, left, from] = [0, 1, 2, 3, 4, 5] as const
  const here = (n: number) => 6 + n
  const body = countdown(rows, [
    ...[...i32(columns), ...set(left), ...get(bias), ...set(from)],
    ...countdown(
      left,
      [
        ...range(6).flatMap(n => [...get(planes), ...load(4 * columns * mostRows * n), ...set(here(n))]),
        ...planesInFrames.flatMap((factors, frame) => [
          ...[...get(out), ...get(from), ...load(0)],
          ...factors.flatMap((factor, n) => (factor === 0 ? [] : plusTimes(here(n), factor))),
          ...[...zeros, ...larger, ...store(4 * columns * frame)],
        ]),
        ...[planes, from, out].flatMap(place => advance(place, 16)),
      ],
      4,
    ),
    ...advance(out, 4 * columns * 3),
  ])
  return { name: 'gather', parameters: 4, counters: 2, vectors: 6, body }
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
