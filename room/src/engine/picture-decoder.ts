/** What the decoder tells its present user. */
export interface DecoderUser {
  readonly onFrame: (frame: VideoFrame) => void
  /** A chunk was taken in: there is room for another. */
  readonly onRoom: () => void
  readonly onError: (error: DOMException) => void
}

/**
 * A `VideoDecoder` that serves one user after another without being made anew each time. `isQuick` is for pictures stored in
 * the order they are shown: each then comes out at once, and a key picture may follow anything without a reset, which
 * takes longer than decoding what is left inside. With reordering, decoders told to be quick may drop pictures.
 */
export class PictureDecoder {
  readonly #config: VideoDecoderConfig
  readonly #isQuick: boolean
  readonly #decoder: VideoDecoder
  #user: DecoderUser | null = null
  /** The next chunk must be a key picture, and nothing is left inside. */
  #isFresh = true

  constructor(config: VideoDecoderConfig, isQuick: boolean) {
    this.#config = { ...config, optimizeForLatency: isQuick }
    this.#isQuick = isQuick
    this.#decoder = new VideoDecoder({
      output: frame => {
        if (this.#user) this.#user.onFrame(frame)
        else frame.close()
      },
      error: error => this.#user?.onError(error),
    })
    this.#decoder.ondequeue = () => this.#user?.onRoom()
    this.#decoder.configure(this.#config)
  }

  get isUsable(): boolean {
    return this.#decoder.state === 'configured'
  }

  get queued(): number {
    return this.#decoder.decodeQueueSize
  }

  /** Hands the decoder to a user, who begins with a key picture and throws away what the last one left inside. */
  serve(user: DecoderUser): void {
    if (!this.#isFresh && !this.#isQuick) {
      this.#decoder.reset()
      this.#decoder.configure(this.#config)
      this.#isFresh = true
    }
    this.#user = user
  }

  decode(chunk: EncodedVideoChunk): void {
    this.#isFresh = false
    this.#decoder.decode(chunk)
  }

  /** Gives out everything that was kept back. Afterwards only a key picture can follow. */
  async flush(): Promise<void> {
    await this.#decoder.flush()
    this.#isFresh = true
  }

  close(): void {
    this.#user = null
    if (this.#decoder.state !== 'closed') this.#decoder.close()
  }
}
