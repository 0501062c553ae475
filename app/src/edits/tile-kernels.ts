/** What tells times of a camera that stands still apart, in WebAssembly: what `plainTiles` of core does in plain loops. */
import {
  blockArea,
  blocksOfTile,
  type Deviation,
  deviationUnits,
  inSquaredLevels,
  mostDeviation,
  plainTiles,
  type RenewedBlocks,
  renewedSums,
  type ShownBlocks,
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
  dot16,
  doubles,
  doublesOfIntegers,
  type Func,
  floats,
  get,
  highSigned32,
  i32,
  larger,
  load,
  load32,
  loadBytes,
  loadModule,
  lowSigned32,
  minus,
  multiply,
  narrowed,
  nearest,
  on,
  plus,
  plus64,
  put,
  reordered,
  smaller,
  store,
  storeHalf,
  storeLane32,
  subtract,
  times,
  toFloats,
  toIntegers,
  when,
  zeros,
} from '../webassembly/words.ts'
import { renewedAt, shownAt } from './shown-kernels.ts'
import {
  blockBytes,
  type Eight,
  type Five,
  type Four,
  mostBlocks,
  mostParts,
  mostPixels,
  mostTimes,
  partBytes,
  places,
  range,
  type Seven,
  summed,
  tileBytes,
  timeBytes,
} from './tile-memory.ts'

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

type TakeOutOf = (tiles: number, count: number) => void
type Deviate = (across: number, down: number, stride: number, count: number) => void
type Multiply = (one: number, two: number, blocks: number, out: number) => void
type Show = (count: number, stride: number, squares: number, blocks: number, fours: number) => void
type Renew = (count: number, stride: number, squares: number, tiles: number) => void

export async function loadTiles(): Promise<TileKernels> {
  const functions = [restOf(), deviationOf(), productOf(), shownAt(), renewedAt()]
  const { memory, exports } = await loadModule(functions, places.bytes)
  const { buffer } = memory
  const [takeOut, deviate] = [exports['rest'] as TakeOutOf, exports['deviation'] as Deviate]
  const multiplied = exports['product'] as Multiply
  const [show, renew] = [exports['shown'] as Show, exports['renewed'] as Renew]
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
  const sums = new Float64Array(buffer, places.sums, renewedSums * mostTimes)
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
  const putBlocks = (of: Int32Array) => {
    for (const [n, block] of of.entries()) blocks[n] = block * blockBytes
  }
  const putShown = (of: ShownBlocks) => {
    putBlocks(of.blocks)
    levels.set(of.levels)
    squares.set(of.squares)
    weights.set(of.weights)
    // Blocks are gone through by four.
    weights.fill(0, of.blocks.length, Math.min(mostBlocks, of.blocks.length + 3))
  }
  const putRenewed = (of: RenewedBlocks) => {
    putBlocks(of.blocks)
    perTile.set(of.perTile)
    news.set(of.news)
    one.set(of.before[0])
    two.set(of.before[1])
  }
  const haveRoom = (all: readonly Deviation[]) => {
    const size = all[0]?.values.length ?? 0
    return all.length <= mostTimes && size <= mostPixels && size > 0
  }

  const shown: TileKernels['shown'] = (of, all) => {
    if (!haveRoom(all)) return plainTiles.shown(of, all)
    for (const [n, time] of all.entries()) putTime(time, n)
    const out = new Float64Array(of.length * all.length)
    for (const [k, each] of of.entries()) {
      if (each.blocks.length === 0) continue
      putShown(each)
      show(all.length, timeBytes, 2 * mostPixels, each.blocks.length, (each.blocks.length + 3) >> 2)
      out.set(sums.subarray(0, all.length), k * all.length)
    }
    return out
  }
  const renewed: TileKernels['renewed'] = (of, all) => {
    if (!haveRoom(all)) return plainTiles.renewed(of, all)
    for (const [n, time] of all.entries()) putTime(time, n)
    const out = new Float64Array(renewedSums * of.length * all.length)
    for (const [k, each] of of.entries()) {
      if (each.blocks.length === 0) continue
      putRenewed(each)
      renew(all.length, timeBytes, 2 * mostPixels, each.perTile.length)
      out.set(sums.subarray(0, renewedSums * all.length), renewedSums * k * all.length)
    }
    return out
  }
  const putTime = (time: Deviation, n: number) => {
    timeValues[n]?.set(time.values)
    timeSquares[n]?.set(time.squares)
  }
  return { takeOut: takeOutOf, deviation, products, shown, renewed }
}
