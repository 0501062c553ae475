import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type ClockMap, caseTimeOn, straightMap } from './clock-map.ts'
import {
  type FrameTimes,
  firstCaseTimeOf,
  frameAtCase,
  frameAtMedia,
  frameCount,
  ptsOf,
} from './frame-times.ts'
import { type CaseMicros, caseMicros, mediaMicros } from './micros.ts'

const times = (...boundaries: number[]): FrameTimes => ({ boundaries: Float64Array.from(boundaries) })

const anyTimes = fc
  .tuple(
    fc.integer({ min: -5_000_000, max: 40_000_000 }),
    fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 60 }),
  )
  .map(([first, gaps]) =>
    gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) as number) + gap], [first]),
  )
  .map(boundaries => times(...boundaries))

const anyMap = fc
  .tuple(fc.integer({ min: -1e9, max: 1e12 }), fc.double({ min: -300, max: 300, noNaN: true }))
  .map(([start, drift]) => straightMap(caseMicros(start), drift))

/** The slow, obvious answer straight from the definition. */
function frameBySearch(frames: FrameTimes, map: ClockMap, time: number): number | null {
  for (let index = 0; index < frameCount(frames); index++) {
    const from = caseTimeOn(map[0], ptsOf(frames, index))
    const to = caseTimeOn(map[0], ptsOf(frames, index + 1))
    if (time >= from && time < to) return index
  }
  return null
}

test('the frame at a case time is the one whose interval on the case clock holds it', () => {
  fc.assert(
    fc.property(anyTimes, anyMap, fc.double({ min: -0.2, max: 1.2, noNaN: true }), (frames, map, where) => {
      const first = caseTimeOn(map[0], ptsOf(frames, 0))
      const last = caseTimeOn(map[0], ptsOf(frames, frameCount(frames)))
      const time = caseMicros(first + (last - first) * where)
      const found = frameAtCase(frames, map, time)
      assert.equal(found.kind === 'frame' ? found.index : null, frameBySearch(frames, map, time))
    }),
  )
})

test('the first whole case time of a frame selects that frame, and the time before it does not', () => {
  fc.assert(
    fc.property(anyTimes, anyMap, fc.nat(), (frames, map, pick) => {
      const index = pick % frameCount(frames)
      const at = firstCaseTimeOf(frames, map[0], index)
      // A frame shorter than a microsecond on the case clock may hold no whole time at all.
      fc.pre(caseTimeOn(map[0], ptsOf(frames, index + 1)) > at)
      const found = frameAtCase(frames, map, at)
      assert.deepEqual(found, { kind: 'frame', index, piece: map[0] })
      const before = frameAtCase(frames, map, (at - 1) as CaseMicros)
      assert.notEqual(before.kind === 'frame' ? before.index : null, index)
    }),
  )
})

test('the last frame lasts its own duration and nothing is shown after it', () => {
  const frames = times(3_200_000, 3_233_333, 3_266_667)
  const map = straightMap(caseMicros(1_000_000), 0)
  assert.deepEqual(frameAtCase(frames, map, caseMicros(4_199_999)), { kind: 'absent', why: 'before-start' })
  assert.equal(frameAtCase(frames, map, caseMicros(4_266_666)).kind, 'frame')
  assert.deepEqual(frameAtCase(frames, map, caseMicros(4_266_667)), { kind: 'absent', why: 'after-end' })
})

test('between two pieces of a recording with a cut nothing is shown', () => {
  const frames = times(0, 1_000_000, 2_000_000, 3_000_000)
  const map: ClockMap = [
    { from: mediaMicros(-1), start: caseMicros(0), driftPpm: 0 },
    { from: mediaMicros(2_000_000), start: caseMicros(5_000_000), driftPpm: 0 },
  ]
  assert.equal(frameAtCase(frames, map, caseMicros(1_999_999)).kind, 'frame')
  assert.deepEqual(frameAtCase(frames, map, caseMicros(3_000_000)), { kind: 'absent', why: 'between-pieces' })
  assert.deepEqual(frameAtCase(frames, map, caseMicros(7_000_000)), {
    kind: 'frame',
    index: 2,
    piece: map[1],
  })
})

test('a recording without frames shows nothing', () => {
  assert.deepEqual(frameAtCase(times(), straightMap(caseMicros(0), 0), caseMicros(0)), {
    kind: 'absent',
    why: 'no-frames',
  })
  assert.equal(frameAtMedia(times(), 0), null)
})
