import assert from 'node:assert/strict'
import test from 'node:test'
import { defaultScore } from './result.ts'
import { underScore } from './under-score.ts'

const pair = { stroke: 0.9, among: 0.8, first: 0.97, alone: 0.8 }

test('a stroke that stands out of a tail and of what is around is a further impulse', () => {
  assert(underScore(pair, false) >= defaultScore)
})

test('what stands out of a tail and, among what is around, is nothing is listed below the default score', () => {
  assert(underScore({ ...pair, among: 0.1 }, false) < defaultScore)
  assert(underScore({ ...pair, among: 0.1, alone: 0.05 }, false) < defaultScore)
})

test('of a doubtful impulse what follows is as doubtful', () => {
  const doubtful = { ...pair, among: 0.5 }
  assert(underScore(doubtful, false) > underScore({ ...doubtful, first: 0.52 }, false))
})

test('what is as loud as the impulse is more likely another than what is weaker', () => {
  const unsure = { ...pair, stroke: 0.5, among: 0.4 }
  assert(underScore(unsure, true) > underScore(unsure, false))
})
