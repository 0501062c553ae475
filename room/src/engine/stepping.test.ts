import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CaseMicros,
  type ClockMap,
  frameAtCase,
  type MediaMicros,
  straightMap,
} from '@sightline/core/time'
import fc from 'fast-check'
import { caseSpanOf, stepTime, stepTimeOfAny } from './stepping.ts'

const at = (micros: number) => micros as CaseMicros
const times = (...boundaries: number[]) => ({ boundaries: Float64Array.from(boundaries) })

test('a step goes to the smallest whole case time of the next frame', () => {
  const map = straightMap(at(1000), 100)
  const frames = times(0, 33_333, 66_667, 100_000)
  assert.equal(stepTime(frames, map, at(1000), 1), 34_337)
  assert.equal(stepTime(frames, map, at(34_337), -1), 1000)
  assert.equal(stepTime(frames, map, at(50_000), 1), 67_674)
})

test('at either end nothing happens; outside, the nearest frame inward is next', () => {
  const map = straightMap(at(0), 0)
  const frames = times(0, 40_000, 80_000)
  assert.equal(stepTime(frames, map, at(0), -1), null)
  assert.equal(stepTime(frames, map, at(40_000), 1), null)
  assert.equal(stepTime(frames, map, at(-500), 1), 0)
  assert.equal(stepTime(frames, map, at(-500), -1), null)
  assert.equal(stepTime(frames, map, at(80_000), -1), 40_000)
  assert.equal(stepTime(frames, map, at(80_000), 1), null)
})

test('a step over a cut goes to the first frame that is shown after it', () => {
  const map: ClockMap = [
    { from: Number.MIN_SAFE_INTEGER as MediaMicros, start: at(0), driftPpm: 0 },
    { from: 80_000 as MediaMicros, start: at(1_000_000), driftPpm: 0 },
  ]
  const frames = times(0, 40_000, 80_000, 120_000)
  assert.equal(stepTime(frames, map, at(40_000), 1), 1_080_000)
  assert.equal(stepTime(frames, map, at(1_080_000), -1), 40_000)
  assert.equal(stepTime(frames, map, at(500_000), 1), 1_080_000)
  assert.equal(stepTime(frames, map, at(500_000), -1), 40_000)
})

test('the step of any angle is the nearest change of a picture', () => {
  const angles = [
    { times: times(0, 40_000, 80_000), map: straightMap(at(0), 0) },
    { times: times(0, 30_000, 60_000), map: straightMap(at(5000), 0) },
  ]
  assert.equal(stepTimeOfAny(angles, at(0), 1), 5000)
  assert.equal(stepTimeOfAny(angles, at(5000), 1), 35_000)
  assert.equal(stepTimeOfAny(angles, at(35_000), 1), 40_000)
  assert.equal(stepTimeOfAny(angles, at(40_000), -1), 35_000)
  assert.equal(stepTimeOfAny(angles, at(0), -1), null)
})

test('every frame is reached by steps in order, whatever the intervals, start and drift', () => {
  const recording = fc.record({
    first: fc.integer({ min: 0, max: 5_000_000 }),
    intervals: fc.array(fc.integer({ min: 2, max: 90_000 }), { minLength: 1, maxLength: 40 }),
    start: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    drift: fc.double({ min: -300, max: 300, noNaN: true }),
  })
  fc.assert(
    fc.property(recording, ({ first, intervals, start, drift }) => {
      const boundaries = [first]
      for (const interval of intervals) boundaries.push((boundaries.at(-1) as number) + interval)
      const frames = times(...boundaries)
      const map = straightMap(at(start), drift)
      const span = caseSpanOf(frames, map)
      assert.ok(span)
      const forward: number[] = []
      let time: CaseMicros | null = stepTime(frames, map, at(span.from - 1), 1)
      for (; time !== null; time = stepTime(frames, map, time, 1)) {
        const shown = frameAtCase(frames, map, time)
        forward.push(shown.kind === 'frame' ? shown.index : -1)
        const before = frameAtCase(frames, map, at(time - 1))
        assert.ok(before.kind === 'absent' || shown.kind !== 'frame' || before.index < shown.index)
      }
      assert.deepEqual(
        forward,
        intervals.map((_, index) => index),
      )
      const backward: number[] = []
      time = stepTime(frames, map, at(span.to + 1), -1)
      for (; time !== null; time = stepTime(frames, map, time, -1)) {
        const shown = frameAtCase(frames, map, time)
        backward.push(shown.kind === 'frame' ? shown.index : -1)
      }
      assert.deepEqual(backward, forward.toReversed())
    }),
    { verbose: 1 },
  )
})
