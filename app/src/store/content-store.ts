import type { Readable } from 'node:stream'
import { SightlineError } from '@sightline/core/errors'

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

/** Stops at a name that is not a SHA-256: a name becomes part of a path. Throws 'usage.wrong'. */
export function checkSha256(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new SightlineError(
      'usage.wrong',
      `content is named by 64 hexadecimal digits, found ${JSON.stringify(sha256)}`,
    )
}

/** Stops at a range that is not inside content of so many bytes. Throws 'usage.wrong'. */
export function checkRange({ from, to }: ByteRange, bytes: number): void {
  const isInside = Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= bytes
  if (!isInside)
    throw new SightlineError(
      'usage.wrong',
      `bytes ${from} to ${to} do not lie inside content of ${bytes} bytes`,
    )
}

/** Throws 'cancelled' once the signal says so. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new SightlineError('cancelled', 'storing was cancelled', { cause: signal.reason })
}

/** The refusal to read content that is not held. */
export function unknownContent(sha256: string): SightlineError<'case.unknown'> {
  return new SightlineError('case.unknown', `content ${sha256} is not held`)
}
