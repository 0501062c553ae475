/** Samples of pictures on another picture's grid, in WebAssembly: what `plainKernels` of core does in plain loops. */
import { blockSide, viewUnits } from '@sightline/core/edits'
import {
  add,
  add64,
  addLanes16,
  addLanes32,
  addLanes64,
  advance,
  both,
  type Code,
  countdown,
  divide,
  dot16,
  doubles,
  doublesOfIntegers,
  type Func,
  floats,
  get,
  highProducts,
  highUnsigned64,
  i32,
  integers,
  integersOfDoubles,
  isMore64,
  lane32,
  lane64,
  least32,
  load,
  load32,
  loadBytes,
  loadLane16,
  lowProducts,
  lowUnsigned64,
  minus64,
  most32,
  multiply,
  multiplyLanes16,
  multiplyLanes32,
  narrowed,
  on,
  plus64,
  put,
  reordered,
  shiftLeft16,
  shiftRight16,
  shiftRight32,
  shorts,
  splat32,
  store,
  storeLane32,
  storeScaledFloat,
  subtract,
  subtractLanes16,
  times,
  times64,
  toFloats,
  upwards64,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]

/** Numbers of an affine map as `sampled` reads them: two doubles each of a, d; b, e; c, f; then where four pixels lie from their first, and how far on the next four do. */
export const mapBytes = 6 * 8 + 4 * 16

/** Adds eight samples to the sums of a block. */
const summed = (samples: number, sum: number, square: number): Code => [
  ...put(sum, on(addLanes32, get(sum), on(dot16, get(samples), shorts(range(8).fill(1))))),
  ...put(square, on(addLanes32, get(square), on(dot16, get(samples), get(samples)))),
]

/** Writes the sums of a block, of which squares are 32-bit numbers without a sign. */
const told = (sum: number, square: number, sums: number, squares: number): Code => [
  ...put(sum, on(addLanes32, get(sum), reordered(sum, [2, 3, 0, 1]))),
  ...put(sum, on(addLanes32, get(sum), reordered(sum, [1, 0, 3, 2]))),
  ...on(storeLane32(0), get(sums), on(times, on(toFloats, get(sum)), floats(1 / viewUnits))),
  ...put(square, on(addLanes64, on(lowUnsigned64, get(square)), on(highUnsigned64, get(square)))),
  ...get(squares),
  ...on(add64, on(lane64(0), get(square)), on(lane64(1), get(square))),
  ...storeScaledFloat(1 / viewUnits ** 2),
]

/** For each of `count` blocks, `blocks` their top left pixels. Addresses and the stride of `film` are bytes, `width` is in pixels. */
export type SampleBlocks = (
  film: number,
  stride: number,
  maxX: number,
  maxY: number,
  blocks: number,
  count: number,
  width: number,
  map: number,
  data: number,
  sums: number,
  squares: number,
) => void

