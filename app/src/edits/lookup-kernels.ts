/** Looking pictures up, in WebAssembly: what `plainLookups` of core does in plain loops. */
import {
  cellsAtOnce,
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
  on,
  over64,
  plus64,
  put,
  reordered,
  root64,
  shiftRight,
  store32,
  storeHalf,
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
/** Vectors are read beyond the last byte. */
const beyond = 64
const places = (() => {
  const sizes = {
    film: patternBytes * mostPatterns,
    raw: patternBytes * mostPatterns,
    patterns: 8 * mostPatterns,
    thumbs: thumbCells * thumbsAtOnce,
    thumb: 4 * thumbCells + 64 * thumbRows,
    facts: 32,
    likes: 8 * thumbsAtOnce,
    parts: 4 * thumbsAtOnce,
  }
  const room = (bytes: number) => Math.ceil((bytes + beyond) / 16) * 16
  const starts = { film: 0, raw: 0, patterns: 0, thumbs: 0, thumb: 0, facts: 0, likes: 0, parts: 0 }
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

/**
 * `across` vectors stand in a row of the thumb; `facts` are which cells of the last of them count, and twice the thumb's unit; `columns` and `rows` are
 * how many places there are across and down.
 */
type LikestPlaces = (
  thumb: number,
  across: number,
  rowsOfThumb: number,
  facts: number,
  thumbs: number,
  count: number,
  columns: number,
  rows: number,
  likes: number,
  parts: number,
) => void

function likestPlaces(): Func {
  const [thumb, across, rowsOfThumb, facts, thumbs, count, columns, rows] = range(8) as Eight
  const [likes, parts, row, column, part, line, here, asked] = range(8).map(n => 8 + n) as Eight
  const [left, leftInRow, first] = [16, 17, 18]
  const [value, high, low, square, like, best] = range(6).map(n => 19 + n) as Six
  const addTo = (to: number, one: number, two: Code) =>
    put(to, on(addLanes32, get(to), on(dot16, get(one), two)))
  const eight = (of: Code): Code => [
    ...put(value, of),
    ...addTo(high, value, on(load(0), get(asked))),
    ...addTo(low, value, on(load(16), get(asked))),
    ...addTo(square, value, get(value)),
    ...advance(asked, 4 * cellsAtOnce),
    ...advance(here, cellsAtOnce),
  ]
  const whole = (of: number): Code => [
    ...put(of, on(addLanes32, get(of), reordered(of, [2, 3, 0, 1]))),
    ...put(of, on(doublesOfIntegers, on(addLanes32, get(of), reordered(of, [1, 0, 3, 2])))),
  ]
  const likeOfPart = [
    ...[high, low, square].flatMap(each => put(each, zeros)),
    ...put(asked, get(thumb)),
    ...put(line, on(add, get(thumbs), get(part))),
    ...put(left, get(rowsOfThumb)),
    ...countdown(left, [
      ...put(here, get(line)),
      ...put(leftInRow, on(subtract, get(across), i32(1))),
      ...get(leftInRow),
      ...when(countdown(leftInRow, eight(on(loadSignedBytes(0), get(here))))),
      ...eight(on(both, on(loadSignedBytes(0), get(here)), on(load(0), get(facts)))),
      ...advance(line, thumbColumns),
    ]),
    ...[high, low, square].flatMap(whole),
    ...put(
      like,
      on(over64, on(plus64, on(times64, get(high), doubles(partUnits)), get(low)), on(root64, get(square))),
    ),
    ...put(like, on(both, get(like), on(differs64, get(square), zeros))),
    ...on(isAny, on(isMore64, get(like), get(best))),
    ...when([...put(best, get(like)), ...put(first, get(part))]),
  ]
  const body = countdown(count, [
    ...put(best, doubles(Number.NEGATIVE_INFINITY)),
    ...put(first, i32(0)),
    ...put(part, i32(0)),
    ...put(row, get(rows)),
    ...countdown(row, [
      ...put(column, get(columns)),
      ...countdown(column, [...likeOfPart, ...advance(part, 1)]),
      ...put(part, on(subtract, on(add, get(part), i32(thumbColumns)), get(columns))),
    ]),
    ...on(storeHalf(0), get(likes), on(times64, get(best), on(load(16), get(facts)))),
    ...on(store32(0), get(parts), get(first)),
    ...advance(likes, 8),
    ...advance(parts, 4),
    ...advance(thumbs, thumbCells),
  ])
  return { name: 'parts', parameters: 10, counters: 9, vectors: 6, body }
}

export async function loadLookups(): Promise<LookupKernels> {
  const { memory, exports } = await loadModule([patterns(), likestPlaces()], places.bytes)
  const findPatterns = exports['patterns'] as LikestPatterns
  const findPlaces = exports['parts'] as LikestPlaces
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

  const thumbs = new Int8Array(buffer, places.thumbs, thumbCells * thumbsAtOnce)
  const asked = new Int16Array(buffer, places.thumb, 2 * cellsAtOnce * 4 * thumbRows)
  const mask = new Int16Array(buffer, places.facts, cellsAtOnce)
  const units = new Float64Array(buffer, places.facts + 16, 2)
  const foundLikes = new Float64Array(buffer, places.likes, thumbsAtOnce)
  const foundParts = new Int32Array(buffer, places.parts, thumbsAtOnce)
  let out: LikestParts = { likes: new Float64Array(0), at: new Int32Array(0) }
  const likestParts = (thumb: Float32Array, shape: Shape, { count, cells }: ThumbBlock): LikestParts => {
    if (out.likes.length < count) out = { likes: new Float64Array(count), at: new Int32Array(count) }
    const { parts, unit } = wholeThumb(thumb, shape)
    asked.set(parts)
    units.fill(unit)
    const across = Math.ceil(shape.columns / cellsAtOnce)
    for (let n = 0; n < cellsAtOnce; n++) mask[n] = (across - 1) * cellsAtOnce + n < shape.columns ? -1 : 0
    const [columns, rows] = [thumbColumns - shape.columns + 1, thumbRows - shape.rows + 1]
    for (let from = 0; from < count; from += thumbsAtOnce) {
      const here = Math.min(thumbsAtOnce, count - from)
      thumbs.set(cells.subarray(from * thumbCells, (from + here) * thumbCells))
      const { thumb: place, facts } = places
      findPlaces(
        place,
        across,
        shape.rows,
        facts,
        places.thumbs,
        here,
        columns,
        rows,
        places.likes,
        places.parts,
      )
      out.likes.set(here === thumbsAtOnce ? foundLikes : foundLikes.subarray(0, here), from)
      out.at.set(here === thumbsAtOnce ? foundParts : foundParts.subarray(0, here), from)
    }
    return out
  }
  return { likestPatterns, likestParts }
}

type Six = [number, number, number, number, number, number]
type Eight = [...Six, number, number]
