/**
 * Which frame of a camera that stands still a frame of film shows, told by how the camera's frames differ from their mean: by what moves, by
 * noise, and by what coding left. Coding repeats a still picture as it is, so that only blocks that the film renewed say anything of when.
 */
import { areaScale, atLevels, type Box, mappedBox } from './affine.ts'
import { type CameraDeviations, deviationsOf } from './camera-deviations.ts'
import { type FilmView, viewOf } from './compare.ts'
import { inUnits, levelledOf, toldByLevels } from './levelled.ts'
import { blockArea as area, blockSide as block, viewUnits } from './picture-kernels.ts'
import type { Rest } from './rests.ts'
import {
  type Deviation,
  deviationUnits,
  lengthUnits,
  type RenewedBlocks,
  renewedSums,
  type ShownBlocks,
  type TileKernels,
} from './tile-kernels.ts'
import { blockAt, blocksOfTile } from './tile-order.ts'
import type { PairingAt } from './time-search.ts'

/** A frame of film that renewed some of its blocks, and how well what it renewed them with goes with each frame of the recording. */
export interface Renewal {
  readonly frame: number
  /** Natural logarithms of likelihood, for the frames of the recording in the order they were asked for; 0 where nothing goes together. */
  readonly likelihoods: Float32Array
}

/** Mean square by which a block that is coded again differs from the one before. */
const renewed = 0.15
/** And by which it shows something clearly else. */
const clearly = 100
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
  const found: Found[] = []
  for (let frame = from; frame < to; frame += step) {
    if (rests.some(each => frame >= each.from && frame < each.to)) continue
    const blocks = look.renewedAt(frame)
    if (blocks.length < fewestBlocks || look.isFadingAt(frame, from, to)) continue
    const clear = what === 'still' ? look.clearOf(frame, blocks) : none
    if (clear.length > 0 && frame > from && !rests.some(each => each.to === frame)) {
      // What changes clearly had not changed before: coding would not have left it.
      const before = found.at(-1)?.frame === frame - 1 ? found.pop() : undefined
      found.push({
        frame: frame - 1,
        blocks: unionOf(before?.blocks ?? none, clear),
        clear: unionOf(before?.clear ?? none, clear),
      })
    }
    found.push({ frame, blocks, clear })
  }
  const total = found.reduce((sum, { blocks }) => sum + blocks.length, 0)
  const every = Math.max(1, Math.ceil(total / limits[what].mostBlocks))
  const told = found.filter((_, n) => n % every === 0)
  return what === 'moving' ? innovationsTold(look, told, times) : levelsTold(look, told, rests, times)
}

interface Found {
  readonly frame: number
  readonly blocks: Int32Array
  /** Those of them that change clearly where the recording does, too. */
  readonly clear: Int32Array
}

const none = new Int32Array(0)

function unionOf(one: Int32Array, two: Int32Array): Int32Array {
  return Int32Array.from(new Set([...one, ...two]))
}

function without(blocks: Int32Array, some: Int32Array): Int32Array {
  return some.length === 0 ? blocks : blocks.filter(each => !some.includes(each))
}

/** One frame that is held has been coded until nothing of it was left to renew: it speaks for all that come after. */
const hardlyStrange = 1e-12

/**
 * Of a still scene: what the blocks that were renewed show, less what they showed before; and what one frame that is held shows at last. Coding renews a block a
 * little at a time, and carries on what it has: of 50 frames each said of a second before, as what was left of it, what the first of them had said. All
 * together they outweighed what each of them had that was new.
 */
function levelsTold(
  look: Look,
  found: readonly Found[],
  rests: readonly Rest[],
  times: Int32Array,
): readonly Renewal[] {
  const taken = [
    ...found.map(({ frame, blocks, clear }) => ({
      frame,
      lost: undefined,
      shown: look.shownAt(frame, blocks, clear),
      had: frame > 0 ? look.shownAt(frame - 1, without(blocks, clear), none) : null,
    })),
    ...rests.map(each => ({ frame: each.from, lost: hardlyStrange, shown: look.shownOver(each), had: null })),
  ].sort((one, two) => one.frame - two.frame)
  const levels = taken.map(() => new Float64Array(times.length))
  const all = taken.flatMap(({ shown, had }, k) => [
    { k, shown, share: 1 },
    ...(had ? [{ k, shown: had, share: -carriedOn }] : []),
  ])
  const blocks = all.map(({ shown }) => shown)
  eachOf(look, taken.length, times, (deviations, from) => {
    const sums = look.kernels.shown(blocks, deviations)
    let at = 0
    for (const { k, share } of all) {
      const own = levels[k] as Float64Array
      for (let n = from; n < from + deviations.length; n++)
        own[n] = (own[n] as number) + share * (sums[at++] as number)
    }
  })
  const news = new Map(innovationsTold(look, found, times).map(each => [each.frame, each.likelihoods]))
  const isWhole = times.length > 1 && times[1] === (times[0] as number) + 1
  return taken.map(({ frame, lost }, k) => {
    const likelihoods = toldByLevels(levels[k] as Float64Array, lost)
    const renewed = lost === undefined && news.get(frame)?.map(spokenBy)
    if (!renewed) return { frame, likelihoods }
    const more = isWhole ? foretold(renewed, look.framesPerFrame) : renewed
    return { frame, likelihoods: likelihoods.map((told, n) => told + ofInnovation * (more[n] as number)) }
  })
}

