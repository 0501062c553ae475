import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { frameInterval } from './frame-interval.ts'
import type { FrameTimes } from './frame-times.ts'

const at = (...micros: number[]): FrameTimes => ({ boundaries: Float64Array.from(micros) })

/** Frames at 30000/1001 per second as a file of 90 kHz stores them, without those left out. */
function ntsc(count: number, leftOut: readonly number[] = []): FrameTimes {
  const kept = Array.from({ length: count + 1 }, (_, frame) => frame).filter(
    frame => !leftOut.includes(frame),
  )
  return at(...kept.map(frame => Math.round((frame * 3003 * 1e6) / 90_000)))
}

test('at a steady rate every frame but the last lasts the usual interval', () => {
  const times = ntsc(100)
  for (let frame = 0; frame < 99; frame++)
    assert.deepEqual(frameInterval(times, frame)?.finding, { kind: 'even' }, `frame ${frame}`)
  const { micros, usualMicros } = frameInterval(times, 50) ?? {}
  assert.deepEqual([micros, usualMicros], [33_367, 33_367])
  assert.deepEqual(frameInterval(times, 99)?.finding, { kind: 'last' })
})

test('frames that lack are counted by the room they leave', () => {
  const times = ntsc(100, [40, 41, 42, 70])
  assert.deepEqual(frameInterval(times, 39)?.finding, { kind: 'gap', missing: 3 })
  assert.equal(frameInterval(times, 39)?.micros, 133_467)
  assert.deepEqual(frameInterval(times, 38)?.finding, { kind: 'even' })
  assert.deepEqual(frameInterval(times, 66)?.finding, { kind: 'gap', missing: 1 })
})

test('any frames left out of a steady recording are counted, wherever they lack', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(8_333, 16_667, 20_000, 33_367, 40_000, 100_000),
      fc.integer({ min: 12, max: 200 }),
      fc.integer({ min: 1, max: 500 }),
      fc.nat(),
      (interval, count, missing, pick) => {
        const gap = pick % (count - 1)
        const times = at(
          ...Array.from(
            { length: count + 1 },
            (_, frame) => (frame > gap ? frame + missing : frame) * interval,
          ),
        )
        assert.deepEqual(frameInterval(times, gap)?.finding, { kind: 'gap', missing })
      },
    ),
  )
})

test('frames that claim one time are counted, and their neighbours are as usual', () => {
  const times = at(
    ...Array.from({ length: 40 }, (_, frame) => (frame > 20 ? frame - 2 : Math.min(frame, 18)) * 40_000),
  )
  for (const frame of [18, 19, 20])
    assert.deepEqual(frameInterval(times, frame)?.finding, { kind: 'same-time', frames: 3 }, `frame ${frame}`)
  assert.equal(frameInterval(times, 18)?.micros, 0)
  assert.deepEqual(frameInterval(times, 17)?.finding, { kind: 'even' })
})

test('times of whole milliseconds are no unevenness', () => {
  const times = at(...Array.from({ length: 90 }, (_, frame) => Math.round((frame * 1000) / 60) * 1000))
  for (let frame = 0; frame < 88; frame++) assert.equal(frameInterval(times, frame)?.finding.kind, 'even')
})

test('where intervals vary, no frame is said to lack', () => {
  const times = at(
    ...Array.from({ length: 90 }, (_, frame) => frame * 33_000 + Math.round(12_000 * Math.sin(frame * 1.7))),
  )
  const findings = Array.from({ length: 88 }, (_, frame) => frameInterval(times, frame)?.finding.kind)
  assert.deepEqual(new Set(findings), new Set(['even', 'unknown']))
})

test('a frame that follows at once is early, and a rate that changes has no gap', () => {
  const early = at(...Array.from({ length: 40 }, (_, frame) => frame * 40_000 - (frame === 20 ? 30_000 : 0)))
  assert.deepEqual(frameInterval(early, 19)?.finding, { kind: 'early' })
  const slower = at(
    ...Array.from({ length: 201 }, (_, frame) =>
      frame <= 100 ? frame * 20_000 : 2e6 + (frame - 100) * 40_000,
    ),
  )
  assert.deepEqual(frameInterval(slower, 100)?.finding, { kind: 'unknown', why: 'varies' })
  assert.deepEqual(frameInterval(slower, 150)?.finding, { kind: 'even' })
})

test('too few frames have no usual interval, and outside the recording there is none', () => {
  assert.deepEqual(frameInterval(at(0, 40_000, 200_000, 240_000), 1), {
    micros: 160_000,
    usualMicros: null,
    finding: { kind: 'unknown', why: 'too-few' },
  })
  for (const index of [-1, 100, 0.5, Number.NaN]) assert.equal(frameInterval(ntsc(100), index), null)
  assert.equal(frameInterval(at(), 0), null)
})
