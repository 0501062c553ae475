import { Worker } from 'node:worker_threads'
import { type HashPlan, type HashProblem, type PlanDone, workerMark } from './hash-worker.ts'

/**
 * Threads that hash beside this one. They outlast a plan, as starting one takes as long as hashing 50 MB, and the first may have
 * been started before anything was known of what there is to hash.
 */
export class HashThreads implements AsyncDisposable {
  readonly #script: URL
  readonly #threads: Worker[]
  #plans = 0

  /** `script` is `hash-worker.ts`, or the one-file program itself; `started` a thread of it that runs already. */
  constructor(script: URL, started: Worker | null = null) {
    this.#script = script
    // A thread that could not start has no number any more, and is not asked.
    this.#threads = started && started.threadId >= 0 ? [started] : []
  }

  /** Lets so many threads take part in a plan. Each promise rejects when its thread dies or the signal comes, which ends it. */
  hash(plan: HashPlan, count: number, signal: AbortSignal): readonly Promise<readonly HashProblem[]>[] {
    while (this.#threads.length < count)
      this.#threads.push(new Worker(this.#script, { workerData: workerMark }))
    const number = this.#plans++
    return this.#threads.slice(0, count).map(thread => planDone(thread, { number, plan }, signal))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#threads.map(thread => thread.terminate()))
  }
}

async function planDone(
  thread: Worker,
  asked: { readonly number: number; readonly plan: HashPlan },
  signal: AbortSignal,
): Promise<readonly HashProblem[]> {
  const listening = new AbortController()
  const { signal: until } = listening
  try {
    return await new Promise<readonly HashProblem[]>((resolve, reject) => {
      const onMessage = ({ number, problems }: PlanDone) => {
        if (number === asked.number) resolve(problems)
      }
      const onExit = () =>
        reject(signal.reason ?? new Error('a thread that hashed files ended before its work'))
      thread.on('message', onMessage).on('error', reject).on('exit', onExit)
      until.addEventListener('abort', () => {
        thread.off('message', onMessage).off('error', reject).off('exit', onExit)
      })
      signal.addEventListener('abort', () => thread.terminate(), { signal: until })
      thread.postMessage(asked)
    })
  } finally {
    listening.abort()
  }
}
