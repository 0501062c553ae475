/** How the frames of a recording whose camera stands still differ from their mean: the same for all that they are held against, so it is made once. */
import type { Levels } from './pictures.ts'
import type { Deviation } from './tile-kernels.ts'
import { blockArea, inTiles, type TileOrder, tileOrderOf } from './tile-order.ts'
import { softened, TileBasis } from './tiles.ts'

/** Frames of the recording from which its mean is taken. */
const mostMeant = 96
const mostDrawn = 40
/** An encoder takes so long to settle; of 40 moments of a quarter of a minute two lie within, too few for that to be one of the strongest ways. */
const settlingSeconds = 0.8
const settlingDrawn = 8
/** How a recording's own coding gets better and worse over time, which is how a film's coding looks too. */
const drifts = 2
const rounds = 10
/** Variance of a pixel in which nothing moves. */
const stillVariance = 9
/** And mean variance of a block in which something comes and goes that no coding hides. */
const changingVariance = 50
/** Of all recordings together, in bytes: half a minute of one at 256 by 144. */
const mostKept = 72e6

export class CameraDeviations {
  readonly level: number
  readonly width: number
  readonly height: number
  readonly order: TileOrder
  /** In `order`. */
  readonly mean: Float32Array
  /** The mean, and the ways in which it changes that say nothing of when. */
  readonly basis: TileBasis
  /** 1 for each block, in `order`, in which something clear comes and goes over time. */
  readonly isChanging: Uint8Array
  readonly #raw: Levels
  readonly #times: Int32Array
  readonly #known = new Map<number, Deviation>()

