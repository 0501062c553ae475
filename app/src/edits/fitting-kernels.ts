/** A recording's frame held against a view, in WebAssembly: what `plainKernels` of core does in plain loops. */
import {
  blockArea,
  blockSide,
  codedVariance,
  gradientSums,
  leastGain,
  lightRounds,
  mostGain,
  viewUnits,
} from '@sightline/core/edits'
import {
  add,
  add64,
  addLanes16,
  addLanes32,
  addLanes64,
  advance,
  allBits,
  and,
  both,
  type Code,
  chosen,
  countdown,
  differs64,
  dot16,
  doubles,
  doublesOfFloats,
  doublesOfIntegers,
  type Func,
  floats,
  floatsOfDoubles,
  get,
  highSigned64,
  highUnsigned64,
  i32,
  isAny,
  isAtMost64,
  isLess64,
  isSame,
  isZero,
  lane64,
  least64,
  leave,
  load,
  load32,
  loadBytes,
  loadHalf,
  lowerBits,
  lowSigned64,
  lowUnsigned64,
  minus64,
  most64,
  multiply,
  on,
  over64,
  plus64,
  put,
  reordered,
  shiftRight,
  shorts,
  splat32,
  storeHalf,
  storeLane32,
  storeSigned,
  subtractLanes16,
  times,
  times64,
  toFloats,
  when,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]
const ones = shorts(range(8).fill(1))

/** Blocks there is room for; sums of two more are read. */
export const mostBlocks = 1024
const roomOfSums = 4 * (mostBlocks + 2)
/** What `fitted` works in: sums of the recording's pixels, of their squares and of their products with the view's, floats each. */
export const fittingBytes = 3 * roomOfSums

/** All addresses are bytes, of `light` three doubles: gain, lift, and what usually is left. */
export type FitLight = (
  data: number,
  raw: number,
  width: number,
  blocks: number,
  count: number,
  sums: number,
  squares: number,
  rests: number,
  room: number,
  light: number,
) => void

