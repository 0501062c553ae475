/**
 * Which frame of a camera that stands still a frame of film shows, told by how the camera's frames differ from their mean: by what moves, by
 * noise, and by what coding left. Coding repeats a still picture as it is, so that only blocks that the film renewed say anything of when.
 */
import { areaScale, atLevels, type Box, mappedBox } from './affine.ts'
import { type FilmView, viewOf } from './compare.ts'
import type { Pairing } from './pairing.ts'
import { viewUnits } from './picture-kernels.ts'
import type { Rest } from './rests.ts'
import { softened, TileBasis } from './tiles.ts'
import type { PairingAt } from './time-search.ts'

/** A frame of film that renewed some of its blocks, and how well what it renewed them with goes with each frame of the recording. */
export interface Renewal {
  readonly frame: number
  /** Natural logarithms of likelihood, for the frames of the recording in the order they were asked for; 0 where nothing goes together. */
  readonly likelihoods: Float32Array
}

const blockBits = 3
const block = 1 << blockBits
const area = block * block
/** Mean square by which a block that is coded again differs from the one before. */
const renewed = 0.15
const fewestBlocks = 1
/** What tells: noise, to be looked for at full size, or what moves. */
export type Telling = 'still' | 'moving'
/** Of the film: frames looked at, and blocks held against the recording. */
const limits = {
  still: { coarser: 0, mostFrames: 400, mostBlocks: 16_000 },
  moving: { coarser: 1, mostFrames: 24, mostBlocks: 2000 },
} as const satisfies Record<Telling, unknown>
/** More than that is another thing than what the camera shows otherwise; it must not decide alone. */
const mostDeviation = 12
/** Neighbouring pixels err alike after coding: so many count as one. */
const alike = 8
/** Film frames before, whose picture coding carries on: what is left of them says when they were shown, not this one. */
const carried = [1, 14]
/** Frames of the recording from which its mean is taken. */
const mostMeant = 96
const mostViews = 20
/** Change of contrast from frame to frame in a fade: a second and a half of one. And blocks of which one is looked at for it. */
const fadeStep = 0.02
const sparsely = 3
const mostDrawn = 40
/** How a recording's own coding gets better and worse over time, which is how a film's coding looks too. */
const drifts = 2
const rounds = 10
/** Variance of a pixel in which nothing moves. */
const stillVariance = 9

/**
 * `times` are frames of the recording, `rests` where the film holds one frame, `except` parts of the film's picture (pixels of level 0) that show something
 * else. What moves is seen at half the size, which noise is not. None where nothing of the stretch was renewed.
 */
export function renewalsOf(
  pairingAt: PairingAt,
  from: number,
  to: number,
  times: Int32Array,
  what: Telling = 'still',
  rests: readonly Rest[] = [],
  except: readonly Box[] = [],
): readonly Renewal[] {
  const look = new Look(pairingAt, from, times, what, except)
  const step = Math.max(1, Math.ceil((to - from) / limits[what].mostFrames))
  const found: { frame: number; blocks: Int32Array }[] = []
  for (let frame = from; frame < to; frame += step) {
    if (rests.some(each => frame >= each.from && frame < each.to)) continue
    const blocks = look.renewedAt(frame)
    if (blocks.length >= fewestBlocks && !look.isFadingAt(frame, from, to)) found.push({ frame, blocks })
  }
  const total = found.reduce((sum, { blocks }) => sum + blocks.length, 0)
  const every = Math.max(1, Math.ceil(total / limits[what].mostBlocks))
  const taken = [
    ...found.filter((_, n) => n % every === 0).map(({ frame, blocks }) => look.innovationAt(frame, blocks)),
    ...rests.map(each => look.innovationOver(each)),
  ].sort((one, two) => one.frame - two.frame)
  const likelihoods = taken.map(() => new Float32Array(times.length))
  for (const [n, time] of times.entries()) {
    const deviation = look.deviationAt(time)
    const squares = squaresOf(deviation, look.width)
    for (const [k, each] of taken.entries())
      (likelihoods[k] as Float32Array)[n] = likelihoodOf(each, deviation, squares, look.width)
  }
  return taken.map(({ frame }, k) => ({ frame, likelihoods: likelihoods[k] as Float32Array }))
}

