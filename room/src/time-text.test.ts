import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { decimalText, microsFromTyped, microsTail, secondsText, timeText } from './time-text.ts'

test('clock time is cut to milliseconds, and hours appear only when there are any', () => {
  assert.equal(timeText(43_867_999), '00:43.867')
  assert.equal(timeText(3_643_000_000), '1:00:43.000')
  assert.equal(timeText(-2_500_000), '−00:02.500')
  assert.equal(timeText(-1), '00:00.000')
  assert.equal(timeText(61_000_000, 0), '01:01')
})

test('the digits that are cut stand beside it', () => {
  assert.equal(microsTail(43_867_009), '009')
})

test('media time is rounded, since it names a frame and not an instant that was reached', () => {
  assert.equal(secondsText(43_866_667), '43.867')
  assert.equal(secondsText(-400), '0.000')
  assert.equal(secondsText(3_200_000, 6), '3.200000')
})

test('what people type is read to the microsecond, with point or comma', () => {
  assert.equal(microsFromTyped('43.2'), 43_200_000)
  assert.equal(microsFromTyped('0:43,867001'), 43_867_001)
  assert.equal(microsFromTyped('1:02:03.5'), 3_723_500_000)
  assert.equal(microsFromTyped('−0:02'), -2_000_000)
  for (const wrong of ['', 'soon', '1:75', '1.2.3', '1.1234567', ':5'])
    assert.equal(microsFromTyped(wrong), null)
})

test('every whole number of micros is read back from its own text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), micros => {
      assert.equal(microsFromTyped(decimalText(micros)), micros)
    }),
  )
})
