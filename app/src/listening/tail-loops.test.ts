import assert from 'node:assert/strict'
import test from 'node:test'
import { plainTailLoops, type TailLoops, tailOrder } from '@sightline/core/listening'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { loadTailLoops } from './tail-loops.ts'

const normal = normalFrom(randomFrom(31))
const low = { b: 0.8, a1: -1.5, a2: 0.6 } as const
const high = { b: 0.5, a1: -0.6, a2: 0.25 } as const
const filter = Float64Array.from({ length: tailOrder + 1 }, (_, k) => (k === 0 ? 1 : normal() / k))
const vectors = await loadTailLoops()

function heardBy(loops: TailLoops, samples: Int16Array, from: number, ms: number, blocks: number) {
  loops.hold(samples, from, blocks, ms)
  const [left, upper, top] = [1, 2, 3].map(() => new Float32Array(blocks)) as [
    Float32Array,
    ...Float32Array[],
  ]
  const lags = new Float64Array(tailOrder + 1)
  loops.layPassed(low, high, upper as Float32Array, top as Float32Array)
  loops.layLags(12 * ms, 64 * ms, lags)
  loops.layLeft(filter, left)
  return { left, upper, top, lags }
}

for (const [loudness, name] of [
  [200, 'quiet sound'],
  [60_000, 'sound that stands at either limit'],
] as const)
  for (const ms of [48, 44, 22, 11, 8])
    test(`loops over a tail by vectors give what plain loops do, to the last bit, of ${name} in blocks of ${ms}`, () => {
      const samples = Int16Array.from({ length: 300 * ms }, () =>
        Math.max(-32_768, Math.min(32_767, Math.round(loudness * normal()))),
      )
      // Two of −32768 side by side are the largest sum of products.
      samples.fill(-32_768, 100 * ms, 120 * ms)
      const plain = heardBy(plainTailLoops(), samples, 2 * ms, ms, 294)
      assert.deepEqual(heardBy(vectors, samples, 2 * ms, ms, 294), plain)
      assert.ok(plain.lags.every(sum => sum !== 0) && plain.left.every(level => level > 0))
    })

test('more than there is room for is dealt with by plain loops', () => {
  const samples = Int16Array.from({ length: 400 * 48 }, () => Math.round(3000 * normal()))
  assert.deepEqual(heardBy(vectors, samples, 96, 48, 390), heardBy(plainTailLoops(), samples, 96, 48, 390))
})
