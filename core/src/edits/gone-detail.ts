/** How much of a recording's detail a film has left, cell by cell, and where it is far less than coding leaves: what a blur or a mosaic does. */

import { ranked } from './ranked.ts'

/** Of each cell of a frame, sums over its pixels of what changes to the next pixel and the next row; 0 where it is not known. */
export interface Detail {
  /** The recording's, squared, and the film's. */
  readonly square: Float32Array
  readonly seen: Float32Array
  /** Recording times film: how much of the film's is the recording's own. */
  readonly alike: Float32Array
  /** The largest change in the recording, in grey levels. */
  readonly peak: Float32Array
  /** How many pixels were summed. */
  readonly pixels: Float32Array
}

export function noDetail(cells: number): Detail {
  const none = () => new Float32Array(cells)
  return { square: none(), seen: none(), alike: none(), peak: none(), pixels: none() }
}

/** Weighs cells by what is gone: -1 where as much detail is left as is usual, 1 where next to nothing is, 0 where there is none to tell by. */
export class GoneDetail {
  readonly #details: readonly Detail[]
  /** Of neighbouring samples together, as many as it takes for their cells to tell. */
  readonly #pooled: readonly Detail[]
  readonly #usual: readonly Usual[]
  readonly #strength: Strength
  /** Of frames that were looked at: the kinds of their cells are asked for again and again. */
  readonly #kinds = new Map<Detail, Int8Array>()
  readonly #shares = new Map<Detail, number>()

  constructor(details: readonly Detail[]) {
    this.#details = details
    const { pooled, usual, strength } = pooledUsual(details)
    this.#pooled = pooled
    this.#usual = usual
    this.#strength = strength
  }

  /** Of every sample, with those beside it. */
  get pooledWeights(): readonly Float32Array[] {
    return this.#pooled.map(each => this.weights(each, this.shareOf(each)))
  }

  get ownWeights(): readonly Float32Array[] {
    return this.#details.map(each => this.weights(each, this.shareOf(each)))
  }

  /** How much of what is usual a whole frame has: some are coded worse than others. */
  shareOf(detail: Detail): number {
    const known = this.#shares.get(detail)
    if (known !== undefined) return known
    const { alike, square } = detail
    const kinds = this.#kindsOf(detail)
    const shares = new Float64Array(kinds.length)
    let told = 0
    for (let at = 0; at < kinds.length; at++) {
      const kind = kinds[at] as number
      const usual = kind < 0 ? undefined : this.#usual[kind]
      if (usual && usual.tells > 0)
        shares[told++] = (alike[at] as number) / (square[at] as number) / usual.middle
    }
    const middle = told === 0 ? 1 : ranked(shares, told, told >> 1)
    const share = Math.min(1, Math.max(leastShare, middle))
    this.#shares.set(detail, share)
    return share
  }

  /** `frame` is what the frame has of what is usual. */
  weights(detail: Detail, frame: number): Float32Array {
    const { alike, square } = detail
    const kinds = this.#kinds.get(detail) ?? kindsIn(detail, this.#strength)
    const out = new Float32Array(kinds.length)
    for (let at = 0; at < out.length; at++) {
      const kind = kinds[at] as number
      const usual = kind < 0 ? undefined : this.#usual[kind]
      if (!usual || usual.tells === 0) continue
      const share = (alike[at] as number) / (square[at] as number) / frame
      const gone = (usual.limit - share) / (softness * usual.middle)
      out[at] = Math.max(-1, Math.min(1, gone)) * usual.tells
    }
    return out
  }

  /** What cells of a sample have left over what is usual for them, and what of detail they have at all, each weighed by the recording's. */
  leftIn(n: number, cells: readonly number[]): CellsLeft {
    const detail = this.#details[n] as Detail
    const kinds = this.#kindsOf(detail)
    const sums = { left: 0, usual: 0, own: 0, seen: 0 }
    for (const at of cells) {
      const kind = kinds[at] as number
      const usual = kind < 0 ? undefined : this.#usual[kind]
      if (!usual) continue
      const own = Math.sqrt(detail.square[at] as number)
      sums.left += (detail.alike[at] as number) / own
      sums.usual += own * usual.middle
      sums.own += own
      sums.seen += Math.sqrt(detail.seen[at] as number)
    }
    return sums
  }

  #kindsOf(detail: Detail): Int8Array {
    const known = this.#kinds.get(detail)
    if (known) return known
    const kinds = kindsIn(detail, this.#strength)
    this.#kinds.set(detail, kinds)
    return kinds
  }
}

export interface CellsLeft {
  readonly left: number
  readonly usual: number
  readonly own: number
  readonly seen: number
}

interface Usual {
  readonly middle: number
  /** Share of the detail below which it counts as gone. */
  readonly limit: number
  /** 0 where coding takes all of such detail as well, 1 where it never does. */
  readonly tells: number
}

/** How strong a cell's detail is, in grey levels. */
type Strength = (detail: Detail, at: number) => number

interface Pooled {
  readonly pooled: readonly Detail[]
  readonly usual: readonly Usual[]
  readonly strength: Strength
  /** Of all cells that have detail, those that tell. */
  readonly telling: number
}

/** Samples to each side that are pooled. */
const fewReach = 1
const moreReach = 2
const leastTelling = 0.3
/** Of all cells: where fewer tell, a sensor's noise is in all peaks, and the sum of many pixels says more. */
const noisyTelling = 0.12
const byPeak: Strength = ({ peak }, at) => peak[at] as number
/** Of noise, as many grey levels as half of a peak of it. */
const byEnergy: Strength = ({ square, pixels }, at) =>
  2 * Math.sqrt((square[at] as number) / Math.max(1, pixels[at] as number))
