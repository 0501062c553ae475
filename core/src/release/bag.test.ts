import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bagInfoText, payloadOxum } from './bag.ts'
import { closedWorldFaults } from './closed-world.ts'
import { nameProblem, releaseFiles, requiredTagFiles } from './layout.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { isWithin, rangesOf } from './release-document.ts'

const hash = (digit: string) => digit.repeat(64)

test('a manifest comes back as it was written, in order of paths', () => {
  const text = writeManifest([
    { path: 'data/b', sha256: hash('b') },
    { path: 'data/a-1', sha256: hash('a') },
    { path: 'data/a.txt', sha256: hash('c') },
  ])
  assert.equal(text.split('\n')[0], `${hash('a')}  data/a-1`)
  assert.deepEqual(readManifest(text), {
    files: new Map([
      ['data/a-1', hash('a')],
      ['data/a.txt', hash('c')],
      ['data/b', hash('b')],
    ]),
    problems: [],
  })
  assert.deepEqual(readManifest(''), { files: new Map(), problems: [] })
})

test('a manifest in any other form is no manifest', () => {
  const line = `${hash('a')}  data/a\n`
  const wrong = [
    line.trimEnd(),
    `${line}\n`,
    line.replace('  ', ' *'),
    line.replace('a'.repeat(64), 'A'.repeat(64)),
    line.replace('\n', '\r\n'),
    `${line}${line}`,
    `${hash('a')}  data/b\n${line}`,
    `\ufeff${line}`,
    `${hash('a')}  /etc/passwd\n`,
    `\\${line}`,
  ]
  for (const text of wrong) assert.notEqual(readManifest(text).problems.length, 0, JSON.stringify(text))
})

test('what a bag says of its payload is read back, and words cannot add lines to it', () => {
  const text = bagInfoText({
    organization: 'An office\nPayload-Oxum: 1.1',
    title: 'x',
    version: 2,
    day: '2031-05-03',
    payload: { bytes: 1234, files: 5 },
  })
  assert.deepEqual(payloadOxum(text), { bytes: 1234, files: 5 })
  assert.equal(payloadOxum('Payload-Oxum: many'), null)
})

test('names that some system cannot hold, or that hide something, are told', () => {
  for (const good of ['data/index.html', 'custody/bodies/000001.json', 'a-b_c.D'])
    assert.equal(nameProblem(good), null)
  for (const bad of [
    '.hidden',
    'a b',
    'a/../b',
    'a//b',
    '',
    'é',
    'con',
    'data/NUL.txt',
    'a.',
    'x'.repeat(201),
    'a\\b',
    'a:b',
  ])
    assert.notEqual(nameProblem(bad), null, bad)
})

test('a folder is whole only when it holds what is listed and nothing else', () => {
  const tags: readonly string[] = requiredTagFiles
  const payload: readonly string[] = [releaseFiles.page]
  const file = (path: string) => ({ path, kind: 'file' as const })
  const found = [
    ...[...tags, ...payload, releaseFiles.tagManifest, releaseFiles.signature].map(file),
    ...['data', 'custody'].map(path => ({ path, kind: 'folder' as const })),
  ]
  const kinds = (
    more: typeof found | readonly { path: string; kind: 'link' }[],
    listed = { payload, tags },
  ) =>
    closedWorldFaults([...found, ...more], {
      payload: new Set(listed.payload),
      tags: new Set(listed.tags),
    }).map(({ kind }) => kind)
  assert.deepEqual(kinds([]), [])
  assert.deepEqual(kinds([file('data/x')]), ['extra'])
  assert.deepEqual(kinds([{ path: 'data/x', kind: 'link' }]), ['not-a-file'])
  assert.deepEqual(kinds([{ path: 'data/x', kind: 'folder' }]), ['empty-folder'])
  assert.deepEqual(kinds([file('data/Index.html')]), ['extra', 'same-but-for-case'])
  assert.deepEqual(kinds([], { payload: [...payload, 'data/gone'], tags }), ['missing'])
  assert.deepEqual(kinds([], { payload: [...payload, 'bagit.txt'], tags }), ['in-the-wrong-manifest'])
  assert.deepEqual(kinds([], { payload, tags: [...tags, releaseFiles.signature] }), ['in-the-wrong-manifest'])
})

test('of a folder that could not be read nothing is told as missing, nor it as empty', () => {
  const listed = { payload: new Set([releaseFiles.page, 'data2/x']), tags: new Set(requiredTagFiles) }
  const found = [
    ...requiredTagFiles.map(path => ({ path, kind: 'file' as const })),
    { path: 'data', kind: 'folder' as const },
    { path: 'custody', kind: 'folder' as const },
  ]
  const told = (unread?: readonly string[]) =>
    closedWorldFaults(found, listed, unread).map(({ kind, path }) => `${kind} ${path}`)
  const other = ['in-the-wrong-manifest data2/x', 'missing data2/x']
  assert.deepEqual(told(['data']), other)
  assert.deepEqual(
    told().toSorted(),
    [...other, 'empty-folder data', `missing ${releaseFiles.page}`].toSorted(),
  )
})

test('ranges hold the numbers that they were made of and no others', () => {
  const numbers = [9, 1, 2, 3, 7, 8, 20]
  const ranges = rangesOf(numbers)
  assert.deepEqual(ranges, [
    [1, 3],
    [7, 9],
    [20, 20],
  ])
  for (let n = 0; n < 25; n++) assert.equal(isWithin(ranges, n), numbers.includes(n))
})
