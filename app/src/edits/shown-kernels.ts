/** How well frames of a film go with times of a camera that stands still, in WebAssembly: `shown` and `renewed` of `plainTiles` of core. */
import {
  bitsOfRootHalf,
  blockArea,
  inSquaredLevels,
  logOfTwo,
  logTerms,
  renewedSums,
} from '@sightline/core/edits'
import {
  add,
  addLanes32,
  advance,
  type Code,
  countdown,
  differing,
  dot16,
  doubles,
  doublesOfFloats,
  doublesOfIntegers,
  type Func,
  floats,
  get,
  i32,
  both as inBoth,
  integers,
  larger,
  load,
  load32,
  loadSplat,
  minus,
  mixed,
  on,
  over,
  plus,
  plus64,
  put,
  reordered,
  shiftLeft,
  shiftRight,
  shiftRight32,
  smaller,
  storeHalf,
  storeLane32,
  subtractLanes32,
  times,
  times64,
  toFloats,
  withoutSign,
  zeros,
} from '../webassembly/words.ts'
import { blockBytes, type Eight, type Five, type Four, places, range, summed } from './tile-memory.ts'

const signBit = 1 << 31

/** The number of a block's squares in bytes, from that of its values. */
const squareOf = (time: number, squares: number, block: number): Code =>
  on(
    loadSplat(0),
    on(add, on(add, get(time), get(squares)), on(shiftRight, on(load32(0), get(block)), i32(5))),
  )

/** `count` times whose values lie `stride` bytes from each other, and squares of whose blocks begin `squares` bytes after them; `blocks` of what is shown, and fours of them. */
export function shownAt(): Func {
  const [count, stride, squares, blocks, fours] = range(5) as Five
  const [time, block, gathered, inner, left, at, out, four] = range(8).map(n => 5 + n) as Eight
  const [levels, x, square, told, signed, exponent, here, more] = range(8).map(n => 13 + n) as Eight
  const onePlus = (of: number) => on(plus, floats(1), on(times, get(of), floats(1 / blockArea)))
  const ofBlock: Code = [
    ...put(at, on(add, get(time), on(load32(0), get(block)))),
    ...put(levels, zeros),
    ...range(8).flatMap(n =>
      put(
        levels,
        on(
          addLanes32,
          get(levels),
          on(dot16, on(load(16 * n), get(at)), on(load(places.levels + 16 * n), get(gathered))),
        ),
      ),
    ),
    ...summed(levels),
    ...on(storeLane32(0), on(add, get(four), i32(places.products)), get(levels)),
    ...on(storeLane32(0), on(add, get(four), i32(places.squaresThere)), squareOf(time, squares, block)),
    ...advance(block, 4),
    ...advance(four, 4),
    ...advance(gathered, blockBytes),
  ]
  const fourLefts: Code = [
    ...put(square, on(load(places.squares), get(four))),
    ...put(signed, on(times, on(toFloats, on(load(places.products), get(four))), floats(inSquaredLevels))),
    ...put(
      x,
      on(
        times,
        floats(0.75),
        on(
          minus,
          on(times, floats(0.75), on(load(places.squaresThere), get(four))),
          on(times, floats(2), on(withoutSign, get(signed))),
        ),
      ),
    ),
    ...put(x, on(smaller, floats(0), get(x))),
    ...put(x, on(larger, on(minus, floats(0), get(square)), get(x))),
    ...put(x, on(plus, get(square), get(x))),
    ...put(x, on(over, onePlus(square), onePlus(x))),
    ...put(exponent, on(shiftRight32, on(subtractLanes32, get(x), integers(bitsOfRootHalf)), i32(23))),
    ...put(x, on(subtractLanes32, get(x), on(shiftLeft, get(exponent), i32(23)))),
    ...put(x, on(minus, get(x), floats(1))),
    ...put(square, on(times, get(x), get(x))),
    ...put(told, floats(logTerms[0] as number)),
    ...logTerms.slice(1).flatMap(term => put(told, on(plus, on(times, get(told), get(x)), floats(term)))),
    ...put(
      told,
      on(minus, on(times, on(times, get(told), get(x)), get(square)), on(times, floats(0.5), get(square))),
    ),
    ...put(
      told,
      on(plus, on(plus, get(x), get(told)), on(times, on(toFloats, get(exponent)), floats(logOfTwo))),
    ),
    ...put(told, on(times, on(load(places.weights), get(four)), get(told))),
    ...put(told, on(differing, get(told), on(inBoth, get(signed), integers(signBit)))),
    ...put(here, on(plus64, get(here), on(doublesOfFloats, get(told)))),
    ...put(more, on(plus64, get(more), on(doublesOfFloats, reordered(told, [2, 3, 2, 3])))),
    ...advance(four, 16),
  ]
  const body = [
    ...put(time, i32(places.times)),
    ...put(out, i32(places.sums)),
    ...countdown(count, [
      ...put(block, i32(places.blocks)),
      ...put(gathered, i32(0)),
      ...put(four, i32(0)),
      ...put(inner, get(blocks)),
      ...countdown(inner, ofBlock),
      ...put(here, doubles(0)),
      ...put(more, doubles(0)),
      ...put(four, i32(0)),
      ...put(left, get(fours)),
      ...countdown(left, fourLefts),
      ...put(here, on(plus64, get(here), get(more))),
      ...on(storeHalf(0), get(out), on(plus64, get(here), reordered(here, [2, 3, 0, 1]))),
      ...advance(out, 8),
      ...put(time, on(add, get(time), get(stride))),
    ]),
  ]
  return { name: 'shown', parameters: 5, counters: 8, vectors: 8, body }
}

