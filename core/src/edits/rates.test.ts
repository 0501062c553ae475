import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Levels } from './pictures.ts'
import { frameForFrame, isOffered, snappedRate } from './rates.ts'

function atRate(perSecond: number): Levels {
  const count = 100
  const times = Float64Array.from({ length: count + 1 }, (_, n) => n / perSecond)
  const [width, height] = [16, 16]
  const none = () => new Uint8Array(0)
  return new Levels({
    ...{ width, height, fullWidth: width, fullHeight: height, count, times },
    luma: none,
    colour: none,
  })
}

test('a recording of 25 frames a second put into a film of 30 frame for frame plays at 1.2 times its speed', () => {
  assert.equal(frameForFrame(atRate(30), atRate(25))?.toFixed(6), '1.200000')
  assert.equal(frameForFrame(atRate(30), atRate(30)), null)
  assert.equal(frameForFrame(atRate(30), atRate(29.97)), null)
})

test('a measured speed is taken for the nearest usual one, and for none where it was measured more exactly than that', () => {
  assert.equal(snappedRate(1.21, 1.2), 1.2)
  assert.equal(snappedRate(1.21, null), 1.25)
  assert.equal(snappedRate(-0.98, null), -1)
  assert.equal(snappedRate(1.04, null), 1)
  assert.equal(snappedRate(1.04, null, 0.01), 1.04)
  assert.equal(snappedRate(0.02, null), 0)
})

test('what an editor offers or a conversion makes is an offered speed, either way, and what is measured beside it is none', () => {
  assert.deepEqual(
    [1, -1, 0.25, 1.2].map(rate => isOffered(rate, 1.2)),
    [true, true, true, true],
  )
  assert.deepEqual(
    [1.067, -1.067, 1.2].map(rate => isOffered(rate, null)),
    [false, false, false],
  )
})