export function fittedLight(): Func {
  const [data, raw, width, blocks, count, sums, squares, rests, room, light] = range(10) as Ten
  const [pairs, left, at, from, shown, here] = range(6).map(n => 10 + n) as Six
  const vector = (n: number) => 16 + n
  const [own, sum, square, product] = range(4).map(vector) as Four
  const [gain, lift, limit, live, keep] = range(5).map(n => vector(4 + n)) as Five
  const [sf, sr, srr, sfr, kept] = range(5).map(n => vector(9 + n)) as Five
  const [value, mean, inside, within, spread] = range(5).map(n => vector(14 + n)) as Five
  const [upTo, all] = [vector(19), vector(20)]

  const whole = (vectorOfFour: number): Code => [
    ...put(vectorOfFour, on(addLanes32, get(vectorOfFour), reordered(vectorOfFour, [2, 3, 0, 1]))),
    ...put(vectorOfFour, on(addLanes32, get(vectorOfFour), reordered(vectorOfFour, [1, 0, 3, 2]))),
  ]
  const measured = countdown(left, [
    ...put(at, on(load32(0), get(blocks))),
    ...put(from, on(add, get(data), on(add, get(at), get(at)))),
    ...put(shown, on(add, get(raw), get(at))),
    ...[sum, square, product].flatMap(each => put(each, zeros)),
    ...range(blockSide).flatMap(() => [
      ...put(own, on(loadBytes(0), get(shown))),
      ...put(sum, on(addLanes16, get(sum), get(own))),
      ...put(square, on(addLanes32, get(square), on(dot16, get(own), get(own)))),
      ...put(product, on(addLanes32, get(product), on(dot16, get(own), on(load(0), get(from))))),
      ...put(shown, on(add, get(shown), get(width))),
      ...put(from, on(add, get(from), on(add, get(width), get(width)))),
    ]),
    ...put(sum, on(dot16, get(sum), ones)),
    ...[sum, square, product].flatMap(whole),
    ...on(storeLane32(0), get(here), on(toFloats, get(sum))),
    ...on(storeLane32(0), on(add, get(here), i32(roomOfSums)), on(toFloats, get(square))),
    ...on(
      storeLane32(0),
      on(add, get(here), i32(2 * roomOfSums)),
      on(times, on(toFloats, get(product)), floats(1 / viewUnits)),
    ),
    ...advance(blocks, 4),
    ...advance(here, 4),
  ])

  const two = (address: number, offset = 0) => on(doublesOfFloats, on(loadHalf(offset), get(address)))
  const rawSum = two(here)
  const rawSquare = two(here, roomOfSums)
  const products = two(here, 2 * roomOfSums)
  /** Of the last of an odd number of blocks there is no second. */
  const narrowedLive = [
    ...on(and, on(isSame, get(left), i32(1)), on(and, get(count), i32(1))),
    ...when(put(live, lowerBits)),
  ]
  const eachTwo = (body: Code): Code => [
    ...put(live, allBits),
    ...put(here, get(room)),
    ...put(left, get(pairs)),
    ...countdown(left, [
      ...narrowedLive,
      ...body,
      ...[here, sums, squares, rests].flatMap(each => advance(each, 8)),
    ]),
    // Back to the first.
    ...[sums, squares, rests].flatMap(each =>
      put(each, on(add, get(each), on(multiply, get(pairs), i32(-8)))),
    ),
  ]
  const addKept = (to: number, what: Code) => put(to, on(plus64, get(to), on(both, what, get(keep))))
  const gathered = [
    ...[sf, sr, srr, sfr, kept].flatMap(each => put(each, zeros)),
    ...eachTwo([
      ...put(keep, on(both, on(isAtMost64, two(rests), get(limit)), get(live))),
      ...addKept(sf, two(sums)),
      ...addKept(sr, rawSum),
      ...addKept(srr, rawSquare),
      ...addKept(sfr, products),
      ...addKept(kept, doubles(blockArea)),
    ]),
    ...[sf, sr, srr, sfr, kept].flatMap(each =>
      put(each, on(plus64, get(each), reordered(each, [2, 3, 0, 1]))),
    ),
  ]
  const lit = [
    ...put(spread, on(minus64, get(srr), on(over64, on(times64, get(sr), get(sr)), get(kept)))),
    ...put(
      gain,
      on(over64, on(minus64, get(sfr), on(over64, on(times64, get(sf), get(sr)), get(kept))), get(spread)),
    ),
    ...put(gain, on(least64, doubles(mostGain), on(most64, doubles(leastGain), get(gain)))),
    ...put(gain, on(chosen, doubles(1), get(gain), on(isLess64, get(spread), get(kept)))),
    ...put(lift, on(over64, on(minus64, get(sf), on(times64, get(gain), get(sr))), get(kept))),
  ]
  const twice = (of: Code) => on(times64, doubles(2), of)
  // A block has 64 pixels: multiplied by a part of one it rounds as divided, in a third of the time.
  const remaining = on(
    plus64,
    on(
      times64,
      on(
        minus64,
        on(
          minus64,
          on(
            plus64,
            on(plus64, two(squares), on(times64, on(times64, get(gain), get(gain)), rawSquare)),
            on(times64, on(times64, twice(get(gain)), get(lift)), rawSum),
          ),
          on(times64, twice(get(gain)), products),
        ),
        on(times64, twice(get(lift)), two(sums)),
      ),
      doubles(1 / blockArea),
    ),
    on(times64, get(lift), get(lift)),
  )
  /** The lower of two, then the higher: sums of what is not whole depend on their order. */
  const inTurn = (to: number, of: number): Code => [
    ...put(to, on(plus64, get(to), get(of))),
    ...put(to, on(plus64, get(to), reordered(of, [2, 3, 0, 1]))),
  ]
  const left2 = [
    ...[mean, inside, within].flatMap(each => put(each, zeros)),
    ...eachTwo([
      ...put(value, on(most64, zeros, remaining)),
      ...on(storeHalf(0), get(rests), on(floatsOfDoubles, get(value))),
      ...put(keep, on(both, on(isAtMost64, get(value), get(limit)), get(live))),
      ...put(upTo, on(both, on(least64, get(value), get(limit)), get(live))),
      ...inTurn(mean, upTo),
      ...put(upTo, on(both, get(value), get(keep))),
      ...inTurn(inside, upTo),
      ...addKept(within, doubles(1)),
    ]),
    ...put(within, on(plus64, get(within), reordered(within, [2, 3, 0, 1]))),
    ...[mean, inside].flatMap(each => put(each, reordered(each, [0, 1, 0, 1]))),
    ...put(inside, on(both, on(over64, get(inside), get(within)), on(differs64, get(within), zeros))),
    ...put(
      limit,
      on(plus64, on(over64, on(times64, doubles(1.5), get(mean)), get(all)), doubles(codedVariance)),
    ),
    ...[gain, lift, inside].flatMap((each, n) => on(storeHalf(8 * n), get(light), get(each))),
  ]
  const body = [
    ...put(pairs, on(shiftRight, on(add, get(count), i32(1)), i32(1))),
    ...put(left, get(count)),
    ...put(here, get(room)),
    ...measured,
    ...put(all, on(doublesOfIntegers, on(splat32, get(count)))),
    ...put(limit, doubles(Number.POSITIVE_INFINITY)),
    ...put(at, i32(lightRounds)),
    ...countdown(at, [...gathered, ...on(isZero, on(isAny, get(kept))), ...when(leave), ...lit, ...left2]),
  ]
  return { name: 'fitted', parameters: 10, counters: 6, vectors: 21, body }
}

