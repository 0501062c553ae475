/** How far pixels lie outside of what is around them, and what cells come to, in WebAssembly: what `plainAround` of core does in plain loops. */
import {
  type Around,
  type AroundKernels,
  cell,
  cellNumbers,
  codedColour,
  nothing,
  ofCell,
  plainAround,
  type Spared,
  sparedColour,
} from '@sightline/core/edits'
import {
  add,
  addLanes32,
  advance,
  both,
  type Code,
  chosen,
  countdown,
  doubles,
  doublesOfFloats,
  doublesOfIntegers,
  type Func,
  floats,
  get,
  i32,
  isAlike,
  isAny,
  isAsMuch,
  isAtMost64,
  isLess64,
  isMore,
  isMore64,
  load,
  loadBytes,
  loadHalf,
  loadModule,
  lowSigned32,
  minus,
  minus64,
  mixed,
  multiply,
  multiplyLanes32,
  on,
  orLarger,
  orLarger64,
  orSmaller,
  plus64,
  put,
  reordered,
  shiftRight,
  sizes32,
  sizes64,
  store,
  subtract,
  subtractLanes32,
  times64,
  toFloats,
  when,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]

/** With what lies around a picture. */
const mostPixels = 1 << 17
/** Vectors are read and written beyond the last pixel. */
const beyond = 64
/** Pixels that are not known lie between rows, and above and below them: as many as anything reaches. */
const mostReach = 2
const between = 4

const places = (() => {
  let next = 0
  const room = (bytes: number) => {
    const at = next + beyond
    next = at + Math.ceil(bytes / 16) * 16 + beyond
    return at
  }
  const plane = () => ({ film: room(mostPixels), plane: room(4 * mostPixels), out: room(8 * mostPixels) })
  const cells = room((8 * cellNumbers * mostPixels) / cell ** 2)
  const own = { luma: plane(), u: plane(), v: plane(), numbers: room(48), cells }
  return { ...own, bytes: next }
})()

/**
 * How far pixels lie outside of what is around them, four at once, for `rows` of so many `fours`, `skipped` pixels from the end of one to the next; addresses
 * are those of the first pixel's, `row` the bytes of a plane's row.
 */
type LookAround = (
  film: number,
  plane: number,
  known: number,
  out: number,
  row: number,
  fours: number,
  rows: number,
  skipped: number,
) => void

function lookedAround(reach: number): Func {
  const [film, plane, known, out, row, fours, rows, skipped] = range(8) as Eight
  const [left, line] = [8, 9]
  const [own, value, low, high, near] = range(5).map(n => 10 + n) as Five
  const [v, o, l, h, spare] = range(5).map(n => 15 + n) as Five
  const [part, coded, roughly] = [20, 21, 22]
  const around = range(2 * reach + 1).flatMap(down => [
    ...put(line, on(add, get(plane), on(multiply, get(row), i32(down - reach)))),
    ...put(line, on(subtract, get(line), i32(4 * reach))),
    ...range(2 * reach + 1).flatMap(across => [
      ...put(near, on(load(4 * across), get(line))),
      ...put(near, on(chosen, get(own), get(near), on(isMore, zeros, get(near)))),
      ...put(low, on(orSmaller, get(low), get(near))),
      ...put(high, on(orLarger, get(high), get(near))),
    ]),
  ])
  const half = (n: 0 | 1): Code => {
    const two = (of: number) => on(doublesOfFloats, n === 0 ? get(of) : reordered(of, [2, 3, 0, 1]))
    const isApart = on(
      isMore64,
      on(orLarger64, on(minus64, get(v), get(o)), on(minus64, get(o), get(v))),
      get(coded),
    )
    const isKnown = on(isAtMost64, zeros, on(doublesOfFloats, on(loadHalf(8 * n), get(known))))
    // Of what lies above the one and below the other, one is never more than 0.
    const above = on(minus64, on(minus64, get(v), get(h)), get(spare))
    const below = on(minus64, on(minus64, get(l), get(v)), get(spare))
    return [
      ...put(v, two(value)),
      ...put(o, two(own)),
      ...put(l, two(low)),
      ...put(h, two(high)),
      ...put(spare, on(times64, get(part), on(minus64, get(h), get(l)))),
      ...on(
        store(16 * n),
        get(out),
        on(both, on(orLarger64, on(orLarger64, zeros, above), below), on(both, isApart, isKnown)),
      ),
    ]
  }
  const four = [
    ...on(store(0), get(out), zeros),
    ...on(store(16), get(out), zeros),
    ...put(own, on(load(0), get(plane))),
    ...put(value, on(toFloats, on(lowSigned32, on(loadBytes(0), get(film))))),
    // In most places nothing differs: that is told in a few steps, of floats, which round.
    ...on(
      both,
      on(
        isAsMuch,
        on(orLarger, on(minus, get(value), get(own)), on(minus, get(own), get(value))),
        get(roughly),
      ),
      on(isAsMuch, on(load(0), get(known)), zeros),
    ),
    ...isAny,
    ...when([...put(low, get(own)), ...put(high, get(own)), ...around, ...half(0), ...half(1)]),
    ...advance(film, 4),
    ...advance(plane, 16),
    ...advance(known, 16),
    ...advance(out, 32),
  ]
  const skip = (local: number, bytes: number) =>
    put(local, on(add, get(local), on(multiply, get(skipped), i32(bytes))))
  const body = [
    ...put(part, on(load(0), i32(places.numbers))),
    ...put(coded, on(load(16), i32(places.numbers))),
    ...put(roughly, on(load(32), i32(places.numbers))),
    ...countdown(rows, [
      ...put(left, get(fours)),
      ...countdown(left, four),
      ...[skip(film, 1), skip(plane, 4), skip(known, 4), skip(out, 8)].flat(),
    ]),
  ]
  return { name: `around${reach}`, parameters: 8, counters: 2, vectors: 13, body }
}

