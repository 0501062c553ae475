import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithinParts, keptWithin, partedFrames } from './parts.ts'

const micros = (value: number) => value as never
const part = (from: number, to: number) => ({ from: micros(from), to: micros(to) })
const whole = { boundaries: Float64Array.from([0, 10, 20, 30, 40, 50]) }

test('a part takes the frames that begin in it, and no time beyond them', () => {
  const found = partedFrames(whole, [part(5, 31)])
  assert.deepEqual(found?.parts, [{ from: 10, to: 40, frames: [1, 3] }])
  assert.deepEqual([...(found?.times.boundaries ?? [])], [10, 20, 30, 40])
  assert.deepEqual(found?.painted, [])
})

test('between two parts stands one painted frame, at the time of the first that was left out', () => {
  const found = partedFrames(whole, [part(0, 10), part(30, 90)])
  assert.deepEqual(
    found?.parts.map(({ frames }) => frames),
    [
      [0, 0],
      [3, 4],
    ],
  )
  assert.deepEqual([...(found?.times.boundaries ?? [])], [0, 10, 30, 40, 50])
  assert.deepEqual(found?.painted, [1])
  assert.deepEqual(
    partedFrames(whole, [part(0, 10), part(11, 20)])?.painted,
    undefined,
    'no frame begins there',
  )
  assert.deepEqual(partedFrames(whole, [part(0, 15), part(16, 25)])?.painted, [], 'nothing was left out')
})

test('only what lies in one part whole is within', () => {
  const parts = [part(0, 10), part(20, 30)]
  assert.ok(isWithinParts(parts, 0, 10) && isWithinParts(parts, 29, null))
  assert.deepEqual(keptWithin(parts, part(5, 25)), { from: 5, to: 25 })
  assert.deepEqual(keptWithin(parts, part(5, 15)), { from: 5, to: 10 })
  assert.equal(keptWithin(parts, part(10, 20)), null)
  assert.ok(!isWithinParts(parts, 10, null) && !isWithinParts(parts, 5, 11) && !isWithinParts(parts, 5, 25))
})
