import type { HeldBody, LogHead } from '@sightline/core/custody'

/** One entry as kept: its number, its header line without LF, and its body or why that is absent. */
export interface LoggedRow {
  readonly seq: number
  readonly line: string
  readonly body: HeldBody
}

/**
 * A hash-chained log that only grows. The custody log and the access log are two of the same make. It does not
 * interpret bodies; it writes their header lines.
 */
export interface LogStore extends AsyncDisposable {
  /**
   * Adds bodies, all or none, durable when the promise resolves, and gives the new head. `expectedSeq` is the number of
   * the last entry that the caller knows of (0 for none); when the log has moved on, throws 'case.stale'. Throws
   * 'usage.wrong' for a body over `maxBodyBytes`, and 'store.full' when there is no space left; the log is then as
   * it was.
   */
  append(expectedSeq: number, bodies: readonly Uint8Array[]): Promise<LogHead>

  /**
   * The entries from number `from` (1 when left out) on, at most `limit`, in order. What is appended after the first one
   * was asked for is not part of it.
   */
  read(from?: number, limit?: number): AsyncIterable<LoggedRow>

  /** Number and hash of the last line; `emptyHead` when there is none. */
  head(): Promise<LogHead>

  /** Brings everything into the main file, so that a copy of it alone is whole, and gives the head it then holds. */
  checkpoint(): Promise<LogHead>

  /**
   * Removes the bytes of a body for good, also from side files; the line stays and the chain still verifies. Doing it
   * twice is no harm. Throws 'case.unknown' when there is no such entry. Who decided it, and why, is an entry
   * that the caller appends first.
   */
  expunge(seq: number): Promise<void>
}
