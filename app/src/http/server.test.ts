import assert from 'node:assert/strict'
import { symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { machine } from '../case/keeper.ts'
import { original, room } from './room-for-tests.ts'

test('the printed address opens the room and nothing else does', async context => {
  const { ask, token, cookie } = await room(context)
  assert.equal((await ask('/')).status, 403)
  assert.equal((await ask('/api/room')).status, 403)
  assert.equal((await ask('/?token=wrong')).status, 403)
  assert.equal((await ask(`/api/room?token=${token}`)).status, 403)
  const opened = await ask(`/?token=${token}`)
  assert.equal(opened.status, 200)
  assert.match(String(opened.headers['set-cookie']), /HttpOnly; SameSite=Lax/)
  assert.equal((await ask('/api/room', { headers: { cookie } })).status, 200)
})

test('every answer carries the strict policy, refusals too', async context => {
  const { ask, token } = await room(context)
  for (const answer of [await ask('/'), await ask(`/?token=${token}`), await ask('/none')]) {
    assert.match(
      String(answer.headers['content-security-policy']),
      /default-src 'none'.*frame-ancestors 'none'/,
    )
    assert.equal(answer.headers['cross-origin-resource-policy'], 'same-origin')
    assert.equal(answer.headers['access-control-allow-origin'], undefined)
  }
})

test('a foreign name for this machine is refused even with the key', async context => {
  const { ask, cookie, port } = await room(context)
  const answer = await ask('/api/room', { headers: { cookie, host: `evil.example:${port}` } })
  assert.equal(answer.status, 403)
})

test('a page of another origin can neither read nor write', async context => {
  const { ask, cookie, port, recording, keeper } = await room(context)
  const command = JSON.stringify({ command: { do: 'clear-recording', recording, rev: 3, reason: 'x' } })
  const json = { cookie, 'content-type': 'application/json' }
  const foreign = `http://127.0.0.1:${port + 1}`
  const tries = [
    { headers: { ...json, origin: foreign } },
    { headers: json },
    { headers: { ...json, origin: 'null' } },
    { headers: { cookie, 'content-type': 'text/plain', origin: `http://127.0.0.1:${port}` } },
  ]
  const seq = keeper.state().seq
  for (const each of tries) {
    const { status } = await ask('/api/commands', { method: 'POST', body: command, ...each })
    assert.ok(status === 403 || status === 415, `found ${status}`)
  }
  const reads = [{ origin: foreign }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'cross-site' }]
  for (const headers of reads) {
    assert.equal((await ask('/api/entries', { headers: { cookie, ...headers } })).status, 403)
    assert.equal(
      (await ask(`/api/recordings/${recording}/original`, { headers: { cookie, ...headers } })).status,
      403,
    )
  }
  assert.equal(keeper.state().seq, seq)
})

test('a command of the room is entered under the person’s name, and a stale one is refused with what changed', async context => {
  const { ask, cookie, port, recording, keeper } = await room(context)
  const send = (rev: number) =>
    ask('/api/commands', {
      method: 'POST',
      headers: { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' },
      body: JSON.stringify({ command: { do: 'clear-recording', recording, rev, reason: 'looked at' } }),
    })
  const { rev } = keeper.state().recordings.get(recording) ?? assert.fail('the recording is known')
  const done = await send(rev)
  assert.deepEqual([done.status, JSON.parse(done.body)], [200, { seq: keeper.state().seq }])
  const stale = await send(rev)
  const { error } = JSON.parse(stale.body)
  assert.deepEqual(
    [stale.status, error.code, error.noun, error.rev],
    [409, 'case.stale', recording, keeper.state().seq],
  )
})

test('a request of the wrong form is told what was expected', async context => {
  const { ask, cookie, port } = await room(context)
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' }
  for (const body of [
    '{',
    '{}',
    '{"command":{"do":"fly"}}',
    JSON.stringify({ command: 'x'.repeat(300_000) }),
  ]) {
    const answer = await ask('/api/commands', { method: 'POST', headers, body })
    assert.ok(answer.status >= 400 && answer.status < 500, `found ${answer.status}`)
    assert.equal(typeof JSON.parse(answer.body).error.message, 'string')
  }
})

test('the room folds the same log as the server: entries come one to a line, in order', async context => {
  const { ask, cookie, keeper } = await room(context)
  const { body } = await ask('/api/entries?from=2', { headers: { cookie } })
  const seqs = body
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).seq)
  assert.deepEqual(
    seqs,
    Array.from({ length: keeper.state().seq - 1 }, (_, n) => n + 2),
  )
})

test('an original is served by ranges exactly as received, and not at all once it is another file', async context => {
  const { ask, cookie, recording, folder } = await room(context)
  const path = `/api/recordings/${recording}/original`
  const part = await ask(path, { headers: { cookie, range: 'bytes=24-33' } })
  assert.deepEqual(
    [part.status, part.body, part.headers['content-range']],
    [206, 'the bytes ', `bytes 24-33/${original.length}`],
  )
  assert.equal((await ask(path, { headers: { cookie, range: 'bytes=9999-' } })).status, 416)
  unlinkSync(join(folder, 'a b.mp4'))
  symlinkSync('/etc/hostname', join(folder, 'a b.mp4'))
  assert.equal((await ask(path, { headers: { cookie } })).status, 410)
})

