import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type BuiltHead, builtScript } from './quick-built.ts'

// A program of its own around the script that starts a check: what was built says 5, the whole program says 6.
const dir = mkdtempSync(join(tmpdir(), 'sightline-quick-'))
after(() => rmSync(dir, { recursive: true }))

before(() => {
  for (const folder of ['app/src', 'dist/quick', 'release', 'case'])
    mkdirSync(join(dir, folder), { recursive: true })
  for (const name of ['quick-verify.mjs', 'quick-listen.mjs', 'quick-with-thread.mjs', 'quick-built.ts'])
    cpSync(join(import.meta.dirname, name), join(dir, 'app/src', name))
  writeFileSync(join(dir, 'app/src/main.ts'), 'process.exitCode = 6\n')
  writeFileSync(join(dir, 'release/tagmanifest-sha256.txt'), '')
  writeFileSync(join(dir, 'dist/quick/hash-worker.mjs'), 'setInterval(() => {}, 1000)\n')
  build(
    'verify',
    'exports.verifyQuickly = (args, { started }) => (args.includes("--not-mine") || started.threadId < 1 ? null : 5)',
  )
  build('listen', 'exports.listenQuickly = args => (args.length > 0 ? args.length : null)')
  for (const verb of ['diff', 'sync'])
    build(verb, 'exports.runQuickly = args => Promise.resolve(args.length)')
  for (const thread of ['compare-worker', 'place-worker']) build(thread, '')
  utimesSync(join(dir, 'app/src/main.ts'), 1e9, 1e9)
})

/** As set-up writes it; code that no V8 made is refused by V8, which then reads the text. */
function build(program: string, text: string, code: Uint8Array = Buffer.from('no code')): void {
  const head = { sources: ['app/src/main.ts'], textBytes: text.length } satisfies BuiltHead
  const parts = [`${JSON.stringify(head)}\n`, text, code].map(part => Buffer.from(part as string))
  writeFileSync(join(dir, `dist/quick/${program}.built`), Buffer.concat(parts))
}

const answerOf =
  (verb: string, program: string) =>
  (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(dir, `app/src/quick-${program}.mjs`), verb, ...args]).status
const answer = answerOf('verify', 'verify')
const heard = answerOf('listen', 'listen')
const held = answerOf('diff', 'with-thread')
const placed = answerOf('sync', 'with-thread')

test('a release is checked by what set-up built for it, and all else is answered by the whole program', () => {
  assert.equal(answer(join(dir, 'release')), 5)
  assert.equal(answer(join(dir, 'case')), 6, 'no release')
  assert.equal(answer(), 6, 'no words')
  assert.equal(answer(join(dir, 'release'), '--not-mine'), 6, 'words for the whole program')
})

test('recordings are heard by what set-up built for it, and the whole program answers where none is named', () => {
  assert.equal(heard('a.wav', 'b.wav'), 2)
  assert.equal(heard(), 6)
})

test('a film is held against recordings, and recordings are placed, by what set-up built for it, and the whole program tells how that is asked for', () => {
  assert.equal(held('film.mp4', 'a.mp4', 'b.mp4'), 3)
  assert.equal(placed('a.mp4', 'b.mp4'), 2)
  assert.equal(held('--help'), 6)
})

test('code that was kept runs in place of its text, from a folder of its own, under the flags that the verb is started with', () => {
  const code = (text: string) => builtScript(text, 'any').createCachedData()
  const flags = ['--single-threaded-gc', '--no-concurrent-recompilation']
  const look =
    'exports.listenQuickly = () => require("node:path").dirname(moduleUrl).endsWith("dist/quick") ? 7 : 8'
  build('listen', look, code(look))
  assert.equal(
    spawnSync(process.execPath, [...flags, join(dir, 'app/src/quick-listen.mjs'), 'listen', 'a.wav']).status,
    7,
  )
  const bytes = code(look)
  const probe = `const { builtScript } = await import(${JSON.stringify(pathToFileURL(join(dir, 'app/src/quick-built.ts')).href)})
    process.exitCode = builtScript(${JSON.stringify(look)}, 'any', Buffer.from('${bytes.toString('base64')}', 'base64')).cachedDataRejected ? 1 : 4`
  assert.equal(spawnSync(process.execPath, [...flags, '--input-type=module', '-e', probe]).status, 4)
})

test('what was built from sources that changed since, or was never built, is not run', () => {
  utimesSync(join(dir, 'app/src/main.ts'), 4e9, 4e9)
  assert.equal(answer(join(dir, 'release')), 6)
  assert.equal(heard('a.wav'), 6)
  assert.equal(placed('a.mp4', 'b.mp4'), 6)
  rmSync(join(dir, 'dist'), { recursive: true })
  assert.equal(answer(join(dir, 'release')), 6)
})
