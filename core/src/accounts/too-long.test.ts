import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareAccounts } from './compare.ts'

const story = (count: string) =>
  `A guard fired ${count} shots at the van. The shop was shut. Rain fell all day.`

test('Two accounts too long for each other are read and named; the others are compared', () => {
  const long = `${story('five')} A bus came. A dog ran off. The lights went out. A bell rang.`
  const { accounts, links, tooLong } = compareAccounts(
    [long, story('five'), story('four'), long],
    () => false,
    21,
  )
  assert.equal(accounts.length, 4)
  assert.deepEqual(tooLong, [{ a: 0, b: 3, statements: [7, 7] }])
  assert.ok(links.some(({ a, b, relation }) => a.account === 1 && b.account === 2 && relation === 'conflict'))
  assert.ok(!links.some(({ a, b }) => a.account === 0 && b.account === 3))
  assert.deepEqual(compareAccounts([long, story('four')]).tooLong, [])
})
