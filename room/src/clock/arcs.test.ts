import assert from 'node:assert/strict'
import test from 'node:test'
import { arcsOf, thicknessOf } from './arcs.ts'
import type { PairFacts } from './clock-facts.ts'

const pair = (a: string, b: string, score: number): PairFacts => ({
  key: `${a} ${b}`,
  a,
  b,
  solved: { a, b, lagSeconds: 1, score, errorMs: 1, used: true, why: '' },
  result: null,
  kind: 'used',
})

test('an arc goes from row to row within the width, farther out for rows farther apart', () => {
  const rows = new Map([
    ['a', 20],
    ['b', 60],
    ['c', 220],
  ])
  const [near, far] = arcsOf([pair('a', 'b', 10), pair('c', 'a', 60)], rows, 100)
  assert.match(near?.path ?? '', /^M0 20C([\d.]+) 20 \1 60 0 60$/)
  // The farthest reaches 95 of 100 pixels, three quarters of where its handles lie.
  assert.equal(far?.path, 'M0 20C126.67 20 126.67 220 0 220')
})

test('a pair with a recording that has no row is not drawn', () => {
  assert.deepEqual(arcsOf([pair('a', 'x', 10)], new Map([['a', 20]]), 100), [])
})

test('stronger pairs are thicker, up to a score that nobody could ask to be higher', () => {
  assert.ok(thicknessOf(9) < thicknessOf(30) && thicknessOf(30) < thicknessOf(60))
  assert.equal(thicknessOf(91), thicknessOf(60))
})
