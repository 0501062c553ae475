import {
  type AroundKernels,
  type CornerKernels,
  gradientSums,
  type HalfKernels,
  isUnmoved,
  type LookupKernels,
  type PictureKernels,
  plainKernels,
  type Sampled,
  type Sampling,
  type SeamKernels,
  type TileKernels,
} from '@sightline/core/edits'
import { loadModule } from '../webassembly/words.ts'
import { loadAround } from './around-kernels.ts'
import { loadCorners } from './corner-kernels.ts'
import {
  type FitLight,
  fittedLight,
  fittingBytes,
  gradientSumsOf,
  mostBlocks,
  type SumGradients,
} from './fitting-kernels.ts'
import { loadHalves } from './half-kernels.ts'
import { loadLookups } from './lookup-kernels.ts'
import {
  type CopyBlocks,
  copiedBlocks,
  mapBytes,
  type SampleBlocks,
  sampledBlocks,
} from './sampling-kernels.ts'
import { loadSeams } from './seam-kernels.ts'
import { loadTiles } from './tile-kernels.ts'

/** Small pictures are no larger: others are worked on by plain loops. */
const mostPixels = 1 << 16
/** Vectors are read beyond the last pixel. */
const beyond = 64

/** Where everything lies, in bytes. */
const places = (() => {
  let next = 0
  const room = (bytes: number) => {
    const at = next
    next += Math.ceil((bytes + beyond) / 16) * 16
    return at
  }
  const lists = 4 * (mostBlocks + 2)
  const own = {
    film: room(mostPixels),
    raw: room(mostPixels),
    data: room(2 * mostPixels),
    blocks: room(lists),
    sums: room(lists),
    squares: room(lists),
    rests: room(lists),
    fitting: room(fittingBytes),
    gradients: room(8 * gradientSums * mostBlocks),
    map: room(mapBytes),
    light: room(3 * 8),
  }
  return { ...own, bytes: next }
})()

const one = 1 << 16

/** The inner loops over small pictures by vectors, in one memory: what was worked on last is not copied there again. */
export async function loadPictureKernels(): Promise<PictureKernels> {
  const functions = [sampledBlocks(), copiedBlocks(), fittedLight(), gradientSumsOf()]
  const { memory, exports } = await loadModule(functions, places.bytes)
  const views = new ViewKernels(memory.buffer, exports)
  return {
    ...(await loadLookups()),
    ...(await loadCorners()),
    ...(await loadTiles()),
    ...(await loadAround()),
    ...(await loadSeams()),
    ...(await loadHalves()),
    sampled: of => views.sampled(of),
    passing: of => views.passing(of),
    fitted: (...of) => views.fitted(...of),
    gradients: (...of) => views.gradients(...of),
  }
}

