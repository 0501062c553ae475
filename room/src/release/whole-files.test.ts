import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutWholeFiles } from './whole-files.ts'

const bytes = Uint8Array.from({ length: 1000 }, (_, n) => n % 251)

function network(answer: (range: string | null) => Response) {
  const asked: (string | null)[] = []
  const cut = cutWholeFiles({
    fetch: async (_input, init) => {
      const range = new Headers(init?.headers).get('range')
      asked.push(range)
      return answer(range)
    },
    now: () => 0,
    wait: () => Promise.resolve(),
  })
  const read = async (from: number, to: number) => {
    const response = await cut.fetch('media/r1.mp4', { headers: { range: `bytes=${from}-${to}` } })
    const body = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, range: response.headers.get('content-range'), body }
  }
  return { asked, read }
}

test('where a server gives the whole file for a part, it is asked once and parts are cut from what came', async () => {
  const { asked, read } = network(() => new Response(bytes))
  const first = await read(10, 19)
  assert.deepEqual(
    [first.status, first.range, [...first.body]],
    [206, 'bytes 10-19/1000', [...bytes.slice(10, 20)]],
  )
  const last = await read(990, 2000)
  assert.deepEqual([last.range, last.body.length], ['bytes 990-999/1000', 10])
  assert.equal(asked.length, 1)
})

test('a server that knows ranges is asked for each part', async () => {
  const { asked, read } = network(() => new Response(bytes.slice(0, 5), { status: 206 }))
  await read(0, 4)
  await read(5, 9)
  assert.deepEqual(asked, ['bytes=0-4', 'bytes=5-9'])
})
