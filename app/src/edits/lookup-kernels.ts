/** Looking pictures up, in WebAssembly: what `plainLookups` of core does in plain loops. */
import {
  cellsAtOnce,
  justBelow,
  type LikestParts,
  type LookupKernels,
  mostDifferent,
  mostDifferentFirst,
  partUnits,
  patternWords,
  plainLookups,
  type Shape,
  type ThumbBlock,
  thumbCells,
  thumbColumns,
  thumbRows,
  wholeThumb,
} from '@sightline/core/edits'
import {
  add,
  addLanes32,
  advance,
  and,
  bitsIn64,
  both,
  type Code,
  countdown,
  differing64,
  differs64,
  dot16,
  doubles,
  doublesOfIntegers,
  type Func,
  get,
  i32,
  isAny,
  isAtMost,
  isLess,
  isMore64,
  load,
  load64,
  loadModule,
  loadSignedBytes,
  loadSplat,
  minus64,
  most64,
  on,
  over64,
  plus64,
  put,
  reordered,
  root64,
  shiftRight,
  store32,
  storeHalf,
  storeLane32,
  subtract,
  times64,
  when,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]
const patternBytes = 4 * patternWords
/** A picture has some 200 corners. */
const mostPatterns = 1024
const thumbsAtOnce = 256
/** Thumbs that lie there. */
const mostThumbs = 2048
/** Vectors in a row of a thumb. */
const mostAcross = thumbColumns / cellsAtOnce
/** Places of a part in a thumb: of parts of 40 cells there are up to 350. */
const mostPlaces = 512
/** Of a block of thumbs, of whose parts squares are kept. */
const mostShapes = 32
/** Vectors are read beyond the last byte. */
const beyond = 64
const places = (() => {
  const sizes = {
    film: patternBytes * mostPatterns,
    raw: patternBytes * mostPatterns,
    patterns: 8 * mostPatterns,
    thumbs: thumbCells * mostThumbs,
    thumb: 4 * thumbCells + 64 * thumbRows,
    mask: 16,
    facts: 48,
    squares: 4 * mostPlaces * thumbsAtOnce,
    likes: 8 * thumbsAtOnce,
    parts: 4 * thumbsAtOnce,
  }
  const room = (bytes: number) => Math.ceil((bytes + beyond) / 16) * 16
  const starts = Object.fromEntries(Object.keys(sizes).map(name => [name, 0])) as Record<
    keyof typeof sizes,
    number
  >
  let bytes = 0
  for (const name of Object.keys(sizes) as (keyof typeof sizes)[]) {
    starts[name] = bytes
    bytes += room(sizes[name])
  }
  return { ...starts, bytes }
})()

/** `out` are two numbers for each pattern of the film. */
type LikestPatterns = (film: number, filmCount: number, raw: number, rawCount: number, out: number) => void

function patterns(): Func {
  const [film, filmCount, raw, rawCount, out, left, here, different] = range(8) as Eight
  const [best, at] = [8, 9]
  const own = range(4).map(n => 10 + n)
  /** Holds the pattern of the film against the one so many on from `here`. */
  const hold = (onward: number): Code => {
    const offset = patternBytes * onward
    const differentIn = (word: number) =>
      on(bitsIn64, on(differing64, on(load64(offset + 8 * word), get(here)), get(own[word] as number)))
    return [
      ...put(different, differentIn(0)),
      ...on(isAtMost, get(different), i32(mostDifferentFirst)),
      ...when([
        ...[1, 2, 3].flatMap(word => put(different, on(add, get(different), differentIn(word)))),
        ...on(isLess, get(different), get(best)),
        ...when([
          ...put(best, get(different)),
          ...put(
            at,
            on(
              shiftRight,
              on(subtract, on(add, get(here), i32(offset)), get(raw)),
              i32(Math.log2(patternBytes)),
            ),
          ),
        ]),
      ]),
    ]
  }
  const through = (count: Code, step: number): Code => [
    ...put(left, count),
    ...get(left),
    ...when(countdown(left, [...range(step).flatMap(hold), ...advance(here, step * patternBytes)])),
  ]
  const body = countdown(filmCount, [
    ...own.flatMap((word, n) => put(word, on(load64(8 * n), get(film)))),
    ...put(best, i32(mostDifferent)),
    ...put(at, i32(-1)),
    ...put(here, get(raw)),
    ...through(on(shiftRight, get(rawCount), i32(2)), 4),
    ...through(on(and, get(rawCount), i32(3)), 1),
    ...on(store32(0), get(out), get(at)),
    ...on(store32(4), get(out), get(best)),
    ...advance(out, 8),
    ...advance(film, patternBytes),
  ])
  return { name: 'patterns', parameters: 5, counters: 5, vectors: 0, longs: 4, body }
}

