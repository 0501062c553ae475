import assert from 'node:assert/strict'
import test from 'node:test'
import { type IntervalEnd, intervalBetween } from './interval.ts'

const sound = (atMs: number, over: Partial<IntervalEnd> = {}): IntervalEnd => ({
  at: atMs * 1000,
  of: { kind: 'sound', onsetErrorMs: 0.2 },
  recording: { id: 'a', piece: 0, placementErrorMs: 3 },
  distance: null,
  ...over,
})

test('two sounds of one recording need no placement: only their onsets and its clock may be off', () => {
  const { ms, errorMs, error, limits } = intervalBetween(sound(100), sound(1100), true)
  assert.equal(ms, 1000)
  assert.deepEqual(error, { onsets: 0.4, frames: 0, placements: 0, drift: 0.01, travel: 0 })
  assert.equal(errorMs?.toFixed(3), '0.410')
  assert.deepEqual(limits, ['travel-unknown'])
})

test('an interval is the same from either end and says which came first', () => {
  const there = intervalBetween(sound(5), sound(80), false)
  const back = intervalBetween(sound(80), sound(5), false)
  assert.deepEqual([there.isReversed, back.isReversed], [false, true])
  assert.deepEqual({ ...back, isReversed: false }, there)
})

test('sounds of two recordings add the errors of both placements, and an unstated one leaves the error unknown', () => {
  const other = sound(400, { recording: { id: 'b', piece: 0, placementErrorMs: 2 } })
  assert.equal(intervalBetween(sound(0), other, true).error.placements, 5)
  const unknown = sound(400, { recording: { id: 'b', piece: 0, placementErrorMs: null } })
  const { errorMs, limits } = intervalBetween(sound(0), unknown, true)
  assert.equal(errorMs, null)
  assert.ok(limits.includes('placement-error-unknown'))
})

test('a mark by hand of which nobody said how far off it may be leaves the error unknown', () => {
  const marked: IntervalEnd = { ...sound(400), of: { kind: 'sound', onsetErrorMs: null } }
  const { ms, errorMs, limits } = intervalBetween(sound(0), marked, true)
  assert.deepEqual([ms, errorMs], [400, null])
  assert.ok(limits.includes('onset-error-unknown'))
})

test('stated distances take the travel of sound off and add what they may be off by', () => {
  const near = sound(0, { distance: { metres: 34.3, errorMetres: 0 } })
  const far = sound(500, { distance: { metres: 68.6, errorMetres: 3.43 } })
  const { ms, travelMs, error, limits } = intervalBetween(near, far, true)
  assert.equal(Math.round(travelMs), 100)
  assert.equal(Math.round(ms), 400)
  // 3.43 m of distance, and a twentieth of the 34.3 m between them.
  assert.equal(error.travel.toFixed(3), '15.000')
  assert.deepEqual(limits, [])
})

test('a frame has happened at some time while it was shown, and light does not travel', () => {
  const frame: IntervalEnd = { ...sound(900), of: { kind: 'frame', lastsMs: 40 } }
  const heard = sound(1000, { distance: { metres: 3.43, errorMetres: 0 } })
  const { ms, error, limits } = intervalBetween(frame, heard, true)
  assert.equal(ms, 90)
  assert.equal(error.frames, 40)
  assert.deepEqual(limits, ['within-frame'])
})
