import assert from 'node:assert/strict'
import test from 'node:test'
import { Worker } from 'node:worker_threads'
import { limitThread } from './thread-limit.ts'

test('a thread that works on and on is told of, one that only waits is not', async () => {
  const waits = new Worker('require("node:worker_threads").parentPort.on("message", () => {})', {
    eval: true,
  })
  const works = new Worker('for (;;);', { eval: true })
  const told: string[] = []
  const watches: (() => void)[] = []
  try {
    await new Promise<void>(resolve => {
      watches.push(
        limitThread(waits, 0.5, () => told.push('the one that waits')),
        limitThread(works, 0.5, () => {
          told.push('the one that works')
          resolve()
        }),
      )
    })
    assert.deepEqual(told, ['the one that works'])
  } finally {
    for (const end of watches) end()
    await Promise.all([waits.terminate(), works.terminate()])
  }
})
