import { emptyHead, type HeldBody, type LogHead, lineSha256, nextLine } from '@sightline/core/custody'
import { checkBodySizes, type LogRecord, type LogStore, staleError, unknownEntry } from './log-store.ts'
import { sha256 } from './sha256.ts'

/** A log that lasts as long as the process: for tests, and for looking at a case without keeping anything. */
export function memoryLogStore(): LogStore {
  return new MemoryLogStore()
}

class MemoryLogStore implements LogStore {
  readonly #rows: { readonly seq: number; readonly line: string; body: HeldBody }[] = []

  async append(expectedSeq: number, bodies: readonly Uint8Array[]): Promise<LogHead> {
    checkBodySizes(bodies)
    if (expectedSeq !== this.#rows.length) throw staleError(expectedSeq, this.#rows.length)
    let head = this.#head()
    for (const body of bodies) {
      const next = nextLine(head, body, sha256)
      this.#rows.push({ seq: next.head.seq, line: next.line, body: body.slice() })
      head = next.head
    }
    return head
  }

  async *read(from = 1, limit = Number.POSITIVE_INFINITY): AsyncIterable<LogRecord> {
    const to = Math.min(this.#rows.length, from + limit - 1)
    for (let seq = from; seq <= to; seq++) {
      const row = this.#rows[seq - 1]
      if (row) yield { ...row, body: typeof row.body === 'string' ? row.body : row.body.slice() }
    }
  }

  async head(): Promise<LogHead> {
    return this.#head()
  }

  async checkpoint(): Promise<LogHead> {
    return this.#head()
  }

  async expunge(seq: number): Promise<void> {
    const row = this.#rows[seq - 1]
    if (!row) throw unknownEntry(seq)
    row.body = 'expunged'
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#rows.length = 0
  }

  #head(): LogHead {
    const last = this.#rows.at(-1)
    return last ? { seq: last.seq, head: lineSha256(last.line, sha256) } : emptyHead
  }
}