/** What so many pairs of pixels differ by in both colours, written over what they differ by in `ofU`. */
type AddUp = (u: number, ofU: number, ofV: number, pairs: number) => void

function addedUp(): Func {
  const [u, ofU, ofV, pairs] = range(4) as Four
  const more = (of: number) => on(orLarger64, zeros, on(minus64, on(load(0), get(of)), doubles(codedColour)))
  const body = countdown(pairs, [
    ...on(
      store(0),
      get(ofU),
      on(
        chosen,
        doubles(-1),
        on(plus64, more(ofU), more(ofV)),
        on(isLess64, on(doublesOfFloats, on(loadHalf(0), get(u))), zeros),
      ),
    ),
    ...advance(u, 8),
    ...advance(ofU, 16),
    ...advance(ofV, 16),
  ])
  return { name: 'addUp', parameters: 4, counters: 0, vectors: 0, body }
}

/**
 * What cells come to, a row of `columns` of them after the other: addresses are those of the first pixel's, `row` the bytes of a plane's row, `skipped` the pixels
 * from the last of a cell's row to the first of the next; `out` is where their numbers go.
 */
type AddCells = (
  film: number,
  plane: number,
  off: number,
  out: number,
  row: number,
  columns: number,
  rows: number,
  skipped: number,
) => void