/** The same of what `tiles` tiles were renewed with. */
export function renewedAt(): Func {
  const [count, stride, squares, tiles] = range(4) as Four
  const [time, block, gathered, inner, leftTiles, perTile, at, out] = range(8).map(n => 4 + n) as Eight
  const [news, one, two, here, both, own, less, tileSums] = range(8).map(n => 12 + n) as Eight
  const sums = [news, one, two] as const
  const held = [places.news, places.one, places.two]
  const ofBlock: Code = [
    ...put(at, on(add, get(time), on(load32(0), get(block)))),
    ...sums.flatMap(sum => put(sum, zeros)),
    ...range(8).flatMap(n => [
      ...put(here, on(load(16 * n), get(at))),
      ...sums.flatMap((sum, k) =>
        put(
          sum,
          on(
            addLanes32,
            get(sum),
            on(dot16, get(here), on(load((held[k] as number) + 16 * n), get(gathered))),
          ),
        ),
      ),
    ]),
    ...summed(news),
    ...put(both, on(plus64, get(both), on(doublesOfIntegers, get(news)))),
    ...put(one, on(addLanes32, mixed(one, two, [0, 4, 1, 5]), mixed(one, two, [2, 6, 3, 7]))),
    ...put(one, on(addLanes32, get(one), reordered(one, [2, 3, 0, 1]))),
    ...put(tileSums, on(plus64, get(tileSums), on(doublesOfIntegers, get(one)))),
    ...put(here, squareOf(time, squares, block)),
    ...put(own, on(plus64, get(own), on(doublesOfFloats, get(here)))),
    ...advance(block, 4),
    ...advance(gathered, blockBytes),
  ]
  const body = [
    ...put(time, i32(places.times)),
    ...put(out, i32(places.sums)),
    ...countdown(count, [
      ...[both, own, less].flatMap(sum => put(sum, doubles(0))),
      ...put(block, i32(places.blocks)),
      ...put(gathered, i32(0)),
      ...put(perTile, i32(places.perTile)),
      ...put(leftTiles, get(tiles)),
      ...countdown(leftTiles, [
        ...put(tileSums, doubles(0)),
        ...put(inner, on(load32(0), get(perTile))),
        ...countdown(inner, ofBlock),
        ...put(less, on(plus64, get(less), on(times64, get(tileSums), get(tileSums)))),
        ...advance(perTile, 4),
      ]),
      ...on(storeHalf(0), get(out), get(both)),
      ...on(storeHalf(8), get(out), get(own)),
      ...on(storeHalf(16), get(out), on(plus64, get(less), reordered(less, [2, 3, 0, 1]))),
      ...advance(out, 8 * renewedSums),
      ...put(time, on(add, get(time), get(stride))),
    ]),
  ]
  return { name: 'renewed', parameters: 4, counters: 8, vectors: 8, body }
}
