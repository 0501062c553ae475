import assert from 'node:assert/strict'
import test from 'node:test'
import { TranscriptRead } from '@sightline/core/api'
import { TranscriptDocument } from '@sightline/core/transcript'
import { citedContent } from '../case/cited-content.ts'
import { transcriptFile } from '../take-away/transcript-files.ts'
import { room } from './room-for-tests.ts'

const captions = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Guard A>Stay [there / here]\n\nbroken --> times\nx\n'
const person = { kind: 'person', person: 'p1' } as const

test('what a person brings is read and told first, entered only when they say so, and its lines are served', async context => {
  const { ask, cookie, keeper, port, recording } = await room(context)
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/octet-stream' }
  const path = `/api/transcripts/read?recording=${recording}&name=a.vtt`
  const before = keeper.state().seq
  const read = TranscriptRead.parse(
    JSON.parse((await ask(path, { method: 'POST', headers, body: captions })).body),
  )
  assert.deepEqual([read.form, read.lines, read.words, read.problems.length], ['WebVTT', 1, 2, 1])
  assert.equal(keeper.state().seq, before)
  const lines = `/api/transcripts/${read.result}`
  assert.equal((await ask(lines, { headers: { cookie } })).status, 404)

  const command = {
    ...{ do: 'bring-transcript', recording, result: read.result, lines: read.lines, words: read.words },
    origin: { kind: 'file', name: 'a.vtt', form: read.form, file: read.file },
    ...{ language: null, translationOf: null, translator: null, note: null },
  } as const
  const json = { ...headers, 'content-type': 'application/json' }
  const send = (asked: unknown) =>
    ask('/api/commands', { method: 'POST', headers: json, body: JSON.stringify({ command: asked }) })
  const missing = await send({ ...command, result: 'e'.repeat(64) })
  assert.equal(missing.status, 404)
  assert.match(missing.body, /bring its file again/)
  assert.equal((await send(command)).status, 200)
  const { document } = {
    document: TranscriptDocument.parse(JSON.parse((await ask(lines, { headers: { cookie } })).body)),
  }
  assert.equal(document.lines[0]?.speaker, 'Guard A')
  const cited = citedContent(keeper.state()).map(each => each.sha256)
  assert.ok(cited.includes(read.file) && cited.includes(read.result))
  // What nobody changed goes out as it came in, what could not be read included; of what nobody settled nothing does.
  const taken = { what: 'transcript', transcript: `t${before + 1}`, as: 'webvtt' } as const
  const parts = { state: keeper.state(), content: keeper.content }
  const { name, text, notReviewed } = await transcriptFile(parts, { ...taken, only: 'all' })
  assert.equal(text, captions)
  // The text stays as it was: that nobody reviewed it is told beside it.
  assert.match(name, /^transcript-t\d+-not-reviewed\.vtt$/)
  const begin = document.lines.map(({ from }) => String(from / 1e6))
  assert.deepEqual(notReviewed, { lines: begin.length, of: begin.length, at: begin })
  assert.doesNotMatch((await transcriptFile(parts, { ...taken, only: 'settled' })).text, /Stay/)
  await keeper.command(
    { do: 'withdraw-transcript', id: `t${before + 1}`, rev: before + 1, reason: 'wrong file' },
    person,
  )
})

test('bytes that are no transcript are refused with what was expected, and nothing is stored or entered', async context => {
  const { ask, cookie, keeper, port, recording } = await room(context)
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/octet-stream' }
  const before = keeper.state().seq
  for (const body of ['\0\x01\x02PNG', '{"any": "json"}']) {
    const answer = await ask(`/api/transcripts/read?recording=${recording}&name=x.bin`, {
      method: 'POST',
      headers,
      body,
    })
    assert.equal(answer.status, 415)
    assert.match(answer.body, /x\.bin: expected/)
  }
  assert.equal(keeper.state().seq, before)
  const unknown = await ask(`/api/transcripts/read?recording=${'f'.repeat(64)}&name=x`, {
    method: 'POST',
    headers,
    body: captions,
  })
  assert.equal(unknown.status, 404)
})
