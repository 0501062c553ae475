import type { BlockLevels } from './block-levels.ts'
import { type LevelLoops, plainLevelLoops } from './level-loops.ts'

/** What was heard of the level of a whole recording. Places count samples. */
export interface HeardLevels {
  /** The tenth percentile of levels of 100 ms, in dB of full scale; null where everything is zero. */
  readonly noiseFloorDbfs: number | null
  /** Stretches in which samples stand at full scale: from the first to after the last of them, with how many. */
  readonly clipped: readonly { readonly from: number; readonly to: number; readonly samples: number }[]
}

/** 16-bit samples this far out count as full scale: decoders and converters come to rest up to 0.1 dB below the last number. */
export const fullScaleSample = 32_440
/** So many samples at full scale, or more, within one stretch are clipping; one alone may be a peak that just fits. */
const fewest = 3
/** Stretches nearer than this are one. */
const apartMs = 50
const mostStretches = 2000

/** What the noise floor is told by: levels of so many blocks. */
const floorBlocks = 100
const stepsPerDecibel = 2
const lowestDecibels = -110

/** Takes the blocks of 1 ms of a recording in order. */
export class LevelMeter {
  readonly #block: number
  readonly #histogram = new Uint32Array(-lowestDecibels * stepsPerDecibel + 1)
  readonly #clipped: { from: number; to: number; samples: number }[] = []
  #sum = 0
  #blocks = 0

  readonly #loops: LevelLoops

  constructor(blockSamples: number, loops: LevelLoops = plainLevelLoops()) {
    this.#block = blockSamples
    this.#loops = loops
  }

  /** Blocks `from` up to `to` of `levels`; `samples` are what they were measured on, and begin at sample `origin` of the recording. */
  add(samples: Int16Array, { plain }: BlockLevels, from: number, to: number, origin: number): void {
    // A block without this much power has no sample at full scale.
    const least = 0.99 * ((fullScaleSample / 32_768) ** 2 / this.#block)
    for (let block = from; block < to; ) {
      const end = Math.min(to, block + floorBlocks - this.#blocks)
      const { sum, largest } = this.#loops.added(plain, block, end, this.#sum)
      this.#sum = sum
      this.#blocks += end - block
      if (this.#blocks === floorBlocks) this.#count()
      for (; largest >= least && block < end; block++)
        if ((plain[block] as number) >= least) this.#lookForClipping(samples, block, origin)
      block = end
    }
  }

  finish(): HeardLevels {
    if (this.#blocks > 0) this.#count()
    return {
      noiseFloorDbfs: this.#floor(),
      clipped: this.#clipped.filter(({ samples }) => samples >= fewest),
    }
  }

  #count(): void {
    if (this.#sum > 0) {
      const decibels = 10 * Math.log10(this.#sum / this.#blocks)
      const step = Math.round(
        (Math.max(lowestDecibels, Math.min(0, decibels)) - lowestDecibels) * stepsPerDecibel,
      )
      this.#histogram[step] = (this.#histogram[step] as number) + 1
    }
    this.#sum = 0
    this.#blocks = 0
  }

  #floor(): number | null {
    const total = this.#histogram.reduce((sum, count) => sum + count, 0)
    if (total === 0) return null
    let seen = 0
    let step = 0
    while (seen + (this.#histogram[step] as number) <= total / 10) seen += this.#histogram[step++] as number
    return lowestDecibels + step / stepsPerDecibel
  }

  #lookForClipping(samples: Int16Array, block: number, origin: number): void {
    const end = Math.min(samples.length, (block + 1) * this.#block)
    for (let n = block * this.#block; n < end; n++) {
      if (Math.abs(samples[n] as number) < fullScaleSample) continue
      const at = origin + n
      const last = this.#clipped.at(-1)
      if (last && (at - last.to < apartMs * this.#block || this.#clipped.length >= mostStretches)) {
        last.to = at + 1
        last.samples++
      } else this.#clipped.push({ from: at, to: at + 1, samples: 1 })
    }
  }
}
