/** What a recording is looked up by: small thumbs of its frames, and corners of those that differ. Made once, for any number of films. */
import type { Box } from './affine.ts'
import { type Corners, cornersOf } from './features.ts'
import { Levels, type Pictures } from './pictures.ts'
import { type ThumbBlock, ThumbCollector } from './thumb-block.ts'
import { likeness, thumbOf } from './thumbs.ts'

export interface Fingerprints {
  /** The frames that have a thumb, evenly spread. */
  readonly thumbFrames: Int32Array
  readonly thumbs: ThumbBlock
  /** Those of them, two a second at most, that do not look like one of the last few. */
  readonly cornerFrames: Int32Array
  /** Corners of the n-th of `cornerFrames`; null where they are to be made from the pictures when they are first asked for. */
  readonly corners: ((n: number) => Corners) | null
}

/** Recordings are looked through at this many frames a second for whole pictures, and at one in three of these for parts of them. */
const thumbsPerSecond = 6
const thumbsPerCorners = 3
const alike = 0.97
/** Looks that are remembered. */
const recentLooks = 4

/** Takes the pictures of a recording one after another, while they are decoded. */
export class FingerprintMaker {
  readonly #size: Pick<Pictures, 'width' | 'height' | 'kernels'>
  readonly #step: number
  readonly #hasCorners: boolean
  readonly #thumbs = new ThumbCollector()
  readonly #thumbFrames: number[] = []
  readonly #cornerFrames: number[] = []
  readonly #corners: Corners[] = []
  #recent: readonly Float32Array[] = []
  #last: Uint8Array | null = null
  #count = 0

  /** `frameSeconds` is about how long a frame lasts. Corners are made only where that is asked for. */
  constructor(
    size: Pick<Pictures, 'width' | 'height' | 'kernels'>,
    frameSeconds: number,
    hasCorners: boolean,
  ) {
    this.#size = size
    this.#step = Math.max(1, Math.round(1 / (thumbsPerSecond * frameSeconds)))
    this.#hasCorners = hasCorners
  }

  /** Luma of the next picture; what is needed of it later is copied. */
  add(luma: Uint8Array): void {
    const frame = this.#count++
    const within = frame % this.#step
    if (within === this.#step >> 1) {
      this.#look(frame, luma)
      this.#last = null
    } else if (within < this.#step >> 1) {
      // The end may come before the middle of the last step.
      this.#last ??= new Uint8Array(luma.length)
      this.#last.set(luma.subarray(0, this.#last.length))
    }
  }

  /** The next picture is passed over, of a recording of `count` pictures: false where it is needed. */
  passes(count: number): boolean {
    const isNeeded = this.#count % this.#step === this.#step >> 1 || this.#count >= count - this.#step
    if (!isNeeded) this.#count++
    return !isNeeded
  }

  finish(): Fingerprints {
    if (this.#last) this.#look(this.#count - 1, this.#last)
    this.#last = null
    return {
      thumbFrames: Int32Array.from(this.#thumbFrames),
      thumbs: this.#thumbs.finish(),
      cornerFrames: Int32Array.from(this.#cornerFrames),
      corners: this.#hasCorners ? n => this.#corners[n] as Corners : null,
    }
  }

  #look(frame: number, luma: Uint8Array): void {
    const { width, height } = this.#size
    const picture = onePicture(this.#size, luma)
    const whole: Box = [0, 0, width, height]
    const thumb = thumbOf(picture, 0, whole)
    this.#thumbFrames.push(frame)
    this.#thumbs.add(thumb)
    if (!thumb || this.#thumbFrames.length % thumbsPerCorners !== thumbsPerCorners - 1) return
    // Where a camera stands still one frame has the corners of all.
    if (this.#recent.some(each => likeness(each, thumb) > alike)) return
    this.#recent = [...this.#recent.slice(1 - recentLooks), thumb]
    this.#cornerFrames.push(frame)
    if (this.#hasCorners) this.#corners.push(cornersOf(picture, 0))
  }
}

function onePicture(
  { width, height, kernels }: Pick<Pictures, 'width' | 'height' | 'kernels'>,
  luma: Uint8Array,
): Levels {
  return new Levels({
    ...{ width, height, fullWidth: width, fullHeight: height },
    ...(kernels ? { kernels } : {}),
    count: 1,
    times: Float64Array.of(0, 1),
    luma: () => luma,
    colour: () => new Uint8Array(0),
  })
}

/** Of pictures that are kept already; corners are made when they are asked for. */
export function fingerprintsOf(levels: Levels): Fingerprints {
  const maker = new FingerprintMaker(levels.pictures, levels.frameSeconds, false)
  for (let frame = 0; frame < levels.count; frame++)
    if (!maker.passes(levels.count)) maker.add(levels.at(frame, 0))
  return maker.finish()
}
