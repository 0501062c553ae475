/**
 * Which frame of a camera that stands still a frame of film shows, told by how the camera's frames differ from their mean: by what moves, by
 * noise, and by what coding left. Coding repeats a still picture as it is, so that only blocks that the film renewed say anything of when.
 */
import { areaScale, atLevels, type Box, mappedBox } from './affine.ts'
import {
  blockBits,
  type CameraDeviations,
  clipped,
  type Deviation,
  deviationsOf,
  deviationUnits,
} from './camera-deviations.ts'
import { type FilmView, viewOf } from './compare.ts'
import { type Levelled, levelled, levelledOf, toldByLevels } from './levelled.ts'
import { viewUnits } from './picture-kernels.ts'
import type { Rest } from './rests.ts'
import { tileBits } from './tiles.ts'
import type { PairingAt } from './time-search.ts'

/** A frame of film that renewed some of its blocks, and how well what it renewed them with goes with each frame of the recording. */
export interface Renewal {
  readonly frame: number
  /** Natural logarithms of likelihood, for the frames of the recording in the order they were asked for; 0 where nothing goes together. */
  readonly likelihoods: Float32Array
}

const block = 1 << blockBits
const area = block * block
/** Mean square by which a block that is coded again differs from the one before. */
const renewed = 0.15
const fewestBlocks = 1
/** What tells: noise, to be looked for at full size, what moves, or what recordings of one camera have each for itself. */
export type Telling = 'still' | 'moving' | 'whose'
/** Of the film: frames looked at, and blocks held against the recording. */
const limits = {
  still: { coarser: 0, mostFrames: 400, mostBlocks: 16_000 },
  moving: { coarser: 1, mostFrames: 24, mostBlocks: 2000 },
  whose: { coarser: 0, mostFrames: 100, mostBlocks: 5000 },
} as const satisfies Record<Telling, unknown>
/** Neighbouring pixels err alike after coding: so many count as one. */
const alike = 8
/** Film frames before, whose picture coding carries on: what is left of them says when they were shown, not this one. */
const carried = [3, 14]
const mostViews = 20
/** As far back as what coding carries on is asked for again. */
const mostRests = 16
/** Change of contrast from frame to frame in a fade: a second and a half of one. And blocks of which one is looked at for it. */
const fadeStep = 0.02
const sparsely = 3

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
  const told = found.filter((_, n) => n % every === 0)
  return what === 'moving' ? innovationsTold(look, told, times) : levelsTold(look, told, rests, times)
}

interface Found {
  readonly frame: number
  readonly blocks: Int32Array
}

/** One frame that is held has been coded until nothing of it was left to renew: it speaks for all that come after. */
const hardlyStrange = 1e-12

/**
 * Of a still scene: what the blocks that were renewed show, and what one frame that is held shows at last. Levels are not late, but what coding carries on in
 * parts of a block speaks for earlier times; correlation, from which that is taken out, is late. A little of it, as loud as it is too sure of itself, outweighs that.
 */
function levelsTold(
  look: Look,
  found: readonly Found[],
  rests: readonly Rest[],
  times: Int32Array,
): readonly Renewal[] {
  const taken = [
    ...found.map(({ frame, blocks }) => ({
      ...{ frame, lost: undefined },
      shown: look.levelsAt(frame, blocks),
      news: look.innovationAt(frame, blocks),
    })),
    ...rests.map(each => ({
      ...{ frame: each.from, lost: hardlyStrange },
      shown: look.levelsOver(each),
      news: look.innovationOver(each),
    })),
  ].sort((one, two) => one.frame - two.frame)
  const levels = taken.map(() => new Float64Array(times.length))
  const renewed = taken.map(() => new Float32Array(times.length))
  for (const [n, time] of times.entries()) {
    const deviation = look.camera.at(time)
    for (const [k, { shown, news }] of taken.entries()) {
      ;(levels[k] as Float64Array)[n] = levelled(shown, deviation, look.width)
      ;(renewed[k] as Float32Array)[n] = spokenBy(likelihoodOf(news, deviation, look.width))
    }
  }
  const isWhole = times.length > 1 && times[1] === (times[0] as number) + 1
  return taken.map(({ frame, lost }, k) => {
    const more = isWhole ? foretold(renewed[k] as Float32Array, look.framesPerFrame) : renewed[k]
    const likelihoods = toldByLevels(levels[k] as Float64Array, lost)
    return { frame, likelihoods: likelihoods.map((told, n) => told + ofInnovation * (more?.[n] ?? 0)) }
  })
}