/** Of each part of each thumb: the sum of the squares of its cells. `mask` is which of the last eight cells of a row count; `columns` and `rows` are how many places there are across and down. */
type SquaresOfParts = (
  thumbs: number,
  count: number,
  across: number,
  rowsOfThumb: number,
  mask: number,
  columns: number,
  rows: number,
  out: number,
) => void

/** Goes through the places of each thumb: `part` is the first cell of one. */
function eachPart(
  of: {
    readonly thumbs: number
    readonly count: number
    readonly columns: number
    readonly rows: number
    readonly counters: readonly [row: number, column: number, part: number]
  },
  before: Code,
  body: Code,
  after: Code,
): Code {
  const { thumbs, count, columns, rows, counters } = of
  const [row, column, part] = counters
  return countdown(count, [
    ...before,
    ...put(part, i32(0)),
    ...put(row, get(rows)),
    ...countdown(row, [
      ...put(column, get(columns)),
      ...countdown(column, [...body, ...advance(part, 1)]),
      ...put(part, on(subtract, on(add, get(part), i32(thumbColumns)), get(columns))),
    ]),
    ...after,
    ...advance(thumbs, thumbCells),
  ])
}

/** All four lanes of a local hold their sum. */
const summed = (of: number): Code => [
  ...put(of, on(addLanes32, get(of), reordered(of, [2, 3, 0, 1]))),
  ...put(of, on(addLanes32, get(of), reordered(of, [1, 0, 3, 2]))),
]

function squaresOfParts(): Func {
  const [thumbs, count, across, rowsOfThumb, mask, columns, rows, out] = range(8) as Eight
  const [row, column, part, line, here, left, leftInRow] = range(7).map(n => 8 + n) as Seven
  const [value, square] = [15, 16]
  const eight = (of: Code): Code => [
    ...put(value, of),
    ...put(square, on(addLanes32, get(square), on(dot16, get(value), get(value)))),
    ...advance(here, cellsAtOnce),
  ]
  const body = eachPart(
    { thumbs, count, columns, rows, counters: [row, column, part] },
    [],
    [
      ...put(square, zeros),
      ...put(line, on(add, get(thumbs), get(part))),
      ...put(left, get(rowsOfThumb)),
      ...countdown(left, [
        ...put(here, get(line)),
        ...put(leftInRow, on(subtract, get(across), i32(1))),
        ...get(leftInRow),
        ...when(countdown(leftInRow, eight(on(loadSignedBytes(0), get(here))))),
        ...eight(on(both, on(loadSignedBytes(0), get(here)), on(load(0), get(mask)))),
        ...advance(line, thumbColumns),
      ]),
      ...summed(square),
      ...on(storeLane32(0), get(out), get(square)),
      ...advance(out, 4),
    ],
    [],
  )
  return { name: 'squares', parameters: 8, counters: 7, vectors: 2, body }
}

/** `facts` are two doubles each: the thumb's unit, what a part has to be more than, and by how much the low parts of its cells can add to that at most. */
type LikestPlaces = (
  thumb: number,
  rowsOfThumb: number,
  facts: number,
  thumbs: number,
  count: number,
  columns: number,
  rows: number,
  squares: number,
  likes: number,
  parts: number,
) => void

