import assert from 'node:assert/strict'
import test from 'node:test'
import {
  clustersIn,
  emptyScores,
  precisionOf,
  recallOf,
  scoreCluster,
} from '../../../test/cases/accounts/score.ts'
import { conflictsFoundOfTen, conflictsRightOfTen } from './measured.ts'

test('people are told of no larger share of conflicts found, and right, than is measured', () => {
  const scores = emptyScores()
  for (const folder of ['elsewhere', 'third-writer'] as const)
    for (const cluster of clustersIn(folder)) scoreCluster(cluster, scores)
  const ofTen = (share: number) => Math.round(share * 10)
  assert.ok(ofTen(recallOf(scores.conflicts)) >= conflictsFoundOfTen)
  assert.ok(ofTen(precisionOf(scores.conflicts)) >= conflictsRightOfTen)
})
