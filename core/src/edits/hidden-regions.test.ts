import assert from 'node:assert/strict'
import { it } from 'node:test'
import { framesBeforeStep } from './hidden-regions.ts'

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
