import type { Readable } from 'node:stream'

/** What is known of stored content without reading it. */
export interface ContentHead {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly bytes: number
}

/** Bytes [from, to) of content. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * Where content comes from. A `file` is moved in: it must be finished, nobody may write it any more, and it is gone
 * afterwards; when the put fails it is still where it was.
 */
export type ContentSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly stream: AsyncIterable<Uint8Array> }
  | { readonly kind: 'file'; readonly path: string }

/** Files known by their SHA-256. Content is put before the log entry that cites it; uncited content does no harm. */
export interface ContentStore extends AsyncDisposable {
  /**
   * Stores content unless it is there, hashing it on the way; durable when the promise resolves. `isNew` tells whether it was
   * absent. Throws 'store.full' when there is no space left and 'cancelled' by the signal, leaving nothing behind, and
   * 'case.damaged' when the name is taken by a file of another size.
   */
  put(source: ContentSource, signal?: AbortSignal): Promise<ContentHead & { readonly isNew: boolean }>

  /** Null when it is not held. */
  head(sha256: string): Promise<ContentHead | null>

  /** The bytes, or [from, to) of them. Throws 'case.unknown' when not held, 'usage.wrong' for a range outside. */
  read(sha256: string, range?: ByteRange): Promise<Readable>

  /** Where the content lies (or would lie) as a local file; null when the store keeps no local files. */
  path(sha256: string): string | null

  /** Everything held, in order of hash. */
  list(): AsyncIterable<ContentHead>

  /** Removes content for good; false when it was not held. */
  remove(sha256: string): Promise<boolean>
}
