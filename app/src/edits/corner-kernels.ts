/** Finding corners and what lies around them, in WebAssembly: what `plainCorners` of core does in a plain loop. */
import {
  type CornerKernels,
  cornerEdge,
  edgeShare,
  leastScore,
  leastSlope,
  type Peaks,
  pairPlaces,
  patternWords,
  plainCorners,
} from '@sightline/core/edits'
import {
  add,
  addLanes16,
  addLanes32,
  advance,
  bitsOf16,
  both,
  type Code,
  countdown,
  doubles,
  doublesOfIntegers,
  type Func,
  floats,
  floatsOfDoubles,
  get,
  highSignedProducts,
  i32,
  integers,
  isAny,
  isAsMuch,
  isMore,
  isMore16,
  isMore32,
  load,
  load32,
  loadBytes,
  loadLane16,
  loadModule,
  lowSignedProducts,
  minus64,
  mixed,
  on,
  plus64,
  put,
  reordered,
  store,
  store8,
  store32,
  subtract,
  subtractLanes16,
  times64,
  when,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]
/** Small pictures are no larger, and are looked through at twice their size too. */
const mostPixels = 1 << 18
/** Corners of one size of a picture. */
const mostPlaces = 256
/** Vectors are read and written beyond the last pixel. */
const beyond = 64
const places = (() => {
  let next = 0
  const room = (bytes: number) => {
    const at = next + beyond
    next = at + bytes
    return at
  }
  const own = {
    ...{ pixels: room(mostPixels), xx: room(4 * mostPixels), yy: room(4 * mostPixels) },
    ...{ xy: room(4 * mostPixels), score: room(4 * mostPixels), found: room(4 * mostPixels) },
    ...{ isPeak: room(beyond), across: room(2 * mostPixels), smooth: room(2 * mostPixels) },
    ...{ points: room(64 * 8 * patternWords), bits: room(4 * patternWords * mostPlaces) },
  }
  return { ...own, bytes: next + beyond }
})()

/** Products of the slopes across and down of so many times eight pixels, from one on. */
function slopes(): Func {
  const [from, to, width, eights] = range(4) as Four
  const [above, below, across, down] = [4, 5, 6, 7]
  const products = (place: number, one: number, two: number): Code => [
    ...on(store(place), get(to), on(lowSignedProducts, get(one), get(two))),
    ...on(store(place + 16), get(to), on(highSignedProducts, get(one), get(two))),
  ]
  const body = [
    ...put(above, on(subtract, get(from), get(width))),
    ...put(below, on(add, get(from), get(width))),
    ...put(from, on(subtract, get(from), i32(1))),
    ...countdown(eights, [
      ...put(across, on(subtractLanes16, on(loadBytes(2), get(from)), on(loadBytes(0), get(from)))),
      ...put(down, on(subtractLanes16, on(loadBytes(0), get(below)), on(loadBytes(0), get(above)))),
      ...products(places.xx, across, across),
      ...products(places.yy, down, down),
      ...products(places.xy, across, down),
      ...[from, above, below].flatMap(each => advance(each, 8)),
      ...advance(to, 32),
    ]),
  ]
  return { name: 'slopes', parameters: 4, counters: 2, vectors: 2, body }
}

/** Of four pixels, `at` four times the place of the first; `row` bytes are a row's. */
function scores(): Func {
  const [at, row, fours] = range(3) as Three
  const [above, below] = [3, 4]
  const [a, b, c, low, high, sum] = range(6).map(n => 5 + n) as Six
  const three = (place: number, of: number): Code =>
    on(
      addLanes32,
      on(addLanes32, on(load(place - 4), get(of)), on(load(place), get(of))),
      on(load(place + 4), get(of)),
    )
  const nine = (place: number): Code =>
    on(addLanes32, on(addLanes32, three(place, above), three(place, at)), three(place, below))
  const half = (to: number, lanes: readonly [number, number, number, number]): Code => {
    const of = (local: number) => on(doublesOfIntegers, reordered(local, lanes))
    return [
      ...put(sum, on(plus64, of(a), of(b))),
      ...put(
        to,
        on(
          minus64,
          on(minus64, on(times64, of(a), of(b)), on(times64, of(c), of(c))),
          on(times64, doubles(edgeShare), on(times64, get(sum), get(sum))),
        ),
      ),
      ...put(to, on(floatsOfDoubles, get(to))),
    ]
  }
  const body = [
    ...put(above, on(subtract, get(at), get(row))),
    ...put(below, on(add, get(at), get(row))),
    ...countdown(fours, [
      ...put(a, nine(places.xx)),
      ...put(b, nine(places.yy)),
      ...put(c, nine(places.xy)),
      ...half(low, [0, 1, 0, 1]),
      ...half(high, [2, 3, 2, 3]),
      ...on(
        store(places.score),
        get(at),
        on(
          both,
          mixed(low, high, [0, 1, 4, 5]),
          on(
            isMore32,
            on(addLanes32, on(load(places.xx), get(at)), on(load(places.yy), get(at))),
            integers(leastSlope - 1),
          ),
        ),
      ),
      ...[at, above, below].flatMap(each => advance(each, 16)),
    ]),
  ]
  return { name: 'scores', parameters: 3, counters: 2, vectors: 6, body }
}

