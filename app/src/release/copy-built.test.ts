import assert from 'node:assert/strict'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeSmallRelease } from '../../../test/cases/release/small-release.ts'
import { sha256 } from '../store/sha256.ts'
import { copyBuilt } from './copy-built.ts'
import { newSigningKey } from './key-file.ts'

test('a release that was built is copied as its lists name it, seals and strangers left behind, and not at all once a byte changed', async context => {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-copy-'))
  context.after(() => rmSync(dir, { recursive: true }))
  const key = newSigningKey('records')
  const kit = { entries: 4, withheld: [2], identity: 'records', timestamp: 'nobody', key }
  const { root } = await makeSmallRelease(join(dir, 'built'), kit)
  const list = readFileSync(join(root, 'tagmanifest-sha256.txt'))
  writeFileSync(join(root, 'data/stranger.txt'), 'nobody listed this')
  const to = (name: string) => join(dir, name)
  await copyBuilt(root, to('good'), sha256(list), () => undefined)
  const names = (of: string) => readdirSync(of, { recursive: true }).map(String).sort()
  assert.deepEqual(
    names(to('good')),
    names(root).filter(each => !/stranger|\.sig$/.test(each)),
  )
  assert.deepEqual(readFileSync(join(to('good'), 'tagmanifest-sha256.txt')), list)
  await assert.rejects(
    copyBuilt(root, to('other'), 'a'.repeat(64), () => undefined),
    { code: 'release.changed' },
  )
  appendFileSync(join(root, 'data/index.html'), ' ')
  await assert.rejects(
    copyBuilt(root, to('bad'), sha256(list), () => undefined),
    /data\/index\.html/,
  )
  assert.equal(existsSync(to('bad')) || existsSync(to('other')), false, 'nothing is left')
})
