import type { BlockLevels } from './block-levels.ts'
import { type LevelLoops, meanBlocks, plainLevelLoops } from './level-loops.ts'

/** How many blocks of 1 ms one number of a course stands for. */
export const courseBlocks = 50

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
  readonly #loops: LevelLoops

  constructor(loops: LevelLoops = plainLevelLoops()) {
    this.#loops = loops
  }

  /** Blocks `from` up to `to` of `levels`; what lies before them is held there too, if it is any of the recording. */
  add(levels: BlockLevels, from: number, to: number): void {
    const before = this.#blocks
    const last = Math.floor((before + to - from) / courseBlocks)
    if (last >= this.#sharp.length) {
      this.#sharp = grown(this.#sharp, last)
      this.#plain = grown(this.#plain, last)
    }
    const course = { sharp: this.#sharp, plain: this.#plain }
    // A mean counts where its first block lies.
    const past = meanBlocks - 1
    for (let end = Math.max(from, from + past - before); end < to; ) {
      const place = Math.floor((before + end - from - past) / courseBlocks)
      const next = Math.min(to, (place + 1) * courseBlocks - before + from + past)
      this.#loops.lift(levels, end, next, course, place)
      end = next
    }
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
