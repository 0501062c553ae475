import {
  add,
  advance,
  again,
  and,
  type Code,
  countdown,
  doubles,
  doublesOfFloats,
  type Func,
  floats,
  floatsOfDoubles,
  get,
  highSigned32,
  i32,
  isLess,
  isLess64,
  lane32,
  least64,
  load,
  loadHalf,
  loadNamed,
  loadSecond64,
  loadSingle,
  loadSplat,
  loadSplat64,
  lowSigned32,
  minus,
  minus64,
  most64,
  multiply,
  orLarger,
  over64,
  plus,
  plus64,
  reordered,
  root64,
  set,
  shiftRight,
  sizes64,
  store,
  store32,
  storeHalf,
  storeLane32,
  subtract,
  times,
  times64,
  toFloats,
  zeros,
} from '../webassembly/words.ts'

/** The inner loops of `onset-loops.ts`. Addresses are bytes; what is counted is not 0. */
export interface OnsetKernels {
  readonly memory: WebAssemblyMemory
  /** `octets` × 8 16-bit samples as floats, full scale 1. */
  readonly numbers: (samples: number, out: number, octets: number) => void
  /** out[n] = x[n + 1] − x[n], of `quads` × 4. */
  readonly steps: (before: number, out: number, quads: number) => void
  readonly squares: (samples: number, out: number, quads: number) => void
  readonly squaredSteps: (before: number, out: number, quads: number) => void
  /** Two doubles that add up to the sum of `quads` × 4 floats. */
  readonly sum: (values: number, out: number, quads: number) => void
  /** Four floats, one of which is the largest. */
  readonly largest: (values: number, out: number, quads: number) => void
  /** Lays sums of `squares`, less what lies at `past`, into `sums`, and at which of them `share` of the highest is reached into the integer at `place`. */
  readonly rise: (squares: number, past: number, sums: number, place: number, count: number) => void
  /** Lays the steps between sums of `step` floats, of which the first is 0, and their energy up to each, as doubles. */
  readonly thinned: (samples: number, step: number, edges: number, energy: number, count: number) => void
  /** The largest correlation of `edges` with themselves from lag `first` on, of `lags` lags, as a double; or 0. */
  readonly likest: (
    edges: number,
    energy: number,
    out: number,
    count: number,
    first: number,
    lags: number,
  ) => void
  /** Lays the sums of the squares of `count` floats behind the double at `sums`, from 0 on. */
  readonly running: (samples: number, sums: number, count: number) => void
  /** Brings `count` doubles at `inputs` to the width of the network at `network`, and adds to the doubles at `sums` what its units, four times `fours`, make of them. */
  readonly units: (inputs: number, network: number, count: number, fours: number, sums: number) => void
  /** Two doubles, one of which is the largest product of `count` floats at `shape` with those at `moved`, or moved by one float up to three times, or four times `fours`. */
  readonly alike: (shape: number, moved: number, count: number, fours: number, out: number) => void
}

export async function loadOnsetKernels(
  bytesOfMemory: number,
  {
    risen,
    leastRisen,
    leastSize,
    inputReach,
  }: Readonly<Record<'risen' | 'leastRisen' | 'leastSize' | 'inputReach', number>>,
): Promise<OnsetKernels> {
  const functions = () => [
    ...[numbers(), steps(), squares(), squaredSteps(), sum(), largest()],
    ...[rise(risen, leastRisen), thinned(), likest(leastSize), running(), alike(), units(inputReach)],
  ]
  const { memory, exports } = await loadNamed('onsets', functions, bytesOfMemory)
  return { memory, ...(exports as unknown as Omit<OnsetKernels, 'memory'>) }
}

export function numbers(): Func {
  const [samples, out, octets, eight] = [0, 1, 2, 3] as const
  const half = (four: Code, offset: number): Code => [
    ...[...get(out), ...get(eight), ...four, ...toFloats, ...floats(1 / 32_768), ...times, ...store(offset)],
  ]
  const body = countdown(octets, [
    ...[...get(samples), ...load(0), ...set(eight), ...half(lowSigned32, 0), ...half(highSigned32, 16)],
    ...[...advance(samples, 16), ...advance(out, 32)],
  ])
  return { name: 'numbers', parameters: 3, counters: 0, vectors: 1, body }
}

/** Four floats for four. */
function eachFour(name: string, four: (values: number) => Code): Func {
  const [values, out, quads] = [0, 1, 2] as const
  const body = countdown(quads, [
    ...[...get(out), ...four(values), ...store(0), ...advance(values, 16), ...advance(out, 16)],
  ])
  return { name, parameters: 3, counters: 0, vectors: 1, body }
}

const step = (before: number): Code => [...get(before), ...load(4), ...get(before), ...load(0), ...minus]
const squared = (vector: number): Code => [...set(vector), ...get(vector), ...get(vector), ...times]
const steps = () => eachFour('steps', step)
const squares = () => eachFour('squares', values => [...get(values), ...load(0), ...squared(3)])
const squaredSteps = () => eachFour('squaredSteps', before => [...step(before), ...squared(3)])

