import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Fact } from '@sightline/core/case'
import { writeFeatures } from '@sightline/core/sound'
import { PairLook } from '@sightline/core/sync'
import { mediaMicros } from '@sightline/core/time'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { machine } from '../case/keeper.ts'
import { room } from './room-for-tests.ts'

const other = 'e'.repeat(64)
const rate = 8000

/** The room, whose one recording and a second one have 20 s of sound: the second hears it 2.5 s later, at a media origin of 1 s. */
async function soundRoom(context: TestContext) {
  const opened = await room(context)
  const { keeper, recording } = opened
  const random = normalFrom(randomFrom(5))
  const common = Int16Array.from({ length: 30 * rate }, () => Math.round(2000 * random()))
  const one = common.slice(0, 20 * rate)
  const two = common.slice(2.5 * rate, 22.5 * rate)
  const made = async (id: string, samples: Int16Array, originSeconds: number): Promise<Fact> => {
    const features = writeFeatures({
      originMicros: mediaMicros(originSeconds * 1e6),
      hopMicros: 10_000,
      bands: 1,
      values: new Uint8Array(4),
    })
    const stored = [
      { name: 'features', bytes: features },
      { name: 'samples', bytes: new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength) },
    ]
    const outputs = await Promise.all(
      stored.map(async ({ name, bytes }) => {
        const put = await keeper.content.put({ kind: 'bytes', bytes })
        return { name, sha256: put.sha256, bytes: put.bytes }
      }),
    )
    const what = { recording: id, recipe: 'sound', version: 1, key: 'a'.repeat(64), outputs, partial: null }
    return { type: 'derivation-made', detail: { v: 1, ...what, oddities: [], tool: 'none' } }
  }
  const path = 'second.wav'
  const found = { path, encoded: false, kind: 'recording', format: 'wav', sha256: other, bytes: 9 } as const
  const file = { ...found, changedMs: null, why: null, listing: null }
  await keeper.enter([{ type: 'file-received', detail: { v: 1, file } }], machine)
  await keeper.enter([await made(recording, one, 0), await made(other, two, 1)], machine)
  const get = (address: string, headers: Readonly<Record<string, string>> = {}) =>
    opened.ask(address, { headers: { cookie: opened.cookie, ...headers } })
  return { ...opened, get, one }
}

test('samples are given by the stretch, to the sample, and end where the recording ends', async context => {
  const { get, recording, one } = await soundRoom(context)
  const samples = async (query: string) => {
    const { status, bytes } = await get(`/api/recordings/${recording}/samples?${query}`)
    assert.equal(status, 200)
    return Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readInt16LE(2 * n))
  }
  assert.deepEqual(await samples('from=8001&count=5'), [...one.subarray(8001, 8006)])
  assert.deepEqual(await samples(`from=${one.length - 3}&count=480000`), [...one.subarray(-3)])
})

test('a look at two recordings finds them where their media times say, and is the whole answer', async context => {
  const { get, recording } = await soundRoom(context)
  // Sample 0 of the second, at 1 s of its media time, is heard 2.5 s into the first.
  const { status, body } = await get(`/api/pairs/${recording}/${other}/look?lag=1.5&ppm=0`)
  assert.equal(status, 200)
  const look = PairLook.parse(JSON.parse(body))
  assert.deepEqual([look.peaks[0]?.offset, look.from, look.to], [0, 1, 18.5])
  const off = PairLook.parse(
    JSON.parse((await get(`/api/pairs/${recording}/${other}/look?lag=1.49&ppm=0.0`)).body),
  )
  assert.equal(off.peaks[0]?.offset, 80)
  const piece = await get(`/api/pairs/${recording}/${other}/look?lag=1.5&ppm=0&from=4.25&to=9`)
  const { from, to } = PairLook.parse(JSON.parse(piece.body))
  assert.deepEqual([from, to], [4.25, 9])
})

test('what is asked of the sound in another form is refused with what was expected', async context => {
  const { get, recording } = await soundRoom(context)
  const samples = `/api/recordings/${recording}/samples`
  const look = `/api/pairs/${recording}/${other}/look`
  const hostile = [
    samples,
    `${samples}?from=0`,
    `${samples}?from=-1&count=1`,
    `${samples}?from=0&count=0`,
    `${samples}?from=0&count=480001`,
    `${samples}?from=0.5&count=1`,
    `${samples}?from=1e3&count=1`,
    `${samples}?from=160000&count=1`,
    `${samples}?from=999999999999&count=1`,
    `${samples}?from=9999999999999999999&count=1`,
    `${samples}?from=0&from=1&count=1`,
    `${samples}?from=0&count=1&path=/etc/passwd`,
    look,
    `${look}?lag=NaN&ppm=0`,
    `${look}?lag=Infinity&ppm=0`,
    `${look}?lag=1e300&ppm=0`,
    `${look}?lag=0&ppm=2001`,
    `${look}?lag=0&ppm=-99999999`,
    `${look}?lag=0&ppm=0&windows=100000`,
    `${look}?lag=%00&ppm=0`,
    `${look}?lag=0&ppm=0&from=x`,
    `${look}?lag=0&ppm=0&to=1e9`,
    `/api/pairs/${recording}/${recording}/look?lag=0&ppm=0`,
  ]
  for (const address of hostile) {
    const answer = await get(address)
    assert.equal(answer.status, 400, address)
    assert.match(JSON.parse(answer.body).error.message, /expected|form/, address)
  }
})

test('a lag at which two recordings do not meet is answered with nothing, not with an error', async context => {
  const { get, recording } = await soundRoom(context)
  const { status, body } = await get(`/api/pairs/${recording}/${other}/look?lag=-9999999.999999999&ppm=2000`)
  const look = PairLook.parse(JSON.parse(body))
  assert.deepEqual([status, look.windows, look.curve], [200, 0, []])
})

test('no sound is given of what the case does not know or has not read, nor to whom the room is not open', async context => {
  const { get, ask, recording, keeper, port } = await soundRoom(context)
  const stranger = 'd'.repeat(64)
  const missing = [
    `/api/recordings/${stranger}/samples?from=0&count=1`,
    '/api/recordings/..%2f..%2fcustody/samples?from=0&count=1',
    `/api/pairs/${recording}/${stranger}/look?lag=0&ppm=0`,
    `/api/pairs/${stranger}/${recording}/look?lag=0&ppm=0`,
    '/api/sync/pairs',
  ]
  for (const address of missing) assert.equal((await get(address)).status, 404, address)
  const addresses = [
    `/api/recordings/${recording}/samples?from=0&count=1`,
    `/api/pairs/${recording}/${other}/look?lag=1.5&ppm=0`,
    '/api/sync/pairs',
  ]
  for (const address of addresses) {
    assert.equal((await ask(address)).status, 403, address)
    assert.equal((await get(address, { host: `evil.example:${port}` })).status, 403, address)
    assert.equal((await get(address, { origin: 'http://evil.example' })).status, 403, address)
    assert.equal((await get(address, { 'sec-fetch-site': 'cross-site' })).status, 403, address)
  }
  const { sha256 } = await keeper.content.put({ kind: 'bytes', bytes: Buffer.from('[]') })
  const run = { method: 'm', version: '2', inputs: sha256, result: sha256, pairs: sha256 }
  await keeper.enter([{ type: 'sync-computed', detail: { v: 1, ...run } }], machine)
  assert.equal((await get('/api/sync/pairs')).body, '[]')
})
