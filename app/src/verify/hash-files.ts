import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type HashAnswer, type HashTask, hashTask, workerMark } from './hash-worker.ts'

/** What became of one file. */
export type Hashed =
  | { readonly kind: 'hashed'; readonly sha256: string; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly why: string }

export interface ToHash {
  readonly path: string
  /** As the folder told it, for sharing out the work; the hash counts what it reads. */
  readonly bytes: number
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

/**
 * Hashes files on as many threads as there are processors, the largest first, and tells of each under its number in
 * `files`. Rejects when a thread dies or the signal comes.
 */
export async function hashFiles(
  files: readonly ToHash[],
  { worker, signal, onBytes }: HashOptions,
): Promise<readonly Hashed[]> {
  const results: Hashed[] = new Array(files.length)
  const tasks = tasksOf(files)
  let next = 0
  // Starting a thread takes as long as hashing some 40 MB.
  const isSmall = tasks.length < 2 && files.reduce((sum, { bytes }) => sum + bytes, 0) < 2 ** 25
  const lane = async () => {
    await using thread = isSmall ? thisThread : hashThread(worker)
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      signal.throwIfAborted()
      const paths = task.map(index => (files[index] as ToHash).path)
      const { hashes, bytes, problems } = await thread.run({ paths })
      let sum = 0
      task.forEach((index, at) => {
        const sha256 = hashes[at] ?? null
        const size = bytes[at] ?? 0
        sum += size
        results[index] =
          sha256 === null
            ? { kind: 'unreadable', why: problems[at] ?? 'no answer' }
            : { kind: 'hashed', sha256, bytes: size }
      })
      onBytes?.(sum)
    }
  }
  const lanes = Math.min(availableParallelism(), tasks.length)
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

/** Numbers of files in batches: a large file alone, small ones together. */
function tasksOf(files: readonly ToHash[]): readonly (readonly number[])[] {
  const order = files.map((_, index) => index)
  order.sort((a, b) => (files[b]?.bytes ?? 0) - (files[a]?.bytes ?? 0))
  const tasks: number[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const index of order) {
    const size = files[index]?.bytes ?? 0
    const last = tasks.at(-1)
    if (!last || last.length >= mostFiles || bytes + size > mostBytes) {
      tasks.push([index])
      bytes = size
    } else {
      last.push(index)
      bytes += size
    }
  }
  return tasks
}

interface HashThread extends AsyncDisposable {
  run(task: HashTask): Promise<HashAnswer>
}

const thisThread: HashThread = {
  run: async ({ paths }) => hashTask(paths),
  [Symbol.asyncDispose]: () => Promise.resolve(),
}

function hashThread(script: URL): HashThread {
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
