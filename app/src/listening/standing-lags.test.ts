import assert from 'node:assert/strict'
import test from 'node:test'
import { plainStandingLags } from '@sightline/core/listening'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { loadStandingLags } from './standing-lags.ts'

const vectors = await loadStandingLags()
const plain = plainStandingLags()
const normal = normalFrom(randomFrom(77))

for (const [lags, own, others] of [
  [4992, 48, 384],
  [4587, 44, 353],
  [833, 8, 64],
  [601, 2, 900],
] as const)
  test(`lags that stand out are by vectors those of plain loops: ${lags}, ${own} and ${others}`, () => {
    const heights = vectors.room(8192)
    for (const clear of [1.5, 3, 6.5]) {
      for (let n = 0; n < heights.length; n++) heights[n] = normal()
      for (const n of [0, 1, own, 300, lags - 2, lags - 1, lags]) heights[n] = 12
      const wanted = plain.standing(heights.slice(), lags, own, others, clear)
      assert.ok(wanted.length > 2 && wanted.length < lags / 4)
      assert.deepEqual(vectors.standing(heights, lags, own, others, clear), wanted)
    }
    heights.fill(0)
    assert.deepEqual(vectors.standing(heights, lags, own, others, 3), [])
  })

test('heights that lie elsewhere are looked at too', () => {
  const heights = Float32Array.from({ length: 600 }, normal)
  assert.deepEqual(vectors.standing(heights, 500, 4, 50, 2), plain.standing(heights, 500, 4, 50, 2))
})
