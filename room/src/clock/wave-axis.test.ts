import assert from 'node:assert/strict'
import test from 'node:test'
import { type MediaMicros, mediaMicros } from '@sightline/core/time'
import {
  centredOn,
  fitted,
  mediaOf,
  overlapOnA,
  panned,
  sampleAt,
  sampleLine,
  sampleOfB,
  sampleUnder,
  xOfSample,
  zoomed,
} from './wave-axis.ts'

const a = { originMicros: mediaMicros(500_000), count: 80_000 }
const b = { originMicros: mediaMicros(-250_000), count: 40_000 }

test('media times and samples go there and back, from origins that are not 0', () => {
  assert.equal(mediaOf(a, 8000), 1_500_000)
  assert.equal(sampleAt(a, 1_500_000), 8000)
})

test('a line of media times becomes one of samples, and a shift by hand moves the lower one later', () => {
  // b's media time 0 lies at 3 s of a: its sample 0, at −0.25 s, at 2.75 s, which is sample 18,000 of a.
  const line = sampleLine({ lagSeconds: 3, slopePpm: 0 }, a, b)
  assert.equal(sampleOfB(line, 18_000), 0)
  assert.equal(sampleOfB(sampleLine({ lagSeconds: 3, slopePpm: 0 }, a, b, 5), 18_005), 0)
  const fast = sampleLine(
    { lagSeconds: 3, slopePpm: 100 },
    { ...a, originMicros: 0 as MediaMicros },
    { ...b, originMicros: 0 as MediaMicros },
  )
  assert.ok(Math.abs(sampleOfB(fast, 24_000 + 10_001) - 10_000) < 1e-6)
})

test('the overlap is cut to both, and empty where they do not meet', () => {
  const line = sampleLine({ lagSeconds: 3, slopePpm: 0 }, a, b)
  assert.deepEqual(overlapOnA(line, a, b), { from: 18_000, to: 58_000 })
  const apart = overlapOnA(sampleLine({ lagSeconds: 100, slopePpm: 0 }, a, b), a, b)
  assert.ok(apart.to >= apart.from)
})

test('zooming keeps the sample under the pointer, goes to 24 pixels a sample and never beyond the overlap', () => {
  const whole = { from: 18_000, to: 58_000 }
  const view = fitted(whole, 800)
  assert.deepEqual(view, { from: 18_000, perPx: 50, width: 800 })
  const close = zoomed(view, 200, 10, whole)
  assert.equal(sampleUnder(close, 200), sampleUnder(view, 200))
  assert.equal(zoomed(view, 200, 1e9, whole).perPx, 1 / 24)
  assert.deepEqual(zoomed(close, 0, 1e-9, whole), view)
  assert.equal(panned(close, -1e9, whole).from, 18_000)
  assert.equal(panned(close, 1e9, whole).from, 58_000 - 800 * 5)
  assert.equal(xOfSample(centredOn(close, 40_000, whole), 40_000), 400)
})
