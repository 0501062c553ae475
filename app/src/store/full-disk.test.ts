import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

/** A small file system of its own, in a mount namespace that goes with the process. */
const mountAndRun = 'mount -t tmpfs -o size=4m,mode=700 tmpfs "$1" && exec "$2" "$3" "$1"'

test('on a full disk nothing is lost, nothing half-written stays, and work goes on once there is room', t => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-full-'))
  try {
    if (
      spawnSync('unshare', [
        '--user',
        '--map-root-user',
        '--mount',
        'sh',
        '-c',
        'mount -t tmpfs tmpfs "$1"',
        'sh',
        dir,
      ]).status !== 0
    )
      return t.skip('this machine does not let a process mount a small file system of its own')
    const program = fileURLToPath(new URL('./full-disk.trial.ts', import.meta.url))
    const run = spawnSync(
      'unshare',
      ['--user', '--map-root-user', '--mount', 'sh', '-c', mountAndRun, 'sh', dir, process.execPath, program],
      { encoding: 'utf8' },
    )
    assert.equal(run.status, 0, run.stderr)
    assert.deepEqual(JSON.parse(run.stdout), {
      errors: {
        bytes: 'store.full',
        stream: 'store.full',
        append: 'store.full',
        file: 'none',
        again: 'none',
      },
      left: [],
      batches: 0,
      grew: true,
      isSmallHeld: true,
      faults: [],
      went: 1,
    })
  } finally {
    rmSync(dir, { recursive: true })
  }
})
