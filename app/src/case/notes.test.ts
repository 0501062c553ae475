import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import type { Note } from '@sightline/core/api'
import { Notes } from './notes.ts'

const note = (id: string, text: string): Note => ({
  id: `00000000-0000-4000-8000-0000000000${id}`,
  text,
  at: null,
  recording: null,
  writtenAt: '2026-03-04T05:06:07.008Z',
})

function notebook(context: TestContext) {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-notes-'))
  context.after(() => rmSync(dir, { recursive: true, force: true }))
  return { dir, notes: new Notes(dir) }
}

test('a person finds their notes again, changed ones in their place, and nobody else does', async context => {
  const { dir, notes } = notebook(context)
  await Promise.all([notes.keep('p1', note('01', 'look again')), notes.keep('p1', note('02', 'ask'))])
  await notes.keep('p1', note('01', 'looked'))
  assert.deepEqual(
    (await new Notes(dir).of('p1')).map(each => each.text),
    ['looked', 'ask'],
  )
  assert.deepEqual(await notes.of('p2'), [])
  await notes.drop('p1', note('01', '').id)
  await notes.drop('p1', note('09', '').id)
  assert.deepEqual(
    (await notes.of('p1')).map(each => each.text),
    ['ask'],
  )
})

test('notes are readable by their owner alone, and no half-written file is left', async context => {
  const { dir, notes } = notebook(context)
  await notes.keep('p1', note('01', 'mine'))
  assert.deepEqual(readdirSync(join(dir, 'notes')), ['p1.json'])
  assert.equal(statSync(join(dir, 'notes', 'p1.json')).mode & 0o77, 0)
})

test('a file that is not what was written is said to be damaged, never taken for empty', async context => {
  const { dir, notes } = notebook(context)
  await notes.keep('p1', note('01', 'mine'))
  writeFileSync(join(dir, 'notes', 'p1.json'), '{"v":1,"no')
  await assert.rejects(notes.of('p1'), { code: 'case.damaged' })
  await assert.rejects(notes.keep('p1', note('02', 'x')), { code: 'case.damaged' })
})
