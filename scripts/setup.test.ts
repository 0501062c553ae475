import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { lockDifference } from './setup.mjs'
import { root } from './steps.ts'

const machine = { os: 'linux', cpu: 'x64', libc: 'glibc' }
const locked = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/left': { version: '1.0.0', integrity: 'sha512-left' },
    'node_modules/tool-linux-x64': { version: '2.0.0', os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
    'node_modules/tool-linux-arm64': { version: '2.0.0', os: ['linux'], cpu: ['arm64'] },
    'node_modules/tool-musl': { version: '2.0.0', os: 'linux', cpu: 'x64', libc: 'musl' },
  },
}
const left = locked.packages['node_modules/left']
const tool = locked.packages['node_modules/tool-linux-x64']

test('what this machine needs is installed, and packages for other machines are not missed', () => {
  const installed = { packages: { 'node_modules/left': left, 'node_modules/tool-linux-x64': tool } }
  assert.equal(lockDifference(locked, installed, machine), null)
})

test('a package that is missing, of another version or of other content asks for an installation', () => {
  assert.equal(lockDifference(locked, null, machine), 'no packages are installed')
  assert.equal(
    lockDifference(locked, { packages: { 'node_modules/left': left } }, machine),
    'node_modules/tool-linux-x64 is not installed',
  )
  const older = { 'node_modules/left': { ...left, version: '0.9.0' }, 'node_modules/tool-linux-x64': tool }
  assert.match(
    lockDifference(locked, { packages: older }, machine) ?? '',
    /0\.9\.0, not as the locked 1\.0\.0/,
  )
  const other = {
    'node_modules/left': { ...left, integrity: 'sha512-x' },
    'node_modules/tool-linux-x64': tool,
  }
  assert.match(lockDifference(locked, { packages: other }, machine) ?? '', /node_modules\/left/)
})

/** A PATH on which only what set-up itself needs is found, and an apt-get that notes its calls and obeys `installs`. */
function fakeSystem(
  installs: boolean,
): Disposable & { readonly path: string; readonly calls: () => string[] } {
  const path = mkdtempSync(join(tmpdir(), 'sightline-setup-'))
  for (const name of ['sh', 'uname', 'readlink', 'dirname', 'chmod', 'env'])
    symlinkSync(join('/usr/bin', name), join(path, name))
  symlinkSync(process.execPath, join(path, 'node'))
  const log = join(path, 'calls.txt')
  const makes = `[ "$1" != install ] || for name in ffmpeg chromium bwrap; do : > ${path}/$name; chmod +x ${path}/$name; done`
  const install = installs ? makes : ':'
  const scripts = {
    'apt-get': `echo "$*" >> ${log}\n${install}\n`,
    sudo: 'while case "$1" in -*) ;; *) false ;; esac; do shift; done\n[ "$1" = true ] || exec "$@"\n',
  }
  for (const [name, text] of Object.entries(scripts))
    writeFileSync(join(path, name), `#!/bin/sh\n${text}`, { mode: 0o755 })
  return {
    path,
    calls: () => readFileSync(log, 'utf8').trim().split('\n'),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  }
}

function setUp(path: string): { readonly status: number | null; readonly stderr: string } {
  const env = { ...process.env, PATH: path }
  return spawnSync(join(path, 'node'), [join(root, 'scripts/setup.mjs'), 'test'], { env, encoding: 'utf8' })
}

test('missing programs are installed once, with apt-get, and a second run calls it no more', () => {
  using system = fakeSystem(true)
  const first = setUp(system.path)
  assert.equal(first.status, 0, first.stderr)
  const expected = ['update -q', 'install -y -q --no-install-recommends ffmpeg chromium bubblewrap']
  assert.deepEqual(system.calls(), expected)
  assert.equal(setUp(system.path).status, 0)
  assert.deepEqual(system.calls(), expected)
})

test('when programs cannot be installed, the command to run by hand is printed and the exit code is 2', () => {
  using system = fakeSystem(false)
  const done = setUp(system.path)
  assert.equal(done.status, 2)
  const command = 'apt-get update && apt-get install -y --no-install-recommends ffmpeg chromium bubblewrap'
  assert.ok(done.stderr.includes(command), done.stderr)
})
