import assert from 'node:assert/strict'
import test from 'node:test'
import { clustersIn, emptyScores, recallOf, scoreCluster } from '../../../test/cases/accounts/score.ts'
import { conflictsFoundOfTen } from './measured.ts'

test('the share of conflicts found that people are told is the measured one', () => {
  const scores = emptyScores()
  for (const folder of ['last', 'kept'] as const)
    for (const cluster of clustersIn(folder)) scoreCluster(cluster, scores)
  assert.equal(Math.round(recallOf(scores.conflicts) * 10), conflictsFoundOfTen)
})
