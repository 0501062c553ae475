/** What a check of a case's stores finds: the chain and every body of a log, and every file of content, read and hashed anew. */
import { type ChainReport, chainCheck, type ExpectedHead } from '@sightline/core/custody'
import { type ContentStore, stopIfCancelled } from './content-store.ts'
import type { LogStore } from './log-store.ts'
import { sha256, sha256Stream } from './sha256.ts'

/** Stored bytes that are not what their name says. */
export interface ContentFault {
  readonly kind: 'content-differs'
  readonly expected: string
  readonly found: string
}

/** Checks the whole chain of a log and the hash of each body held, against a head known from elsewhere if given. */
export async function checkLog(log: LogStore, expected: ExpectedHead | null = null): Promise<ChainReport> {
  const check = chainCheck(sha256, expected)
  // A body that is kept under another number than its line tells counts as missing.
  for await (const { seq, line, body } of log.read()) check.add(line, told => (told === seq ? body : null))
  return check.report()
}

/** Reads and hashes all content, and gives what differs from its name. `onBytes` is told of each piece read. */
export async function* checkContent(
  content: ContentStore,
  { signal, onBytes }: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void } = {},
): AsyncIterable<ContentFault> {
  for await (const { sha256: expected } of content.list()) {
    const running = sha256Stream()
    for await (const chunk of await content.read(expected)) {
      stopIfCancelled(signal)
      running.update(chunk)
      onBytes?.(chunk.length)
    }
    const found = running.digest()
    if (found !== expected) yield { kind: 'content-differs', expected, found }
  }
}