function addedCells(): Func {
  const [film, plane, off, out, row, columns, rows, skipped] = range(8) as Eight
  const [left, line, across, seenAt, offAt] = range(5).map(n => 8 + n) as Five
  const [own, next, under, is, known] = range(5).map(n => 13 + n) as Five
  const [seen, x2, y2, x1, y1] = range(5).map(n => 18 + n) as Five
  const [offs, detail, alike, square, peak] = range(5).map(n => 23 + n) as Five
  const [count, bare, shown, squares] = range(4).map(n => 28 + n) as Four
  const all = [offs, detail, alike, square, peak, count, bare, shown, squares]
  const pixels = (offset: number, of: Code) => on(lowSigned32, on(loadBytes(offset), of))
  const plus = (to: number, what: Code, added: Code) => put(to, on(added, get(to), what))
  /** Two of the four pixels; sums of the first and the third, and of the second and the fourth. */
  const two = (n: 0 | 1): Code => {
    const half = (of: number) => (n === 0 ? get(of) : reordered(of, [2, 3, 0, 1]))
    const ofFilm = (of: number) => on(doublesOfIntegers, half(of))
    const from = on(doublesOfFloats, half(own))
    return [
      ...plus(offs, on(load(16 * n), get(offAt)), plus64),
      ...put(x1, on(minus64, on(doublesOfFloats, half(next)), from)),
      ...put(y1, on(minus64, on(doublesOfFloats, half(under)), from)),
      ...plus(alike, on(times64, get(x1), ofFilm(x2)), plus64),
      ...plus(alike, on(times64, get(y1), ofFilm(y2)), plus64),
      ...plus(square, on(times64, get(x1), get(x1)), plus64),
      ...plus(square, on(times64, get(y1), get(y1)), plus64),
      ...put(x1, on(sizes64, get(x1))),
      ...put(y1, on(sizes64, get(y1))),
      ...plus(detail, get(x1), plus64),
      ...plus(detail, get(y1), plus64),
      ...put(peak, on(orLarger64, on(orLarger64, get(peak), get(x1)), get(y1))),
    ]
  }
  const fourPixels = [
    ...put(own, on(load(0), get(across))),
    ...put(next, on(load(4), get(across))),
    ...put(under, on(load(0), on(add, get(across), get(row)))),
    ...plus(bare, on(isAlike, get(own), floats(nothing)), subtractLanes32),
    ...put(known, on(isAsMuch, get(own), zeros)),
    ...plus(count, get(known), subtractLanes32),
    // Where one of the three is not known nothing differs.
    ...put(is, on(both, on(isAsMuch, get(next), zeros), on(isAsMuch, get(under), zeros))),
    ...put(is, on(both, get(is), get(known))),
    ...put(next, on(chosen, get(next), get(own), get(is))),
    ...put(under, on(chosen, get(under), get(own), get(is))),
    ...put(seen, pixels(0, get(seenAt))),
    ...put(x2, on(both, get(is), on(subtractLanes32, pixels(1, get(seenAt)), get(seen)))),
    ...put(y2, pixels(0, on(add, get(seenAt), on(shiftRight, get(row), i32(2))))),
    ...put(y2, on(both, get(is), on(subtractLanes32, get(y2), get(seen)))),
    ...plus(shown, on(sizes32, get(x2)), addLanes32),
    ...plus(shown, on(sizes32, get(y2)), addLanes32),
    ...plus(squares, on(multiplyLanes32, get(x2), get(x2)), addLanes32),
    ...plus(squares, on(multiplyLanes32, get(y2), get(y2)), addLanes32),
    ...two(0),
    ...two(1),
    ...put(across, on(add, get(across), get(row))),
    ...put(seenAt, on(add, get(seenAt), on(shiftRight, get(row), i32(2)))),
    ...put(offAt, on(add, get(offAt), on(add, get(row), get(row)))),
  ]
  const tell = (n: number, what: Code) => on(store(8 * n), get(out), what)
  /** The sums of the lanes of two vectors of two. */
  const bothSums = (one: number, other: number) =>
    on(plus64, mixed(one, other, [0, 1, 4, 5]), mixed(one, other, [2, 3, 6, 7]))
  /** Pairs of sums of the lanes of two vectors of four. */
  const pairSums = (one: number, other: number) =>
    on(addLanes32, mixed(one, other, [0, 1, 4, 5]), mixed(one, other, [2, 3, 6, 7]))
  const told = [
    ...tell(ofCell.off, bothSums(offs, detail)),
    ...tell(ofCell.alike, bothSums(alike, square)),
    ...tell(ofCell.peak, on(orLarger64, get(peak), reordered(peak, [2, 3, 0, 1]))),
    ...put(is, pairSums(count, bare)),
    ...put(known, pairSums(shown, squares)),
    ...put(is, on(addLanes32, mixed(is, known, [0, 2, 4, 6]), mixed(is, known, [1, 3, 5, 7]))),
    ...tell(ofCell.count, on(doublesOfIntegers, get(is))),
    ...tell(ofCell.shown, on(doublesOfIntegers, reordered(is, [2, 3, 0, 1]))),
  ]
  const skip = (local: number, bytes: number) =>
    put(local, on(add, get(local), on(multiply, get(skipped), i32(bytes))))
  const body = countdown(rows, [
    ...put(left, get(columns)),
    ...countdown(left, [
      ...all.flatMap(each => put(each, zeros)),
      ...put(across, get(plane)),
      ...put(seenAt, get(film)),
      ...put(offAt, get(off)),
      ...put(line, i32(cell)),
      ...countdown(line, fourPixels),
      ...told,
      ...advance(film, cell),
      ...advance(plane, 4 * cell),
      ...advance(off, 8 * cell),
      ...advance(out, 8 * cellNumbers),
    ]),
    ...[skip(film, 1), skip(plane, 4), skip(off, 8)].flat(),
  ])
  return { name: 'addCells', parameters: 8, counters: 5, vectors: 19, body }
}

type Grid = Parameters<AroundKernels['beyond']>[2]
type Window = Parameters<AroundKernels['beyond']>[3]

const strideOf = ({ width }: Grid) => width + between
const placeOf = (grid: Grid, x: number, y: number) => (y + mostReach) * strideOf(grid) + between + x
const sizeOf = (grid: Grid) => placeOf(grid, 0, grid.height + mostReach)

/** A picture of the film and a plane of the recording, with room around them. */
class Laid {
  readonly at: typeof places.luma
  readonly out: Float64Array
  readonly #film: Uint8Array
  readonly #plane: Float32Array
  #grid: Grid = { width: 0, height: 0 }