function sum(): Func {
  const [values, out, quads, four, sums] = [0, 1, 2, 3, 4] as const
  const body = [
    ...countdown(quads, [
      ...[
        ...get(values),
        ...load(0),
        ...set(four),
        ...get(sums),
        ...get(four),
        ...doublesOfFloats,
        ...plus64,
      ],
      ...[
        ...reordered(four, [2, 3, 0, 1]),
        ...doublesOfFloats,
        ...plus64,
        ...set(sums),
        ...advance(values, 16),
      ],
    ]),
    ...[...get(out), ...get(sums), ...store(0)],
  ]
  return { name: 'sum', parameters: 3, counters: 0, vectors: 2, body }
}

function largest(): Func {
  const [values, out, quads, four] = [0, 1, 2, 3] as const
  const body = [
    ...countdown(quads, [
      ...[...get(four), ...get(values), ...load(0), ...orLarger, ...set(four), ...advance(values, 16)],
    ]),
    ...[...get(out), ...get(four), ...store(0)],
  ]
  return { name: 'largest', parameters: 3, counters: 0, vectors: 1, body }
}

/** One by one, in the lower lane, as plain loops go. */
function rise(share: number, least: number): Func {
  const [squaresAt, past, sums, place, count, left, at, here, isBelow] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
  const [height, top] = [9, 10] as const
  const single = (from: number): Code => [...get(from), ...loadSingle(0), ...doublesOfFloats]
  const body = [
    ...[...doubles(least), ...set(top), ...get(count), ...set(left), ...get(sums), ...set(here)],
    ...countdown(left, [
      // What comes in less what goes out, first: each sum waits for the one before it.
      ...[...get(height), ...single(squaresAt), ...single(past), ...minus64, ...plus64, ...set(height)],
      ...[...get(here), ...get(height), ...floatsOfDoubles, ...storeLane32(0)],
      ...[...get(top), ...get(height), ...most64, ...set(top)],
      ...[squaresAt, past, here].flatMap(each => advance(each, 4)),
    ]),
    ...[...get(top), ...doubles(share), ...times64, ...set(top)],
    ...again([
      ...[...get(place), ...get(at), ...store32(0)],
      ...[...single(sums), ...get(top), ...isLess64, ...lane32(0), ...get(at), ...get(count), ...isLess],
      ...[...and, ...set(isBelow), ...advance(sums, 4), ...advance(at, 1), ...get(isBelow)],
    ]),
  ]
  return { name: 'rise', parameters: 5, counters: 4, vectors: 2, body }
}

function thinned(): Func {
  const [samples, step, edges, energy, count, left, from] = [0, 1, 2, 3, 4, 5, 6] as const
  const [total, last, edge, all] = [7, 8, 9, 10] as const
  /** The sum of a step from `samples` on; `from` goes on. */
  const stepped: Code = [
    ...[...zeros, ...set(total), ...get(step), ...set(left)],
    ...countdown(left, [
      ...[...get(total), ...get(from), ...loadSingle(0), ...plus, ...set(total), ...advance(from, 4)],
    ]),
  ]
  const body = [
    ...[
      ...get(samples),
      ...set(from),
      ...stepped,
      ...get(total),
      ...set(last),
      ...get(samples),
      ...set(from),
    ],
    ...countdown(count, [
      ...[...stepped, ...get(total), ...get(last), ...minus, ...doublesOfFloats, ...set(edge)],
      ...[...get(edges), ...get(edge), ...storeHalf(0), ...get(total), ...set(last)],
      ...[...get(all), ...get(edge), ...get(edge), ...times64, ...plus64, ...set(all)],
      ...[...get(energy), ...get(all), ...storeHalf(8), ...advance(edges, 8), ...advance(energy, 8)],
    ]),
  ]
  return { name: 'thinned', parameters: 5, counters: 2, vectors: 4, body }
}

