import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { sha256 } from './sha256.ts'
import { type Walked, walkFolder } from './walk.ts'

/**
 * What all threads share: the files in the order in which they are hashed, in batches, each taken by the thread that is
 * free next. Nothing is sent to and fro, so that a thread whose hands are full keeps no other waiting.
 */
export interface HashPlan {
  /** Paths in UTF-8, each ended by a NUL. */
  readonly names: SharedArrayBuffer
  /** For each batch, and once more behind the last: where its names begin, and the number of its first file. */
  readonly batches: readonly (readonly [name: number, file: number])[]
  /** The number of the batch that is taken next (Int32). */
  readonly next: SharedArrayBuffer
  /** 64 lower-case digits of each file, one after another; zeros where it could not be read. */
  readonly hashes: SharedArrayBuffer
  /** How many bytes were read of each (Float64). */
  readonly bytes: SharedArrayBuffer
}

/** Why a file could not be read, by its place in the order of the plan. */
export type HashProblem = readonly [file: number, why: string]

/** What tells a thread that it is a worker of the verifier: the same file may be the program itself. */
export const workerMark = 'sightline-verify-worker'

/** What a worker is asked to do: to take part in a plan, or to look at every name below a folder. */
export type Asked =
  | { readonly kind: 'hash'; readonly plan: HashPlan }
  | { readonly kind: 'walk'; readonly root: string; readonly bodiesFolder: string }

/** What a worker answers, with the number that came with the question. */
export type Answer =
  | { readonly kind: 'hash'; readonly problems: readonly HashProblem[] }
  /** Null where the folder cannot be read. */
  | { readonly kind: 'walk'; readonly walked: Walked | null }

export interface Numbered<T> {
  readonly number: number
  readonly of: T
}

const chunk = alignedBuffer(2 ** 20)

/** Hashes batches as long as there are any that no thread took. Between two pieces of work it stops, so that a thread can see to other things. */
export function* hashBatches(plan: HashPlan): Generator<void, readonly HashProblem[]> {
  const next = new Int32Array(plan.next)
  const names = Buffer.from(plan.names)
  const hashes = Buffer.from(plan.hashes)
  const bytes = new Float64Array(plan.bytes)
  const problems: HashProblem[] = []
  for (;;) {
    const number = Atomics.add(next, 0, 1)
    const [batch, after] = [plan.batches[number], plan.batches[number + 1]]
    if (!batch || !after) return problems
    const paths = names.toString('utf8', batch[0], after[0] - 1).split('\0')
    for (const [n, path] of paths.entries()) {
      const at = batch[1] + n
      try {
        const done = yield* hashFile(path)
        hashes.write(done.sha256, 64 * at, 'latin1')
        bytes[at] = done.bytes
      } catch (error) {
        problems.push([at, error instanceof Error ? error.message : String(error)])
      }
      if (n % 500 === 499) yield
    }
    yield
  }
}

/**
 * A buffer that begins at a page of memory, which none of Node's own promises and the memory of a WebAssembly does. Copying
 * out of what the machine holds in memory is half as quick to an odd place (8.7 against 18 GB/s on a Zen 4).
 */
function alignedBuffer(bytes: number): Buffer {
  try {
    return Buffer.from(new WebAssembly.Memory({ initial: bytes / 65_536 }).buffer)
  } catch {
    // Some systems grant no program the addresses that such a memory sets aside.
    return Buffer.allocUnsafeSlow(bytes)
  }
}

/** No file system or network hands a file over in parts that are not whole multiples of it. */
const blockBytes = 512

/** 8 MiB: some milliseconds. */
const chunksAtOnce = 8

/** A link or a pipe that took the place of a file after the folder was walked is refused, and not waited for. */
const plainly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** When a file was read last is not noted either where that can be had: for a million small files noting it takes seconds. */
let how = plainly | (constants.O_NOATIME ?? 0)

function open(path: string): number {
  try {
    return openSync(path, how)
  } catch (error) {
    if (how === plainly || (error as NodeJS.ErrnoException).code !== 'EPERM') throw error
    // The files are another's: only the owner may ask for that.
    how = plainly
    return openSync(path, how)
  }
}

function* hashFile(path: string): Generator<void, { readonly sha256: string; readonly bytes: number }> {
  const file = open(path)
  try {
    let count = readSync(file, chunk, 0, chunk.length, null)
    if (count < chunk.length) {
      // What ends within a block ends there: asking a million small files again would take a tenth of their time.
      const more = count % blockBytes > 0 ? 0 : readSync(file, chunk, count, chunk.length - count, null)
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

function answerTo(asked: Asked): Answer {
  if (asked.kind === 'walk') return { kind: 'walk', walked: walkedOrNull(asked.root, asked.bodiesFolder) }
  const hashing = hashBatches(asked.plan)
  let step = hashing.next()
  while (!step.done) step = hashing.next()
  return { kind: 'hash', problems: step.value }
}

function walkedOrNull(root: string, bodiesFolder: string): Walked | null {
  try {
    return walkFolder(root, bodiesFolder)
  } catch {
    return null
  }
}

// Last, when all that it needs is there. One thing after another, until the thread is ended.
if (parentPort && workerData === workerMark) {
  const port = parentPort
  port.on('message', ({ number, of }: Numbered<Asked>) =>
    port.postMessage({ number, of: answerTo(of) } satisfies Numbered<Answer>),
  )
}
