import assert from 'node:assert/strict'
import test from 'node:test'
import { terminalIo } from './terminal.ts'

test('a signal ends work at once that never lets go of its thread, and is heeded again after it', () => {
  const heeding = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')
  const before = heeding()
  const io = terminalIo(false)
  assert.equal(heeding(), before + 2)
  assert.equal(io.endedAtOnce?.(heeding), before)
  assert.throws(() =>
    io.endedAtOnce?.(() => {
      throw new Error('as work may')
    }),
  )
  assert.equal(heeding(), before + 2)
})