  constructor(buffer: ArrayBuffer, at: typeof places.luma) {
    this.at = at
    this.out = new Float64Array(buffer, at.out, mostPixels)
    this.#film = new Uint8Array(buffer, at.film, mostPixels)
    this.#plane = new Float32Array(buffer, at.plane, mostPixels)
  }

  /** What lies in a window, and what is around it. */
  put(film: Uint8Array, plane: Float32Array, grid: Grid, [left, top, right, bottom]: Window): void {
    const { width, height } = grid
    if (width !== this.#grid.width || height !== this.#grid.height) this.#plane.fill(-1, 0, sizeOf(grid))
    this.#grid = grid
    const [first, end] = [Math.max(0, left - mostReach), Math.min(width, right + mostReach)]
    const last = Math.min(height, bottom + mostReach)
    for (let y = Math.max(0, top - mostReach); y < last; y++) {
      const to = placeOf(grid, first, y)
      this.#film.set(film.subarray(y * width + first, y * width + end), to)
      this.#plane.set(plane.subarray(y * width + first, y * width + end), to)
    }
  }
}

export async function loadAround(): Promise<AroundKernels> {
  const { memory, exports } = await loadModule(
    [lookedAround(1), lookedAround(2), addedUp(), addedCells()],
    places.bytes,
  )
  const { buffer } = memory
  const look = [exports['around1'], exports['around2']] as [LookAround, LookAround]
  const addUp = exports['addUp'] as AddUp
  const addCells = exports['addCells'] as AddCells
  const ofCells = new Float64Array(buffer, places.cells, (cellNumbers * mostPixels) / cell ** 2)
  const [luma, ofU, ofV] = [places.luma, places.u, places.v].map(at => new Laid(buffer, at)) as Three<Laid>
  const numbers = new Float64Array(buffer, places.numbers, 4)
  const roughly = new Float32Array(buffer, places.numbers + 32, 4)

  const told = (of: Laid, known: Laid, grid: Grid, window: Window, coded: number, spared: Spared): Around => {
    const [left, top, right, bottom] = window
    numbers.fill(spared.peaks, 0, 2)
    numbers.fill(coded, 2, 4)
    roughly.fill(coded)
    const [start, stride] = [placeOf(grid, left, top), strideOf(grid)]
    const fours = (right - left + 3) >> 2
    const { film, plane, out } = of.at
    const [at, knownAt] = [plane + 4 * start, known.at.plane + 4 * start]
    if (fours > 0 && bottom > top)
      look[spared.reach === 1 ? 0 : 1](
        film + start,
        at,
        knownAt,
        out + 8 * start,
        4 * stride,
        fours,
        bottom - top,
        stride - 4 * fours,
      )
    return { values: of.out, start, stride }
  }

  return {
    beyond(film, plane, grid, window, coded, spared) {
      if (sizeOf(grid) > mostPixels || spared.reach > mostReach)
        return plainAround.beyond(film, plane, grid, window, coded, spared)
      luma.put(film, plane, grid, window)
      return told(luma, luma, grid, window, coded, spared)
    },
    colours(seen, u, v, grid, window) {
      if (sizeOf(grid) > mostPixels) return plainAround.colours(seen, u, v, grid, window)
      const [left, top, right, bottom] = window
      ofU.put(seen, u, grid, window)
      ofV.put(seen.subarray(u.length), v, grid, window)
      const both = told(ofU, ofU, grid, window, codedColour, sparedColour)
      told(ofV, ofU, grid, window, codedColour, sparedColour)
      const pairs = ((bottom - top) * both.stride + 1) >> 1
      if (right > left && bottom > top)
        addUp(ofU.at.plane + 4 * both.start, ofU.at.out + 8 * both.start, ofV.at.out + 8 * both.start, pairs)
      return both
    },
    cells(film, plane, grid, window, coded, spared) {
      if (sizeOf(grid) > mostPixels || spared.reach > mostReach)
        return plainAround.cells(film, plane, grid, window, coded, spared)
      luma.put(film, plane, grid, window)
      const { start, stride } = told(luma, luma, grid, window, coded, spared)
      const [left, top, right, bottom] = window
      const [columns, rows] = [(right - left) / cell, (bottom - top) / cell]
      const { film: shown, plane: own, out } = luma.at
      const at = [shown + start, own + 4 * start, out + 8 * start] as const
      if (columns > 0 && rows > 0)
        addCells(...at, places.cells, 4 * stride, columns, rows, cell * (stride - columns))
      return ofCells
    },
  }
}

type Three<T> = [T, T, T]
type Four = [number, number, number, number]
type Five = [...Four, number]
type Eight = [...Five, number, number, number]
