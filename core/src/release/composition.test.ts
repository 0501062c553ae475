import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyCase } from '../case/index.ts'
import { Composition, draftComposition } from './composition.ts'

const going = { recording: '1'.repeat(64), title: 'A camera', wearer: null, redaction: 'done' }
const isTaken = (more: object) =>
  Composition.safeParse({ ...draftComposition(emptyCase), recordings: [{ ...going, ...more }] }).success

test('parts of a recording stand in order, apart, and never in an original', () => {
  const parts = (...spans: readonly (readonly [number, number])[]) =>
    spans.map(([from, to]) => ({ from, to }))
  assert.ok(isTaken({ as: 'proxy' }))
  assert.ok(isTaken({ as: 'proxy', parts: parts([-5, 10], [11, 20]) }))
  assert.ok(isTaken({ as: 'original' }))
  assert.ok(!isTaken({ as: 'original', parts: parts([0, 10]) }))
  for (const wrong of [parts(), parts([10, 10]), parts([0, 10], [10, 20]), parts([10, 20], [0, 5])])
    assert.ok(!isTaken({ as: 'proxy', parts: wrong }), JSON.stringify(wrong))
})
