import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { CaseMicros, MediaMicros } from '../time/index.ts'
import { countOf } from './count.ts'
import { type MeasuredInstant, measureBetween } from './measure.ts'

const instant = (
  at: number,
  recording: string,
  frame = 0,
  errorMs: number | null = 1,
  piece = 0,
): MeasuredInstant => ({
  at: at as CaseMicros,
  seen: { recording, piece, frame, pts: at as MediaMicros, lastsMicros: 40_000, errorMs },
})

const instants = fc
  .tuple(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.constantFrom('a', 'b'),
    fc.nat(1000),
    fc.option(fc.double({ min: 0, max: 50, noNaN: true })),
  )
  .map(([at, recording, frame, errorMs]) => instant(at, recording, frame, errorMs))

test('a measure is the same from either end, and says which came first', () => {
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      const [there, back] = [measureBetween(a, b), measureBetween(b, a)]
      assert.equal(there.micros, back.micros)
      assert.deepEqual(there.error, back.error)
      assert.equal(there.micros, Math.abs(a.at - b.at))
      if (a.at !== b.at) assert.notEqual(there.isReversed, back.isReversed)
    }),
  )
})

test('no true times within both placements’ errors lie outside the stated error', () => {
  const within = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e9), fc.nat(50), fc.nat(50), within, within, (a, b, ea, eb, ka, kb) => {
      const { micros, error } = measureBetween(instant(a, 'a', 0, ea), instant(b, 'b', 0, eb))
      assert.ok(error.kind === 'placements')
      const truth = Math.abs(b + kb * eb * 1000 - (a + ka * ea * 1000))
      assert.ok(Math.abs(truth - micros) <= error.ms * 1000 + 1e-6)
    }),
  )
})

test('within one recording its placement does not matter, and frames are counted', () => {
  const measure = measureBetween(instant(0, 'a', 10, null), instant(400_000, 'a', 20, null))
  assert.deepEqual(measure, {
    micros: 400_000,
    isReversed: false,
    error: { kind: 'same-recording' },
    framesMicros: 80_000,
    frames: 10,
  })
})

test('across a cut of one recording both pieces’ placements count', () => {
  const { error } = measureBetween(instant(0, 'a', 0, 2, 0), instant(5, 'a', 9, 2, 1))
  assert.deepEqual(error, { kind: 'placements', ms: 4 })
})

test('an error that nobody stated leaves the error of the measure unknown', () => {
  assert.deepEqual(measureBetween(instant(0, 'a', 0, null), instant(5, 'b')).error, { kind: 'unknown' })
  const bare = { at: 3 as CaseMicros, seen: null }
  const measure = measureBetween(bare, instant(5, 'b'))
  assert.deepEqual([measure.error.kind, measure.frames, measure.framesMicros], ['unknown', null, null])
})

test('counted instants are put in order, one for each time, and their intervals add up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 30 }), times => {
      const { n, times: sorted, intervalsMicros, intervals } = countOf(times as CaseMicros[])
      assert.equal(n, new Set(times).size)
      const sum = intervalsMicros.reduce((total, each) => total + each, 0)
      assert.equal(sum, n === 0 ? 0 : (sorted.at(-1) ?? 0) - (sorted[0] ?? 0))
      assert.equal(intervals === null, n < 2)
      if (intervals) assert.ok(intervals.least <= intervals.median && intervals.median <= intervals.most)
    }),
  )
})

test('the middle of an even number of intervals is the mean of the two in the middle', () => {
  const { intervals } = countOf([0, 100, 300, 1000, 1400] as CaseMicros[])
  assert.deepEqual(intervals, { least: 100, median: 300, most: 700 })
})
