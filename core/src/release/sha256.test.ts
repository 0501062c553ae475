import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { runningSha256, sha256Of } from './sha256.ts'

test('bytes of every length up to 300, in pieces of any size, have the hash that node:crypto gives', () => {
  const bytes = randomBytes(300)
  for (let length = 0; length <= 300; length++) {
    const piece = bytes.subarray(0, length)
    const expected = hash('sha256', piece)
    assert.equal(sha256Of(piece), expected, `${length} bytes`)
    const running = runningSha256()
    for (let at = 0; at < length; ) {
      const size = 1 + ((at * 7 + length) % 90)
      running.update(piece.subarray(at, at + size))
      at += size
    }
    assert.equal(running.digest(), expected, `${length} bytes in pieces`)
  }
})
