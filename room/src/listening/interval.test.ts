import assert from 'node:assert/strict'
import test from 'node:test'
import { type IntervalEnd, intervalBetween } from './interval.ts'

const end = (at: number, fields: Partial<IntervalEnd> = {}): IntervalEnd => ({
  ...{
    at,
    ownErrorMs: 0.5,
    recording: 'a',
    placementErrorMs: 3,
    piece: 0,
    isFrame: false,
    hasDistance: false,
  },
  ...fields,
})

test('within one recording only the two onsets bear on the error, and it does not matter which was chosen first', () => {
  const there = intervalBetween(end(1_000_000), end(1_614_200))
  assert.deepEqual(
    [there.micros, there.errorMs, there.isReversed, there.isOneRecording],
    [614_200, 1, false, true],
  )
  assert.deepEqual(intervalBetween(end(1_614_200), end(1_000_000)), { ...there, isReversed: true })
})

test('across recordings, and across a cut of one, both placements are added', () => {
  assert.equal(intervalBetween(end(0), end(10, { recording: 'b', placementErrorMs: 4 })).errorMs, 8)
  assert.equal(intervalBetween(end(0), end(10, { piece: 1 })).errorMs, 7)
})

test('an error that nobody knows stays unknown', () => {
  assert.equal(intervalBetween(end(0), end(10, { recording: 'b', placementErrorMs: null })).errorMs, null)
  assert.equal(intervalBetween(end(0, { ownErrorMs: null }), end(10)).errorMs, null)
  assert.equal(intervalBetween(end(0), end(10, { placementErrorMs: null })).errorMs, 1)
})

test('the travel of sound is open until a distance was entered for each sound', () => {
  assert.equal(intervalBetween(end(0, { hasDistance: true }), end(1)).isTravelOpen, true)
  assert.equal(intervalBetween(end(0, { hasDistance: true }), end(1, { isFrame: true })).isTravelOpen, false)
})
