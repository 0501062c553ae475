/** What tells times of a camera that stands still apart, in WebAssembly: what `plainTiles` of core does in plain loops. */
import {
  bitsOfRootHalf,
  blockArea,
  blocksOfTile,
  type Deviation,
  deviationUnits,
  type HeldBlocks,
  heldSums,
  inSquaredLevels,
  logOfTwo,
  logTerms,
  mostDeviation,
  plainTiles,
  type TileKernels,
  type TileParts,
  tileArea,
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
  highSigned32,
  i32,
  both as inBoth,
  integers,
  larger,
  load,
  load32,
  loadBytes,
  loadModule,
  loadSplat,
  lowSigned32,
  minus,
  mixed,
  multiply,
  narrowed,
  nearest,
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
  store,
  storeHalf,
  storeLane32,
  subtract,
  subtractLanes32,
  times,
  times64,
  toFloats,
  toIntegers,
  when,
  withoutSign,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]
/** Of a picture in `TileOrder`: small ones have up to 65,536, and their last tiles reach beyond them. */
const mostPixels = 5 << 14
const mostBlocks = mostPixels / blockArea
const mostParts = 12
const tileBytes = 4 * tileArea
const partBytes = 4 * mostPixels
const blockBytes = 2 * blockArea
/** Deviations of times, or pictures whose products are asked for, that lie there at once. */
const mostTimes = 64
const timeBytes = 2 * mostPixels + 4 * mostBlocks
const places = (() => {
  let next = 0
  const room = (bytes: number) => {
    const at = next
    next += Math.ceil(bytes / 16) * 16
    return at
  }
  const own = {
    of: room(4 * mostPixels),
    which: room((4 * mostPixels) / tileArea),
    shares: room(16 * mostParts),
    frame: room(mostPixels),
    mean: room(4 * mostPixels),
    tile: room(tileBytes),
    values: room(2 * mostPixels),
    ownSquares: room(4 * mostBlocks),
    parts: room(mostParts * partBytes),
    blocks: room(4 * mostBlocks),
    perTile: room(4 * mostBlocks),
    levels: room(blockBytes * mostBlocks),
    news: room(blockBytes * mostBlocks),
    one: room(blockBytes * mostBlocks),
    two: room(blockBytes * mostBlocks),
    squares: room(4 * mostBlocks),
    weights: room(4 * mostBlocks),
    products: room(4 * mostBlocks),
    squaresThere: room(4 * mostBlocks),
    sums: room(8 * heldSums * mostTimes),
    times: room(mostTimes * timeBytes),
  }
  return { ...own, bytes: next }
})()

/** One number of all four of a local's, added as 32-bit ones, four times over. */
const summed = (of: number): Code => [
  ...put(of, on(addLanes32, get(of), reordered(of, [2, 3, 0, 1]))),
  ...put(of, on(addLanes32, get(of), reordered(of, [1, 0, 3, 2]))),
]

/** Takes the mixture of `count` parts that is nearest out of 1024 floats; a part's pixels of the tile begin at `part`. The locals are changed. */
function takenOut(of: {
  readonly values: number
  readonly part: number
  readonly count: number
  /** 32-bit numbers. */
  readonly counters: readonly [own: number, at: number, left: number, inner: number, share: number]
  readonly vectors: readonly [number, number, number, number, number]
}): Code {
  const [own, at, left, inner, share] = of.counters
  const [one, two, three, four, whole] = of.vectors
  const sums = [one, two, three, four] as const
  const overTile = (body: Code): Code => [
    ...put(at, get(of.values)),
    ...put(own, get(of.part)),
    ...put(inner, i32(tileArea / 16)),
    ...countdown(inner, [...body, ...advance(at, 64), ...advance(own, 64)]),
    ...advance(of.part, partBytes),
  ]
  const overParts = (body: Code): Code => [
    ...put(share, i32(places.shares)),
    ...put(left, get(of.count)),
    ...countdown(left, [...body, ...advance(share, 16)]),
    ...put(of.part, on(subtract, get(of.part), on(multiply, get(of.count), i32(partBytes)))),
  ]
  return [
    ...overParts([
      ...sums.flatMap(sum => put(sum, zeros)),
      ...overTile(
        sums.flatMap((sum, n) =>
          put(sum, on(plus, get(sum), on(times, on(load(16 * n), get(at)), on(load(16 * n), get(own))))),
        ),
      ),
      ...put(whole, on(plus, on(plus, get(one), get(two)), on(plus, get(three), get(four)))),
      ...put(whole, on(plus, get(whole), reordered(whole, [2, 3, 0, 1]))),
      ...put(whole, on(plus, get(whole), reordered(whole, [1, 0, 3, 2]))),
      ...on(store(0), get(share), get(whole)),
    ]),
    ...overParts([
      ...put(whole, on(load(0), get(share))),
      ...overTile(
        range(4).flatMap(n =>
          on(
            store(16 * n),
            get(at),
            on(minus, on(load(16 * n), get(at)), on(times, get(whole), on(load(16 * n), get(own)))),
          ),
        ),
      ),
    ]),
  ]
}

