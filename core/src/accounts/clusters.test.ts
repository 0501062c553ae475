import assert from 'node:assert/strict'
import test from 'node:test'
import {
  clustersIn,
  emptyScores,
  f1Of,
  precisionOf,
  recallOf,
  scoreCluster,
} from '../../../test/cases/accounts/score.ts'

// What `npm run bench -- accounts` prints in full; the floors are what is promised of accounts that nobody tuned to.
for (const folder of ['practice', 'held-out', 'unseen'] as const)
  test(`the ${folder} clusters are read and lined up as well as is promised`, () => {
    const scores = emptyScores()
    for (const cluster of clustersIn(folder)) scoreCluster(cluster, scores)
    const floors = [
      ['sentences', f1Of(scores.sentences), 0.95],
      ['boilerplate', f1Of(scores.boilerplate), 0.9],
      ['quotes', f1Of(scores.quotes), 0.85],
      ['speakers', recallOf(scores.speakers), 0.92],
      ['chains', f1Of(scores.chains), 0.82],
      ['numbers', f1Of(scores.numbers), 0.88],
      ['times', f1Of(scores.times), 0.9],
      ['people', f1Of(scores.people), 0.7],
      ['links', f1Of(scores.links), 0.5],
      ['conflicts found', recallOf(scores.conflicts), 0.4],
      ['conflicts right', precisionOf(scores.conflicts), 0.5],
    ] as const
    assert.equal(scores.lost.found, 0)
    for (const [name, value, floor] of floors)
      assert.ok(value >= floor, `${name}: ${value} is below ${floor}`)
  })
