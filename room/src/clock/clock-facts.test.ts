import assert from 'node:assert/strict'
import test from 'node:test'
import type { PairResult, SolvedPair, SyncResult } from '@sightline/core/sync'
import { clockFactsOf, pairKey, rejectedFor } from './clock-facts.ts'

const solved = (
  a: string,
  b: string,
  score: number,
  used: boolean,
  lagSeconds: number | null = 1,
): SolvedPair => ({
  a,
  b,
  lagSeconds,
  score,
  errorMs: used ? 1 : null,
  used,
  why: 'w',
})

const pair = (
  a: string,
  b: string,
  verdict: PairResult['verdict'],
  candidates: PairResult['candidates'] = [],
  version = '2',
): PairResult => ({
  v: 1,
  method: 'm',
  version,
  a,
  b,
  verdict,
  score: 0,
  why: 'w',
  lines: [],
  cuts: [],
  isSameTake: false,
  candidates,
})

const run = (pairs: SyncResult['pairs']): SyncResult => ({
  v: 1,
  method: 'm',
  version: '2',
  recordings: [],
  pairs,
  conflicts: [],
})

test('pairs without common sound are kept apart, the others come strongest first, used ones before all', () => {
  const facts = clockFactsOf(
    run([
      solved('a', 'b', 12, true),
      solved('a', 'c', 31, true),
      solved('b', 'c', 40, false),
      solved('a', 'd', 4, false),
      solved('b', 'd', 3, false, null),
    ]),
    [pair('a', 'd', 'none', [{ lagSeconds: 9, score: 4, why: 'no better than chance' }])],
  )
  assert.deepEqual(
    facts.pairs.map(({ key, kind }) => `${key} ${kind}`),
    ['a c used', 'a b used', 'b c set-aside'],
  )
  assert.equal(facts.all.get(pairKey('d', 'a'))?.kind, 'none')
  assert.equal(facts.all.get(pairKey('d', 'b'))?.kind, 'none')
})

test('what an earlier version said of a pair is not told', () => {
  const facts = clockFactsOf(run([solved('a', 'b', 12, true)]), [pair('a', 'b', 'match', [], '1')])
  assert.equal(facts.all.get('a b')?.result, null)
})

test('the best refused lags of a recording are told as where it would lie on the other, best first', () => {
  const candidate = (lagSeconds: number, score: number) => [{ lagSeconds, score, why: 'a rival' }]
  const facts = clockFactsOf(run(['b', 'c', 'd', 'e'].map(other => solved('a', other, 5, other === 'e'))), [
    pair('a', 'b', 'ambiguous', candidate(3, 8)),
    pair('a', 'c', 'none', candidate(-2, 6)),
    pair('a', 'd', 'ambiguous', candidate(7, 9)),
    pair('a', 'e', 'match', candidate(1, 11)),
  ])
  assert.deepEqual(
    rejectedFor(facts, 'a').map(({ other, lagSeconds, score }) => [other, lagSeconds, score]),
    [
      ['d', -7, 9],
      ['b', -3, 8],
      ['c', 2, 6],
    ],
  )
  assert.deepEqual(
    rejectedFor(facts, 'b').map(({ other, lagSeconds }) => [other, lagSeconds]),
    [['a', 3]],
  )
})
