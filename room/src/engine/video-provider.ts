import { frameCount } from '@sightline/core/time'
import { FrameCache } from './frame-cache.ts'
import { matchTolerance } from './frame-match.ts'
import type { FrameNeeds, FramePicture, FrameProvider, Heading } from './frame-provider.ts'
import { nextGoal, type Reach } from './reach.ts'
import type { SeekingVideo } from './seeking-video.ts'

export interface VideoParts {
  readonly video: SeekingVideo
  readonly needs: FrameNeeds
  /** The element's time less media time. */
  readonly shiftSeconds: number
  /** Runs what asks something of the video, on its file, when there is room for a request. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
  readonly close: () => void
}

/** Places within a frame's time at which it is sought, one after the other, until the browser presents it. */
const places = [0.5, 0.25, 0.75, 0.9] as const
/** Each picture that is not waited for costs a seek: a step to either side is made ready, and one more. */
const restReach: Reach = { ahead: 2, behind: 2 }
/** In play every frame is another seek, and the next one wanted is not known: pictures are as far apart as seeks take. */
const playReach: Reach = { ahead: 0, behind: 0 }

interface Copied {
  readonly canvas: HTMLCanvasElement
  close(): void
}

/** Frames by seeking a `<video>`: slower than decoding, and as exact. Pictures are copied, so that going back is quick. */
export class VideoProvider implements FrameProvider {
  readonly isSampled = true
  readonly #parts: VideoParts
  readonly #cache = new FrameCache<Copied>(2)
  readonly #failures = new Map<number, string>()
  readonly #toleranceSeconds: number
  #wanted: { readonly index: number; readonly reach: Reach } | null = null
  #isPumping = false
  #isDisposed = false
  #waiters: (() => void)[] = []

  constructor(parts: VideoParts) {
    this.#parts = parts
    this.#toleranceSeconds = matchTolerance(parts.needs.times) / 1e6
    this.setBudget(parts.needs.budgetBytes)
  }

  frame(index: number): FramePicture | null {
    const copied = this.#cache.get(index)
    return copied ? { image: copied.canvas, ...this.#parts.video.size, turn: 0, isMirrored: false } : null
  }

  failure(index: number): string | null {
    return this.#failures.get(index) ?? null
  }

  want(index: number, heading: Heading): void {
    const reach = heading === 0 ? restReach : playReach
    this.#wanted = { index, reach }
    this.#cache.setWindow({ from: index - reach.behind, to: index + reach.ahead })
    this.#pump()
  }

  async ready(index: number): Promise<void> {
    while (!this.#isDisposed && !this.#cache.has(index) && !this.#failures.has(index))
      await new Promise<void>(resolve => this.#waiters.push(resolve))
  }

  setBudget(bytes: number): void {
    const { width, height } = this.#parts.video.size
    // Four bytes a pixel: these are copies, not the decoder's own pictures.
    this.#cache.setCapacity(Math.max(8, Math.min(600, Math.floor(bytes / (4 * width * height)))))
  }

  rest(): void {
    this.#wanted = null
    this.#cache.clear()
  }

  dispose(): void {
    this.#isDisposed = true
    this.rest()
    this.#parts.close()
    this.#tell(-1)
  }

  #pump(): void {
    if (this.#isPumping) return
    this.#isPumping = true
    this.#serveAll().catch((error: unknown) => {
      this.#isPumping = false
      if (!this.#isDisposed)
        this.#parts.needs.onBroken(error instanceof Error ? error.message : String(error))
    })
  }

  async #serveAll(): Promise<void> {
    for (;;) {
      const index = this.#goal()
      if (index === null) {
        this.#isPumping = false
        return
      }
      const failure = await this.#fetch(index)
      if (this.#isDisposed) return
      if (failure !== null) this.#failures.set(index, failure)
      this.#tell(index)
    }
  }

  #goal(): number | null {
    if (!this.#wanted || this.#isDisposed) return null
    return nextGoal({
      ...this.#wanted,
      count: frameCount(this.#parts.needs.times),
      isSettled: each => this.#cache.has(each) || this.#failures.has(each),
      runsNext: null,
      mayRunAhead: this.#parts.needs.mayRunAhead(),
    })
  }

  /** Brings a frame into the cache, or says why it cannot be shown. A browser that gave up on the file is put on it once more. */
  async #fetch(index: number): Promise<string | null> {
    for (const isLast of [false, true]) {
      try {
        return await this.#parts.run(() => this.#sought(index))
      } catch (error) {
        if (this.#isDisposed) return null
        if (isLast) return `decode failed: ${error instanceof Error ? error.message : String(error)}`
      }
    }
    return null
  }

  async #sought(index: number): Promise<string | null> {
    const { video, needs, shiftSeconds } = this.#parts
    const { boundaries } = needs.times
    const [from, to] = [boundaries[index] as number, boundaries[index + 1] as number]
    if (to <= from) return 'another frame claims the same time and is shown in its place'
    const isWanted = (presented: number) =>
      Math.abs(presented - shiftSeconds - from / 1e6) <= this.#toleranceSeconds
    const isThere = () => video.presented !== null && isWanted(video.presented)
    for (const place of places) {
      // What is presented already is not presented again.
      if (!isThere()) await video.seek((from + (to - from) * place) / 1e6 + shiftSeconds, isWanted)
      if (this.#isDisposed) return null
      if (!isThere()) continue
      const canvas = document.createElement('canvas')
      if (!video.copyTo(canvas)) return 'decode failed: the browser gives no canvas to copy the picture to'
      this.#cache.put(index, { canvas, close: () => emptied(canvas) })
      return null
    }
    const told = ((video.presented ?? Number.NaN) - shiftSeconds).toFixed(6)
    return `decode failed: asked for the frame at ${(from / 1e6).toFixed(6)} s, the browser shows that at ${told} s`
  }

  #tell(index: number): void {
    for (const resolve of this.#waiters.splice(0)) resolve()
    if (index >= 0) this.#parts.needs.onChange(index)
  }
}

/** A canvas of no size holds no memory, even before it is collected. */
function emptied(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
