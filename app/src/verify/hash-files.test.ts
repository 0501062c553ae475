import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { hashFiles } from './hash-files.ts'
import { HashThreads } from './hash-threads.ts'
import { workerMark } from './hash-worker.ts'
import { walkFolder } from './walk.ts'

const root = mkdtempSync(join(tmpdir(), 'sightline-hash-'))
after(() => rmSync(root, { recursive: true }))
const worker = new URL('./hash-worker.ts', import.meta.url)
const { signal } = new AbortController()

// Around a block, a piece and several pieces; small ones by the thousand; enough in all for further threads.
const mib = 2 ** 20
const sizes = [0, 1, 511, 512, 513, mib - 1, mib, mib + 1, mib + 512, 9 * mib + 7, 24 * mib]
for (let n = 0; n < 2100; n++) sizes.push(n % 40)

function fill(): Map<string, string> {
  const random = randomFrom(7)
  const noise = Buffer.from(Array.from({ length: 4099 }, () => Math.floor(random() * 256)))
  const expected = new Map<string, string>()
  for (const [n, size] of sizes.entries()) {
    const bytes = Buffer.alloc(size, noise.subarray(n % 4000))
    writeFileSync(join(root, `f${n}`), bytes)
    expected.set(`f${n}`, createHash('sha256').update(bytes).digest('hex'))
  }
  return expected
}

test('files of every size are hashed as they are, each in its own place, whoever hashes them', async () => {
  const expected = fill()
  const paths = [...expected.keys(), 'not-there'].reverse()
  const path = (at: number) => paths[at] as string
  // What the folder told before is no more than a hint: all of it is wrong here but the order.
  const bytes = Float64Array.from(paths, name => 2 * (sizes[Number(name.slice(1))] ?? 3))
  await using threads = new HashThreads(worker)
  const hashed = await hashFiles({ root, path, bytes }, { threads, signal })
  for (const [at, name] of paths.entries())
    if (name !== 'not-there') {
      assert.equal(hashed.sha256(at), expected.get(name), name)
      assert.equal(hashed.bytes(at), sizes[Number(name.slice(1))], name)
      assert.equal(hashed.problem(at), null)
    }
  assert.equal(hashed.sha256(0), null)
  assert.match(hashed.problem(0) ?? '', /ENOENT.*not-there/)
})

test('nothing to hash is done at once', async () => {
  const path = () => assert.fail('no path is asked for')
  await using threads = new HashThreads(worker)
  const hashed = await hashFiles({ root, path, bytes: new Float64Array(0) }, { threads, signal })
  assert.equal(hashed.problem(0), null)
})

test('hashing ends when it is told to, in every thread', async () => {
  writeFileSync(join(root, 'large'), Buffer.alloc(16 * mib))
  const stopping = new AbortController()
  const toHash = { root, path: () => 'large', bytes: new Float64Array(64).fill(16 * mib) }
  await using threads = new HashThreads(worker)
  const hashing = hashFiles(toHash, { threads, signal: stopping.signal })
  stopping.abort(new Error('enough'))
  await assert.rejects(hashing, /enough/)
})

test('a thread that was started before anything was known takes part in several plans, and one that died is not asked', async () => {
  writeFileSync(join(root, 'larger'), Buffer.alloc(5 * mib))
  const expected = createHash('sha256')
    .update(Buffer.alloc(5 * mib))
    .digest('hex')
  const toHash = { root, path: () => 'larger', bytes: new Float64Array(8).fill(5 * mib) }
  const dead = new Worker(worker, { workerData: workerMark })
  await dead.terminate()
  for (const started of [dead, new Worker(worker, { workerData: workerMark })]) {
    await using threads = new HashThreads(worker, started)
    const both = await Promise.all([
      hashFiles(toHash, { threads, signal }),
      hashFiles(toHash, { threads, signal }),
    ])
    for (const hashed of both)
      assert.deepEqual(
        Array.from({ length: 8 }, (_, at) => hashed.sha256(at)),
        Array(8).fill(expected),
      )
  }
})

test('another thread finds the names that this one finds, and says so where there is no folder', async () => {
  const folder = join(root, 'walked')
  for (const path of ['b/000002.json', 'b/000001.json', 'b/0.json', 'c/d'])
    mkdirSync(join(folder, path, path.startsWith('c') ? '' : '..'), { recursive: true })
  for (const path of ['b/000002.json', 'b/000001.json', 'b/0.json']) writeFileSync(join(folder, path), '')
  await using threads = new HashThreads(worker, new Worker(worker, { workerData: workerMark }))
  const there = await threads.walk(folder, 'b/', signal)
  assert.deepEqual(there, walkFolder(folder, 'b/'))
  assert.deepEqual([...(there?.bodies ?? [])], [1, 2])
  assert.equal(await threads.walk(join(folder, 'nothing'), 'b/', signal), null)
  await using none = new HashThreads(worker)
  assert.equal(await none.walk(folder, 'b/', signal), null, 'nobody to ask')
})
