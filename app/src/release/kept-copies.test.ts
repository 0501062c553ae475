import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keptCopies } from './kept-copies.ts'

const of = createHash('sha256').update('a review copy').digest('hex')

test('a small copy that was kept is found by what it was made of, and never once its bytes changed', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-kept-'))
  try {
    const kept = keptCopies(dir)
    assert.equal(await kept.find(of), null)
    writeFileSync(join(dir, 'made.mp4'), 'a small copy')
    await kept.keep(of, join(dir, 'made.mp4'))
    await kept.keep(of, join(dir, 'made.mp4'))
    const path = (await kept.find(of)) ?? assert.fail('it was kept')
    assert.equal(readFileSync(path, 'utf8'), 'a small copy')
    assert.deepEqual(readdirSync(join(dir, 'small-copies')).length, 1, 'nothing half made stays beside it')
    assert.equal(await kept.find(of.replace(/^./, 'x')), null)
    chmodSync(path, 0o600)
    writeFileSync(path, 'another copy')
    assert.equal(await kept.find(of), null)
    assert.deepEqual(readdirSync(join(dir, 'small-copies')), [], 'what changed is not kept')
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('where nothing can be kept, a release is none the worse', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-kept-'))
  try {
    writeFileSync(join(dir, 'small-copies'), 'a file in the way')
    writeFileSync(join(dir, 'made.mp4'), 'a small copy')
    await keptCopies(dir).keep(of, join(dir, 'made.mp4'))
    assert.equal(await keptCopies(dir).find(of), null)
  } finally {
    rmSync(dir, { recursive: true })
  }
})