/** Of a thumb with so many vectors in a row. The high parts of its cells rule out nearly all places. */
function likestPlaces(across: number): Func {
  const [thumb, rowsOfThumb, facts, thumbs, count, columns, rows, squares] = range(8) as Eight
  const [likes, parts, row, column, part, line, asked, left] = range(8).map(n => 8 + n) as Eight
  const first = 16
  const [high, low, own, like, best, limit] = range(6).map(n => 17 + n) as Six
  const products = (to: number, offset: number): Code => [
    ...put(to, zeros),
    ...put(asked, get(thumb)),
    ...put(line, on(add, get(thumbs), get(part))),
    ...put(left, get(rowsOfThumb)),
    ...countdown(left, [
      ...range(across).flatMap(n =>
        put(
          to,
          on(
            addLanes32,
            get(to),
            on(
              dot16,
              on(loadSignedBytes(cellsAtOnce * n), get(line)),
              on(load(4 * cellsAtOnce * n + offset), get(asked)),
            ),
          ),
        ),
      ),
      ...advance(line, thumbColumns),
      ...advance(asked, 4 * cellsAtOnce * across),
    ]),
    ...summed(to),
    ...put(to, on(doublesOfIntegers, get(to))),
  ]
  /** The square of what the high parts have to come to for a part of length 1. */
  const limited: Code = [
    ...put(
      limit,
      on(
        times64,
        on(most64, on(minus64, get(best), on(load(32), get(facts))), zeros),
        doubles(1 / partUnits),
      ),
    ),
    ...put(limit, on(times64, get(limit), get(limit))),
  ]
  const body = eachPart(
    { thumbs, count, columns, rows, counters: [row, column, part] },
    [...put(best, on(load(16), get(facts))), ...put(first, i32(0)), ...limited],
    [
      ...products(high, 0),
      ...put(own, on(doublesOfIntegers, on(loadSplat(0), get(squares)))),
      ...on(
        isAny,
        on(
          both,
          on(isMore64, get(high), zeros),
          on(isMore64, on(times64, get(high), get(high)), on(times64, get(limit), get(own))),
        ),
      ),
      ...when([
        ...products(low, 2 * cellsAtOnce),
        ...put(
          like,
          on(over64, on(plus64, on(times64, get(high), doubles(partUnits)), get(low)), on(root64, get(own))),
        ),
        ...on(isAny, on(isMore64, get(like), get(best))),
        ...when([...put(best, get(like)), ...put(first, get(part)), ...limited]),
      ]),
      ...advance(squares, 4),
    ],
    [
      ...on(
        storeHalf(0),
        get(likes),
        on(
          times64,
          on(both, get(best), on(differs64, get(best), on(load(16), get(facts)))),
          on(load(0), get(facts)),
        ),
      ),
      ...on(store32(0), get(parts), get(first)),
      ...advance(likes, 8),
      ...advance(parts, 4),
    ],
  )
  return { name: `parts${across}`, parameters: 10, counters: 7, vectors: 6, body }
}

export async function loadLookups(): Promise<LookupKernels> {
  const functions = [patterns(), squaresOfParts(), ...range(mostAcross).map(n => likestPlaces(n + 1))]
  const { memory, exports } = await loadModule(functions, places.bytes)
  const findPatterns = exports['patterns'] as LikestPatterns
  const { buffer } = memory
  const words = (at: number) => new Uint32Array(buffer, at, patternWords * mostPatterns)
  const [filmPatterns, rawPatterns] = [words(places.film), words(places.raw)]
  const found = new Int32Array(buffer, places.patterns, 2 * mostPatterns)
  let lastFilm: Uint32Array | null = null
  const likestPatterns = (film: Uint32Array, raw: Uint32Array) => {
    const isLarge = film.length > filmPatterns.length || raw.length > rawPatterns.length
    if (film.length === 0 || raw.length === 0 || isLarge) return plainLookups.likestPatterns(film, raw)
    if (film !== lastFilm) filmPatterns.set(film)
    lastFilm = film
    rawPatterns.set(raw)
    const [own, others] = [film.length / patternWords, raw.length / patternWords]
    findPatterns(places.film, own, places.raw, others, places.patterns)
    return found
  }
  const parts = new PartKernels(buffer, exports)
  return { likestPatterns, likestParts: (...of) => parts.likestParts(...of) }
}

/** Thumbs that were asked about last lie there still, and squares of their parts are kept. */
class PartKernels {
  readonly #findPlaces: readonly LikestPlaces[]
  readonly #sumSquares: SquaresOfParts
  readonly #thumbs: Int8Array
  readonly #thumb: Int16Array
  readonly #mask: Int16Array
  readonly #facts: Float64Array
  readonly #squares: Int32Array
  readonly #likes: Float64Array
  readonly #parts: Int32Array
  /** Where the thumbs of a block begin, in thumbs. */
  readonly #starts = new Map<Int8Array, number>()
  readonly #known = new WeakMap<Int8Array, Map<string, Int32Array>>()
  #next = 0
  #out: LikestParts = { likes: new Float64Array(0), at: new Int32Array(0) }

