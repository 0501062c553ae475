import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextGoal, reachOf } from './reach.ts'

const question = (index: number, held: (index: number) => boolean, runsNext: number | null = null) => ({
  index,
  reach: { behind: 10, ahead: 20 },
  count: 1000,
  isSettled: held,
  runsNext,
  mayRunAhead: true,
})
const between = (from: number, to: number) => (index: number) => index >= from && index <= to

test('the wanted frame comes before everything around it', () => {
  assert.equal(nextGoal(question(100, between(80, 99))), 100)
})

test('nothing is fetched around it while another angle waits', () => {
  assert.equal(nextGoal({ ...question(100, between(100, 100)), mayRunAhead: false }), null)
})

test('a new run is begun when less than half of the reach is left, a standing one goes on at once', () => {
  assert.equal(nextGoal(question(100, between(90, 115))), null)
  assert.equal(nextGoal(question(100, between(90, 115), 116)), 116)
  assert.equal(nextGoal(question(100, between(90, 109))), 110)
  assert.equal(nextGoal(question(100, between(96, 120))), 95)
})

test('nothing is asked for beyond the ends of the recording', () => {
  assert.equal(nextGoal(question(0, between(0, 30))), null)
  assert.equal(nextGoal({ ...question(999, between(980, 999)) }), null)
})

test('the reach never asks for more than may be held', () => {
  for (const capacity of [8, 9, 20, 100, 600])
    for (const heading of [0, 1, -1] as const) {
      const { behind, ahead } = reachOf(heading, 480, capacity)
      assert.ok(behind + ahead + 1 <= capacity, `${behind} + ${ahead} + 1 <= ${capacity}`)
      assert.ok(behind >= 1 && ahead >= 1)
    }
})