/** All addresses are bytes; `out` are `gradientSums` doubles for each block. */
export type SumGradients = (
  data: number,
  raw: number,
  width: number,
  blocks: number,
  count: number,
  out: number,
) => void

export function gradientSumsOf(): Func {
  const [data, raw, width, blocks, count, out] = range(6) as Six
  const [at, above, here, below, shown, half] = range(6).map(n => 6 + n) as Six
  const vector = (n: number) => 12 + n
  const [across, down, own, pixels] = range(4).map(vector) as Four
  /** Sums that a block cannot make too large for 32 bits without a sign, with one, and those that three rows cannot. */
  const [xx, yy] = [vector(4), vector(5)]
  const [xRaw, yRaw, xs, ys] = range(4).map(n => vector(6 + n)) as Four
  const [xy, xFilm, yFilm] = range(3).map(n => vector(10 + n)) as [number, number, number]
  const [longXy, longXFilm, longYFilm] = range(3).map(n => vector(13 + n)) as [number, number, number]
  const inner = shorts([-1, -1, -1, -1, -1, -1, 0, 0])
  const addTo = (to: number, one: Code, two: Code) => put(to, on(addLanes32, get(to), on(dot16, one, two)))
  const row = [
    ...put(across, on(both, on(subtractLanes16, on(load(4), get(here)), on(load(0), get(here))), inner)),
    ...put(down, on(both, on(subtractLanes16, on(load(2), get(below)), on(load(2), get(above))), inner)),
    ...put(own, on(load(2), get(here))),
    ...put(pixels, on(loadBytes(1), get(shown))),
    ...addTo(xx, get(across), get(across)),
    ...addTo(xy, get(across), get(down)),
    ...addTo(yy, get(down), get(down)),
    ...addTo(xRaw, get(across), get(pixels)),
    ...addTo(yRaw, get(down), get(pixels)),
    ...addTo(xs, get(across), ones),
    ...addTo(ys, get(down), ones),
    ...addTo(xFilm, get(across), get(own)),
    ...addTo(yFilm, get(down), get(own)),
    ...put(above, get(here)),
    ...put(here, get(below)),
    ...put(below, on(add, get(below), on(add, get(width), get(width)))),
    ...put(shown, on(add, get(shown), get(width))),
  ]
  const widened = (of: number, [low, high]: readonly [Code, Code]) =>
    on(addLanes64, on(low, get(of)), on(high, get(of)))
  const signed = [lowSigned64, highSigned64] as const
  const unsigned = [lowUnsigned64, highUnsigned64] as const
  const tell = (n: number, of: number, code: Code): Code => [
    ...put(of, code),
    ...get(out),
    ...on(add64, on(lane64(0), get(of)), on(lane64(1), get(of))),
    ...storeSigned(8 * n),
  ]
  const threeRows = [
    ...[xy, xFilm, yFilm].flatMap(each => put(each, zeros)),
    ...range(3).flatMap(() => row),
    ...(
      [
        [longXy, xy],
        [longXFilm, xFilm],
        [longYFilm, yFilm],
      ] as const
    ).flatMap(([to, of]) => put(to, on(addLanes64, get(to), widened(of, signed)))),
  ]
  const body = countdown(count, [
    ...put(at, on(load32(0), get(blocks))),
    ...put(above, on(add, get(data), on(add, get(at), get(at)))),
    ...put(here, on(add, get(above), on(add, get(width), get(width)))),
    ...put(below, on(add, get(here), on(add, get(width), get(width)))),
    ...put(shown, on(add, on(add, get(raw), get(at)), get(width))),
    ...[xx, yy, xRaw, yRaw, xs, ys, longXy, longXFilm, longYFilm].flatMap(each => put(each, zeros)),
    ...put(half, i32(2)),
    ...countdown(half, threeRows),
    ...tell(0, xx, widened(xx, unsigned)),
    ...tell(1, longXy, get(longXy)),
    ...tell(2, yy, widened(yy, unsigned)),
    ...[xRaw, yRaw, xs, ys].flatMap((each, n) => tell(3 + n, each, widened(each, signed))),
    ...tell(7, longXFilm, get(longXFilm)),
    ...tell(8, longYFilm, get(longYFilm)),
    ...advance(blocks, 4),
    ...advance(out, 8 * gradientSums),
  ])
  return { name: 'gradients', parameters: 6, counters: 6, vectors: 16, body }
}

type Four = [number, number, number, number]
type Five = [...Four, number]
type Six = [...Five, number]
type Ten = [...Six, ...Four]
