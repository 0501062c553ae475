import assert from 'node:assert/strict'
import test from 'node:test'
import { shownFrom, withEnds } from './corrected.ts'
import { one, seconds, shown, two } from './lines-for-tests.ts'

test('moving an end of what is shown moves the recording with it, at the same speed, forward and backward', () => {
  const slow = shown([2, 6], one, 10, { rate: 0.25 })
  assert.deepEqual(withEnds(slow, seconds(3), seconds(6)), {
    ...{ ...slow, from: seconds(3) },
    rawFrom: seconds(10.25),
  })
  const back = { ...shown([2, 6], one, 10), rate: -1 }
  assert.deepEqual(withEnds(back, seconds(3), seconds(6)), { ...back, from: seconds(3), rawTo: seconds(13) })
  assert.deepEqual(withEnds(back, seconds(2), seconds(5)), { ...back, to: seconds(5), rawFrom: seconds(11) })
})

test('ends that stay leave a line as it is, and what is held stays the frame it holds', () => {
  const line = shown([2, 6], one, 10)
  assert.deepEqual(withEnds(line, line.from, line.to), line)
  const held = shown([2, 6], one, 10, { rate: 0 })
  assert.deepEqual(withEnds(held, seconds(2), seconds(9)), { ...held, to: seconds(9) })
})

test('another source is a stretch of its own length', () => {
  const at = { from: seconds(1), to: seconds(3) }
  const line = shownFrom(at, two, seconds(5), { rate: 0.5, layer: 0, heldMicros: 40_000 })
  assert.ok(line.part === 'shown')
  assert.deepEqual([line.rawFrom, line.rawTo], [seconds(5), seconds(6)])
  const held = shownFrom(at, two, seconds(5), { rate: 0, layer: 0, heldMicros: 40_000 })
  assert.ok(held.part === 'shown' && held.rawTo === seconds(5.04))
})