class ViewKernels
  implements
    Omit<
      PictureKernels,
      | keyof LookupKernels
      | keyof CornerKernels
      | keyof TileKernels
      | keyof AroundKernels
      | keyof SeamKernels
      | keyof HalfKernels
    >
{
  readonly #film: Uint8Array
  readonly #raw: Uint8Array
  readonly #data: Int16Array
  readonly #blocks: Int32Array
  readonly #sums: Float32Array
  readonly #squares: Float32Array
  readonly #rests: Float32Array
  readonly #gradients: Float64Array
  readonly #map: Float64Array
  readonly #steps: Int32Array
  readonly #light: Float64Array
  readonly #passing: Sampled
  readonly #sample: SampleBlocks
  readonly #copy: CopyBlocks
  readonly #fit: FitLight
  readonly #sumGradients: SumGradients
  /** Those of as many blocks as were asked about last. */
  #restsOf: Float32Array = new Float32Array(0)
  #lastFilm: Uint8Array | null = null
  #lastRaw: Uint8Array | null = null
  #lastData: Int16Array | null = null
  #lastBlocks: Int32Array | null = null

  constructor(buffer: ArrayBuffer, exports: Readonly<Record<string, unknown>>) {
    this.#film = new Uint8Array(buffer, places.film, mostPixels)
    this.#raw = new Uint8Array(buffer, places.raw, mostPixels)
    this.#data = new Int16Array(buffer, places.data, mostPixels)
    this.#blocks = new Int32Array(buffer, places.blocks, mostBlocks)
    this.#sums = new Float32Array(buffer, places.sums, mostBlocks)
    this.#squares = new Float32Array(buffer, places.squares, mostBlocks)
    this.#rests = new Float32Array(buffer, places.rests, mostBlocks)
    this.#gradients = new Float64Array(buffer, places.gradients, gradientSums * mostBlocks)
    this.#map = new Float64Array(buffer, places.map, 6)
    this.#steps = new Int32Array(buffer, places.map + 48, 16)
    this.#light = new Float64Array(buffer, places.light, 3)
    this.#passing = { data: this.#data, sums: this.#sums, squares: this.#squares }
    this.#sample = exports['sampled'] as SampleBlocks
    this.#copy = exports['copied'] as CopyBlocks
    this.#fit = exports['fitted'] as FitLight
    this.#sumGradients = exports['gradients'] as SumGradients
  }

  sampled(of: Sampling): Sampled {
    if (!hasRoom(of.film, of.rawGrid.width * of.rawGrid.height)) return plainKernels.sampled(of)
    this.#sampled(of)
    const data = this.#data.slice(0, of.rawGrid.width * of.rawGrid.height)
    this.#lastData = data
    const count = of.blocks.length
    return { data, sums: this.#sums.slice(0, count), squares: this.#squares.slice(0, count) }
  }

  passing(of: Sampling): Sampled {
    if (!hasRoom(of.film, of.rawGrid.width * of.rawGrid.height)) return plainKernels.passing(of)
    this.#sampled(of)
    this.#lastData = this.#data
    return this.#passing
  }

  #sampled({ film, filmGrid, rawGrid, map, blocks }: Sampling): void {
    this.#putBlocks(blocks)
    if (blocks.length === 0) return
    if (film !== this.#lastFilm) {
      this.#film.set(film)
      this.#lastFilm = film
    }
    const { data, sums, squares } = places
    if (isUnmoved(map) && rawGrid.width === filmGrid.width && rawGrid.height === filmGrid.height)
      this.#copy(places.film, places.blocks, blocks.length, rawGrid.width, data, sums, squares)
    else {
      this.#putMap(map)
      const [limitX, limitY] = [(filmGrid.width - 1) * one - 1, (filmGrid.height - 1) * one - 1]
      const [from, stride] = [places.film, filmGrid.width]
      const { length } = blocks
      this.#sample(
        from,
        stride,
        limitX,
        limitY,
        places.blocks,
        length,
        rawGrid.width,
        places.map,
        data,
        sums,
        squares,
      )
    }
  }

  #putMap([a, b, c, d, e, f]: Sampling['map']): void {
    const [map, steps] = [this.#map, this.#steps]
    map[0] = a
    map[1] = d
    map[2] = b
    map[3] = e
    map[4] = c
    map[5] = f
    const [stepX, stepY] = [Math.round(a * one), Math.round(d * one)]
    for (let n = 0; n < 4; n++) {
      steps[n] = n * stepX
      steps[4 + n] = n * stepY
      steps[8 + n] = 4 * stepX
      steps[12 + n] = 4 * stepY
    }
  }

  #putBlocks(blocks: Int32Array): void {
    if (blocks === this.#lastBlocks) return
    this.#blocks.set(blocks)
    this.#lastBlocks = blocks
  }

  #putView({ data, sums, squares }: Sampled, blocks: Int32Array, raw: Uint8Array): void {
    this.#putBlocks(blocks)
    if (data !== this.#lastData) {
      this.#data.set(data)
      this.#sums.set(sums)
      this.#squares.set(squares)
      this.#lastData = data
    }
    if (raw === this.#lastRaw) return
    this.#raw.set(raw)
    this.#lastRaw = raw
  }

  fitted(view: Sampled, blocks: Int32Array, width: number, raw: Uint8Array, rests: Float32Array) {
    const count = blocks.length
    if (count === 0 || !this.#holds(view, raw)) return plainKernels.fitted(view, blocks, width, raw, rests)
    this.#putView(view, blocks, raw)
    const { data, sums, squares, fitting, light } = places
    this.#fit(data, places.raw, width, places.blocks, count, sums, squares, places.rests, fitting, light)
    if (this.#restsOf.length !== count) this.#restsOf = this.#rests.subarray(0, count)
    rests.set(this.#restsOf)
    const [gain, lift, usual] = [this.#light[0] as number, this.#light[1] as number, this.#light[2] as number]
    return { gain, lift, usual }
  }

  gradients(view: Sampled, blocks: Int32Array, width: number, raw: Uint8Array): Float64Array {
    if (!this.#holds(view, raw)) return plainKernels.gradients(view, blocks, width, raw)
    this.#putView(view, blocks, raw)
    const count = blocks.length
    if (count > 0) this.#sumGradients(places.data, places.raw, width, places.blocks, count, places.gradients)
    return this.#gradients
  }

  #holds({ data }: Sampled, raw: Uint8Array): boolean {
    return data.length <= mostPixels && raw.length <= mostPixels
  }
}

function hasRoom(film: Uint8Array, pixels: number): boolean {
  return film.length <= mostPixels && pixels <= mostPixels
}
