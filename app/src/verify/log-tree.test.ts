import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { growingTree } from '@sightline/core/release'
import { LogTree } from './log-tree.ts'

test('the quick tree over lines and the plain one come to the same root, for every length up to 70', () => {
  const quick = new LogTree()
  const plain = growingTree(bytes => createHash('sha256').update(bytes).digest())
  assert.equal(quick.root(), Buffer.from(plain.root()).toString('hex'))
  for (let n = 0; n < 70; n++) {
    const line = Buffer.from('a line '.repeat(n * 3))
    quick.add(line)
    plain.add(line)
    assert.equal(quick.root(), Buffer.from(plain.root()).toString('hex'), `${n + 1} lines`)
  }
})
