/**
 * How pressing a request is: `now` is waited for by the screen, `ahead` is likely to be, `idle` may come in useful and is
 * made only while there is nothing else to do, one at a time.
 */
export type Urgency = 'now' | 'ahead' | 'idle'

interface Waiting {
  readonly start: () => void
  readonly urgency: Urgency
}

/**
 * Lets at most `limit` media requests run at once over all angles. A browser opens about six connections to one host;
 * the rest stay free for the entry stream and for commands. Pressing requests overtake those that run ahead.
 */
export class MediaRequests {
  readonly #limit: number
  #running = 0
  #waiting: Waiting[] = []

  constructor(limit = 4) {
    this.#limit = limit
  }

  get limit(): number {
    return this.#limit
  }

  get running(): number {
    return this.#running
  }

  /** Runs a request when there is room. Rejects with the signal's reason when it is aborted before. */
  async run<T>(urgency: Urgency, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    await this.#room(urgency, signal)
    try {
      return await request()
    } finally {
      this.#running--
      this.#next()
    }
  }

  #room(urgency: Urgency, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (this.#running < (urgency === 'idle' ? 1 : this.#limit)) {
      this.#running++
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting = this.#waiting.filter(each => each !== waiting)
        reject(signal.reason as Error)
      }
      const waiting: Waiting = {
        urgency,
        start: () => {
          signal.removeEventListener('abort', onAbort)
          resolve()
        },
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.#waiting.push(waiting)
    })
  }

  #firstOf(wanted: Urgency): Waiting | undefined {
    return this.#waiting.find(({ urgency }) => urgency === wanted)
  }

  #next(): void {
    if (this.#running >= this.#limit) return
    const waiting =
      this.#firstOf('now') ??
      this.#firstOf('ahead') ??
      (this.#running === 0 ? this.#firstOf('idle') : undefined)
    if (!waiting) return
    this.#waiting = this.#waiting.filter(each => each !== waiting)
    this.#running++
    waiting.start()
  }
}
