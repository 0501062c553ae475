import { type HeldBody, type LogHead, maxBodyBytes } from '@sightline/core/custody'
import { SightlineError } from '@sightline/core/errors'

/** One entry as kept: its number, its header line without LF, and its body or why that is absent. */
export interface LogRecord {
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
  read(from?: number, limit?: number): AsyncIterable<LogRecord>

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

/** Refuses bodies over the limit. Every store asks before it writes anything. */
export function checkBodySizes(bodies: readonly Uint8Array[]): void {
  for (const body of bodies)
    if (body.length > maxBodyBytes)
      throw new SightlineError(
        'usage.wrong',
        `an entry holds at most ${maxBodyBytes} bytes, found ${body.length}`,
      )
}

/** The refusal of an append by a caller who has not seen the last entries. */
export function staleError(expectedSeq: number, seq: number): SightlineError<'case.stale'> {
  return new SightlineError(
    'case.stale',
    `the log has moved on: expected entry ${expectedSeq} to be the last, found ${seq}`,
    { detail: { expectedSeq, seq } },
  )
}

/** The refusal to touch an entry that is not there. */
export function unknownEntry(seq: number): SightlineError<'case.unknown'> {
  return new SightlineError('case.unknown', `there is no entry ${seq} in the log`)
}
