import assert from 'node:assert/strict'
import test from 'node:test'
import { add, get, i32, loadNamed, modulesMade, put, store32 } from './words.ts'

test('functions that are known by a name are put together once', async () => {
  let times = 0
  const functions = () => {
    times++
    return [
      {
        ...{ name: 'next', parameters: 2, counters: 1, vectors: 0 },
        body: [put(2, [...get(0), ...i32(1), ...add]), get(1), get(2), store32(0)],
      },
    ]
  }
  for (const from of [4, 9]) {
    const { memory, exports } = await loadNamed('next of a number', functions, 100)
    const next = exports['next'] as (from: number, out: number) => void
    next(from, 8)
    assert.equal(new Int32Array(memory.buffer)[2], from + 1)
  }
  assert.equal(times, 1)
  const bytes = modulesMade()['next of a number'] ?? []
  assert.equal(Buffer.from(bytes).toString('latin1', 0, 4), '\0asm')
})
