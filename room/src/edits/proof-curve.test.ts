import assert from 'node:assert/strict'
import test from 'node:test'
import type { ProofFrame } from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import { curveOf } from './proof-curve.ts'

const frame = (n: number, mean: number | null) =>
  ({ frame: n, at: (n * 40_000) as MediaMicros, raw: null, rawFrame: null, mean }) as ProofFrame

test('a single frame with much left is seen in a film of many, and frames from nowhere are gaps', () => {
  const frames = Array.from({ length: 5000 }, (_, n) => frame(n, n >= 2500 ? null : n === 777 ? 40 : 1))
  const { path, gaps, top, to } = curveOf(frames, 100, 50)
  assert.equal(top, 40)
  assert.equal(to, 5000 * 40_000)
  assert.ok(path.includes('M15 50V0.0h1'))
  assert.deepEqual(gaps, [{ x: 50, width: 50 }])
})

test('few frames fill the columns between them', () => {
  const { path, gaps } = curveOf([frame(0, 2), frame(1, 4)], 10, 50)
  assert.equal(path.match(/M/g)?.length, 10)
  assert.deepEqual(gaps, [])
})
