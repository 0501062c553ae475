import assert from 'node:assert/strict'
import test from 'node:test'
import { framesAround, framesThatFit } from './frames-around.ts'

const times = { boundaries: Float64Array.from([0, 33_333, 66_667, 200_000, 233_333]) }

test('frames around the playhead keep their own times, however they are spaced', () => {
  assert.deepEqual(framesAround(times, 2, 3), [
    { index: 1, offset: -33_334 },
    { index: 2, offset: 0 },
    { index: 3, offset: 133_333 },
  ])
})

test('before the first frame and after the last there is none', () => {
  assert.deepEqual(
    framesAround(times, 0, 5).map(each => each?.index ?? null),
    [null, null, 0, 1, 2],
  )
  assert.deepEqual(
    framesAround(times, 3, 5).map(each => each?.index ?? null),
    [1, 2, 3, null, null],
  )
})

test('an odd number of frames fits, three at least', () => {
  assert.equal(framesThatFit(1044, 90, 16 / 9), 5)
  assert.equal(framesThatFit(390, 64, 16 / 9), 3)
  assert.equal(framesThatFit(100, 90, 16 / 9), 3)
  assert.equal(framesThatFit(1044, 90, 9 / 16), 17)
})