const ofInnovation = 0.1

/**
 * Coding foretells frames from a later one (B-frames), up to so many frames ahead: what they are renewed with is then of that frame's time, and counts for
 * this much of it. Seen at CRF 25: four frames in a row went with the recording's frame of the fifth.
 */
const farthestAhead = 4
const leaked = 0.85

function foretold(likelihoods: Float32Array, framesPerFrame: number): Float32Array {
  const out = likelihoods.slice()
  for (let ahead = 1; ahead <= farthestAhead; ahead++) {
    const move = Math.round(ahead * framesPerFrame)
    for (let at = 0; at + move < out.length; at++)
      out[at] = Math.max(out[at] as number, leaked * (likelihoods[at + move] as number))
  }
  return out
}

/** Of what moves. */
function innovationsTold(look: Look, found: readonly Found[], times: Int32Array): readonly Renewal[] {
  const taken = found.map(({ frame, blocks }) => look.innovationAt(frame, blocks))
  const likelihoods = taken.map(() => new Float32Array(times.length))
  for (const [n, time] of times.entries()) {
    putLikelihoods(taken, look.camera.at(time), look.width, likelihoods, n)
  }
  return taken.map(({ frame }, k) => ({ frame, likelihoods: likelihoods[k] as Float32Array }))
}

function putLikelihoods(
  taken: readonly Innovation[],
  deviation: Deviation,
  width: number,
  out: readonly Float32Array[],
  n: number,
): void {
  for (let k = 0; k < taken.length; k++)
    (out[k] as Float32Array)[n] = likelihoodOf(taken[k] as Innovation, deviation, width)
}

/** What a frame of film was renewed with, as far as neither the camera's mean nor the film's frames before tell it. */
interface Innovation {
  readonly frame: number
  /** Tile by tile, as in `ends`: how many of the blocks are those of the tiles up to each. */
  readonly blocks: Int32Array
  readonly ends: readonly number[]
  readonly values: Float32Array
  readonly square: number
  /** What the film's frames before had there: at right angles to each other and of length 1 in each tile. */
  readonly before: readonly Float32Array[]
}

/**
 * The correlation of the two, as the gain in likelihood over their having nothing to do with each other. What the film had before is taken out of both (partial
 * correlation): what is left of a slow change once its last state is taken out goes better with the change as it is much later than with its next state whole.
 */
function likelihoodOf(
  { blocks, ends, values, square, before: [one, two] }: Innovation,
  { values: deviation, squares }: Deviation,
  width: number,
): number {
  const across = Math.ceil(width / block)
  let both = 0
  let own = 0
  for (let tile = 0, n = 0; tile < ends.length; tile++) {
    products[0] = both
    products[1] = 0
    products[2] = 0
    for (; n < (ends[tile] as number); n++) {
      const begin = blocks[n] as number
      const left = begin % width
      own += squares[(((begin - left) / width) >> blockBits) * across + (left >> blockBits)] as number
      addProducts(deviation, begin, width, values, one ?? values, two ?? values, n * area)
    }
    both = products[0] as number
    const first = one ? (products[1] as number) : 0
    const second = two ? (products[2] as number) : 0
    own -= (first * first + second * second) / deviationUnits ** 2
  }
  both /= deviationUnits
  if (both <= 0 || own < 1e-6 || square < 1e-6) return 0
  const share = Math.min(0.98, (both * both) / (own * square))
  return (-0.5 * blocks.length * area * Math.log(1 - share)) / alike
}