function likest(leastSize: number): Func {
  const [edges, energy, out, count, first, lags] = [0, 1, 2, 3, 4, 5] as const
  const [rest, later, early, here, there, left] = [6, 7, 8, 9, 10, 11] as const
  const [product, most] = [12, 13] as const
  const eights = (of: Code): Code => [...of, ...i32(8), ...multiply]
  const body = [
    ...[...get(count), ...get(first), ...subtract, ...set(rest)],
    ...[...get(energy), ...eights(get(rest)), ...add, ...set(later)],
    ...[...get(energy), ...eights(get(first)), ...add, ...set(early)],
    ...[...get(energy), ...eights(get(count)), ...add, ...set(energy)],
    ...[...get(edges), ...eights(get(first)), ...add, ...set(first)],
    ...countdown(lags, [
      ...[...get(edges), ...set(here), ...get(first), ...set(there), ...zeros, ...set(product)],
      // What lies beyond the last edge is 0.
      ...[...get(rest), ...i32(1), ...add, ...i32(1), ...shiftRight, ...set(left)],
      ...countdown(left, [
        ...[...get(product), ...get(here), ...load(0), ...get(there), ...load(0), ...times64, ...plus64],
        ...[...set(product), ...advance(here, 16), ...advance(there, 16)],
      ]),
      ...[...get(product), ...reordered(product, [2, 3, 0, 1]), ...plus64],
      ...[...get(later), ...loadSplat64(0), ...get(energy), ...loadSplat64(0)],
      ...[...get(early), ...loadSplat64(0), ...minus64, ...times64, ...doubles(leastSize), ...plus64],
      ...[...root64, ...over64, ...get(most), ...most64, ...set(most)],
      ...[...advance(later, -8), ...advance(early, 8), ...advance(first, 8), ...advance(rest, -1)],
    ]),
    ...[...get(out), ...get(most), ...storeHalf(0)],
  ]
  return { name: 'likest', parameters: 6, counters: 6, vectors: 2, body }
}

function running(): Func {
  const [samples, sums, count, sample, sum] = [0, 1, 2, 3, 4] as const
  const body = countdown(count, [
    ...[get(samples), loadSingle(0), doublesOfFloats, set(sample)],
    ...[get(sum), get(sample), get(sample), times64, plus64, set(sum)],
    ...[get(sums), get(sum), storeHalf(8), advance(samples, 4), advance(sums, 8)],
  ])
  return { name: 'running', parameters: 3, counters: 0, vectors: 2, body }
}

/** Each lane has a lag of its own, and adds up in the order of plain loops. */
function alike(): Func {
  const [shape, moved, count, fours, out, here, there, left] = [0, 1, 2, 3, 4, 5, 6, 7] as const
  const [first, second, four, own, most] = [8, 9, 10, 11, 12] as const
  const addTo = (sum: number, pair: Code): Code => [
    ...[get(sum), get(own), pair, doublesOfFloats, times64, plus64, set(sum)],
  ]
  const lift = (sum: number): Code => [get(most), get(sum), sizes64, most64, set(most)]
  const body = [
    countdown(fours, [
      ...[get(shape), set(here), get(moved), set(there), get(count), set(left)],
      ...[zeros, set(first), zeros, set(second)],
      countdown(left, [
        ...[get(here), loadSplat(0), doublesOfFloats, set(own), get(there), load(0), set(four)],
        ...[addTo(first, get(four)), addTo(second, reordered(four, [2, 3, 0, 1]))],
        ...[advance(here, 4), advance(there, 4)],
      ]),
      ...[lift(first), lift(second), advance(moved, 16)],
    ]),
    ...[get(out), get(most), store(0)],
  ]
  return { name: 'alike', parameters: 5, counters: 3, vectors: 5, body }
}

/** Each lane is a unit, and adds up in the order of plain loops. */
function units(reach: number): Func {
  const [inputs, network, count, fours, sums] = [0, 1, 2, 3, 4] as const
  const [row, width, at, left] = [5, 6, 7, 8] as const
  const rows = [9, 10, 11, 12] as const
  const [input, low, high] = [13, 14, 15] as const
  const next = (from: number): Code => [get(from), get(row), add]
  const addTo = (sum: number, one: number, other: number): Code => [
    ...[get(sum), get(other), get(one), loadHalf(0), loadSecond64(0), get(input), times64, plus64, set(sum)],
  ]
  const body = [
    ...[get(count), i32(8), multiply, set(row), next(network), set(width), next(width), set(rows[0])],
    ...[get(inputs), set(at), get(count), set(left)],
    countdown(left, [
      ...[get(at), get(at), loadHalf(0), get(network), loadHalf(0), minus64, get(width), loadSplat64(0)],
      ...[over64, doubles(reach), least64, doubles(-reach), most64, storeHalf(0)],
      ...[advance(at, 8), advance(network, 8), advance(width, 8)],
    ]),
    countdown(fours, [
      ...[next(rows[0]), set(rows[1]), next(rows[1]), set(rows[2]), next(rows[2]), set(rows[3])],
      ...[get(sums), load(0), set(low), get(sums), load(16), set(high)],
      ...[get(inputs), set(at), get(count), set(left)],
      countdown(left, [
        ...[get(at), loadSplat64(0), set(input), addTo(low, rows[0], rows[1]), addTo(high, rows[2], rows[3])],
        ...[at, ...rows].map(each => advance(each, 8)),
      ]),
      ...[get(sums), get(low), store(0), get(sums), get(high), store(16), advance(sums, 32)],
      ...[get(rows[3]), set(rows[0])],
    ]),
  ]
  return { name: 'units', parameters: 5, counters: 8, vectors: 3, body }
}