/** Writes four times the place of each peak to `out`, and where the next is to be written behind them all. */
function peaks(): Func {
  const [at, row, fours, rows, skipped, out] = range(6) as Six
  const [left, above, below] = [6, 7, 8]
  const [own, is] = [9, 10]
  const beside = (place: number, of: number): Code =>
    put(is, on(both, get(is), on(isAsMuch, get(own), on(load(places.score + place), get(of)))))
  const body = [
    ...countdown(rows, [
      ...put(left, get(fours)),
      ...countdown(left, [
        ...put(own, on(load(places.score), get(at))),
        ...put(is, on(isMore, get(own), floats(leastScore))),
        ...on(isAny, get(is)),
        ...when([
          ...put(above, on(subtract, get(at), get(row))),
          ...put(below, on(add, get(at), get(row))),
          ...beside(-4, at),
          ...beside(4, at),
          ...beside(0, above),
          ...beside(0, below),
          ...on(store(0), i32(places.isPeak), get(is)),
          ...range(4).flatMap(lane => [
            ...on(load32(4 * lane), i32(places.isPeak)),
            ...when([...on(store32(0), get(out), on(add, get(at), i32(4 * lane))), ...advance(out, 4)]),
          ]),
        ]),
        ...advance(at, 16),
      ]),
      ...put(at, on(add, get(at), get(skipped))),
    ]),
    ...on(store32(16), i32(places.isPeak), get(out)),
  ]
  return { name: 'peaks', parameters: 6, counters: 3, vectors: 2, body }
}

/** Sums of five pixels beside each other, for so many times eight pixels; the first of the first sum lies at `from`. */
function sumsAcross(): Func {
  const [from, to, eights] = range(3) as Three
  const body = countdown(eights, [
    ...on(
      store(0),
      get(to),
      range(5).reduce<Code>(
        (sum, n) => (n === 0 ? loadedBytes(from, 0) : on(addLanes16, sum, loadedBytes(from, n))),
        [],
      ),
    ),
    ...advance(from, 8),
    ...advance(to, 16),
  ])
  return { name: 'sumsAcross', parameters: 3, counters: 0, vectors: 0, body }
}

const loadedBytes = (of: number, offset: number) => on(loadBytes(offset), get(of))

/** Sums of five of those below each other, `row` bytes from one to the next; the first of the first sum lies at `from`. */
function sumsDown(): Func {
  const [from, to, row, eights] = range(4) as Four
  const lines = [from, 4, 5, 6, 7]
  const sum = lines.map(line => on(load(0), get(line))).reduce((one, two) => on(addLanes16, one, two))
  const body = [
    ...lines.slice(1).flatMap((line, n) => put(line, on(add, get(lines[n] as number), get(row)))),
    ...countdown(eights, [
      ...on(store(0), get(to), sum),
      ...lines.flatMap(line => advance(line, 16)),
      ...advance(to, 16),
    ]),
  ]
  return { name: 'sumsDown', parameters: 4, counters: 4, vectors: 0, body }
}

/** For each of some places the bits of its pattern: which of two sums is the larger, of those that lie so many bytes from its own as `points` has, pair by pair. */
function patterns(): Func {
  const [list, count, points, out] = range(4) as Four
  const [base, point, left] = [4, 5, 6]
  /** Of eight pairs the first or the second. */
  const eight = (which: 0 | 1): Code =>
    range(8).reduce<Code>(
      (vector, n) => on(loadLane16(n), on(add, get(base), on(load32(8 * n + 4 * which), get(point))), vector),
      zeros,
    )
  const body = countdown(count, [
    ...put(base, on(load32(0), get(list))),
    ...put(base, on(add, on(add, get(base), get(base)), i32(places.smooth))),
    ...put(point, get(points)),
    ...put(left, i32(4 * patternWords)),
    ...countdown(left, [
      ...on(store8(0), get(out), on(bitsOf16, on(isMore16, eight(0), eight(1)))),
      ...advance(point, 64),
      ...advance(out, 1),
    ]),
    ...advance(list, 4),
  ])
  return { name: 'patterns', parameters: 4, counters: 3, vectors: 0, body }
}

type SumAcross = (from: number, to: number, eights: number) => void
type SumDown = (from: number, to: number, row: number, eights: number) => void
type PutPatterns = (list: number, count: number, points: number, out: number) => void
type Slopes = (from: number, to: number, width: number, eights: number) => void
type Scores = (at: number, row: number, fours: number) => void
type FindPeaks = (at: number, row: number, fours: number, rows: number, skipped: number, out: number) => void

