import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

// A program of its own around the script that starts a check: what was built says 5, the whole program says 6.
const dir = mkdtempSync(join(tmpdir(), 'sightline-quick-'))
after(() => rmSync(dir, { recursive: true }))

before(() => {
  for (const folder of ['app/src', 'dist/quick', 'release', 'case'])
    mkdirSync(join(dir, folder), { recursive: true })
  cpSync(join(import.meta.dirname, 'quick-verify.mjs'), join(dir, 'app/src/quick-verify.mjs'))
  writeFileSync(join(dir, 'app/src/main.ts'), 'process.exitCode = 6\n')
  writeFileSync(join(dir, 'release/tagmanifest-sha256.txt'), '')
  writeFileSync(join(dir, 'dist/quick/hash-worker.mjs'), 'setInterval(() => {}, 1000)\n')
  writeFileSync(
    join(dir, 'dist/quick/verify.mjs'),
    'export const verifyQuickly = (args, { started }) => (args.includes("--not-mine") || started.threadId < 1 ? null : 5)\n',
  )
  writeFileSync(join(dir, 'dist/quick/sources.json'), '["app/src/main.ts"]\n')
  utimesSync(join(dir, 'app/src/main.ts'), 1e9, 1e9)
})

const answer = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(dir, 'app/src/quick-verify.mjs'), 'verify', ...args]).status

test('a release is checked by what set-up built for it, and all else is answered by the whole program', () => {
  assert.equal(answer(join(dir, 'release')), 5)
  assert.equal(answer(join(dir, 'case')), 6, 'no release')
  assert.equal(answer(), 6, 'no words')
  assert.equal(answer(join(dir, 'release'), '--not-mine'), 6, 'words for the whole program')
})

test('what was built from sources that changed since, or was never built, is not run', () => {
  utimesSync(join(dir, 'app/src/main.ts'), 4e9, 4e9)
  assert.equal(answer(join(dir, 'release')), 6)
  rmSync(join(dir, 'dist'), { recursive: true })
  assert.equal(answer(join(dir, 'release')), 6)
})
