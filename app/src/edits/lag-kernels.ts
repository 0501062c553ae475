/** The inner loops in which lags of one sound against another are found, in WebAssembly: what `plainLagLoops` of core does in plain loops. */
import type { LagLoops } from '@sightline/core/edits'
import {
  advance,
  both,
  type Code,
  countdown,
  doubles,
  doublesOfFloats,
  type Func,
  floatsOfDoubles,
  get,
  isMore64,
  load,
  loadModule,
  minus64,
  mixed,
  on,
  orLarger,
  over64,
  plus64,
  put,
  reordered,
  root64,
  store,
  times64,
} from '../webassembly/words.ts'

/** Numbers that are worked on at once: spectra of a minute are megabytes each, and lie outside. */
const piece = 2 ** 14
const places = { one: 0, two: 4 * piece, both: 8 * piece, sums: 12 * piece, bytes: 12 * piece + 64 }

/** Two complex numbers of each at once, in 64-bit floats. */
function addedCrossFlat(): Func {
  const [one, two, sum, pairs] = [0, 1, 2, 3]
  const [x, y, a, b, c, d, re, im, length, scale] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
  const evens = (of: number): Code => on(doublesOfFloats, reordered(of, [0, 2, 0, 2]))
  const odds = (of: number): Code => on(doublesOfFloats, reordered(of, [1, 3, 1, 3]))
  const product = (m: number, n: number): Code => on(times64, get(m), get(n))
  const root = on(root64, on(root64, get(length)))
  const body = countdown(pairs, [
    ...[...put(x, on(load(0), get(one))), ...put(y, on(load(0), get(two)))],
    ...[...put(a, evens(x)), ...put(b, odds(x)), ...put(c, evens(y)), ...put(d, odds(y))],
    ...put(re, on(plus64, product(a, c), product(b, d))),
    ...put(im, on(minus64, product(a, d), product(b, c))),
    ...put(length, on(plus64, product(re, re), product(im, im))),
    // What is no louder than silence counts for nothing.
    ...put(scale, root),
    ...put(scale, on(over64, doubles(1), on(times64, get(scale), on(root64, get(scale))))),
    ...put(scale, on(both, get(scale), on(isMore64, get(length), doubles(1)))),
    ...put(x, on(load(0), get(sum))),
    ...put(re, on(floatsOfDoubles, on(plus64, evens(x), product(re, scale)))),
    ...put(im, on(floatsOfDoubles, on(plus64, odds(x), product(im, scale)))),
    ...on(store(0), get(sum), mixed(re, im, [0, 4, 1, 5])),
    ...[...advance(one, 16), ...advance(two, 16), ...advance(sum, 16)],
  ])
  return { name: 'addedCrossFlat', parameters: 4, counters: 0, vectors: 10, body }
}

/** Sums of squares of every fourth value, and the highest of these, added to what was known of the values before. */
function sizes(): Func {
  const [values, sums, fours] = [0, 1, 2]
  const [value, low, high, highest, own] = [3, 4, 5, 6, 7]
  const added = (to: number, of: Code): Code => [
    ...put(own, on(doublesOfFloats, of)),
    ...put(to, on(plus64, get(to), on(times64, get(own), get(own)))),
  ]
  const body = [
    ...put(low, on(load(0), get(sums))),
    ...put(high, on(load(16), get(sums))),
    ...put(highest, on(load(32), get(sums))),
    ...countdown(fours, [
      ...put(value, on(load(0), get(values))),
      ...put(highest, on(orLarger, get(highest), get(value))),
      ...added(low, get(value)),
      ...added(high, reordered(value, [2, 3, 2, 3])),
      ...advance(values, 16),
    ]),
    ...on(store(0), get(sums), get(low)),
    ...on(store(16), get(sums), get(high)),
    ...on(store(32), get(sums), get(highest)),
  ]
  return { name: 'sizes', parameters: 3, counters: 0, vectors: 5, body }
}

type Loop = (one: number, two: number, three: number, four?: number) => void

export async function loadLagLoops(): Promise<LagLoops> {
  const { memory, exports } = await loadModule([addedCrossFlat(), sizes()], places.bytes)
  const addProducts = exports['addedCrossFlat'] as Loop
  const addSizes = exports['sizes'] as Loop
  const floats = (at: number) => new Float32Array(memory.buffer, at, piece)
  const [first, second, sum] = [floats(places.one), floats(places.two), floats(places.both)]
  const sums = new Float64Array(memory.buffer, places.sums, 4)
  const highest = new Float32Array(memory.buffer, places.sums + 32, 4)
  return {
    addCrossFlat(one, two, both) {
      const zero = both[0] as number
      const half = both[1] as number
      for (let from = 0; from < both.length; from += piece) {
        const to = Math.min(both.length, from + piece)
        const into = both.subarray(from, to)
        first.set(one.subarray(from, to))
        second.set(two.subarray(from, to))
        sum.set(into)
        addProducts(places.one, places.two, places.both, (to - from) / 4)
        into.set(to - from === piece ? sum : sum.subarray(0, to - from))
      }
      both[0] = zero
      both[1] = half
    },
    sizesOf(values) {
      sums.fill(0)
      highest.fill(values[0] as number)
      for (let from = 0; from < values.length; from += piece) {
        const to = Math.min(values.length, from + piece)
        first.set(values.subarray(from, to))
        addSizes(places.one, places.sums, (to - from) / 4)
      }
      const square = (sums[0] as number) + (sums[2] as number) + ((sums[1] as number) + (sums[3] as number))
      return { square, highest: Math.max(...highest) }
    },
  }
}
