import { frameCount } from '@sightline/core/time'
import type { EncodedPacketSink } from 'mediabunny'
import { DecodeRun } from './decode-run.ts'
import { FrameCache } from './frame-cache.ts'
import type { FrameMatch } from './frame-match.ts'
import type { FrameNeeds, FramePicture, FrameProvider, Heading } from './frame-provider.ts'
import { PictureDecoder } from './picture-decoder.ts'
import { nextGoal, type Reach, reachOf } from './reach.ts'

export interface WebCodecsParts {
  readonly needs: FrameNeeds
  readonly packets: EncodedPacketSink
  readonly config: VideoDecoderConfig
  /** No picture is stored before one that is shown earlier, as far as was looked. */
  readonly isInOrder: boolean
  readonly match: FrameMatch
  readonly shape: Omit<FramePicture, 'image'>
}

interface Wanted {
  readonly index: number
  readonly heading: Heading
  readonly reach: Reach
}

/**
 * Frames by WebCodecs. A run decodes from a key picture onward and is left standing, not flushed, when it is far enough
 * ahead, so that play never decodes a picture twice. Whatever a run passes on its way stays for the step back.
 */
export class WebCodecsProvider implements FrameProvider {
  readonly #parts: WebCodecsParts
  readonly #cache = new FrameCache<VideoFrame>(8)
  readonly #failures = new Map<number, string>()
  #wanted: Wanted | null = null
  #run: DecodeRun | null = null
  #decoder: PictureDecoder | null = null
  #isPumping = false
  #isDisposed = false
  #mayBeQuick: boolean
  #budgetBytes: number
  #bytesPerFrame: number
  #waiters: (() => void)[] = []

  constructor(parts: WebCodecsParts) {
    this.#parts = parts
    this.#mayBeQuick = parts.isInOrder
    this.#budgetBytes = parts.needs.budgetBytes
    const { codedWidth = parts.shape.width, codedHeight = parts.shape.height } = parts.config
    // Three bytes for two samples (4:2:0, 8 bit), until the first picture tells.
    this.#bytesPerFrame = codedWidth * codedHeight * 1.5
    this.#fitCapacity()
  }

  frame(index: number): FramePicture | null {
    const image = this.#cache.get(index)
    return image ? { image, ...this.#parts.shape } : null
  }

  failure(index: number): string | null {
    return this.#failures.get(index) ?? null
  }

  want(index: number, heading: Heading, framesPerSecond: number): void {
    const reach = reachOf(heading, framesPerSecond, this.#cache.capacity)
    this.#wanted = { index, heading, reach }
    this.#cache.setWindow({ from: index - reach.behind, to: index + reach.ahead })
    this.#pump()
  }

  async ready(index: number): Promise<void> {
    while (!this.#isDisposed && !this.#cache.has(index) && !this.#failures.has(index))
      await new Promise<void>(resolve => this.#waiters.push(resolve))
  }

  setBudget(bytes: number): void {
    this.#budgetBytes = bytes
    this.#fitCapacity()
  }

  rest(): void {
    this.#wanted = null
    this.#closeDecoder()
    this.#cache.clear()
  }

  dispose(): void {
    this.#isDisposed = true
    this.rest()
    this.#tell(-1)
  }

  #fitCapacity(): void {
    // Eight at least: fewer than the frames that a decoder keeps back would never give a step back.
    this.#cache.setCapacity(Math.max(8, Math.min(600, Math.floor(this.#budgetBytes / this.#bytesPerFrame))))
  }

  #pump(): void {
    if (this.#isPumping) return
    this.#isPumping = true
    this.#serveAll().catch((error: unknown) => {
      this.#isPumping = false
      if (!this.#isDisposed) this.#parts.needs.onBroken(sentenceOf(error))
    })
  }

  async #serveAll(): Promise<void> {
    for (;;) {
      const goal = this.#goal()
      if (goal === null) {
        this.#isPumping = false
        return
      }
      await this.#serve(goal)
    }
  }

  /** The frame to decode next: the wanted one, then what is missing around it; null when there is nothing to do. */
  #goal(): number | null {
    if (!this.#wanted || this.#isDisposed) return null
    const { index, reach } = this.#wanted
    return nextGoal({
      index,
      reach,
      count: frameCount(this.#parts.needs.times),
      isSettled: each => this.#cache.has(each) || this.#failures.has(each),
      runsNext: this.#run?.next ?? null,
      mayRunAhead: this.#parts.needs.mayRunAhead(),
    })
  }

  /** Decodes until the goal is held or something more pressing is wanted. A failure is tried once more from scratch. */
  async #serve(goal: number): Promise<void> {
    for (const isCautious of [false, true]) {
      const run = await this.#runTo(goal)
      const end = await run?.advance(goal, {
        isHeld: index => this.#cache.has(index),
        isStillWanted: () => this.#isWorth(goal),
        isPressing: this.#wanted?.index === goal || this.#wanted?.heading !== 0,
        isCautious,
      })
      if (!end || end.kind === 'held' || end.kind === 'dropped') return
      this.#closeDecoder()
      this.#mayBeQuick &&= end.kind === 'reclaimed'
      if (end.kind === 'differs') throw new Error(end.why)
      if (end.kind === 'failed' && isCautious) await this.#failUpToKey(goal, end.why)
    }
  }

  /** A goal is given up as soon as the wanted frame is missing and is another one. */
  #isWorth(goal: number): boolean {
    if (!this.#wanted || this.#isDisposed) return false
    const { index, reach } = this.#wanted
    if (index === goal) return true
    if (!this.#cache.has(index) && !this.#failures.has(index)) return false
    return goal >= index - reach.behind && goal <= index + reach.ahead && this.#parts.needs.mayRunAhead()
  }

  /** The standing run when going on is no longer than starting at the goal's key picture; else a new one. */
  async #runTo(goal: number): Promise<DecodeRun | null> {
    const { packets, match } = this.#parts
    const standing = this.#run
    if (standing?.canGive(goal)) {
      if (goal <= standing.next) return standing
      const key = await packets.getKeyPacket(match.secondsOf(goal), { metadataOnly: true })
      const frame = key && match.frameOf(key.timestamp)
      if (frame?.kind !== 'frame' || frame.index <= standing.next) return standing
    }
    standing?.end()
    const key =
      (await packets.getKeyPacket(match.secondsOf(goal), { verifyKeyPackets: true })) ??
      (await packets.getFirstKeyPacket({ verifyKeyPackets: true }))
    if (!key) throw new Error('the media holds no key picture')
    if (!this.#isWorth(goal)) return null
    this.#run = new DecodeRun({
      packets,
      match,
      key,
      decoder: this.#usableDecoder(),
      onFrame: (index, frame) => this.#take(index, frame),
    })
    return this.#run
  }

