import assert from 'node:assert/strict'
import test from 'node:test'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { ranked } from './ranked.ts'

test('what stands at a place is what sorting puts there', () => {
  const random = randomFrom(3)
  for (let count = 1; count < 60; count++)
    for (const steps of [3, 1000]) {
      const values = Float32Array.from({ length: count }, () => Math.floor(random() * steps))
      const sorted = values.toSorted()
      for (const place of [0, count >> 2, count >> 1, count - 1])
        assert.equal(ranked(values, count, place), sorted[place])
      const few = Math.ceil(count / 2)
      assert.equal(ranked(Float64Array.from(values), few, few >> 1), values.slice(0, few).sort()[few >> 1])
    }
  assert.equal(ranked(new Float32Array(0), 0, 0), 0)
})
