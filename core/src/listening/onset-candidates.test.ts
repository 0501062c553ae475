import assert from 'node:assert/strict'
import test from 'node:test'
import { onsetCandidates } from './onset-candidates.ts'

/** Levels of blocks that are `quiet` but for the jumps, each of three blocks so many times as loud. */
function found(jumps: readonly (readonly [at: number, times: number])[]): readonly number[] {
  const count = 1000
  const plain = new Float32Array(count).fill(0.001)
  for (const [at, times] of jumps) plain.fill(0.001 * times, at, at + 3)
  const sharp = new Float32Array(count).fill(0.001)
  return onsetCandidates({ blockSamples: 48, count, plain, sharp }, 0, count).map(({ block }) => block)
}

test('a jump of 5 dB of the plain level is looked at where nothing has jumped before, and not in the tail of what has', () => {
  assert.deepEqual(found([[500, 3.4]]), [500])
  assert.deepEqual(
    found([
      [300, 20],
      [500, 3.4],
    ]),
    [300],
  )
  assert.deepEqual(
    found([
      [300, 20],
      [500, 5],
    ]),
    [300, 500],
  )
  assert.deepEqual(found([[500, 2.6]]), [])
})
