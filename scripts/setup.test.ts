import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockDifference } from './setup.mjs'

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