export async function loadCorners(): Promise<CornerKernels> {
  const functions = [slopes(), scores(), peaks(), sumsAcross(), sumsDown(), patterns()]
  const { memory, exports } = await loadModule(functions, places.bytes)
  const corners = new Corners(memory.buffer, exports)
  return {
    peaks: (...of) => corners.peaks(...of),
    putPatterns: (...of) => corners.putPatterns(...of),
  }
}

/** Works on one picture after another: that which was looked at last is not copied again. */
class Corners implements CornerKernels {
  readonly #slopes: Slopes
  readonly #scores: Scores
  readonly #find: FindPeaks
  readonly #across: SumAcross
  readonly #down: SumDown
  readonly #patterns: PutPatterns
  readonly #pixels: Uint8Array
  readonly #score: Float32Array
  readonly #found: Int32Array
  readonly #end: Int32Array
  readonly #points: Int32Array
  readonly #bits: Uint32Array
  #last: Uint8Array | null = null
  #lastWidth = 0

  constructor(buffer: ArrayBuffer, exports: Readonly<Record<string, unknown>>) {
    this.#slopes = exports['slopes'] as Slopes
    this.#scores = exports['scores'] as Scores
    this.#find = exports['peaks'] as FindPeaks
    this.#across = exports['sumsAcross'] as SumAcross
    this.#down = exports['sumsDown'] as SumDown
    this.#patterns = exports['patterns'] as PutPatterns
    this.#pixels = new Uint8Array(buffer, places.pixels, mostPixels)
    this.#score = new Float32Array(buffer, places.score, mostPixels)
    this.#found = new Int32Array(buffer, places.found, mostPixels)
    this.#end = new Int32Array(buffer, places.isPeak + 16, 1)
    this.#points = new Int32Array(buffer, places.points, 64 * patternWords)
    this.#bits = new Uint32Array(buffer, places.bits, patternWords * mostPlaces)
  }

  #put(pixels: Uint8Array): void {
    if (pixels === this.#last) return
    this.#pixels.set(pixels)
    this.#last = pixels
  }

  peaks(pixels: Uint8Array, width: number, height: number): Peaks {
    const across = width - 2 * cornerEdge
    const down = height - 2 * cornerEdge
    if (pixels.length > mostPixels || across < 4 || down < 1) return plainCorners.peaks(pixels, width, height)
    this.#put(pixels)
    this.#score.fill(0, 0, width * height)
    for (let y = 1; y < height - 1; y++)
      this.#slopes(places.pixels + y * width + 1, 4 * (y * width + 1), width, (width + 5) >> 3)
    for (let y = cornerEdge; y < height - cornerEdge; y++) {
      const first = y * width + cornerEdge
      this.#scores(4 * first, 4 * width, across >> 2)
      // What is left of a row is done with some of what is done already: nothing is written beyond it.
      if (across & 3) this.#scores(4 * (first + across - 4), 4 * width, 1)
    }
    const fours = (across + 3) >> 2
    const first = 4 * (cornerEdge * width + cornerEdge)
    this.#find(first, 4 * width, fours, down, 4 * (width - 4 * fours), places.found)
    return this.#told(((this.#end[0] as number) - places.found) >> 2)
  }

  #told(count: number): Peaks {
    const at = this.#found.slice(0, count)
    const scores = new Float32Array(count)
    for (let n = 0; n < count; n++) {
      at[n] = (at[n] as number) >> 2
      scores[n] = this.#score[at[n] as number] as number
    }
    return { at, scores }
  }

  putPatterns(
    pixels: Uint8Array,
    width: number,
    height: number,
    at: readonly number[],
    out: Uint32Array,
    to: number,
  ): void {
    if (at.length === 0) return
    if (pixels.length > mostPixels || at.length > mostPlaces) {
      plainCorners.putPatterns(pixels, width, height, at, out, to)
      return
    }
    this.#put(pixels)
    this.#putPoints(width)
    this.#across(places.pixels - 2, places.across, (pixels.length + 7) >> 3)
    this.#down(places.across, places.smooth + 4 * width, 2 * width, (width * (height - 4) + 7) >> 3)
    this.#found.set(at)
    this.#patterns(places.found, at.length, places.points, places.bits)
    out.set(this.#bits.subarray(0, at.length * patternWords), to)
  }

  /** In bytes from a place's own sum. */
  #putPoints(width: number): void {
    if (width === this.#lastWidth) return
    this.#lastWidth = width
    const own = pairPlaces(width)
    for (let n = 0; n < own.length; n++) this.#points[n] = 2 * (own[n] as number)
  }
}

type Three = [number, number, number]
type Four = [...Three, number]
type Six = [...Four, number, number]
