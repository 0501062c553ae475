import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { LoggedEntry } from '@sightline/core/api'
import { SourceError } from './case-source.ts'
import { serverSource } from './server-source.ts'

const agent = { kind: 'machine', name: 'sightline', version: '0.1.0' }
const logged = (seq: number, type: string, detail: object): LoggedEntry => ({
  seq,
  hash: seq.toString(16).padStart(64, '0'),
  body: { v: 1, salt: '', at: '2031-05-03T09:00:00.000Z', type, agent, detail: { v: 1, ...detail } },
})
const opened = logged(1, 'case-opened', { title: 'Éxercise' })
const begun = logged(2, 'intake-begun', { names: 0 })
const finished = logged(3, 'intake-completed', { present: 0, missing: 0, altered: 0 })

class FakeStream extends EventTarget {
  static readonly all: FakeStream[] = []
  readonly url: string
  isClosed = false

  constructor(url: string) {
    super()
    this.url = url
    FakeStream.all.push(this)
  }

  close(): void {
    this.isClosed = true
  }

  send(...entries: readonly LoggedEntry[]): void {
    for (const entry of entries)
      this.dispatchEvent(new MessageEvent('entry', { data: JSON.stringify(entry) }))
  }
}

type Answers = Readonly<Record<string, (init?: RequestInit) => Response>>
const room = { v: 1, tool: 't', person: 'p1', canCommand: true, required: [] }

/** Stands in for the browser's network: answers by path, and streams that the test speaks through. */
function browser(context: TestContext, log: string, more: Answers = {}) {
  FakeStream.all.length = 0
  const bytes = new TextEncoder().encode(log)
  // In chunks of seven bytes, so that lines and characters are cut anywhere.
  const body = () =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7))
        controller.close()
      },
    })
  const answers: Answers = {
    'api/room': () => Response.json(room),
    'api/entries?from=1': () => new Response(body()),
    ...more,
  }
  context.mock.timers.enable({ apis: ['setTimeout'] })
  context.mock.method(globalThis, 'fetch', async (path: string, init?: RequestInit) => {
    const answer = answers[path]
    if (!answer)
      return Response.json({ error: { code: 'case.unknown', message: 'not there' } }, { status: 404 })
    return answer(init)
  })
  Object.assign(globalThis, { EventSource: FakeStream })
}

const lines = (...entries: readonly LoggedEntry[]) =>
  entries.map(each => `${JSON.stringify(each)}\n`).join('')
const open = () => serverSource((_, request) => request())

test('the log is folded as it is read, wherever its answer is cut, and followed from its end', async context => {
  browser(context, lines(opened, begun))
  const source = await open()
  assert.deepEqual([source.state.value.title, source.state.value.seq], ['Éxercise', 2])
  assert.equal(FakeStream.all[0]?.url, 'api/stream?from=3')
  FakeStream.all[0]?.send(begun, finished)
  context.mock.timers.tick(0)
  assert.deepEqual([source.state.value.intake.kind, source.log.length], ['read', 3])
})

test('a stream that breaks is asked for again, later each time, from the entry that is missing', async context => {
  browser(context, lines(opened))
  const source = await open()
  const [first] = FakeStream.all
  first?.dispatchEvent(new Event('open'))
  first?.send(begun)
  context.mock.timers.tick(0)
  first?.dispatchEvent(new Event('error'))
  assert.deepEqual([source.link.value, first?.isClosed, FakeStream.all.length], ['lost', true, 1])
  context.mock.timers.tick(500)
  assert.equal(FakeStream.all[1]?.url, 'api/stream?from=3')
  FakeStream.all[1]?.dispatchEvent(new Event('error'))
  context.mock.timers.tick(999)
  assert.equal(FakeStream.all.length, 2)
  context.mock.timers.tick(1)
  FakeStream.all[2]?.dispatchEvent(new Event('open'))
  assert.equal(source.link.value, 'live')
})

test('what cannot be read keeps its place in the log and changes nothing', async context => {
  browser(context, lines(opened, logged(2, 'moment-foretold', {}), { ...begun, seq: 3, body: 'expunged' }))
  const source = await open()
  assert.deepEqual(
    source.log.map(line => line.entry.type),
    ['case-opened', 'unreadable', 'expunged'],
  )
  assert.equal(source.state.value.seq, 3)
})

test('a command is done, stale or refused, in words', async context => {
  let answer = Response.json({ seq: 9 })
  browser(context, lines(opened), { 'api/commands': () => answer })
  const source = await open()
  const command = { do: 'word-cover', rev: 0, title: 't', warning: '' } as const
  assert.deepEqual(await source.submit(command), { kind: 'done', seq: 9 })
  answer = Response.json(
    { error: { code: 'case.stale', message: 'x', noun: 'cover', rev: 4 } },
    { status: 409 },
  )
  assert.deepEqual(await source.submit(command), { kind: 'stale', rev: 4 })
  answer = Response.json({ error: { code: 'usage.wrong', message: 'nobody is named' } }, { status: 400 })
  assert.deepEqual(await source.submit(command), { kind: 'refused', message: 'nobody is named' })
})

test('what is not made yet is null; a server that does not let the page in says so', async context => {
  browser(context, lines(opened))
  const refused = { error: { code: 'http.refused', message: 'this address lacks the key' } }
  const refusal = Response.json(refused, { status: 403 })
  const source = await open()
  assert.equal(await source.frameTimes('a'.repeat(64)), null)
  assert.equal(await source.syncResult(), null)
  context.mock.method(globalThis, 'fetch', async () => refusal)
  await assert.rejects(open, (error: unknown) => error instanceof SourceError && error.what === 'refused')
})
