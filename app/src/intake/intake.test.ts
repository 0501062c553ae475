import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import test, { type TestContext } from 'node:test'
import type { Fact, HeldFile } from '@sightline/core/case'
import { CaseKeeper } from '../case/keeper.ts'
import { type Prober, takeIn } from './intake.ts'

const ignore = () => undefined
const clock = { now: () => new Date('2026-03-04T05:06:07.008Z') }
/** The smallest file that is recognised as media; probing is not what is tested here. */
const mp4 = (mark: string) =>
  Buffer.concat([Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'), Buffer.from(mark)])
const refusing: Prober =
  async () =>
  async (recording): Promise<Fact> => ({
    type: 'recording-refused',
    detail: { v: 1, recording, why: { code: 'media.unreadable', message: 'not looked at' }, tool: 'none' },
  })

/** A folder and its case, as a person's machine has them. */
async function place(context: TestContext) {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-intake-'))
  context.after(() => rmSync(dir, { recursive: true, force: true }))
  const folder = join(dir, 'folder')
  mkdirSync(folder)
  const keeper = await CaseKeeper.open(join(folder, '.sightline'), clock)
  context.after(() => keeper[Symbol.asyncDispose]())
  const signal = new AbortController().signal
  const read = (probe = refusing) => takeIn({ keeper, folder, probe, signal, onProgress: ignore })
  const file = (path: string): HeldFile => keeper.state().files.get(path) ?? assert.fail(`${path} is listed`)
  return { folder, keeper, read, file }
}

test('files are told apart by what is in them, whatever they are called', async context => {
  const { folder, read, file } = await place(context)
  mkdirSync(join(folder, 'sub/deeper'), { recursive: true })
  writeFileSync(join(folder, 'sub/deeper/film.txt'), mp4('a'))
  writeFileSync(join(folder, 'story.mp4'), 'The yard was empty at noon.\n')
  writeFileSync(join(folder, 'page.bin'), '<!doctype html><title>x</title>')
  writeFileSync(join(folder, 'paper'), '%PDF-1.7\n')
  writeFileSync(join(folder, 'list.mp4'), '#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n')
  writeFileSync(
    join(folder, 'entity.html'),
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
  )
  await read()
  const kinds = ['sub/deeper/film.txt', 'story.mp4', 'page.bin', 'paper', 'list.mp4', 'entity.html'].map(
    path => file(path).found.kind,
  )
  assert.equal(file('list.mp4').found.why?.code, 'media.unsupported')
  assert.deepEqual(kinds, ['recording', 'account', 'account', 'account', 'document', 'document'])
})

test('what is not a file is listed with its reason and never followed', async context => {
  const { folder, read, file } = await place(context)
  symlinkSync('/etc', join(folder, 'way out'))
  symlinkSync('/etc/hostname', join(folder, 'host.mp4'))
  execFileSync('mkfifo', [join(folder, 'pipe.mp4')])
  writeFileSync(join(folder, 'empty.mp4'), '')
  writeFileSync(
    join(folder, 'noise.mp4'),
    Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251)),
  )
  await read()
  const whys = ['way out', 'host.mp4', 'pipe.mp4', 'empty.mp4', 'noise.mp4'].map(
    path => file(path).found.why?.code,
  )
  assert.deepEqual(whys, [
    'intake.not-a-file',
    'intake.not-a-file',
    'intake.not-a-file',
    'intake.empty',
    'intake.unrecognised',
  ])
})

test('any name the file system allows is taken in, and read back under its own bytes', async context => {
  const { folder, keeper, read, file } = await place(context)
  const names = ['two\nlines.mp4', '-i quote\'".mp4', '..%d*?.mp4', 'a'.repeat(255)]
  for (const name of names) writeFileSync(join(folder, name), mp4(name))
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xff, 0x25, 0x2e])]), mp4('odd'))
  await read()
  for (const name of names) assert.equal(file(name).found.kind, 'recording')
  assert.deepEqual([file('f%FF%25.').found.encoded, file('f%FF%25.').found.kind], [true, 'recording'])
  const before = keeper.state().seq
  await read()
  assert.equal(
    keeper.state().seq,
    before + 2,
    'a second reading of an unchanged folder only begins and completes',
  )
})

