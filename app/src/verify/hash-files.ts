import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type HashAnswer, type HashTask, hashTask, workerMark } from './hash-worker.ts'

/** Files that are to be hashed: a folder, and paths in it. */
export interface ToHash {
  readonly root: string
  readonly paths: readonly string[]
  /** How large each is, as the folder told it: for sharing out the work. The hash counts what it reads. */
  readonly bytes: Float64Array
}

/** What became of each file, by its place in the list. */
export interface Hashed {
  /** 64 lower-case digits; null where it could not be read. */
  sha256(at: number): string | null
  readonly bytes: Float64Array
  /** Why a file could not be read. */
  readonly problems: ReadonlyMap<number, string>
}

export interface HashOptions {
  /** The script of a worker: `hash-worker.ts`, or the one-file program itself. */
  readonly worker: URL
  readonly signal: AbortSignal
  readonly onBytes?: (bytes: number) => void
}

/** Enough small files that handing them out costs nothing, few enough that the threads end together. */
const mostFiles = 2000
const mostBytes = 64 * 2 ** 20
/** Starting a thread takes as long as hashing about so much. */
const worthAThread = 2 ** 25

/**
 * Hashes files on all processors, the largest first: this thread takes part from the first moment on, others join as they
 * are started. Rejects when a thread dies or the signal comes.
 */
export async function hashFiles(
  { root, paths, bytes }: ToHash,
  { worker, signal, onBytes }: HashOptions,
): Promise<Hashed> {
  const hashes = Buffer.alloc(64 * paths.length)
  const found = new Float64Array(paths.length)
  const problems = new Map<number, string>()
  const tasks = tasksOf(bytes)
  let next = 0
  const lane = async (thread: HashThread) => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      signal.throwIfAborted()
      let names = ''
      for (const at of task) names += `${root}/${paths[at] as string}\0`
      const answer = await thread.run({ paths: names }, signal)
      let sum = 0
      for (const [n, at] of task.entries()) {
        hashes.set(answer.hashes.subarray(64 * n, 64 * n + 64), 64 * at)
        found[at] = answer.bytes[n] ?? 0
        sum += found[at]
      }
      for (const [n, why] of answer.problems) problems.set(task[n] ?? 0, why)
      onBytes?.(sum)
    }
  }
  const isSmall = tasks.length < 2 || bytes.reduce((sum, each) => sum + each, 0) < worthAThread
  const others = isSmall ? 0 : Math.min(availableParallelism(), tasks.length) - 1
  await Promise.all([
    ...Array.from({ length: others }, async () => {
      await using thread = hashThread(worker)
      await lane(thread)
    }),
    lane(thisThread),
  ])
  return {
    sha256: at => (problems.has(at) ? null : hashes.toString('latin1', 64 * at, 64 * at + 64)),
    bytes: found,
    problems,
  }
}

/** Numbers of files in batches: a large file alone, small ones together. */
function tasksOf(bytes: Float64Array): readonly (readonly number[])[] {
  const order = Array.from(bytes, (_, at) => at).sort((a, b) => (bytes[b] ?? 0) - (bytes[a] ?? 0))
  const tasks: number[][] = []
  let held = Number.POSITIVE_INFINITY
  for (const at of order) {
    const size = bytes[at] ?? 0
    const last = tasks.at(-1)
    if (!last || last.length >= mostFiles || held + size > mostBytes) {
      tasks.push([at])
      held = size
    } else {
      last.push(at)
      held += size
    }
  }
  return tasks
}

interface HashThread {
  run(task: HashTask, signal: AbortSignal): Promise<HashAnswer>
}

/** This thread hears of the others, and of a signal, between two pieces of its own work. */
const thisThread: HashThread = {
  async run(task, signal) {
    await setImmediate()
    const hashing = hashTask(task)
    for (let step = hashing.next(); ; step = hashing.next()) {
      if (step.done) return step.value
      signal.throwIfAborted()
      await setImmediate()
    }
  },
}

function hashThread(script: URL): HashThread & AsyncDisposable {
  const thread = new Worker(script, { workerData: workerMark })
  return {
    run: task =>
      new Promise((resolve, reject) => {
        const settle = (answer: HashAnswer) => {
          thread.off('error', reject)
          resolve(answer)
        }
        thread.once('message', settle)
        thread.once('error', reject)
        thread.postMessage(task)
      }),
    async [Symbol.asyncDispose]() {
      await thread.terminate()
    },
  }
}
