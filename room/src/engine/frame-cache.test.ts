import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FrameCache } from './frame-cache.ts'

const pictures = (closed: number[]) => (index: number) => ({
  close: () => {
    closed.push(index)
  },
})

test('a full cache lets go of the frame farthest from the window and closes it', () => {
  const closed: number[] = []
  const picture = pictures(closed)
  const cache = new FrameCache<{ close(): void }>(3)
  cache.setWindow({ from: 10, to: 12 })
  for (const index of [10, 11, 3, 12]) cache.put(index, picture(index))
  assert.deepEqual(closed, [3])
  cache.put(40, picture(40))
  assert.deepEqual(closed, [3, 40])
  assert.deepEqual(
    [10, 11, 12, 40].map(index => cache.has(index)),
    [true, true, true, false],
  )
})

test('a second picture of one frame closes the first, and clearing closes all', () => {
  const closed: number[] = []
  const picture = pictures(closed)
  const cache = new FrameCache<{ close(): void }>(3)
  cache.put(1, picture(100))
  cache.put(1, picture(101))
  assert.deepEqual(closed, [100])
  cache.put(2, picture(102))
  cache.clear()
  assert.deepEqual(closed, [100, 101, 102])
  assert.equal(cache.size, 0)
})

test('a smaller budget takes effect at once', () => {
  const closed: number[] = []
  const picture = pictures(closed)
  const cache = new FrameCache<{ close(): void }>(4)
  cache.setWindow({ from: 2, to: 3 })
  for (const index of [1, 2, 3, 9]) cache.put(index, picture(index))
  cache.setCapacity(2)
  assert.deepEqual(closed, [9, 1])
})
