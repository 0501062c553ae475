import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './steps.ts'

test('files run in the order given, each is counted, and a failure is the exit code', t => {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-run-tests-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const begun = join(folder, 'begun')
  const names = ['b.test.js', 'c.test.js', 'a.test.js']
  for (const name of names)
    writeFileSync(
      join(folder, name),
      `require('node:fs').appendFileSync(${JSON.stringify(begun)}, ${JSON.stringify(`${name} `)})
      require('node:test').test('of ${name}', () => require('node:assert').notEqual('${name}', 'c.test.js'))`,
    )
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const run = (...files: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/run-tests.ts'), '1', ...files], {
      cwd: folder,
      encoding: 'utf8',
      env,
    })
  const all = run(...names)
  assert.equal(readFileSync(begun, 'utf8'), `${names.join(' ')} `)
  assert.match(all.stdout, /✖ c\.test\.js: of c\.test\.js\n.*\n {2}2 passed, 1 failed, 0 skipped\n$/s)
  assert.equal(all.status, 1)
  assert.equal(run('a.test.js').status, 0)
})
