import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LikeOnsets, likeNames } from './like-onsets.ts'
import { pictureOnset, pictureSize } from './onset-picture.ts'

const rate = 16_000

function onset(second: number, power: number, tone: number) {
  const picture = new Float32Array(pictureSize).fill(-60)
  for (let n = pictureOnset; n < pictureSize; n++) picture[n] = n % 3 === tone ? 0 : -20
  return { at: second * rate, power, picture }
}

function told(onsets: readonly ReturnType<typeof onset>[], odds: readonly number[], index: number) {
  const out = new Float64Array(likeNames.length + 1)
  new LikeOnsets(onsets, odds, rate).lay(index, out, 1)
  return Object.fromEntries(likeNames.map((name, n) => [name, out[n + 1] as number]))
}

test('a step among steps at a pace has its likes before and after it, and what they score', () => {
  const steps = [1, 1.5, 2, 2.5, 3].map((second, n) => onset(second, n % 2 === 0 ? 1 : 2, 0))
  const middle = told(steps, [-2, -2, 3, -2, -2], 2)
  assert.equal(middle['unlike past'], 0)
  assert.equal(middle['unlike to come'], 0)
  assert.ok((middle['unlike at a pace'] as number) < 1e-9)
  assert.ok(Math.abs((middle['likes'] as number) - Math.log2(5)) < 1e-9)
  assert.equal(middle['likes of as loud'], 1)
  assert.ok(Math.abs((middle['odds of likes'] as number) + 1) < 1e-9)
  assert.ok(Math.abs((middle['low odds of likes'] as number) + 8 / 5) < 1e-9)
  assert.ok((middle['sway of likes'] as number) > 1)
  // The first has nothing before it.
  assert.equal(told(steps, [0, 0, 0, 0, 0], 0)['unlike past'], 20)
})

test('what sounds otherwise, is far weaker, far off or part of an onset is not like it', () => {
  const shot = onset(5, 1, 0)
  const alone = told([shot], [4], 0)
  assert.deepEqual(Object.values(alone), [20, 20, 20, 0, 0, 4, 0, 0])
  const others = [
    onset(0.5, 1, 0),
    onset(4, 0.01, 0),
    onset(4.9, 1, 0),
    shot,
    onset(5.5, 1, 1),
    onset(9.5, 1, 0),
  ]
  const among = told(others, [-9, -9, -9, 4, -9, -9], 3)
  assert.equal(among['unlike past'], 20)
  assert.ok((among['unlike to come'] as number) > 15)
  assert.ok((among['likes'] as number) < 0.01 && (among['odds of likes'] as number) > 3.9)
})

test('two that are alike on either side, but not as far from an onset, are no pace', () => {
  const even = told([onset(1, 1, 0), onset(1.6, 1, 0), onset(2.2, 1, 0)], [0, 0, 0], 1)
  const uneven = told([onset(1, 1, 0), onset(1.6, 1, 0), onset(1.9, 1, 0)], [0, 0, 0], 1)
  assert.ok((even['unlike at a pace'] as number) < 1e-6)
  assert.ok((uneven['unlike at a pace'] as number) > 15)
})