test('what is made is served in parts, to a browser that holds other parts of it already too', async context => {
  const { ask, cookie, recording, keeper } = await room(context)
  const { sha256, bytes } = await keeper.content.put({ kind: 'bytes', bytes: Buffer.from('0123456789') })
  const proxy = { name: 'proxy', sha256, bytes }
  const made = { recording, recipe: 'review', version: 1, key: sha256, outputs: [proxy], partial: null }
  await keeper.enter(
    [{ type: 'derivation-made', detail: { v: 1, ...made, oddities: [], tool: 'none' } }],
    machine,
  )
  const part = async (more: Readonly<Record<string, string>>) => {
    const headers = { cookie, range: 'bytes=4-6', ...more }
    const { status, body } = await ask(`/api/recordings/${recording}/proxy`, { headers })
    return [status, body]
  }
  assert.deepEqual(await part({}), [206, '456'])
  assert.deepEqual(await part({ 'if-range': `"${sha256}"` }), [206, '456'])
  assert.deepEqual(await part({ 'if-range': '"an earlier copy"' }), [200, '0123456789'])
})

test('what an archive of the case holds is told, and nothing else that is stored', async context => {
  const { ask, cookie, keeper } = await room(context)
  const bytes = Buffer.from('{"v":1,"entries":[],"unlisted":0}')
  const { sha256 } = await keeper.content.put({ kind: 'bytes', bytes })
  const path = `/api/archives/${sha256}`
  assert.equal((await ask(path, { headers: { cookie } })).status, 404)
  const found = { path: 'kit.zip', encoded: false, kind: 'archive', format: 'zip', sha256, bytes: 9 } as const
  const file = { ...found, changedMs: null, why: null, listing: sha256 }
  await keeper.enter([{ type: 'file-received', detail: { v: 1, file } }], machine)
  assert.equal((await ask(path, { headers: { cookie } })).body, bytes.toString())
})

test('only the page’s own files are served', async context => {
  const { ask, cookie } = await room(context)
  const part = await ask('/parts/help-A1B2.js', { headers: { cookie } })
  assert.deepEqual([part.status, part.body], [200, 'export {}'])
  for (const path of [
    '/sizes.json',
    '/..%2f..%2fetc/passwd',
    '/parts/help-A1B2.js.map',
    '/fonts/../index.html',
    '/fonts/..%2f..%2fcase/custody.sqlite',
  ]) {
    assert.ok([403, 404].includes((await ask(path, { headers: { cookie } })).status), path)
  }
})

test('a note is kept for the person who works here, under its own address and no other', async context => {
  const { ask, cookie, port } = await room(context)
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' }
  const id = '00000000-0000-4000-8000-000000000001'
  const note = { id, text: 'look again', at: 5, recording: null, writtenAt: '2026-03-04T05:06:07.008Z' }
  const put = (path: string, body: unknown) =>
    ask(path, { method: 'PUT', headers, body: JSON.stringify(body) })
  assert.equal((await put(`/api/notes/${id}`, note)).status, 200)
  assert.equal((await put(`/api/notes/${id.replace(/1$/, '2')}`, note)).status, 400)
  assert.equal((await put(`/api/notes/${id}`, { ...note, text: ' ' })).status, 400)
  assert.deepEqual(JSON.parse((await ask('/api/notes', { headers: { cookie } })).body), { notes: [note] })
  const { origin } = headers
  const dropped = await ask(`/api/notes/${id}`, { method: 'DELETE', headers: { cookie, origin } })
  assert.equal(dropped.status, 200)
  assert.deepEqual(JSON.parse((await ask('/api/notes', { headers: { cookie } })).body), { notes: [] })
})

test('a list of moments is made, entered and handed over to be saved; what no entry names is not', async context => {
  const { ask, cookie, port, keeper } = await room(context)
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ what: 'moments', as: 'csv' })
  const begun = await ask('/api/take-away', { method: 'POST', headers, body })
  const { id } = JSON.parse(begun.body)
  const entered = new Promise<void>(resolve => {
    const stop = keeper.onEntries(() => {
      stop()
      resolve()
    })
  })
  if (keeper.state().takenAway.size === 0) await entered
  const [file] = [...keeper.state().takenAway.values()][0]?.files ?? []
  const got = await ask(`/api/taken/${file?.sha256}`, { headers: { cookie } })
  assert.equal(got.headers['content-disposition'], 'attachment; filename="moments.csv"')
  assert.match(got.body, /^moment,case_from_s,/)
  assert.equal((await ask(`/api/take-away/${id}`, { headers: { cookie } })).status, 200)
  assert.equal((await ask('/api/take-away/none', { headers: { cookie } })).status, 404)
  assert.equal((await ask(`/api/taken/${'0'.repeat(64)}`, { headers: { cookie } })).status, 404)
  const wrong = JSON.stringify({ what: 'still', recording: '0'.repeat(64), at: 0.5, viewedWith: [] })
  assert.equal((await ask('/api/take-away', { method: 'POST', headers, body: wrong })).status, 400)
})
