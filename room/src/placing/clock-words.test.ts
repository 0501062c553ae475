import assert from 'node:assert/strict'
import test from 'node:test'
import { speak } from '../strings/index.ts'
import { differenceWords, spanWords } from './clock-words.ts'

const minute = 60e6

test('a clock is slow or fast by so much, or agrees', () => {
  assert.equal(differenceWords(-3 * minute - 12e6), 'is 3 min 12 s slow')
  assert.equal(differenceWords(2e6), 'is 2.0 s fast')
  assert.equal(differenceWords(-40_000), 'agrees with the anchor')
  assert.equal(differenceWords(60 * minute + 400_000), 'is 1 h fast')
})

test('a length of time names what it has, from days to tenths of a second', () => {
  assert.equal(spanWords(0), '0.0 s')
  assert.equal(spanWords(9.94e6), '9.9 s')
  assert.equal(spanWords(59.7e6), '1 min')
  assert.equal(spanWords(26 * 60 * minute + 5e6), '1 d 2 h 5 s')
})

test('the same in Spanish', async () => {
  await speak('es')
  assert.equal(differenceWords(-3 * minute - 12e6), 'atrasa 3 min 12 s')
  assert.equal(differenceWords(1_500_000), 'adelanta 1,5 s')
  await speak('en')
})