/** Of what the frame before speaks for a time, what is taken for having been carried on: most, as not all that is alike is. */
const carriedOn = 0.8

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

/** By correlation: of what moves, and a little of it of still scenes, in which it tells apart what levels leave alike. */
function innovationsTold(look: Look, found: readonly Found[], times: Int32Array): readonly Renewal[] {
  const taken = found.map(({ frame, blocks }) => ({ frame, renewed: look.renewedWith(frame, blocks) }))
  const likelihoods = taken.map(() => new Float32Array(times.length))
  const renewed = taken.map(each => each.renewed)
  eachOf(look, taken.length, times, (deviations, from) => {
    const sums = look.kernels.renewed(renewed, deviations)
    for (let k = 0, at = 0; k < taken.length; k++)
      for (let n = 0; n < deviations.length; n++, at += renewedSums)
        (likelihoods[k] as Float32Array)[from + n] = likelihoodOf(renewed[k] as Renewed, sums, at)
  })
  return taken.map(({ frame }, k) => ({ frame, likelihoods: likelihoods[k] as Float32Array }))
}

interface Renewed extends RenewedBlocks {
  /** Sum of squares of the news, in `deviationUnits`. */
  readonly square: number
}

/** Frames of the recording whose deviations are at hand at once: not all of them need be kept. */
const timesAtOnce = 64

/** Hands over the deviations of some of the times after the other, and which of the times is the first of them. */
function eachOf(
  look: Look,
  count: number,
  times: Int32Array,
  tell: (deviations: readonly Deviation[], from: number) => void,
): void {
  for (let from = 0; from < times.length && count > 0; from += timesAtOnce)
    tell(
      Array.from(times.subarray(from, from + timesAtOnce), time => look.camera.at(time)),
      from,
    )
}

/**
 * The correlation of the two, as the gain in likelihood over their having nothing to do with each other. What the film had before is taken out of both (partial
 * correlation): what is left of a slow change once its last state is taken out goes better with the change as it is much later than with its next state whole.
 */
function likelihoodOf({ blocks, square }: Renewed, sums: Float64Array, at: number): number {
  const both = sums[at] as number
  const own = (sums[at + 1] as number) * deviationUnits ** 2 - (sums[at + 2] as number) / lengthUnits ** 2
  if (both <= 0 || own < leastSquare || square < leastSquare) return 0
  const share = Math.min(0.98, (both * both) / (own * square))
  return (-0.5 * blocks.length * area * Math.log(1 - share)) / alike
}

const leastSquare = 1e-6 * deviationUnits ** 2

/**
 * What one frame may speak for a time. Its blocks do not err each by itself: what moves is coded blurred, or foretold from another frame, in all of them. One frame of
 * a film spoke with e to the 540 for a time a hundred frames beside the true one, for which it spoke with e to the 322.
 */
function spokenBy(likelihood: number): number {
  return sureOfOne * Math.log1p(likelihood / sureOfOne)
}

const sureOfOne = 60

/** What the recording does not tell of a frame of film, in the tiles that were asked for. */
interface Rests {
  readonly picture: Float32Array
  /** 1 for each such tile. */
  readonly isDone: Uint8Array
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
  readonly #rests = new Map<number, Rests>()
  readonly kernels: TileKernels

  constructor(pairingAt: PairingAt, from: number, times: Int32Array, what: Telling, except: readonly Box[]) {
    this.#except = except
    const { raw, map } = pairingAt(from)
    this.#pairingAt = pairingAt
    const halvings = Math.round(Math.log2(1 / Math.sqrt(Math.abs(areaScale(map)))))
    this.#filmLevel = Math.max(0, Math.min(2, -halvings)) + limits[what].coarser
    this.camera = deviationsOf(raw, Math.max(0, Math.min(2, halvings)) + limits[what].coarser, times)
    this.width = this.camera.width
    this.kernels = raw.kernels
    this.framesPerFrame = pairingAt(from).film.frameSeconds / raw.frameSeconds
  }