/** Of what a picture has with what a frame was renewed with, and with what two frames before it had. */
const products = new Float64Array(3)

/** Adds the products of a block of a picture with what was gathered of others, pixel by pixel: of all three at once, which do not wait for each other. */
function addProducts(
  picture: Deviation['values'],
  begin: number,
  width: number,
  values: Float32Array,
  one: Float32Array,
  two: Float32Array,
  from: number,
): void {
  let all = products[0] as number
  let first = products[1] as number
  let second = products[2] as number
  for (let y = 0, at = begin, n = from; y < block; y++, at += width)
    for (let x = at; x < at + block; x++, n++) {
      const value = picture[x] as number
      all += value * (values[n] as number)
      first += value * (one[n] as number)
      second += value * (two[n] as number)
    }
  products[0] = all
  products[1] = first
  products[2] = second
}

/**
 * What one frame may speak for a time. Its blocks do not err each by itself: what moves is coded blurred, or foretold from another frame, in all of them. One frame of
 * a film spoke with e to the 540 for a time a hundred frames beside the true one, for which it spoke with e to the 322.
 */
function spokenBy(likelihood: number): number {
  return sureOfOne * Math.log1p(likelihood / sureOfOne)
}

const sureOfOne = 60

/** A picture out of some of whose tiles, by their places in the basis, what others tell of it has been taken. */
interface PartlyTakenOut {
  readonly picture: Float32Array
  readonly done: ReadonlySet<number>
}

class Look {
  readonly camera: CameraDeviations
  readonly width: number
  /** Frames of the recording that a frame of film lasts. */
  readonly framesPerFrame: number
  readonly #pairingAt: PairingAt
  readonly #filmLevel: number
  readonly #except: readonly Box[]
  readonly #contrasts = new Map<number, number>()
  readonly #views = new Map<number, FilmView>()
  readonly #rests = new Map<number, PartlyTakenOut>()

