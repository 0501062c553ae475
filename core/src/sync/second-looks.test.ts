import assert from 'node:assert/strict'
import { test } from 'node:test'
import { method, type PairResult, version } from './result.ts'
import { secondLooks } from './second-looks.ts'

function pair(names: string, verdict: PairResult['verdict'], score: number): PairResult {
  const [a = '', b = ''] = names.split(' ')
  return {
    ...{ v: 1, method, version, a, b, verdict, score, why: '', lines: [], cuts: [] },
    ...{ isSameTake: false, candidates: [], ...(verdict === 'none' ? { isScreened: true } : {}) },
  }
}

const between = (ones: string, others: string, score: (at: number) => number) =>
  [...ones].flatMap((one, n) =>
    [...others].map((other, m) => pair(`${one} ${other}`, 'none', score(n * others.length + m))),
  )

test('a recording that nothing places is looked at again beside every other', () => {
  const pairs = [pair('a b', 'match', 20), ...between('ab', 'x', () => 4)]
  assert.deepEqual(
    secondLooks(['a', 'b', 'x'], pairs).map(({ a, b }) => a + b),
    ['ax', 'bx'],
  )
})

test('between two groups only the three pairs that came nearest are looked at again', () => {
  const pairs = [pair('a b', 'match', 20), pair('c d', 'match', 20), ...between('ab', 'cd', at => at)]
  assert.deepEqual(
    secondLooks(['a', 'b', 'c', 'd'], pairs).map(({ a, b }) => a + b),
    ['bd', 'bc', 'ad'],
  )
})

test('close looks that two groups had already are counted', () => {
  const pairs = [
    ...[pair('a b', 'match', 20), pair('c d', 'match', 20)],
    ...between('ab', 'cd', at => at).map((each, at) => (at < 2 ? { ...each, isScreened: undefined } : each)),
  ]
  assert.deepEqual(
    secondLooks(['a', 'b', 'c', 'd'], pairs as readonly PairResult[]).map(({ a, b }) => a + b),
    ['bd'],
  )
})

test('two of one group, and pairs that had a close look, are left as they are', () => {
  const pairs = [
    pair('a b', 'match', 20),
    pair('b c', 'match', 20),
    pair('a c', 'none', 5),
    { ...pair('a x', 'none', 5), isScreened: undefined },
    pair('b x', 'ambiguous', 9),
  ]
  assert.deepEqual(secondLooks(['a', 'b', 'c', 'x'], pairs as readonly PairResult[]), [])
})
