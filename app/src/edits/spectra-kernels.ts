/** The inner loops in which two sounds are compared, in WebAssembly: what `plainSpectraLoops` of core does in plain loops. */
import {
  bandBins,
  bands,
  firstBin,
  halfWindow,
  keptNumbers,
  type Looks,
  lookSamples,
  type MakeSpectraLoops,
  plainSpectraLoops,
} from '@sightline/core/edits'
import {
  add,
  advance,
  type Code,
  countdown,
  doubles,
  doublesOfFloats,
  type Func,
  floatsOfDoubles,
  get,
  load,
  loadHalf,
  loadModule,
  loadSecond,
  loadShorts,
  loadSingle,
  loadSplat,
  on,
  plus64,
  put,
  reordered,
  store,
  storeHalf,
  times,
  times64,
  toFloats,
  zeros,
} from '../webassembly/words.ts'

const range = (count: number) => [...new Array(count).keys()]

/** Looks of a sound there is room for, with those that windows reach to beyond a block. */
const mostLooks = 2048 + 2 * halfWindow
/** Vectors are read and written beyond the last number. */
const beyond = 64

const places = (() => {
  let next = 0
  const room = (floats: number) => {
    const at = next
    next += Math.ceil((4 * floats + beyond) / 16) * 16
    return at
  }
  const looks = () => ({ values: room(mostLooks * keptNumbers), power: room(mostLooks * bands) })
  const own = {
    ...{ film: looks(), raw: looks(), signal: room(lookSamples), window: room(lookSamples) },
    ...{ samples: room(lookSamples / 2), cross: room(2 * mostLooks * bands) },
    sums: { cross: room(2 * mostLooks * bands), film: room(mostLooks * bands), raw: room(mostLooks * bands) },
  }
  return { ...own, bytes: next }
})()

/** Samples, each times a number of the window. */
function windowed(): Func {
  const [samples, window, out, fours] = [0, 1, 2, 3]
  const body = countdown(fours, [
    ...on(
      store(0),
      get(out),
      on(times, on(toFloats, on(loadShorts(0), get(samples))), on(load(0), get(window))),
    ),
    ...[...advance(samples, 8), ...advance(window, 16), ...advance(out, 16)],
  ])
  return { name: 'windowed', parameters: 4, counters: 0, vectors: 0, body }
}

/** Copies the bands of a spectrum, and writes the power of each: of two at once, one number after another. */
function kept(): Func {
  const [spectrum, values, power, pairs] = [0, 1, 2, 3]
  const [sum, two] = [4, 5]
  const copied = range(keptNumbers / 4).flatMap(n =>
    on(store(16 * n), get(values), on(load(4 * (2 * firstBin + 4 * n)), get(spectrum))),
  )
  const band = 2 * bandBins
  const squares = range(band).flatMap(
    (n): Code => [
      ...put(two, [...get(values), ...on(loadSingle(4 * n), get(values)), ...loadSecond(4 * (band + n))]),
      ...put(two, on(doublesOfFloats, get(two))),
      ...put(sum, on(plus64, get(sum), on(times64, get(two), get(two)))),
    ],
  )
  const body = [
    ...copied,
    ...countdown(pairs, [
      ...put(sum, zeros),
      ...squares,
      ...on(storeHalf(0), get(power), on(floatsOfDoubles, get(sum))),
      ...[...advance(values, 2 * 4 * band), ...advance(power, 8)],
    ]),
  ]
  return { name: 'kept', parameters: 4, counters: 0, vectors: 2, body }
}

/** Products with conjugates, re and im at once, summed over each of some bands. */
function crossed(): Func {
  const [film, raw, out, count] = [0, 1, 2, 3]
  const [sum, own] = [4, 5]
  const bins = range(bandBins).flatMap((n): Code => {
    const part = (offset: number) => on(doublesOfFloats, on(loadSplat(8 * n + offset), get(raw)))
    return [
      ...put(own, on(doublesOfFloats, on(loadHalf(8 * n), get(film)))),
      ...put(
        sum,
        on(
          plus64,
          get(sum),
          on(
            plus64,
            on(times64, get(own), part(0)),
            on(times64, reordered(own, [2, 3, 0, 1]), on(times64, part(4), doubles(1, -1))),
          ),
        ),
      ),
    ]
  })
  const body = countdown(count, [
    ...put(sum, zeros),
    ...bins,
    ...on(storeHalf(0), get(out), on(floatsOfDoubles, get(sum))),
    ...[...advance(film, 8 * bandBins), ...advance(raw, 8 * bandBins), ...advance(out, 8)],
  ])
  return { name: 'crossed', parameters: 4, counters: 0, vectors: 2, body }
}

