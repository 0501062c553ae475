import assert from 'node:assert/strict'
import test from 'node:test'
import { machine } from '../case/keeper.ts'
import { room } from './room-for-tests.ts'

test('the lines of a film are served once it has been held against recordings, and only to whoever has the key', async context => {
  const { ask, cookie, keeper, recording } = await room(context)
  const path = `/api/films/${recording}/edits`
  assert.equal((await ask(path, { headers: { cookie } })).status, 404)
  const list = Buffer.from('{"v":1}')
  const { sha256: result } = await keeper.content.put({ kind: 'bytes', bytes: list })
  const run = { v: 1, of: recording, method: 'm', version: '1', inputs: '0'.repeat(64) } as const
  await keeper.enter([{ type: 'edit-list-made', detail: { ...run, result } }], machine)
  const answer = await ask(path, { headers: { cookie } })
  assert.equal(answer.status, 200)
  assert.equal(answer.body, list.toString())
  assert.equal((await ask(path)).status, 403)
  assert.equal((await ask('/api/films/none/edits', { headers: { cookie } })).status, 404)
})

test('a comparison is stopped and taken up by whoever has the key, of films and stand-ins only', async context => {
  const { ask, cookie, port, keeper, workshop, recording } = await room(context)
  const path = `/api/films/${recording}/comparison`
  const headers = {
    ...{ cookie, 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    'content-length': '2',
  }
  const body = '{}'
  assert.equal((await ask(path, { method: 'DELETE', headers, body })).status, 404)
  const film = { v: 1, recording, title: 'A film', maker: 'Somebody', reason: 'r' } as const
  await keeper.enter([{ type: 'edited-film-declared', detail: film }], machine)
  assert.equal((await ask(path, { method: 'DELETE', headers: { ...headers, cookie: '' }, body })).status, 403)
  assert.equal((await ask(path, { method: 'DELETE', headers, body })).status, 200)
  assert.deepEqual(workshop.work().stopped, [recording])
  assert.equal((await ask(path, { method: 'POST', headers, body })).status, 200)
  assert.deepEqual(workshop.work().stopped, [])
})

test('a film that is looked at stands in the access log as a film', async context => {
  const { ask, cookie, port, recording } = await room(context)
  const headers = { cookie, 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` }
  const body = JSON.stringify({ saw: 'film', recording, version: 'proxy' })
  assert.equal((await ask('/api/viewings', { method: 'POST', headers, body })).status, 200)
})

test('nothing is taken away of a film that was not held against recordings', async context => {
  const { ask, cookie, port, recording } = await room(context)
  const headers = { cookie, 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` }
  for (const asked of [{ what: 'film-proof' }, { what: 'edit-lines', as: 'csv' }]) {
    const body = JSON.stringify({ ...asked, film: recording })
    const begun = JSON.parse((await ask('/api/take-away', { method: 'POST', headers, body })).body)
    let state = { kind: 'making', message: '' }
    while (state.kind === 'making') {
      state = JSON.parse((await ask(`/api/take-away/${begun.id}`, { headers: { cookie } })).body)
      await new Promise(again => setImmediate(again))
    }
    assert.deepEqual(state, { kind: 'failed', message: 'this film has not been held against recordings' })
  }
})
