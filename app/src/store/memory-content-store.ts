import { readFile, unlink } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  type ByteRange,
  type ContentHead,
  type ContentSource,
  type ContentStore,
  checkRange,
  checkSha256,
  stopIfCancelled,
  unknownContent,
} from './content-store.ts'
import { onDisk } from './disk-error.ts'
import { sha256 } from './sha256.ts'

/** Content that lasts as long as the process, for tests. */
export function memoryContentStore(): ContentStore {
  return new MemoryContentStore()
}

class MemoryContentStore implements ContentStore {
  readonly #held = new Map<string, Uint8Array>()

  async put(source: ContentSource, signal?: AbortSignal): Promise<ContentHead & { readonly isNew: boolean }> {
    stopIfCancelled(signal)
    const bytes = await bytesOf(source, signal)
    const sha = sha256(bytes)
    const isNew = !this.#held.has(sha)
    if (isNew) this.#held.set(sha, bytes)
    if (source.kind === 'file') await onDisk(source.path, 'removing', () => unlink(source.path))
    return { sha256: sha, bytes: bytes.length, isNew }
  }

  async head(sha: string): Promise<ContentHead | null> {
    checkSha256(sha)
    const bytes = this.#held.get(sha)
    return bytes ? { sha256: sha, bytes: bytes.length } : null
  }

  async read(sha: string, range?: ByteRange): Promise<Readable> {
    checkSha256(sha)
    const bytes = this.#held.get(sha)
    if (!bytes) throw unknownContent(sha)
    if (range) checkRange(range, bytes.length)
    const part = range ? bytes.slice(range.from, range.to) : bytes.slice()
    return Readable.from(part.length > 0 ? [Buffer.from(part)] : [])
  }

  path(sha: string): null {
    checkSha256(sha)
    return null
  }

  async *list(): AsyncIterable<ContentHead> {
    for (const sha of [...this.#held.keys()].sort()) {
      const bytes = this.#held.get(sha)
      if (bytes) yield { sha256: sha, bytes: bytes.length }
    }
  }

  async remove(sha: string): Promise<boolean> {
    checkSha256(sha)
    return this.#held.delete(sha)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#held.clear()
  }
}

async function bytesOf(source: ContentSource, signal: AbortSignal | undefined): Promise<Uint8Array> {
  switch (source.kind) {
    case 'bytes':
      return source.bytes.slice()
    case 'file':
      return await onDisk(source.path, 'reading', () => readFile(source.path))
    case 'stream': {
      const chunks: Uint8Array[] = []
      for await (const chunk of source.stream) {
        stopIfCancelled(signal)
        chunks.push(chunk.slice())
      }
      return Buffer.concat(chunks)
    }
  }
}
