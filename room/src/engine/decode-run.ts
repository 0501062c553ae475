import type { EncodedPacket, EncodedPacketSink } from 'mediabunny'
import type { FrameMatch } from './frame-match.ts'
import type { PictureDecoder } from './picture-decoder.ts'

/** Chunks that may wait in front of the decoder when somebody waits for its pictures: enough to keep it busy. */
const pressingDepth = 4
/** And otherwise: a jump has to wait for what is queued, in every angle. */
const idleDepth = 1
/** Frames fed beyond one that does not come out before the decoder is flushed: H.264 and HEVC may keep back up to 16. */
const longestDelay = 20
/** How far past a frame's place its packet is looked for in decode order: the longest reordering, doubled. */
const longestReorder = 64
/** Distance from the real indices for packets that are decoded and not shown. */
const hiddenOffset = 1e9

/** How an advance ended. */
export type AdvanceEnd =
  | { readonly kind: 'held' | 'dropped' | 'reclaimed' }
  /** The decoder gave no picture for the goal. */
  | { readonly kind: 'failed'; readonly why: string }
  /** The packets are not the frames of the index: the media must not be used. */
  | { readonly kind: 'differs'; readonly why: string }

export interface RunParts {
  readonly packets: EncodedPacketSink
  readonly match: FrameMatch
  readonly key: EncodedPacket
  readonly decoder: PictureDecoder
  readonly onFrame: (index: number, frame: VideoFrame) => void
}

export interface AdvanceQuestions {
  readonly isHeld: (index: number) => boolean
  readonly isStillWanted: () => boolean
  /** The screen waits, or play goes on: the decoder is kept busy. */
  readonly isPressing: boolean
  /** Feeds nothing beyond the goal: after an error, so that damage behind the goal cannot take it along. */
  readonly isCautious: boolean
}

/**
 * One stretch of decoding, from a key picture onward in decode order. Every chunk carries its frame index as its
 * timestamp, so that the decoder's output names its frame whatever the order.
 */
export class DecodeRun {
  readonly #parts: RunParts
  readonly #start: number
  /** Fed frames past `next`; those from `start` to `next` are all fed. */
  readonly #fed = new Set<number>()
  readonly #pending = new Set<number>()
  #packet: EncodedPacket | null
  #next: number
  #hidden = 0
  #isEnded = false
  #error: DOMException | null = null
  #wake: (() => void) | null = null

  constructor(parts: RunParts) {
    this.#parts = parts
    const frame = parts.match.frameOf(parts.key.timestamp)
    // A key picture that an edit list hides starts before the first frame.
    this.#start = frame.kind === 'frame' ? frame.index : 0
    this.#next = this.#start
    this.#packet = parts.key
    parts.decoder.serve({
      onFrame: picture => this.#take(picture),
      onRoom: () => this.#stir(),
      onError: error => {
        this.#error = error
        this.#stir()
      },
    })
  }

  /** The first frame that was not fed yet. */
  get next(): number {
    return this.#next
  }

  /** Whether the run can still give a frame: not yet fed, or fed and not yet out. */
  canGive(index: number): boolean {
    if (this.#isEnded || this.#error || index < this.#start) return false
    return this.#pending.has(index) || !this.#hasFed(index)
  }

  /** Ends the run; an advance under way ends as dropped. The decoder stays with its owner. */
  end(): void {
    this.#isEnded = true
    this.#stir()
  }

  /** Feeds packets until the goal is out. */
  async advance(goal: number, questions: AdvanceQuestions): Promise<AdvanceEnd> {
    const { isHeld, isStillWanted, isPressing, isCautious } = questions
    const { decoder } = this.#parts
    for (;;) {
      if (isHeld(goal)) return { kind: 'held' }
      if (this.#error) return ended(this.#error)
      if (this.#isEnded || !isStillWanted()) return { kind: 'dropped' }
      if (this.#hasFed(goal)) {
        if (!this.#pending.has(goal)) return { kind: 'failed', why: 'the decoder gave no picture' }
        const isEnough = isCautious || this.#next > goal + longestDelay || isHeld(this.#next)
        if (this.#packet === null || isEnough) {
          const flushed = await this.#flush()
          if (flushed) return flushed
          if (!isHeld(goal)) return { kind: 'failed', why: 'the decoder gave no picture' }
          continue
        }
      } else if (this.#packet === null) {
        return { kind: 'differs', why: `frames differ: the media has no packet for frame ${goal}` }
      }
      // Past the goal one chunk at a time: its picture is likely to come before the next is needed to drive it out.
      const depth = isPressing && !this.#hasFed(goal) ? pressingDepth : idleDepth
      if (decoder.queued >= depth) {
        await new Promise<void>(resolve => {
          this.#wake = resolve
        })
        continue
      }
      const refusal = await this.#feed(goal)
      if (refusal) return refusal
    }
  }

  async #feed(goal: number): Promise<AdvanceEnd | null> {
    const packet = this.#packet
    if (!packet) return null
    const { packets, match, decoder } = this.#parts
    const frame = match.frameOf(packet.timestamp)
    if (frame.kind === 'stranger')
      return { kind: 'differs', why: `frames differ: no frame of the index lies at ${packet.timestamp} s` }
    let index = frame.kind === 'frame' ? frame.index : null
    while (index !== null && this.#hasFed(index) && match.isFollowedByTwin(index)) index++
    if (index !== null && index > goal + longestReorder && !this.#hasFed(goal))
      return { kind: 'differs', why: `frames differ: the media has no packet for frame ${goal}` }
    const isShown = index !== null && index >= this.#start
    try {
      decoder.decode(
        new EncodedVideoChunk({
          type: packet.type,
          timestamp: isShown ? (index as number) : this.#hiddenTime(packet.timestamp),
          data: packet.data,
        }),
      )
    } catch (error) {
      // A decoder that closed itself, or a packet it will not take: the frame is lost, not the recording.
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
    }
    if (isShown) this.#markFed(index as number)
    const next = await packets.getNextPacket(packet)
    if (!this.#isEnded) this.#packet = next
    return null
  }

  /** Packets hidden before the start keep negative times; those after the end lie past every frame. */
  #hiddenTime(seconds: number): number {
    this.#hidden++
    return seconds < this.#parts.match.secondsOf(this.#start)
      ? this.#hidden - hiddenOffset
      : this.#hidden + hiddenOffset
  }

  #markFed(index: number): void {
    this.#pending.add(index)
    this.#fed.add(index)
    while (this.#fed.delete(this.#next)) this.#next++
  }

  #hasFed(index: number): boolean {
    return (index >= this.#start && index < this.#next) || this.#fed.has(index)
  }

  async #flush(): Promise<AdvanceEnd | null> {
    this.#isEnded = true
    try {
      await this.#parts.decoder.flush()
      return null
    } catch (error) {
      // A reset or close by the owner aborts the flush: then the run was dropped on purpose.
      if (this.#error) return ended(this.#error)
      if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'dropped' }
      return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
    }
  }

  #take(picture: VideoFrame): void {
    const index = picture.timestamp
    if (this.#pending.delete(index)) this.#parts.onFrame(index, picture)
    else picture.close()
    this.#stir()
  }

  #stir(): void {
    this.#wake?.()
    this.#wake = null
  }
}

/** Browsers take decoders back from pages that rest; that is no fault of the media. */
function ended(error: DOMException): AdvanceEnd {
  return error.name === 'QuotaExceededError' ? { kind: 'reclaimed' } : { kind: 'failed', why: error.message }
}