/** Out of each of `tiles` tiles whose numbers stand there. */
function restOf(): Func {
  const [tiles, count] = [0, 1]
  const [values, part, which, own, at, left, inner, share] = range(8).map(n => 2 + n) as Eight
  const vectors = range(5).map(n => 10 + n) as Five
  const body = [
    ...put(which, i32(places.which)),
    ...countdown(tiles, [
      ...put(at, on(multiply, on(load32(0), get(which)), i32(tileBytes))),
      ...put(values, on(add, get(at), i32(places.of))),
      ...put(part, on(add, get(at), i32(places.parts))),
      ...takenOut({ values, part, count, counters: [own, at, left, inner, share], vectors }),
      ...advance(which, 4),
    ]),
  ]
  return { name: 'rest', parameters: 2, counters: 8, vectors: 5, body }
}

/** `across` and `down` tiles of a frame whose rows lie `stride` bytes from each other. */
function deviationOf(): Func {
  const [across, down, stride, count] = range(4) as Four
  const [values, part, own, at, left, inner, share] = range(7).map(n => 4 + n) as Seven
  const [line, corner, leftDown, leftAcross, from, mean, out, outSquares] = range(8).map(n => 11 + n) as Eight
  const vectors = range(5).map(n => 19 + n) as Five
  const [one, two] = vectors
  const put16 = (to: number, from: number): Code =>
    put(
      to,
      on(
        toIntegers,
        on(
          nearest,
          on(
            times,
            on(larger, floats(-mostDeviation), on(smaller, floats(mostDeviation), on(load(from), get(at)))),
            floats(deviationUnits),
          ),
        ),
      ),
    )
  const rows = (body: Code, count: number): Code => [...put(inner, i32(count)), ...countdown(inner, body)]
  const loaded: Code = [
    ...put(at, i32(places.tile)),
    ...put(share, i32(4)),
    ...countdown(share, [
      ...put(left, i32(4)),
      ...countdown(left, [
        ...put(own, get(from)),
        ...rows(
          [
            ...put(one, on(loadBytes(0), get(own))),
            ...on(
              store(0),
              get(at),
              on(minus, on(toFloats, on(lowSigned32, get(one))), on(load(0), get(mean))),
            ),
            ...on(
              store(16),
              get(at),
              on(minus, on(toFloats, on(highSigned32, get(one))), on(load(16), get(mean))),
            ),
            ...put(own, on(add, get(own), get(stride))),
            ...advance(mean, 32),
            ...advance(at, 32),
          ],
          8,
        ),
        ...advance(from, 8),
      ]),
      ...put(from, on(add, on(subtract, get(from), i32(32)), on(multiply, get(stride), i32(8)))),
    ]),
  ]
  const written: Code = [
    ...put(at, i32(places.tile)),
    ...put(left, i32(blocksOfTile)),
    ...countdown(left, [
      ...put(vectors[2], zeros),
      ...rows(
        [
          ...put16(one, 0),
          ...put16(two, 16),
          ...put(one, on(narrowed, get(one), get(two))),
          ...on(store(0), get(out), get(one)),
          ...put(vectors[2], on(addLanes32, get(vectors[2]), on(dot16, get(one), get(one)))),
          ...advance(out, 16),
          ...advance(at, 32),
        ],
        8,
      ),
      ...summed(vectors[2]),
      ...on(
        storeLane32(0),
        get(outSquares),
        on(times, on(toFloats, get(vectors[2])), floats(inSquaredLevels)),
      ),
      ...advance(outSquares, 4),
    ]),
  ]
  const body = [
    ...put(mean, i32(places.mean)),
    ...put(part, i32(places.parts)),
    ...put(out, i32(places.values)),
    ...put(outSquares, i32(places.ownSquares)),
    ...put(line, i32(places.frame)),
    ...put(values, i32(places.tile)),
    ...put(leftDown, get(down)),
    ...countdown(leftDown, [
      ...put(corner, get(line)),
      ...put(leftAcross, get(across)),
      ...countdown(leftAcross, [
        ...put(from, get(corner)),
        ...loaded,
        ...get(count),
        ...when(takenOut({ values, part, count, counters: [own, at, left, inner, share], vectors })),
        ...written,
        ...advance(part, tileBytes),
        ...advance(corner, 32),
      ]),
      ...put(line, on(add, get(line), on(multiply, get(stride), i32(32)))),
    ]),
  ]
  return { name: 'deviation', parameters: 4, counters: 15, vectors: 5, body }
}

