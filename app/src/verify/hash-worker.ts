import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { sha256 } from './sha256.ts'

/** What a worker is asked: hash these files, in order. One text, because a text is handed over far quicker than a list of them. */
export interface HashTask {
  /** Paths, each ended by a NUL. */
  readonly paths: string
}

/** SHA-256 and bytes of each, or why a file could not be read. */
export interface HashAnswer {
  /** 64 lower-case digits of each file, one after another; zeros where it could not be read. */
  readonly hashes: Uint8Array<ArrayBuffer>
  readonly bytes: Float64Array<ArrayBuffer>
  readonly problems: readonly (readonly [at: number, why: string])[]
}

/** What tells a thread that it is a worker of the verifier: the same file may be the program itself. */
export const workerMark = 'sightline-verify-worker'

// 128 KiB: what was copied is still in the core's own cache when it is hashed.
const chunk = Buffer.allocUnsafeSlow(128 * 1024)

if (parentPort && workerData === workerMark) serve(parentPort)

function serve(port: MessagePort): void {
  port.on('message', (task: HashTask) => {
    const hashing = hashTask(task)
    let step = hashing.next()
    while (!step.done) step = hashing.next()
    const { hashes, bytes } = step.value
    port.postMessage(step.value, [hashes.buffer, bytes.buffer])
  })
}

/** Hashes files one after another, in this thread. Between two pieces of work it stops, so that a thread can see to other things. */
export function* hashTask({ paths }: HashTask): Generator<void, HashAnswer> {
  const names = paths.split('\0')
  names.pop()
  const hashes = Buffer.alloc(64 * names.length)
  const bytes = new Float64Array(names.length)
  const problems: [number, string][] = []
  for (const [at, path] of names.entries()) {
    try {
      const done = yield* hashFile(path)
      hashes.write(done.sha256, 64 * at, 'latin1')
      bytes[at] = done.bytes
    } catch (error) {
      problems.push([at, error instanceof Error ? error.message : String(error)])
    }
    if (at % 500 === 499) yield
  }
  return { hashes, bytes, problems }
}

/** 8 MiB: some milliseconds. */
const chunksAtOnce = 64

/** A link or a pipe that took the place of a file after the folder was walked is refused, and not waited for. */
const how = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

function* hashFile(path: string): Generator<void, { readonly sha256: string; readonly bytes: number }> {
  const file = openSync(path, how)
  try {
    let count = readSync(file, chunk, 0, chunk.length, null)
    if (count < chunk.length) {
      const more = readSync(file, chunk, count, chunk.length - count, null)
      if (more === 0) return { sha256: sha256(chunk.subarray(0, count)), bytes: count }
      count += more
    }
    const hash = createHash('sha256')
    let bytes = 0
    for (let n = 1; count > 0; n++) {
      hash.update(count === chunk.length ? chunk : chunk.subarray(0, count))
      bytes += count
      if (n % chunksAtOnce === 0) yield
      count = readSync(file, chunk, 0, chunk.length, null)
    }
    return { sha256: hash.digest('hex'), bytes }
  } finally {
    closeSync(file)
  }
}
