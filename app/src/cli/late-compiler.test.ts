import assert from 'node:assert/strict'
import test from 'node:test'
import { lateCompiler } from './late-compiler.ts'

test('the optimising compiler is kept out of short recordings, and let in once during a long one', () => {
  const flags: string[] = []
  const compiler = lateCompiler(flag => flags.push(flag))
  const kept = ['--force-emit-interrupt-budget-checks', '--no-turbofan']
  assert.deepEqual(flags, [], 'what is loaded until then is loaded under the usual flags')
  for (const seconds of [0, 1, 60, 149]) compiler.heard(seconds)
  assert.deepEqual(flags, kept)
  for (const seconds of [150, 151, 2400]) compiler.heard(seconds)
  assert.deepEqual(flags, [...kept, '--turbofan'])
})
