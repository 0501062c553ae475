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
  for (const name of ['quick-verify.mjs', 'quick-listen.mjs', 'quick-diff.mjs', 'quick-built.ts'])
    cpSync(join(import.meta.dirname, name), join(dir, 'app/src', name))
  writeFileSync(join(dir, 'app/src/main.ts'), 'process.exitCode = 6\n')
  writeFileSync(join(dir, 'release/tagmanifest-sha256.txt'), '')
  writeFileSync(join(dir, 'dist/quick/hash-worker.mjs'), 'setInterval(() => {}, 1000)\n')
  writeFileSync(
    join(dir, 'dist/quick/verify.mjs'),
    'export const verifyQuickly = (args, { started }) => (args.includes("--not-mine") || started.threadId < 1 ? null : 5)\n',
  )
  writeFileSync(
    join(dir, 'dist/quick/listen.mjs'),
    'export const listenQuickly = args => (args.length === 1 ? 5 : null)\n',
  )
  writeFileSync(
    join(dir, 'dist/quick/diff.mjs'),
    'export const diffQuickly = args => Promise.resolve(args.length)\n',
  )
  for (const list of ['sources.json', 'listen-sources.json', 'diff-sources.json'])
    writeFileSync(join(dir, 'dist/quick', list), '["app/src/main.ts"]\n')
  utimesSync(join(dir, 'app/src/main.ts'), 1e9, 1e9)
})

const answerOf =
  (verb: string) =>
  (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(dir, `app/src/quick-${verb}.mjs`), verb, ...args]).status
const answer = answerOf('verify')
const heard = answerOf('listen')
const held = answerOf('diff')

test('a release is checked by what set-up built for it, and all else is answered by the whole program', () => {
  assert.equal(answer(join(dir, 'release')), 5)
  assert.equal(answer(join(dir, 'case')), 6, 'no release')
  assert.equal(answer(), 6, 'no words')
  assert.equal(answer(join(dir, 'release'), '--not-mine'), 6, 'words for the whole program')
})

test('one recording is heard by what set-up built for it, several by the whole program', () => {
  assert.equal(heard('a.wav'), 5)
  assert.equal(heard('a.wav', 'b.wav'), 6)
})

test('a film is held against recordings by what set-up built for it, and the whole program tells how that is asked for', () => {
  assert.equal(held('film.mp4', 'a.mp4', 'b.mp4'), 3)
  assert.equal(held('--help'), 6)
})

test('what was built from sources that changed since, or was never built, is not run', () => {
  utimesSync(join(dir, 'app/src/main.ts'), 4e9, 4e9)
  assert.equal(answer(join(dir, 'release')), 6)
  assert.equal(heard('a.wav'), 6)
  assert.equal(held('film.mp4', 'a.mp4'), 6)
  rmSync(join(dir, 'dist'), { recursive: true })
  assert.equal(answer(join(dir, 'release')), 6)
})