/** What a frame of film was renewed with, as far as neither the camera's mean nor the film's frames before tell it. */
interface Innovation {
  readonly frame: number
  readonly blocks: Int32Array
  readonly values: Float32Array
  readonly square: number
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

/** The correlation of the two, as the gain in likelihood over their having nothing to do with each other. */
function likelihoodOf(
  { blocks, values, square }: Innovation,
  deviation: Float32Array,
  squares: Float64Array,
  width: number,
): number {
  const across = Math.ceil(width / block)
  let [both, own] = [0, 0]
  for (let n = 0, from = 0; n < blocks.length; n++) {
    const first = blocks[n] as number
    const left = first % width
    own += squares[(((first - left) / width) >> blockBits) * across + (left >> blockBits)] as number
    for (let y = 0, at = first; y < block; y++, at += width)
      for (let x = at; x < at + block; x++, from++)
        both += (deviation[x] as number) * (values[from] as number)
  }
  if (both <= 0 || own < 1e-6 || square < 1e-6) return 0
  const share = Math.min(0.98, (both * both) / (own * square))
  return (-0.5 * blocks.length * area * Math.log(1 - share)) / alike
}

class Look {
  readonly width: number
  readonly #height: number
  readonly #pairingAt: PairingAt
  readonly #raw: Pairing['raw']
  readonly #rawLevel: number
  readonly #filmLevel: number
  readonly #mean: Float32Array
  readonly #basis: TileBasis
  readonly #except: readonly Box[]
  readonly #contrasts = new Map<number, number>()
  readonly #views = new Map<number, FilmView>()

