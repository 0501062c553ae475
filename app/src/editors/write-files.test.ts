import assert from 'node:assert/strict'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { street } from '../../../test/cases/editors/lines.ts'
import { arrange } from './arrangement.ts'
import { editorTargets, writeForEditors } from './write-files.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-editors-test-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const recording = join(dir, 'recording.xml')
writeFileSync(recording, 'evidence')

const endings = ['otio', 'fcpxml', 'xml', 'edl', 'csv']

test('every ending has its format, in any case of letters, and a list has one more file for each track', async () => {
  const out = join(dir, 'all')
  mkdirSync(out)
  const paths = endings.map(ending => join(out, `street.${ending === 'edl' ? 'EDL' : ending}`))
  const written = await writeForEditors(arrange(street), await editorTargets(paths, [recording]), [], 'test')
  const tracks = arrange(street).tracks.map((_, index) => `street.track-${index + 1}.EDL`)
  const expected = [...paths.map(path => path.slice(out.length + 1)), ...tracks].sort()
  assert.deepEqual(readdirSync(out).sort(), expected)
  assert.deepEqual(
    written.flatMap(({ path, beside }) => [path, ...beside].map(name => name.slice(out.length + 1))).sort(),
    expected,
  )
  assert.match(readFileSync(join(out, 'street.EDL'), 'utf8'), /^TITLE: street\r\n/)
})

test('an older file of the name is replaced as a whole, and nothing else is left behind', async () => {
  const out = join(dir, 'again')
  mkdirSync(out)
  const path = join(out, 'street.csv')
  writeFileSync(path, 'x'.repeat(100_000))
  await writeForEditors(arrange([]), await editorTargets([path], []), [], 'test')
  assert.match(readFileSync(path, 'utf8'), /^"recording",[^x]*\r\n$/)
  assert.deepEqual(readdirSync(out), ['street.csv'])
})

test('a name with another ending, or given twice, is wrong usage', async () => {
  for (const path of ['street.mp4', 'street', '.otio/street', 'street.toString'])
    await assert.rejects(editorTargets([join(dir, path)], []), {
      code: 'usage.wrong',
      message: /ends in \.otio, \.fcpxml, \.xml, \.edl or \.csv, found ".*"$/,
    })
  const path = join(dir, 'street.otio')
  for (const again of [path, `${dir}/./street.otio`])
    await assert.rejects(editorTargets([path, again], []), { code: 'usage.wrong', message: /twice/ })
})

test('a recording is never written over, by whatever name or link it is called', async () => {
  const linked = join(dir, 'linked.xml')
  const pointed = join(dir, 'pointed.xml')
  linkSync(recording, linked)
  symlinkSync(recording, pointed)
  for (const path of [recording, `${dir}/./recording.xml`, linked, pointed])
    await assert.rejects(editorTargets([path], [recording]), {
      code: 'usage.wrong',
      message: /is the recording .*recording\.xml, which is never written to/,
    })
  const track = join(dir, 'street.track-2.edl')
  writeFileSync(track, 'evidence')
  const targets = await editorTargets([join(dir, 'street.edl')], [track])
  await assert.rejects(writeForEditors(arrange(street), targets, [track], 'test'), { code: 'usage.wrong' })
  assert.equal(readFileSync(track, 'utf8'), 'evidence')
  assert.equal(readFileSync(recording, 'utf8'), 'evidence')
})

test('what cannot be written is told before any work is done', async () => {
  await assert.rejects(editorTargets([join(dir, 'none', 'street.otio')], []), {
    code: 'store.failed',
    message: /expected to write .*street\.otio, but its folder does not exist/,
  })
  mkdirSync(join(dir, 'folder.otio'))
  await assert.rejects(editorTargets([join(dir, 'folder.otio')], []), {
    code: 'store.failed',
    message: /found a folder/,
  })
})

test('a folder that may only be read is told', {
  skip: process.getuid?.() === 0 && 'root may write anywhere',
}, async () => {
  const closed = join(dir, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o500)
  await assert.rejects(editorTargets([join(closed, 'street.otio')], []), {
    code: 'store.failed',
    message: /writing there is not permitted/,
  })
})