  renewedAt(frame: number): Int32Array {
    const here = this.#view(frame)
    if (frame === 0) return here.blocks
    const before = this.#view(frame - 1)
    const wasInside = new Set(before.blocks)
    return here.blocks.filter(
      at => wasInside.has(at) && this.#changeOf(here, before, at) > renewed * area * viewUnits ** 2,
    )
  }

  /** Of blocks that a frame renewed those that show something clearly else than before, where something comes and goes in the recording. */
  clearOf(frame: number, blocks: Int32Array): Int32Array {
    if (frame === 0) return none
    const [here, before] = [this.#view(frame), this.#view(frame - 1)]
    return blocks.filter(
      at =>
        this.camera.isChanging[blockAt(this.camera.order, at)] === 1 &&
        this.#changeOf(here, before, at) > clearly * area * viewUnits ** 2,
    )
  }

  #changeOf(here: FilmView, before: FilmView, at: number): number {
    let sum = 0
    for (let y = 0, line = at; y < block; y++, line += this.width)
      for (let n = line; n < line + block; n++)
        sum += ((here.data[n] as number) - (before.data[n] as number)) ** 2
    return sum
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
    const some = blocks.filter((_, n) => n % sparsely === 0)
    const pixels = some.map(at => this.#pixelAt(at))
    const contrast = contrastOf(data, this.width, some, this.camera.mean, pixels)
    this.#contrasts.set(frame, contrast)
    return contrast
  }

  /** What blocks show at a frame, be it one that renewed them or the one before. */
  shownAt(frame: number, blocks: Int32Array, clear: Int32Array): ShownBlocks {
    const places = this.#placesOf(blocks)
    const { tiles } = inTheirTiles(places)
    const isClear = new Set(clear.map(at => blockAt(this.camera.order, at)))
    const values = gathered(this.#restAt(frame, tiles), places)
    return { blocks: places, ...levelledOf(values, n => isClear.has(places[n] as number)) }
  }

  /** Of one frame that is held: all of the picture as it is coded at last says when its first frame is from. */
  shownOver({ to }: Rest): ShownBlocks {
    return this.shownAt(to - 2, this.#view(to - 2).blocks, none)
  }

  /** What the film's frames before had is at right angles to each other and of length 1 in each tile. */
  renewedWith(frame: number, renewedBlocks: Int32Array): Renewed {
    const blocks = this.#placesOf(renewedBlocks)
    const { tiles, perTile } = inTheirTiles(blocks)
    const values = gathered(this.#restAt(frame, tiles), blocks)
    const before: Float32Array[] = []
    for (const each of carried) {
      if (frame < each) continue
      const had = gathered(this.#restAt(frame - each, tiles), blocks)
      for (const other of before) takeOut(had, other, perTile)
      toLengthOne(had, perTile)
      before.push(had)
    }
    for (const each of before) takeOut(values, each, perTile)
    const news = inUnits(values)
    let square = 0
    for (let n = 0; n < news.length; n++) square += (news[n] as number) ** 2
    const [one, two] = before
    return { blocks, perTile, news, before: [lengths(one, news), lengths(two, news)], square }
  }

  #placesOf(blocks: Int32Array): Int32Array {
    return blocks.map(at => blockAt(this.camera.order, at)).sort()
  }

  #pixelAt(at: number): number {
    return area * blockAt(this.camera.order, at)
  }

  /** What the recording does not tell of a frame of film, in some tiles at least; kept, for later frames ask for it as what was there before. */
  #restAt(frame: number, tiles: readonly number[]): Float32Array {
    const { picture, isDone } = this.#rests.get(frame) ?? this.#emptyRests()
    this.#rests.set(frame, { picture, isDone })
    const left = tiles.filter(each => isDone[each] === 0)
    if (left.length === 0) return picture
    this.#fill(frame, left, picture)
    this.camera.takeOutOf(picture, left)
    for (const each of left) isDone[each] = 1
    return picture
  }

  /** The oldest, emptied, where there are enough. */
  #emptyRests(): Rests {
    const { order, mean } = this.camera
    const [oldest] = this.#rests.size < mostRests ? [] : this.#rests
    if (!oldest)
      return { picture: new Float32Array(mean.length), isDone: new Uint8Array(order.across * order.down) }
    const [frame, { picture, isDone }] = oldest
    this.#rests.delete(frame)
    picture.fill(0)
    isDone.fill(0)
    return { picture, isDone }
  }

  /** What the film's frame has on the recording's grid that the recording's mean has not, in some tiles that hold nothing; still nothing where the film does not reach. */
  #fill(frame: number, tiles: readonly number[], out: Float32Array): void {
    const { data, blocks } = this.#view(frame)
    const { mean, order } = this.camera
    const isWanted = new Uint8Array(order.across * order.down)
    for (const each of tiles) isWanted[each] = 1
    for (let n = 0; n < blocks.length; n++) {
      const at = blocks[n] as number
      const place = blockAt(order, at)
      if (isWanted[Math.floor(place / blocksOfTile)] === 1)
        putBlock(data, at, this.width, mean, area * place, out)
    }
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

/** Tiles that blocks in ascending order lie in, and how many in each. */
function inTheirTiles(blocks: Int32Array) {
  const tiles: number[] = []
  const perTile: number[] = []
  for (const each of blocks) {
    const tile = Math.floor(each / blocksOfTile)
    if (tile !== tiles.at(-1)) {
      tiles.push(tile)
      perTile.push(0)
    }
    perTile.push((perTile.pop() as number) + 1)
  }
  return { tiles, perTile }
}

/** How much of a mean a view shows: every other pixel of blocks, which begin at `pixels` of the mean. */
function contrastOf(
  data: Int16Array,
  width: number,
  blocks: Int32Array,
  means: Float32Array,
  pixels: Int32Array,
): number {
  let count = 0
  let sum = 0
  let meant = 0
  let both = 0
  let square = 0
  for (let n = 0; n < blocks.length; n++)
    for (let y = 0, line = blocks[n] as number; y < block; y += 2, line += 2 * width)
      for (let at = line, of = (pixels[n] as number) + y * block; at < line + block; at += 2, of += 2) {
        const value = data[at] as number
        const mean = means[of] as number
        count++
        sum += value
        meant += mean
        both += value * mean
        square += mean * mean
      }
  const spread = square - meant ** 2 / Math.max(1, count)
  return (both - (sum * meant) / Math.max(1, count)) / Math.max(1, spread) / viewUnits
}

/** What a block of a view, in rows, has that a mean has not, to the same place as in the mean. */
function putBlock(
  data: Int16Array,
  at: number,
  width: number,
  mean: Float32Array,
  place: number,
  out: Float32Array,
): void {
  for (let y = 0, line = at, to = place; y < block; y++, line += width)
    for (let n = line; n < line + block; n++, to++)
      out[to] = (data[n] as number) / viewUnits - (mean[to] as number)
}

/** Blocks of a picture, one after the other. */
function gathered(picture: Float32Array, blocks: Int32Array): Float32Array {
  const out = new Float32Array(blocks.length * area)
  for (let n = 0; n < blocks.length; n++) {
    const from = (blocks[n] as number) * area
    out.set(picture.subarray(from, from + area), n * area)
  }
  return out
}

/** In place, tile by tile. */
function takeOut(values: Float32Array, part: Float32Array, perTile: readonly number[]): void {
  let from = 0
  for (const blocks of perTile) {
    const to = from + blocks * area
    let share = 0
    for (let n = from; n < to; n++) share += (values[n] as number) * (part[n] as number)
    for (let n = from; n < to; n++) values[n] = (values[n] as number) - share * (part[n] as number)
    from = to
  }
}

/** In place, tile by tile: nothing where there is next to nothing. */
function toLengthOne(values: Float32Array, perTile: readonly number[]): void {
  let from = 0
  for (const blocks of perTile) {
    const to = from + blocks * area
    let square = 0
    for (let n = from; n < to; n++) square += (values[n] as number) ** 2
    const scale = square > 1e-3 ? 1 / Math.sqrt(square) : 0
    for (let n = from; n < to; n++) values[n] = (values[n] as number) * scale
    from = to
  }
}

/** Values of what has length 1 in `lengthUnits`; nothing as long as others where there are none. */
function lengths(values: Float32Array | undefined, others: Int16Array): Int16Array {
  const out = new Int16Array(others.length)
  if (values) for (let n = 0; n < out.length; n++) out[n] = Math.round((values[n] as number) * lengthUnits)
  return out
}

function overlaps([x, y, w, h]: Box, [left, top, width, height]: Box): boolean {
  return x < left + width && left < x + w && y < top + height && top < y + h
}
