/** Pictures at half their size, in WebAssembly: what `plainHalves` of core does in plain loops. */
import { type HalfKernels, plainKernels } from '@sightline/core/edits'
import {
  add,
  addLanes16,
  advance,
  type Code,
  countdown,
  type Func,
  get,
  i32,
  load,
  loadModule,
  narrowedToBytes,
  on,
  pairsOfBytes,
  put,
  shiftRight16,
  shorts,
  storeHalf,
} from '../webassembly/words.ts'

/** Larger pictures are halved by plain loops. */
const mostPixels = 1 << 16
/** Vectors are read and written beyond the last pixel. */
const beyond = 64
const places = { from: 0, to: mostPixels + beyond, bytes: mostPixels + beyond + mostPixels / 4 + beyond }

/** Eight pixels at once; what is written beyond the end of a row the next one is written over. */
function halvedRows(): Func {
  const [from, stride, out, across, rows, eights] = [0, 1, 2, 3, 4, 5]
  const [at, under, to, left] = [6, 7, 8, 9]
  const sum = 10
  const rounded = on(
    shiftRight16,
    on(
      addLanes16,
      on(addLanes16, on(pairsOfBytes, on(load(0), get(at))), on(pairsOfBytes, on(load(0), get(under)))),
      shorts(new Array<number>(8).fill(2)),
    ),
    i32(2),
  )
  const added = (one: Code, two: Code) => on(add, one, two)
  const body = countdown(rows, [
    ...[...put(at, get(from)), ...put(under, added(get(from), get(stride)))],
    ...[...put(to, get(out)), ...put(left, get(eights))],
    ...countdown(left, [
      ...put(sum, rounded),
      ...on(storeHalf(0), get(to), on(narrowedToBytes, get(sum), get(sum))),
      ...[...advance(at, 16), ...advance(under, 16), ...advance(to, 8)],
    ]),
    ...put(from, added(get(from), added(get(stride), get(stride)))),
    ...put(out, added(get(out), get(across))),
  ])
  return { name: 'halvedRows', parameters: 6, counters: 4, vectors: 1, body }
}

type HalveRows = (
  from: number,
  stride: number,
  out: number,
  across: number,
  rows: number,
  eights: number,
) => void

export async function loadHalves(): Promise<HalfKernels> {
  const { memory, exports } = await loadModule([halvedRows()], places.bytes)
  const halveRows = exports['halvedRows'] as HalveRows
  const input = new Uint8Array(memory.buffer, places.from, mostPixels)
  const output = new Uint8Array(memory.buffer, places.to, mostPixels / 4)
  return {
    halved(from, width, height) {
      const [across, rows] = [width >> 1, height >> 1]
      if (from.length > mostPixels || across === 0 || rows === 0)
        return plainKernels.halved(from, width, height)
      input.set(from)
      halveRows(places.from, width, places.to, across, rows, (across + 7) >> 3)
      return output.slice(0, across * rows)
    },
  }
}
