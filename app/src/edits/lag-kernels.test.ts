import assert from 'node:assert/strict'
import test from 'node:test'
import { plainLagLoops } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadLagLoops } from './lag-kernels.ts'

const loops = await loadLagLoops()
const random = randomFrom(31)

/** Loud, as spectra are, with silence and what is hardly louder. */
function spectrum(length: number): Float32Array {
  return Float32Array.from({ length }, (_, n) => (n % 7 === 0 ? 0 : (random() - 0.5) * (n % 5 ? 1e7 : 3)))
}

for (const length of [32, 4096, 2 ** 14, 5 * 2 ** 14 + 96])
  test(`spectra of ${length} numbers are multiplied to the same bits as by plain loops`, () => {
    const [one, two, both] = [spectrum(length), spectrum(length), spectrum(length)]
    const [told, plain] = [loops, plainLagLoops].map(each => {
      const sum = both.slice()
      each.addCrossFlat(one, two, sum)
      each.addCrossFlat(two, one, sum)
      return { sum, sizes: each.sizesOf(sum) }
    })
    assert.deepEqual(told, plain)
    assert.notDeepEqual(plain?.sum, both)
    assert.deepEqual([...(plain?.sum.subarray(0, 2) ?? [])], [...both.subarray(0, 2)])
  })

test('the highest of values is told wherever it lies, and of values that are all below zero', () => {
  const values = Float32Array.from({ length: 2 ** 15 }, () => -1 - random())
  assert.equal(loops.sizesOf(values).highest, Math.max(...values))
  for (const at of [0, 1, 2, 3, 2 ** 14 - 1, 2 ** 14, 2 ** 15 - 1]) {
    values[at] = at + 0.5
    assert.equal(loops.sizesOf(values).highest, at + 0.5)
  }
})
