import assert from 'node:assert/strict'
import test from 'node:test'
import { defaultScore } from './result.ts'
import { underScore } from './under-score.ts'

const pair = { stroke: 0.9, among: 0.8, first: 0.97, alone: 0.8 }

test('a stroke that stands out of a tail and of what is around is a further impulse', () => {
  assert(underScore(pair) >= defaultScore)
})

test('what stands out of a tail and, among what is around, is nothing is listed below the default score', () => {
  assert(underScore({ ...pair, among: 0.1 }) < defaultScore)
  assert(underScore({ ...pair, among: 0.1, alone: 0.05 }) < defaultScore)
})

test('of a doubtful impulse what follows is as doubtful', () => {
  const doubtful = { ...pair, among: 0.5 }
  assert(underScore(doubtful) > underScore({ ...doubtful, first: 0.52 }))
})