  /** `times` are the frames of the recording that are looked at. */
  constructor(raw: Levels, level: number, times: Int32Array) {
    this.#raw = raw
    this.#times = times
    this.level = level
    this.width = raw.width(level)
    this.height = raw.height(level)
    this.order = tileOrderOf(this.width, this.height)
    const meant = spread(times, mostMeant)
    const [sums, squares] = sumsOf(raw, level, meant)
    const mean = Float32Array.from(sums, sum => sum / meant.length)
    const near = softened(mean, this.width, this.height, 1)
    const far = softened(near, this.width, this.height, 3)
    const placed = (values: Float32Array) => inTiles(this.order, values)
    this.mean = placed(mean)
    // Brightness, contrast, and detail of two sizes that coding takes away: anything made of these is no news.
    const still = new TileBasis(this.order, [
      placed(new Float32Array(mean.length).fill(1)),
      this.mean,
      placed(mean.map((value, n) => value - (near[n] as number))),
      placed(near.map((value, n) => value - (far[n] as number))),
    ])
    const variances = mean.map((value, n) => (squares[n] as number) / meant.length - value ** 2)
    const isStill = variances.map(variance => (variance < stillVariance ? 1 : 0))
    this.isChanging = blocksOver(placed(variances), changingVariance)
    const settling = times.filter(time => time * raw.frameSeconds < settlingSeconds)
    const moments = new Set([...spread(settling, settlingDrawn), ...spread(times, mostDrawn)])
    this.basis = still.with(this.#driftsOf(still, placed(isStill), Int32Array.from(moments)))
  }

  isOf(level: number, times: Int32Array): boolean {
    return (
      level === this.level &&
      times.length === this.#times.length &&
      times.every((time, n) => time === this.#times[n])
    )
  }

  at(time: number): Deviation {
    const known = this.#known.get(time)
    if (known) return known
    const found = this.#deviationAt(time, this.basis)
    if (hasRoomFor(this, this.#bytesOfOne)) this.#known.set(time, found)
    return found
  }

  /** Leaves of a frame of a film, less the mean and in `order`, in some of its tiles what the recording does not tell. */
  takeOutOf(picture: Float32Array, tiles: readonly number[]): void {
    this.#raw.kernels.takeOut(picture, this.basis, tiles)
  }

  get bytes(): number {
    return this.#known.size * this.#bytesOfOne
  }

  get #bytesOfOne(): number {
    return 2 * this.order.size + (4 * this.order.size) / blockArea
  }

  forget(): void {
    this.#known.clear()
  }

  /**
   * The strongest ways in which still parts of the recording change over all its time: principal components, by power iteration over the products of the
   * moments with each other.
   */
  #driftsOf(still: TileBasis, isStill: Float32Array, moments: Int32Array): readonly Float32Array[] {
    const left = Array.from(moments, time => this.#deviationAt(time, still).values)
    for (const each of left) for (let n = 0; n < each.length; n++) if (isStill[n] === 0) each[n] = 0
    const shares = strongest(this.#raw.kernels.products(left), left.length)
    return shares.map(each => mixtureOf(left, each))
  }

  #deviationAt(time: number, basis: TileBasis): Deviation {
    return this.#raw.kernels.deviation(this.#raw.at(time, this.level), this.mean, basis)
  }
}

/** 1 for each block whose values are more than that on average. */
function blocksOver(values: Float32Array, least: number): Uint8Array {
  return Uint8Array.from({ length: values.length / blockArea }, (_, block) => {
    let sum = 0
    for (let n = block * blockArea, end = n + blockArea; n < end; n++) sum += values[n] as number
    return sum > least * blockArea ? 1 : 0
  })
}

/** Of pixels of some frames, and of their squares. */
function sumsOf(raw: Levels, level: number, frames: Int32Array): readonly [Int32Array, Int32Array] {
  const size = raw.width(level) * raw.height(level)
  const [sums, squares] = [new Int32Array(size), new Int32Array(size)]
  for (const each of frames) {
    const frame = raw.at(each, level)
    for (let n = 0; n < size; n++) {
      const value = frame[n] as number
      sums[n] = (sums[n] as number) + value
      squares[n] = (squares[n] as number) + value * value
    }
  }
  return [sums, squares]
}

/** For each of the strongest ways, how much of each picture it is made of, by the products of the pictures; each is taken out before the next is looked for. */
function strongest(products: Float64Array, count: number): readonly Float64Array[] {
  const found: Float64Array[] = []
  const left = products.slice()
  // What the pictures that are left are made of, row by row.
  const made = Float64Array.from(left, (_, n) => (n % (count + 1) === 0 ? 1 : 0))
  while (found.length < drifts && count > drifts) {
    let shares: Float64Array = Float64Array.from({ length: count }, (_, n) => (n === 0 ? 1 : 0))
    for (let round = 0; round < rounds; round++) {
      const next = times(left, shares)
      const length = Math.sqrt(dot(next, times(left, next)))
      shares = length > 0 ? next.map(share => share / length) : next
    }
    const own = Float64Array.from({ length: count }, (_, n) => {
      let sum = 0
      for (let k = 0; k < count; k++) sum += (shares[k] as number) * (made[k * count + n] as number)
      return sum
    })
    found.push(own)
    const along = times(left, shares)
    for (let p = 0; p < count; p++)
      for (let q = 0; q < count; q++) {
        const at = p * count + q
        left[at] = (left[at] as number) - (along[p] as number) * (along[q] as number)
        made[at] = (made[at] as number) - (along[p] as number) * (own[q] as number)
      }
  }
  return found
}

function times(matrix: Float64Array, values: Float64Array): Float64Array {
  return values.map((_, n) => dot(matrix.subarray(n * values.length, (n + 1) * values.length), values))
}

function dot(one: Float64Array, two: Float64Array): number {
  let sum = 0
  for (let n = 0; n < one.length; n++) sum += (one[n] as number) * (two[n] as number)
  return sum
}

/** Of pictures whose mixture has length 1 as they are, a hundred times as much, for what is next to nothing in a tile is not told apart. */
function mixtureOf(pictures: readonly Int16Array[], shares: Float64Array): Float32Array {
  const out = new Float32Array(pictures[0]?.length ?? 0)
  for (const [k, picture] of pictures.entries()) {
    const share = 100 * (shares[k] as number)
    for (let n = 0; n < out.length; n++) out[n] = (out[n] as number) + share * (picture[n] as number)
  }
  return out
}

const ofRecordings = new WeakMap<Levels, CameraDeviations[]>()
const mostOfRecording = 4

/** Those of a recording at a level, told by the frames `times`; made when they are first asked for. */
export function deviationsOf(raw: Levels, level: number, times: Int32Array): CameraDeviations {
  const kept = ofRecordings.get(raw) ?? []
  ofRecordings.set(raw, kept)
  const known = kept.find(each => each.isOf(level, times))
  const found = known ?? new CameraDeviations(raw, level, times)
  if (!known) kept.push(found)
  if (kept.length > mostOfRecording) kept.shift()?.forget()
  keeping = [...keeping.filter(each => (each.deref() ?? found) !== found), new WeakRef(found)]
  return found
}

/** All that may keep frames, those asked for last at the end. */
let keeping: readonly WeakRef<CameraDeviations>[] = []

/** Whether so many bytes more may be kept of one: what others keep has to go first. */
function hasRoomFor(one: CameraDeviations, bytes: number): boolean {
  const kept = keeping.flatMap(each => each.deref() ?? [])
  let sum = kept.reduce((total, each) => total + each.bytes, bytes)
  for (const each of kept) {
    if (sum <= mostKept) break
    if (each === one) continue
    sum -= each.bytes
    each.forget()
  }
  return sum <= mostKept
}

function spread(times: Int32Array, most: number): Int32Array {
  const count = Math.min(most, times.length)
  return Int32Array.from(
    { length: count },
    (_, n) => times[Math.floor(((n + 0.5) * times.length) / count)] as number,
  )
}
