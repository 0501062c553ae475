/** What the decoder tells its present user. */
export interface DecoderUser {
  readonly onFrame: (frame: VideoFrame) => void
  /** A chunk was taken in: there is room for another. */
  readonly onRoom: () => void
  readonly onError: (error: DOMException) => void
}

/** A `VideoDecoder` that serves one user after another without being made anew each time. */
export class PictureDecoder {
  readonly #config: VideoDecoderConfig
  readonly #decoder: VideoDecoder
  #user: DecoderUser | null = null
  /** The next chunk must be a key picture, and nothing is left inside. */
  #isFresh = true

  constructor(config: VideoDecoderConfig) {
    this.#config = config
    this.#decoder = new VideoDecoder({
      output: frame => {
        if (this.#user) this.#user.onFrame(frame)
        else frame.close()
      },
      error: error => this.#user?.onError(error),
    })
    this.#decoder.ondequeue = () => this.#user?.onRoom()
    this.#decoder.configure(config)
  }

  get isUsable(): boolean {
    return this.#decoder.state === 'configured'
  }

  get queued(): number {
    return this.#decoder.decodeQueueSize
  }

  /** Hands the decoder to a user; what the last one left inside is thrown away. */
  serve(user: DecoderUser): void {
    if (!this.#isFresh) {
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
