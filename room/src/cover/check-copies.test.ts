import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type CheckTools, type CopyFound, checkCopies } from './check-copies.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const held: Readonly<Record<string, string>> = {
  'a.mp4': 'first bytes',
  'b.wav': 'other bytes',
  'c.mp4': 'third',
}
const tools: CheckTools = {
  fetchBytes: async url => {
    const text = held[url]
    if (text === undefined) throw new Error('404 Not Found')
    return new Uint8Array(Buffer.from(text))
  },
  sha256: async bytes => sha256(bytes),
}
const fileOf = (name: string, text = held[name] ?? '') => ({
  name,
  url: name,
  bytes: text.length,
  sha256: sha256(Buffer.from(text)),
})

async function found(files: readonly ReturnType<typeof fileOf>[], altered: string): Promise<CopyFound[]> {
  const answers: CopyFound[] = []
  for await (const answer of checkCopies(files, altered, tools)) answers.push(answer)
  return answers
}

test('a copy with one byte changed is named, with the place; the others are the same', async () => {
  const answers = await found([fileOf('a.mp4'), fileOf('b.wav')], 'b.wav')
  assert.deepEqual(answers[0], { kind: 'same', name: 'a.mp4' })
  const changed = Buffer.from('other bytes')
  changed[5] = (changed[5] as number) ^ 1
  assert.deepEqual(answers[1], {
    kind: 'differs',
    name: 'b.wav',
    expected: sha256(Buffer.from('other bytes')),
    found: sha256(changed),
    changedAt: 5,
  })
})

test('a file that differs by itself is not put down to our own change', async () => {
  const [answer] = await found([fileOf('c.mp4', 'what the log names')], '')
  assert.equal(answer?.kind === 'differs' && answer.changedAt, null)
})

test('what cannot be fetched is told and the rest is checked', async () => {
  const answers = await found([fileOf('gone.mp4'), fileOf('a.mp4')], '')
  assert.deepEqual(answers, [
    { kind: 'not-read', name: 'gone.mp4', detail: '404 Not Found' },
    { kind: 'same', name: 'a.mp4' },
  ])
})
