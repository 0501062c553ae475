import assert from 'node:assert/strict'
import test from 'node:test'
import type { DeclaredDifference, EditLine } from '../case/index.ts'
import { heldAgainstDeclared } from './declared.ts'
import { laidOver } from './laid-over.ts'
import { candidate, film, listOf, one, seconds, shown } from './lines-for-tests.ts'
import { standInPlace } from './stand-in-place.ts'

const blur = (from: number, to: number, region: [number, number, number, number]): EditLine => ({
  ...{ part: 'picture', kind: 'redaction', factor: null, crop: null },
  ...{ from: seconds(from), to: seconds(to), region },
})
const muted: EditLine = {
  ...{ part: 'sound', kind: 'muted', raw: null, rawFrom: null },
  ...{ from: seconds(3), to: seconds(4) },
}
const said = (more: Partial<DeclaredDifference>): DeclaredDifference => ({
  ...{ id: 'dd1', of: film, what: 'picture', from: seconds(2), to: seconds(5), region: [100, 100, 200, 200] },
  ...{ declaredBy: 'the agency', reason: 'its log', withdrawn: null, rev: 1 },
  ...{ agent: { kind: 'person', person: 'p1' }, at: '2026-01-02T03:04:05.678Z' },
  ...more,
})
const found = (lines: readonly EditLine[], declared: readonly DeclaredDifference[]) =>
  heldAgainstDeclared(laidOver(listOf(...lines.map(line => candidate(line))), [], film), declared, film).map(
    ({ line, by }) => [line.line.part, by?.id ?? null],
  )

test('what lies inside of a declared stretch and part is covered, to a few pixels and frames', () => {
  assert.deepEqual(found([blur(2, 5, [95, 110, 190, 190])], [said({})]), [['picture', 'dd1']])
  assert.deepEqual(found([blur(1.95, 5.05, [100, 100, 200, 200])], [said({})]), [['picture', 'dd1']])
})

test('what goes beyond in time or place, or was declared of something else, is not covered', () => {
  assert.deepEqual(found([blur(1, 5, [100, 100, 200, 200])], [said({})]), [['picture', null]])
  assert.deepEqual(found([blur(2, 5, [50, 100, 200, 200])], [said({})]), [['picture', null]])
  assert.deepEqual(found([muted], [said({})]), [['sound', null]])
  assert.deepEqual(found([muted], [said({ what: 'sound', region: null })]), [['sound', 'dd1']])
  assert.deepEqual(found([blur(2, 5, [100, 100, 9, 9])], [said({ withdrawn: 'r' })]), [['picture', null]])
  assert.deepEqual(found([blur(2, 5, [100, 100, 9, 9])], [said({ of: one })]), [['picture', null]])
})

test('a declared whole picture covers cuts and speeds, a part of it does not', () => {
  const slow = shown([2, 4], one, 10, { rate: 0.5 })
  assert.deepEqual(found([slow], [said({})]), [['shown', null]])
  assert.deepEqual(found([slow], [said({ region: null })]), [['shown', 'dd1']])
  assert.deepEqual(found([shown([2, 4], one, 10)], []), [])
})

test('a stand-in whose pictures lie on the recording by one map has a place, one that was cut has none', () => {
  const lines = (...all: readonly EditLine[]) =>
    laidOver(listOf(...all.map(line => candidate(line))), [], film)
  assert.deepEqual(standInPlace(lines(shown([0, 5], one, 2), shown([5, 10], one, 7.02))), {
    ...{ kind: 'even', lag: seconds(2.01), shownMicros: seconds(10), errorMs: 11 },
  })
  assert.equal(standInPlace(lines(shown([0, 5], one, 2), shown([5, 10], one, 8))).kind, 'uneven')
  assert.equal(standInPlace(lines(shown([0, 5], one, 2, { rate: 0.5 }))).kind, 'uneven')
  assert.equal(standInPlace([]).kind, 'uneven')
})
