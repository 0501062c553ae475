import type { BlockLevels } from './block-levels.ts'

/** How many blocks of 1 ms one number of a course stands for. */
export const courseBlocks = 50
/** Levels are means of so many blocks, as an onset's is. */
const meanBlocks = 5

/** The loudest 5 ms in each 50 ms of a recording, as power: of its edges and of the sound as it is. */
export interface LevelCourse {
  readonly sharp: Float32Array
  readonly plain: Float32Array
}

/** Takes the blocks of 1 ms of a recording in order. */
export class CourseMeter {
  #sharp: Float32Array = new Float32Array(1024)
  #plain: Float32Array = new Float32Array(1024)
  #blocks = 0

  /** Blocks `from` up to `to` of `levels`; what lies before them is held there too, if it is any of the recording. */
  add({ sharp, plain }: BlockLevels, from: number, to: number): void {
    const last = Math.floor((this.#blocks + to - from) / courseBlocks)
    if (last >= this.#sharp.length) {
      this.#sharp = grown(this.#sharp, last)
      this.#plain = grown(this.#plain, last)
    }
    layLoudest(sharp, from, to, this.#blocks, this.#sharp)
    layLoudest(plain, from, to, this.#blocks, this.#plain)
    this.#blocks += to - from
  }

  finish(): LevelCourse {
    const count = Math.ceil(this.#blocks / courseBlocks)
    return { sharp: this.#sharp.subarray(0, count), plain: this.#plain.subarray(0, count) }
  }
}

function grown(values: Float32Array, last: number): Float32Array {
  const out = new Float32Array(2 * (last + 1))
  out.set(values)
  return out
}

/** A mean counts where its first block lies; `before` blocks of the recording came before the one at `from`. */
function layLoudest(
  levels: Float32Array,
  from: number,
  to: number,
  before: number,
  into: Float32Array,
): void {
  const past = meanBlocks - 1
  for (let end = Math.max(from, from + past - before); end < to; ) {
    const place = Math.floor((before + end - from - past) / courseBlocks)
    const next = Math.min(to, (place + 1) * courseBlocks - before + from + past)
    into[place] = loudestIn(levels, end, next, into[place] as number)
    end = next
  }
}

/** The loudest mean of five that ends in one of the blocks from `first` up to `to`, or `known`. Dividing takes longest, and is done only near the loudest. */
function loudestIn(levels: Float32Array, first: number, to: number, known: number): number {
  let top = known
  let a = levels[first - 4] as number
  let b = levels[first - 3] as number
  let c = levels[first - 2] as number
  let d = levels[first - 1] as number
  for (let end = first; end < to; end++) {
    const e = levels[end] as number
    const sum = a + b + c + d + e
    if (sum > 4.999 * top && sum / meanBlocks > top) top = Math.fround(sum / meanBlocks)
    a = b
    b = c
    c = d
    d = e
  }
  return top
}
