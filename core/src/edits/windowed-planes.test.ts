import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WindowedPlanes } from './windowed-planes.ts'

test('of what was written into the window before nothing is left', () => {
  const planes = new WindowedPlanes({ width: 6, height: 4 }, 2)
  for (const plane of planes.planesFor([1, 1, 3, 4]))
    for (let y = 1; y < 4; y++) plane.fill(9, 6 * y + 1, 6 * y + 3)
  const [one, two] = planes.planesFor([4, 0, 6, 1])
  assert.deepEqual(one, new Float32Array(24))
  assert.deepEqual(two, new Float32Array(24))
  assert.notEqual(one, two)
  assert.equal(planes.planesFor([0, 0, 1, 1])[0], one)
})
