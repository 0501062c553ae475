import assert from 'node:assert/strict'
import test from 'node:test'
import { likeNames } from './like-onsets.ts'
import { manyWeights } from './many-weights.ts'
import { lessOfMany, manyCount } from './score-among.ts'

const scoreNames = ['odds', 'said', 'alone'] as const
const alike = {
  ...{ 'unlike past': 3.5, 'unlike to come': 3.5, 'unlike at a pace': 5.5, likes: 2.6 },
  ...{ 'likes of as loud': 0.5, 'odds of likes': 5, 'low odds of likes': 0, 'sway of likes': 2.3 },
  ...{ odds: 0.9, said: 5.5, alone: 6.7 },
}
/** The same shot again and again. */
const shot = {
  ...{ ...alike, 'unlike past': 1, 'unlike to come': 1, 'unlike at a pace': 3.4, 'sway of likes': 0.9 },
  ...{ 'likes of as loud': 0.65, 'odds of likes': 6.6 },
}

function many(values: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from([...likeNames, ...scoreNames], name => values[name] ?? Number.NaN)
}

test('steps that are alike count for less in a quiet place, though each scores high alone', () => {
  assert.equal(many(alike).length, manyCount)
  const less = lessOfMany(many(alike), 1.5)
  assert.ok(less > alike.odds, `${less}`)
  assert.equal(lessOfMany(many(alike), 0), 0)
})

test('what comes again to the decibel loses less than what sways', () => {
  const [steps, shots] = [lessOfMany(many(alike), 1.5), lessOfMany(many(shot), 1.5)]
  assert.ok(shots < 0.7 * steps, `${shots} of ${steps}`)
})

test('likes only ever take from a score', () => {
  assert.equal(manyWeights.bias, 0)
  assert.ok(manyWeights.hidden.every(({ out }) => out <= 0))
})