test('a folder that changed is told apart file by file', async context => {
  const { folder, read, file } = await place(context)
  for (const name of ['stays', 'goes', 'changes', 'moves'])
    writeFileSync(join(folder, `${name}.mp4`), mp4(name))
  assert.deepEqual(await read(), { present: 4, missing: 0, altered: 0 })
  unlinkSync(join(folder, 'goes.mp4'))
  appendFileSync(join(folder, 'changes.mp4'), 'more')
  renameSync(join(folder, 'moves.mp4'), join(folder, 'moved.mp4'))
  writeFileSync(join(folder, 'new.mp4'), mp4('new'))
  const before = file('changes.mp4').found.sha256
  assert.deepEqual(await read(), { present: 4, missing: 2, altered: 1 })
  assert.deepEqual(file('changes.mp4').was, [before])
  assert.equal(file('moved.mp4').found.sha256, file('moves.mp4').found.sha256)
  assert.equal(file('goes.mp4').isMissing, true)
  writeFileSync(join(folder, 'goes.mp4'), mp4('goes'))
  assert.deepEqual(await read(), { present: 5, missing: 1, altered: 0 })
  assert.equal(file('goes.mp4').isMissing, false)
})

test('a file that grows while it is read is refused until it is complete', async context => {
  const { folder, read, file } = await place(context)
  const path = join(folder, 'growing.mp4')
  writeFileSync(path, mp4('start'))
  const growing: Prober = async (...parts) => {
    appendFileSync(path, 'more')
    return await refusing(...parts)
  }
  await read(growing)
  assert.equal(file('growing.mp4').found.why?.code, 'intake.changing')
  await read()
  assert.deepEqual([file('growing.mp4').found.why, file('growing.mp4').found.kind], [null, 'recording'])
})

test('an archive is listed, hostile names included, and nothing is unpacked', async context => {
  const { folder, keeper, read, file } = await place(context)
  writeFileSync(join(folder, 'export.zip'), zipOf(['clip.mp4', '../../outside.txt', '/etc/passwd']))
  writeFileSync(join(folder, 'statement'), zipOf(['[Content_Types].xml', 'word/document.xml']))
  writeFileSync(join(folder, 'broken.zip'), zipOf(['a']).subarray(0, 20))
  await read()
  const listing = file('export.zip').found.listing ?? assert.fail('the archive is listed')
  const { entries } = (await json(await keeper.content.read(listing))) as { entries: { name: string }[] }
  assert.deepEqual(
    entries.map(entry => entry.name),
    ['clip.mp4', '../../outside.txt', '/etc/passwd'],
  )
  assert.equal(file('statement').found.kind, 'account')
  assert.equal(file('broken.zip').found.why?.code, 'intake.unrecognised')
})

test('5,000 files are taken in with few transactions', async context => {
  const { folder, keeper, read } = await place(context)
  for (let n = 0; n < 5000; n++) writeFileSync(join(folder, `note ${n}.txt`), `note ${n}\n`)
  let transactions = 0
  keeper.onEntries(() => transactions++)
  assert.equal((await read()).present, 5000)
  assert.equal(keeper.state().files.size, 5000)
  assert.ok(transactions <= 5000 / 100 + 3, `found ${transactions}`)
})

/** A ZIP of empty files, written by hand: the format's local headers, central directory and end record. */
function zipOf(names: readonly string[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const name of names) {
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    local.write(name, 30)
    const entry = Buffer.alloc(46 + name.length)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    entry.write(name, 46)
    locals.push(local)
    central.push(entry)
    at += local.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...central, end])
}
