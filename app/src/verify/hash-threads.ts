import { Worker } from 'node:worker_threads'
import {
  type Answer,
  type Asked,
  type HashPlan,
  type HashProblem,
  type Numbered,
  workerMark,
} from './hash-worker.ts'
import type { Walked } from './walk.ts'

/**
 * Threads that hash beside this one. They outlast a plan, as starting one takes as long as hashing 50 MB, and the first may have
 * been started before anything was known of what there is to hash. Each does one thing after another.
 */
export class HashThreads implements AsyncDisposable {
  readonly #script: URL
  readonly #threads: Worker[]
  #count = 0

  /** `script` is `hash-worker.ts`, or the one-file program itself; `started` a thread of it that runs already. */
  constructor(script: URL, started: Worker | null = null) {
    this.#script = script
    // A thread that could not start has no number any more, and is not asked.
    this.#threads = started && started.threadId >= 0 ? [started] : []
  }

  /** Lets a thread that runs already look at every name below a folder. Null where none does, or where it cannot. */
  async walk(root: string, bodiesFolder: string, signal: AbortSignal): Promise<Walked | null> {
    const [thread] = this.#threads
    if (!thread) return null
    const answer = await this.#ask(thread, { kind: 'walk', root, bodiesFolder }, signal)
    return answer.kind === 'walk' ? answer.walked : null
  }

  /** Lets so many threads take part in a plan. Each promise rejects when its thread dies or the signal comes, which ends it. */
  hash(plan: HashPlan, count: number, signal: AbortSignal): readonly Promise<readonly HashProblem[]>[] {
    while (this.#threads.length < count)
      this.#threads.push(new Worker(this.#script, { workerData: workerMark }))
    return this.#threads.slice(0, count).map(async thread => {
      const answer = await this.#ask(thread, { kind: 'hash', plan }, signal)
      return answer.kind === 'hash' ? answer.problems : []
    })
  }

  async #ask(thread: Worker, of: Asked, signal: AbortSignal): Promise<Answer> {
    const asked: Numbered<Asked> = { number: this.#count++, of }
    const listening = new AbortController()
    const { signal: until } = listening
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const onMessage = (answer: Numbered<Answer>) => {
          if (answer.number === asked.number) resolve(answer.of)
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

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#threads.map(thread => thread.terminate()))
  }
}
