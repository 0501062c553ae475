/** Taking out of a picture what others tell of it, in WebAssembly: what `plainTiles` of core does in a plain loop. */
import { plainTiles, type TileKernels, type TileParts } from '@sightline/core/edits'
import {
  add,
  advance,
  both,
  type Code,
  countdown,
  doubles,
  doublesOfFloats,
  type Func,
  floatsOfDoubles,
  get,
  i32,
  load,
  loadModule,
  loadSplat64,
  minus64,
  mixed,
  multiply,
  on,
  plus64,
  put,
  reordered,
  store,
  storeHalf,
  subtract,
  times64,
  when,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]
const mostPixels = 1 << 16
const mostParts = 12
/** Vectors are read beyond the last pixel. */
const beyond = 64
const places = {
  of: 0,
  products: 4 * mostPixels + beyond,
  inverse: 4 * mostPixels + beyond + 8 * mostParts,
  mask: 4 * mostPixels + beyond + 8 * mostParts + 8 * mostParts ** 2,
  parts: 4 * mostPixels + 2 * beyond + 8 * mostParts + 8 * mostParts ** 2,
}
const partBytes = 4 * mostPixels + beyond

/**
 * A tile's pixels begin `first` bytes after the first of each picture, a row every `stride` bytes; `fours` whole vectors stand in each of its `rows`, and
 * where `hasLeft` is not 0 one of which only what the mask has set counts. Parts lie `partBytes` from each other.
 */
type TakeOut = (
  first: number,
  stride: number,
  fours: number,
  hasLeft: number,
  rows: number,
  count: number,
) => void

function takeOut(): Func {
  const [first, stride, fours, hasLeft, rows, count] = range(6) as Six
  const [part, row, four, of, own, products, inverse, left, inner] = range(9).map(n => 6 + n) as Nine
  const vector = (n: number) => 15 + n
  const [shown, told, low, high, sum, more, share] = range(7).map(vector) as Seven
  const promotedLow = (from: number) => on(doublesOfFloats, get(from))
  const promotedHigh = (from: number) => on(doublesOfFloats, reordered(from, [2, 3, 2, 3]))
  const loaded = (to: number, address: number, isLast: boolean) =>
    put(
      to,
      isLast ? on(both, on(load(0), get(address)), on(load(places.mask), i32(0))) : on(load(0), get(address)),
    )
  const onward = [...advance(of, 16), ...advance(own, 16)]
  /** Something done to each four pixels of the tile, those of a part with those of the picture. */
  const overTile = (body: (isLast: boolean) => Code): Code => [
    ...put(row, get(rows)),
    ...put(of, get(first)),
    ...put(own, on(add, get(part), get(first))),
    ...countdown(row, [
      ...put(four, get(fours)),
      ...get(four),
      ...when(countdown(four, [...body(false), ...onward])),
      ...get(hasLeft),
      ...when(body(true)),
      ...[of, own].flatMap(each =>
        put(each, on(add, get(each), on(subtract, get(stride), on(multiply, get(fours), i32(16))))),
      ),
    ]),
  ]
  const addProducts = (isLast: boolean): Code => [
    ...loaded(shown, of, isLast),
    ...loaded(told, own, isLast),
    ...put(sum, on(plus64, get(sum), on(times64, promotedLow(told), promotedLow(shown)))),
    ...put(more, on(plus64, get(more), on(times64, promotedHigh(told), promotedHigh(shown)))),
  ]
  const subtractShare = (isLast: boolean): Code => [
    ...put(shown, on(load(0), get(of))),
    ...loaded(told, own, isLast),
    ...put(
      low,
      on(floatsOfDoubles, on(minus64, promotedLow(shown), on(times64, get(share), promotedLow(told)))),
    ),
    ...put(
      high,
      on(floatsOfDoubles, on(minus64, promotedHigh(shown), on(times64, get(share), promotedHigh(told)))),
    ),
    ...on(store(0), get(of), mixed(low, high, [0, 1, 4, 5])),
  ]
  const body = [
    ...put(part, i32(places.parts)),
    ...put(products, i32(places.products)),
    ...put(left, get(count)),
    ...countdown(left, [
      ...put(sum, doubles(0)),
      ...put(more, doubles(0)),
      ...overTile(addProducts),
      ...put(sum, on(plus64, get(sum), get(more))),
      ...on(storeHalf(0), get(products), on(plus64, get(sum), reordered(sum, [2, 3, 0, 1]))),
      ...advance(products, 8),
      ...advance(part, partBytes),
    ]),
    ...put(part, i32(places.parts)),
    ...put(inverse, i32(places.inverse)),
    ...put(left, get(count)),
    ...countdown(left, [
      ...put(share, doubles(0)),
      ...put(products, i32(places.products)),
      ...put(inner, get(count)),
      ...countdown(inner, [
        ...put(
          share,
          on(
            plus64,
            get(share),
            on(times64, on(loadSplat64(0), get(inverse)), on(loadSplat64(0), get(products))),
          ),
        ),
        ...advance(products, 8),
        ...advance(inverse, 8),
      ]),
      ...overTile(subtractShare),
      ...advance(part, partBytes),
    ]),
  ]
  return { name: 'takeOut', parameters: 6, counters: 9, vectors: 7, body }
}

export async function loadTiles(): Promise<TileKernels> {
  const { memory, exports } = await loadModule([takeOut()], places.parts + mostParts * partBytes)
  const run = exports['takeOut'] as TakeOut
  const { buffer } = memory
  const picture = new Float32Array(buffer, places.of, mostPixels)
  const inverse = new Float64Array(buffer, places.inverse, mostParts ** 2)
  const mask = new Int32Array(buffer, places.mask, 4)
  const slots = range(mostParts).map(n => new Float32Array(buffer, places.parts + n * partBytes, mostPixels))
  /** What lies in each slot: most pictures are held against the same parts. */
  const held: (Float32Array | undefined)[] = []
  const tileRest = (of: Float32Array, basis: TileParts): Float32Array => {
    const { width, parts, tiles, inverses } = basis
    const count = parts.length
    if (count === 0 || count > mostParts || of.length > mostPixels) return plainTiles.tileRest(of, basis)
    for (const [n, part] of parts.entries()) {
      if (held[n] === part) continue
      slots[n]?.set(part)
      held[n] = part
    }
    picture.set(of)
    for (const [n, { from, to, top, low }] of tiles.entries()) {
      inverse.set(inverses[n] as Float64Array)
      const left = (to - from) & 3
      for (let lane = 0; lane < 4; lane++) mask[lane] = lane < left ? -1 : 0
      run(4 * (top * width + from), 4 * width, (to - from) >> 2, left, low - top, count)
    }
    return picture.slice(0, of.length)
  }
  return { tileRest }
}

type Six = [number, number, number, number, number, number]
type Seven = [...Six, number]
type Nine = [...Six, number, number, number]
