import { type PictureKernels, plainKernels } from './picture-kernels.ts'

/** Small pictures of a film or recording. Nothing here knows where they come from; the caller may keep them on a disk. */
export interface Pictures {
  /** Of the detail pictures, in pixels; both even. */
  readonly width: number
  readonly height: number
  readonly count: number
  /** Seconds on the file's own clock: when each frame begins, and when the last one ends (count + 1 values). */
  readonly times: Float64Array
  /** Luma of one frame, width · height bytes. The array is not changed later. */
  luma(frame: number): Uint8Array
  /** Chroma of one frame: a plane of U and one of V, each of half the width and height, 128 where it is grey. */
  colour(frame: number): Uint8Array
  /** Of the file's own pictures, for telling places in its pixels. */
  readonly fullWidth: number
  readonly fullHeight: number
  /** All of them lie in memory: then keeping one costs nothing, and its halves are kept too, a third as much again. */
  readonly areHeld?: boolean
  /** What works on them; plain loops where none are given. */
  readonly kernels?: PictureKernels
}

/** Of mixtures of a recording's frames. */
const mostMixedBytes = 6e6

/** Pictures at halves of their size, kept while they are being looked at. Level 0 is the detail picture itself. */
export class Levels {
  readonly pictures: Pictures
  // Its own, as they are asked for all the time: pictures are of several makes, and what is compiled for one has to be compiled again for the next.
  readonly count: number
  readonly times: Float64Array
  readonly #width: number
  readonly #height: number
  readonly #kept: Map<number, Uint8Array>[] = [new Map(), new Map(), new Map(), new Map()]
  readonly #mixed = new Map<number, Uint8Array>()
  #mixedBytes = 0
  readonly #most: readonly number[]
  readonly #framesPerSecond: number

  /** `bytes` is about how much is kept in memory; what is not is made again when it is asked for. */
  constructor(pictures: Pictures, bytes = 24e6) {
    this.pictures = pictures
    this.count = pictures.count
    this.times = pictures.times
    this.#width = pictures.width
    this.#height = pictures.height
    this.#framesPerSecond = 1 / this.frameSeconds
    const size = pictures.width * pictures.height
    // Most is done at half the size: half of the room is for that.
    this.#most = [1 / 4, 1 / 2, 1 / 6, 1 / 12].map((share, level) =>
      pictures.areHeld ? pictures.count : Math.max(24, Math.floor((share * bytes) / (size >> (2 * level)))),
    )
  }

  get kernels(): PictureKernels {
    return this.pictures.kernels ?? plainKernels
  }

  width(level: number): number {
    return this.#width >> level
  }

  height(level: number): number {
    return this.#height >> level
  }

  at(frame: number, level: number): Uint8Array {
    const kept = this.#kept[level] as Map<number, Uint8Array>
    const known = kept.get(frame)
    if (known) return known
    const made =
      level === 0
        ? this.pictures.luma(frame)
        : this.kernels.halved(this.at(frame, level - 1), this.width(level - 1), this.height(level - 1))
    // The oldest goes first: films and recordings are walked through in order.
    const most = this.#most[level] as number
    if (kept.size >= most) {
      let spare = most >> 2
      for (const key of kept.keys()) {
        if (spare-- <= 0) break
        kept.delete(key)
      }
    }
    kept.set(frame, made)
    return made
  }

  /** A frame and the next one mixed, `part` of the next. The same few are asked for again and again, and the last of them are kept. */
  mixed(frame: number, level: number, part: number): Uint8Array {
    const next = Math.round(256 * part)
    const key = (frame * 4 + level) * 512 + next
    const known = this.#mixed.get(key)
    if (known) return known
    const made = blended(this.at(frame, level), this.at(frame + 1, level), next)
    if (this.#mixedBytes + made.length > mostMixedBytes) {
      this.#mixed.clear()
      this.#mixedBytes = 0
    }
    this.#mixed.set(key, made)
    this.#mixedBytes += made.length
    return made
  }

  /** The frame that is current at a time of the file's clock, held to the first and the last. */
  frameAt(seconds: number): number {
    const { times } = this
    let low = 0
    let high = this.count - 1
    // Most recordings run evenly: where the frame would be then is looked at first.
    const even = Math.floor((seconds - (times[0] as number)) * this.#framesPerSecond)
    if (even > 0 && even < high) {
      for (let near = even - 1; near <= even + 1; near++)
        if ((times[near] as number) <= seconds && (times[near + 1] as number) > seconds) return near
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((times[middle] as number) <= seconds) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The middle one of the frames' durations, in seconds. */
  get frameSeconds(): number {
    const { times, count } = this
    return count < 2 ? 1 / 30 : ((times[count] as number) - (times[0] as number)) / count
  }
}

/** Two pictures mixed, `b` parts in 256 of the second. */
function blended(one: Uint8Array, two: Uint8Array, b: number): Uint8Array {
  const a = 256 - b
  const out = new Uint8Array(one.length)
  const areWords = one.byteOffset % 4 === 0 && two.byteOffset % 4 === 0
  const words = areWords ? one.length >> 2 : 0
  if (areWords) {
    const first = new Int32Array(one.buffer, one.byteOffset, words)
    const second = new Int32Array(two.buffer, two.byteOffset, words)
    blendedWords(first, second, a, b, new Int32Array(out.buffer, 0, words))
  }
  for (let n = 4 * words; n < out.length; n++)
    out[n] = (a * (one[n] as number) + b * (two[n] as number) + 128) >> 8
  return out
}

/** Four pixels at once: every other one has sixteen bits to itself. */
function blendedWords(first: Int32Array, second: Int32Array, a: number, b: number, into: Int32Array): void {
  for (let n = 0; n < into.length; n++) {
    const x = first[n] as number
    const y = second[n] as number
    const even = (((Math.imul(x & odds, a) + Math.imul(y & odds, b)) | 0) + halves) | 0
    const odd = (((Math.imul((x >>> 8) & odds, a) + Math.imul((y >>> 8) & odds, b)) | 0) + halves) | 0
    into[n] = ((even >>> 8) & odds) | (odd & ~odds)
  }
}

const odds = 0x00ff00ff
const halves = 0x00800080
