import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByteRanges } from './byte-ranges.ts'
import { MediaRequests } from './media-requests.ts'

const neverAborted = new AbortController().signal
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

test('at most four requests run at once, and pressing ones overtake', async () => {
  const requests = new MediaRequests(4)
  const started: string[] = []
  const finish = new Map<string, () => void>()
  const ask = (name: string, urgency: 'now' | 'ahead') =>
    requests.run(urgency, neverAborted, () => {
      started.push(name)
      return new Promise<void>(resolve => finish.set(name, resolve))
    })
  const all = [...['a', 'b', 'c', 'd', 'later'].map(name => ask(name, 'ahead')), ask('pressing', 'now')]
  await turn()
  assert.deepEqual(started, ['a', 'b', 'c', 'd'])
  finish.get('b')?.()
  await turn()
  assert.deepEqual(started, ['a', 'b', 'c', 'd', 'pressing'])
  for (const name of ['a', 'c', 'd', 'pressing']) finish.get(name)?.()
  await turn()
  assert.equal(requests.running, 1)
  finish.get('later')?.()
  await Promise.all(all)
  assert.equal(requests.running, 0)
})

test('an aborted request leaves the line and frees nothing that it did not hold', async () => {
  const requests = new MediaRequests(1)
  const abort = new AbortController()
  const { promise, resolve: finish } = Promise.withResolvers<undefined>()
  const first = requests.run('now', neverAborted, () => promise)
  const second = requests.run('now', abort.signal, () => Promise.resolve())
  abort.abort(new Error('enough'))
  await assert.rejects(second, /enough/)
  finish(undefined)
  await first
  assert.equal(requests.running, 0)
})

const file = Uint8Array.from({ length: 600_000 }, (_, at) => (at * 31) & 255)

/** A server that answers with the statuses given first, then properly. */
function serverWith(...statuses: number[]) {
  const asked: string[] = []
  const waited: number[] = []
  const answer = (_: unknown, init?: RequestInit) => {
    const range = new Headers(init?.headers).get('range') ?? ''
    asked.push(range)
    const status = statuses.shift()
    if (status !== undefined) return Promise.resolve(new Response(null, { status }))
    const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number)
    const body = file.slice(from, to + 1)
    const headers = { 'content-range': `bytes ${from}-${from + body.length - 1}/${file.length}` }
    return Promise.resolve(new Response(body, { status: 206, headers }))
  }
  const network = {
    fetch: answer,
    wait: (ms: number) => {
      waited.push(ms)
      return Promise.resolve()
    },
    now: () => 0,
  }
  return { asked, waited, ranges: new ByteRanges('/clip', { requests: new MediaRequests(4), network }) }
}

test('bytes are the same however they are asked for, and no block is fetched twice', async () => {
  const { ranges, asked } = serverWith()
  assert.equal(await ranges.size(), file.length)
  for (const [from, to] of [
    [0, 10],
    [131_070, 131_080],
    [100, 599_999],
    [599_990, 600_000],
  ] as const)
    assert.deepEqual(await ranges.read(from, to), file.slice(from, to))
  assert.ok(ranges.read(5, 500) instanceof Uint8Array, 'what is held is given at once')
  const parts = asked.map(range => range.replace('bytes=', '').split('-').map(Number))
  parts.sort(([a = 0], [b = 0]) => a - b)
  assert.deepEqual(
    parts.map(([from]) => from),
    [0, ...parts.slice(0, -1).map(([, to = 0]) => to + 1)],
    `asked for ${asked}`,
  )
  assert.equal(parts.at(-1)?.[1], file.length - 1)
})

test('what lies around the place read last is filled up in the quiet, after it first, and within what may be kept', async () => {
  const blocks = 40
  const asked: string[] = []
  const requests = new MediaRequests(4)
  const network = {
    fetch: (_: unknown, init?: RequestInit) => {
      const range = new Headers(init?.headers).get('range') ?? ''
      asked.push(range.replace('bytes=', ''))
      const [from = 0, to = 0] = (asked.at(-1) as string).split('-').map(Number)
      const headers = { 'content-range': `bytes ${from}-${to}/${blocks * 131_072}` }
      return Promise.resolve(new Response(new Uint8Array(to - from + 1), { status: 206, headers }))
    },
    wait: () => Promise.resolve(),
    // A slow line: requests stay small.
    now: () => asked.length * 100,
  }
  const ranges = new ByteRanges('/long', { requests, network, keepBytes: () => 8 * 131_072 })
  await ranges.size()
  await ranges.read(20 * 131_072, 20 * 131_072 + 100)
  while (requests.running > 0 || asked.length < 6) await turn()
  const first = asked.map(range => Number(range.split('-')[0]) / 131_072)
  // Block 0 for the size, 20 as read; of eight, four after it by twos and two before it.
  assert.deepEqual(first, [0, 20, 21, 23, 19, 18])
})

test('nothing is filled up while anything else runs or waits, and then one at a time', async () => {
  const requests = new MediaRequests(4)
  const started: string[] = []
  const finish = new Map<string, () => void>()
  const ask = (name: string, urgency: 'now' | 'idle') =>
    requests.run(urgency, neverAborted, () => {
      started.push(name)
      return new Promise<void>(resolve => finish.set(name, resolve))
    })
  const all = [ask('now', 'now'), ask('idle 1', 'idle'), ask('idle 2', 'idle')]
  await turn()
  assert.deepEqual(started, ['now'])
  finish.get('now')?.()
  await turn()
  assert.deepEqual(started, ['now', 'idle 1'])
  all.push(ask('overtaking', 'now'))
  await turn()
  assert.deepEqual(started, ['now', 'idle 1', 'overtaking'])
  finish.get('idle 1')?.()
  await turn()
  assert.equal(started.length, 3)
  finish.get('overtaking')?.()
  await turn()
  finish.get('idle 2')?.()
  await Promise.all(all)
  assert.deepEqual(started, ['now', 'idle 1', 'overtaking', 'idle 2'])
})

test('a request that failed is tried again after a wait', async () => {
  const { ranges, asked, waited } = serverWith(503, 500)
  assert.equal(await ranges.size(), file.length)
  assert.deepEqual(waited, [200, 1000])
  assert.equal(asked.length, 3)
})

test('after three failures, or when the server says no, it ends with a reason', async () => {
  await assert.rejects(
    serverWith(503, 503, 503).ranges.size(),
    /expected part of the file \(206\), got status 503/,
  )
  const { ranges, asked } = serverWith(404)
  await assert.rejects(ranges.size(), /got status 404/)
  assert.equal(asked.length, 1)
})
