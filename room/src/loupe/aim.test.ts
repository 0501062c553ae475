import assert from 'node:assert/strict'
import test from 'node:test'
import { movedBy, nextPower, pixelOf } from './aim.ts'

const decoded = { width: 640, height: 360 }
const loupe = { id: 'a', x: 0.5, y: 0.5, power: 8 } as const

test('the magnifier goes by whole pixels, and stays on the picture', () => {
  assert.deepEqual(pixelOf(loupe, decoded), { x: 320, y: 180 })
  assert.deepEqual(pixelOf(movedBy(loupe, 1, -1, decoded), decoded), { x: 321, y: 179 })
  assert.deepEqual(pixelOf(movedBy(loupe, 1000, -1000, decoded), decoded), { x: 639, y: 0 })
  for (let n = 0, at = movedBy(loupe, -1000, 0, decoded); n < 640; n++, at = movedBy(at, 1, 0, decoded))
    assert.equal(pixelOf(at, decoded).x, n)
})

test('powers double from 2 to 32', () => {
  assert.deepEqual([nextPower(8, 1), nextPower(8, -1), nextPower(32, 1), nextPower(2, -1)], [16, 4, 32, 2])
})
