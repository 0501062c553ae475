/** How clear edges across a picture are, in WebAssembly: what `plainSeams` of core does in plain loops. */
import { linesInGroup, mostEdgeFrames, plainSeams, type SeamKernels } from '@sightline/core/edits'
import {
  add,
  addLanes16,
  advance,
  type Code,
  countdown,
  type Func,
  get,
  load,
  loadBytes,
  loadModule,
  most16,
  narrowed,
  on,
  pairsOfBytes,
  pairsOfShorts,
  put,
  sizes16,
  store,
  subtractLanes16,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]

/** Small pictures are no larger: others are worked on by plain loops. */
const mostPixels = 1 << 16
/** Vectors are read beyond the last pixel. */
const beyond = 64
const lanes = 8
/** Sums and edges, with what fills the vectors at the ends of their rows. */
const mostSums = mostPixels

const places = (() => {
  let next = 0
  const room = (bytes: number) => {
    const at = next
    next += Math.ceil((bytes + beyond) / 16) * 16
    return at
  }
  const own = { luma: room(mostPixels), sums: room(2 * mostSums), edges: room(2 * mostSums) }
  return { ...own, bytes: next }
})()

/** Adds up each `linesInGroup` rows of a picture, so many eights of pixels of each, for `groups` of rows; `rest` is from the end of a group's first row to the next group. */
type SumRows = (luma: number, row: number, eights: number, groups: number, rest: number, sums: number) => void

function summedRows(): Func {
  const [luma, row, eights, groups, rest, sums] = range(6) as [number, number, number, number, number, number]
  const [left, line] = [6, 7]
  const sum = 8
  const body = countdown(groups, [
    ...put(left, get(eights)),
    ...countdown(left, [
      ...put(line, get(luma)),
      ...put(sum, on(loadBytes(0), get(line))),
      ...range(linesInGroup - 1).flatMap(() => [
        ...put(line, on(add, get(line), get(row))),
        ...put(sum, on(addLanes16, get(sum), on(loadBytes(0), get(line)))),
      ]),
      ...on(store(0), get(sums), get(sum)),
      ...advance(luma, lanes),
      ...advance(sums, 2 * lanes),
    ]),
    ...put(luma, on(add, get(luma), get(rest))),
  ])
  return { name: 'rows', parameters: 6, counters: 2, vectors: 1, body }
}

/** Adds up each `linesInGroup` pixels of a row, so many eights of groups of each row; `rest` is from the end of a row to the next. */
type SumPixels = (luma: number, eights: number, rows: number, rest: number, sums: number) => void

function summedPixels(): Func {
  const [luma, eights, rows, rest, sums] = range(5) as [number, number, number, number, number]
  const left = 5
  const four = (offset: number): Code => on(pairsOfShorts, on(pairsOfBytes, on(load(offset), get(luma))))
  const body = countdown(rows, [
    ...put(left, get(eights)),
    ...countdown(left, [
      ...on(store(0), get(sums), on(narrowed, four(0), four(16))),
      ...advance(luma, linesInGroup * lanes),
      ...advance(sums, 2 * lanes),
    ]),
    ...put(luma, on(add, get(luma), get(rest))),
  ])
  return { name: 'pixels', parameters: 5, counters: 1, vectors: 0, body }
}

/** Adds how much more changes from each sum to the one `step` bytes on than beside it; `edges` is where those of the second sum lie. */
type AddJumps = (sums: number, step: number, eights: number, edges: number) => void

function addedJumps(): Func {
  const [sums, step, eights, edges] = range(4) as [number, number, number, number]
  const at = 4
  const [a, b, c, d] = range(4).map(n => 5 + n) as [number, number, number, number]
  const change = (one: number, two: number): Code => on(sizes16, on(subtractLanes16, get(one), get(two)))
  const body = countdown(eights, [
    ...put(at, get(sums)),
    ...[a, b, c, d].flatMap((each, n) => [
      ...(n > 0 ? put(at, on(add, get(at), get(step))) : []),
      ...put(each, on(load(0), get(at))),
    ]),
    ...on(
      store(0),
      get(edges),
      on(
        addLanes16,
        on(load(0), get(edges)),
        on(most16, zeros, on(subtractLanes16, change(c, b), on(most16, change(b, a), change(d, c)))),
      ),
    ),
    ...advance(sums, 2 * lanes),
    ...advance(edges, 2 * lanes),
  ])
  return { name: 'jumps', parameters: 4, counters: 1, vectors: 4, body }
}

export async function loadSeams(): Promise<SeamKernels> {
  const { memory, exports } = await loadModule([summedRows(), summedPixels(), addedJumps()], places.bytes)
  const sumRows = exports['rows'] as SumRows
  const sumPixels = exports['pixels'] as SumPixels
  const addJumps = exports['jumps'] as AddJumps
  const luma = new Uint8Array(memory.buffer, places.luma, mostPixels)
  const values = new Int16Array(memory.buffer, places.edges, mostSums)
  return {
    seamEdges(frames, width, box, isTall) {
      const [left, top, w, h] = box
      const groups = Math.floor((isTall ? h : w) / linesInGroup)
      const eights = Math.ceil((isTall ? w : groups) / lanes)
      const [stride, rows] = [lanes * eights, isTall ? groups : h]
      const isLarge = frames.some(({ length }) => length > mostPixels) || stride * rows > mostSums
      if (isLarge || groups === 0 || w < linesInGroup || h < linesInGroup || frames.length > mostEdgeFrames)
        return plainSeams.seamEdges(frames, width, box, isTall)
      values.fill(0, 0, stride * rows)
      const first = places.luma + top * width + left
      // From what is added up where lines lie side by side, or below each other.
      const step = isTall ? 1 : stride
      const jumps = Math.ceil((stride * rows - 3 * step) / lanes)
      for (const frame of frames) {
        luma.set(frame)
        if (isTall) sumRows(first, width, eights, groups, linesInGroup * width - stride, places.sums)
        else sumPixels(first, eights, h, width - linesInGroup * stride, places.sums)
        addJumps(places.sums, 2 * step, jumps, places.edges + 2 * step)
      }
      clearEnds(values, isTall ? w : h, rows, stride, isTall)
      return { values, ofGroup: isTall ? stride : 1, ofLine: step }
    },
  }
}

/** The first line and the last two have no lines around them. */
function clearEnds(values: Int16Array, across: number, rows: number, stride: number, isTall: boolean): void {
  if (isTall)
    for (let n = 0, at = 0; n < rows; n++, at += stride) {
      values[at] = 0
      values[at + across - 1] = 0
      values[at + across - 2] = 0
    }
  else {
    values.fill(0, 0, stride)
    values.fill(0, (across - 2) * stride, across * stride)
  }
}
