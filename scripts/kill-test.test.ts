import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runKills } from './kill-test.ts'

test('a case whose writer is killed, eight times over, keeps every acknowledged entry and content', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-kill-'))
  try {
    const { entries, contents, broken } = await runKills({ dir, kills: 8, seed: 20210415, atMostDelayMs: 0 })
    assert.deepEqual(broken, [])
    assert.ok(entries > 0 && contents > 0, 'the writers wrote')
  } finally {
    rmSync(dir, { recursive: true })
  }
})
