import { plainStandingLags, type StandingLags } from '@sightline/core/listening'
import {
  add,
  advance,
  both,
  type Code,
  countdown,
  doublesOfFloats,
  type Func,
  get,
  i32,
  isAny,
  isAtMost64,
  isMore64,
  lane32,
  load,
  loadHalf,
  loadNamed,
  loadSplat64,
  minus64,
  plus64,
  reordered,
  set,
  store32,
  storeHalf,
  times64,
  when,
  zeros,
} from '../webassembly/words.ts'

/** As many heights as a search for what comes again has at any rate, and as far as it looks around one. */
const mostHeights = 12_288
const mostAround = 1024
const mostSums = mostHeights + 2 * mostAround + 8
const heightsAt = 64
const sumsAt = heightsAt + 4 * mostHeights + 64
const countsAt = sumsAt + 8 * mostSums
const limitAt = countsAt + 8 * (mostHeights + 8)
const listAt = limitAt + 16
const bytesOfMemory = listAt + 4 * (mostHeights + 8)

/** What `plainStandingLags` of core answers, to the last bit, with vectors. Of what is made here one search has the room. */
export async function loadStandingLags(): Promise<StandingLags> {
  const { memory, exports } = await loadNamed('lags', () => [energies(), stand()], bytesOfMemory)
  const layEnergies = exports['energies'] as (values: number, sums: number, pairs: number) => void
  const listStanding = exports['stand'] as (...words: readonly number[]) => void
  const sums = new Float64Array(memory.buffer, sumsAt, mostSums)
  const counts = new Float64Array(memory.buffer, countsAt, mostHeights + 8)
  const limit = new Float64Array(memory.buffer, limitAt, 1)
  const list = new Int32Array(memory.buffer, listAt, mostHeights + 8)
  const plain = plainStandingLags()
  let countedFor = ''
  return {
    room: count =>
      count > mostHeights ? plain.room(count) : new Float32Array(memory.buffer, heightsAt, count),
    standing(heights, lags, own, others, clear) {
      const isHere = heights.buffer === memory.buffer && heights.byteOffset === heightsAt
      if (!isHere || lags > mostHeights || Math.max(own, others) >= mostAround)
        return plain.standing(heights, lags, own, others, clear)
      const shape = `${lags} ${own} ${others}`
      if (shape !== countedFor) layCounts(counts, lags, own, others)
      countedFor = shape
      const pairs = Math.ceil(lags / 2)
      // Beyond either end nothing is added: sums stay there as they are at the ends.
      layEnergies(heightsAt, sumsAt + 8 * (mostAround + 1), pairs)
      sums.fill(sums[mostAround + lags] as number, mostAround + lags + 1)
      limit[0] = clear * clear
      const sumAt = (place: number) => sumsAt + 8 * (mostAround + place)
      listStanding(
        ...[heightsAt, sumAt(-others), sumAt(-own), sumAt(own + 1), sumAt(others + 1)],
        ...[countsAt, limitAt, listAt, pairs],
      )
      const found = [...list.subarray(1, ((list[0] as number) - listAt) / 4)]
      return found.at(-1) === lags ? found.slice(0, -1) : found
    },
  }
}

/** How many others each lag is held against. */
function layCounts(counts: Float64Array, lags: number, own: number, others: number): void {
  const within = (lag: number, reach: number) => Math.min(lags, lag + reach + 1) - Math.max(0, lag - reach)
  for (let lag = 0; lag < lags; lag++) counts[lag] = Math.max(1, within(lag, others) - within(lag, own))
}

/** Two by two, one after another in the lower lane, as plain loops add them. */
function energies(): Func {
  const [values, sums, pairs, sum, square] = [0, 1, 2, 3, 4] as const
  const body = countdown(pairs, [
    ...[...get(values), ...loadHalf(0), ...doublesOfFloats, ...set(square)],
    ...[...get(square), ...get(square), ...times64, ...set(square)],
    ...[...get(sum), ...get(square), ...plus64, ...set(sum), ...get(sums), ...get(sum), ...storeHalf(0)],
    ...[...get(sum), ...reordered(square, [2, 3, 0, 1]), ...plus64, ...set(sum)],
    ...[...get(sums), ...get(sum), ...storeHalf(8), ...advance(values, 8), ...advance(sums, 16)],
  ])
  return { name: 'energies', parameters: 3, counters: 0, vectors: 2, body }
}

/** Lists lags from the second place of `list` on, and in its first where the list ends. `first` to `end` are where the sums of the first lag's neighbours lie. */
function stand(): Func {
  const [heights, first, from, to, end, counts, limit, list, pairs] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
  const [lag, at, height, isStanding] = [9, 10, 11, 12] as const
  const note = (lane: number, more: Code): Code => [
    ...[...get(isStanding), ...lane32(lane)],
    ...when([...get(at), ...get(lag), ...more, ...store32(0), ...advance(at, 4)]),
  ]
  const body = [
    ...[...get(list), ...i32(4), ...add, ...set(at)],
    ...countdown(pairs, [
      ...[...get(heights), ...loadHalf(0), ...doublesOfFloats, ...set(height)],
      ...[...get(limit), ...loadSplat64(0), ...get(end), ...load(0), ...get(first), ...load(0), ...minus64],
      ...[...get(to), ...load(0), ...minus64, ...get(from), ...load(0), ...plus64, ...times64],
      ...[...get(height), ...get(height), ...times64, ...get(counts), ...load(0), ...times64, ...isAtMost64],
      ...[...get(height), ...zeros, ...isMore64, ...both, ...set(isStanding)],
      ...[...get(isStanding), ...isAny, ...when([...note(0, []), ...note(2, [...i32(1), ...add])])],
      ...[first, from, to, end, counts].flatMap(place => advance(place, 16)),
      ...[...advance(heights, 8), ...advance(lag, 2)],
    ]),
    ...[...get(list), ...get(at), ...store32(0)],
  ]
  return { name: 'stand', parameters: 9, counters: 2, vectors: 2, body }
}