  constructor(pairingAt: PairingAt, from: number, times: Int32Array, what: Telling, except: readonly Box[]) {
    this.#except = except
    const { raw, map } = pairingAt(from)
    this.#pairingAt = pairingAt
    const halvings = Math.round(Math.log2(1 / Math.sqrt(Math.abs(areaScale(map)))))
    this.#filmLevel = Math.max(0, Math.min(2, -halvings)) + limits[what].coarser
    this.camera = deviationsOf(raw, Math.max(0, Math.min(2, halvings)) + limits[what].coarser, times)
    this.width = this.camera.width
    const { film } = pairingAt(from)
    this.framesPerFrame = film.frameSeconds / raw.frameSeconds
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
    let count = 0
    let sum = 0
    let meant = 0
    let both = 0
    let square = 0
    for (let n = 0; n < blocks.length; n += sparsely)
      for (let y = 0, line = blocks[n] as number; y < block; y += 2, line += 2 * this.width)
        for (let at = line; at < line + block; at += 2) {
          const value = data[at] as number
          const mean = this.camera.mean[at] as number
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

  levelsAt(frame: number, blocks: Int32Array): Levelled {
    return this.#levels(frame, blocks)
  }

  levelsOver({ to }: Rest): Levelled {
    return this.#levels(to - 2, this.#view(to - 2).blocks)
  }

  #levels(frame: number, blocks: Int32Array): Levelled {
    const tiles = [...new Set(Array.from(blocks, at => this.#tileOf(at)))]
    return levelledOf(blocks, clipped(this.#gathered(this.#restAt(frame, tiles), blocks)))
  }

  #innovation(
    frame: number,
    shown: number,
    renewedBlocks: Int32Array,
    earlier: readonly number[],
  ): Innovation {
    const blocks = renewedBlocks.toSorted((one, two) => this.#tileOf(one) - this.#tileOf(two) || one - two)
    const ends: number[] = []
    for (let n = 1; n <= blocks.length; n++)
      if (n === blocks.length || this.#tileOf(blocks[n] as number) !== this.#tileOf(blocks[n - 1] as number))
        ends.push(n)
    const tiles = [...new Set(Array.from(blocks, at => this.#tileOf(at)))]
    const values = this.#gathered(this.#restAt(shown, tiles), blocks)
    const before: Float32Array[] = []
    for (const each of earlier) {
      const had = this.#gathered(this.#restAt(each, tiles), blocks)
      for (const other of before) takeOut(had, other, ends)
      toLengthOne(had, ends)
      before.push(had)
    }
    for (const each of before) takeOut(values, each, ends)
    clipped(values)
    return { frame, blocks, ends, values, square: product(values, values), before }
  }

  #tileOf(at: number): number {
    const x = at % this.width
    const across = ((this.width - 1) >> tileBits) + 1
    return (((at - x) / this.width) >> tileBits) * across + (x >> tileBits)
  }

  /** What the recording does not tell of a frame of film, in some tiles at least; kept, for later frames ask for it as what was there before. */
  #restAt(frame: number, tiles: readonly number[]): Float32Array {
    const known = this.#rests.get(frame)
    const { picture, done } = known ?? { picture: this.#filled(frame), done: new Set<number>() }
    const left = tiles.filter(each => !done.has(each))
    if (left.length === 0) return picture
    const rest = this.camera.basis.restIn(picture, left)
    this.#rests.set(frame, { picture: rest, done: new Set([...done, ...left]) })
    for (const oldest of this.#rests.keys()) {
      if (this.#rests.size <= mostRests) break
      this.#rests.delete(oldest)
    }
    return rest
  }

  #gathered(picture: Float32Array, blocks: Int32Array): Float32Array {
    const out = new Float32Array(blocks.length * area)
    for (let n = 0, to = 0; n < blocks.length; n++)
      for (let y = 0, at = blocks[n] as number; y < block; y++, at += this.width, to += block)
        out.set(picture.subarray(at, at + block), to)
    return out
  }

  /** The film's frame on the recording's grid; the recording's mean where the film does not reach. */
  #filled(frame: number): Float32Array {
    const { data, blocks } = this.#view(frame)
    const out = this.camera.mean.slice()
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
    const toLevels = atLevels(map, this.camera.level, this.#filmLevel)
    const view = viewOf(film.kernels, {
      film: film.at(frame, this.#filmLevel),
      filmGrid: { width: film.width(this.#filmLevel), height: film.height(this.#filmLevel) },
      rawGrid: { width: this.width, height: this.camera.height },
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

/** In place, tile by tile. */
function takeOut(values: Float32Array, part: Float32Array, ends: readonly number[]): void {
  for (const [tile, end] of ends.entries()) {
    const [from, to] = [(ends[tile - 1] ?? 0) * area, end * area]
    let share = 0
    for (let n = from; n < to; n++) share += (values[n] as number) * (part[n] as number)
    for (let n = from; n < to; n++) values[n] = (values[n] as number) - share * (part[n] as number)
  }
}

/** In place, tile by tile: nothing where there is next to nothing. */
function toLengthOne(values: Float32Array, ends: readonly number[]): void {
  for (const [tile, end] of ends.entries()) {
    const [from, to] = [(ends[tile - 1] ?? 0) * area, end * area]
    let square = 0
    for (let n = from; n < to; n++) square += (values[n] as number) ** 2
    const scale = square > 1e-3 ? 1 / Math.sqrt(square) : 0
    for (let n = from; n < to; n++) values[n] = (values[n] as number) * scale
  }
}

function product(one: Float32Array, two: Float32Array): number {
  let sum = 0
  for (let n = 0; n < one.length; n++) sum += (one[n] as number) * (two[n] as number)
  return sum
}

function overlaps([x, y, w, h]: Box, [left, top, width, height]: Box): boolean {
  return x < left + width && left < x + w && y < top + height && top < y + h
}
