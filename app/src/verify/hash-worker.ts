import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { sha256 } from './sha256.ts'

/** What a worker is asked: hash these files, in order. */
export interface HashTask {
  readonly paths: readonly string[]
}

/** SHA-256 and bytes of each, or why a file could not be read. */
export interface HashAnswer {
  readonly hashes: readonly (string | null)[]
  readonly bytes: readonly number[]
  readonly problems: readonly (string | null)[]
}

/** What tells a thread that it is a worker of the verifier: the same file may be the program itself. */
export const workerMark = 'sightline-verify-worker'

// 128 KiB: what was copied is still in the core's own cache when it is hashed.
const chunk = Buffer.allocUnsafeSlow(128 * 1024)

if (parentPort && workerData === workerMark) serve(parentPort)

function serve(port: MessagePort): void {
  port.on('message', ({ paths }: HashTask) => {
    port.postMessage(hashTask(paths))
  })
}

/** Hashes files one after another, in this thread. */
export function hashTask(paths: readonly string[]): HashAnswer {
  const hashes: (string | null)[] = []
  const bytes: number[] = []
  const problems: (string | null)[] = []
  for (const path of paths) {
    try {
      const done = hashFile(path)
      hashes.push(done.sha256)
      bytes.push(done.bytes)
      problems.push(null)
    } catch (error) {
      hashes.push(null)
      bytes.push(0)
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  return { hashes, bytes, problems }
}

/** A link that took the place of a file after the folder was walked is refused here. */
function hashFile(path: string): { readonly sha256: string; readonly bytes: number } {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    let count = readSync(file, chunk, 0, chunk.length, null)
    if (count < chunk.length) {
      const more = readSync(file, chunk, count, chunk.length - count, null)
      if (more === 0) return { sha256: sha256(chunk.subarray(0, count)), bytes: count }
      count += more
    }
    const hash = createHash('sha256')
    let bytes = 0
    for (; count > 0; count = readSync(file, chunk, 0, chunk.length, null)) {
      hash.update(count === chunk.length ? chunk : chunk.subarray(0, count))
      bytes += count
    }
    return { sha256: hash.digest('hex'), bytes }
  } finally {
    closeSync(file)
  }
}
