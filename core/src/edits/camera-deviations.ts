/** How the frames of a recording whose camera stands still differ from their mean: the same for all that they are held against, so it is made once. */
import type { Levels } from './pictures.ts'
import { softened, TileBasis } from './tiles.ts'

/** More than that is another thing than what the camera shows otherwise; it must not decide alone. */
const mostDeviation = 12
export const blockBits = 3
const block = 1 << blockBits
/** Frames of the recording from which its mean is taken. */
const mostMeant = 96
const mostDrawn = 40
/** How a recording's own coding gets better and worse over time, which is how a film's coding looks too. */
const drifts = 2
const rounds = 10
/** Variance of a pixel in which nothing moves. */
const stillVariance = 9
/** Of all recordings together, in bytes: half a minute of one at 256 by 144. */
const mostKept = 72e6

/** What one frame has that the mean has not. */
export interface Deviation {
  /** In 1024ths of a grey level. */
  readonly values: Int16Array
  /** Sum of squares of each block, in squared grey levels. */
  readonly squares: Float64Array
}

export const deviationUnits = 1024

export class CameraDeviations {
  readonly level: number
  readonly width: number
  readonly height: number
  readonly mean: Float32Array
  /** The mean, and the ways in which it changes that say nothing of when. */
  readonly basis: TileBasis
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
    const size = this.width * this.height
    const meant = spread(times, mostMeant)
    const [sum, square] = [new Float32Array(size), new Float32Array(size)]
    for (const time of meant) {
      const frame = raw.at(time, level)
      for (let n = 0; n < size; n++) {
        const value = frame[n] as number
        sum[n] = (sum[n] as number) + value
        square[n] = (square[n] as number) + value * value
      }
    }
    this.mean = sum.map(value => value / meant.length)
    const near = softened(this.mean, this.width, this.height, 1)
    const far = softened(near, this.width, this.height, 3)
    // Brightness, contrast, and detail of two sizes that coding takes away: anything made of these is no news.
    const still = new TileBasis(
      raw.kernels,
      [
        new Float32Array(size).fill(1),
        this.mean,
        this.mean.map((value, n) => value - (near[n] as number)),
        near.map((value, n) => value - (far[n] as number)),
      ],
      this.width,
      this.height,
    )
    const isStill = square.map((value, n) =>
      value / meant.length - (this.mean[n] as number) ** 2 < stillVariance ? 1 : 0,
    )
    this.basis = still.with(this.#driftsOf(still, isStill, spread(times, mostDrawn)))
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
    const rest = clipped(this.basis.rest(this.#differenceAt(time)))
    const found = {
      values: inUnits(rest),
      squares: squaresOf(rest, this.width),
    }
    if (hasRoomFor(this, found.values.byteLength)) this.#known.set(time, found)
    return found
  }

  get bytes(): number {
    return this.#known.size * 2 * this.width * this.height
  }

  forget(): void {
    this.#known.clear()
  }

  /** The strongest ways in which still parts of the recording change over all its time (principal components, by power iteration). */
  #driftsOf(still: TileBasis, isStill: Float32Array, moments: Int32Array): readonly Float32Array[] {
    let left = Array.from(moments, time => times(clipped(still.rest(this.#differenceAt(time))), isStill))
    const found: Float32Array[] = []
    while (found.length < drifts && left.length > drifts) {
      let drift = left[0] as Float32Array
      for (let round = 0; round < rounds; round++) {
        const next = new Float32Array(drift.length)
        for (const each of left) addTo(next, each, product(each, drift))
        drift = scaled(next)
      }
      found.push(drift.map(value => value * 100))
      left = left.map(each => {
        const out = each.slice()
        addTo(out, drift, -product(each, drift))
        return out
      })
    }
    return found
  }

  #differenceAt(time: number): Float32Array {
    const frame = this.#raw.at(time, this.level)
    const mean = this.mean
    const out = new Float32Array(mean.length)
    for (let n = 0; n < out.length; n++) out[n] = (frame[n] as number) - (mean[n] as number)
    return out
  }
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

function inUnits(deviation: Float32Array): Int16Array {
  const values = new Int16Array(deviation.length)
  for (let n = 0; n < values.length; n++) values[n] = Math.round((deviation[n] as number) * deviationUnits)
  return values
}

/** Sum of squares of each block of a picture. */
function squaresOf(deviation: Float32Array, width: number): Float64Array {
  const across = Math.ceil(width / block)
  const squares = new Float64Array(across * Math.ceil(deviation.length / width / block))
  for (let y = 0, at = 0; at < deviation.length; y++)
    for (let x = 0; x < width; x++, at++) {
      const value = deviation[at] as number
      const of = (y >> blockBits) * across + (x >> blockBits)
      squares[of] = (squares[of] as number) + value * value
    }
  return squares
}

function spread(times: Int32Array, most: number): Int32Array {
  const count = Math.min(most, times.length)
  return Int32Array.from(
    { length: count },
    (_, n) => times[Math.floor(((n + 0.5) * times.length) / count)] as number,
  )
}

/** In place. */
export function clipped(values: Float32Array): Float32Array {
  for (let n = 0; n < values.length; n++) {
    const value = values[n] as number
    if (value > mostDeviation) values[n] = mostDeviation
    else if (value < -mostDeviation) values[n] = -mostDeviation
  }
  return values
}

/** In place. */
function times(values: Float32Array, shares: Float32Array): Float32Array {
  for (let n = 0; n < values.length; n++) values[n] = (values[n] as number) * (shares[n] as number)
  return values
}

function product(one: Float32Array, two: Float32Array): number {
  let sum = 0
  for (let n = 0; n < one.length; n++) sum += (one[n] as number) * (two[n] as number)
  return sum
}

function addTo(to: Float32Array, from: Float32Array, share: number): void {
  for (let n = 0; n < to.length; n++) to[n] = (to[n] as number) + share * (from[n] as number)
}

function scaled(values: Float32Array): Float32Array {
  const length = Math.sqrt(product(values, values))
  return length > 0 ? values.map(value => value / length) : values
}
