import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import type { HashThreads } from './hash-threads.ts'
import { type HashPlan, type HashProblem, hashBatches } from './hash-worker.ts'

/** Files that are to be hashed: a folder, and paths in it. */
export interface ToHash {
  readonly root: string
  /** The path of each, by its place in the list. */
  readonly path: (at: number) => string
  /** How large each is, as the folder told it: for sharing out the work. The hash counts what it reads. */
  readonly bytes: Float64Array
}

/** What became of each file, by its place in the list. */
export interface Hashed {
  /** 64 lower-case digits; null where it could not be read. */
  sha256(at: number): string | null
  bytes(at: number): number
  /** Why a file could not be read. */
  problem(at: number): string | null
}

export interface HashOptions {
  readonly threads: HashThreads
  readonly signal: AbortSignal
}

/** Enough small files that handing them out costs nothing, few enough that the threads end together. */
const mostFiles = 2000
const mostBytes = 64 * 2 ** 20
const leastBytes = 2 ** 20
/** Starting a thread takes as long as hashing about so much. */
const worthAThread = 2 ** 25

/**
 * Hashes files on all processors, the largest first: this thread takes part as soon as it has nothing else to do, others
 * from when they are started. Rejects when a thread dies or the signal comes.
 */
export async function hashFiles(toHash: ToHash, { threads, signal }: HashOptions): Promise<Hashed> {
  const { bytes } = toHash
  const order = orderOf(bytes)
  const plan = planOf(toHash, order)
  const isSmall = bytes.reduce((sum, each) => sum + each, 0) < worthAThread
  const others = isSmall ? 0 : Math.min(availableParallelism(), plan.batches.length - 1) - 1
  const hashing = [...threads.hash(plan, others, signal), hashHere(plan, signal)]
  const found = await Promise.all(hashing).finally(() => {
    // What was not done when one of them failed is left.
    Atomics.store(new Int32Array(plan.next), 0, plan.batches.length)
  })
  const problems = new Map(found.flat())
  const placeOf = new Uint32Array(order.length)
  order.forEach((at, place) => {
    placeOf[at] = place
  })
  const hashes = Buffer.from(plan.hashes)
  const read = new Float64Array(plan.bytes)
  // Every place that is asked for is in the list.
  const place = (at: number) => placeOf[at] as number
  return {
    sha256: at =>
      problems.has(place(at)) ? null : hashes.toString('latin1', 64 * place(at), 64 * place(at) + 64),
    bytes: at => read[place(at)] ?? 0,
    problem: at => problems.get(place(at)) ?? null,
  }
}

/** Places in the list: large files first, the largest of all at the beginning, then the others as they come. */
function orderOf(bytes: Float64Array): Uint32Array {
  const places = Array.from(bytes.keys())
  const isLarge = (at: number) => (bytes[at] ?? 0) > mostBytes / mostFiles
  const large = places.filter(isLarge).sort((a, b) => (bytes[b] ?? 0) - (bytes[a] ?? 0))
  return Uint32Array.from([...large, ...places.filter(at => !isLarge(at))])
}

/**
 * Batches of files in the order given: a large file alone, small ones together. Each is a small part of what is left, so that
 * threads end together.
 */
function planOf({ root, path, bytes }: ToHash, order: Uint32Array): HashPlan {
  const batches: [name: number, file: number][] = []
  const names: string[] = []
  let length = 0
  let files = 0
  let left = bytes.reduce((sum, each) => sum + each, 0)
  for (let from = 0; from < order.length; ) {
    batches.push([length, from])
    const most = Math.min(mostBytes, Math.max(leastBytes, left / 16))
    let held = 0
    let text = ''
    do {
      const at = order[from++] as number
      held += bytes[at] ?? 0
      text += `${root}/${path(at)}\0`
      files++
    } while (
      from < order.length &&
      from - (batches.at(-1)?.[1] ?? 0) < mostFiles &&
      held + (bytes[order[from] as number] ?? 0) <= most
    )
    left -= held
    names.push(text)
    length += Buffer.byteLength(text)
  }
  batches.push([length, files])
  const shared = new SharedArrayBuffer(length)
  Buffer.from(shared).write(names.join(''), 'utf8')
  return {
    names: shared,
    batches,
    next: new SharedArrayBuffer(4),
    hashes: new SharedArrayBuffer(64 * files),
    bytes: new SharedArrayBuffer(8 * files),
  }
}

/** This thread sees to other things, and to a signal, between two pieces of its own work. */
async function hashHere(plan: HashPlan, signal: AbortSignal): Promise<readonly HashProblem[]> {
  const hashing = hashBatches(plan)
  for (;;) {
    await setImmediate()
    signal.throwIfAborted()
    const step = hashing.next()
    if (step.done) return step.value
  }
}