/** The sum of products of two pictures of so many blocks, written as a double. */
function productOf(): Func {
  const [one, two, blocks, out] = range(4) as Four
  const [sum, product] = [4, 5]
  const body = [
    ...put(sum, doubles(0)),
    ...countdown(blocks, [
      ...put(product, zeros),
      ...range(8).flatMap(n =>
        put(
          product,
          on(addLanes32, get(product), on(dot16, on(load(16 * n), get(one)), on(load(16 * n), get(two)))),
        ),
      ),
      ...summed(product),
      ...put(sum, on(plus64, get(sum), on(doublesOfIntegers, get(product)))),
      ...advance(one, blockBytes),
      ...advance(two, blockBytes),
    ]),
    ...on(storeHalf(0), get(out), get(sum)),
  ]
  return { name: 'product', parameters: 4, counters: 0, vectors: 2, body }
}

const signBit = 1 << 31

/**
 * `count` times whose values lie `stride` bytes from each other, and squares of whose blocks begin `squares` bytes after them; `tiles` of what is shown, and
 * fours of its blocks.
 */
function heldAgainst(): Func {
  const [count, stride, squares, tiles, fours] = range(5) as Five
  const [time, block, gathered, inner, left, leftTiles, perTile, at, out, four] = range(10).map(
    n => 5 + n,
  ) as Ten
  const [levels, news, one, two, here, both, own, less, tileSums, more] = range(10).map(n => 15 + n) as Ten
  const sums = [levels, news, one, two] as const
  const [exponent, x, square, told, signed] = [levels, news, one, two, tileSums]
  const onePlus = (of: number) => on(plus, floats(1), on(times, get(of), floats(1 / blockArea)))
  const held = [places.levels, places.news, places.one, places.two]
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
    ...put(levels, on(addLanes32, mixed(levels, news, [0, 4, 1, 5]), mixed(levels, news, [2, 6, 3, 7]))),
    ...put(one, on(addLanes32, mixed(one, two, [0, 4, 1, 5]), mixed(one, two, [2, 6, 3, 7]))),
    ...put(levels, on(addLanes32, mixed(levels, one, [0, 1, 4, 5]), mixed(levels, one, [2, 3, 6, 7]))),
    ...on(storeLane32(0), on(add, get(four), i32(places.products)), get(levels)),
    ...put(both, on(plus64, get(both), on(doublesOfIntegers, get(levels)))),
    ...put(tileSums, on(plus64, get(tileSums), on(doublesOfIntegers, reordered(levels, [2, 3, 2, 3])))),
    ...put(
      here,
      on(
        loadSplat(0),
        on(add, on(add, get(time), get(squares)), on(shiftRight, on(load32(0), get(block)), i32(5))),
      ),
    ),
    ...on(storeLane32(0), on(add, get(four), i32(places.squaresThere)), get(here)),
    ...put(own, on(plus64, get(own), on(doublesOfFloats, get(here)))),
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
      ...[both, own, less].flatMap(sum => put(sum, doubles(0))),
      ...put(block, i32(places.blocks)),
      ...put(gathered, i32(0)),
      ...put(four, i32(0)),
      ...put(perTile, i32(places.perTile)),
      ...put(leftTiles, get(tiles)),
      ...countdown(leftTiles, [
        ...put(tileSums, doubles(0)),
        ...put(inner, on(load32(0), get(perTile))),
        ...countdown(inner, ofBlock),
        ...put(less, on(plus64, get(less), on(times64, get(tileSums), get(tileSums)))),
        ...advance(perTile, 4),
      ]),
      ...put(here, doubles(0)),
      ...put(more, doubles(0)),
      ...put(four, i32(0)),
      ...put(left, get(fours)),
      ...countdown(left, fourLefts),
      ...put(here, on(plus64, get(here), get(more))),
      ...on(storeHalf(0), get(out), on(plus64, get(here), reordered(here, [2, 3, 0, 1]))),
      ...on(storeHalf(8), get(out), reordered(both, [2, 3, 0, 1])),
      ...on(storeHalf(16), get(out), get(own)),
      ...on(storeHalf(24), get(out), on(plus64, get(less), reordered(less, [2, 3, 0, 1]))),
      ...advance(out, 8 * heldSums),
      ...put(time, on(add, get(time), get(stride))),
    ]),
  ]
  return { name: 'held', parameters: 5, counters: 10, vectors: 10, body }
}

