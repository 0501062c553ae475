import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './steps.ts'

test('failures, skips, suites and files that crash are each counted once', t => {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-reporter-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const files = {
    'mixed.test.js': `
      const { describe, test } = require('node:test')
      test('good', () => {})
      test('bad', () => { throw new Error('bad') })
      test('left out', { skip: 'for a reason' }, () => {})
      describe('suite', () => { test('bad inside', () => { throw new Error('inside') }) })`,
    'crash.test.js': "throw new Error('on import')",
    'exit.test.js': "require('node:test').test('leaves', () => process.exit(3))",
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const reporter = `--test-reporter=${join(root, 'scripts/reporter.ts')}`
  const done = spawnSync(process.execPath, ['--test', reporter, ...Object.keys(files)], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  assert.match(done.stdout, /\n {2}1 passed, 4 failed, 1 skipped\n$/)
  assert.match(done.stdout, /skipped: left out \(for a reason\)/)
  assert.equal(done.status, 1)
})
