import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { FingerprintMaker } from '@sightline/core/edits'
import { openFingerprints, writeFingerprints } from './fingerprint-file.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-fingerprints-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const size = { width: 128, height: 72 }

function made(hasCorners: boolean) {
  const maker = new FingerprintMaker(size, 1 / 6, hasCorners)
  let state = 7
  const luma = new Uint8Array(size.width * size.height)
  for (let frame = 0; frame < 12; frame++) {
    for (let n = 0; n < luma.length; n++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      luma[n] = n % 7 === 0 ? state >>> 24 : (luma[n - 1] ?? 90)
    }
    maker.add(luma)
  }
  return maker.finish()
}

test('fingerprints come back from their file as they were, with corners and without', () => {
  for (const hasCorners of [true, false]) {
    const path = join(dir, `kept-${hasCorners}`)
    const own = made(hasCorners)
    writeFingerprints(path, own)
    using kept = openFingerprints(path)
    assert.deepEqual(kept.thumbFrames, own.thumbFrames)
    assert.deepEqual(kept.thumbs, own.thumbs)
    assert.deepEqual(kept.cornerFrames, own.cornerFrames)
    assert.ok(own.cornerFrames.length > 2)
    for (const n of own.cornerFrames.keys()) assert.deepEqual(kept.corners?.(n), own.corners?.(n))
    assert.equal(kept.corners === null, !hasCorners)
  }
})

test('a file that is cut short, longer, empty or something else is no fingerprints', () => {
  const path = join(dir, 'whole')
  writeFingerprints(path, made(true))
  const bytes = readFileSync(path)
  const huge = Buffer.from(bytes)
  huge.writeUInt32LE(0xffff_ffff, 8)
  const cut = [0, 3, 20, 300, bytes.length - 1].map(length => bytes.subarray(0, length))
  for (const wrong of [...cut, Buffer.concat([bytes, bytes]), Buffer.alloc(5000, 7), huge]) {
    const other = join(dir, 'other')
    writeFileSync(other, wrong)
    assert.throws(() => openFingerprints(other), { code: 'store.failed' })
  }
})