  #usableDecoder(): PictureDecoder {
    if (this.#decoder && !this.#decoder.isUsable) this.#closeDecoder()
    this.#decoder ??= new PictureDecoder(this.#parts.config, this.#mayBeQuick)
    return this.#decoder
  }

  /** Damage reaches to the next key picture: what follows is built upon it. */
  async #failUpToKey(goal: number, why: string): Promise<void> {
    const { packets, match, needs } = this.#parts
    const key = await packets.getKeyPacket(match.secondsOf(goal), { metadataOnly: true })
    const following = key && (await packets.getNextKeyPacket(key, { metadataOnly: true }))
    const frame = following ? match.frameOf(following.timestamp) : null
    const end = frame?.kind === 'frame' ? frame.index : frameCount(needs.times)
    for (let index = goal; index < Math.max(end, goal + 1); index++) {
      if (this.#cache.has(index)) continue
      this.#failures.set(index, `decode failed: ${why}`)
      this.#tell(index)
    }
  }

  #take(index: number, frame: VideoFrame): void {
    if (this.#isDisposed || !this.#wanted) {
      frame.close()
      return
    }
    this.#measure(frame)
    this.#failures.delete(index)
    this.#cache.put(index, frame)
    if (this.#cache.has(index)) this.#tell(index)
  }

  #measure(frame: VideoFrame): void {
    const { codedWidth, codedHeight } = frame
    // Formats of more than 8 bit say so in their name (I420P10); RGB and the like are counted as four bytes.
    const bytesPerSample = frame.format?.includes('P1') ? 2 : 1
    const samples = frame.format?.startsWith('I420') || frame.format === 'NV12' ? 1.5 : 4
    const bytes = codedWidth * codedHeight * samples * bytesPerSample
    if (bytes === this.#bytesPerFrame) return
    this.#bytesPerFrame = bytes
    this.#fitCapacity()
  }

  #tell(index: number): void {
    for (const resolve of this.#waiters.splice(0)) resolve()
    if (index >= 0) this.#parts.needs.onChange(index)
  }

  #closeDecoder(): void {
    this.#run?.end()
    this.#run = null
    this.#decoder?.close()
    this.#decoder = null
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
