import { SightlineError } from '@sightline/core/errors'
import type { MediaRequests, Urgency } from './media-requests.ts'

/** What is asked of the network; handed in so that tests can stand in for it. */
export interface Network {
  readonly fetch: typeof fetch
  /** Resolves after some ms, or rejects when aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

// 128 KiB: a second or two of a proxy, with its key picture. Larger ones made a random seek slower, smaller ones play.
const blockBytes = 128 * 1024
/** Waits before the second and third try. */
const retryAfterMs = [200, 1000] as const

/**
 * Reads a file over HTTP in aligned blocks of which the latest are kept, so that the many small reads of a demuxer become
 * few requests. Every request goes through the limiter; a failed one is tried again twice, unless the server
 * answered that it will never be (4xx).
 */
export class ByteRanges {
  readonly #url: string
  readonly #requests: MediaRequests
  readonly #network: Network
  readonly #abort = new AbortController()
  readonly #keepBlocks: number
  #blocks = new Map<number, Promise<Uint8Array> | Uint8Array>()
  #size: number | null = null

  constructor(
    url: string,
    {
      requests,
      network,
      keepBytes = 24 * 2 ** 20,
    }: { requests: MediaRequests; network: Network; keepBytes?: number },
  ) {
    this.#url = url
    this.#requests = requests
    this.#network = network
    this.#keepBlocks = Math.max(4, Math.floor(keepBytes / blockBytes))
  }

  /** Size of the file in bytes, learnt with its first block. */
  async size(): Promise<number> {
    if (this.#size === null) await this.#block(0, 'now')
    if (this.#size === null) throw failed(this.#url, 'the server does not say how long the file is')
    return this.#size
  }

  /** Bytes from `start` up to `end`, at once when they are held. `size` must have been asked for. */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array> {
    const first = Math.floor(start / blockBytes)
    const last = Math.floor((end - 1) / blockBytes)
    const parts: (Uint8Array | Promise<Uint8Array>)[] = []
    for (let block = first; block <= last; block++) parts.push(this.#block(block, 'now'))
    // The next block is fetched when reading has come past the middle of this one: a jump asks for no more than it needs.
    if (end > (last + 0.5) * blockBytes) this.#runAhead(last + 1)
    if (parts.every(part => part instanceof Uint8Array)) return joined(parts, first, start, end)
    return Promise.all(parts).then(all => joined(all, first, start, end))
  }

  dispose(): void {
    this.#abort.abort(new SightlineError('cancelled', `${this.#url} was closed`))
    this.#blocks.clear()
  }

  #runAhead(block: number): void {
    if (this.#size === null || block * blockBytes >= this.#size || this.#blocks.has(block)) return
    // A block that was only likely to be read is asked for again when it is, so its failure can be let pass.
    Promise.resolve(this.#block(block, 'ahead')).catch(() => undefined)
  }

  #block(block: number, urgency: Urgency): Uint8Array | Promise<Uint8Array> {
    const held = this.#blocks.get(block)
    if (held !== undefined) {
      this.#blocks.delete(block)
      this.#blocks.set(block, held)
      return held
    }
    const coming = this.#requests
      .run(urgency, this.#abort.signal, () => this.#fetched(block))
      .then(
        bytes => {
          this.#blocks.set(block, bytes)
          return bytes
        },
        (error: unknown) => {
          this.#blocks.delete(block)
          throw error
        },
      )
    this.#blocks.set(block, coming)
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= this.#keepBlocks) break
      this.#blocks.delete(oldest)
    }
    return coming
  }

  async #fetched(block: number): Promise<Uint8Array> {
    const start = block * blockBytes
    const end = Math.min(start + blockBytes, this.#size ?? Number.MAX_SAFE_INTEGER)
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once(start, end)
      } catch (error) {
        const pause = retryAfterMs[attempt]
        const isFinal = error instanceof SightlineError && error.detail['final'] === true
        if (pause === undefined || isFinal || this.#abort.signal.aborted) throw error
        await this.#network.wait(pause, this.#abort.signal)
      }
    }
  }

  async #once(start: number, end: number): Promise<Uint8Array> {
    const response = await this.#network.fetch(this.#url, {
      headers: { range: `bytes=${start}-${end - 1}` },
      signal: this.#abort.signal,
    })
    if (response.status !== 206) {
      await response.body?.cancel()
      const isFinal = response.status < 500
      throw failed(this.#url, `expected part of the file (206), got status ${response.status}`, isFinal)
    }
    const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (total !== undefined) this.#size ??= Number(total)
    const expected = Math.min(end, this.#size ?? end) - start
    if (bytes.length !== expected)
      throw failed(this.#url, `expected ${expected} bytes from ${start}, got ${bytes.length}`)
    return bytes
  }
}

function joined(parts: readonly unknown[], firstBlock: number, start: number, end: number): Uint8Array {
  const offset = firstBlock * blockBytes
  const [only] = parts
  if (parts.length === 1) return (only as Uint8Array).subarray(start - offset, end - offset)
  const whole = new Uint8Array(end - start)
  let at = offset
  for (const part of parts as readonly Uint8Array[]) {
    const from = Math.max(start, at)
    const to = Math.min(end, at + part.length)
    whole.set(part.subarray(from - at, to - at), from - start)
    at += part.length
  }
  return whole
}

function failed(url: string, found: string, isFinal = false): SightlineError {
  return new SightlineError('media.unreadable', `cannot read ${url}: ${found}`, {
    detail: { final: isFinal },
  })
}
