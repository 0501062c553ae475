import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOnce } from './read-once.ts'

test('what is read of one thing is read once, also where nothing is found', () => {
  const read: string[] = []
  const firstOf = readOnce((words: readonly string[]) => {
    read.push(words.join(' '))
    return words[0]
  })
  const [some, none, others] = [['a', 'b'], [], ['a', 'b']]
  assert.deepEqual(
    [firstOf(some), firstOf(none), firstOf(some), firstOf(none)],
    ['a', undefined, 'a', undefined],
  )
  assert.deepEqual(read, ['a b', ''])
  assert.equal(firstOf(others), 'a')
  assert.deepEqual(read, ['a b', '', 'a b'])
})
