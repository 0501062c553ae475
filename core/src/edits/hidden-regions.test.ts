import assert from 'node:assert/strict'
import { it } from 'node:test'
import { endFrom, framesBeforeStep } from './hidden-regions.ts'

it('tells the end of what is hidden by a sudden step, and no slow one', () => {
  assert.equal(framesBeforeStep([0.34, 0.49, 0.57, 1.53, 1.52, 1.39, 1.58, 1.41, 1.34, 1.28]), 3)
  assert.equal(framesBeforeStep([0.2, 0.4, 1.81, 1.9, 2.4, 2.5, 2.95, 2.9, 2.8, 2.6]), 2)
  // A camera that moves from a bare wall to a face.
  assert.equal(framesBeforeStep([0.2, 0.3, 0.45, 0.55, 0.65, 0.8, 0.9, 1, 1.1, 1.2]), 0)
  assert.equal(framesBeforeStep([1.2, 1.1, 1.3, 1.2, 1.1, 1.2, 1.3, 1.2, 1.1, 1.2]), 0)
  // One frame in the middle of which nothing is seen to be gone is no end.
  assert.equal(framesBeforeStep([1.2, 1.1, 0.2, 1.2, 1.1, 1.2, 1.3, 1.2, 1.1, 1.2]), 0)
  assert.equal(framesBeforeStep([]), 0)
})

it('tells the end of what is hidden to the frame, also a few frames before the end of the run', () => {
  const goneAt = (frame: number) => (frame >= 7 && frame < 62 ? 0.95 : 0.2)
  const run = [0, 64] as const
  assert.equal(endFrom(64, { direction: 1, outside: null, run, goneAt }), 61)
  assert.equal(endFrom(60, { direction: 1, outside: 63, run, goneAt }), 61)
  assert.equal(endFrom(0, { direction: -1, outside: null, run, goneAt: frame => goneAt(frame + 3) }), 4)
  // Up to the end of the run.
  assert.equal(endFrom(61, { direction: 1, outside: null, run: [0, 61], goneAt }), 61)
})