type TakeOutOf = (tiles: number, count: number) => void
type Deviate = (across: number, down: number, stride: number, count: number) => void
type Multiply = (one: number, two: number, blocks: number, out: number) => void
type HoldAgainst = (count: number, stride: number, squares: number, tiles: number, fours: number) => void

export async function loadTiles(): Promise<TileKernels> {
  const functions = [restOf(), deviationOf(), productOf(), heldAgainst()]
  const { memory, exports } = await loadModule(functions, places.bytes)
  const { buffer } = memory
  const [takeOut, deviate] = [exports['rest'] as TakeOutOf, exports['deviation'] as Deviate]
  const [multiplied, hold] = [exports['product'] as Multiply, exports['held'] as HoldAgainst]
  const floatsAt = (at: number, count: number) => new Float32Array(buffer, at, count)
  const integersAt = (at: number, count: number) => new Int32Array(buffer, at, count)
  const shortsAt = (at: number, count: number) => new Int16Array(buffer, at, count)
  const picture = floatsAt(places.of, mostPixels)
  const which = integersAt(places.which, mostPixels / tileArea)
  const slots = range(mostParts).map(n => floatsAt(places.parts + n * partBytes, mostPixels))
  const meanThere = floatsAt(places.mean, mostPixels)
  const frameThere = new Uint8Array(buffer, places.frame, mostPixels)
  const ownValues = shortsAt(places.values, mostPixels)
  const ownSquares = floatsAt(places.ownSquares, mostBlocks)
  /** What lies in each slot: most pictures are held against the same parts. */
  const kept: (Float32Array | undefined)[] = []
  let [lastMean, lastWidth] = [null as Float32Array | null, 0]
  const hasRoom = ({ order, parts }: TileParts) => order.size <= mostPixels && parts.length <= mostParts
  const putParts = ({ parts }: TileParts) => {
    for (const [n, part] of parts.entries()) {
      if (kept[n] === part) continue
      slots[n]?.set(part)
      kept[n] = part
    }
  }

  const takeOutOf: TileKernels['takeOut'] = (from, basis, tiles) => {
    if (basis.parts.length === 0 || tiles.length === 0 || !hasRoom(basis)) {
      plainTiles.takeOut(from, basis, tiles)
      return
    }
    putParts(basis)
    for (const tile of tiles)
      picture.set(from.subarray(tile * tileArea, (tile + 1) * tileArea), tile * tileArea)
    which.set(tiles)
    takeOut(tiles.length, basis.parts.length)
    for (const tile of tiles)
      from.set(picture.subarray(tile * tileArea, (tile + 1) * tileArea), tile * tileArea)
  }

  /** Rows lie as far apart as the tiles are wide: what is beyond the picture is zeros. */
  const putFrame = (frame: Uint8Array, width: number, stride: number, pixels: number) => {
    if (width !== lastWidth || frame.length < pixels) frameThere.fill(0, 0, pixels)
    lastWidth = width
    if (stride === width) frameThere.set(frame)
    else
      for (let from = 0, to = 0; from < frame.length; from += width, to += stride)
        frameThere.set(frame.subarray(from, from + width), to)
  }

  const deviation: TileKernels['deviation'] = (frame, mean, basis) => {
    const { order, parts } = basis
    if (!hasRoom(basis)) return plainTiles.deviation(frame, mean, basis)
    putParts(basis)
    if (mean !== lastMean) meanThere.set(mean)
    lastMean = mean
    const stride = 32 * order.across
    putFrame(frame, order.width, stride, order.size)
    deviate(order.across, order.down, stride, parts.length)
    return { values: ownValues.slice(0, order.size), squares: ownSquares.slice(0, order.size / blockArea) }
  }

  const timeValues = range(mostTimes).map(n => shortsAt(places.times + n * timeBytes, mostPixels))
  const timeSquares = range(mostTimes).map(n =>
    floatsAt(places.times + n * timeBytes + 2 * mostPixels, mostBlocks),
  )
  const sums = new Float64Array(buffer, places.sums, heldSums * mostTimes)
  const products: TileKernels['products'] = of => {
    const size = of[0]?.length ?? 0
    if (of.length > mostTimes || size > mostPixels || size === 0) return plainTiles.products(of)
    for (const [n, each] of of.entries()) timeValues[n]?.set(each)
    const out = new Float64Array(of.length ** 2)
    const at = (n: number) => places.times + n * timeBytes
    for (let p = 0; p < of.length; p++)
      for (let q = 0; q <= p; q++) {
        multiplied(at(p), at(q), size / blockArea, places.sums)
        out[p * of.length + q] = sums[0] as number
        out[q * of.length + p] = sums[0] as number
      }
    return out
  }

  const [blocks, perTile] = [integersAt(places.blocks, mostBlocks), integersAt(places.perTile, mostBlocks)]
  const [squares, weights] = [floatsAt(places.squares, mostBlocks), floatsAt(places.weights, mostBlocks)]
  const [levels, news, one, two] = [places.levels, places.news, places.one, places.two].map(at =>
    shortsAt(at, mostBlocks * blockArea),
  ) as [Int16Array, Int16Array, Int16Array, Int16Array]
  const putShown = (shown: HeldBlocks) => {
    for (const [n, block] of shown.blocks.entries()) blocks[n] = block * blockBytes
    perTile.set(shown.perTile)
    levels.set(shown.levels)
    news.set(shown.news)
    one.set(shown.before[0])
    two.set(shown.before[1])
    squares.set(shown.squares)
    weights.set(shown.weights)
    // Blocks are gone through by four.
    weights.fill(0, shown.blocks.length, Math.min(mostBlocks, shown.blocks.length + 3))
  }

  const held: TileKernels['held'] = (shown, times) => {
    const size = times[0]?.values.length ?? 0
    if (times.length > mostTimes || size > mostPixels || size === 0) return plainTiles.held(shown, times)
    for (const [n, time] of times.entries()) putTime(time, n)
    const out = new Float64Array(heldSums * shown.length * times.length)
    for (const [k, each] of shown.entries()) {
      if (each.blocks.length === 0) continue
      putShown(each)
      const fours = (each.blocks.length + 3) >> 2
      hold(times.length, timeBytes, 2 * mostPixels, each.perTile.length, fours)
      out.set(sums.subarray(0, heldSums * times.length), heldSums * k * times.length)
    }
    return out
  }
  const putTime = (time: Deviation, n: number) => {
    timeValues[n]?.set(time.values)
    timeSquares[n]?.set(time.squares)
  }
  return { takeOut: takeOutOf, deviation, products, held }
}

type Four = [number, number, number, number]
type Five = [...Four, number]
type Seven = [...Five, number, number]
type Eight = [...Seven, number]
type Ten = [...Eight, number, number]
