import assert from 'node:assert/strict'
import test from 'node:test'
import { caseMicros, type FrameTimes, firstCaseTimeOf, frameAtCase, straightMap } from '@sightline/core/time'
import fc from 'fast-check'
import { frameStep } from './moving.ts'

/** Frames of these lengths, the last of them included. */
const framesOf = (...lengths: readonly number[]): FrameTimes => {
  let at = 0
  return { boundaries: Float64Array.from([0, ...lengths.map(length => (at += length))]) }
}

test('one step later brings up exactly the frame before, one step earlier the frame after, at any spacing and drift', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2000, max: 500_000 }), { minLength: 3, maxLength: 12 }),
      fc.integer({ min: -250, max: 250 }),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.nat(),
      (lengths, drift, start, salt) => {
        const times = framesOf(...lengths)
        const index = 1 + (salt % (lengths.length - 2))
        const map = straightMap(caseMicros(start), drift)
        const first = firstCaseTimeOf(times, map[0], index)
        const time = caseMicros(first + (salt % Math.max(1, (lengths[index] as number) - 2)))
        for (const by of [1, -1] as const) {
          const moved = straightMap(caseMicros(start + frameStep(times, map, time, by)), drift)
          const at = frameAtCase(times, moved, time)
          assert.equal(at.kind === 'frame' && at.index, index - by)
        }
      },
    ),
  )
})

test('without frames a step is a millisecond', () => {
  const map = straightMap(caseMicros(0), 0)
  assert.equal(frameStep(null, map, caseMicros(5), -1), -1000)
})
