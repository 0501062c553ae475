import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { chmod, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type ContentFault, checkContent } from './check.ts'
import { abcSha256, contentStoreContract, shasOf, textOf } from './content-store.contract.ts'
import { fileContentStore } from './file-content-store.ts'
import { bytes, withCode } from './log-store.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'sightline-content-'))
after(() => rmSync(root, { recursive: true, force: true }))

const newFolder = () => join(mkdtempSync(join(root, 'case-')), 'content')
const abc = { kind: 'bytes', bytes: bytes('abc') } as const

contentStoreContract('content in files', () => fileContentStore(newFolder()))

test('content lies under the first two digits of its hash, and nobody may write it', async () => {
  const dir = newFolder()
  await using content = await fileContentStore(dir)
  await content.put(abc)
  const path = join(dir, 'ba', abcSha256)
  assert.equal(content.path(abcSha256), path)
  assert.equal(statSync(path).mode & 0o777, 0o400)
  assert.equal(statSync(join(dir, 'ba')).mode & 0o777, 0o700)
  assert.deepEqual(readdirSync(join(dir, 'incoming')), [])
})

test('content is there when the store is opened again', async () => {
  const dir = newFolder()
  await (await fileContentStore(dir)).put(abc)
  for (const readOnly of [false, true])
    assert.equal(await textOf(await fileContentStore(dir, { readOnly }), abcSha256), 'abc')
})

test('what a killed writer left is cleared by the next writer, and not by a reader', async () => {
  const dir = newFolder()
  await (await fileContentStore(dir)).put(abc)
  mkdirSync(join(dir, 'incoming', 'scratch-x'))
  writeFileSync(join(dir, 'incoming', 'scratch-x', 'proxy.mp4'), 'half')
  writeFileSync(join(dir, 'incoming', '1.part'), 'half')
  const reader = await fileContentStore(dir, { readOnly: true })
  assert.deepEqual(await shasOf(reader), [abcSha256])
  assert.deepEqual(readdirSync(join(dir, 'incoming')).sort(), ['1.part', 'scratch-x'])
  const writer = await fileContentStore(dir)
  assert.deepEqual(readdirSync(join(dir, 'incoming')), [])
  assert.deepEqual(await shasOf(writer), [abcSha256])
})

test('a file made in a scratch folder is moved in, and the folder goes with what is left in it', async () => {
  const dir = newFolder()
  const content = await fileContentStore(dir)
  let path: string
  {
    await using scratch = await content.makeScratch()
    path = scratch.path
    writeFileSync(join(path, 'abc'), 'abc')
    writeFileSync(join(path, 'other'), 'other')
    const inode = statSync(join(path, 'abc')).ino
    await content.put({ kind: 'file', path: join(path, 'abc') })
    assert.equal(statSync(content.path(abcSha256)).ino, inode)
  }
  assert.equal(existsSync(path), false)
  assert.equal(await textOf(content, abcSha256), 'abc')
})

test('a file from another file system is copied in and removed there', async t => {
  const elsewhere = '/dev/shm'
  if (!existsSync(elsewhere) || statSync(elsewhere).dev === statSync(root).dev)
    return t.skip('this machine has no second file system to try')
  const folder = mkdtempSync(join(elsewhere, 'sightline-'))
  try {
    writeFileSync(join(folder, 'abc'), 'abc')
    const content = await fileContentStore(newFolder())
    const put = await content.put({ kind: 'file', path: join(folder, 'abc') })
    assert.deepEqual(put, { sha256: abcSha256, bytes: 3, isNew: true })
    assert.equal(await textOf(content, abcSha256), 'abc')
    assert.deepEqual(readdirSync(folder), [])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a link, a folder or a pipe is never moved in', async () => {
  const folder = mkdtempSync(join(root, 'odd-'))
  const content = await fileContentStore(newFolder())
  writeFileSync(join(folder, 'abc'), 'abc')
  symlinkSync('abc', join(folder, 'link'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  await assert.rejects(content.put({ kind: 'file', path: join(folder, 'link') }), withCode('store.failed'))
  await assert.rejects(
    content.put({ kind: 'file', path: join(folder, 'pipe') }),
    withCode('intake.not-a-file'),
  )
  await assert.rejects(content.put({ kind: 'file', path: folder }), withCode('intake.not-a-file'))
  await assert.rejects(content.put({ kind: 'file', path: join(folder, 'absent') }), withCode('store.failed'))
  assert.deepEqual(readdirSync(folder).sort(), ['abc', 'link', 'pipe'])
  assert.deepEqual(await shasOf(content), [])
})

test('stored bytes that changed are found by the check', async () => {
  const content = await fileContentStore(newFolder())
  await content.put(abc)
  await content.put({ kind: 'bytes', bytes: bytes('whole') })
  await chmod(content.path(abcSha256), 0o600)
  await writeFile(content.path(abcSha256), 'abd')
  const faults: ContentFault[] = []
  for await (const fault of checkContent(content)) faults.push(fault)
  const abdSha256 = 'a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9'
  assert.deepEqual(faults, [{ kind: 'content-differs', expected: abcSha256, found: abdSha256 }])
})

test('content cut short is not taken for the content, and can be stored again once removed', async () => {
  const content = await fileContentStore(newFolder())
  await content.put(abc)
  await chmod(content.path(abcSha256), 0o600)
  await truncate(content.path(abcSha256), 2)
  await assert.rejects(content.put(abc), withCode('case.damaged'))
  await content.remove(abcSha256)
  await content.put(abc)
  assert.equal(await textOf(content, abcSha256), 'abc')
})

test('files that are no content are not listed', async () => {
  const dir = newFolder()
  const content = await fileContentStore(dir)
  await content.put(abc)
  writeFileSync(join(dir, 'ba', 'note.txt'), '')
  mkdirSync(join(dir, '00'))
  writeFileSync(join(dir, '00', abcSha256), 'abc')
  writeFileSync(join(dir, 'cc'), '')
  assert.deepEqual(await shasOf(content), [abcSha256])
})