/** Sums over the windows around looks, two numbers at once; `row` the bytes from one look to the next. */
function overWindows(): Func {
  const [cells, row, out, pairs] = [0, 1, 2, 3]
  const line = 4
  const sum = 5
  const added = on(plus64, get(sum), on(doublesOfFloats, on(loadHalf(0), get(line))))
  const body = countdown(pairs, [
    ...[...put(sum, zeros), ...put(line, get(cells))],
    ...range(2 * halfWindow + 1).flatMap(() => [
      ...put(sum, added),
      ...put(line, on(add, get(line), get(row))),
    ]),
    ...on(storeHalf(0), get(out), on(floatsOfDoubles, get(sum))),
    ...[...advance(cells, 8), ...advance(out, 8)],
  ])
  return { name: 'overWindows', parameters: 4, counters: 1, vectors: 1, body }
}

type Loop = (one: number, two: number, three: number, count: number) => void

/** The loops work in one memory: two sounds at a time are compared, and whoever makes them anew writes over what was there. */
export async function loadSpectraLoops(): Promise<MakeSpectraLoops> {
  const functions = [windowed(), kept(), crossed(), overWindows()]
  const { memory, exports } = await loadModule(functions, places.bytes)
  const [putWindowed, keepLook, cross, sum] = functions.map(({ name }) => exports[name]) as [
    Loop,
    Loop,
    Loop,
    Loop,
  ]
  const floats = (at: number, count: number) => new Float32Array(memory.buffer, at, count)
  const looks = ({ values, power }: typeof places.film) => ({
    values: floats(values, mostLooks * keptNumbers),
    power: floats(power, mostLooks * bands),
  })
  const [film, raw] = [looks(places.film), looks(places.raw)]
  const samplesOfLook = new Int16Array(memory.buffer, places.samples, lookSamples)
  const window = floats(places.window, lookSamples)
  const sums = {
    cross: floats(places.sums.cross, 2 * mostLooks * bands),
    film: floats(places.sums.film, mostLooks * bands),
    raw: floats(places.sums.raw, mostLooks * bands),
  }
  let lastShape: Float32Array | null = null
  const loops = {
    ...{ film, raw, signal: floats(places.signal, lookSamples) },
    windowed(samples: Int16Array, from: number, shape: Float32Array) {
      samplesOfLook.set(samples.subarray(from, from + lookSamples))
      if (shape !== lastShape) window.set(shape)
      lastShape = shape
      putWindowed(places.samples, places.window, places.signal, lookSamples / 4)
    },
    keep({ values, power }: Looks, n: number) {
      const at = [values.byteOffset + 4 * n * keptNumbers, power.byteOffset + 4 * n * bands] as const
      keepLook(places.signal, ...at, (bands + 1) / 2)
    },
    compared(skipped: number, count: number) {
      const row = 4 * bands
      const power = places.film.power + skipped * row
      const values = places.film.values + 4 * skipped * keptNumbers
      cross(values, places.raw.values, places.cross, (count + 2 * halfWindow) * bands)
      sum(places.cross, 2 * row, places.sums.cross, count * bands)
      const pairs = Math.ceil((count * bands) / 2)
      sum(power, row, places.sums.film, pairs)
      sum(places.raw.power, row, places.sums.raw, pairs)
      return {
        cross: sums.cross.subarray(0, 2 * count * bands),
        film: sums.film.subarray(0, count * bands),
        raw: sums.raw.subarray(0, count * bands),
      }
    },
  }
  return most => (most <= mostLooks ? loops : plainSpectraLoops(most))
}
