import assert from 'node:assert/strict'
import test from 'node:test'
import { newSampleStore } from './sample-store.ts'

/** A recording whose sample n is n modulo 1000, and a store over it. */
function store(total: number) {
  const asked: string[] = []
  const come = Promise.withResolvers<void>()
  let isBroken = false
  const troubles: unknown[] = []
  const samples = newSampleStore({
    fetch: async (id, from, count) => {
      asked.push(`${id} ${from} ${count}`)
      if (isBroken) throw new Error('no answer')
      return Int16Array.from({ length: Math.min(count, total - from) }, (_, n) => (from + n) % 1000)
    },
    onCome: () => come.resolve(),
    onTrouble: error => {
      troubles.push(error)
      come.resolve()
    },
  })
  return {
    samples,
    asked,
    troubles,
    come: come.promise,
    breakDown: (broken: boolean) => {
      isBroken = broken
    },
  }
}

test('samples that are not here are asked for once, and given when they have come', async () => {
  const { samples, asked, come } = store(100_000)
  assert.equal(samples.read('r', 100_000, 10.4, 20), null)
  assert.equal(samples.read('r', 100_000, 12, 18), null)
  assert.deepEqual(asked, ['r 0 32768'])
  await come
  const run = samples.read('r', 100_000, 10.4, 13.2)
  assert.deepEqual([run?.from, [...(run?.values ?? [])]], [10, [10, 11, 12, 13]])
})

test('a stretch over the edge of two chunks is whole, and one beyond the end is empty', async () => {
  const { samples, come } = store(40_000)
  samples.read('r', 40_000, 32_766, 32_770)
  await come
  const run = samples.read('r', 40_000, 32_766, 32_770)
  assert.deepEqual([...(run?.values ?? [])], [766, 767, 768, 769])
  assert.deepEqual([...(samples.read('r', 40_000, 50_000, 50_010)?.values ?? [1])], [])
  assert.deepEqual([...(samples.read('r', 40_000, -20, -10)?.values ?? [1])], [])
})

test('what could not be fetched is told, and asked for again', async () => {
  const { samples, asked, troubles, come, breakDown } = store(1000)
  breakDown(true)
  samples.read('r', 1000, 0, 10)
  await come
  assert.equal(troubles.length, 1)
  breakDown(false)
  samples.read('r', 1000, 0, 10)
  assert.equal(asked.length, 2)
})
