import assert from 'node:assert/strict'
import test from 'node:test'
import { besides, sideBySide } from './side-by-side.ts'

const angles = ['a', 'b', 'c', 'd']

test('the two angles selected last stand side by side, each where it stood', () => {
  assert.deepEqual(besides(['a', 'b'], 'b', 'a'), ['a', 'b'])
  assert.deepEqual(besides(['a', 'b'], 'c', 'a'), ['a', 'c'])
  assert.deepEqual(besides(['a', 'b'], 'c', 'b'), ['c', 'b'])
})

test('a selection that follows none of the two leaves no angle twice', () => {
  assert.deepEqual(besides(['a', 'b'], 'c', 'd'), ['c'])
  assert.deepEqual(besides([], 'c', null), ['c'])
})

test('places that an angle left are filled in the order of the angles', () => {
  assert.deepEqual(sideBySide([], angles), ['a', 'b'])
  assert.deepEqual(sideBySide(['c'], angles), ['c', 'a'])
  assert.deepEqual(sideBySide(['d', 'x'], angles), ['d', 'a'])
  assert.deepEqual(sideBySide(['d'], ['d']), ['d'])
})
