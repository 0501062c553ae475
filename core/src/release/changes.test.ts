import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesBetween } from './changes.ts'
import type { Composition } from './composition.ts'

const released = (...recordings: readonly (readonly [title: string, id: string])[]) =>
  ({
    recordings: recordings.map(([title, recording]) => ({ title, recording, as: 'proxy' })),
    documents: [],
    accounts: [],
  }) as unknown as Composition

test('what was added, is gone and was replaced is told by title', () => {
  const before = released(['A', '1'], ['B', '2'], ['C', '3'])
  assert.deepEqual(changesBetween(before, released(['A', '1'], ['C', '4'], ['D', '5'])), {
    added: ['D'],
    removed: ['B'],
    replaced: ['C'],
  })
  assert.deepEqual(changesBetween(before, before), { added: [], removed: [], replaced: [] })
})
