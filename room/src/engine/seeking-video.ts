import { SightlineError } from '@sightline/core/errors'

/**
 * Animation frames after a seek within which another picture must have been presented, if there is to be one. Some three
 * seconds: on a busy machine a decoder took more than half of one, and frames that agree were said to differ.
 */
const longestFrames = 180
/** The element may round the place sought: to a tenth of a ms, far below the middle of any frame. */
const nearSeconds = 0.0001

/**
 * One `<video>` that is only ever sought, never played: what it presents can then be copied without a later picture
 * slipping in between. Which picture that is is told by the browser (`requestVideoFrameCallback`), never worked out from
 * the place sought. One seek at a time.
 */
export class SeekingVideo {
  readonly #video: HTMLVideoElement
  readonly #url: string
  readonly #closed = new AbortController()
  /** The own time of the picture presented last, in seconds on the element's time line. */
  #presented: number | null = null
  #size = { width: 0, height: 0 }
  #onPresented: () => void = () => undefined

  /** Nothing is read before `load`. */
  constructor(url: string) {
    this.#url = url
    this.#video = document.createElement('video')
    this.#video.muted = true
    this.#video.playsInline = true
    // No more than is needed: what lies beyond the picture wanted is fetched with the next seek.
    this.#video.preload = 'metadata'
    if (!('requestVideoFrameCallback' in this.#video))
      throw new SightlineError('media.unsupported', 'this browser does not tell which picture a video shows')
    this.#listen()
  }

  /** Size in square pixels of the upright picture; known once the file was loaded. */
  get size(): { readonly width: number; readonly height: number } {
    return this.#size
  }

  /** The presented picture's own time in seconds on the element's time line; null before there is one. */
  get presented(): number | null {
    return this.#presented
  }

  /** Puts the element on its file, anew if need be. Rejects with the browser's reason when it cannot be read. */
  async load(): Promise<void> {
    this.#presented = null
    await this.#until('loadedmetadata', () => {
      this.#video.src = this.#url
      this.#video.load()
    })
    const { videoWidth: width, videoHeight: height } = this.#video
    if (width === 0) throw new SightlineError('media.unsupported', 'the media holds no pictures')
    this.#size = { width, height }
  }

  /** Takes the element off its file: lets go of decoder, buffers and connection at once. */
  unload(): void {
    this.#presented = null
    this.#video.removeAttribute('src')
    this.#video.load()
  }

  /**
   * Seeks, and answers once the browser has presented a picture that is `wanted`, or has presented none such within some
   * animation frames. `presented` then tells which one is there.
   */
  async seek(seconds: number, wanted: (presented: number) => boolean): Promise<void> {
    const isThere = () => this.#presented !== null && wanted(this.#presented)
    let farthest = Number.NEGATIVE_INFINITY
    for (let frames = 0; frames < longestFrames; frames++) {
      await this.#until('seeked', () => {
        this.#video.currentTime = seconds
      })
      const { currentTime } = this.#video
      if (isThere() || currentTime >= seconds - nearSeconds) break
      // Chromium takes a file that starts late for shorter than it is, goes no further, and learns better on the way.
      if (currentTime > farthest) [farthest, frames] = [currentTime, 0]
      await this.#nextFrame()
    }
    for (let frames = 0; !isThere() && frames < longestFrames; frames++) await this.#nextFrame()
  }

  /** Copies the presented picture. To be called in the task in which `seek` answered. */
  copyTo(canvas: HTMLCanvasElement): boolean {
    const { width, height } = this.size
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d', { alpha: false })
    if (!context || context.isContextLost()) return false
    context.drawImage(this.#video, 0, 0, width, height)
    return true
  }

  close(): void {
    this.#closed.abort()
    this.unload()
  }

  /** The next animation frame, or the next picture presented. */
  #nextFrame(): Promise<void> {
    if (this.#closed.signal.aborted) return Promise.reject(this.#shut())
    return new Promise(resolve => {
      const handle = requestAnimationFrame(() => resolve())
      this.#onPresented = () => {
        cancelAnimationFrame(handle)
        resolve()
      }
    })
  }

  #listen(): void {
    this.#video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (this.#closed.signal.aborted) return
      this.#presented = mediaTime
      this.#listen()
      this.#onPresented()
    })
  }

  /** Does something and waits for the event that it leads to. Rejects with the browser's reason, or when closed. */
  #until(event: string, act: () => void): Promise<void> {
    const { signal: closed } = this.#closed
    return new Promise((resolve, reject) => {
      const over = new AbortController()
      const end = (settle: () => void) => {
        over.abort()
        settle()
      }
      const { signal } = over
      this.#video.addEventListener(event, () => end(resolve), { signal })
      const told = () => new SightlineError('media.unreadable', reasonOf(this.#video.error))
      this.#video.addEventListener('error', () => end(() => reject(told())), { signal })
      const shut = () => end(() => reject(this.#shut()))
      if (closed.aborted) return shut()
      closed.addEventListener('abort', shut, { signal })
      act()
      // After an error nothing that is asked of the element leads to anything.
      if (this.#video.error) end(() => reject(told()))
    })
  }

  #shut(): SightlineError {
    return new SightlineError('cancelled', `${this.#url} was closed`)
  }
}

function reasonOf(error: MediaError | null): string {
  const kinds = [
    '',
    'cancelled',
    'the file could not be read',
    'decoding failed',
    'codec unsupported',
  ] as const
  const kind = kinds[error?.code ?? 0] || 'the browser gives no reason'
  return error?.message ? `${kind}: ${error.message}` : kind
}