  constructor(pairingAt: PairingAt, from: number, times: Int32Array, what: Telling, except: readonly Box[]) {
    this.#except = except
    const { raw, map } = pairingAt(from)
    this.#pairingAt = pairingAt
    this.#raw = raw
    const halvings = Math.round(Math.log2(1 / Math.sqrt(Math.abs(areaScale(map)))))
    this.#rawLevel = Math.max(0, Math.min(2, halvings)) + limits[what].coarser
    this.#filmLevel = Math.max(0, Math.min(2, -halvings)) + limits[what].coarser
    this.width = raw.width(this.#rawLevel)
    this.#height = raw.height(this.#rawLevel)
    const size = this.width * this.#height
    const meant = spread(times, mostMeant)
    const [sum, square] = [new Float32Array(size), new Float32Array(size)]
    for (const time of meant) {
      const frame = raw.at(time, this.#rawLevel)
      for (let n = 0; n < size; n++) {
        const value = frame[n] as number
        sum[n] = (sum[n] as number) + value
        square[n] = (square[n] as number) + value * value
      }
    }
    this.#mean = sum.map(value => value / meant.length)
    const near = softened(this.#mean, this.width, this.#height, 1)
    const far = softened(near, this.width, this.#height, 3)
    // Brightness, contrast, and detail of two sizes that coding takes away: anything made of these is no news.
    const still = new TileBasis(
      [
        new Float32Array(size).fill(1),
        this.#mean,
        this.#mean.map((value, n) => value - (near[n] as number)),
        near.map((value, n) => value - (far[n] as number)),
      ],
      this.width,
      this.#height,
    )
    const isStill = square.map((value, n) =>
      value / meant.length - (this.#mean[n] as number) ** 2 < stillVariance ? 1 : 0,
    )
    this.#basis = still.with(this.#driftsOf(still, isStill, spread(times, mostDrawn)))
  }

  /** What a frame of the recording has that its mean has not. */
  deviationAt(time: number): Float32Array {
    return clipped(this.#basis.rest(this.#differenceAt(time)))
  }

  renewedAt(frame: number): Int32Array {
    const here = this.#view(frame)
    if (frame === 0) return here.blocks
    const before = this.#view(frame - 1)
    const wasInside = new Set(before.blocks)
    return here.blocks.filter(at => {
      if (!wasInside.has(at)) return false
      let sum = 0
      for (let y = 0, line = at; y < block; y++, line += this.width)
        for (let n = line; n < line + block; n++)
          sum += ((here.data[n] as number) - (before.data[n] as number)) ** 2
      return sum > renewed * area * viewUnits ** 2
    })
  }

  /** Whether the picture grows out of another or goes over into it: what a frame has of its own is then the fade's doing, and foretold from later frames. */
  isFadingAt(frame: number, from: number, to: number): boolean {
    const steps = [-2, -1, 0, 1].map(n =>
      frame + n < from || frame + n + 1 >= to
        ? 0
        : this.#contrastAt(frame + n + 1) - this.#contrastAt(frame + n),
    )
    const isRamp = (one: number, two: number) =>
      one * two > 0 && Math.min(Math.abs(one), Math.abs(two)) > fadeStep
    return steps.slice(1).some((step, n) => isRamp(steps[n] as number, step))
  }

  /** How much of the recording's mean a frame of film shows. */
  #contrastAt(frame: number): number {
    const known = this.#contrasts.get(frame)
    if (known !== undefined) return known
    const { data, blocks } = this.#view(frame)
    let [count, sum, meant, both, square] = [0, 0, 0, 0, 0]
    for (let n = 0; n < blocks.length; n += sparsely)
      for (let y = 0, line = blocks[n] as number; y < block; y += 2, line += 2 * this.width)
        for (let at = line; at < line + block; at += 2) {
          const [value, mean] = [data[at] as number, this.#mean[at] as number]
          count++
          sum += value
          meant += mean
          both += value * mean
          square += mean * mean
        }
    const spread = square - meant ** 2 / Math.max(1, count)
    const contrast = (both - (sum * meant) / Math.max(1, count)) / Math.max(1, spread) / viewUnits
    this.#contrasts.set(frame, contrast)
    return contrast
  }

  innovationAt(frame: number, blocks: Int32Array): Innovation {
    return this.#innovation(
      frame,
      frame,
      blocks,
      carried.flatMap(each => (frame >= each ? [frame - each] : [])),
    )
  }

  /** Of one frame that is held: all of the picture as it is coded at last says when its first frame is from. */
  innovationOver({ from, to }: Rest): Innovation {
    const last = to - 2
    return this.#innovation(from, last, this.#view(last).blocks, from > 0 ? [from - 1] : [])
  }

  #innovation(frame: number, shown: number, blocks: Int32Array, earlier: readonly number[]): Innovation {
    const before = earlier.map(each => this.#basis.rest(this.#filled(each)))
    const rest = this.#basis.with(before).rest(this.#filled(shown))
    const values = new Float32Array(blocks.length * area)
    let square = 0
    for (let n = 0, to = 0; n < blocks.length; n++)
      for (let y = 0, at = blocks[n] as number; y < block; y++, at += this.width)
        for (let x = at; x < at + block; x++, to++) {
          const value = Math.max(-mostDeviation, Math.min(mostDeviation, rest[x] as number))
          values[to] = value
          square += value * value
        }
    return { frame, blocks, values, square }
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
    const frame = this.#raw.at(time, this.#rawLevel)
    const mean = this.#mean
    const out = new Float32Array(mean.length)
    for (let n = 0; n < out.length; n++) out[n] = (frame[n] as number) - (mean[n] as number)
    return out
  }

  /** The film's frame on the recording's grid; the recording's mean where the film does not reach. */
  #filled(frame: number): Float32Array {
    const { data, blocks } = this.#view(frame)
    const out = this.#mean.slice()
    for (const at of blocks)
      for (let y = 0, line = at; y < block; y++, line += this.width)
        for (let n = line; n < line + block; n++) out[n] = (data[n] as number) / viewUnits
    return out
  }

  /** The film's frame on the recording's grid; the last ones are kept, for each is asked for as itself, as the one before and as one that is carried. */
  #view(frame: number): FilmView {
    const known = this.#views.get(frame)
    if (known) return known
    const view = this.#viewAt(frame)
    this.#views.set(frame, view)
    for (const oldest of this.#views.keys()) {
      if (this.#views.size <= mostViews) break
      this.#views.delete(oldest)
    }
    return view
  }

  #viewAt(frame: number): FilmView {
    const { film, map, box } = this.#pairingAt(frame)
    const s = 2 ** this.#filmLevel
    const toLevels = atLevels(map, this.#rawLevel, this.#filmLevel)
    const view = viewOf(film.kernels, {
      film: film.at(frame, this.#filmLevel),
      filmGrid: { width: film.width(this.#filmLevel), height: film.height(this.#filmLevel) },
      rawGrid: { width: this.width, height: this.#height },
      map: toLevels,
      inside: [box[0] / s, box[1] / s, (box[0] + box[2]) / s, (box[1] + box[3]) / s],
    })
    if (this.#except.length === 0) return view
    const isBeside = (at: number) => {
      const shown = mappedBox(toLevels, [at % this.width, Math.floor(at / this.width), block, block])
      return this.#except.every(each => !overlaps(shown, each.map(side => side / s) as unknown as Box))
    }
    return { ...view, blocks: view.blocks.filter(isBeside) }
  }
}

function spread(times: Int32Array, most: number): Int32Array {
  const count = Math.min(most, times.length)
  return Int32Array.from(
    { length: count },
    (_, n) => times[Math.floor(((n + 0.5) * times.length) / count)] as number,
  )
}

/** In place. */
function clipped(values: Float32Array): Float32Array {
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

function overlaps([x, y, w, h]: Box, [left, top, width, height]: Box): boolean {
  return x < left + width && left < x + w && y < top + height && top < y + h
}
