/** Finding corners, in WebAssembly: what `plainCorners` of core does in a plain loop. */
import {
  type CornerKernels,
  cornerEdge,
  edgeShare,
  leastScore,
  leastSlope,
  plainCorners,
} from '@sightline/core/edits'
import {
  add,
  addLanes32,
  advance,
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
  isMore32,
  load,
  load32,
  loadBytes,
  loadModule,
  lowSignedProducts,
  minus64,
  mixed,
  on,
  plus64,
  put,
  reordered,
  store,
  store32,
  subtract,
  subtractLanes16,
  times64,
  when,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]
const mostPixels = 1 << 16
/** Vectors are read and written beyond the last pixel. */
const beyond = 64
const places = {
  pixels: beyond,
  xx: 2 * beyond + mostPixels,
  yy: 3 * beyond + 5 * mostPixels,
  xy: 4 * beyond + 9 * mostPixels,
  score: 5 * beyond + 13 * mostPixels,
  found: 6 * beyond + 17 * mostPixels,
  isPeak: 7 * beyond + 21 * mostPixels,
}
const bytes = places.isPeak + beyond

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

type Slopes = (from: number, to: number, width: number, eights: number) => void
type Scores = (at: number, row: number, fours: number) => void
type FindPeaks = (at: number, row: number, fours: number, rows: number, skipped: number, out: number) => void

export async function loadCorners(): Promise<CornerKernels> {
  const { memory, exports } = await loadModule([slopes(), scores(), peaks()], bytes)
  const { buffer } = memory
  const [putSlopes, putScores] = [exports['slopes'] as Slopes, exports['scores'] as Scores]
  const find = exports['peaks'] as FindPeaks
  const own = new Uint8Array(buffer, places.pixels, mostPixels)
  const score = new Float32Array(buffer, places.score, mostPixels)
  const found = new Int32Array(buffer, places.found, mostPixels)
  const end = new Int32Array(buffer, places.isPeak + 16, 1)
  return {
    peaks(pixels, width, height) {
      const across = width - 2 * cornerEdge
      const down = height - 2 * cornerEdge
      if (pixels.length > mostPixels || across < 4 || down < 1)
        return plainCorners.peaks(pixels, width, height)
      own.set(pixels)
      score.fill(0, 0, width * height)
      for (let y = 1; y < height - 1; y++)
        putSlopes(places.pixels + y * width + 1, 4 * (y * width + 1), width, (width + 5) >> 3)
      for (let y = cornerEdge; y < height - cornerEdge; y++) {
        const first = y * width + cornerEdge
        putScores(4 * first, 4 * width, across >> 2)
        // What is left of a row is done with some of what is done already: nothing is written beyond it.
        if (across & 3) putScores(4 * (first + across - 4), 4 * width, 1)
      }
      const fours = (across + 3) >> 2
      const first = 4 * (cornerEdge * width + cornerEdge)
      find(first, 4 * width, fours, down, 4 * (width - 4 * fours), places.found)
      const count = ((end[0] as number) - places.found) >> 2
      const at = found.slice(0, count)
      const scores = new Float32Array(count)
      for (let n = 0; n < count; n++) {
        at[n] = (at[n] as number) >> 2
        scores[n] = score[at[n] as number] as number
      }
      return { at, scores }
    },
  }
}

type Three = [number, number, number]
type Four = [...Three, number]
type Six = [...Four, number, number]
