import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'
import { statementsOf } from './features.ts'
import { contextSignals, pairsInContext, runsOf } from './in-context.ts'
import { readAccount } from './read-account.ts'

const named = (signals: readonly number[]) =>
  Object.fromEntries(contextSignals.map((name, at) => [name, signals[at]]))

test('what goes on in a paragraph is of one matter with what its beginning is, and says by what', () => {
  const linksOf = (one: string) =>
    compareAccounts([one, 'Staff say the van stood in the sun for ten minutes.\n\nThe key had been lost.'])
      .links.filter(({ a }) => one.slice(a.start, a.end).startsWith('Nobody'))
      .map(({ relation, why }) => [relation, why])
  assert.deepEqual(
    linksOf('The van stood in the sun for an hour. Nobody opened it.\n\nThe mayor resigned.'),
    [['detail', ['beside: stand, sun, van']]],
  )
  assert.deepEqual(
    linksOf('The van stood in the sun for an hour.\n\nNobody opened it.\n\nThe mayor resigned.'),
    [],
  )
})

test('a statement stands in one paragraph with the one before it or does not', () => {
  const runs = runsOf(statementsOf(readAccount('One man ran. One man fell.\n\nIt rained all day.'), 0))
  assert.deepEqual([...runs], [0, 1, 0])
})

test('chances beside a pair count by paragraph, and what shares nothing is looked at only beside a likely pair', () => {
  const chances = { rows: 3, columns: 2, values: Float64Array.of(0.5, 0.1, 0, 0, 0.3, 0) }
  const found = [...pairsInContext(chances, Uint8Array.of(0, 1, 0), Uint8Array.of(0, 0))]
  assert.deepEqual(
    found.map(({ row, column }) => [row, column]),
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 0],
    ],
  )
  const [first, second, beside, last] = found.map(({ signals }) => named(signals))
  assert.deepEqual(first, {
    alone: 0,
    before: 0,
    after: 0,
    acrossParagraphs: 0.1,
    bothBeside: 0,
    likelierPartners: 0.1 + 0.3,
  })
  assert.equal(second?.['likelierPartners'], 0.5)
  assert.equal(beside?.['before'], 0.5)
  assert.equal(beside?.['acrossParagraphs'], 0.3)
  assert.equal(beside?.['alone'], Math.log(0.018 / (1 - 0.018)))
  assert.equal(last?.['likelierPartners'], 0.5)
})
