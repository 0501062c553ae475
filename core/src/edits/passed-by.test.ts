import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutPassedBy } from './passed-by.ts'

const run = (from: number, to: number, rate: number) => ({ from, to, line: { rate } })
const shots = [0, 70, 121, 200]

test('what plays backwards amid frames of its shot that nothing tells is a place that the camera came by', () => {
  const [before, passed, after] = [run(0, 70, 1), run(93, 110, -0.4), run(121, 200, -1)]
  assert.deepEqual(withoutPassedBy([before, passed, after], shots), [before, after])
})

test('what plays backwards is told where it is most of its shot, and what plays forwards where it is little of it', () => {
  const most = [run(0, 70, 1), run(75, 112, -1), run(130, 150, 1)]
  assert.deepEqual(withoutPassedBy(most, shots), most)
  const all = [run(70, 95, 0.5), run(95, 121, -1)]
  assert.deepEqual(withoutPassedBy(all, shots), all)
})