/** Peaks, in grey levels, from which each kind of cell counts: coding takes what is weak, and leaves an edge. */
const bins = [5, 7, 10, 14, 20, 28, 40]
const fewestCells = 30
const leastShare = 0.4
/** Of the usual share: what is blurred has less; and how far from it a cell is sure. */
const gonePart = 0.72
const softness = 0.2
/** Of the way from the middle to the lower quarter: so far below next to none lie that only coding made. */
const farBelow = 3
/** Shares: what a blur leaves is no less than the first; where the limit is at the second, a cell tells all it can. */
const blurred = 0.1
const surely = 0.45

/** The kind of each cell, by how strong its detail is; -1 where it has none or too little. */
function kindsIn(detail: Detail, strength: Strength): Int8Array {
  const { square } = detail
  const kinds = new Int8Array(square.length).fill(-1)
  for (let at = 0; at < kinds.length; at++)
    if (isKnown(square[at] as number)) kinds[at] = binOf(strength(detail, at))
  return kinds
}

function binOf(peak: number): number {
  let bin = -1
  while (bin + 1 < bins.length && peak >= (bins[bin + 1] as number)) bin++
  return bin
}

/** With as few samples taken together as it takes for enough cells to tell. */
function pooledUsual(details: readonly Detail[]): Pooled {
  const few = withUsual(pooledOver(details, fewReach), byPeak)
  if (few.telling > leastTelling) return few
  const more = withUsual(pooledOver(details, moreReach), byPeak)
  if (more.telling > noisyTelling) return more
  return withUsual(more.pooled, byEnergy)
}

function pooledOver(details: readonly Detail[], reach: number): readonly Detail[] {
  const tells = details.map(({ square }) => square.some(isKnown))
  return details.map((each, n) => {
    if (!tells[n]) return each
    const first = Math.max(0, n - reach)
    const near = details.slice(first, n + reach + 1).filter((_, k) => tells[first + k])
    return {
      square: summed(near.map(({ square }) => square)),
      seen: summed(near.map(({ seen }) => seen)),
      alike: summed(near.map(({ alike }) => alike)),
      peak: summed(
        near.map(({ peak }) => peak),
        1 / Math.max(1, near.length),
      ),
      pixels: summed(near.map(({ pixels }) => pixels)),
    }
  })
}

function summed(planes: readonly Float32Array[], scale = 1): Float32Array {
  const out = new Float32Array(planes[0]?.length ?? 0)
  for (const plane of planes)
    for (let at = 0; at < out.length; at++) out[at] = (out[at] as number) + (plane[at] as number) * scale
  return out
}

function withUsual(pooled: readonly Detail[], strength: Strength): Pooled {
  const kinds = pooled.map(each => kindsIn(each, strength))
  const usual = usualOf(pooled, kinds, strength === byPeak)
  const tells = Float64Array.from(usual, each => each.tells)
  telling.fill(0)
  for (let n = 0; n < pooled.length; n++)
    addTelling((pooled[n] as Detail).square, kinds[n] as Int8Array, tells)
  return { pooled, usual, strength, telling: (telling[0] as number) / Math.max(1, telling[1] as number) }
}

/** How much cells tell, and how many have detail. */
const telling = new Float64Array(2)

function addTelling(square: Float32Array, kinds: Int8Array, tells: Float64Array): void {
  let sum = telling[0] as number
  let all = 0
  for (let at = 0; at < kinds.length; at++) {
    if (!isKnown(square[at] as number)) continue
    all++
    const kind = kinds[at] as number
    if (kind >= 0) sum += tells[kind] as number
  }
  telling[0] = sum
  telling[1] = (telling[1] as number) + all
}

function isKnown(square: number): boolean {
  return square > 0
}

function countKinds(kinds: Int8Array, counts: Int32Array): void {
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at] as number
    if (kind >= 0) counts[kind] = (counts[kind] as number) + 1
  }
}

/** Adds the share that each cell has of its detail to those of its kind, of which there are `counts` so far. */
function putShares(
  { alike, square }: Detail,
  kinds: Int8Array,
  counts: Int32Array,
  shares: readonly Float32Array[],
): void {
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at] as number
    if (kind < 0) continue
    const to = counts[kind] as number
    counts[kind] = to + 1
    ;(shares[kind] as Float32Array)[to] = (alike[at] as number) / (square[at] as number)
  }
}

function usualOf(
  details: readonly Detail[],
  kinds: readonly Int8Array[],
  isByPeak: boolean,
): readonly Usual[] {
  const counts = new Int32Array(bins.length)
  for (const own of kinds) countKinds(own, counts)
  const shares = Array.from(counts, count => new Float32Array(count))
  counts.fill(0)
  for (let n = 0; n < details.length; n++)
    putShares(details[n] as Detail, kinds[n] as Int8Array, counts, shares)
  let last: Usual = { middle: 1, limit: gonePart, tells: 0 }
  return shares.map(each => {
    if (each.length < fewestCells) return last
    const middle = Math.max(0.05, ranked(each, each.length, each.length >> 1))
    const quarter = ranked(each, each.length, each.length >> 2)
    // The lower tail itself may be what was blurred: it is told by the quarter above it. Noise spreads shares to both sides, and says little of the tail.
    const low = isByPeak ? middle - farBelow * (middle - quarter) : quarter
    const limit = Math.min(gonePart * middle, low)
    last = { middle, limit, tells: Math.max(0, Math.min(1, (limit - blurred) / (surely - blurred))) }
    return last
  })
}