export function sampledBlocks(): Func {
  const [film, stride, maxX, maxY, blocks, count, width, map, data, sums, squares] = range(11) as Eleven
  const [at, row, to, left, spot] = range(5).map(n => 11 + n) as Five
  const vector = (n: number) => 16 + n
  const [corner, place, up, sum, square] = range(5).map(vector) as Five
  const [xs, ys, from, upper, lower] = range(5).map(n => vector(5 + n)) as Five
  const [across0, across1, down0, down1, fx] = range(5).map(n => vector(10 + n)) as Five
  const [fy, samples, limitX, limitY, strides, films] = range(6).map(n => vector(15 + n)) as Six
  const asDoubles = (number: Code) => on(doublesOfIntegers, on(splat32, number))
  /** As Math.round does: halves upwards. */
  const rounded = [
    ...put(up, on(upwards64, get(place))),
    ...put(
      place,
      on(
        minus64,
        get(up),
        on(both, on(isMore64, on(minus64, get(up), doubles(0.5)), get(place)), doubles(1)),
      ),
    ),
  ]
  const within = (places: Code, limit: number) => on(least32, on(most32, places, zeros), get(limit))
  const part = (of: number) => on(both, on(shiftRight32, get(of), i32(8)), integers(255))
  const whole = (of: number) => on(shiftRight32, get(of), i32(16))
  /** Four pixels: where they lie, their weights, and the pairs of pixels beside each other that they are between. */
  const four = (half: 0 | 1, across: number, down: number): Code => {
    const along = (lane: 0 | 1, offset: number) => {
      const first = on(addLanes32, on(splat32, on(lane32(lane), get(place))), on(load(offset), get(map)))
      return half === 0 ? first : on(addLanes32, first, on(load(offset + 32), get(map)))
    }
    return [
      ...put(xs, within(along(0, 48), limitX)),
      ...put(ys, within(along(1, 64), limitY)),
      ...put(
        from,
        on(addLanes32, on(addLanes32, on(multiplyLanes32, whole(ys), get(strides)), whole(xs)), get(films)),
      ),
      ...put(across, part(xs)),
      ...put(down, part(ys)),
      ...range(4).flatMap(lane => [
        ...put(spot, on(lane32(lane), get(from))),
        ...put(upper, on(loadLane16(4 * half + lane), get(spot), get(upper))),
        ...put(lower, on(loadLane16(4 * half + lane), on(add, get(spot), get(stride)), get(lower))),
      ]),
    ]
  }
  /** Pairs of neighbouring bytes become what lies between them, in 256ths. */
  const blended = (pairs: number) =>
    on(
      addLanes16,
      on(
        multiplyLanes16,
        on(both, get(pairs), shorts(range(8).fill(255))),
        on(subtractLanes16, shorts(range(8).fill(256)), get(fx)),
      ),
      on(multiplyLanes16, on(shiftRight16, get(pairs), i32(8)), get(fx)),
    )
  const between = (products: Code) =>
    on(
      shiftRight32,
      on(
        addLanes32,
        on(
          addLanes32,
          on(products, get(upper), on(subtractLanes16, shorts(range(8).fill(256)), get(fy))),
          on(products, get(lower), get(fy)),
        ),
        integers(512),
      ),
      i32(10),
    )
  const eight = [
    ...put(
      place,
      on(
        times64,
        on(
          plus64,
          on(plus64, get(corner), on(times64, on(load(16), get(map)), asDoubles(get(row)))),
          on(load(32), get(map)),
        ),
        doubles(65536),
      ),
    ),
    ...rounded,
    ...put(place, on(integersOfDoubles, get(place))),
    ...four(0, across0, down0),
    ...four(1, across1, down1),
    ...put(fx, on(narrowed, get(across0), get(across1))),
    ...put(fy, on(narrowed, get(down0), get(down1))),
    ...put(upper, blended(upper)),
    ...put(lower, blended(lower)),
    ...put(samples, on(narrowed, between(lowProducts), between(highProducts))),
    ...on(store(0), get(to), get(samples)),
    ...summed(samples, sum, square),
  ]
  const body = [
    ...put(limitX, on(splat32, get(maxX))),
    ...put(limitY, on(splat32, get(maxY))),
    ...put(strides, on(splat32, get(stride))),
    ...put(films, on(splat32, get(film))),
    ...countdown(count, [
      ...put(at, on(load32(0), get(blocks))),
      ...put(row, on(divide, get(at), get(width))),
      ...put(
        corner,
        on(
          times64,
          on(load(0), get(map)),
          asDoubles(on(subtract, get(at), on(multiply, get(row), get(width)))),
        ),
      ),
      ...put(to, on(add, get(data), on(add, get(at), get(at)))),
      ...put(sum, zeros),
      ...put(square, zeros),
      ...put(left, i32(blockSide)),
      ...countdown(left, [
        ...eight,
        ...put(to, on(add, get(to), on(add, get(width), get(width)))),
        ...advance(row, 1),
      ]),
      ...told(sum, square, sums, squares),
      ...[blocks, sums, squares].flatMap(each => advance(each, 4)),
    ]),
  ]
  return { name: 'sampled', parameters: 11, counters: 5, vectors: 21, body }
}

/** The same where no pixel is moved; both pictures have `width` pixels across. */
export type CopyBlocks = (
  film: number,
  blocks: number,
  count: number,
  width: number,
  data: number,
  sums: number,
  squares: number,
) => void

export function copiedBlocks(): Func {
  const [film, blocks, count, width, data, sums, squares] = range(7) as Seven
  const [at, from, to, left] = [7, 8, 9, 10]
  const [sum, square, samples] = [11, 12, 13]
  const body = countdown(count, [
    ...put(at, on(load32(0), get(blocks))),
    ...put(from, on(add, get(film), get(at))),
    ...put(to, on(add, get(data), on(add, get(at), get(at)))),
    ...put(sum, zeros),
    ...put(square, zeros),
    ...put(left, i32(blockSide)),
    ...countdown(left, [
      ...put(samples, on(shiftLeft16, on(loadBytes(0), get(from)), i32(Math.log2(viewUnits)))),
      ...on(store(0), get(to), get(samples)),
      ...summed(samples, sum, square),
      ...put(from, on(add, get(from), get(width))),
      ...put(to, on(add, get(to), on(add, get(width), get(width)))),
    ]),
    ...told(sum, square, sums, squares),
    ...[blocks, sums, squares].flatMap(each => advance(each, 4)),
  ])
  return { name: 'copied', parameters: 7, counters: 4, vectors: 3, body }
}

type Five = [number, number, number, number, number]
type Six = [number, number, number, number, number, number]
type Seven = [...Six, number]
type Eleven = [...Six, number, number, number, number, number]
