import type { Worker } from 'node:worker_threads'

const askEveryMs = 1000

/**
 * Calls `tell` once a thread has used more processor time than it may. What is measured is not how long it took, which on a
 * busy machine would be blamed on the document that is read. Gives what ends the watch.
 */
export function limitThread(worker: Worker, cpuSeconds: number, tell: () => void): () => void {
  const timer = setInterval(async () => {
    // A thread that has not begun, or has ended, is asked in vain; its end is told by the thread itself.
    const used = await worker.cpuUsage().catch(() => null)
    if (used && used.user + used.system > cpuSeconds * 1e6) tell()
  }, askEveryMs)
  return () => clearInterval(timer)
}