  constructor(buffer: ArrayBuffer, exports: Readonly<Record<string, unknown>>) {
    this.#findPlaces = range(mostAcross).map(n => exports[`parts${n + 1}`] as LikestPlaces)
    this.#sumSquares = exports['squares'] as SquaresOfParts
    this.#thumbs = new Int8Array(buffer, places.thumbs, thumbCells * mostThumbs)
    this.#thumb = new Int16Array(buffer, places.thumb, 2 * cellsAtOnce * mostAcross * thumbRows)
    this.#mask = new Int16Array(buffer, places.mask, cellsAtOnce)
    this.#facts = new Float64Array(buffer, places.facts, 6)
    this.#squares = new Int32Array(buffer, places.squares, thumbsAtOnce * mostPlaces)
    this.#likes = new Float64Array(buffer, places.likes, thumbsAtOnce)
    this.#parts = new Int32Array(buffer, places.parts, thumbsAtOnce)
  }

  likestParts(thumb: Float32Array, shape: Shape, block: ThumbBlock, least: number): LikestParts {
    const [columns, rows] = [thumbColumns - shape.columns + 1, thumbRows - shape.rows + 1]
    // What the low parts add may not be as much as what is asked for.
    if (columns * rows > mostPlaces || least < 0.1)
      return plainLookups.likestParts(thumb, shape, block, least)
    const { count } = block
    if (this.#out.likes.length < count)
      this.#out = { likes: new Float64Array(count), at: new Int32Array(count) }
    const out = this.#out
    const whole = wholeThumb(thumb, shape)
    this.#thumb.set(whole.parts)
    const mostAdded = (partUnits / 2) * Math.sqrt(shape.columns * shape.rows) * (1 + 1e-6) + 1
    this.#facts.set([whole.unit, whole.unit, justBelow(least, whole), justBelow(least, whole)])
    this.#facts.fill(mostAdded, 4)
    const across = Math.ceil(shape.columns / cellsAtOnce)
    const find = this.#findPlaces[across - 1] as LikestPlaces
    for (let from = 0; from < count; from += thumbsAtOnce) {
      const here = Math.min(thumbsAtOnce, count - from)
      const thumbs = this.#put(block, from, here)
      this.#putSquares(shape, block, from, here, thumbs)
      const { thumb: asked, facts, squares, likes, parts } = places
      find(asked, shape.rows, facts, thumbs, here, columns, rows, squares, likes, parts)
      out.likes.set(this.#likes.subarray(0, here), from)
      out.at.set(this.#parts.subarray(0, here), from)
    }
    return out
  }

  /** Where these thumbs of a block lie, in bytes. */
  #put({ count, cells }: ThumbBlock, from: number, here: number): number {
    const isSmall = count <= mostThumbs
    let start = isSmall ? this.#starts.get(cells) : undefined
    if (start === undefined) {
      if (!isSmall || this.#next + count > mostThumbs) {
        this.#starts.clear()
        this.#next = 0
      }
      start = this.#next
      if (isSmall) {
        this.#thumbs.set(cells, start * thumbCells)
        this.#starts.set(cells, start)
        this.#next += count
      } else this.#thumbs.set(cells.subarray(from * thumbCells, (from + here) * thumbCells))
    }
    return places.thumbs + thumbCells * (isSmall ? start + from : 0)
  }

  #putSquares(shape: Shape, { count, cells }: ThumbBlock, from: number, here: number, thumbs: number): void {
    const [columns, rows] = [thumbColumns - shape.columns + 1, thumbRows - shape.rows + 1]
    const each = columns * rows
    const known = this.#known.get(cells) ?? new Map<string, Int32Array>()
    this.#known.set(cells, known)
    const key = `${shape.columns} ${shape.rows} ${from}`
    const kept = known.get(key)
    if (kept) {
      this.#squares.set(kept)
      return
    }
    const across = Math.ceil(shape.columns / cellsAtOnce)
    for (let n = 0; n < cellsAtOnce; n++)
      this.#mask[n] = (across - 1) * cellsAtOnce + n < shape.columns ? -1 : 0
    const { mask, squares } = places
    this.#sumSquares(thumbs, here, across, shape.rows, mask, columns, rows, squares)
    if (count <= mostThumbs && known.size < mostShapes) known.set(key, this.#squares.slice(0, here * each))
  }
}

type Six = [number, number, number, number, number, number]
type Seven = [...Six, number]
type Eight = [...Seven, number]
