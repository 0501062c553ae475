import { SightlineError } from '@sightline/core/errors'
import type { MediaRequests, Urgency } from './media-requests.ts'

/** What is asked of the network; handed in so that tests can stand in for it. */
export interface Network {
  readonly fetch: typeof fetch
  /** Resolves after some ms, or rejects when aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Time in ms of a clock that never goes back. */
  readonly now: () => number
}

// 128 KiB: a second or two of a proxy, with its key picture. Larger ones made a random seek slower, smaller ones play.
const blockBytes = 128 * 1024
/** A request that fills up grows while it takes less than this, in ms, and shrinks when it takes four times as long: a slow line is not kept busy with what nobody waits for. */
const quickFillMs = 50
const mostAtOnce = 16
/** Of what may be kept, the share filled up after the place read last, and before it. */
const fillAfter = 0.5
const fillBefore = 0.25
/** Waits before the second and third try. */
const retryAfterMs = [200, 1000] as const

/**
 * Reads a file over HTTP in aligned blocks of which the latest are kept, so that the many small reads of a demuxer become
 * few requests. While nothing else is asked for, what lies around the place read last is filled up, so that a person who goes
 * to and fro meets bytes that are there. Every request goes through the limiter; a failed one is tried again twice, unless the server
 * answered that it will never be (4xx).
 */
export class ByteRanges {
  readonly #url: string
  readonly #requests: MediaRequests
  readonly #network: Network
  readonly #abort = new AbortController()
  readonly #keepBytes: () => number
  #blocks = new Map<number, Promise<Uint8Array> | Uint8Array>()
  #size: number | null = null
  /** The block read last, around which is filled up. */
  #near = 0
  #isFilling = false
  #blocksAtOnce = 2

  constructor(
    url: string,
    {
      requests,
      network,
      keepBytes = () => 24 * 2 ** 20,
    }: { requests: MediaRequests; network: Network; keepBytes?: () => number },
  ) {
    this.#url = url
    this.#requests = requests
    this.#network = network
    this.#keepBytes = keepBytes
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
    this.#near = last
    this.#fillUp()
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
    return this.#keep(
      block,
      this.#requests.run(urgency, this.#abort.signal, () => this.#fetched(block, 1)),
    )
  }

  /** Holds a block that is coming, and lets go of those asked for longest ago. */
  #keep(block: number, bytes: Promise<Uint8Array>): Promise<Uint8Array> {
    const coming = bytes.then(
      arrived => {
        this.#blocks.set(block, arrived)
        return arrived
      },
      (error: unknown) => {
        this.#blocks.delete(block)
        throw error
      },
    )
    this.#blocks.set(block, coming)
    const most = this.#mostBlocks()
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= most) break
      this.#blocks.delete(oldest)
    }
    return coming
  }

  #mostBlocks(): number {
    return Math.max(4, Math.floor(this.#keepBytes() / blockBytes))
  }

  #fillUp(): void {
    if (this.#isFilling) return
    this.#isFilling = true
    this.#fillAll()
      // What was only likely to be read is asked for again when it is; after the next read filling goes on.
      .catch(() => undefined)
      .finally(() => {
        this.#isFilling = false
      })
  }

  async #fillAll(): Promise<void> {
    while (this.#missingNear() !== null)
      await this.#requests.run('idle', this.#abort.signal, async () => {
        // Looked for again: much may have been read while this waited its turn.
        const first = this.#missingNear()
        if (first === null || this.#size === null) return
        let count = 1
        while (count < this.#blocksAtOnce && this.#isMissing(first + count)) count++
        const began = this.#network.now()
        const all = this.#fetched(first, count)
        const parts = Array.from({ length: count }, (_, at) =>
          this.#keep(
            first + at,
            all.then(bytes => bytes.slice(at * blockBytes, (at + 1) * blockBytes)),
          ),
        )
        await Promise.all(parts)
        const tookMs = this.#network.now() - began
        if (tookMs < quickFillMs) this.#blocksAtOnce = Math.min(mostAtOnce, this.#blocksAtOnce * 2)
        if (tookMs > 4 * quickFillMs) this.#blocksAtOnce = Math.max(1, Math.floor(this.#blocksAtOnce / 2))
      })
  }

  #isMissing(block: number): boolean {
    return !this.#blocks.has(block) && block * blockBytes < (this.#size ?? 0)
  }

  /** The block nearest to the place read last that is worth holding and is not held; those after it come first. */
  #missingNear(): number | null {
    if (this.#size === null || this.#abort.signal.aborted) return null
    const most = this.#mostBlocks()
    const last = Math.ceil(this.#size / blockBytes) - 1
    const after = Math.min(last, this.#near + Math.floor(most * fillAfter))
    for (let block = this.#near + 1; block <= after; block++) if (this.#isMissing(block)) return block
    const before = Math.max(0, this.#near - Math.floor(most * fillBefore))
    for (let block = this.#near - 1; block >= before; block--) if (this.#isMissing(block)) return block
    return null
  }

  async #fetched(block: number, count: number): Promise<Uint8Array> {
    const start = block * blockBytes
    const end = Math.min(start + count * blockBytes, this.#size ?? Number.MAX_SAFE_INTEGER)
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
